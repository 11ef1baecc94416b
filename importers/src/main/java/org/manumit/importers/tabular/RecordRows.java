package org.manumit.importers.tabular;

import java.util.List;
import org.manumit.graph.ImportIssue;

/**
 * Turns the rows of one table into records, one by one. Not thread-safe.
 *
 * @param <R> a record
 */
public interface RecordRows<R> {

    /** What the row says. */
    RowOutcome<R> read(Row row);

    /** What a record is, in words for the user. */
    String words(R record);

    /** What was assumed and noticed; complete after the last row. */
    List<ImportIssue> issues();

    /** Whether some time carried no zone, so that an assumed one was used. */
    boolean sawLocalTime();
}
