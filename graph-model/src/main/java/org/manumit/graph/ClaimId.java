package org.manumit.graph;

import java.util.Objects;

/**
 * Names one claim by where it stands, so that the same file always yields the same names and anyone can find the row:
 * {@code 3fa9c1d20b7e/People/17}, or {@code 3fa9c1d20b7e//17} for a file without sheets. A row that states several
 * things numbers them: {@code 3fa9c1d20b7e/Phones/4.2}.
 *
 * @param value the whole identifier
 */
public record ClaimId(String value) implements Comparable<ClaimId> {

    public ClaimId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a claim id must not be blank");
        }
    }

    /** The claim that a row states. */
    public static ClaimId of(SourceId source, String sheet, long row) {
        return new ClaimId(source.abbreviated() + "/" + sheet + "/" + row);
    }

    /** The n-th claim (from 2) of a row that states several. */
    public static ClaimId of(SourceId source, String sheet, long row, int number) {
        return number < 2
                ? of(source, sheet, row)
                : new ClaimId(of(source, sheet, row).value() + "." + number);
    }

    @Override
    public int compareTo(ClaimId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
