package org.manumit.app.shell;

import org.manumit.styles.Icon;

/** The main views of an open case. */
public enum Place {
    CHART(Icon.CHART, Room.SHARED),
    VERDICT(Icon.VERDICT, Room.SHARED),
    WHAT_IF(Icon.WHAT_IF, Room.SHARED),
    CALLS(Icon.CALLS, Room.WIDE),
    PATHS(Icon.PATHS, Room.WIDE),
    MEASURES(Icon.MEASURES, Room.WIDE),
    TABLES(Icon.TABLES, Room.WIDE),
    DOCUMENTS(Icon.DOCUMENT, Room.WIDE),
    SOURCES(Icon.SOURCES, Room.WIDE);

    /** How much room a view wants. */
    enum Room {
        /** Beside the list of people. */
        SHARED,
        /** All of it: tables show names themselves, and have many columns. */
        WIDE
    }

    private final Icon icon;
    private final Room room;

    Place(Icon icon, Room room) {
        this.icon = icon;
        this.room = room;
    }

    Room room() {
        return room;
    }

    /** Its icon. */
    public Icon icon() {
        return icon;
    }
}
