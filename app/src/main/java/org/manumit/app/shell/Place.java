package org.manumit.app.shell;

import org.manumit.styles.Icon;

/** The main views of an open case. */
public enum Place {
    CHART(Icon.CHART),
    VERDICT(Icon.VERDICT),
    TABLES(Icon.TABLES),
    SOURCES(Icon.SOURCES);

    private final Icon icon;

    Place(Icon icon) {
        this.icon = icon;
    }

    /** Its icon. */
    public Icon icon() {
        return icon;
    }
}
