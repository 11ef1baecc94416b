package org.manumit.importers.casefile;

import java.util.List;
import java.util.Optional;

/**
 * One sheet as it stands in a workbook.
 *
 * @param sheet what it was recognised as
 * @param name its name in the file
 * @param headings its columns
 * @param rows its rows with content, the header left out
 */
record WorkbookTable(Optional<CaseSheet> sheet, String name, List<Heading> headings, List<TableRow> rows) {

    /**
     * A column as it stands.
     *
     * @param header as written, or {@code column 3}
     * @param key the name its values are kept under
     * @param column what it was recognised as
     */
    record Heading(String header, String key, Optional<CaseColumn> column) {}

    /**
     * A row with content.
     *
     * @param number as Excel counts: the header is row 1
     * @param cells stripped texts, one for each heading
     */
    record TableRow(long number, List<String> cells) {}

    WorkbookTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** The first cell of a row in a column of such content, or empty text. */
    String first(TableRow row, CaseColumn.Content content) {
        for (int i = 0; i < headings.size(); i++) {
            Optional<CaseColumn> column = headings.get(i).column();
            if (column.isPresent()
                    && column.get().content() == content
                    && !row.cells.get(i).isEmpty()) {
                return row.cells.get(i);
            }
        }
        return "";
    }

    /** The cell of a row in the column of such a key, or empty text. */
    String value(TableRow row, String key) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).key().equals(key)) {
                return row.cells.get(i);
            }
        }
        return "";
    }
}
