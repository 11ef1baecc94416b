package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * That one number calls a second, which within minutes calls a third, far oftener than chance: orders passed on
 * (003, l. 4991-4996).
 *
 * @param first who calls
 * @param middle who passes on
 * @param last who is called then
 * @param times how often
 * @param expected how often chance lets expect
 * @param surprise how unlikely that is by chance, as a log-likelihood ratio
 * @param evidence the first calls of it, pair by pair
 */
public record CallChain(
        EntityId first,
        EntityId middle,
        EntityId last,
        int times,
        double expected,
        double surprise,
        List<ClaimId> evidence) {
    public CallChain {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(middle, "middle");
        Objects.requireNonNull(last, "last");
        evidence = List.copyOf(evidence);
    }

    /**
     * Why it is told.
     *
     * @param label what numbers are called
     */
    public Reason reason(Function<EntityId, String> label) {
        return new Reason(
                CallCriterion.PASSES_ON.key(),
                Math.min(CallCriterion.PASSES_ON.weight(), surprise / 4),
                label.apply(first) + " calls " + label.apply(middle) + ", who within minutes calls " + label.apply(last)
                        + ": " + times + " times, where chance gives " + Math.round(expected) + ".",
                CallCriterion.PASSES_ON.source(),
                evidence);
    }
}
