package org.manumit.app.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out, before the toolkit is started, whether a window can be shown here, and says what is missing. */
public final class DisplayCheck {
    private static final String GTK = "libgtk-3.so.0";

    private DisplayCheck() {}

    /** What is missing for a window, in one line with what to do; empty when nothing is. */
    public static Optional<String> whatIsMissing() {
        return whatIsMissing(
                System.getProperty("os.name", ""),
                System.getenv(),
                System.getProperty("glass.platform", ""),
                DisplayCheck::canLoad);
    }

    /** The same for a system described by its name, environment and libraries. */
    static Optional<String> whatIsMissing(
            String system, Map<String, String> environment, String toolkit, Predicate<String> canLoad) {
        String name = system.toLowerCase(Locale.ROOT);
        if (toolkit.equalsIgnoreCase("headless") || name.contains("win") || name.contains("mac")) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.of(
                    environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                            ? "there is no display here (DISPLAY is not set); run it on a desktop, or use the commands"
                                    + " import, analyse and brief"
                            : "this Wayland desktop offers no X display (DISPLAY is not set); install Xwayland");
        }
        if (!canLoad.test(GTK)) {
            return Optional.of(
                    "the window needs GTK 3, which is not installed; install it (Debian, Ubuntu: apt install libgtk-3-0;"
                            + " Fedora: dnf install gtk3)");
        }
        return Optional.empty();
    }

    @SuppressWarnings("restricted") // only looks whether the library is there
    private static boolean canLoad(String library) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena)
                    .find("gtk_init_check")
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
