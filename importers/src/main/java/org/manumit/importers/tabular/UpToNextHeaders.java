package org.manumit.importers.tabular;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows of a table up to headers that differ from its own and have dated rows below them, however far down; a title
 * right above them is theirs. Looks at the rows below the table's sample only, and no more than a few ahead. Not
 * thread-safe.
 */
final class UpToNextHeaders implements RowReader {

    private static final int MOST_HELD = 6;

    private final RowReader rows;
    private final Row own;
    private final ColumnVocabulary vocabulary;
    private final long known;
    private final Deque<Row> held = new ArrayDeque<>();
    private OptionalLong further = OptionalLong.empty();

    UpToNextHeaders(RowReader rows, Table table) {
        this.rows = rows;
        this.own = table.layout().header().orElseThrow();
        this.vocabulary = table.vocabulary();
        this.known = table.sample().isEmpty()
                ? own.number()
                : table.sample().getLast().number();
    }

    /** Where the other headers, or their title, stand; empty while none were come to. */
    OptionalLong further() {
        return further;
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (!held.isEmpty()) {
            return Optional.of(held.poll());
        }
        if (further.isPresent()) {
            return Optional.empty();
        }
        Optional<Row> read = rows.next();
        if (read.isEmpty() || read.get().number() <= known || !TableSections.mayOpen(read.get())) {
            return read;
        }
        hold(read.get());
        return Optional.ofNullable(held.poll());
    }

    /** Looks whether a row opens another table, reading on as far as that takes. */
    private void hold(Row first) throws IOException {
        List<Row> looked = new ArrayList<>();
        int titles = 0;
        for (Optional<Row> row = Optional.of(first); row.isPresent(); row = rows.next()) {
            boolean header = TableSections.isHeader(row.get(), own, vocabulary);
            boolean title = !header && TableSections.isTitle(row.get());
            looked.add(row.get());
            if (header) {
                Optional<Row> below = rows.next();
                if (below.isPresent() && TableSections.isDated(below.get())) {
                    int opens = looked.size() - 1 - titles;
                    further = OptionalLong.of(looked.get(opens).number());
                    held.addAll(looked.subList(0, opens));
                    return;
                }
                below.ifPresent(looked::add);
            }
            titles = title ? titles + 1 : 0;
            if (!title || looked.size() > MOST_HELD) {
                break;
            }
        }
        held.addAll(looked);
    }

    @Override
    public List<Repair> repairs() {
        return rows.repairs();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
