package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.Whitespace;

/**
 * How the numbers of one column are to be read: exactly, with a decimal comma or point. Immutable, safe for use from
 * several threads.
 *
 * @param mark the decimal mark
 * @param assurance whether the values prove it
 * @param reason why, in words
 */
public record DecimalReading(Mark mark, MomentReading.Assurance assurance, String reason) {

    /** The decimal mark. */
    public enum Mark {
        POINT('.'),
        COMMA(',');

        private final char character;

        Mark(char character) {
            this.character = character;
        }
    }

    /** A decimal point, as machines write. */
    public static final DecimalReading POINT =
            new DecimalReading(Mark.POINT, MomentReading.Assurance.CERTAIN, "decimal point");

    /** A decimal comma. */
    public static final DecimalReading COMMA =
            new DecimalReading(Mark.COMMA, MomentReading.Assurance.CERTAIN, "decimal comma");

    private static final int MAX_LENGTH = 60;

    /** Reads one cell. Signs may lead or trail; brackets mean negative; groups may be set apart. */
    public Parsed<BigDecimal> read(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return Parsed.absent();
        }
        BigDecimal value = kind == CellKind.NUMBER ? plain(cell) : exact(cell);
        if (value == null && kind != CellKind.NUMBER) {
            value = exact(PlainDigits.of(cell));
        }
        return value == null ? Parsed.malformed(cell, expected()) : Parsed.of(value);
    }

    String expected() {
        return mark == Mark.COMMA
                ? "a number with decimal comma, such as 1.234,56"
                : "a number with decimal point, such as 1,234.56";
    }

    private static @Nullable BigDecimal plain(String cell) {
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable BigDecimal exact(String cell) {
        int start = 0;
        int end = cell.length();
        if (end == 0 || end > MAX_LENGTH) {
            return null;
        }
        boolean negative = false;
        if (cell.charAt(0) == '(' && cell.charAt(end - 1) == ')') {
            negative = true;
            start++;
            end--;
        }
        if (start < end && isSign(cell.charAt(start))) {
            negative ^= cell.charAt(start) != '+';
            start++;
        } else if (start < end && isSign(cell.charAt(end - 1))) {
            negative ^= cell.charAt(end - 1) != '+';
            end--;
        }
        while (start < end && Whitespace.isSpace(cell.charAt(start))) {
            start++;
        }
        while (start < end && Whitespace.isSpace(cell.charAt(end - 1))) {
            end--;
        }
        BigDecimal value = unsigned(cell, start, end);
        return value != null && negative ? value.negate() : value;
    }

    private @Nullable BigDecimal unsigned(String cell, int start, int end) {
        StringBuilder digits = new StringBuilder(end - start);
        int group = 0;
        int groups = 0;
        char separator = 0;
        int i = start;
        for (; i < end; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                group++;
            } else if (c == mark.character) {
                break;
            } else if (isGroupMark(c) && group > 0 && (separator == 0 || separator == c)) {
                if (groups > 0 && group != 3 && group != 2) {
                    return null;
                }
                if (groups == 0 && group > 3) {
                    return null;
                }
                separator = c;
                groups++;
                group = 0;
            } else if ((c == 'e' || c == 'E') && groups == 0 && !digits.isEmpty()) {
                return scientific(cell.substring(start, end));
            } else {
                return null;
            }
        }
        if (groups > 0 && group != 3) {
            return null;
        }
        boolean whole = !digits.isEmpty();
        if (i < end) {
            int fraction = end - i - 1;
            if (fraction == 0 && !whole) {
                return null;
            }
            if (fraction > 0) {
                digits.append('.');
            }
            for (i++; i < end; i++) {
                char c = cell.charAt(i);
                if ((c == 'e' || c == 'E') && groups == 0) {
                    return scientific(cell.substring(start, end));
                }
                if (c < '0' || c > '9') {
                    return null;
                }
                digits.append(c);
            }
        } else if (!whole) {
            return null;
        }
        return new BigDecimal(digits.toString());
    }

    private @Nullable BigDecimal scientific(String text) {
        String point = mark == Mark.COMMA ? text.replace(',', '.') : text;
        try {
            BigDecimal value = new BigDecimal(point);
            return Math.abs((long) value.precision() - value.scale()) > 30 || value.scale() > 30 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean isGroupMark(char c) {
        return c == (mark == Mark.COMMA ? '.' : ',')
                || c == '\''
                || c == '\u2019'
                || c == ' '
                || c == '\u00a0'
                || c == '\u202f'
                || c == '\u2009';
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212' || c == '\u2013';
    }
}
