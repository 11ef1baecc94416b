package org.manumit.importers.tabular;

import java.util.List;

/**
 * How a text file separates and quotes its cells. Quotes inside a quoted cell are doubled.
 *
 * @param delimiter character between cells
 * @param quote character around cells that hold a delimiter, a quote or a line break
 * @param columns how many cells most rows have
 * @param starts where the columns begin, in a text whose cells stand one below the other; empty in any other
 */
public record Dialect(char delimiter, char quote, int columns, List<Integer> starts) {

    /** Checks that the characters can be told apart. */
    public Dialect {
        starts = List.copyOf(starts);
        if (delimiter == quote || delimiter == '\n' || delimiter == '\r' || quote == '\n' || quote == '\r') {
            throw new IllegalArgumentException("delimiter and quote must differ and be no line breaks");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("a table has at least one column");
        }
    }

    /** Cells with a delimiter between them. */
    public Dialect(char delimiter, char quote, int columns) {
        this(delimiter, quote, columns, List.of());
    }

    /** Cells that begin in the same places of each line. */
    static Dialect ofColumns(List<Integer> starts) {
        return new Dialect('\0', '"', starts.size(), starts);
    }

    /** Whether cells are told by where they stand. */
    boolean isFixedWidth() {
        return !starts.isEmpty();
    }

    /** Whether blanks between a quote and the delimiter belong to no cell; where they could be delimiters they do not. */
    boolean trimsAroundQuotes() {
        return !Character.isWhitespace(delimiter);
    }

    /** The delimiter as people call it. */
    public String delimiterName() {
        if (isFixedWidth()) {
            return "place in the line";
        }
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            case ' ' -> "space";
            default -> delimiter < ' ' ? "character " + (int) delimiter : "'" + delimiter + "'";
        };
    }
}
