package org.manumit.app.feature.chart;

/** The ways a chart can be arranged. */
public enum ChartLayoutKind {
    /** By forces and graph distance; separate networks side by side. */
    FORCE,
    /** In columns by the phase of the process each role serves: recruitment, movement, exploitation, proceeds. */
    PHASES,
    /** In rings around one entity. */
    RADIAL,
    /** In columns by country. */
    COUNTRIES,
    /** In columns by group. */
    GROUPS
}
