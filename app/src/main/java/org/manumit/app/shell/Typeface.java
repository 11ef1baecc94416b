package org.manumit.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;

/** The typeface of the window: the one each platform's own programs use, or the nearest that this machine has. */
final class Typeface {
    private static final List<String> PREFERRED = List.of(
            "Segoe UI",
            "SF Pro Text",
            ".AppleSystemUIFont",
            "Inter",
            "Noto Sans",
            "Cantarell",
            "Ubuntu",
            "Liberation Sans",
            "Arial");

    private Typeface() {}

    /** The family to use; empty for the toolkit's own. */
    static Optional<String> best() {
        List<String> here = Font.getFamilies();
        return PREFERRED.stream().filter(here::contains).findFirst();
    }
}
