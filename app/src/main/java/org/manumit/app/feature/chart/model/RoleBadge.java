package org.manumit.app.feature.chart.model;

import java.util.Objects;

/**
 * A role an entity is shown to hold, and how firmly.
 *
 * @param role the role
 * @param certainty stated roles are drawn filled, inferred and presumed ones hollow
 */
public record RoleBadge(ChartRole role, Certainty certainty) {

    public RoleBadge {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(certainty, "certainty");
    }

    /** A role a source states. */
    public static RoleBadge stated(ChartRole role) {
        return new RoleBadge(role, Certainty.STATED);
    }

    /** A role the analysis infers. */
    public static RoleBadge inferred(ChartRole role) {
        return new RoleBadge(role, Certainty.INFERRED);
    }
}
