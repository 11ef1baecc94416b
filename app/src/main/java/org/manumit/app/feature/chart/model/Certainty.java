package org.manumit.app.feature.chart.model;

import java.util.Locale;

/** How firmly something on the chart is known; drawn as a whole, dashed or dotted line. */
public enum Certainty {
    /** A source says so. */
    STATED,
    /** The program's analysis concludes so. */
    INFERRED,
    /** A source or an analyst presumes so. */
    PRESUMED;

    /** The style class of the chart stylesheet, for example {@code inferred}. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
