package org.manumit.graph.analysis.criticality;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * Somebody whose loss would hurt the network: importance times what of it nobody else could supply (Williams, ch. 10,
 * in Friesendorf 2009; 003, l. 16491-16559). Never a victim.
 *
 * @param target who
 * @param label what the source calls them
 * @param kind in which of the five ways they are critical
 * @param importance from 0 to 1
 * @param redundancy how far others could replace them, from 0 to 1
 * @param substitutes who would, the best placed first
 * @param reasons why
 */
public record CriticalElement(
        EntityId target,
        String label,
        Kind kind,
        double importance,
        double redundancy,
        List<EntityId> substitutes,
        List<Reason> reasons) {

    /** The five kinds of critical node (003, l. 16501-16559). */
    public enum Kind {
        LEADERSHIP,
        /** Many direct links. */
        DIRECT,
        /** Many indirect links: betweenness. */
        INDIRECT,
        /** Spans groups, countries, or the criminal and the legal world. */
        SPANNER,
        /** Holds a task the network cannot do without. */
        TASK
    }

    public CriticalElement {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        substitutes = List.copyOf(substitutes);
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
