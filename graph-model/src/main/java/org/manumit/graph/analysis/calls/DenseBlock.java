package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * A set of numbers that calls another set (or itself) again and again and shortly, nearly each the others.
 *
 * @param callers who calls
 * @param called who is called; may overlap with the callers
 * @param calls how many short calls
 * @param pairs how many different pairs call at least as often as asked
 * @param density which share of the possible pairs that is
 * @param medianSeconds how long the calls last as a rule
 * @param score how well founded, from 0 to 1
 * @param reasons why
 */
public record DenseBlock(
        List<EntityId> callers,
        List<EntityId> called,
        int calls,
        int pairs,
        double density,
        int medianSeconds,
        double score,
        List<Reason> reasons) {
    public DenseBlock {
        callers = List.copyOf(callers);
        called = List.copyOf(called);
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(reasons, "reasons");
    }
}
