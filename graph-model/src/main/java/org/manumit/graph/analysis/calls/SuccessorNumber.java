package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * That one number seems to have taken over from another.
 *
 * @param from the number that fell silent
 * @param to the number that took over
 * @param score how well founded, from 0 to 1
 * @param reasons what speaks for it
 * @param reasonsAgainst what speaks against it
 */
public record SuccessorNumber(
        EntityId from, EntityId to, double score, List<Reason> reasons, List<Reason> reasonsAgainst) {
    public SuccessorNumber {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        reasons = List.copyOf(reasons);
        reasonsAgainst = List.copyOf(reasonsAgainst);
    }
}
