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

    /** A record with what a row below it, that is {@link RowOutcome.Part#OF_THE_ROW_ABOVE}, adds to it. */
    default R continued(R record, Row row) {
        return record;
    }

    /** What a record is, in words for the user. */
    String words(R record);

    /** What was assumed and noticed; complete after the last row. */
    List<ImportIssue> issues();

    /** Whether some time carried no zone, so that an assumed one was used. */
    boolean sawLocalTime();
}
