package org.manumit.graph;

import java.util.Objects;

/**
 * Something a reader noticed about one place of a file. Good rows survive; every rejected row has exactly one issue of
 * severity {@link Severity#REJECTED}.
 *
 * @param severity what it means for the row
 * @param sheet the sheet, or empty
 * @param line the row as a spreadsheet or text editor counts, or 0 for the file as a whole
 * @param column the column's header, or empty
 * @param found what stands there
 * @param expected what should stand there
 * @param message one sentence for the user: what is the matter and what to do
 */
public record ImportIssue(
        Severity severity, String sheet, long line, String column, String found, String expected, String message) {

    /** What an issue means for its row. */
    public enum Severity {
        /** The row was not taken. */
        REJECTED,
        /** The row was taken, but something about it is doubtful. */
        WARNING,
        /** Something worth knowing: an assumption the reader made. */
        NOTE,
        /**
         * An analyst corrected a cell, and the row was read with it: {@code found} is what the file says,
         * {@code expected} what is read in its place.
         */
        CORRECTED
    }

    public ImportIssue {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(message, "message");
    }
}
