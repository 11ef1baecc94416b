package org.manumit.app.localstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manumit.graph.store.StoreException;

/**
 * The folder of a local case.
 *
 * <pre>
 * case.properties   says that the folder is a case, and of which version
 * secret            the password of the embedded store; only the owner may read it
 * lock              who has the case open
 * store/            the embedded Neo4j
 * </pre>
 *
 * @param path the folder, absolute
 */
public record CaseFolder(Path path) {

    /** The version of the folder's layout that this program writes. */
    static final int VERSION = 1;

    static final String MANIFEST = "case.properties";
    static final String LOCK = "lock";
    static final String SECRET = "secret";
    static final String STORE = "store";

    private static final String FORMAT = "manumit-case";

    public CaseFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** What stands at the path. */
    public enum Found {
        /** A case. */
        CASE,
        /** Nothing, or an empty folder: a case can be made there. */
        NOTHING,
        /** A folder with other things in it. */
        SOMETHING_ELSE,
        /** A file. */
        FILE
    }

    /**
     * Looks what stands at the path.
     *
     * @throws StoreException when the folder cannot be read
     */
    public Found found() {
        if (!Files.exists(path)) {
            return Found.NOTHING;
        }
        if (!Files.isDirectory(path)) {
            return Found.FILE;
        }
        if (Files.exists(manifest())) {
            return Found.CASE;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(LOCK) && !name.equals(MANIFEST + NEW)) {
                    return Found.SOMETHING_ELSE;
                }
            }
            return Found.NOTHING;
        } catch (IOException e) {
            throw FolderTrouble.explain("cannot read the case folder", path, e);
        }
    }

    /** The case's name: that of the folder. */
    public String caseName() {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("case");
    }

    Path manifest() {
        return path.resolve(MANIFEST);
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    Path secret() {
        return path.resolve(SECRET);
    }

    Path store() {
        return path.resolve(STORE);
    }

    /** Takes away the embedded store. */
    void deleteStore() {
        deleteTree(store(), path -> true);
    }

    /** Takes away everything but the lock. */
    void deleteContent() {
        deleteTree(path, entry -> !entry.equals(path) && !entry.equals(lock()));
    }

    /** Takes away the folder itself, unless there is something in it. */
    void deleteWhenEmpty() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // somebody has put something there, or has the case open already: then it is theirs
            return;
        }
    }

    private static void deleteTree(Path tree, Predicate<Path> which) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path :
                    paths.filter(which).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw FolderTrouble.explain("cannot take away what was left of a case in", tree, e);
        }
    }

    private static final String NEW = ".new";

    /**
     * What the manifest says.
     *
     * @param version the layout's version
     * @param id the case's own identifier
     * @param created when the case was made
     * @param store whether the embedded store has ever been completely set up
     */
    record Manifest(int version, String id, Instant created, StoreState store) {

        /** How far the embedded store has come. */
        enum StoreState {
            /** Its setting up has not been seen to end; there is nothing of the user's in it. */
            UNFINISHED,
            READY
        }

        static Manifest fresh() {
            return new Manifest(
                    VERSION,
                    UUID.randomUUID().toString(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    StoreState.UNFINISHED);
        }

        Manifest ready() {
            return new Manifest(version, id, created, StoreState.READY);
        }
    }

    Manifest readManifest() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(manifest())) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw FolderTrouble.explain("cannot read " + MANIFEST + " of the case", path, e);
        }
        try {
            if (!FORMAT.equals(properties.getProperty("format"))) {
                throw new IllegalArgumentException("format");
            }
            int version = Integer.parseInt(properties.getProperty("version", ""));
            if (version > VERSION) {
                throw new StoreException("the case " + path + " was made by a newer version of Manumit (case version "
                        + version + ", this program knows " + VERSION + "); open it with that version");
            }
            return new Manifest(
                    version,
                    properties.getProperty("id", ""),
                    Instant.parse(properties.getProperty("created", "1970-01-01T00:00:00Z")),
                    "ready".equals(properties.getProperty("store"))
                            ? Manifest.StoreState.READY
                            : Manifest.StoreState.UNFINISHED);
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            throw new StoreException(
                    manifest() + " is not the manifest of a case; restore it from a copy of the case folder", e);
        }
    }

    /** Written beside and moved into place, so that a killed program leaves the old one or the new one. */
    void writeManifest(Manifest manifest) {
        Properties properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("version", Integer.toString(manifest.version()));
        properties.setProperty("id", manifest.id());
        properties.setProperty("created", manifest.created().toString());
        properties.setProperty("store", manifest.store() == Manifest.StoreState.READY ? "ready" : "unfinished");
        Path fresh = path.resolve(MANIFEST + NEW);
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                properties.store(out, "A case of Manumit. Do not edit.");
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, manifest(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FolderTrouble.explain("cannot write to the case folder", path, e);
        }
    }
}
