package org.manumit.importers.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manumit.importers.draft.GuardedLines;

/** Rows of a text whose columns are told by where they begin, a line each. Lines that are drawn are left out. */
final class FixedWidthRowReader implements RowReader {

    private final GuardedLines lines;
    private final List<Integer> starts;

    FixedWidthRowReader(Path file, TextEncoding encoding, Dialect dialect, TabularLimits limits) throws IOException {
        this.lines = new GuardedLines(file, encoding.open(file), limits.lineLength());
        this.starts = dialect.starts();
    }

    @Override
    public Optional<Row> next() throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank() && !FixedWidth.isDrawn(line.get())) {
                Row row = Row.ofText(lines.number(), FixedWidth.cut(line.get(), starts));
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Repair> repairs() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
