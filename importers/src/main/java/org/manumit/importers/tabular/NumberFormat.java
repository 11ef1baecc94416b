package org.manumit.importers.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A number format of a workbook, as far as it tells what a number in a cell means: a date, a time, an elapsed time, a
 * percentage, a telephone number with its leading zeros. Immutable; what a format says is found out once, not for each
 * cell.
 */
final class NumberFormat {

    /** What a cell holds whose style says nothing. */
    static final NumberFormat GENERAL = of(0, "General");

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter(Locale.ROOT);

    /** Digits that a number of a workbook holds exactly. */
    private static final int DIGITS = 15;

    private static final MathContext PRECISION = new MathContext(DIGITS);

    private final boolean time;
    private final boolean elapsed;
    private final boolean day;
    private final boolean month;
    private final boolean dayOfMonth;
    private final boolean clock;
    private final boolean percent;

    /** How many digits a format of zeros only shows at least; 0 for any other format. */
    private final int zeros;

    private NumberFormat(int number, String code) {
        time = DateUtil.isADateFormat(number, code);
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|\\[\\$[^\\]]*\\]", "");
        elapsed = plain.contains("[h]") || plain.contains("[hh]") || plain.contains("[m") || plain.contains("[s");
        dayOfMonth = plain.contains("d");
        day = dayOfMonth || plain.contains("y");
        month = plain.contains("m");
        clock = plain.contains("h") || plain.contains("s");
        percent = code.endsWith("%");
        zeros = code.chars().allMatch(c -> c == '0') ? code.length() : 0;
    }

    /**
     * What a format says.
     *
     * @param number the workbook's number of it, by which the built-in ones are known
     * @param code the format as Excel shows it
     */
    static NumberFormat of(int number, String code) {
        return new NumberFormat(number, code);
    }

    /** Puts down what a number in a cell of this format means, in the neutral spelling. */
    void write(double value, boolean epoch1904, int column, String[] cells, CellKind[] kinds) {
        if (time && DateUtil.isValidExcelDate(value)) {
            time(value, epoch1904, column, cells, kinds);
            return;
        }
        String text = value == 0
                ? "0"
                : new BigDecimal(Double.toString(value))
                        .round(PRECISION)
                        .stripTrailingZeros()
                        .toPlainString();
        number(text, column, cells, kinds);
    }

    /** The same for a number as the workbook spells it, which needs no reckoning where it is a plain whole number. */
    void write(String written, boolean epoch1904, int column, String[] cells, CellKind[] kinds) {
        if (!time && isPlain(written)) {
            number(written, column, cells, kinds);
        } else {
            write(Double.parseDouble(written), epoch1904, column, cells, kinds);
        }
    }

    private static boolean isPlain(String written) {
        int length = written.length();
        if (length == 0 || length > DIGITS || (length > 1 && written.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = written.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private void number(String text, int column, String[] cells, CellKind[] kinds) {
        if (percent) {
            // Entered as 10 per cent, kept by the workbook as 0.1: only the format tells.
            cells[column] =
                    new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            return;
        }
        // A format of zeros only shows leading zeros, which belong to telephone and account numbers.
        if (zeros > text.length() && text.indexOf('-') < 0) {
            cells[column] = "0".repeat(zeros - text.length()) + text;
            return;
        }
        cells[column] = text;
        kinds[column] = CellKind.NUMBER;
    }

    private void time(double value, boolean epoch1904, int column, String[] cells, CellKind[] kinds) {
        if (elapsed) {
            Duration duration = Duration.ofMillis(Math.round(value * 86_400_000.0));
            cells[column] = clock(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
            kinds[column] = CellKind.DURATION;
            return;
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(value, epoch1904, false);
        // A serial number holds about a tenth of a millisecond; what is beyond is noise of the fraction.
        moment(moment.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS), value < 1 && !day, column, cells, kinds);
    }

    private void moment(LocalDateTime moment, boolean timeOnly, int column, String[] cells, CellKind[] kinds) {
        if (timeOnly) {
            LocalTime time = moment.toLocalTime();
            cells[column] = clock(time.getHour(), time.getMinute(), time.getSecond());
            kinds[column] = CellKind.TIME;
        } else if (!clock && !dayOfMonth && moment.getDayOfMonth() == 1) {
            // "2024-03" becomes the first of March when it is entered; the format shows that no day was meant.
            cells[column] = month ? moment.toLocalDate().toString().substring(0, 7) : String.valueOf(moment.getYear());
        } else if (!clock && moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            cells[column] = moment.toLocalDate().toString();
            kinds[column] = CellKind.DATE;
        } else {
            cells[column] = spelled(moment);
            kinds[column] = CellKind.DATE_TIME;
        }
    }

    /** A moment in the neutral spelling. */
    static String spelled(LocalDateTime moment) {
        return DATE_TIME.format(moment);
    }

    private static String clock(long hours, int minutes, int seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", hours, minutes, seconds);
    }
}
