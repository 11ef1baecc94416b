package org.manumit.importers.tabular.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * A date, with or without a time of day, as a cell gives it.
 *
 * @param local as the clock showed it; midnight when no time is given
 * @param offset from UTC, when the cell itself says
 * @param precision how much was given
 */
public record Moment(LocalDateTime local, Optional<ZoneOffset> offset, Precision precision) {

    /** How much of a moment was given. */
    public enum Precision {
        /** A date without a time. */
        DAY,
        /** Hours and minutes. */
        MINUTE,
        /** To the second or finer. */
        SECOND
    }

    /** How often a clock shows a time. */
    public enum Occurrence {
        ONCE,
        /** In the hour that is repeated when summer time ends. */
        TWICE,
        /** In the hour that is left out when summer time begins. */
        NEVER
    }

    /** How often the clocks of a zone show this moment; once where the cell itself says the offset. */
    public Occurrence occurrence(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (offset.isPresent() || precision == Precision.DAY || rules.isFixedOffset()) {
            return Occurrence.ONCE;
        }
        return switch (rules.getValidOffsets(local).size()) {
            case 0 -> Occurrence.NEVER;
            case 1 -> Occurrence.ONCE;
            default -> Occurrence.TWICE;
        };
    }

    /**
     * The point in time. In the hour that occurs twice when summer time ends the first is taken; a time in the hour
     * that is left out when it begins counts from before the change, as {@link LocalDateTime#atZone} does.
     *
     * @param zone the zone of times that carry none
     */
    public Instant toInstant(ZoneId zone) {
        return offset.isPresent()
                ? local.toInstant(offset.get())
                : local.atZone(zone).toInstant();
    }
}
