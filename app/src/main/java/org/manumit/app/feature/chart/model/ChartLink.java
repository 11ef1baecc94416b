package org.manumit.app.feature.chart.model;

import java.util.List;
import java.util.Objects;

/**
 * One link as the chart is to show it.
 *
 * @param id stable across sessions and imports
 * @param from id of the entity at one end
 * @param to id of the entity at the other end; may be the same
 * @param kind what it stands for
 * @param label what stands beside the line, for example "143 calls"; may be empty
 * @param weight how much stands behind it, above 0 (calls, transfers, mentions); thickness grows with its logarithm
 * @param direction where the arrowheads are
 * @param certainty stated, inferred or presumed
 * @param styleClasses further style classes of the chart stylesheet
 */
public record ChartLink(
        String id,
        String from,
        String to,
        LinkKind kind,
        String label,
        double weight,
        LinkDirection direction,
        Certainty certainty,
        List<String> styleClasses) {

    public ChartLink {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(certainty, "certainty");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a link on the chart needs an id");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(id + ": weight must be a number above 0, was " + weight);
        }
        styleClasses = List.copyOf(styleClasses);
    }

    /** A stated link of weight 1 from one entity to another; add the rest with the {@code with...} methods. */
    public static ChartLink of(String id, String from, String to, LinkKind kind) {
        return new ChartLink(id, from, to, kind, "", 1, LinkDirection.FORWARD, Certainty.STATED, List.of());
    }

    /** The same link with a label. */
    public ChartLink withLabel(String newLabel) {
        return new ChartLink(id, from, to, kind, newLabel, weight, direction, certainty, styleClasses);
    }

    /** The same link with this much behind it. */
    public ChartLink withWeight(double newWeight) {
        return new ChartLink(id, from, to, kind, label, newWeight, direction, certainty, styleClasses);
    }

    /** The same link pointing elsewhere. */
    public ChartLink withDirection(LinkDirection newDirection) {
        return new ChartLink(id, from, to, kind, label, weight, newDirection, certainty, styleClasses);
    }

    /** The same link, known otherwise. */
    public ChartLink withCertainty(Certainty newCertainty) {
        return new ChartLink(id, from, to, kind, label, weight, direction, newCertainty, styleClasses);
    }

    /** The same link with further style classes. */
    public ChartLink withStyleClasses(List<String> newStyleClasses) {
        return new ChartLink(id, from, to, kind, label, weight, direction, certainty, newStyleClasses);
    }
}
