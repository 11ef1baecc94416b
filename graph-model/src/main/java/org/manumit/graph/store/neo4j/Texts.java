package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * The texts of a bundle's records, of which few, all or none may have one. In the bundle stand the list {@code NAME} and,
 * where not every record has a text, {@code NAMEAt} with the positions of those that do. Texts that are all one beginning
 * and a number ({@code Record No=17}) stand as the text {@code NAMEOf} and the list {@code NAMENumber} instead: numbers
 * take a fifth of the room and time.
 */
final class Texts {

    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)([1-9]\\d{0,14}|0)");

    private final List<Integer> positions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    void add(int position, String text) {
        positions.add(position);
        texts.add(text);
    }

    /** Puts them into a bundle of so many records. */
    void putInto(Map<String, Object> bundle, String name, int records) {
        if (texts.isEmpty()) {
            return;
        }
        if (texts.size() < records) {
            bundle.put(name + "At", positions);
        }
        Matcher first = NUMBERED.matcher(texts.getFirst());
        String beginning = first.matches() ? first.group(1) : "";
        long @Nullable [] numbers = beginning.isEmpty() ? null : numbers(beginning);
        if (numbers == null) {
            bundle.put(name, texts);
        } else {
            bundle.put(name + "Of", beginning);
            bundle.put(name + "Number", numbers);
        }
    }

    private long @Nullable [] numbers(String beginning) {
        long[] numbers = new long[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            Matcher matcher = NUMBERED.matcher(texts.get(i));
            if (!matcher.matches() || !matcher.group(1).equals(beginning)) {
                return null;
            }
            numbers[i] = Long.parseLong(matcher.group(2));
        }
        return numbers;
    }

    /** The texts of a bundle by the position of their record. */
    static Map<Integer, String> of(Value bundle, String name) {
        Value numbers = bundle.get(name + "Number");
        Value texts = bundle.get(name);
        int size = numbers.isNull() ? texts.isNull() ? 0 : texts.size() : numbers.size();
        if (size == 0) {
            return Map.of();
        }
        String beginning = bundle.get(name + "Of").asString("");
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
