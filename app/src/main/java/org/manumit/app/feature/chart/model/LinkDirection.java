package org.manumit.app.feature.chart.model;

/** Which ends of a link carry an arrowhead. */
public enum LinkDirection {
    NONE,
    FORWARD,
    BACKWARD,
    BOTH
}
