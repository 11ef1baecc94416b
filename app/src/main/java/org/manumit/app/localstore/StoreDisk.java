package org.manumit.app.localstore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.CopyOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.DelegatingFileSystemAbstraction;
import org.neo4j.io.fs.DelegatingStoreChannel;
import org.neo4j.io.fs.StoreChannel;

/**
 * The disk as the embedded store sees it, which makes a disk that fills up as harmless as a power cut.
 *
 * <p>Neo4j, left to itself, tries to put its pages away for as long as the disk refuses them, and so never stops. Here the
 * first write that fails ends all writing: from then on nothing reaches the disk, the transaction logs refuse to take
 * more, so that nothing is committed that would not last, and what else is written is let fall. The files stay as they
 * were at that moment, and the next start mends them from the logs, as after a power cut. The last of the room is never
 * used up, so that what else belongs to a case (its log of decisions) can still be written.
 *
 * <p>Safe for use from several threads.
 */
final class StoreDisk extends DelegatingFileSystemAbstraction {

    private static final System.Logger LOG = System.getLogger(StoreDisk.class.getName());

    /** Room that is left to others. */
    static final long RESERVE_BYTES = 8L << 20;

    /** How much is written between two looks at the room left. */
    private static final long LOOK_EVERY_BYTES = 256L << 10;

    private final LongSupplier freeBytes;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean letGo;
    private volatile @Nullable IOException failure;
    private volatile boolean stopping;
    private volatile Consumer<IOException> listener = failed -> {};
    private long writtenSinceLook = LOOK_EVERY_BYTES;

    /**
     * The disk.
     *
     * @param freeBytes how much room is left
     */
    StoreDisk(LongSupplier freeBytes) {
        super(new DefaultFileSystemAbstraction());
        this.freeBytes = freeBytes;
    }

    /** Why nothing is written any more; empty while all is well. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Tells somebody of the first write that fails, before anything else can be written. */
    void onFailure(Consumer<IOException> who) {
        listener = who;
    }

    /** The store is about to stop: from now on no failure is told to it, since it could do nothing about it. */
    void stopping() {
        stopping = true;
    }

    /**
     * Closes every file that the stopped store has left open, and opens none any more. A store whose disk failed may stop
     * without closing its files; their locks would keep this process from opening the case again.
     */
    void letGo() {
        letGo = true;
        for (Channel channel : open) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "a file of the stopped store did not close", e);
            }
        }
    }

    /** What happens to a write. */
    private enum Fate {
        REACHES_THE_DISK,
        FALLS
    }

    /** Whether what cannot be written must be told to the store, or may fall. */
    private enum Weight {
        /** Transactions: what is not written has not been committed. */
        LOG,
        /** Pages: what is not written is in the logs. */
        PAGES
    }

    private static Weight weight(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("neostore.transaction") || name.startsWith("checkpoint") ? Weight.LOG : Weight.PAGES;
    }

    private Fate fate(Weight weight, long bytes) throws IOException {
        if (failure == null && bytes > 0) {
            look(bytes);
        }
        IOException failed = failure;
        if (failed == null) {
            return Fate.REACHES_THE_DISK;
        }
        return fallen(weight, failed);
    }

    private Fate fallen(Weight weight, IOException failed) throws IOException {
        if (weight == Weight.LOG && !stopping) {
            throw new IOException(failed.getMessage(), failed);
        }
        return Fate.FALLS;
    }

    private synchronized void look(long bytes) {
        writtenSinceLook += bytes;
        if (writtenSinceLook >= LOOK_EVERY_BYTES) {
            writtenSinceLook = 0;
            if (freeBytes.getAsLong() < RESERVE_BYTES) {
                fail(new IOException("No space left on device"));
            }
        }
    }

    /** Notes a failure; what was to be written falls, or the store is told. */
    private Fate failed(Weight weight, IOException e) throws IOException {
        if (e instanceof ClosedChannelException) {
            throw e; // the store opens a channel again that an interrupted thread has closed
        }
        fail(e);
        return fallen(weight, e);
    }

    private synchronized void fail(IOException e) {
        if (failure == null) {
            listener.accept(e);
            failure = e;
        }
    }

    /** A change of a file. */
    private interface Change {
        void make() throws IOException;
    }

    private void change(Weight weight, Change change) throws IOException {
        if (fate(weight, 0) == Fate.REACHES_THE_DISK) {
            change.make();
        }
    }

    @Override
    public StoreChannel open(Path file, Set<OpenOption> options) throws IOException {
        return opened(super.open(file, options), file);
    }

    @Override
    public StoreChannel write(Path file) throws IOException {
        return opened(super.write(file), file);
    }

    private StoreChannel opened(StoreChannel channel, Path file) throws IOException {
        Channel opened = new Channel(channel, weight(file));
        open.add(opened);
        if (letGo) {
            opened.close();
            throw new IOException("the store is stopped");
        }
        return opened;
    }

    @Override
    public OutputStream openAsOutputStream(Path file, boolean append, int bufferBytes) throws IOException {
        return fate(Weight.PAGES, bufferBytes) == Fate.FALLS
                ? OutputStream.nullOutputStream()
                : super.openAsOutputStream(file, append, bufferBytes);
    }

    @Override
    public OutputStream openAsOutputStream(Path file, Set<OpenOption> options, int bufferBytes) throws IOException {
        return fate(Weight.PAGES, bufferBytes) == Fate.FALLS
                ? OutputStream.nullOutputStream()
                : super.openAsOutputStream(file, options, bufferBytes);
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        change(weight(file), () -> super.truncate(file, size));
    }

    @Override
    public void deleteFile(Path file) throws IOException {
        change(Weight.PAGES, () -> super.deleteFile(file));
    }

    @Override
    public void deleteFileOrThrow(Path file) throws IOException {
        change(Weight.PAGES, () -> super.deleteFileOrThrow(file));
    }

    @Override
    public void deleteRecursively(Path folder) throws IOException {
        change(Weight.PAGES, () -> super.deleteRecursively(folder));
    }

    @Override
    public void deleteRecursively(Path folder, Predicate<Path> which) throws IOException {
        change(Weight.PAGES, () -> super.deleteRecursively(folder, which));
    }

    @Override
    public void renameFile(Path from, Path to, CopyOption... options) throws IOException {
        change(Weight.PAGES, () -> super.renameFile(from, to, options));
    }

    /** A file that is open. */
    private final class Channel extends DelegatingStoreChannel<StoreChannel> {

        private final Weight weight;

        Channel(StoreChannel channel, Weight weight) {
            super(channel);
            this.weight = weight;
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            super.close();
        }

        /** Writes what a buffer holds. */
        private interface Writing {
            long write() throws IOException;
        }

        private long write(long bytes, Writing writing, Writing falling) throws IOException {
            Fate fate = fate(weight, bytes);
            if (fate == Fate.REACHES_THE_DISK) {
                try {
                    return writing.write();
                } catch (IOException e) {
                    failed(weight, e);
                }
            }
            return falling.write();
        }

        private long fall(ByteBuffer source) throws IOException {
            long bytes = fallAside(source);
            delegate.position(delegate.position() + bytes);
            return bytes;
        }

        private static long fallAside(ByteBuffer source) {
            int bytes = source.remaining();
            source.position(source.limit());
            return bytes;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return (int) write(source.remaining(), () -> super.write(source), () -> fall(source));
        }

        @Override
        public void writeAll(ByteBuffer source) throws IOException {
            write(
                    source.remaining(),
                    () -> {
                        super.writeAll(source);
                        return 0;
                    },
                    () -> fall(source));
        }

        @Override
        public void writeAll(ByteBuffer source, long position) throws IOException {
            write(
                    source.remaining(),
                    () -> {
                        super.writeAll(source, position);
                        return 0;
                    },
                    () -> fallAside(source));
        }

        @Override
        public long write(ByteBuffer[] sources) throws IOException {
            return write(sources, 0, sources.length);
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
            long bytes = 0;
            for (int i = offset; i < offset + length; i++) {
                bytes += sources[i].remaining();
            }
            return write(bytes, () -> super.write(sources, offset, length), () -> {
                long fallen = 0;
                for (int i = offset; i < offset + length; i++) {
                    fallen += fall(sources[i]);
                }
                return fallen;
            });
        }

        @Override
        public StoreChannel truncate(long size) throws IOException {
            write(
                    0,
                    () -> {
                        super.truncate(size);
                        return 0;
                    },
                    () -> 0);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            write(
                    0,
                    () -> {
                        super.force(metaData);
                        return 0;
                    },
                    () -> 0);
        }
    }
}
