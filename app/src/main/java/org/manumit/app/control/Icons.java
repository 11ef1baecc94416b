package org.manumit.app.control;

import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.graph.EntityKind;
import org.manumit.styles.Icon;

/** Draws the icons. */
public final class Icons {

    /** The usual size in pixels. */
    public static final int SIZE = 16;

    private Icons() {}

    /** An icon to put into a scene. */
    public static FontIcon of(Icon icon) {
        FontIcon drawn = new FontIcon(icon.ikon());
        drawn.setIconSize(SIZE);
        return drawn;
    }

    /** The icon that stands for a kind of entity. */
    public static Icon iconOf(EntityKind kind) {
        return switch (kind) {
            case PERSON -> Icon.PERSON;
            case ORGANISATION -> Icon.ORGANISATION;
            case PHONE, HANDSET -> Icon.PHONE;
            case SIM -> Icon.SIM;
            case ACCOUNT -> Icon.ACCOUNT;
            case PREMISES -> Icon.PREMISES;
            case VEHICLE -> Icon.VEHICLE;
            case PAPER -> Icon.PAPER;
            case ADVERT -> Icon.ADVERT;
            case CELL_SITE -> Icon.CELL_SITE;
            case DOCUMENT -> Icon.DOCUMENT;
            case EVENT -> Icon.EVENT;
        };
    }
}
