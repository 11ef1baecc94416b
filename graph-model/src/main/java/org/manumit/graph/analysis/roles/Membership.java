package org.manumit.graph.analysis.roles;

import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * That somebody belongs to an organisation.
 *
 * @param who a person or an organisation
 * @param organisation to what
 * @param as {@code leader}, {@code member}, {@code owner}, ...; may be empty
 * @param firmness from 0 to 1
 * @param when when
 * @param claim where it stands
 */
public record Membership(EntityId who, EntityId organisation, String as, double firmness, Period when, ClaimId claim) {
    public Membership {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(as, "as");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(claim, "claim");
    }
}
