package org.manumit.app.localstore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.store.StoreException;

/**
 * Keeps a second program out of a case. The operating system lets go of the lock when the process ends, however it ends,
 * so a lock file that is left behind locks nobody out.
 */
final class FolderLock implements AutoCloseable {

    /** The locked byte lies behind the text, because elsewhere than on Unix locked bytes cannot be read by others. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int LONGEST_TEXT = 1000;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws StoreException when another program has the case open, naming it; or when the folder cannot be written
     */
    static FolderLock take(CaseFolder folder) {
        Path file = folder.lock();
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                String holder = holder(file);
                channel.close();
                throw new StoreException("the case " + folder.path() + " is open in another program" + holder
                        + "; close it there and try again");
            }
            return held(folder, channel, lock);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new StoreException("the case " + folder.path() + " is open in this program already", e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw FolderTrouble.explain("cannot open the case", folder.path(), e);
        }
    }

    private static FolderLock held(CaseFolder folder, FileChannel channel, FileLock lock) throws IOException {
        boolean fresh = channel.size() == 0 && !Files.exists(folder.manifest());
        try {
            writeHolder(channel);
            return new FolderLock(folder.lock(), channel, lock);
        } catch (IOException e) {
            if (fresh) {
                Files.deleteIfExists(folder.lock());
            }
            throw e;
        }
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        String text = "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name", "?")
                + " on " + host() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return text.isEmpty() || text.length() > LONGEST_TEXT ? "" : " (" + text + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the failure that led here is the one to tell
            }
        }
    }

    /** Lets go, and leaves no lock file behind. */
    void closeAndDelete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a lock file that nobody holds locks nobody out
            return;
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
        } catch (IOException e) {
            // the operating system lets go when the process ends
        } finally {
            closeQuietly(channel);
        }
    }
}
