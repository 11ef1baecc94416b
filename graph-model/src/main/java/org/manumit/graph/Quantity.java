package org.manumit.graph;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as case files give it: {@code 12}, {@code >=8}, {@code ~100}, {@code 8-10}, {@code several}, {@code many}.
 *
 * @param least the smallest it can be
 * @param most the largest it can be, when bounded
 * @param certainty stated, approximate, or presumed
 */
public record Quantity(BigDecimal least, Optional<BigDecimal> most, Certainty certainty) {

    private static final Pattern PLAIN = Pattern.compile("(>=|>|<=|<|~)?\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[-\u2013]\\s*(\\d+(?:\\.\\d+)?)");

    public Quantity {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(certainty, "certainty");
        if (most.isPresent() && most.get().compareTo(least) < 0) {
            throw new IllegalArgumentException("the most is below the least: " + most.get() + " < " + least);
        }
    }

    /** Exactly so many. */
    public static Quantity of(long number) {
        return new Quantity(BigDecimal.valueOf(number), Optional.of(BigDecimal.valueOf(number)), Certainty.STATED);
    }

    /** Reads a quantity; empty when the text is none. {@code several} means at least 3, {@code many} at least 10. */
    public static Optional<Quantity> parse(String text) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        Certainty certainty = Certainty.STATED;
        if (t.endsWith("?")) {
            certainty = Certainty.PRESUMED;
            t = t.substring(0, t.length() - 1).strip();
        }
        if (t.equals("several")) {
            return Optional.of(new Quantity(BigDecimal.valueOf(3), Optional.empty(), certainty));
        }
        if (t.equals("many")) {
            return Optional.of(new Quantity(BigDecimal.TEN, Optional.empty(), certainty));
        }
        Matcher range = RANGE.matcher(t);
        if (range.matches()) {
            BigDecimal low = new BigDecimal(range.group(1));
            BigDecimal high = new BigDecimal(range.group(2));
            return low.compareTo(high) > 0
                    ? Optional.empty()
                    : Optional.of(new Quantity(low, Optional.of(high), certainty));
        }
        Matcher plain = PLAIN.matcher(t);
        if (!plain.matches()) {
            return Optional.empty();
        }
        BigDecimal n = new BigDecimal(plain.group(2));
        String sign = plain.group(1) == null ? "" : plain.group(1);
        return Optional.of(
                switch (sign) {
                    case ">=", ">" -> new Quantity(n, Optional.empty(), certainty);
                    case "<=", "<" -> new Quantity(BigDecimal.ZERO, Optional.of(n), certainty);
                    case "~" -> new Quantity(n, Optional.of(n), Certainty.APPROXIMATE);
                    default -> new Quantity(n, Optional.of(n), certainty);
                });
    }

    /** Its least value as a number to reckon with. */
    public double atLeast() {
        return least.doubleValue();
    }
}
