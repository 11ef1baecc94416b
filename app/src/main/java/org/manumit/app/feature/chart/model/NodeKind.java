package org.manumit.app.feature.chart.model;

import java.util.Locale;

/** What an entity on the chart is. Decides its symbol and whether it is drawn as an actor or as a thing. */
public enum NodeKind {
    PERSON,
    ORGANISATION,
    PHONE,
    ACCOUNT,
    PREMISES,
    VEHICLE,
    PAPER,
    ADVERT,
    DOCUMENT,
    PLACE,
    EVENT,
    OTHER;

    /** Whether entities of this kind act (and so are drawn larger) or are used by those who do. */
    public boolean acts() {
        return this == PERSON || this == ORGANISATION;
    }

    /** The style class of the chart stylesheet, for example {@code person}. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
