package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * That a source says outright what somebody did: a stated role, or their part in a recruitment, journey, exploitation,
 * paper.
 *
 * @param actor who
 * @param role the role the act belongs to
 * @param victims on whom, as far as named
 * @param firmness from 0 to 1: how firmly it is said and how the source is graded
 * @param when when
 * @param claim where it stands
 * @param how what kind of statement it is
 */
public record Act(
        EntityId actor, Role role, List<EntityId> victims, double firmness, Period when, ClaimId claim, How how) {

    /** What kind of statement an act was read from. */
    public enum How {
        ROLE,
        RECRUITMENT,
        JOURNEY,
        EXPLOITATION,
        PAPER,
        TIE,
        PAYMENT,
        PREMISES,
        /** An analyst confirmed the role. */
        CONFIRMED
    }

    public Act {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(role, "role");
        victims = List.copyOf(victims);
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(how, "how");
    }
}
