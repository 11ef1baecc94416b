package org.manumit.app.feature.chart.model;

import java.util.Locale;

/** What a link on the chart stands for; its colour family. */
public enum LinkKind {
    CALL,
    MESSAGE,
    MONEY,
    TASKING,
    CONTROL,
    RECRUITMENT,
    MOVEMENT,
    KINSHIP,
    MEMBERSHIP,
    USE,
    PRESENCE,
    TIE;

    /** The style class of the chart stylesheet, for example {@code money}. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
