package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.tabular.CellKind;

/**
 * How the durations of one column are to be read. Immutable, safe for use from several threads.
 *
 * @param unit what a bare number counts
 * @param twoParts what {@code 12:34} means
 * @param reason why, in words
 */
public record DurationReading(Unit unit, TwoParts twoParts, String reason) {

    /** What a bare number counts. */
    public enum Unit {
        MILLISECONDS(1),
        SECONDS(1000),
        MINUTES(60_000);

        private final int millis;

        Unit(int millis) {
            this.millis = millis;
        }
    }

    /** What {@code 12:34} means. */
    public enum TwoParts {
        MINUTES_AND_SECONDS,
        HOURS_AND_MINUTES
    }

    /** Seconds, and minutes with seconds: what nearly all operators export. */
    public static final DurationReading SECONDS =
            new DurationReading(Unit.SECONDS, TwoParts.MINUTES_AND_SECONDS, "seconds");

    private static final String EXPECTED = "a duration, such as 95, 1:35 or 1m 35s";

    /** Longer than a month is no call and no data session. */
    private static final long LONGEST_MILLIS = 31L * 86_400_000;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?");
    /** 00.01.05, as clocks are written in the south of Europe. */
    private static final Pattern STOPS = Pattern.compile("\\d{1,3}\\.[0-5]\\d\\.[0-5]\\d");

    private static final Pattern WORDS = Pattern.compile(
            "(?:(\\d+)\\s*(?:hours?|hrs?|std|stunden?|heures?|horas?|ore|ora"
                    + "|godz|uur|час|год|sa|h)\\.?)?[\\s,]*(?:(\\d+)\\s*(?:minutes?|minuten|minutos?|minuti|minuty|mins?|min|mn|мин|хв|dk|m|')\\.?)?"
                    + "[\\s,]*(?:(\\d+)\\s*(?:seconds?|sekunden|secondes?|segundos?|secondi|sekundy?|secs?|sec|sek|сек|с|sn|s|\"|'')\\.?)?");

    /** Reads one cell. A negative duration is malformed. */
    public Parsed<Duration> read(String cell, CellKind kind) {
        if (cell.isEmpty() || cell.equals("-")) {
            return Parsed.absent();
        }
        long seconds = wholeNumber(cell);
        if (seconds >= 0 && seconds <= LONGEST_MILLIS) {
            return bounded(cell, seconds * unit.millis);
        }
        String plain = PlainDigits.of(cell);
        if (!plain.equals(cell)) {
            return read(plain, kind);
        }
        if (kind == CellKind.DATE_TIME || kind == CellKind.DATE || kind == CellKind.BOOLEAN || kind == CellKind.ERROR) {
            return Parsed.malformed(cell, EXPECTED);
        }
        Matcher clock = CLOCK.matcher(STOPS.matcher(cell).matches() ? cell.replace('.', ':') : cell);
        if (clock.matches()) {
            return ofClock(cell, kind, clock);
        }
        try {
            BigDecimal millis = new BigDecimal(cell.replace(',', '.')).multiply(BigDecimal.valueOf(unit.millis));
            if (millis.signum() < 0) {
                return Parsed.malformed(cell, EXPECTED + ", not negative");
            }
            return millis.precision() - millis.scale() > 12
                    ? Parsed.malformed(cell, EXPECTED)
                    : bounded(cell, millis.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } catch (NumberFormatException e) {
            return ofWords(cell);
        }
    }

    private Parsed<Duration> ofClock(String cell, CellKind kind, Matcher clock) {
        long first = Long.parseLong(clock.group(1));
        long second = Long.parseLong(clock.group(2));
        String third = clock.group(3);
        if (second > 59) {
            return Parsed.malformed(cell, EXPECTED);
        }
        if (third == null) {
            boolean hours =
                    twoParts == TwoParts.HOURS_AND_MINUTES || kind == CellKind.TIME || kind == CellKind.DURATION;
            return bounded(cell, hours ? (first * 60 + second) * 60_000 : (first * 60 + second) * 1000);
        }
        long seconds = Long.parseLong(third);
        if (seconds > 59) {
            return Parsed.malformed(cell, EXPECTED);
        }
        String fraction = clock.group(4);
        long millis = fraction == null ? 0 : Math.round(Double.parseDouble("0." + fraction) * 1000);
        return bounded(cell, ((first * 60 + second) * 60 + seconds) * 1000 + millis);
    }

    private static Parsed<Duration> ofWords(String cell) {
        String text = cell.toLowerCase(Locale.ROOT);
        if (text.startsWith("pt")) {
            try {
                return bounded(cell, Duration.parse(cell).toMillis());
            } catch (DateTimeParseException | ArithmeticException e) {
                return Parsed.malformed(cell, EXPECTED);
            }
        }
        Matcher words = WORDS.matcher(text);
        if (text.length() > 40 || !words.matches()) {
            return Parsed.malformed(cell, EXPECTED);
        }
        long seconds = part(words.group(1)) * 3600 + part(words.group(2)) * 60 + part(words.group(3));
        return bounded(cell, seconds * 1000);
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits.length() > 9 ? "999999999" : digits);
    }

    private static Parsed<Duration> bounded(String cell, long millis) {
        return millis < 0 || millis > LONGEST_MILLIS
                ? Parsed.malformed(cell, EXPECTED + ", of at most 31 days")
                : Parsed.of(Duration.ofMillis(millis));
    }

    private static long wholeNumber(String cell) {
        int length = cell.length();
        if (length > 10) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
