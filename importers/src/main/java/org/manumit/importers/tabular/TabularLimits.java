package org.manumit.importers.tabular;

/**
 * How large the parts of a table may be before the file is refused as damaged or hostile.
 *
 * @param lineLength characters in one line of a text file
 * @param columns columns in one row
 * @param cellLength characters in one cell
 * @param quotedLines lines that one quoted cell may span
 */
public record TabularLimits(int lineLength, int columns, int cellLength, int quotedLines) {

    /** Far above what people export, far below what exhausts memory. */
    public static final TabularLimits STANDARD = new TabularLimits(1_000_000, 10_000, 200_000, 500);

    /** Checks that each limit is positive. */
    public TabularLimits {
        if (lineLength < 1 || columns < 1 || cellLength < 1 || quotedLines < 1) {
            throw new IllegalArgumentException("every limit must be positive");
        }
    }
}
