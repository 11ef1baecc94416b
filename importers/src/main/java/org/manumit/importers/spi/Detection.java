package org.manumit.importers.spi;

import java.util.Objects;

/**
 * How likely a file is of an importer's kind.
 *
 * @param kind the importer's kind
 * @param confidence from 0 (no sign) to 1 (its own format); the highest wins
 * @param layout what the layout was taken for, in words for the user
 */
public record Detection(String kind, double confidence, String layout) {
    public Detection {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(layout, "layout");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1: " + confidence);
        }
    }
}
