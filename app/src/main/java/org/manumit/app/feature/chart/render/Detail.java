package org.manumit.app.feature.chart.render;

/** How much care a picture gets. */
public enum Detail {
    /** While something moves and a careful picture would take too long: unsmoothed lines, no arrows, few labels. */
    DRAFT,
    /** On screen at rest. */
    SMOOTH,
    /** For export: everything as vectors, whatever it costs. */
    PRINT
}
