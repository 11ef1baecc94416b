package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;

/** What a user is told about the rows of a table that are no records. */
public final class TableNotes {

    private TableNotes() {}

    /** What stands above the table. */
    public static List<ImportIssue> above(Table table) {
        List<Row> preamble = table.layout().preamble();
        if (preamble.isEmpty()) {
            return List.of();
        }
        return List.of(issue(
                Severity.NOTE,
                table,
                preamble.getFirst().number(),
                preamble.size() + (preamble.size() == 1 ? " row" : " rows") + " above the table left out; "
                        + table.layout().reason() + "."));
    }

    /** What was repaired and left out among the rows; to be asked after the last one. */
    public static List<ImportIssue> among(Table.Rows rows, Table table) {
        List<ImportIssue> issues = new ArrayList<>();
        for (RowReader.Repair repair : rows.repairs()) {
            issues.add(issue(
                    Severity.WARNING, table, repair.line(), "Line " + repair.line() + ": " + repair.what() + "."));
        }
        if (rows.leftOutCount() > 0) {
            issues.add(issue(
                    Severity.NOTE,
                    table,
                    rows.leftOut().getFirst().number(),
                    (rows.leftOutCount() == 1
                                    ? "1 repeated header, total or comment"
                                    : rows.leftOutCount() + " repeated headers, totals or comments")
                            + " among the rows left out: " + (rows.leftOutCount() == 1 ? "row " : "rows ")
                            + rows.leftOut().stream()
                                    .map(row -> Long.toString(row.number()))
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return issues;
    }

    /** That a sheet holds no table of the kind. */
    public static ImportIssue notRecognised(Table table, String records) {
        return issue(
                Severity.WARNING,
                table,
                0,
                (table.sheetName().isEmpty()
                                ? "What stands from row "
                                        + table.layout()
                                                .header()
                                                .map(Row::number)
                                                .orElse(1L) + " on"
                                : "The sheet '" + table.sheetName() + "'")
                        + " holds no " + records + " that could be recognised and was left out.");
    }

    /** An issue about a table. */
    public static ImportIssue issue(Severity severity, Table table, long row, String message) {
        return new ImportIssue(severity, table.sheetName(), row, "", "", "", message);
    }
}
