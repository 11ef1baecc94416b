package org.manumit.graph;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identifies an imported file by its content.
 *
 * @param sha256 the SHA-256 of the file's bytes, 64 lower-case hexadecimal digits
 */
public record SourceId(String sha256) implements Comparable<SourceId> {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public SourceId {
        Objects.requireNonNull(sha256, "sha256");
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
    }

    /** The first twelve digits: enough to tell the sources of one case apart, and short enough to read. */
    public String abbreviated() {
        return sha256.substring(0, 12);
    }

    @Override
    public int compareTo(SourceId other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
