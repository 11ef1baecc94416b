package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * A journey of people who may be victims.
 *
 * @param travellers who travelled
 * @param from country left
 * @param to country reached
 * @param recurring whether it happened again and again by the week or month
 * @param times how often at least
 * @param lawful whether the border was crossed with papers that looked right and on common carriers
 * @param when when
 * @param claim where it stands
 */
public record Journey(
        List<EntityId> travellers,
        Optional<String> from,
        Optional<String> to,
        boolean recurring,
        double times,
        boolean lawful,
        Period when,
        ClaimId claim) {
    public Journey {
        travellers = List.copyOf(travellers);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(claim, "claim");
    }
}
