package org.manumit.graph;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A point in time as precisely as the source gives it, and no more: {@code 2024-03-05}, {@code 2024-03}, {@code 2024},
 * {@code 1990s}, {@code ~2024}.
 *
 * @param start the first moment it can mean, in the case's local time
 * @param precision how much of {@code start} was stated
 * @param certainty whether the source says it outright, approximately or as a presumption
 */
public record PartialDate(LocalDateTime start, Precision precision, Certainty certainty)
        implements Comparable<PartialDate> {

    /** How much of a date was stated. */
    public enum Precision {
        DECADE,
        YEAR,
        MONTH,
        DAY,
        MINUTE,
        SECOND
    }

    public PartialDate {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(certainty, "certainty");
    }

    /** The first moment after everything it can mean. */
    public LocalDateTime end() {
        return switch (precision) {
            case DECADE -> start.plusYears(10);
            case YEAR -> start.plusYears(1);
            case MONTH -> start.plusMonths(1);
            case DAY -> start.plusDays(1);
            case MINUTE -> start.plusMinutes(1);
            case SECOND -> start.plusSeconds(1);
        };
    }

    /** Days between the first moments of two dates; negative when {@code later} is the earlier one. */
    public long daysUntil(PartialDate later) {
        return ChronoUnit.DAYS.between(start, later.start);
    }

    @Override
    public int compareTo(PartialDate other) {
        return start.compareTo(other.start);
    }

    /** As it would be written in a case workbook. */
    @Override
    public String toString() {
        String text =
                switch (precision) {
                    case DECADE -> (start.getYear() / 10 * 10) + "s";
                    case YEAR -> String.format("%04d", start.getYear());
                    case MONTH -> String.format("%04d-%02d", start.getYear(), start.getMonthValue());
                    case DAY -> start.toLocalDate().toString();
                    case MINUTE, SECOND -> start.toString();
                };
        return switch (certainty) {
            case STATED -> text;
            case APPROXIMATE -> "~" + text;
            case PRESUMED -> text + "?";
        };
    }
}
