package org.manumit.graph.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.manumit.graph.Period;

/**
 * A stretch of time in seconds since 1970-01-01T00:00Z, its end not included.
 *
 * @param from first second, or {@link Long#MIN_VALUE} for no beginning
 * @param to first second after it, or {@link Long#MAX_VALUE} for no end
 */
public record TimeWindow(long from, long to) {

    /** All time; records without a date lie in it too. */
    public static final TimeWindow ALL = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE);

    public TimeWindow {
        if (from > to) {
            throw new IllegalArgumentException("a window must not end before it begins: " + from + " > " + to);
        }
    }

    /** From one moment to the moment before another. */
    public static TimeWindow between(Instant from, Instant to) {
        return new TimeWindow(from.getEpochSecond(), to.getEpochSecond());
    }

    /** A period of a case file; an unknown end does not bound it. */
    public static TimeWindow of(Period period, ZoneId zone) {
        long from = period.from().map(d -> seconds(d.start(), zone)).orElse(Long.MIN_VALUE);
        long to = period.to().map(d -> seconds(d.end(), zone)).orElse(Long.MAX_VALUE);
        // a file may state an end before the beginning; what it says then bounds nothing
        return from <= to ? new TimeWindow(from, to) : ALL;
    }

    private static long seconds(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toEpochSecond();
    }

    /** Whether it has neither beginning nor end. */
    public boolean isUnbounded() {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
    }

    /** Whether a moment lies in it. */
    public boolean contains(long epochSecond) {
        return epochSecond >= from && epochSecond < to;
    }

    /** Whether they share a moment. */
    public boolean overlaps(TimeWindow other) {
        return from < other.to && other.from < to;
    }
}
