package org.manumit.importers.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.manumit.importers.draft.ImportException;

/**
 * Rows of a table, one after the other, in constant memory. Rows that hold nothing are left out; the numbers of the
 * others do not change by it. Not thread-safe.
 */
public interface RowReader extends Closeable {

    /**
     * The next row, or empty after the last.
     *
     * @throws ImportException when the rest cannot be read: limits exceeded, file damaged
     */
    Optional<Row> next() throws IOException;

    /**
     * What had to be read differently from what the file's own rules say, so far: a quote that is never closed, bytes
     * that are no characters.
     */
    List<Repair> repairs();

    /**
     * One place where the text was repaired.
     *
     * @param line line of the file
     * @param what what was found and how it was read
     */
    record Repair(long line, String what) {}
}
