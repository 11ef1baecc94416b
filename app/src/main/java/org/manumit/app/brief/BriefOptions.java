package org.manumit.app.brief;

import java.util.Objects;
import java.util.Optional;

/**
 * For whom a brief is.
 *
 * @param audience whom it goes to, as a handling code of the case's grading scheme; empty when it stays with the
 *     originator
 * @param people whose names it may give
 */
public record BriefOptions(Optional<String> audience, People people) {

    /** Whose names a brief may give. */
    public enum People {
        /** Everybody's but victims'. */
        VICTIMS_PSEUDONYMOUS,
        /** Nobody's: no personal data at all, for partners outside the law-enforcement circle. */
        NOBODY_NAMED
    }

    public BriefOptions {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(people, "people");
    }
}
