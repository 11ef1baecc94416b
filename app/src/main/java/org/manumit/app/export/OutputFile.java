package org.manumit.app.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.Cancellation;

/** Writes a file wholly or not at all: beside its place first, then moved there. */
public final class OutputFile {

    private OutputFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file that takes a while; one that is there already is replaced at the very end.
     *
     * @throws OutputException when it cannot be written; what was there before is untouched
     * @throws org.manumit.graph.job.CancelledException when cancelled; what was there before is untouched
     */
    public static void write(Path target, Content content, Cancellation cancellation) {
        write(target, out -> {
            content.writeTo(new StoppableStream(out, cancellation));
            cancellation.check();
        });
    }

    /** Whoever writes into it is stopped when the user has cancelled. */
    private static final class StoppableStream extends FilterOutputStream {
        private final Cancellation cancellation;

        StoppableStream(OutputStream out, Cancellation cancellation) {
            super(out);
            this.cancellation = cancellation;
        }

        @Override
        public void write(int b) throws IOException {
            cancellation.check();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            cancellation.check();
            out.write(bytes, from, length);
        }
    }

    /**
     * Writes a file; one that is there already is replaced at the very end.
     *
     * @throws OutputException when it cannot be written; what was there before is untouched
     */
    public static void write(Path target, Content content) {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new OutputException(target + ": this is a folder; give the name of a file");
        }
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new OutputException(target + ": there is no folder " + folder + "; create it first");
        }
        Path fresh = null;
        try {
            fresh = Files.createTempFile(folder, "." + absolute.getFileName() + ".", ".part");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                content.writeTo(out);
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            permitAsUsual(fresh);
            Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            fresh = null;
        } catch (IOException e) {
            throw new OutputException(
                    target + ": cannot be written (" + reason(folder, e) + "); nothing was written", e);
        } catch (UncheckedIOException e) {
            throw new OutputException(
                    target + ": cannot be written (" + reason(folder, Objects.requireNonNull(e.getCause()))
                            + "); nothing was written",
                    e);
        } finally {
            remove(fresh);
        }
    }

    /** A temporary file may be read by its owner only; the result gets what the user's mask allows. */
    private static void permitAsUsual(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Path probe = Files.createFile(file.resolveSibling(file.getFileName() + ".mask"));
            try {
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(probe));
            } finally {
                Files.delete(probe);
            }
        }
    }

    private static String reason(Path folder, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "writing in " + folder + " is not allowed; choose another place";
        }
        try {
            if (Files.getFileStore(folder).getUsableSpace() < (1 << 16)) {
                return "the disk is full; free space or choose another place";
            }
        } catch (IOException unknown) {
            return String.valueOf(e.getMessage());
        }
        return String.valueOf(e.getMessage());
    }

    private static void remove(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The first failure says what matters; a hidden .part file is left behind.
                return;
            }
        }
    }
}
