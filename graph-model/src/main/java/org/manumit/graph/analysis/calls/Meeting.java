package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * That two numbers are used at the same antennas at the same time, oftener than chance.
 *
 * @param one a number
 * @param other another, of somebody else
 * @param kind whether they are at the same places or travel together
 * @param times how often
 * @param days on how many days
 * @param places at how many antennas
 * @param expected how often chance lets expect
 * @param score how well founded, from 0 to 1
 * @param reasons why
 */
public record Meeting(
        EntityId one,
        EntityId other,
        Kind kind,
        int times,
        int days,
        int places,
        double expected,
        double score,
        List<Reason> reasons) {

    /** What two do together. */
    public enum Kind {
        SAME_PLACES,
        /** Three or more antennas one after the other on one day, on several days. */
        TRAVEL_TOGETHER
    }

    public Meeting {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons);
    }
}
