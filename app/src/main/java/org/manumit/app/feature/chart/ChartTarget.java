package org.manumit.app.feature.chart;

/** What on a chart an intent is about. */
public sealed interface ChartTarget {

    /**
     * An entity.
     *
     * @param id its id
     */
    record OfNode(String id) implements ChartTarget {}

    /**
     * A link.
     *
     * @param id its id
     */
    record OfLink(String id) implements ChartTarget {}

    /** The chart itself. */
    record OfChart() implements ChartTarget {}
}
