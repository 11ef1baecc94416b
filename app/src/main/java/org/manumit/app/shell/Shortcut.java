package org.manumit.app.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the keyboard does anywhere in the window. */
enum Shortcut {
    SEARCH("Shortcut+F"),
    IMPORT("Shortcut+I"),
    BRIEF("Shortcut+B"),
    EXPORT("Shortcut+E"),
    CHART("Shortcut+1"),
    VERDICT("Shortcut+2"),
    WHAT_IF("Shortcut+3"),
    TABLES("Shortcut+4"),
    SOURCES("Shortcut+5"),
    DOCUMENTS("Shortcut+6"),
    CALLS("Shortcut+7"),
    PATHS("Shortcut+8"),
    MEASURES("Shortcut+9"),
    LIST("Shortcut+L"),
    DETAILS("Shortcut+D"),
    UNDO("Shortcut+Z"),
    REDO("Shortcut+Y", "Shortcut+Shift+Z"),
    BACK("Alt+Left"),
    CLOSE("Shortcut+W"),
    HELP("F1");

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> keys;

    Shortcut(String... keys) {
        this.keys = List.of(keys);
    }

    /** Whether a key press means it. */
    boolean matches(KeyEvent event) {
        return keys.stream()
                .anyMatch(combination -> KeyCombination.valueOf(combination).match(event));
    }

    /** Whether it means something while a sheet lies over the window; what is under the sheet stays as it is. */
    boolean worksOverSheets() {
        return switch (this) {
            case IMPORT, UNDO, REDO, HELP -> true;
            case SEARCH,
                    BRIEF,
                    EXPORT,
                    CHART,
                    VERDICT,
                    WHAT_IF,
                    TABLES,
                    SOURCES,
                    DOCUMENTS,
                    CALLS,
                    PATHS,
                    MEASURES,
                    LIST,
                    DETAILS,
                    BACK,
                    CLOSE -> false;
        };
    }

    /** The keys as this system writes them. */
    String keysInWords() {
        return KeyCombination.valueOf(keys.getFirst()).getDisplayText();
    }
}
