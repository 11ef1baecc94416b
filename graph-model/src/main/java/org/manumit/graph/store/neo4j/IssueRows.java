package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.manumit.graph.ImportIssue;
import org.neo4j.driver.Value;

/** Import issues as the store keeps them: a few hundred to a node, because a broken file can have a million. */
final class IssueRows {

    static final int TO_A_NODE = 500;

    private IssueRows() {}

    static List<Map<String, Object>> pack(List<ImportIssue> issues) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int from = 0; from < issues.size(); from += TO_A_NODE) {
            List<ImportIssue> some = issues.subList(from, Math.min(from + TO_A_NODE, issues.size()));
            rows.add(Map.of(
                    "at", from,
                    "severity", list(some, i -> i.severity().name()),
                    "sheet", list(some, ImportIssue::sheet),
                    "line", list(some, ImportIssue::line),
                    "column", list(some, ImportIssue::column),
                    "found", list(some, ImportIssue::found),
                    "expected", list(some, ImportIssue::expected),
                    "message", list(some, ImportIssue::message)));
        }
        return rows;
    }

    private static List<Object> list(List<ImportIssue> issues, Function<ImportIssue, Object> part) {
        return issues.stream().map(part).toList();
    }

    static void unpack(Value row, List<ImportIssue> into) {
        Value severity = row.get("severity");
        for (int i = 0; i < severity.size(); i++) {
            into.add(new ImportIssue(
                    ImportIssue.Severity.valueOf(severity.get(i).asString()),
                    row.get("sheet").get(i).asString(),
                    row.get("line").get(i).asLong(),
                    row.get("column").get(i).asString(),
                    row.get("found").get(i).asString(),
                    row.get("expected").get(i).asString(),
                    row.get("message").get(i).asString()));
        }
    }
}
