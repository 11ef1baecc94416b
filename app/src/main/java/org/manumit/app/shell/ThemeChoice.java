package org.manumit.app.shell;

import java.util.Locale;
import java.util.Optional;
import org.manumit.styles.Theme;

/** What the user wants the window to look like. */
public enum ThemeChoice {
    /** As the system does. */
    SYSTEM,
    LIGHT,
    DARK;

    /** The choice of a name; the system's when nothing else was chosen. */
    static ThemeChoice named(Optional<String> name) {
        return switch (name.orElse("").toLowerCase(Locale.ROOT)) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }

    /** The theme that follows. */
    Theme theme(Theme ofSystem) {
        return switch (this) {
            case SYSTEM -> ofSystem;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
