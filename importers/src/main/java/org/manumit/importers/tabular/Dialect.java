package org.manumit.importers.tabular;

/**
 * How a text file separates and quotes its cells. Quotes inside a quoted cell are doubled.
 *
 * @param delimiter character between cells
 * @param quote character around cells that hold a delimiter, a quote or a line break
 * @param columns how many cells most rows have
 */
public record Dialect(char delimiter, char quote, int columns) {

    /** Checks that the characters can be told apart. */
    public Dialect {
        if (delimiter == quote || delimiter == '\n' || delimiter == '\r' || quote == '\n' || quote == '\r') {
            throw new IllegalArgumentException("delimiter and quote must differ and be no line breaks");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("a table has at least one column");
        }
    }

    /** Whether blanks between a quote and the delimiter belong to no cell; where they could be delimiters they do not. */
    boolean trimsAroundQuotes() {
        return !Character.isWhitespace(delimiter);
    }

    /** The delimiter as people call it. */
    public String delimiterName() {
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
