package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.ImportIssue;

/**
 * Remarks that hold for many rows, brought together to one issue each: what, how often, and where first. Not
 * thread-safe.
 */
public final class RowRemarks {

    private static final int LISTED = 20;

    private record Key(ImportIssue.Severity severity, String sheet, String column, String message) {}

    private static final class Rows {
        private final List<Long> first = new ArrayList<>();
        private String found = "";
        private long last = -1;
        private long count;
    }

    private final Map<Key, Rows> remarks = new LinkedHashMap<>();

    /**
     * Notes something about a row. A row of which the same is noted twice, say of either of its accounts, counts once.
     *
     * @param message a sentence without a closing stop that holds for all rows it is noted for
     * @param found what stands there; the first is kept
     */
    public void add(ImportIssue.Severity severity, Row row, String column, String found, String message) {
        Rows rows =
                remarks.computeIfAbsent(new Key(severity, row.sheet().orElse(""), column, message), key -> new Rows());
        if (rows.last == row.number()) {
            return;
        }
        rows.last = row.number();
        rows.count++;
        if (rows.first.size() < LISTED) {
            rows.first.add(row.number());
            if (rows.first.size() == 1) {
                rows.found = found;
            }
        }
    }

    /** One issue for each remark, in the order of their first rows. */
    public List<ImportIssue> issues() {
        List<ImportIssue> issues = new ArrayList<>();
        remarks.forEach((key, rows) -> issues.add(new ImportIssue(
                key.severity,
                key.sheet,
                rows.first.getFirst(),
                key.column,
                rows.found,
                "",
                key.message + ": " + places(rows) + ".")));
        return issues;
    }

    private static String places(Rows rows) {
        String list = rows.first.stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (rows.count == 1) {
            return "row " + list;
        }
        return rows.count + " rows (" + list + (rows.count > rows.first.size() ? ", \u2026" : "") + ")";
    }
}
