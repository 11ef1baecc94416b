package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.manumit.graph.job.CancelledException;
import org.manumit.importers.draft.ImportException;

@Timeout(60)
class RowsAheadTest {

    /** Rows without end, or until something happens. */
    private static final class Numbered implements RowReader {
        private final long failsAfter;
        private final Optional<RuntimeException> failure;
        private final AtomicLong read = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final int cells;

        Numbered(long failsAfter, Optional<RuntimeException> failure, int cells) {
            this.failsAfter = failsAfter;
            this.failure = failure;
            this.cells = cells;
        }

        @Override
        public Optional<Row> next() {
            long number = read.incrementAndGet();
            if (number > failsAfter) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return Optional.empty();
            }
            String[] texts = new String[cells];
            java.util.Arrays.fill(texts, "cell " + number);
            return Optional.of(Row.ofText(number, texts));
        }

        @Override
        public List<Repair> repairs() {
            return List.of(new Repair(read.get(), "read so far"));
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    private static List<Long> numbers(RowReader rows) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            numbers.add(row.get().number());
        }
        return numbers;
    }

    @Test
    void givesEveryRowInItsOrderAndWhatWasRepaired() throws IOException {
        Numbered file = new Numbered(10_000, Optional.empty(), 9);
        try (RowsAhead rows = new RowsAhead(file)) {
            List<Long> numbers = numbers(rows);
            assertThat(numbers).hasSize(10_000).isSorted();
            assertThat(rows.next()).isEmpty();
            assertThat(rows.repairs()).containsExactly(new RowReader.Repair(10_001, "read so far"));
        }
        assertThat(file.closed).isTrue();
    }

    @Test
    void tellsOfADamagedPlaceAfterTheRowsBeforeIt() throws IOException {
        Numbered file = new Numbered(3000, Optional.of(new ImportException("damaged")), 3);
        try (RowsAhead rows = new RowsAhead(file)) {
            for (int i = 0; i < 3000; i++) {
                assertThat(rows.next()).isPresent();
            }
            assertThatThrownBy(rows::next).isInstanceOf(ImportException.class).hasMessage("damaged");
        }
    }

    @Test
    void readsNoFartherAheadThanMemoryAllows() throws IOException {
        Numbered file = new Numbered(Long.MAX_VALUE, Optional.empty(), 5000);
        try (RowsAhead rows = new RowsAhead(file)) {
            assertThat(rows.next()).isPresent();
        }
        // A row weighs more than a batch: one taken, four waiting, one that waits to be put
        assertThat(file.read).hasValueLessThanOrEqualTo(6);
    }

    @Test
    void stopsReadingWhenItIsClosedEarlyOrItsTakerIsInterrupted() throws IOException {
        Numbered file = new Numbered(Long.MAX_VALUE, Optional.empty(), 2);
        RowsAhead rows = new RowsAhead(file);
        assertThat(rows.next()).isPresent();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> numbers(rows)).isInstanceOf(CancelledException.class);
        rows.close();
        assertThat(Thread.interrupted()).isTrue();
        long read = file.read.get();
        assertThat(file.closed).isTrue();
        assertThat(file.read).hasValue(read);
    }
}
