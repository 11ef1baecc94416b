package org.manumit.graph;

import java.util.Locale;

/** What a thing in the graph is. */
public enum EntityKind {
    PERSON("Person"),
    ORGANISATION("Organisation"),
    PHONE("Phone"),
    /** A handset, known by its IMEI. */
    HANDSET("Handset"),
    /** A SIM card, known by its IMSI. */
    SIM("Sim"),
    ACCOUNT("Account"),
    PREMISES("Premises"),
    VEHICLE("Vehicle"),
    PAPER("Paper"),
    ADVERT("Advert"),
    /** An antenna of a mobile network, with or without a position. */
    CELL_SITE("CellSite"),
    /** A document that a case file cites as a source, or whose text was imported. */
    DOCUMENT("Document"),
    /** Something that happened once: a journey, a raid, a meeting. */
    EVENT("Event");

    private final String label;

    EntityKind(String label) {
        this.label = label;
    }

    /** The name used in the store, in exports and in reports: {@code Person}, {@code CellSite}. */
    public String label() {
        return label;
    }

    /** What an {@link EntityId} of this kind begins with. */
    public String prefix() {
        return label.toLowerCase(Locale.ROOT);
    }

    /** Whether it can act: a person or an organisation, as against a thing they use. */
    public boolean isActor() {
        return this == PERSON || this == ORGANISATION;
    }
}
