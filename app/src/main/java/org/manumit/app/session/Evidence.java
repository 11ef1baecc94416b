package org.manumit.app.session;

import org.manumit.graph.Claim;

/** One thing that one row or page says, whatever its form. */
public sealed interface Evidence {

    /** A claim. */
    record Stated(Claim claim) implements Evidence {}

    /**
     * A call record.
     *
     * @param index its index in the case's calls
     */
    record Called(int index) implements Evidence {}

    /**
     * A transfer.
     *
     * @param index its index in the case's transfers
     */
    record Transferred(int index) implements Evidence {}
}
