package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * How a number reacts to an event such as an arrest (Williams, ch. 10, in Friesendorf 2009; 003, l. 16478-16488).
 *
 * @param number the number
 * @param kind what it does
 * @param before how many records it has in the time before
 * @param after how many in the time after
 * @param score how well founded, from 0 to 1
 * @param reasons why
 */
public record EventReaction(EntityId number, Kind kind, int before, int after, double score, List<Reason> reasons) {

    /** What a number does after an event. */
    public enum Kind {
        FALLS_SILENT,
        BURST,
        /** Is newly in touch with contacts of whoever the event befell. */
        TAKES_OVER_CONTACTS
    }

    public EventReaction {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons);
    }
}
