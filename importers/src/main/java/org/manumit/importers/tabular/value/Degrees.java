package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.tabular.CellKind;

/**
 * Reads degrees of latitude and longitude: decimal, with the letter of the hemisphere before or after, or in degrees,
 * minutes and seconds ({@code 48°51'24.1"N}). An {@code O}, which is west in the Romance languages and east in the
 * Germanic ones, is not understood.
 */
public final class Degrees {

    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "([NSEWnsew])?\\s*(-)?(\\d{1,3})\\s*[°ºd*:\\s]\\s*(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:['′’´m:\\s]+\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:\"|''|″|”|’’|s)?)?)?\\s*([NSEWnsew])?");
    private static final Pattern LETTERED =
            Pattern.compile("([NSEWnsew])?\\s*(\\d{1,3}(?:[.,]\\d+)?)\\s*°?\\s*([NSEWnsew])?");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private Degrees() {}

    /**
     * Reads one cell.
     *
     * @param decimals how plain numbers of the column are to be read
     * @param most 90 for a latitude, 180 for a longitude
     */
    public static Optional<BigDecimal> read(String cell, CellKind kind, DecimalReading decimals, int most) {
        Optional<BigDecimal> value = decimals.read(cell, kind) instanceof Parsed.Value<BigDecimal>(BigDecimal plain)
                ? Optional.of(plain)
                : written(cell);
        return value.filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0);
    }

    /** Degrees with a letter or with minutes. */
    static Optional<BigDecimal> written(String cell) {
        if (cell.isEmpty() || cell.length() > 40 || !opensAndEnds(cell.charAt(0), cell.charAt(cell.length() - 1))) {
            return Optional.empty();
        }
        Matcher lettered = LETTERED.matcher(cell);
        if (lettered.matches() && (lettered.group(1) == null) != (lettered.group(3) == null)) {
            String letter = lettered.group(1) == null ? lettered.group(3) : lettered.group(1);
            BigDecimal value = number(lettered.group(2));
            return Optional.of(isNegative(letter) ? value.negate() : value);
        }
        Matcher parts = SEXAGESIMAL.matcher(cell);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal minutes = number(parts.group(4));
        BigDecimal seconds = parts.group(5) == null ? BigDecimal.ZERO : number(parts.group(5));
        if (minutes.compareTo(SIXTY) >= 0 || seconds.compareTo(SIXTY) >= 0) {
            return Optional.empty();
        }
        BigDecimal value = number(parts.group(3))
                .add(minutes.divide(SIXTY, MathContext.DECIMAL64))
                .add(seconds.divide(SIXTY.multiply(SIXTY), MathContext.DECIMAL64))
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String letter = parts.group(1) == null ? parts.group(6) : parts.group(1);
        boolean negative = parts.group(2) != null || (letter != null && isNegative(letter));
        return Optional.of(negative ? value.negate() : value);
    }

    /** Spares most texts the patterns. */
    private static boolean opensAndEnds(char first, char last) {
        return (isDigit(first) || "NSEWnsew-".indexOf(first) >= 0)
                && (isDigit(last) || "NSEWnsew\"'°′″’”s".indexOf(last) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNegative(String letter) {
        return letter.equalsIgnoreCase("S") || letter.equalsIgnoreCase("W");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
