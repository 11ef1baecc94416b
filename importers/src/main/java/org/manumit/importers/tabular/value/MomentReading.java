package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.manumit.importers.tabular.CellKind;

/**
 * How the dates (with or without times) of one column are to be read. Not thread-safe: it keeps a scanner.
 */
public final class MomentReading {

    /** How the column writes its dates. */
    public enum Form {
        /** As people write them. */
        WRITTEN,
        /** Seconds since 1970-01-01T00:00Z. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970-01-01T00:00Z. */
        EPOCH_MILLIS,
        /** Days since 1899-12-30, as spreadsheets count. */
        SPREADSHEET_SERIAL
    }

    /** How sure the order of day and month is. */
    public enum Assurance {
        /** The values leave one reading only, or were told. */
        CERTAIN,
        /** Inferred, or assumed: the user should look. */
        ASSUMED
    }

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final Form form;
    private final DateOrder order;
    private final Assurance assurance;
    private final String reason;
    private final MomentScanner scanner = new MomentScanner();

    /** @param reason why it is to be read so, in words */
    public MomentReading(Form form, DateOrder order, Assurance assurance, String reason) {
        this.form = form;
        this.order = order;
        this.assurance = assurance;
        this.reason = reason;
    }

    /** Written dates in a given order. */
    public static MomentReading written(DateOrder order) {
        return new MomentReading(Form.WRITTEN, order, Assurance.CERTAIN, order.words());
    }

    /** How the column writes its dates. */
    public Form form() {
        return form;
    }

    /** The order of the numbers of a written date that does not tell by itself. */
    public DateOrder order() {
        return order;
    }

    /** How sure the reading is. */
    public Assurance assurance() {
        return assurance;
    }

    /** Why, in words: "day first: 214 values have a first number above 12". */
    public String reason() {
        return reason;
    }

    /** Reads abbreviations of zones that mean another one elsewhere ("CST") as this country does. */
    public void in(String country) {
        scanner.in(country);
    }

    /** Reads a date with or without a time of day. */
    public Parsed<Moment> read(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return Parsed.absent();
        }
        if (isNeverConnected(cell)) {
            return Parsed.absent();
        }
        Optional<Moment> moment =
                switch (kind) {
                    case DATE, DATE_TIME ->
                        scanner.scan(cell) ? scanner.moment(DateOrder.YEAR_FIRST) : Optional.empty();
                    case TIME, DURATION, BOOLEAN, ERROR -> Optional.empty();
                    case TEXT, NUMBER -> ofText(cell);
                };
        return moment.isPresent() ? Parsed.of(moment.get()) : Parsed.malformed(cell, expected());
    }

    /** Exchanges count from 1970 and write 0 for what never happened. */
    private boolean isNeverConnected(String cell) {
        return (form == Form.EPOCH_SECONDS || form == Form.EPOCH_MILLIS) && (cell.equals("0") || cell.equals("0.0"));
    }

    private Optional<Moment> ofText(String cell) {
        return switch (form) {
            case WRITTEN -> iso(cell).or(() -> scanner.scan(cell) ? scanner.moment(order) : Optional.empty());
            case EPOCH_SECONDS -> epoch(cell, 1000);
            case EPOCH_MILLIS -> epoch(cell, 1);
            case SPREADSHEET_SERIAL -> serial(cell);
        };
    }

    /** The spelling of most machine exports, {@code 2024-12-31 23:59:59}, without the general scanner's cost. */
    private static Optional<Moment> iso(String cell) {
        if (cell.length() != 19
                || cell.charAt(4) != '-'
                || cell.charAt(7) != '-'
                || (cell.charAt(10) != ' ' && cell.charAt(10) != 'T')
                || cell.charAt(13) != ':'
                || cell.charAt(16) != ':') {
            return Optional.empty();
        }
        int year = two(cell, 0) * 100 + two(cell, 2);
        int month = two(cell, 5);
        int day = two(cell, 8);
        int hour = two(cell, 11);
        int minute = two(cell, 14);
        int second = two(cell, 17);
        if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        if (day > 28 && day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return Optional.empty();
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Optional.empty();
        }
        return Optional.of(new Moment(
                LocalDateTime.of(year, month, day, hour, minute, second), Optional.empty(), Moment.Precision.SECOND));
    }

    private static int two(String cell, int at) {
        int tens = cell.charAt(at) - '0';
        int ones = cell.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
    }

    private static Optional<Moment> epoch(String cell, long millisPerUnit) {
        try {
            BigDecimal millis = new BigDecimal(cell).multiply(BigDecimal.valueOf(millisPerUnit));
            Instant instant = Instant.ofEpochMilli(millis.longValue());
            if (instant.getEpochSecond() < 0 || instant.getEpochSecond() > 4_102_444_800L) {
                return Optional.empty();
            }
            return Optional.of(new Moment(
                    LocalDateTime.ofInstant(instant, ZoneOffset.UTC),
                    Optional.of(ZoneOffset.UTC),
                    Moment.Precision.SECOND));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> serial(String cell) {
        try {
            double days = Double.parseDouble(cell.replace(',', '.'));
            if (!(days >= 1 && days < 110_000)) {
                return Optional.empty();
            }
            long whole = (long) Math.floor(days);
            long millis = Math.round((days - whole) * 86_400_000);
            // Six decimals of a day are a twelfth of a second: what is so near a second is that second.
            long nearest = Math.round(millis / 1000.0) * 1000;
            millis = Math.abs(millis - nearest) <= 50 ? nearest : millis;
            LocalDateTime local = SERIAL_ZERO.atStartOfDay().plusDays(whole).plus(millis, ChronoUnit.MILLIS);
            return Optional.of(new Moment(
                    local, Optional.empty(), days == whole ? Moment.Precision.DAY : Moment.Precision.SECOND));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads a time of day: {@code 14:35}, {@code 2:35:07 PM}, {@code 143507}. */
    public Parsed<LocalTime> readTime(String cell, CellKind kind) {
        return switch (readClock(cell, kind)) {
            case Parsed.Value<ClockTime>(ClockTime clock) -> Parsed.of(clock.time());
            case Parsed.Absent<ClockTime> absent -> Parsed.absent();
            case Parsed.Malformed<ClockTime>(String found, String expected) -> Parsed.malformed(found, expected);
        };
    }

    /** Reads a time of day with the offset it may carry: {@code 14:35:07 UTC}. */
    public Parsed<ClockTime> readClock(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return Parsed.absent();
        }
        if (kind == CellKind.DATE_TIME && scanner.scan(cell)) {
            Optional<Moment> moment = scanner.moment(DateOrder.YEAR_FIRST);
            if (moment.isPresent()) {
                return Parsed.of(new ClockTime(
                        moment.get().local().toLocalTime(), moment.get().offset()));
            }
        }
        String padded = isDigits(cell) && cell.length() == 5 ? "0" + cell : cell;
        return scanner.scanTime(padded)
                ? Parsed.of(new ClockTime(scanner.timeOfDay(), scanner.statedOffset()))
                : Parsed.malformed(cell, "a time of day, such as 23:59:58");
    }

    private static boolean isDigits(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    private String expected() {
        return switch (form) {
            case WRITTEN -> "a date, " + order.words() + ", such as " + order.example();
            case EPOCH_SECONDS -> "a time as seconds since 1970";
            case EPOCH_MILLIS -> "a time as milliseconds since 1970";
            case SPREADSHEET_SERIAL -> "a date as a spreadsheet's day number";
        };
    }
}
