package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;

/**
 * That somebody plays a role, and why it is said.
 *
 * @param entity the person or organisation (or a number or account whose user is unknown)
 * @param label what the source calls them
 * @param role the role
 * @param basis whether a source states it or the analysis inferred it
 * @param score how well founded, from 0 to 1
 * @param period when
 * @param reasonsFor what speaks for it
 * @param reasonsAgainst what speaks against it
 */
public record RoleFinding(
        EntityId entity,
        String label,
        Role role,
        Basis basis,
        double score,
        Period period,
        List<Reason> reasonsFor,
        List<Reason> reasonsAgainst) {

    /** What a role rests on. */
    public enum Basis {
        STATED,
        INFERRED
    }

    public RoleFinding {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(period, "period");
        reasonsFor = List.copyOf(reasonsFor);
        reasonsAgainst = List.copyOf(reasonsAgainst);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score must be from 0 to 1: " + score);
        }
    }
}
