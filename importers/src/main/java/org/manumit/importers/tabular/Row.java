package org.manumit.importers.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, with the place where a user finds it. Cells beyond the end of the row read as empty.
 * Immutable.
 */
public final class Row {

    private final @Nullable String sheet;
    private final long number;
    private final String[] cells;
    private final CellKind @Nullable [] kinds;

    /** 0 until it is asked for; any thread reckons the same. */
    private long fingerprint;

    /** Below 0 until it is asked for; any thread reckons the same. */
    private int filled = -1;

    private Row(@Nullable String sheet, long number, String[] cells, CellKind @Nullable [] kinds) {
        this.sheet = sheet;
        this.number = number;
        this.cells = cells;
        this.kinds = kinds;
    }

    /** A row of a text file; the array is taken over. */
    static Row ofText(long number, String[] cells) {
        return new Row(null, number, cells, null);
    }

    /** A row of a sheet; the arrays are taken over. */
    static Row ofSheet(String sheet, long number, String[] cells, CellKind[] kinds) {
        return new Row(sheet, number, cells, kinds);
    }

    /** A row of text cells, for tables that do not come from a file. */
    public static Row of(long number, String... cells) {
        return new Row(null, number, cells.clone(), null);
    }

    /** A row in the same place with other texts; the array is taken over. */
    Row withTexts(String[] texts) {
        return new Row(sheet, number, texts, null);
    }

    /** A row in the same place with some cells read otherwise. */
    Row withCells(Map<Integer, String> others) {
        int size = others.keySet().stream().mapToInt(column -> column + 1).reduce(cells.length, Math::max);
        String[] texts = Arrays.copyOf(cells, size);
        Arrays.fill(texts, cells.length, size, "");
        CellKind[] known = kinds == null ? null : Arrays.copyOf(kinds, size);
        others.forEach((column, text) -> {
            texts[column] = text;
            if (known != null) {
                known[column] = CellKind.TEXT;
            }
        });
        if (known != null) {
            Arrays.setAll(known, i -> i < cells.length || others.containsKey(i) ? known[i] : CellKind.TEXT);
        }
        return new Row(sheet, number, texts, known);
    }

    /** The sheet's name; empty for a text file. */
    public Optional<String> sheet() {
        return Optional.ofNullable(sheet);
    }

    /** Row number as Excel shows it, or the line of the text file on which the record starts; the first is 1. */
    public long number() {
        return number;
    }

    /** How many cells the row has, empty ones included. */
    public int size() {
        return cells.length;
    }

    /** The cell's text exactly as it stands in the file, or the neutral spelling its {@link CellKind} states. */
    public String text(int column) {
        return column < cells.length ? cells[column] : "";
    }

    /**
     * The cell's text without surrounding white space (no-break spaces included), and without what programs put around
     * numbers so that a spreadsheet keeps their digits: {@code ="0722"}, {@code '0722}.
     */
    public String value(int column) {
        return column < cells.length ? withoutGuard(Whitespace.strip(cells[column])) : "";
    }

    private static String withoutGuard(String text) {
        int length = text.length();
        if (length < 2) {
            return text;
        }
        char first = text.charAt(0);
        if (first == '=' && length > 3 && text.charAt(1) == '"' && text.charAt(length - 1) == '"') {
            String inner = text.substring(2, length - 1);
            return inner.indexOf('"') < 0 ? Whitespace.strip(inner) : text;
        }
        if (first == '\'' && text.indexOf('\'', 1) < 0) {
            char second = text.charAt(1);
            return Character.isDigit(second) || "+-=@".indexOf(second) >= 0 ? text.substring(1) : text;
        }
        return text;
    }

    /** What the file says the cell holds. */
    public CellKind kind(int column) {
        return kinds == null || column >= kinds.length ? CellKind.TEXT : kinds[column];
    }

    /** Whether the cell is empty or holds white space only. */
    public boolean isBlank(int column) {
        return value(column).isEmpty();
    }

    /** Whether no cell holds anything. */
    public boolean isBlank() {
        for (int column = 0; column < cells.length; column++) {
            if (!isBlank(column)) {
                return false;
            }
        }
        return true;
    }

    /** How many cells hold something. Reckoned once. */
    public int filled() {
        int known = filled;
        if (known < 0) {
            known = 0;
            for (int column = 0; column < cells.length; column++) {
                if (!isBlank(column)) {
                    known++;
                }
            }
            filled = known;
        }
        return known;
    }

    /** All cells' texts. */
    public List<String> texts() {
        return List.of(cells);
    }

    /** A hash of all its texts, never 0. Reckoned once; costs nothing where it is known. */
    long fingerprint() {
        long hash = fingerprint;
        if (hash == 0) {
            hash = 0xcbf29ce484222325L;
            for (String cell : cells) {
                for (int i = 0; i < cell.length(); i++) {
                    hash = (hash ^ cell.charAt(i)) * 0x100000001b3L;
                }
                hash = (hash ^ 0x1f) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
            hash = hash == 0 ? 1 : hash;
            fingerprint = hash;
        }
        return hash;
    }

    /** Whether both rows hold the same values, wherever they stand. */
    public boolean sameValues(Row other) {
        int widest = Math.max(cells.length, other.cells.length);
        for (int column = 0; column < widest; column++) {
            if (!value(column).equals(other.value(column))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return (sheet == null ? "row " : sheet + "!") + number + " " + Arrays.toString(cells);
    }
}
