package org.manumit.app.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;

/**
 * The originals of a local case: every imported file, unchanged, under the SHA-256 of its content
 * ({@code originals/HASH/name}). A file appears there whole or not at all. Safe for use from several threads.
 */
public final class OriginalsArchive {

    /** What became of a file handed in. */
    public enum Kept {
        NEWLY,
        BEFORE
    }

    private final Path originals;

    /**
     * The archive of a case.
     *
     * @param folder the case's folder
     */
    public OriginalsArchive(Path folder) {
        this.originals = folder.resolve("originals");
    }

    /**
     * Takes a copy of a file into the archive.
     *
     * @throws ImportException when the file is no longer what it was when its hash was taken
     * @throws CustodyException when the copy cannot be written; nothing of it is left
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing of the copy is left
     */
    public Kept keep(SourceFile file, Progress progress, Cancellation cancellation) {
        Path place = place(file.id());
        if (Files.isDirectory(place)) {
            return Kept.BEFORE;
        }
        Path fresh = originals.resolve(".new-" + file.id().sha256());
        try {
            delete(fresh);
            Files.createDirectories(fresh);
            Path copy = fresh.resolve(file.fileName());
            copy(file.path(), copy, new Copying(file.size(), progress, cancellation));
            if (!SourceFile.of(
                            copy,
                            (done, total, step) -> progress.report(done, total, "checking the copy"),
                            cancellation)
                    .id()
                    .equals(file.id())) {
                throw new ImportException(
                        file.path() + ": the file changed while it was imported; import it again when it is complete");
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            return Kept.NEWLY;
        } catch (IOException e) {
            throw new CustodyException(
                    file.path() + ": the original cannot be kept in " + originals + " (" + reason(e)
                            + "); free space or check the folder's permissions, then import again",
                    e);
        } finally {
            deleteQuietly(fresh);
        }
    }

    /** Takes a file out again, after an import that did not come to be. */
    public void forget(SourceId id) {
        deleteQuietly(place(id));
    }

    /** The kept original of a source. */
    public Optional<Path> original(SourceId id) {
        Path place = place(id);
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (var files = Files.list(place)) {
            return files.min(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes the hash of every kept original again; each line names one that is missing or changed. */
    public List<String> check(List<Source> sources) {
        List<String> wrong = new ArrayList<>();
        for (Source source : sources) {
            Optional<Path> original = original(source.id());
            if (original.isEmpty()) {
                wrong.add("originals: " + source.fileName() + " (SHA-256 " + source.id() + ") is missing");
                continue;
            }
            try {
                SourceId now = SourceFile.of(original.get()).id();
                if (!now.equals(source.id())) {
                    wrong.add("originals: " + source.fileName() + " was changed: SHA-256 is " + now + ", was "
                            + source.id());
                }
            } catch (ImportException e) {
                wrong.add("originals: " + e.getMessage());
            }
        }
        return wrong;
    }

    private Path place(SourceId id) {
        return originals.resolve(id.sha256());
    }

    private static void copy(Path from, Path to, Copying copying) throws IOException {
        if (!Files.isDirectory(from)) {
            copying.copy(from, to);
            return;
        }
        Files.createDirectories(to);
        try (var entries = Files.list(from)) {
            for (Path file : entries.filter(Files::isRegularFile)
                    .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
                    .sorted()
                    .toList()) {
                copying.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    /** Copying one file, or several one after the other. */
    private static final class Copying {
        private final long all;
        private final Progress progress;
        private final Cancellation cancellation;
        private long done;

        Copying(long all, Progress progress, Cancellation cancellation) {
            this.all = all;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        void copy(Path from, Path to) throws IOException {
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(from);
                    OutputStream out = Files.newOutputStream(to)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    cancellation.check();
                    out.write(buffer, 0, n);
                    done += n;
                    progress.report(done, all, "keeping the original");
                }
            }
        }
    }

    private String reason(IOException e) {
        try {
            FileStore disk = Files.getFileStore(originals);
            if (disk.getUsableSpace() < (1 << 20)) {
                return "the disk is full";
            }
        } catch (IOException unknown) {
            return String.valueOf(e.getMessage());
        }
        return String.valueOf(e.getMessage());
    }

    private static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            // What is left has a name that nothing reads, and is removed by the next import of the same file.
            return;
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
