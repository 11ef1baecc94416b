package org.manumit.graph.analysis;

import java.util.Objects;

/**
 * Something that is not known and would help to settle a verdict.
 *
 * @param what what is missing
 * @param inquiry which inquiry would bring it
 */
public record MissingEvidence(String what, String inquiry) {
    public MissingEvidence {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(inquiry, "inquiry");
    }
}
