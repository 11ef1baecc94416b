package org.manumit.importers.spi;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ImportIssue;

/**
 * What an import would make of a file, shown before it is done.
 *
 * @param detection what the file was taken for
 * @param columns its columns and what each was taken for; empty where the file is not a table
 * @param rows the first rows as they stand, a cell a column
 * @param becomes for each of those rows, one line saying what it will become, or why it would be rejected
 * @param issues assumptions and doubts, for the user to check
 */
public record Preview(
        Detection detection,
        List<Column> columns,
        List<List<String>> rows,
        List<String> becomes,
        List<ImportIssue> issues) {

    /**
     * A column of a table.
     *
     * @param header as it stands, or {@code column 3}
     * @param meaning what it was taken for ("start", "caller"), or empty when it is kept as an attribute
     * @param hint how its values are read where that was said ("month first"), or empty
     * @param reason why, in words: "header 'Dauer' means duration; values from 0 to 3600"
     */
    public record Column(String header, String meaning, String hint, String reason) {

        /** A column of which nothing was said. */
        public Column(String header, String meaning, String reason) {
            this(header, meaning, "", reason);
        }

        public Column {
            Objects.requireNonNull(hint, "hint");
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public Preview {
        Objects.requireNonNull(detection, "detection");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        becomes = List.copyOf(becomes);
        issues = List.copyOf(issues);
    }
}
