package org.manumit.app.localstore;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.manumit.graph.store.StoreException;

/** Says in one line, for the user, why a case folder cannot be used. */
final class FolderTrouble {

    /** Below this the store cannot even write its own log; above it a small import still fits. */
    static final long LEAST_FREE_BYTES = 24L << 20;

    private static final int DEEPEST_CAUSE = 30;

    private FolderTrouble() {}

    static StoreException explain(String what, Path folder, Throwable cause) {
        return new StoreException(what + " " + folder + ": " + why(folder, cause), cause);
    }

    /** The reason, from the whole chain of causes, and the remedy where there is one. */
    static String why(Path folder, Throwable cause) {
        return known(folder, cause).orElseGet(() -> {
            Throwable deepest = causes(cause).getLast();
            String text = Optional.ofNullable(deepest.getMessage()).orElse("");
            return deepest.getClass().getSimpleName()
                    + (text.isBlank() ? "" : " (" + text.lines().findFirst().orElse("") + ")");
        });
    }

    /** The reason and the remedy, where the disk or a permission is the reason. */
    static Optional<String> known(Path folder, Throwable cause) {
        for (Throwable t : causes(cause)) {
            String text = Optional.ofNullable(t.getMessage()).orElse("").toLowerCase(Locale.ROOT);
            if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota")) {
                return Optional.of(diskFull(folder));
            }
            if (t instanceof AccessDeniedException || text.contains("read-only file system")) {
                return Optional.of("no permission to write there; choose a folder you may write to");
            }
        }
        return freeBytes(folder).filter(free -> free < LEAST_FREE_BYTES).map(free -> diskFull(folder));
    }

    private static List<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
    }

    private static String diskFull(Path folder) {
        return "the disk is full"
                + freeBytes(folder)
                        .map(free -> " (" + (free >> 20) + " MB free)")
                        .orElse("") + "; make room and try again";
    }

    /** Free room on the folder's disk; empty when the system does not say. */
    static Optional<Long> freeBytes(Path folder) {
        @org.jspecify.annotations.Nullable Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getFileStore(existing).getUsableSpace());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
