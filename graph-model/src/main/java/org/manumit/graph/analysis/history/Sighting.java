package org.manumit.graph.analysis.history;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * Something dated that shows somebody at work, or two at work with each other.
 *
 * @param who one or two, in the order of their ids
 * @param when when
 * @param covered the time that the records it was found in tell of; unknown where somebody said so
 * @param claim where it stands
 */
public record Sighting(List<EntityId> who, Period when, Period covered, ClaimId claim) {

    public Sighting {
        who = who.stream().distinct().sorted().toList();
        if (who.isEmpty() || who.size() > 2) {
            throw new IllegalArgumentException("one or two are sighted, not " + who.size());
        }
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(covered, "covered");
        Objects.requireNonNull(claim, "claim");
    }
}
