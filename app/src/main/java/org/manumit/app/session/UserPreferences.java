package org.manumit.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the program remembers of this user from one start to the next: the cases opened last and the theme. Kept in two
 * small text files; when they cannot be read or written the program goes on without. Not safe for use from several
 * threads.
 */
public final class UserPreferences {

    /** How many cases are remembered. */
    public static final int LIMIT = 8;

    private final Path folder;

    /**
     * What is remembered in a folder.
     *
     * @param folder made when something is first remembered
     */
    public UserPreferences(Path folder) {
        this.folder = folder;
    }

    /** The folder in which this system's programs keep such things. */
    public static Path usualFolder(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return Optional.ofNullable(environment.get("APPDATA"))
                    .map(Path::of)
                    .orElse(home)
                    .resolve("Manumit");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Manumit");
        }
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(s -> !s.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".config"))
                .resolve("manumit");
    }

    /** The cases opened last, the latest first. */
    public List<String> recentCases() {
        return read("recent-cases");
    }

    /** Remembers that a case was opened. */
    public void opened(String location) {
        List<String> all = new ArrayList<>(recentCases());
        all.remove(location);
        all.addFirst(location);
        write("recent-cases", all.subList(0, Math.min(LIMIT, all.size())));
    }

    /** Forgets a case. */
    public void forget(String location) {
        List<String> all = new ArrayList<>(recentCases());
        all.remove(location);
        write("recent-cases", all);
    }

    /** The theme chosen last, by name. */
    public Optional<String> theme() {
        return read("theme").stream().findFirst();
    }

    /** Remembers the theme. */
    public void theme(String name) {
        write("theme", List.of(name));
    }

    private List<String> read(String name) {
        try {
            return Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void write(String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, name, ".part");
            Files.write(half, lines, StandardCharsets.UTF_8);
            Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A convenience only: without it the program merely forgets.
        }
    }
}
