package org.manumit.app.feature.chart.model;

import java.util.Locale;

/**
 * The part of the trafficking process a role serves; the colour family of the chart. The first four follow one another
 * and are the columns of the layered layout; {@link #DIRECTION} tasks or brokers the others; {@link #PROTECTED} are
 * people to protect.
 */
public enum Phase {
    RECRUITMENT,
    MOVEMENT,
    EXPLOITATION,
    PROCEEDS,
    DIRECTION,
    PROTECTED;

    /** The style class of the chart stylesheet, for example {@code phase_recruitment}. */
    public String styleClass() {
        return "phase_" + name().toLowerCase(Locale.ROOT);
    }
}
