package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * The texts of a bundle's records, of which few, all or none may have one. In the bundle stand the list {@code NAME} and,
 * where not every record has a text, {@code NAMEAt} with the positions of those that do. Texts that are all one beginning
 * and a number ({@code Record No=17}) stand as the text {@code NAMEOf} and the list {@code NAMENumber} instead: numbers
 * take a fifth of the room and time. Where every record has one and they go with the rows, {@code NAMEBeyondRow} says by how much they are beyond theirs, and
 * there is no list.
 */
final class Texts {

    /** Added to the name where every record's number is its row and this much more. */
    private static final String BEYOND_ROW = "BeyondRow";

    /** So many fit into a long, with room to spare. */
    private static final int MOST_DIGITS = 15;

    private final List<Integer> positions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    void add(int position, String text) {
        positions.add(position);
        texts.add(text);
    }

    /** Puts them into a bundle whose records stand in these rows. */
    void putInto(Map<String, Object> bundle, String name, long[] rows) {
        if (texts.isEmpty()) {
            return;
        }
        if (texts.size() < rows.length) {
            bundle.put(name + "At", positions);
        }
        String beginning = beginning(texts.getFirst());
        long @Nullable [] numbers = beginning.isEmpty() ? null : numbers(beginning);
        if (numbers == null) {
            bundle.put(name, texts);
        } else {
            bundle.put(name + "Of", beginning);
            if (numbers.length == rows.length && goWith(rows, numbers)) {
                bundle.put(name + BEYOND_ROW, numbers[0] - rows[0]);
            } else {
                bundle.put(name + "Number", numbers);
            }
        }
    }

    private static boolean goWith(long[] rows, long[] numbers) {
        for (int k = 1; k < rows.length; k++) {
            if (numbers[k] - rows[k] != numbers[0] - rows[0]) {
                return false;
            }
        }
        return true;
    }

    /** What stands before the number at the end of a text; empty when there is nothing, or no number. */
    private static String beginning(String text) {
        int digits = text.length();
        while (digits > 0 && isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        return text.substring(0, digits);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private long @Nullable [] numbers(String beginning) {
        long[] numbers = new long[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = texts.get(i);
            long number = text.startsWith(beginning) ? number(text, beginning.length()) : -1;
            if (number < 0) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** The number at the end of a text, where it is written as a number would be; otherwise -1. */
    private static long number(String text, int from) {
        int digits = text.length() - from;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }

    /** The texts of a bundle, whose records stand in these rows, by the position of their record. */
    static Map<Integer, String> of(Value bundle, String name, int[] rows) {
        String beginning = bundle.get(name + "Of").asString("");
        Value beyond = bundle.get(name + BEYOND_ROW);
        if (!beyond.isNull()) {
            Map<Integer, String> found = HashMap.newHashMap(rows.length);
            for (int k = 0; k < rows.length; k++) {
                found.put(k, beginning + (rows[k] + beyond.asLong()));
            }
            return found;
        }
        Value numbers = bundle.get(name + "Number");
        Value texts = bundle.get(name);
        int size = numbers.isNull() ? texts.isNull() ? 0 : texts.size() : numbers.size();
        if (size == 0) {
            return Map.of();
        }
        Value positions = bundle.get(name + "At");
        Map<Integer, String> found = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            found.put(
                    positions.isNull() ? i : positions.get(i).asInt(),
                    numbers.isNull()
                            ? texts.get(i).asString()
                            : beginning + numbers.get(i).asLong());
        }
        return found;
    }
}
