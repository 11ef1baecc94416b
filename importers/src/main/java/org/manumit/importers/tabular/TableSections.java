package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the tables that stand one below the other in one text or sheet, each under headers of its own: calls made, then
 * calls received, then messages. Only headers over dated rows part them, so that a summary above a list is no table.
 */
final class TableSections {

    private static final int MOST = 20;
    private static final Pattern DATED =
            Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\d{1,2}[ -]?\\p{L}{3,9}[ -]?\\d{2,4}");

    /**
     * One of the tables.
     *
     * @param rows its rows in the sample, from what stands above its headers
     * @param until the last row that may be its own
     */
    record Section(List<Row> rows, long until) {}

    private TableSections() {}

    /** The tables of a sample; one with all rows where only one is seen. */
    static List<Section> of(List<Row> sample, ColumnVocabulary vocabulary) {
        List<Integer> headers = headers(sample, vocabulary);
        if (headers.size() < 2 || headers.size() > MOST) {
            return List.of(new Section(sample, Long.MAX_VALUE));
        }
        List<Section> sections = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= headers.size(); i++) {
            boolean last = i == headers.size();
            int to = last ? sample.size() : titleOf(sample, headers.get(i));
            sections.add(new Section(
                    sample.subList(from, to),
                    last ? Long.MAX_VALUE : sample.get(to).number() - 1));
            from = to;
        }
        return sections;
    }

    /** Where headers stand that differ from those before and have dated rows below them. */
    private static List<Integer> headers(List<Row> sample, ColumnVocabulary vocabulary) {
        List<Integer> headers = new ArrayList<>();
        for (int i = 0; i + 1 < sample.size(); i++) {
            Row row = sample.get(i);
            boolean another = headers.isEmpty() || !row.sameValues(sample.get(headers.getLast()));
            if (another && isHeader(row, vocabulary) && isDated(sample.get(i + 1))) {
                headers.add(i);
            }
        }
        return headers;
    }

    private static boolean isHeader(Row row, ColumnVocabulary vocabulary) {
        int filled = row.filled();
        if (filled < 3 || hasDigits(row)) {
            return false;
        }
        int found = vocabulary.headersIn(row);
        return found >= 3 && found * 3 >= filled * 2;
    }

    /** Whether a row holds headers, and others than those of the table above it. */
    static boolean isHeader(Row row, Row above, ColumnVocabulary vocabulary) {
        return isHeader(row, vocabulary) && !row.sameValues(above);
    }

    /** Whether a row may be a title. */
    static boolean isTitle(Row row) {
        return row.filled() <= 2 && !isDated(row);
    }

    /** Whether a row may be a title or hold headers, as hardly any record may; asked of each row of long tables. */
    static boolean mayOpen(Row row) {
        return row.filled() <= 2 || !hasDigits(row);
    }

    /** The first of the lines directly above headers that are a title and no record. */
    private static int titleOf(List<Row> sample, int header) {
        int first = header;
        while (first > 1 && isTitle(sample.get(first - 1))) {
            first--;
        }
        return first;
    }

    /** Whether a row holds a date beside other things. */
    static boolean isDated(Row row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.kind(column) == CellKind.DATE
                    || row.kind(column) == CellKind.DATE_TIME
                    || DATED.matcher(row.value(column)).find()) {
                return row.filled() > 2;
            }
        }
        return false;
    }

    private static boolean hasDigits(Row row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.kind(column) != CellKind.TEXT) {
                return true;
            }
            if (row.value(column).chars().filter(Character::isDigit).count() > 2) {
                return true;
            }
        }
        return false;
    }
}
