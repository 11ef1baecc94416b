package org.manumit.importers.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.casefile.WorkbookTable.Heading;
import org.manumit.importers.casefile.WorkbookTable.TableRow;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowReader;
import org.manumit.importers.tabular.TableFormat;
import org.manumit.importers.tabular.TabularFile;

/**
 * Brings a workbook, a folder of CSV files or a single such file into memory, sheet by sheet, and recognises sheets and
 * columns. A case workbook is written by people, so it fits; one that does not is refused.
 */
final class WorkbookLoader {

    /** Far above any case that people write down row by row; calls and bank lines have importers of their own. */
    private static final int MOST_ROWS = 300_000;

    private static final long MOST_CHARACTERS = 200_000_000L;
    private static final int HEADER_WITHIN = 10;
    private static final Set<String> TABLE_ENDINGS = Set.of(".csv", ".tsv");

    /** Sheets that explain the workbook; the template writes one. */
    private static final Set<String> INSTRUCTIONS = Set.of("instructions", "readme", "howto");

    private final List<ImportIssue> issues;
    private final Cancellation cancellation;
    private int rows;
    private long characters;

    WorkbookLoader(List<ImportIssue> issues, Cancellation cancellation) {
        this.issues = issues;
        this.cancellation = cancellation;
    }

    /** A sheet of a workbook, or a text file that is one. */
    private record Part(Path path, String name, List<Row> rows, TableFormat format) {}

    List<WorkbookTable> load(SourceFile source) throws IOException {
        List<WorkbookTable> tables = new ArrayList<>();
        for (Part part : parts(source)) {
            if (INSTRUCTIONS.contains(Folding.heading(part.name()))) {
                note(part.name(), 0, "the sheet explains the workbook and was not read");
            } else if (!part.rows().isEmpty()) {
                tables.add(table(part));
            }
        }
        return tables;
    }

    /** The names of the sheets, without reading them. */
    static List<String> sheetNames(SourceFile source) throws IOException {
        Path path = source.path();
        if (Files.isDirectory(path)) {
            return tableFiles(path).stream().map(WorkbookLoader::sheetName).toList();
        }
        TabularFile file = TabularFile.inspect(source);
        return file.format() == TableFormat.DELIMITED_TEXT ? List.of(sheetName(path)) : file.sheets();
    }

    private List<Part> parts(SourceFile source) throws IOException {
        Path path = source.path();
        List<Part> parts = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            read(TabularFile.inspect(source), parts);
            return parts;
        }
        for (Path csv : tableFiles(path)) {
            if (Files.size(csv) == 0) {
                note(sheetName(csv), 0, "the file is empty");
                continue;
            }
            TabularFile file = TabularFile.inspect(csv);
            if (file.format() != TableFormat.DELIMITED_TEXT) {
                throw new ImportException(csv.getFileName()
                        + ": this is a workbook under the name of a CSV file. Import it by itself, or save it as CSV.");
            }
            read(file, parts);
        }
        if (parts.isEmpty()) {
            throw new ImportException(path.getFileName() + ": the folder holds no CSV file with content. Give the"
                    + " folder whose CSV files have the names of the case workbook's sheets (People.csv, ...).");
        }
        return parts;
    }

    private static List<Path> tableFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !fileName(f).startsWith("."))
                    .filter(f -> TABLE_ENDINGS.stream()
                            .anyMatch(e -> fileName(f).toLowerCase(Locale.ROOT).endsWith(e)))
                    .sorted()
                    .toList();
        }
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String sheetName(Path file) {
        String name = fileName(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void read(TabularFile file, List<Part> parts) throws IOException {
        String fileSheet = sheetName(file.path());
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        try (RowReader reader = file.open()) {
            for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                Row row = next.get();
                String sheet = row.sheet().orElse(fileSheet);
                if (++rows > MOST_ROWS) {
                    throw tooLarge(file, sheet, "more than " + String.format(Locale.ROOT, "%,d", MOST_ROWS) + " rows");
                }
                for (String cell : row.texts()) {
                    characters += cell.length();
                }
                if (characters > MOST_CHARACTERS) {
                    throw tooLarge(file, sheet, "more text than any case workbook");
                }
                if ((rows & 0xFFF) == 0) {
                    cancellation.check();
                }
                sheets.computeIfAbsent(sheet, s -> new ArrayList<>()).add(row);
            }
            for (RowReader.Repair repair : reader.repairs()) {
                issues.add(new ImportIssue(Severity.WARNING, fileSheet, repair.line(), "", "", "", repair.what()));
            }
        }
        sheets.forEach((name, read) -> parts.add(new Part(file.path(), name, read, file.format())));
    }

    private static ImportException tooLarge(TabularFile file, String sheet, String what) {
        return new ImportException(file.path().getFileName() + ": sheet '" + sheet + "' has " + what
                + ". Import calls and bank lines as files of their own, or split the workbook.");
    }

    private WorkbookTable table(Part part) throws IOException {
        List<Row> read = part.rows();
        Optional<CaseSheet> sheet = CaseSheet.named(part.name());
        int header = headerRow(sheet, read);
        if (header > 0) {
            note(
                    part.name(),
                    read.get(0).number(),
                    header == 1
                            ? "the row above the header was not read"
                            : header + " rows above the header were not read");
        }
        int width = read.stream().mapToInt(Row::size).max().orElse(0);
        List<Integer> places = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        headings(
                part.name(),
                sheet,
                header < 0 ? Optional.empty() : Optional.of(read.get(header)),
                read,
                width,
                places,
                headings);
        List<TableRow> tableRows = new ArrayList<>();
        boolean text = part.format() == TableFormat.DELIMITED_TEXT;
        long shift = text && declaresDelimiter(part.path()) ? 1 : 0;
        for (int r = 0; r < read.size(); r++) {
            Row row = read.get(r);
            long number = row.number() - shift;
            if (r > header && !(header >= 0 && row.sameValues(read.get(header)))) {
                List<String> cells = cells(part.name(), row, number, places, headings);
                if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                    tableRows.add(new TableRow(number, cells));
                }
            }
            if (text) {
                shift += lineBreaks(row);
            }
        }
        return new WorkbookTable(header < 0 ? Optional.empty() : sheet, part.name(), headings, tableRows);
    }

    /** Excel counts a record of a CSV file as one row however many lines its cells take. */
    private static long lineBreaks(Row row) {
        long breaks = 0;
        for (String cell : row.texts()) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c == '\n' || (c == '\r' && (i + 1 >= cell.length() || cell.charAt(i + 1) != '\n'))) {
                    breaks++;
                }
            }
        }
        return breaks;
    }

    /** Excel takes a first line {@code sep=;} as an instruction and shows the next as row 1. */
    private static boolean declaresDelimiter(Path csv) throws IOException {
        try (InputStream in = Files.newInputStream(csv)) {
            String start = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            return start.startsWith("sep=") || start.startsWith("\u00ef\u00bb\u00bfsep=");
        }
    }

    /** Index of the header among the rows read; -1 when a known sheet has none. */
    private int headerRow(Optional<CaseSheet> sheet, List<Row> read) {
        if (sheet.isEmpty()) {
            return 0;
        }
        int best = -1;
        int bestKnown = 0;
        for (int r = 0; r < Math.min(HEADER_WITHIN, read.size()); r++) {
            Row row = read.get(r);
            int known = 0;
            for (int c = 0; c < row.size(); c++) {
                if (!row.isBlank(c) && sheet.get().column(row.value(c)).isPresent()) {
                    known++;
                }
            }
            // A single known word further down is more likely data ("note", "who") than a header.
            if (known > bestKnown && (r == 0 || (known > 1 && known * 2 >= row.filled()))) {
                best = r;
                bestKnown = known;
            }
        }
        return best;
    }

    private void headings(
            String name,
            Optional<CaseSheet> sheet,
            Optional<Row> header,
            List<Row> read,
            int width,
            List<Integer> places,
            List<Heading> headings) {
        if (header.isEmpty()) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    name,
                    read.get(0).number(),
                    "",
                    "",
                    sheet.map(s -> String.join(
                                    ", ",
                                    s.columns().stream().map(CaseColumn::name).toList()))
                            .orElse(""),
                    "no row of the sheet names its columns, so its rows were only kept as written; put the column"
                            + " names into row 1"));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int c = 0; c < width; c++) {
            int column = c;
            boolean used = read.stream().anyMatch(r -> !r.isBlank(column));
            if (!used) {
                continue;
            }
            String written = header.isEmpty() ? "" : Folding.spaced(header.get().value(c));
            Optional<CaseColumn> known = written.isEmpty()
                    ? Optional.empty()
                    : sheet.flatMap(s -> s.column(written)).or(() -> CaseSheet.common(written));
            String shown = written.isEmpty() ? "column " + (c + 1) : written;
            String key = known.map(CaseColumn::name).orElse(shown.toLowerCase(Locale.ROOT));
            int times = seen.merge(key, 1, Integer::sum);
            if (times > 1) {
                issues.add(new ImportIssue(
                        Severity.WARNING,
                        name,
                        header.map(Row::number).orElse(1L),
                        shown,
                        shown,
                        "each column once",
                        "the column stands " + times + " times; the later one was kept as an attribute '" + key + " ("
                                + times + ")'"));
                key = key + " (" + times + ")";
                known = Optional.empty();
            }
            places.add(c);
            headings.add(new Heading(shown, key, known));
        }
    }

    private List<String> cells(String name, Row row, long number, List<Integer> places, List<Heading> headings) {
        List<String> cells = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            String value = row.value(place);
            if (row.kind(place) == CellKind.ERROR) {
                issues.add(new ImportIssue(
                        Severity.WARNING,
                        name,
                        number,
                        headings.get(i).header(),
                        value,
                        "a value",
                        "the cell's formula failed, so the cell was taken as empty; correct it in the workbook"));
                value = "";
            }
            cells.add(value);
        }
        return cells;
    }

    private void note(String sheet, long line, String message) {
        issues.add(new ImportIssue(Severity.NOTE, sheet, line, "", "", "", message));
    }
}
