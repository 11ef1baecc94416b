package org.manumit.app.feature.chart.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entity as the chart is to show it. The caller words it: labels are drawn as given, so whoever makes a chart for
 * others passes pseudonyms.
 *
 * @param id stable across sessions and imports; saved places refer to it
 * @param label what stands under the symbol; may be empty
 * @param detail a second, smaller line and the tooltip's text; may be empty
 * @param kind what it is
 * @param roles the roles it is shown to hold, most important first; {@link ChartRole#VICTIM} makes it a person to protect
 * @param weight importance, 0 or more; larger means a larger symbol and an earlier label; comparable within one chart
 * @param group what it belongs to (a firm, a community), for outlines and columns
 * @param country ISO 3166 two-letter code or a region's name, for columns
 * @param styleClasses further style classes of the chart stylesheet
 */
public record ChartNode(
        String id,
        String label,
        String detail,
        NodeKind kind,
        List<RoleBadge> roles,
        double weight,
        Optional<String> group,
        Optional<String> country,
        List<String> styleClasses) {

    public ChartNode {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(country, "country");
        if (id.isBlank()) {
            throw new IllegalArgumentException("an entity on the chart needs an id");
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(id + ": weight must be a number of 0 or more, was " + weight);
        }
        roles = List.copyOf(roles);
        styleClasses = List.copyOf(styleClasses);
    }

    /** An entity with nothing but a name; add the rest with the {@code with...} methods. */
    public static ChartNode of(String id, String label, NodeKind kind) {
        return new ChartNode(id, label, "", kind, List.of(), 0, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same entity with a second line. */
    public ChartNode withDetail(String newDetail) {
        return new ChartNode(id, label, newDetail, kind, roles, weight, group, country, styleClasses);
    }

    /** The same entity with these roles, most important first. */
    public ChartNode withRoles(List<RoleBadge> newRoles) {
        return new ChartNode(id, label, detail, kind, newRoles, weight, group, country, styleClasses);
    }

    /** The same entity with this importance. */
    public ChartNode withWeight(double newWeight) {
        return new ChartNode(id, label, detail, kind, roles, newWeight, group, country, styleClasses);
    }

    /** The same entity as part of a group. */
    public ChartNode withGroup(String newGroup) {
        return new ChartNode(id, label, detail, kind, roles, weight, Optional.of(newGroup), country, styleClasses);
    }

    /** The same entity in a country. */
    public ChartNode withCountry(String newCountry) {
        return new ChartNode(id, label, detail, kind, roles, weight, group, Optional.of(newCountry), styleClasses);
    }

    /** The same entity with further style classes. */
    public ChartNode withStyleClasses(List<String> newStyleClasses) {
        return new ChartNode(id, label, detail, kind, roles, weight, group, country, newStyleClasses);
    }

    /** Whether this is a person to protect: drawn apart from everybody else, whatever other roles were forced on them. */
    public boolean isVictim() {
        for (RoleBadge badge : roles) {
            if (badge.role() == ChartRole.VICTIM) {
                return true;
            }
        }
        return false;
    }

    /** The phase that colours the symbol: protection first, then the first role's. */
    public Optional<Phase> phase() {
        if (isVictim()) {
            return Optional.of(Phase.PROTECTED);
        }
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(roles.getFirst().role().phase());
    }
}
