package org.manumit.importers.tabular;

/**
 * What the file itself says a cell holds. Text files say nothing, so all their cells are {@link #TEXT}; a workbook's
 * numbers and dates arrive in one neutral spelling that needs no guessing.
 */
public enum CellKind {
    /** Characters as written. Blank text is an empty cell. */
    TEXT,
    /** A number: digits with a point as decimal mark and nothing else, such as {@code -1234.5}. */
    NUMBER,
    /** A date with a time of day: {@code 2024-03-31T23:59:58}, with a fraction of a second where there is one. */
    DATE_TIME,
    /** A date: {@code 2024-03-31}. */
    DATE,
    /** A time of day: {@code 23:59:58}. */
    TIME,
    /** An elapsed time: {@code 26:03:04} hours, minutes and seconds, hours not limited. */
    DURATION,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A formula's failure, such as {@code #REF!}. */
    ERROR
}
