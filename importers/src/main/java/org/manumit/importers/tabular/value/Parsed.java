package org.manumit.importers.tabular.value;

/**
 * What became of one cell.
 *
 * @param <T> type of the value
 */
public sealed interface Parsed<T> {

    /** The cell holds a value. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The cell is empty. */
    record Absent<T>() implements Parsed<T> {}

    /**
     * The cell holds something else.
     *
     * @param found what stands there
     * @param expected what should, as a phrase: "a date, day first, such as 31/12/2024"
     */
    record Malformed<T>(String found, String expected) implements Parsed<T> {}

    /** A value. */
    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    /** An empty cell. */
    static <T> Parsed<T> absent() {
        return new Absent<>();
    }

    /** Something else. */
    static <T> Parsed<T> malformed(String found, String expected) {
        return new Malformed<>(found, expected);
    }
}
