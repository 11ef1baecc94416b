package org.manumit.importers.calls;

import java.util.Optional;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TotalsRow;
import org.manumit.importers.tabular.value.Parsed;

/**
 * Tells the rows of a list of calls that are none: second lines of records, sums, signatures and other text around them.
 * A row that has a time, or a party's number, always is a record. Immutable.
 */
final class CallAsides {

    private static final RowOutcome.Aside<CallEntry> SECOND_HEADERS =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "headers of the second lines of records");
    private static final RowOutcome.Aside<CallEntry> SECOND_LINE =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_THE_ROW_ABOVE, "second lines of the records above");
    private static final RowOutcome.Aside<CallEntry> TEXT =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "text and sums around the records");

    private final Table table;
    private final ColumnMapping mapping;
    private final CallPlaces at;
    private final int start;
    private final Optional<Row> secondHeader;
    private final boolean dated;

    /** @param start the column of the time at which records begin */
    CallAsides(Table table, ColumnMapping mapping, CallPlaces at, int start, ColumnVocabulary vocabulary) {
        this.table = table;
        this.mapping = mapping;
        this.at = at;
        this.start = start;
        this.secondHeader = secondHeader(vocabulary);
        this.dated = areDated();
    }

    /** Headers of second lines right below the first, where each record takes two lines. */
    private Optional<Row> secondHeader(ColumnVocabulary vocabulary) {
        if (table.sample().size() < 3 || table.layout().header().isEmpty()) {
            return Optional.empty();
        }
        Row second = table.sample().getFirst();
        boolean words = second.texts().stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
        return words && second.isBlank(start) && vocabulary.namesSeveral(second)
                ? Optional.of(second)
                : Optional.empty();
    }

    /** Whether nearly every row that has a party's number has a time, too. */
    private boolean areDated() {
        long numbered = 0;
        long timed = 0;
        for (Row row : table.sample()) {
            boolean number = hasNumber(row);
            numbered += number ? 1 : 0;
            timed += number && !row.isBlank(start) ? 1 : 0;
        }
        return numbered > 0 && timed * 10 >= numbered * (secondHeader.isPresent() ? 4 : 9);
    }

    private boolean hasNumber(Row row) {
        for (int column : new int[] {at.from(), at.to()}) {
            String cell = column < 0 ? "" : row.value(column);
            if (cell.chars().filter(Character::isDigit).count() > 2
                    && cell.chars().noneMatch(Character::isLetter)) {
                return true;
            }
        }
        return false;
    }

    /** What a row without a time is in a list of dated records: a second line, or text and sums around the records. */
    Optional<RowOutcome.Aside<CallEntry>> of(Row row, Parsed<Long> began) {
        if (!dated || began instanceof Parsed.Value<Long>) {
            return Optional.empty();
        }
        if (secondHeader.isPresent() && row.isBlank(start)) {
            return Optional.of(row.number() == secondHeader.get().number() ? SECOND_HEADERS : SECOND_LINE);
        }
        boolean little = row.filled() * 2 <= mapping.columns().size();
        boolean wordForDate = row.filled() < mapping.columns().size()
                && began instanceof Parsed.Malformed<Long>(String found, String expected)
                && found.chars().noneMatch(Character::isDigit);
        return !hasNumber(row) && (little || wordForDate || TotalsRow.opens(row))
                ? Optional.of(TEXT)
                : Optional.empty();
    }

    /** What a second line says, each cell under its header. */
    String text(Row row) {
        Row headers = secondHeader.orElse(row);
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            if (!row.isBlank(column)) {
                String header = headers.value(column);
                text.append(text.isEmpty() ? "" : "; ")
                        .append(header.isEmpty() ? "column " + (column + 1) : header)
                        .append('=')
                        .append(row.value(column));
            }
        }
        return text.toString();
    }
}
