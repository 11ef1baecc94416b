package org.manumit.importers.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.OwnsThread;

/**
 * Reads the rows of a large table ahead of whoever takes them, so that taking a file apart and understanding its rows go
 * on at the same time. Never far ahead, so that memory stays small; what goes wrong there is told when its row is due. Not
 * thread-safe, as any reader of rows; closing it waits for its thread.
 */
@OwnsThread("one reading has two halves that must go on at once, and ends with whoever reads")
final class RowsAhead implements RowReader {

    /** Smaller files are read before a second thread is of any use. */
    private static final long LARGE_FILE_BYTES = 1 << 20;

    /** What a batch weighs at least: about the characters in it. Some hundred rows of an ordinary table. */
    private static final int BATCH_WEIGHT = 1 << 16;

    private static final int CELL_WEIGHT = 16;
    private static final int BATCHES_AHEAD = 4;

    /**
     * Rows in their order.
     *
     * @param repairs what had been repaired when the last of them was read
     * @param failure why there are no more; null when there may be
     */
    private record Batch(
            List<Row> rows,
            List<Repair> repairs,
            boolean last,
            @Nullable Throwable failure) {}

    private final RowReader reader;
    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread;
    private Batch batch = new Batch(List.of(), List.of(), false, null);
    private int next;

    /** The rows of a file, read ahead where it is large. The reader is closed with what is returned. */
    static RowReader of(RowReader reader, Path file) throws IOException {
        return Files.size(file) < LARGE_FILE_BYTES ? reader : new RowsAhead(reader);
    }

    /** Begins to read; the reader is closed with this one. */
    RowsAhead(RowReader reader) {
        this.reader = reader;
        thread = Thread.ofPlatform().daemon().name("rows-ahead").start(this::readAll);
    }

    private void readAll() {
        try {
            boolean more = true;
            while (more) {
                Batch read = read();
                ahead.put(read);
                more = !read.last;
            }
        } catch (InterruptedException e) {
            // Nobody takes the rows any more
            Thread.currentThread().interrupt();
        }
    }

    private Batch read() {
        List<Row> rows = new ArrayList<>();
        int weight = 0;
        try {
            while (weight < BATCH_WEIGHT) {
                Optional<Row> next = reader.next();
                if (next.isEmpty()) {
                    return new Batch(rows, reader.repairs(), true, null);
                }
                Row row = next.get();
                row.fingerprint();
                row.filled();
                rows.add(row);
                weight += weight(row);
            }
            return new Batch(rows, reader.repairs(), false, null);
        } catch (IOException | RuntimeException | Error e) {
            return new Batch(rows, reader.repairs(), true, e);
        }
    }

    private static int weight(Row row) {
        int weight = CELL_WEIGHT * row.size();
        for (int column = 0; column < row.size(); column++) {
            weight += row.text(column).length();
        }
        return weight;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (next == batch.rows.size()) {
            if (batch.last) {
                rethrow(batch.failure);
                return Optional.empty();
            }
            try {
                batch = ahead.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
            next = 0;
        }
        return Optional.of(batch.rows.get(next++));
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public List<Repair> repairs() {
        return batch.repairs;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            ahead.clear();
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
