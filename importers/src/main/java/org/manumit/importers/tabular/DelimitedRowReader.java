package org.manumit.importers.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manumit.importers.draft.ImportException;

/** Rows of a delimited text file, parsed by FastCSV from a vetted text. */
final class DelimitedRowReader implements RowReader {

    private final Path file;
    private final TabularLimits limits;
    private final char quote;
    private final GuardedReader text;
    private final CloseableIterator<CsvRecord> records;

    DelimitedRowReader(Path file, TextEncoding encoding, Dialect dialect, TabularLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.quote = dialect.quote();
        this.text = new GuardedReader(encoding.open(file), file, dialect, limits);
        this.records = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .trimWhitespacesAroundQuotes(dialect.trimsAroundQuotes())
                .skipEmptyLines(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(limits.columns())
                                .maxFieldSize(limits.lineLength())
                                .maxRecordSize(Integer.MAX_VALUE)
                                .build(),
                        text)
                .iterator();
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                Row row = Row.ofText(record.getStartingLineNumber(), cells(record));
                if (!row.isBlank() && !isDelimiterDeclaration(row)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof ImportException cause) {
                throw cause;
            }
            throw UnreadableTable.because(
                    file,
                    "a row has more than " + String.format(java.util.Locale.ROOT, "%,d", limits.columns()) + " columns",
                    "Export only the columns that are needed",
                    e);
        }
    }

    private String[] cells(CsvRecord record) {
        String[] cells = new String[record.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String cell = record.getField(i);
            cells[i] = cell.indexOf(GuardedReader.LITERAL_QUOTE) < 0
                    ? cell
                    : cell.replace(GuardedReader.LITERAL_QUOTE, quote);
        }
        return cells;
    }

    /** Excel's {@code sep=;} in the first line: read already when the dialect was found. */
    private static boolean isDelimiterDeclaration(Row row) {
        return row.number() == 1
                && row.size() <= 2
                && row.text(0).regionMatches(true, 0, "sep=", 0, 4)
                && row.text(0).length() <= 5
                && row.text(1).isEmpty();
    }

    @Override
    public List<Repair> repairs() {
        return List.copyOf(text.repairs());
    }

    @Override
    public void close() throws IOException {
        records.close();
        text.close();
    }
}
