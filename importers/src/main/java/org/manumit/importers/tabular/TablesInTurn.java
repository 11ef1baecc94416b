package org.manumit.importers.tabular;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The recognised tables of a file, one after the other. Reading one may come to headers further down than its sample
 * reached: what stands below them is the next table. Not thread-safe.
 *
 * @param <C> the contents of the kind
 */
public final class TablesInTurn<C> {

    /** Finds the tables that begin where one ended. */
    @FunctionalInterface
    interface Below<C> {
        List<RecognisedTable<C>> of(Table above, long row) throws IOException;
    }

    private final TableReading reading;
    private final Below<C> below;
    private final Deque<RecognisedTable<C>> waiting;
    private final List<RecognisedTable<C>> taken = new ArrayList<>();

    TablesInTurn(List<RecognisedTable<C>> recognised, TableReading reading, Below<C> below) {
        this.waiting = new ArrayDeque<>(recognised);
        this.reading = reading;
        this.below = below;
    }

    /** The next table, to be asked for when the one before was read; empty after the last. */
    public Optional<RecognisedTable<C>> next() throws IOException {
        Optional<TableReading.Below> further = reading.takeBelow();
        if (further.isPresent()) {
            below.of(further.get().above(), further.get().row()).reversed().forEach(waiting::addFirst);
        }
        RecognisedTable<C> table = waiting.poll();
        if (table != null) {
            taken.add(table);
        }
        return Optional.ofNullable(table);
    }

    /** Those handed out so far. */
    public List<RecognisedTable<C>> taken() {
        return List.copyOf(taken);
    }
}
