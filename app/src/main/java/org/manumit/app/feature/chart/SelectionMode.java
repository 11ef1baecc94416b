package org.manumit.app.feature.chart;

/** How a new selection meets the old one. */
public enum SelectionMode {
    REPLACE,
    ADD,
    TOGGLE
}
