package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * That one indicator is met by somebody.
 *
 * @param actor who
 * @param indicator which indicator
 * @param strength how far it is met, from 0 to 1
 * @param text what was seen, one sentence that names who and what
 * @param when when
 * @param evidence where it stands
 */
public record Sign(
        EntityId actor, RoleIndicator indicator, double strength, String text, Period when, List<ClaimId> evidence) {
    public Sign {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(when, "when");
        evidence = List.copyOf(evidence);
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength must be from 0 to 1: " + strength);
        }
    }
}
