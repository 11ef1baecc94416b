package org.manumit.graph;

import java.util.Objects;

/**
 * Where a claim stands.
 *
 * @param source the imported file
 * @param sheet the sheet within it, or empty
 * @param row the row as a spreadsheet or text editor counts (the first is 1), or 0 where rows mean nothing
 * @param page the page, paragraph or time mark given, or empty
 * @param cites the document which the row itself names as its source (an {@code id} of the sheet <i>Sources</i>), or
 *     empty
 */
public record Provenance(SourceId source, String sheet, long row, String page, String cites) {

    public Provenance {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(cites, "cites");
        if (row < 0) {
            throw new IllegalArgumentException("row must not be negative: " + row);
        }
    }

    /** A row of a file without sheets. */
    public static Provenance row(SourceId source, long row) {
        return new Provenance(source, "", row, "", "");
    }
}
