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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.manumit.graph.ImportIssue;

/**
 * Some rows of a file as a file of the same layout: what stands above its data, then those rows, as they were. A text
 * file keeps its encoding, delimiters and line ends; a workbook keeps its sheets and columns, every cell as text, so that
 * no formula is written out. Corrected, the extract can be imported as the whole file was.
 */
public final class RowExtract {

    private final Path original;
    private final List<ImportIssue> issues;

    private RowExtract(Path original, List<ImportIssue> issues) {
        this.original = original;
        this.issues = issues;
    }

    /**
     * Prepares the extract of the rows that issues are about.
     *
     * @param issues those without a row are left out
     * @return empty when the file is no table, or no issue is about a row of it
     * @throws IOException when the file cannot be read
     */
    public static Optional<RowExtract> of(Path original, List<ImportIssue> issues) throws IOException {
        List<ImportIssue> ofRows =
                issues.stream().filter(issue -> issue.line() > 0).toList();
        return ofRows.isEmpty() || !Files.isRegularFile(original)
                ? Optional.empty()
                : TabularFile.inspectIfTable(original).map(file -> new RowExtract(original, ofRows));
    }

    /** What to call the extract: a workbook becomes an {@code .xlsx}, whatever it was. */
    public String fileName() {
        String name = String.valueOf(original.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : ".csv";
        return stem + " rejected" + (ending.toLowerCase(java.util.Locale.ROOT).startsWith(".xls") ? ".xlsx" : ending);
    }

    /** Writes it. */
    public void write(OutputStream out) throws IOException {
        TabularFile file = TabularFile.inspect(original);
        switch (file.format()) {
            case DELIMITED_TEXT -> writeText(file, out);
            case XLSX, XLS -> writeWorkbook(file, out);
        }
    }

    private Set<Long> rows(String sheet) {
        return issues.stream()
                .filter(issue -> issue.sheet().equals(sheet))
                .map(ImportIssue::line)
                .collect(Collectors.toSet());
    }

    /** The last row above the data: the one that holds a header an issue names, else the one that looks like headers. */
    private long lastAbove(TabularFile file, Optional<String> sheet) throws IOException {
        Set<String> columns = issues.stream()
                .filter(issue -> issue.sheet().equals(sheet.orElse("")))
                .map(ImportIssue::column)
                .filter(column -> !column.isBlank())
                .collect(Collectors.toSet());
        List<Row> sample = file.sample(sheet, Table.SAMPLE);
        long first =
                rows(sheet.orElse("")).stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        for (Row row : sample) {
            if (row.number() < first && row.texts().stream().map(String::strip).anyMatch(columns::contains)) {
                return row.number();
            }
        }
        return TableLayout.find(sample).header().map(Row::number).orElse(0L);
    }

    private void writeText(TabularFile file, OutputStream out) throws IOException {
        long above = lastAbove(file, Optional.empty());
        Set<Long> wanted = rows("");
        // A record may run over several lines; it ends where the next one begins.
        Set<Long> starts = new HashSet<>();
        try (RowReader reader = file.open()) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                starts.add(row.get().number());
            }
        }
        TextEncoding encoding = file.encoding().orElseThrow();
        try (InputStream in = Files.newInputStream(original)) {
            out.write(in.readNBytes(encoding.markLength()));
            Lines text = new Lines(new InputStreamReader(in, encoding.charset()));
            Writer writer = new OutputStreamWriter(out, encoding.charset());
            boolean taking = false;
            boolean open = false;
            for (Optional<String> line = text.next(); line.isPresent(); line = text.next()) {
                long number = text.number();
                if (number <= above) {
                    taking = true;
                } else if (starts.contains(number) || number == above + 1) {
                    taking = wanted.contains(number);
                }
                if (taking) {
                    writer.write(line.get());
                    open = !line.get().endsWith("\n") && !line.get().endsWith("\r");
                }
            }
            if (open) {
                writer.write('\n');
            }
            writer.flush();
        }
    }

    private void writeWorkbook(TabularFile file, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            for (String sheet : file.sheets()) {
                Set<Long> wanted = rows(sheet);
                if (!wanted.isEmpty()) {
                    writeSheet(file, sheet, wanted, workbook.createSheet(sheet));
                }
            }
            workbook.write(out);
        }
    }

    private void writeSheet(TabularFile file, String sheet, Set<Long> wanted, SXSSFSheet to) throws IOException {
        long above = lastAbove(file, Optional.of(sheet));
        int at = 0;
        try (RowReader reader = file.open(sheet)) {
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
