package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.draft.SourceFile;

/**
 * Some rows of a file as a file of the same layout: what stands above its data, then those rows, as they were. A text
 * file keeps its encoding, delimiters and line ends, with an apostrophe before what a spreadsheet would run; a workbook keeps its sheets and columns, every cell as text, so that
 * no formula is written out. Corrected, the extract can be imported as the whole file was.
 */
public final class RowExtract {

    private static final Pattern NUMBERED = Pattern.compile("column (\\d{1,5})");

    private final Path original;
    private final TabularFile file;
    private final List<ImportIssue> issues;

    private RowExtract(TabularFile file, List<ImportIssue> issues) {
        this.original = file.path();
        this.file = file;
        this.issues = issues;
    }

    /**
     * One of the rows, whole.
     *
     * @param sheet its sheet; empty in a text file
     * @param number the row as a spreadsheet or text editor counts
     * @param cells as they stand in the file
     * @param issue what is the matter with it
     * @param fault the cell at fault, where the issue names one
     */
    public record Line(String sheet, long number, List<String> cells, ImportIssue issue, OptionalInt fault) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The rows of one sheet.
     *
     * @param sheet its name; empty for a text file
     * @param headers what stands over the columns
     * @param lines the rows, in the order of the file
     */
    public record Part(String sheet, List<String> headers, List<Line> lines) {
        public Part {
            headers = List.copyOf(headers);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Prepares the extract of the rows that issues are about.
     *
     * @param issues those without a row are left out
     * @return empty when the file is no table, or no issue is about a row of it
     * @throws IOException when the file cannot be read
     */
    public static Optional<RowExtract> of(Path original, List<ImportIssue> issues) throws IOException {
        return of(SourceFile.unread(original), issues);
    }

    /** The same of a file that is read as the user says. */
    public static Optional<RowExtract> of(SourceFile original, List<ImportIssue> issues) throws IOException {
        List<ImportIssue> ofRows =
                issues.stream().filter(issue -> issue.line() > 0).toList();
        return ofRows.isEmpty() || !Files.isRegularFile(original.path())
                ? Optional.empty()
                : TabularFile.inspectIfTable(original).map(file -> new RowExtract(file, ofRows));
    }

    /**
     * The rows themselves, as they stand in the file, with what stands over their columns.
     *
     * @param most how many rows at most
     */
    public List<Part> parts(int most) throws IOException {
        List<Part> parts = new ArrayList<>();
        int left = most;
        for (Optional<String> sheet : file.sheets().isEmpty()
                ? List.of(Optional.<String>empty())
                : file.sheets().stream().map(Optional::of).toList()) {
            Map<Long, ImportIssue> wanted = new HashMap<>();
            of(sheet).forEach(issue -> wanted.putIfAbsent(issue.line(), issue));
            if (!wanted.isEmpty() && left > 0) {
                Part part = part(sheet, wanted, left);
                left -= part.lines().size();
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    private Part part(Optional<String> sheet, Map<Long, ImportIssue> wanted, int most) throws IOException {
        long above = lastAbove(sheet);
        List<String> headers = file.sample(sheet, Table.SAMPLE).stream()
                .filter(row -> row.number() == above)
                .findFirst()
                .map(Row::texts)
                .orElse(List.of());
        List<Line> lines = new ArrayList<>();
        try (RowReader reader = file.openAsWritten(sheet)) {
            for (Optional<Row> row = reader.next(); row.isPresent() && lines.size() < most; row = reader.next()) {
                ImportIssue issue = wanted.get(row.get().number());
                if (issue != null) {
                    lines.add(new Line(
                            sheet.orElse(""),
                            row.get().number(),
                            row.get().texts(),
                            issue,
                            fault(issue, headers, row.get())));
                }
            }
        }
        return new Part(sheet.orElse(""), headers, lines);
    }

    /** Of several columns with the header that the issue names, the one that holds what was found. */
    private static OptionalInt fault(ImportIssue issue, List<String> headers, Row row) {
        Matcher numbered = NUMBERED.matcher(issue.column());
        if (numbered.matches()) {
            return OptionalInt.of(Integer.parseInt(numbered.group(1)) - 1);
        }
        List<Integer> named = IntStream.range(0, headers.size())
                .filter(i -> !issue.column().isBlank()
                        && headers.get(i).strip().equals(issue.column().strip()))
                .boxed()
                .toList();
        Predicate<Integer> holds = i ->
                !issue.found().isBlank() && row.value(i).equals(issue.found().strip());
        return Stream.of(
                        named.stream().filter(holds),
                        named.stream(),
                        IntStream.range(0, row.size()).boxed().filter(holds))
                .flatMap(columns -> columns)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The issues about rows of a sheet. What was made of a text file may have given it a sheet's name. */
    private List<ImportIssue> of(Optional<String> sheet) {
        return issues.stream()
                .filter(issue -> sheet.isEmpty() || issue.sheet().equals(sheet.get()))
                .toList();
    }

    /** What to call the extract: a workbook becomes an {@code .xlsx}, whatever it was. */
    public String fileName() {
        String name = String.valueOf(original.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : ".csv";
        boolean workbook =
                switch (file.format()) {
                    case DELIMITED_TEXT -> false;
                    case XLSX, XLS, JSON -> true;
                };
        return stem + " rejected" + (workbook ? ".xlsx" : ending);
    }

    /** Writes it. */
    public void write(OutputStream out) throws IOException {
        switch (file.format()) {
            case DELIMITED_TEXT -> writeText(out);
            case XLSX, XLS, JSON -> writeWorkbook(out);
        }
    }

    private Set<Long> rows(Optional<String> sheet) {
        return of(sheet).stream().map(ImportIssue::line).collect(Collectors.toSet());
    }

    /** The last row above the data: the one that holds a header an issue names, else the one that looks like headers. */
    private long lastAbove(Optional<String> sheet) throws IOException {
        Set<String> columns = of(sheet).stream()
                .map(ImportIssue::column)
                .filter(column -> !column.isBlank())
                .collect(Collectors.toSet());
        List<Row> sample = file.sample(sheet, Table.SAMPLE);
        long first = rows(sheet).stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        for (Row row : sample) {
            if (row.number() < first && row.texts().stream().map(String::strip).anyMatch(columns::contains)) {
                return row.number();
            }
        }
        return TableLayout.find(sample).header().map(Row::number).orElse(0L);
    }

    private void writeText(OutputStream out) throws IOException {
        long above = lastAbove(Optional.empty());
        Set<Long> wanted = rows(Optional.empty());
        // A record may run over several lines; it ends where the next one begins.
        Set<Long> starts = new HashSet<>();
        try (RowReader reader = file.openAsWritten(Optional.empty())) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                starts.add(row.get().number());
            }
        }
        TextEncoding encoding = file.encoding().orElseThrow();
        try (InputStream in = Files.newInputStream(original)) {
            out.write(in.readNBytes(encoding.markLength()));
            Lines text = new Lines(new InputStreamReader(in, encoding.charset()));
            Writer writer = new OutputStreamWriter(out, encoding.charset());
            Dialect dialect = file.dialect().orElseThrow();
            StringBuilder record = new StringBuilder();
            boolean taking = false;
            boolean open = false;
            for (Optional<String> line = text.next(); line.isPresent(); line = text.next()) {
                long number = text.number();
                if (number <= above || starts.contains(number)) {
                    writer.write(LiveCells.defused(record.toString(), dialect.delimiter(), dialect.quote()));
                    record.setLength(0);
                }
                if (number <= above) {
                    taking = true;
                } else if (starts.contains(number) || number == above + 1) {
                    taking = wanted.contains(number);
                }
                if (taking) {
                    record.append(line.get());
                    open = !line.get().endsWith("\n") && !line.get().endsWith("\r");
                }
            }
            writer.write(LiveCells.defused(record.toString(), dialect.delimiter(), dialect.quote()));
            if (open) {
                writer.write('\n');
            }
            writer.flush();
        }
    }

    private void writeWorkbook(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            for (String sheet : file.sheets()) {
                Set<Long> wanted = rows(Optional.of(sheet));
                if (!wanted.isEmpty()) {
                    writeSheet(sheet, wanted, workbook.createSheet(sheet.isEmpty() ? "Records" : sheet));
                }
            }
            workbook.write(out);
        }
    }

    private void writeSheet(String sheet, Set<Long> wanted, SXSSFSheet to) throws IOException {
        long above = lastAbove(Optional.of(sheet));
        int at = 0;
        try (RowReader reader = file.openAsWritten(Optional.of(sheet))) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (row.get().number() <= above || wanted.contains(row.get().number())) {
                    var cells = to.createRow(at++);
                    for (int i = 0; i < row.get().size(); i++) {
                        cells.createCell(i).setCellValue(row.get().text(i));
                    }
                }
            }
        }
    }

    /** The lines of a text with their ends, counted from 1; a carriage return alone ends one too. */
    private static final class Lines {
        private final PushbackReader in;
        private long number;

        Lines(Reader in) {
            this.in = new PushbackReader(new java.io.BufferedReader(in), 1);
        }

        Optional<String> next() throws IOException {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            while (c >= 0) {
                line.append((char) c);
                if (c == '\n') {
                    break;
                }
                if (c == '\r') {
                    int after = in.read();
                    if (after == '\n') {
                        line.append('\n');
                    } else if (after >= 0) {
                        in.unread(after);
                    }
                    break;
                }
                c = in.read();
            }
            if (line.isEmpty()) {
                return Optional.empty();
            }
            number++;
            return Optional.of(line.toString());
        }

        long number() {
            return number;
        }
    }
}
