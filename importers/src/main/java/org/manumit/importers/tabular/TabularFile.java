package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.draft.SourceFile;

/**
 * A file that holds one table or, in a workbook, one per sheet; its format, encoding and dialect found from its
 * content. Each {@link #open()} reads from the start again. Safe for use from several threads.
 */
public final class TabularFile {

    private static final int DIALECT_SAMPLE = 1 << 16;

    private final Path path;
    private final TabularLimits limits;
    private final TableFormat format;
    private final Optional<TextEncoding> encoding;
    private final Optional<Dialect> dialect;
    private final List<String> sheets;
    private final ReadAs readAs;

    /** The first rows of each sheet, under its name; of a text file, under no name. */
    private final Map<String, List<Row>> heads = new LinkedHashMap<>();

    /** The lists of a JSON file. */
    private final List<JsonTables.Sheet> lists = new ArrayList<>();

    /** What its columns look like: every kind of table asks that of the same rows. */
    private final Map<Sampled, ColumnProfile> profiles = new ConcurrentHashMap<>();

    /** A column of some rows; rows are alike only when they are the same. */
    private record Sampled(List<Row> rows, int column) {}

    private TabularFile(
            Path path,
            TabularLimits limits,
            TableFormat format,
            Optional<TextEncoding> encoding,
            Optional<Dialect> dialect,
            List<String> sheets,
            ReadAs readAs) {
        this.path = path;
        this.limits = limits;
        this.format = format;
        this.encoding = encoding;
        this.dialect = dialect;
        this.sheets = sheets;
        this.readAs = readAs;
    }

    /**
     * Finds out how the file is to be read.
     *
     * @throws ImportException when it holds no table; the message says what it is instead and what to do
     */
    public static TabularFile inspect(Path path) throws IOException {
        return inspect(path, TabularLimits.STANDARD);
    }

    /** The same with limits of one's own. */
    public static TabularFile inspect(Path path, TabularLimits limits) throws IOException {
        return inspect(SourceFile.unread(path), limits);
    }

    private static TabularFile inspect(SourceFile file, TabularLimits limits) throws IOException {
        FileProbe.Finding finding = FileProbe.probe(file);
        if (finding.otherwise().isPresent()) {
            throw finding.otherwise().get();
        }
        return inspect(file, limits, finding.format().orElseThrow());
    }

    /** The same for a source; found out once, however many readers ask. */
    public static TabularFile inspect(SourceFile file) throws IOException {
        return file.once(TabularFile.class, () -> inspect(file, TabularLimits.STANDARD));
    }

    /** The same for a source, if it is a table at all; found out once, however many readers ask. */
    public static Optional<TabularFile> inspectIfTable(SourceFile file) throws IOException {
        return file.once(Found.class, () -> {
                    FileProbe.Finding finding = FileProbe.probe(file);
                    return finding.format().isEmpty()
                            ? new Found(Optional.empty())
                            : new Found(Optional.of(inspect(file)));
                })
                .table();
    }

    private record Found(Optional<TabularFile> table) {}

    /**
     * Finds out how the file is to be read, if it is a table at all.
     *
     * @return empty when it is whole but something else: a picture, a document, a folder
     * @throws ImportException when it is missing, empty, damaged or protected, so that nobody can read it
     */
    public static Optional<TabularFile> inspectIfTable(Path path) throws IOException {
        return inspectIfTable(SourceFile.unread(path));
    }

    private static TabularFile inspect(SourceFile source, TabularLimits limits, TableFormat format) throws IOException {
        Path path = source.path();
        ReadAs readAs = source.readAs();
        return switch (format) {
            case DELIMITED_TEXT -> {
                TextEncoding found = EncodingDetector.detect(path);
                TextEncoding encoding = readAs.encoding()
                        .filter(said -> !said.equals(found.charset()))
                        .map(said -> new TextEncoding(said, 0, "as the user says"))
                        .orElse(found);
                Dialect dialect = dialect(path, encoding);
                yield new TabularFile(
                        path,
                        limits,
                        format,
                        Optional.of(encoding),
                        Optional.of(readAs.delimiter()
                                .filter(said -> said != dialect.delimiter())
                                .map(said -> new Dialect(said, dialect.quote(), dialect.columns()))
                                .orElse(dialect)),
                        List.of(),
                        readAs);
            }
            case XLSX, XLS -> {
                Map<String, List<Row>> heads = Workbooks.heads(source, format, limits, Table.SAMPLE);
                TabularFile file = new TabularFile(
                        path, limits, format, Optional.empty(), Optional.empty(), List.copyOf(heads.keySet()), readAs);
                file.heads.putAll(heads);
                yield file;
            }
            case JSON -> {
                List<JsonTables.Sheet> lists = JsonTables.of(source);
                TabularFile file = new TabularFile(
                        path,
                        limits,
                        format,
                        Optional.empty(),
                        Optional.empty(),
                        lists.stream().map(JsonTables.Sheet::name).toList(),
                        readAs);
                file.lists.addAll(lists);
                yield file;
            }
        };
    }

    private static Dialect dialect(Path path, TextEncoding encoding) throws IOException {
        char[] sample = new char[DIALECT_SAMPLE];
        int length = 0;
        try (Reader reader = encoding.open(path)) {
            int read = 0;
            while (length < sample.length && read >= 0) {
                read = reader.read(sample, length, sample.length - length);
                length += Math.max(0, read);
            }
        }
        return DialectDetector.detect(new String(sample, 0, length), length < sample.length);
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** What kind of file it is. */
    public TableFormat format() {
        return format;
    }

    /** The encoding of a text file. */
    public Optional<TextEncoding> encoding() {
        return encoding;
    }

    /** Delimiter and quote of a text file. */
    public Optional<Dialect> dialect() {
        return dialect;
    }

    /** The sheets of a workbook, in its order; empty for a text file. */
    public List<String> sheets() {
        return sheets;
    }

    /** The same file read in another encoding, when the user knows better. */
    public TabularFile withEncoding(TextEncoding other) throws IOException {
        return new TabularFile(
                path, limits, format, Optional.of(other), Optional.of(dialect(path, other)), sheets, readAs);
    }

    /** The same file read with another dialect, when the user knows better. */
    public TabularFile withDialect(Dialect other) {
        return new TabularFile(path, limits, format, encoding, Optional.of(other), sheets, readAs);
    }

    /** All rows, of all sheets in their order. */
    public RowReader open() throws IOException {
        return open(Optional.empty());
    }

    /** The rows of one sheet. */
    public RowReader open(String sheet) throws IOException {
        return open(Optional.of(sheet));
    }

    private RowReader open(Optional<String> sheet) throws IOException {
        RowReader rows = openAsWritten(sheet);
        return readAs.corrections().isEmpty() ? rows : new CorrectedRows(rows, readAs.corrections());
    }

    /** The rows of one sheet, or of all, as they stand in the file, whatever was corrected. */
    RowReader openAsWritten(Optional<String> sheet) throws IOException {
        return switch (format) {
            case DELIMITED_TEXT ->
                dialect.orElseThrow().isFixedWidth()
                        ? new FixedWidthRowReader(path, encoding.orElseThrow(), dialect.orElseThrow(), limits)
                        : new DelimitedRowReader(path, encoding.orElseThrow(), dialect.orElseThrow(), limits);
            case JSON ->
                new JsonRowReader(
                        path,
                        lists.stream()
                                .filter(list -> sheet.isEmpty() || list.name().equals(sheet.get()))
                                .findFirst()
                                .orElseThrow(() -> new ImportException(
                                        path + ": there is no list '" + sheet.orElse("") + "' in it")));
            case XLSX, XLS -> Workbooks.open(SourceFile.unread(path).readAs(readAs), format, limits, sheet);
        };
    }

    /** The row that holds the headers of a sheet, where the format itself says so. */
    Optional<Row> statedHeader(List<Row> sample) {
        return format == TableFormat.JSON
                ? sample.stream()
                        .filter(row -> row.number() == JsonTables.ABOVE)
                        .reduce((one, other) -> other)
                : Optional.empty();
    }

    /** A row of the sample as it is to be read. */
    Row corrected(Row row) {
        return CorrectedRows.corrected(row, readAs.corrections());
    }

    /**
     * The first rows of one sheet (of the file when it is a text file) as they stand in it, at most
     * {@value Table#SAMPLE}; read once.
     */
    public synchronized List<Row> sample(Optional<String> sheet, int rows) throws IOException {
        List<Row> head = heads.get(sheet.orElse(""));
        if (head == null) {
            head = head(sheet, Table.SAMPLE);
            heads.put(sheet.orElse(""), head);
        }
        return head.subList(0, Math.min(rows, head.size()));
    }

    /** What a column of a sample of its rows looks like; found out once. */
    ColumnProfile profile(List<Row> sample, int column) {
        return profiles.computeIfAbsent(
                new Sampled(sample, column), asked -> ColumnProfile.of(asked.rows(), asked.column()));
    }

    private List<Row> head(Optional<String> sheet, int rows) throws IOException {
        List<Row> sample = new ArrayList<>();
        try (RowReader reader = openAsWritten(sheet)) {
            Optional<Row> row = sample.size() < rows ? reader.next() : Optional.empty();
            while (row.isPresent()) {
                sample.add(row.get());
                row = sample.size() < rows ? reader.next() : Optional.empty();
            }
        }
        return sample;
    }
}
