package org.manumit.importers.tabular;

/**
 * What became of a row.
 *
 * @param <R> what a good row becomes
 */
public sealed interface RowOutcome<R> {

    /**
     * A record.
     *
     * @param record what the row says
     */
    record Accepted<R>(R record) implements RowOutcome<R> {}

    /**
     * No record.
     *
     * @param column header of the column at fault, or empty
     * @param found what stands there
     * @param expected what would be right
     * @param message one sentence for the user
     */
    record Rejected<R>(String column, String found, String expected, String message) implements RowOutcome<R> {

        /** That a cell is empty or is not what its column holds. */
        public static <R> Rejected<R> cell(String header, String found, String expected) {
            String message = found.isEmpty()
                    ? "'" + header + "' is empty; expected " + expected + "."
                    : "'" + found + "' in '" + header + "' is not " + expected + ".";
            return new Rejected<>(header, found, expected, message);
        }
    }

    /** What a row that is no record belongs to. */
    enum Part {
        /** It stands for itself: a balance, a foot of a page. */
        OF_NOTHING,
        /** It goes on with the record above it. */
        OF_THE_ROW_ABOVE
    }

    /**
     * A row that never was to be a record, and is left out with a word.
     *
     * @param part what it belongs to
     * @param what what such rows are, in the plural, for the user
     */
    record Aside<R>(Part part, String what) implements RowOutcome<R> {}
}
