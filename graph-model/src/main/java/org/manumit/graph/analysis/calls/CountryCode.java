package org.manumit.graph.analysis.calls;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much runs to numbers of one country code: unknown numbers abroad are traced to their country first (Williams, ch.
 * 10, in Friesendorf 2009; 003, l. 16471-16476).
 *
 * @param code the digits after the plus
 * @param numbers how many numbers have it
 * @param records how many records they have; one between two of them counts once
 */
public record CountryCode(String code, int numbers, int records) {

    /** Codes of two digits; 1 and 7 have one, all others three (ITU-T E.164). */
    private static final Set<String> OF_TWO = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** The country code of a number in international form; empty for others. */
    public static Optional<String> of(String number) {
        String digits = number.strip();
        if (!digits.matches("\\+[1-9][0-9 ]{4,}")) {
            return Optional.empty();
        }
        digits = digits.substring(1).replace(" ", "");
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return Optional.of(digits.substring(0, 1));
        }
        return Optional.of(OF_TWO.contains(digits.substring(0, 2)) ? digits.substring(0, 2) : digits.substring(0, 3));
    }

    /** The codes of the numbers in call records, those with the most records first. */
    public static List<CountryCode> of(CallIndex index) {
        List<Optional<String>> codes = IntStream.range(0, index.size())
                .mapToObj(number -> of(index.label(number)))
                .toList();
        Map<String, int[]> sums = new HashMap<>();
        for (int number = 0; number < index.size(); number++) {
            Optional<String> code = codes.get(number);
            if (code.isEmpty()) {
                continue;
            }
            int[] sum = sums.computeIfAbsent(code.get(), k -> new int[2]);
            sum[0]++;
            for (int i = 0; i < index.count(number); i++) {
                int other = index.other(number, index.row(number, i));
                sum[1] += other < number && codes.get(other).equals(code) ? 0 : 1;
            }
        }
        return list(sums);
    }

    /** The codes of the numbers that somebody's numbers are in touch with, and the records with them. */
    public static List<CountryCode> of(CallIndex index, Set<Integer> numbers) {
        Map<String, int[]> sums = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (int number : numbers) {
            for (int i = 0; i < index.count(number); i++) {
                int other = index.other(number, index.row(number, i));
                if (!numbers.contains(other)) {
                    of(index.label(other)).ifPresent(code -> {
                        int[] sum = sums.computeIfAbsent(code, k -> new int[2]);
                        sum[0] += seen.add(other) ? 1 : 0;
                        sum[1]++;
                    });
                }
            }
        }
        return list(sums);
    }

    private static List<CountryCode> list(Map<String, int[]> sums) {
        return sums.entrySet().stream()
                .map(e -> new CountryCode(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingInt(CountryCode::records).reversed().thenComparing(CountryCode::code))
                .toList();
    }
}
