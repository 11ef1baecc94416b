package org.manumit.importers.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.casefile.CaseColumn.Content;
import org.manumit.importers.casefile.WorkbookTable.Heading;
import org.manumit.importers.casefile.WorkbookTable.TableRow;

/**
 * Finds the claims that {@code Sheet!row} references mean, once all rows have theirs. Rows count as Excel does, the
 * header being row 1; {@code Payments!2-5} means four rows.
 */
final class RowReferences {

    private static final Pattern REFERENCE = Pattern.compile("'?([^!']+?)'?\\s*!\\s*\\$?[A-Za-z]{0,3}\\$?(\\d{1,7})"
            + "(?:\\s*[-:\u2013]\\s*\\$?[A-Za-z]{0,3}\\$?(\\d{1,7}))?\\s*\\??");

    private static final int LONGEST_RANGE = 1000;

    private final Map<String, WorkbookTable> exact = new HashMap<>();
    private final Map<String, WorkbookTable> folded = new HashMap<>();
    private final Function<TableRow, @Nullable Claim> claimOf;
    private final Set<String> unknown;
    private final List<ImportIssue> issues;

    /**
     * @param claimOf the claim of a row that was taken
     * @param unknown words that stand for nothing known
     */
    RowReferences(
            List<WorkbookTable> tables,
            Function<TableRow, @Nullable Claim> claimOf,
            Set<String> unknown,
            List<ImportIssue> issues) {
        for (WorkbookTable table : tables) {
            exact.putIfAbsent(table.name(), table);
            folded.putIfAbsent(Folding.heading(table.name()), table);
        }
        this.claimOf = claimOf;
        this.unknown = unknown;
        this.issues = issues;
    }

    /** Whether the text has the form of a row reference. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** The columns of a sheet that may hold references to rows. */
    static List<Heading> columns(WorkbookTable table) {
        return table.headings().stream()
                .filter(h -> h.column()
                        .map(CaseColumn::content)
                        .filter(c -> c == Content.ROW || c == Content.REFERENCE_OR_ROW)
                        .isPresent())
                .toList();
    }

    /** The claim with its references found, each spelled as the sheet is called here. */
    Claim resolved(WorkbookTable table, TableRow row, Claim claim, List<Heading> columns) {
        List<ClaimId> targets = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>(claim.values());
        for (Heading heading : columns) {
            List<String> kept = new ArrayList<>();
            for (String element : claim.list(heading.key())) {
                kept.add(resolved(table, row, heading, element, targets));
            }
            if (!kept.isEmpty()) {
                values.put(heading.key(), String.join("; ", kept));
            }
        }
        return new Claim(
                claim.id(),
                claim.type(),
                claim.participants(),
                values,
                claim.when(),
                targets,
                claim.provenance(),
                claim.grades());
    }

    private String resolved(WorkbookTable table, TableRow row, Heading heading, String element, List<ClaimId> targets) {
        Matcher m = REFERENCE.matcher(element);
        if (!m.matches()) {
            if (!unknown.contains(Folding.name(element))) {
                warn(table, row, heading, element, "not a row of a sheet; kept as written");
            }
            return element;
        }
        Optional<WorkbookTable> target = Optional.ofNullable(
                        exact.get(m.group(1).strip()))
                .or(() -> Optional.ofNullable(folded.get(Folding.heading(m.group(1)))));
        List<ClaimId> found = target.map(t -> claims(t, m)).orElse(List.of());
        if (found.isEmpty()) {
            warn(
                    table,
                    row,
                    heading,
                    element,
                    "there is no such row, or it was not taken; the reference was kept as written");
            return element;
        }
        found.stream().filter(f -> !targets.contains(f)).forEach(targets::add);
        String end = m.group(3) == null ? "" : "-" + m.group(3);
        return target.orElseThrow().name() + "!" + m.group(2) + end + (element.endsWith("?") ? "?" : "");
    }

    private List<ClaimId> claims(WorkbookTable target, Matcher reference) {
        long first = Long.parseLong(reference.group(2));
        long last = reference.group(3) == null ? first : Long.parseLong(reference.group(3));
        if (last - first > LONGEST_RANGE) {
            return List.of();
        }
        return target.rows().stream()
                .filter(r -> r.number() >= first && r.number() <= last)
                .map(claimOf)
                .filter(Objects::nonNull)
                .map(Claim::id)
                .toList();
    }

    private void warn(WorkbookTable table, TableRow row, Heading heading, String found, String message) {
        issues.add(new ImportIssue(
                Severity.WARNING,
                table.name(),
                row.number(),
                heading.header(),
                found,
                "a row as Sheet!row, the header being row 1",
                message));
    }
}
