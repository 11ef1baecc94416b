package org.manumit.app.release;

import java.util.Objects;
import java.util.Optional;

/**
 * For whom something is that leaves the program.
 *
 * @param audience whom it goes to, as a handling code of the case's grading scheme; empty when it stays with the
 *     originator
 * @param naming whose names it may give
 */
public record ReleaseOptions(Optional<String> audience, Naming naming) {

    /** What stays with the originator, with victims under pseudonyms. */
    public static final ReleaseOptions USUAL = new ReleaseOptions(Optional.empty(), Naming.VICTIMS_PSEUDONYMOUS);

    public ReleaseOptions {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(naming, "naming");
    }
}
