package org.manumit.importers.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * A file (or a folder of CSV files that together are one case workbook) to be imported, with the hash of its content.
 *
 * What readers find out about its form is found out once and kept with it. Safe for use from several threads.
 */
public final class SourceFile {

    private static final SourceId NOTHING = new SourceId(HexFormat.of().formatHex(sha256().digest()));

    private final Path path;
    private final SourceId id;
    private final long size;
    private final Optional<FileTime> modified;
    private final ReadAs readAs;
    private final Map<Object, Object> found = new HashMap<>();

    private SourceFile(Path path, SourceId id, long size, Optional<FileTime> modified, ReadAs readAs) {
        this.path = Objects.requireNonNull(path, "path");
        this.id = Objects.requireNonNull(id, "id");
        this.size = size;
        this.modified = modified;
        this.readAs = Objects.requireNonNull(readAs, "readAs");
    }

    /** The same file, its bytes to be read as the user says. */
    public SourceFile readAs(ReadAs said) {
        return said.equals(readAs) ? this : new SourceFile(path, id, size, modified, said);
    }

    /** What the user says of how its bytes are to be read. */
    public ReadAs readAs() {
        return readAs;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Hash of its bytes; of a folder, hash over its files' names and hashes in the order of their names. */
    public SourceId id() {
        return id;
    }

    /** Bytes in all. */
    public long size() {
        return size;
    }

    /**
     * Finds something out by reading the file.
     *
     * @param <T> what
     */
    @FunctionalInterface
    public interface Inquiry<T> {
        /** Reads it. */
        T answer() throws IOException;
    }

    /** What an inquiry finds out, asked at most once for each kind of answer. */
    public synchronized <T> T once(Class<T> kind, Inquiry<T> inquiry) throws IOException {
        Object known = found.get(kind);
        if (known == null) {
            known = inquiry.answer();
            found.put(kind, known);
        }
        return kind.cast(known);
    }

    /**
     * Something to be found out by reading the file, with all that the answer depends on beside the file: equal ones have
     * equal answers.
     *
     * @param <T> what
     */
    public interface Question<T> extends Inquiry<T> {}

    /** What is found out, asked at most once for equal questions. */
    @SuppressWarnings("unchecked") // an answer stands under the question whose type says what it is
    public synchronized <T> T once(Question<T> question) throws IOException {
        Object known = found.get(question);
        if (known == null) {
            known = question.answer();
            found.put(question, known);
        }
        return (T) known;
    }

    /**
     * Makes sure that what was read is what the hash was taken of: a file whose size and time are the same was not written
     * to, and of any other the hash is taken again.
     *
     * @throws ImportException when it changed since, or is gone
     */
    public void requireUnchanged(Progress progress, Cancellation cancellation) {
        if (modified.isEmpty()) {
            return;
        }
        try {
            boolean same =
                    Files.size(path) == size && Files.getLastModifiedTime(path).equals(modified.get());
            if (!same && !of(path, progress, cancellation).id.equals(id)) {
                throw new ImportException(path
                        + ": the file changed while it was read; import it again when nothing writes to it any more");
            }
        } catch (NoSuchFileException e) {
            throw new ImportException(
                    path + ": the file was taken away while it was read; put it back, or copy it to a disk of this"
                            + " computer, and import it again",
                    e);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && path.equals(file.path) && id.equals(file.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, id);
    }

    @Override
    public String toString() {
        return path + " " + id;
    }

    /** Its name without folders. */
    public String fileName() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Its name without folders and ending. */
    public String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Whether nothing of it was read, so that its hash says nothing. */
    public boolean isUnread() {
        return size == 0 && id.equals(NOTHING);
    }

    /** A file or folder that is looked at and not imported: nothing of it is read, and its hash is that of nothing. */
    public static SourceFile unread(Path path) {
        return new SourceFile(path, NOTHING, 0, Optional.empty(), ReadAs.IT_STANDS);
    }

    /**
     * Reads a small file once and takes its hash.
     *
     * @throws ImportException when it cannot be read
     */
    public static SourceFile of(Path path) {
        return of(path, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Reads the file once and takes its hash.
     *
     * @throws ImportException when it cannot be read
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static SourceFile of(Path path, Progress progress, Cancellation cancellation) {
        try {
            if (Files.isDirectory(path)) {
                return ofFolder(path, progress, cancellation);
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // A pipe or a device never ends, or waits for ever.
                throw new ImportException(path
                        + ": this is no file but a pipe, a socket or a device; save what comes out of it as a file and"
                        + " import that");
            }
            MessageDigest digest = sha256();
            FileTime modified = Files.getLastModifiedTime(path);
            long size = new Hashing(Files.size(path), progress, cancellation).of(path, digest);
            return new SourceFile(
                    path,
                    new SourceId(HexFormat.of().formatHex(digest.digest())),
                    size,
                    Optional.of(modified),
                    ReadAs.IT_STANDS);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    private static SourceFile ofFolder(Path folder, Progress progress, Cancellation cancellation) throws IOException {
        List<Path> files = visibleFiles(folder);
        long all = 0;
        for (Path file : files) {
            all += Files.size(file);
        }
        Hashing hashing = new Hashing(all, progress, cancellation);
        MessageDigest digest = sha256();
        long size = 0;
        for (Path file : files) {
            digest.update((file.getFileName() + "\0").getBytes(StandardCharsets.UTF_8));
            MessageDigest one = sha256();
            size += hashing.of(file, one);
            digest.update(one.digest());
        }
        return new SourceFile(
                folder,
                new SourceId(HexFormat.of().formatHex(digest.digest())),
                size,
                Optional.empty(),
                ReadAs.IT_STANDS);
    }

    private static List<Path> visibleFiles(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Taking the hash of one file, or of several one after the other. */
    private static final class Hashing {
        private final long all;
        private final Progress progress;
        private final Cancellation cancellation;
        private long done;

        Hashing(long all, Progress progress, Cancellation cancellation) {
            this.all = all;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        long of(Path path, MessageDigest digest) throws IOException {
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(path)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    cancellation.check();
                    digest.update(buffer, 0, n);
                    size += n;
                    progress.report(done + size, all, "taking its hash");
                }
            }
            done += size;
            return size;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
