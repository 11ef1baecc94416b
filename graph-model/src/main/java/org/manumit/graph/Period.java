package org.manumit.graph;

import java.util.Objects;
import java.util.Optional;

/**
 * When a claim holds. Either end may be unknown; {@code open} says that it still held when the source was written.
 *
 * @param from first date, when known
 * @param to last date, when known
 * @param end whether the end is unknown, stated, or still to come
 */
public record Period(Optional<PartialDate> from, Optional<PartialDate> to, End end) {

    /** What is known of the end. */
    public enum End {
        UNKNOWN,
        STATED,
        /** {@code to} = {@code open}: it still held. */
        OPEN
    }

    /** Nothing known. */
    public static final Period UNKNOWN = new Period(Optional.empty(), Optional.empty(), End.UNKNOWN);

    public Period {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(end, "end");
        if (to.isPresent() != (end == End.STATED)) {
            throw new IllegalArgumentException("an end date is given exactly when the end is stated");
        }
    }

    /** A period between dates of which either may be unknown. */
    public static Period between(Optional<PartialDate> from, Optional<PartialDate> to) {
        return new Period(from, to, to.isPresent() ? End.STATED : End.UNKNOWN);
    }

    /** A single date. */
    public static Period on(PartialDate date) {
        return new Period(Optional.of(date), Optional.of(date), End.STATED);
    }

    /** Whether nothing is known of it. */
    public boolean isUnknown() {
        return from.isEmpty() && to.isEmpty() && end == End.UNKNOWN;
    }

    /** Whether it can overlap the other; an unknown end counts as possibly overlapping. */
    public boolean canOverlap(Period other) {
        boolean startsBeforeOtherEnds = from.isEmpty()
                || other.to.isEmpty()
                || from.get().start().isBefore(other.to.get().end());
        boolean otherStartsBeforeEnds = other.from.isEmpty()
                || to.isEmpty()
                || other.from.get().start().isBefore(to.get().end());
        return startsBeforeOtherEnds && otherStartsBeforeEnds;
    }
}
