package org.manumit.importers.casefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.casefile.RowFates.Fate;
import org.manumit.importers.casefile.WorkbookTable.Heading;
import org.manumit.importers.casefile.WorkbookTable.TableRow;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads the case workbook: an XLSX file, a folder of CSV files with the sheets' names, or one such file. Every row with
 * content becomes one claim; only a row that gives away a victims' shelter is refused, and nothing of it is kept.
 */
public final class CaseWorkbookImporter implements SourceImporter {

    static final String KIND = "case";

    private static final String MASKED = "(not shown)";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            List<String> names = WorkbookLoader.sheetNames(file);
            List<String> known =
                    names.stream().filter(n -> CaseSheet.named(n).isPresent()).toList();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            double confidence = known.size() >= 3 ? 0.97 : columnsFit(file) ? 0.9 : 0.3;
            return Optional.of(new Detection(
                    KIND,
                    confidence,
                    "case workbook with the sheets " + known.stream().limit(6).collect(Collectors.joining(", "))
                            + (known.size() > 6 ? " and " + (known.size() - 6) + " more" : "")));
        } catch (ImportException e) {
            // So that reading it says what is wrong (a password, a damaged file) where no other importer knows better.
            return looksLikeWorkbook(file)
                    ? Optional.of(new Detection(KIND, 0.01, "a workbook that cannot be opened"))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static boolean looksLikeWorkbook(SourceFile file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls");
    }

    /** A sheet's name alone ("Payments") may be anybody's; with two of its columns it is ours. */
    private static boolean columnsFit(SourceFile file) throws IOException {
        return new WorkbookLoader(new ArrayList<>(), Cancellation.NEVER)
                .load(file).stream()
                        .filter(t -> t.sheet().isPresent())
                        .anyMatch(t -> t.headings().stream()
                                        .filter(h -> h.column().isPresent())
                                        .count()
                                >= Math.min(3, t.sheet().get().columns().size()));
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        return reading(file, options, cancellation).read(progress);
    }

    private static CaseReading reading(SourceFile file, ImportOptions options, Cancellation cancellation) {
        List<ImportIssue> issues = new ArrayList<>();
        try {
            List<WorkbookTable> tables = new WorkbookLoader(issues, cancellation).load(file);
            if (tables.stream().allMatch(t -> CaseSheet.named(t.name()).isEmpty())) {
                throw new ImportException(file.fileName()
                        + ": no sheet has a name of the case workbook (Case, Sources, People, ...). Name the sheets so,"
                        + " or fill in the workbook that 'manumit template FILE.xlsx' writes.");
            }
            return new CaseReading(file, options, cancellation, tables, issues);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        CaseReading reading = reading(file, options, Cancellation.NEVER);
        ImportDraft draft = reading.read(Progress.NONE);
        Map<EntityId, String> labels =
                draft.entities().stream().collect(Collectors.toMap(Entity::id, Entity::label, (a, b) -> a));
        List<Shown> shown = shown(reading.tables(), rows);
        Map<String, Preview.Column> columns = new LinkedHashMap<>();
        columns.put("sheet", new Preview.Column("sheet", "", "the sheet the row stands on"));
        for (Shown row : shown) {
            for (Heading heading : row.table().headings()) {
                columns.merge(heading.key(), column(row.table(), heading), (a, b) -> a);
            }
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
        for (Shown row : shown) {
            boolean refused = reading.fate(row.row()) == Fate.REFUSED;
            List<String> line = new ArrayList<>();
            for (String key : columns.keySet()) {
                line.add(
                        key.equals("sheet")
                                ? row.table().name()
                                : refused ? MASKED : row.table().value(row.row(), key));
            }
            cells.add(line);
            becomes.add(
                    switch (reading.fate(row.row())) {
                        case DATA ->
                            reading.claim(row.row())
                                    .map(c -> inWords(c, labels))
                                    .orElse("");
                        case REFUSED -> "refused: a victims' shelter is never entered";
                        case EXAMPLE -> "left out: the template's example";
                        case DUPLICATE -> "left out: the same row stands above";
                    });
        }
        return new Preview(
                new Detection(KIND, 1, draft.profile()), List.copyOf(columns.values()), cells, becomes, draft.issues());
    }

    private record Shown(WorkbookTable table, TableRow row) {}

    /** The first rows of each sheet in turn, so that a short preview shows every sheet. */
    private static List<Shown> shown(List<WorkbookTable> tables, int rows) {
        int longest = tables.stream().mapToInt(t -> t.rows().size()).max().orElse(0);
        int each = 0;
        int taken = 0;
        while (each < longest && taken < rows) {
            int at = each++;
            taken += (int) tables.stream().filter(t -> t.rows().size() > at).count();
        }
        List<Shown> shown = new ArrayList<>();
        for (WorkbookTable table : tables) {
            table.rows().stream().limit(each).forEach(r -> shown.add(new Shown(table, r)));
        }
        return shown.size() > rows ? shown.subList(0, rows) : shown;
    }

    private static Preview.Column column(WorkbookTable table, Heading heading) {
        return heading.column()
                .map(c -> new Preview.Column(heading.header(), c.name(), "column of " + table.name() + ": " + c.hint()))
                .orElseGet(() -> new Preview.Column(
                        heading.header(), "", "not a column of " + table.name() + "; kept as an attribute"));
    }

    private static String inWords(Claim claim, Map<EntityId, String> labels) {
        String parts = claim.participants().stream()
                .map(p -> p.part().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + labels.getOrDefault(p.entity(), p.entity().value()))
                .collect(Collectors.joining(", "));
        String what = claim.type().name().toLowerCase(Locale.ROOT);
        return parts.isEmpty() ? what : what + ": " + parts;
    }
}
