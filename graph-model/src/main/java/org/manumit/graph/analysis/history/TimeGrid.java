package org.manumit.graph.analysis.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;

/**
 * Time cut into stretches of equal length, as short as the dates allow and as long as it takes to have a manageable
 * number of them. Immutable.
 */
final class TimeGrid {

    private static final double PRECISE_ENOUGH = 0.7;

    /** How long a stretch is. */
    private enum Unit {
        WEEK(Precision.DAY),
        MONTH(Precision.MONTH),
        QUARTER(Precision.MONTH),
        YEAR(Precision.YEAR);

        /** What a date must say to fall into one stretch. */
        private final Precision needs;

        Unit(Precision needs) {
            this.needs = needs;
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate start, long steps) {
            return switch (this) {
                case WEEK -> start.plusWeeks(steps);
                case MONTH -> start.plusMonths(steps);
                case QUARTER -> start.plusMonths(3 * steps);
                case YEAR -> start.plusYears(steps);
            };
        }

        int between(LocalDate first, LocalDate day) {
            return (int)
                    switch (this) {
                        case WEEK -> ChronoUnit.WEEKS.between(first, start(day));
                        case MONTH -> ChronoUnit.MONTHS.between(first, start(day));
                        case QUARTER -> ChronoUnit.MONTHS.between(first, start(day)) / 3;
                        case YEAR -> ChronoUnit.YEARS.between(first, start(day));
                    };
        }
    }

    /** Longer series of stretches tell no more. */
    private static final int MOST = 60;

    private final Unit unit;
    private final LocalDate first;
    private final int size;

    private TimeGrid(Unit unit, LocalDate from, LocalDate to) {
        this.unit = unit;
        first = unit.start(from);
        size = unit.between(first, to) + 1;
    }

    /** A grid that fits what is dated; empty when nothing is. */
    static Optional<TimeGrid> over(Collection<Sighting> sightings) {
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        int dated = 0;
        int toTheMonth = 0;
        int toTheDay = 0;
        for (Sighting sighting : sightings) {
            Optional<PartialDate> date = sighting.when().from().or(sighting.when()::to);
            if (date.isEmpty() || date.get().precision() == Precision.DECADE) {
                continue;
            }
            dated++;
            toTheMonth += date.get().precision().compareTo(Precision.MONTH) >= 0 ? 1 : 0;
            toTheDay += date.get().precision().compareTo(Precision.DAY) >= 0 ? 1 : 0;
            LocalDate day = date.get().start().toLocalDate();
            from = day.isBefore(from) ? day : from;
            LocalDate last =
                    sighting.when().to().map(d -> d.start().toLocalDate()).orElse(day);
            to = last.isAfter(to) ? last : to;
            to = day.isAfter(to) ? day : to;
        }
        if (dated == 0) {
            return Optional.empty();
        }
        boolean months = toTheMonth >= PRECISE_ENOUGH * dated;
        boolean days = toTheDay >= PRECISE_ENOUGH * dated;
        for (Unit unit : Unit.values()) {
            boolean fine = unit == Unit.YEAR || (unit == Unit.WEEK ? days : months);
            TimeGrid grid = new TimeGrid(unit, from, to);
            if (fine && (grid.size <= MOST || unit == Unit.YEAR)) {
                return Optional.of(grid);
            }
        }
        return Optional.empty();
    }

    /** How many stretches. */
    int size() {
        return size;
    }

    /** The fewest stretches on either side of a change. */
    int least() {
        return unit == Unit.YEAR ? 2 : 3;
    }

    /** The first stretch that something fills; empty when its date says too little or lies outside. */
    Optional<int[]> filled(Period when) {
        Optional<PartialDate> from = when.from();
        Optional<PartialDate> to = when.to();
        PartialDate start = from.or(() -> to).orElse(null);
        if (start == null || start.precision().compareTo(unit.needs) < 0) {
            return Optional.empty();
        }
        int low = stretch(start);
        int high = low;
        if (from.isPresent() && when.end() == Period.End.OPEN) {
            high = size - 1;
        } else if (from.isPresent() && to.isPresent() && to.get().precision().compareTo(unit.needs) >= 0) {
            high = Math.max(low, stretch(to.get()));
        }
        return high < 0 || low >= size
                ? Optional.empty()
                : Optional.of(new int[] {Math.max(0, low), Math.min(size - 1, high)});
    }

    private int stretch(PartialDate date) {
        return unit.between(first, date.start().toLocalDate());
    }

    /** The stretch that a date falls into, or one outside the grid. */
    int stretchOf(PartialDate date) {
        LocalDate day = date.start().toLocalDate();
        return day.isBefore(first) ? -1 : stretch(date);
    }

    /** The first day of a stretch. */
    PartialDate start(int stretch) {
        LocalDate day = unit.plus(first, stretch);
        Precision precision =
                switch (unit) {
                    case WEEK -> Precision.DAY;
                    case MONTH, QUARTER -> Precision.MONTH;
                    case YEAR -> Precision.YEAR;
                };
        return new PartialDate(day.atStartOfDay(), precision, Certainty.STATED);
    }

    /** So many stretches in words. */
    String words(int count) {
        String name =
                switch (unit) {
                    case WEEK -> "week";
                    case MONTH -> "month";
                    case QUARTER -> "quarter";
                    case YEAR -> "year";
                };
        return count + " " + name + (count == 1 ? "" : "s");
    }
}
