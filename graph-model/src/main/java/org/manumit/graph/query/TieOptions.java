package org.manumit.graph.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.manumit.graph.ClaimType;

/**
 * Which ties a {@link TieGraph} holds.
 *
 * @param level whether things are nodes of their own, or merged into who stands behind them
 * @param claims the types of claims that tie
 * @param records the records that tie
 * @param window the time that counts; when it is bounded, records without a date are left out
 * @param incidental whether ties that the source calls incidental count (003, l. 16004-16008)
 */
public record TieOptions(
        Level level, Set<ClaimType> claims, Set<Records> records, TimeWindow window, Incidental incidental) {

    /** What the nodes are. */
    public enum Level {
        /** Everything that is tied to something: persons, numbers, accounts, premises, papers, ... */
        ENTITY,
        /** Persons and organisations; numbers, accounts and other things only where nobody is known behind them. */
        ACTOR
    }

    /** Mass records that tie. */
    public enum Records {
        CALLS,
        TRANSFERS
    }

    /** Whether incidental ties count. */
    public enum Incidental {
        COUNT,
        LEAVE_OUT
    }

    /** Everything that ties at all, at the level of persons and organisations, whenever. */
    public static final TieOptions ACTORS = new TieOptions(
            Level.ACTOR, except(ClaimType.PASSAGE), EnumSet.allOf(Records.class), TimeWindow.ALL, Incidental.COUNT);

    /** Everything that ties at all, things being nodes of their own, whenever. */
    public static final TieOptions ENTITIES = new TieOptions(
            Level.ENTITY,
            EnumSet.allOf(ClaimType.class),
            EnumSet.allOf(Records.class),
            TimeWindow.ALL,
            Incidental.COUNT);

    public TieOptions {
        Objects.requireNonNull(level, "level");
        claims = claims.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(claims));
        records = records.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(records));
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(incidental, "incidental");
    }

    private static Set<ClaimType> except(ClaimType type) {
        EnumSet<ClaimType> types = EnumSet.allOf(ClaimType.class);
        types.remove(type);
        return types;
    }

    /** The same within a stretch of time. */
    public TieOptions within(TimeWindow stretch) {
        return new TieOptions(level, claims, records, stretch, incidental);
    }

    /** The same from claims of these types only. */
    public TieOptions from(Set<ClaimType> types) {
        return new TieOptions(level, types, records, window, incidental);
    }

    /** The same from these records only. */
    public TieOptions fromRecords(Set<Records> which) {
        return new TieOptions(level, claims, which, window, incidental);
    }

    /** The same without ties that the source calls incidental. */
    public TieOptions withoutIncidental() {
        return new TieOptions(level, claims, records, window, Incidental.LEAVE_OUT);
    }
}
