package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.Whitespace;

/**
 * How the amounts of money of one column are to be read: the number as {@link DecimalReading} says, with a currency
 * before or after it, and with the marks of bank statements for what went out ({@code -}, brackets, {@code DR},
 * {@code S}) or came in ({@code CR}, {@code H}). Immutable, safe for use from several threads.
 *
 * @param decimals how the numbers are to be read
 */
public record MoneyReading(DecimalReading decimals) {

    private static final Set<String> SIGNS_OF_SEVERAL = Set.of(
            "kr",
            "kr.",
            "fr",
            "rs",
            "rs.",
            "sh",
            "shs",
            "ksh",
            "tsh",
            "ush",
            "\u5143",
            "\u5186",
            "dh",
            "dhs",
            "dhs.",
            "fcfa",
            "cfa",
            "bs",
            "bs.",
            "br",
            "le",
            "sr",
            "\u062f\u0631\u0647\u0645",
            "\u0631\u064a\u0627\u0644",
            "\u0631\u06cc\u0627\u0644",
            "\u062f\u064a\u0646\u0627\u0631",
            "\u062c\u0646\u064a\u0647",
            "\u0440",
            "\u0440.");

    private static final Set<String> NOTHING = Set.of("nil", "none", "null", "n/a", "na", "nan");

    /** Reads one cell. */
    public Parsed<Money> read(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return Parsed.absent();
        }
        if (kind == CellKind.NUMBER) {
            return money(cell, decimals.read(cell, kind), Optional.empty(), 1);
        }
        int first = firstOfNumber(cell);
        if (first < 0) {
            String plain = PlainDigits.of(cell);
            return !plain.equals(cell)
                    ? read(plain, kind)
                    : isNothing(cell) ? Parsed.absent() : Parsed.malformed(cell, "an amount, such as " + example());
        }
        int last = lastOfNumber(cell);
        String before = Whitespace.strip(cell.substring(0, first));
        String after = Whitespace.strip(cell.substring(last + 1));
        if (after.startsWith(",-")
                || after.startsWith(".-")
                || after.startsWith(",\u2013")
                || after.startsWith(".\u2013")) {
            // 500,- has a dash in place of the cents.
            after = Whitespace.strip(after.substring(2));
        }
        String number = cell.substring(first, last + 1);
        int sign = 1;
        // -€12.00 and €-12.00, (€12.00), 12.00-€
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '-' || c == '\u2212' || c == '\u2013' || c == '(') {
                sign = -1;
            } else if (c != '+' && Character.getType(c) != Character.FORMAT) {
                prefix.append(c);
            }
        }
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < after.length(); i++) {
            char c = after.charAt(i);
            if (c == '-' || c == '\u2212' || c == '\u2013') {
                sign = -1;
            } else if (c != '+' && c != ')' && Character.getType(c) != Character.FORMAT) {
                suffix.append(c);
            }
        }
        Optional<String> currency = Optional.empty();
        for (String word : (prefix + " " + suffix).strip().split("\\s+", -1)) {
            String upper = word.toUpperCase(Locale.ROOT);
            Optional<String> code = CurrencyWords.sign(word);
            boolean says = !word.isEmpty() && (code.isPresent() || !isSignOfSeveral(word));
            if (says && (upper.equals("DR") || upper.equals("S") || upper.equals("D") || upper.equals("DB"))) {
                sign = -1;
            } else if (says && code.isPresent()) {
                if (currency.isPresent() && !currency.equals(code)) {
                    return Parsed.malformed(cell, "an amount in one currency");
                }
                currency = code;
            } else if (says && !upper.equals("CR") && !upper.equals("H") && !upper.equals("C")) {
                return Parsed.malformed(cell, "an amount, such as " + example());
            }
        }
        return money(cell, decimals.read(number, CellKind.TEXT), currency, sign);
    }

    /** What stands for no amount: strokes, dashes and words for nothing. */
    private static boolean isNothing(String cell) {
        return NOTHING.contains(cell.toLowerCase(Locale.ROOT))
                || cell.chars()
                        .noneMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }

    /** "$", "kr" and "\u00a5" are signs of money, and of more than one currency. */
    private static boolean isSignOfSeveral(String word) {
        return SIGNS_OF_SEVERAL.contains(word.toLowerCase(Locale.ROOT))
                || (word.length() == 1 && Character.getType(word.charAt(0)) == Character.CURRENCY_SYMBOL);
    }

    private Parsed<Money> money(String cell, Parsed<BigDecimal> number, Optional<String> currency, int sign) {
        return switch (number) {
            case Parsed.Value<BigDecimal>(BigDecimal value) ->
                Parsed.of(new Money(sign < 0 ? value.negate() : value, currency));
            case Parsed.Absent<BigDecimal> absent -> Parsed.absent();
            case Parsed.Malformed<BigDecimal> malformed -> Parsed.malformed(cell, "an amount, such as " + example());
        };
    }

    private String example() {
        return switch (decimals.mark()) {
            case COMMA -> "1.234,56";
            case POINT -> "1,234.56";
        };
    }

    private static int firstOfNumber(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (isDigit(c)) {
                boolean mark = i > 0
                        && (cell.charAt(i - 1) == '.' || cell.charAt(i - 1) == ',')
                        && (i == 1 || !Character.isLetter(cell.charAt(i - 2)));
                return mark ? i - 1 : i;
            }
        }
        return -1;
    }

    private static int lastOfNumber(String cell) {
        for (int i = cell.length() - 1; i >= 0; i--) {
            if (isDigit(cell.charAt(i))) {
                boolean mark = i + 1 < cell.length() && (cell.charAt(i + 1) == '.' || cell.charAt(i + 1) == ',');
                return mark && i + 2 >= cell.length() ? i + 1 : i;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
