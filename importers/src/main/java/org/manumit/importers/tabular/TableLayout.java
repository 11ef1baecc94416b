package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the table stands on its sheet: what comes before it, its header if it has one, and where its data starts.
 *
 * @param preamble rows before the header or the first data row
 * @param header the header row
 * @param columns how many columns the table has
 * @param reason how the header was told, in words
 */
public record TableLayout(List<Row> preamble, Optional<Row> header, int columns, String reason) {

    private static final int SEARCHED = 60;
    private static final Pattern TYPE = Pattern.compile(
            "(?i)(?:(?:tiny|small|big|unsigned )?int(?:eger)?|(?:n?var)?char2?|text|string|double|float|decimal|numeric|number|bool(?:ean)?|date|datetime|timestamp|uuid|uniqueidentifier)(?:\\(\\d+(?:,\\d+)?\\))?");

    /** Copies the preamble. */
    public TableLayout {
        preamble = List.copyOf(preamble);
    }

    /**
     * Finds the layout from the first rows of a sheet.
     *
     * @param sample the first rows
     * @param vocabulary headers to look for
     */
    public static TableLayout find(List<Row> sample, ColumnVocabulary vocabulary) {
        int columns = usualWidth(sample);
        int best = -1;
        int bestFound = 0;
        int searched = Math.min(SEARCHED, sample.size());
        for (int i = 0; i < searched; i++) {
            Row row = sample.get(i);
            int filled = row.filled();
            if (filled == 0 || looksLikeData(row)) {
                continue;
            }
            int found = vocabulary.headersIn(row);
            boolean enough = found >= 2 ? found * 3 >= filled || found >= 3 : found == 1 && filled == 1 && columns == 1;
            if (enough && found > bestFound) {
                best = i;
                bestFound = found;
            }
        }
        if (best >= 0) {
            Row header = underGroups(sample, best);
            return new TableLayout(
                    sample.subList(0, best),
                    Optional.of(header),
                    Math.max(columns, header.size()),
                    "row " + header.number() + " holds the headers (" + bestFound + " known)");
        }
        return structural(sample, columns);
    }

    /** The layout where the format itself says which row holds the headers. */
    static TableLayout under(Row header, List<Row> sample) {
        return new TableLayout(
                sample.subList(0, sample.indexOf(header)),
                Optional.of(header),
                Math.max(1, header.size()),
                "the names of what each record holds are the headers");
    }

    /** Finds the layout from the first rows of a sheet by their looks alone. */
    static TableLayout find(List<Row> sample) {
        return structural(sample, usualWidth(sample));
    }

    /**
     * A header in two rows, the upper one with names over several columns ("Party A" over "Number" and "Cell"): the
     * columns are then called by both. Only where the lower row alone says the same of several columns.
     */
    private static Row underGroups(List<Row> sample, int at) {
        Row header = sample.get(at);
        if (at == 0 || sample.get(at - 1).number() != header.number() - 1) {
            return header;
        }
        Row groups = sample.get(at - 1);
        Set<String> names = new HashSet<>();
        boolean repeats = false;
        for (int column = 0; column < header.size(); column++) {
            repeats |= !header.isBlank(column) && !names.add(header.value(column));
        }
        if (!repeats || groups.filled() < 2 || looksLikeData(groups)) {
            return header;
        }
        String[] cells = new String[header.size()];
        String group = "";
        for (int column = 0; column < cells.length; column++) {
            group = groups.isBlank(column) ? group : groups.value(column);
            boolean ambiguous = occurrences(header, header.value(column)) > 1 || header.isBlank(column);
            cells[column] = ambiguous ? (group + " " + header.value(column)).strip() : header.value(column);
        }
        return header.withTexts(cells);
    }

    private static int occurrences(Row row, String value) {
        int found = 0;
        for (int column = 0; column < row.size(); column++) {
            found += row.value(column).equals(value) ? 1 : 0;
        }
        return found;
    }

    /** Without a known header: a first full row that is unlike the rows below it. */
    private static TableLayout structural(List<Row> sample, int columns) {
        int first = 0;
        while (first < sample.size() - 1 && isPreamble(sample.get(first), columns)) {
            first++;
        }
        if (sample.isEmpty()) {
            return new TableLayout(List.of(), Optional.empty(), 1, "no rows");
        }
        Row candidate = sample.get(first);
        if (isUnlikeData(candidate, sample, first)) {
            return new TableLayout(
                    sample.subList(0, first),
                    Optional.of(candidate),
                    Math.max(columns, candidate.size()),
                    "row " + candidate.number() + " holds the headers (names over columns of numbers or dates)");
        }
        return new TableLayout(
                sample.subList(0, first),
                Optional.empty(),
                widest(sample.subList(first, sample.size()), columns),
                "no header");
    }

    /** Without a header a last column that few rows fill is one all the same: what was paid in, beside what was paid out. */
    private static int widest(List<Row> sample, int usual) {
        int widest = usual;
        for (Row row : sample) {
            int width = width(row);
            widest = width <= usual + 2 ? Math.max(widest, width) : widest;
        }
        return widest;
    }

    private static int width(Row row) {
        int width = row.size();
        while (width > 1 && row.isBlank(width - 1)) {
            width--;
        }
        return width;
    }

    private static boolean isPreamble(Row row, int columns) {
        return row.text(0).startsWith("#") || row.text(0).startsWith("%") || row.filled() * 2 < columns;
    }

    private static int usualWidth(List<Row> sample) {
        Map<Integer, Integer> widths = new HashMap<>();
        for (Row row : sample) {
            widths.merge(width(row), 1, Integer::sum);
        }
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** A header holds no dates and hardly any numbers. */
    private static boolean looksLikeData(Row row) {
        int data = 0;
        for (int column = 0; column < row.size(); column++) {
            if (row.kind(column) != CellKind.TEXT || isDataLike(row.value(column))) {
                data++;
            }
        }
        return data * 3 > row.filled();
    }

    private static boolean isDataLike(String cell) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isDigit(cell.charAt(i))) {
                digits++;
            } else if (Character.isLetter(cell.charAt(i))) {
                letters++;
            }
        }
        return digits > 0 && digits > letters;
    }

    private static boolean isUnlikeData(Row candidate, List<Row> sample, int at) {
        if (looksLikeData(candidate) || at + 1 >= sample.size()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (int column = 0; column < candidate.size(); column++) {
            if (!candidate.isBlank(column) && !names.add(candidate.value(column))) {
                return false;
            }
        }
        List<Row> below = new ArrayList<>(sample.subList(at + 1, Math.min(sample.size(), at + 200)));
        for (int column = 0; column < candidate.size(); column++) {
            if (candidate.isBlank(column) || isDataLike(candidate.value(column))) {
                continue;
            }
            int filled = 0;
            int data = 0;
            for (Row row : below) {
                if (!row.isBlank(column)) {
                    filled++;
                    if (row.kind(column) != CellKind.TEXT || isDataLike(row.value(column))) {
                        data++;
                    }
                }
            }
            if (filled > 0 && data * 10 >= filled * 8) {
                return true;
            }
        }
        return false;
    }

    /** The header of a column, or {@code column 3} where there is none. */
    public String headerOf(int column) {
        String text = header.map(row -> row.value(column)).orElse("");
        return text.isEmpty() ? "column " + (column + 1) : text;
    }

    /** Whether the row belongs to the data: after the header, and not the header again. */
    public boolean isData(Row row) {
        if (header.isPresent()) {
            return row.number() > header.get().number()
                    && !row.sameValues(header.get())
                    && !isRule(row)
                    && !(row.number() <= header.get().number() + 2 && namesTypes(row));
        }
        return preamble.isEmpty() || row.number() > preamble.getLast().number();
    }

    /** A line drawn with dashes, stars or the like. */
    private static boolean isRule(Row row) {
        String first = row.text(0);
        return first.length() > 2
                && !Character.isLetterOrDigit(first.charAt(0))
                && first.chars().noneMatch(Character::isLetterOrDigit)
                && row.filled() == 1
                && first.strip().chars().distinct().count() == 1;
    }

    /** The second line of a database's export, which says how each column is stored. */
    private static boolean namesTypes(Row row) {
        int filled = 0;
        for (int column = 0; column < row.size(); column++) {
            if (!row.isBlank(column)) {
                filled++;
                if (!TYPE.matcher(row.value(column)).matches()) {
                    return false;
                }
            }
        }
        return filled > 1;
    }

    /** The data rows among {@code rows}. */
    public List<Row> dataOf(List<Row> rows) {
        return rows.stream().filter(this::isData).toList();
    }
}
