package org.manumit.graph.analysis.criticality;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * A link between two whose loss would hurt the network (Williams, ch. 10, in Friesendorf 2009; 003, l. 16491-16500).
 * Neither end is a victim.
 *
 * @param one one end
 * @param other the other end
 * @param label what the source calls both
 * @param importance how much runs over the link, from 0 to 1
 * @param redundancy how far what runs over it could run elsewhere, from 0 to 1
 * @param reasons why
 */
public record CriticalLink(
        EntityId one, EntityId other, String label, double importance, double redundancy, List<Reason> reasons) {

    public CriticalLink {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(label, "label");
        reasons = List.copyOf(reasons);
        if (!(importance >= 0 && importance <= 1 && redundancy >= 0 && redundancy <= 1)) {
            throw new IllegalArgumentException(
                    "importance and redundancy must be from 0 to 1: " + importance + ", " + redundancy);
        }
    }

    /** Importance times one minus redundancy. */
    public double criticality() {
        return importance * (1 - redundancy);
    }
}
