package org.manumit.importers.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table of a file: a whole text file, or one sheet of a workbook, with its layout.
 *
 * @param file the file
 * @param sheet the sheet, empty for a text file
 * @param layout where header and data stand
 * @param sample the first data rows, without what stands at the foot
 * @param until the last row that may be its own, where another table stands below it
 * @param whole whether the sample holds all its rows
 * @param vocabulary the headers that were looked for
 * @param frame what stands above the first of several tables below one another, and so holds for the others too
 */
public record Table(
        TabularFile file,
        Optional<String> sheet,
        TableLayout layout,
        List<Row> sample,
        long until,
        boolean whole,
        ColumnVocabulary vocabulary,
        List<Row> frame) {

    /** Enough rows to tell meanings and spellings from, few enough to read at once. */
    public static final int SAMPLE = 2000;

    /** A sheet with more rows is no cover of the others. */
    private static final int COVER = 40;

    /** Copies the rows. */
    public Table {
        sample = List.copyOf(sample);
        frame = List.copyOf(frame);
    }

    /** The tables of a file, in its order; sheets without any row left out. */
    public static List<Table> of(TabularFile file, ColumnVocabulary vocabulary) throws IOException {
        List<Table> tables = new ArrayList<>();
        if (file.sheets().isEmpty()) {
            add(tables, file, Optional.empty(), vocabulary);
        }
        List<Row> covers = new ArrayList<>();
        for (String sheet : file.sheets()) {
            List<Row> rows = file.sample(Optional.of(sheet), COVER + 1);
            if (file.sheets().size() > 1 && isCover(rows, vocabulary)) {
                covers.addAll(rows);
            }
            add(tables, file, Optional.of(sheet), vocabulary);
        }
        return covers.isEmpty()
                ? tables
                : tables.stream().map(table -> table.framedBy(covers)).toList();
    }

    /** A sheet of names and values, before the lists: whose records these are, of which time. */
    private static boolean isCover(List<Row> rows, ColumnVocabulary vocabulary) {
        return !rows.isEmpty()
                && rows.size() <= COVER
                && rows.stream().allMatch(row -> row.filled() <= 2 && vocabulary.headersIn(row) < 2);
    }

    private Table framedBy(List<Row> covers) {
        List<Row> others = covers.stream()
                .filter(row -> !row.sheet().orElse("").equals(sheetName()))
                .toList();
        return new Table(
                file,
                sheet,
                layout,
                sample,
                until,
                whole,
                vocabulary,
                Stream.concat(frame.stream(), others.stream()).toList());
    }

    private static void add(List<Table> tables, TabularFile file, Optional<String> sheet, ColumnVocabulary vocabulary)
            throws IOException {
        List<Row> rows = file.sample(sheet, SAMPLE);
        if (rows.isEmpty()) {
            return;
        }
        Optional<Row> stated = file.statedHeader(rows);
        if (stated.isPresent()) {
            TableLayout layout = TableLayout.under(stated.get(), rows);
            boolean all = rows.size() < SAMPLE;
            tables.add(new Table(file, sheet, layout, layout.dataOf(rows), Long.MAX_VALUE, all, vocabulary, List.of()));
            return;
        }
        tables.addAll(sections(rows, file, sheet, vocabulary, List.of()));
    }

    /** The tables that stand below this one, from a row on which its own end. */
    List<Table> below(long row) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = file.openAsWritten(sheet)) {
            for (Optional<Row> next = reader.next(); next.isPresent() && rows.size() < SAMPLE; next = reader.next()) {
                if (next.get().number() >= row) {
                    rows.add(next.get());
                }
            }
        }
        return sections(rows, file, sheet, vocabulary, frame.isEmpty() ? layout.preamble() : frame);
    }

    private static List<Table> sections(
            List<Row> rows, TabularFile file, Optional<String> sheet, ColumnVocabulary vocabulary, List<Row> frame) {
        List<Table> tables = new ArrayList<>();
        for (TableSections.Section section : TableSections.of(rows, vocabulary)) {
            TableLayout layout = TableLayout.find(section.rows(), vocabulary);
            List<Row> data = layout.dataOf(section.rows());
            boolean whole = rows.size() < SAMPLE || section.until() < Long.MAX_VALUE;
            tables.add(new Table(
                    file,
                    sheet,
                    layout,
                    whole ? withoutFoot(data, layout) : data,
                    section.until(),
                    whole,
                    vocabulary,
                    frame.isEmpty() && !tables.isEmpty()
                            ? tables.getFirst().layout().preamble()
                            : frame));
        }
        return tables;
    }

    /** Without the lines at the end that hold too little, and words in each cell: signatures, explanations. */
    private static List<Row> withoutFoot(List<Row> data, TableLayout layout) {
        int usual = layout.header().map(Row::filled).orElse(layout.columns());
        int end = data.size();
        while (end > 1 && data.get(end - 1).filled() * 4 < usual * 3 && isProse(data.get(end - 1))) {
            end--;
        }
        return data.subList(0, end);
    }

    private static boolean isProse(Row row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.kind(column) != CellKind.TEXT
                    || (!row.isBlank(column) && row.value(column).chars().noneMatch(Character::isLetter))) {
                return false;
            }
        }
        return true;
    }

    /** What a column of the sample looks like. */
    public ColumnProfile profile(int column) {
        return file.profile(sample, column);
    }

    /** What stands above it, nearest first: above its own headers, and above the first table of its sheet. */
    public List<List<Row>> above() {
        return frame.isEmpty() ? List.of(layout.preamble()) : List.of(layout.preamble(), frame);
    }

    /** Where a row above a table stands, in words. */
    public static String place(Row row, Table table) {
        String on = row.sheet().orElse("");
        return !on.equals(table.sheetName())
                ? "row " + row.number() + " of the sheet '" + on + "'"
                : row.number() > 0 ? "row " + row.number() + " above the table" : "what stands above the list";
    }

    /** The sheet's name, or empty text. */
    public String sheetName() {
        return sheet.orElse("");
    }

    /** The data rows, read anew from the start. */
    public Rows open() throws IOException {
        return rows(opened(), false);
    }

    /** The same up to headers that differ from its own, below its sample. */
    Rows openToNextHeaders() throws IOException {
        return rows(opened(), true);
    }

    /** The same as they stand in the file: how columns are read is learned from these, so that no correction moves it. */
    Rows openAsWritten() throws IOException {
        return rows(file.openAsWritten(sheet), true);
    }

    private RowReader opened() throws IOException {
        return sheet.isEmpty() ? file.open() : file.open(sheet.get());
    }

    private Rows rows(RowReader reader, boolean toNextHeaders) throws IOException {
        RowReader ahead = RowsAhead.of(reader, file.path());
        boolean mayGoOn = toNextHeaders && !whole && until == Long.MAX_VALUE && layout.columns() > 2;
        return new Rows(this, mayGoOn && layout.header().isPresent() ? new UpToNextHeaders(ahead, this) : ahead);
    }

    /** Whether a row among the data is none of them: totals and comments. */
    static boolean isNoRecord(Row row, TableLayout layout) {
        return TotalsRow.is(row, layout.columns()) || (row.text(0).startsWith("#") && row.filled() == 1);
    }

    /** The data rows of one table: without preamble, header, repeated headers and totals. Not thread-safe. */
    public static final class Rows implements Closeable {
        private final TableLayout layout;
        private final long until;
        private final RowReader reader;
        private final List<Row> leftOut = new ArrayList<>();
        private long leftOutCount;
        private @Nullable Row current;

        private Rows(Table table, RowReader reader) {
            this.layout = table.layout();
            this.until = table.until();
            this.reader = reader;
        }

        /** Moves to the next data row; false after the last. */
        public boolean advance() throws IOException {
            for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                Row row = next.get();
                if (row.number() > until) {
                    break;
                }
                if (!layout.isData(row)) {
                    if (layout.header().isPresent()
                            && row.number() > layout.header().get().number()) {
                        leaveOut(row);
                    }
                } else if (isNoRecord(row, layout)) {
                    leaveOut(row);
                } else {
                    current = row;
                    return true;
                }
            }
            current = null;
            return false;
        }

        private void leaveOut(Row row) {
            leftOutCount++;
            if (leftOut.size() < 20) {
                leftOut.add(row);
            }
        }

        /** Where other headers, or their title, were come to; empty when the table went on to the end. */
        OptionalLong further() {
            return reader instanceof UpToNextHeaders up ? up.further() : OptionalLong.empty();
        }

        /** The row moved to. */
        public Row row() {
            if (current == null) {
                throw new IllegalStateException("no current row");
            }
            return current;
        }

        /** The first of the rows among the data that are no records: repeated headers, totals, comments. */
        public List<Row> leftOut() {
            return List.copyOf(leftOut);
        }

        /** How many rows among the data are no records. */
        public long leftOutCount() {
            return leftOutCount;
        }

        /** What had to be repaired in the text. */
        public List<RowReader.Repair> repairs() {
            return reader.repairs().stream()
                    .filter(repair -> repair.line() <= until
                            && (layout.preamble().isEmpty()
                                    || layout.preamble().getFirst().number() <= 2
                                    || repair.line()
                                            >= layout.preamble().getFirst().number()))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
