package org.manumit.app.shell;

import javafx.scene.input.KeyCombination;

/** What the keyboard does anywhere in the window. */
enum Shortcut {
    SEARCH("Shortcut+F"),
    IMPORT("Shortcut+I"),
    CHART("Shortcut+1"),
    VERDICT("Shortcut+2"),
    TABLES("Shortcut+3"),
    SOURCES("Shortcut+4"),
    UNDO("Shortcut+Z"),
    REDO("Shortcut+Shift+Z"),
    BACK("Alt+Left"),
    CLOSE("Shortcut+W"),
    HELP("F1");

    private final String keys;

    Shortcut(String keys) {
        this.keys = keys;
    }

    /** The keys. */
    KeyCombination combination() {
        return KeyCombination.valueOf(keys);
    }

    /** The keys as this system writes them. */
    String keysInWords() {
        return combination().getDisplayText();
    }
}
