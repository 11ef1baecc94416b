package org.manumit.app.session;

import java.util.Objects;

/** Whether a case is open. */
public sealed interface CaseState {

    /** No case is open. */
    record Closed() implements CaseState {}

    /**
     * The store of a case is being started.
     *
     * @param location where the case is
     */
    record Opening(String location) implements CaseState {
        public Opening {
            Objects.requireNonNull(location, "location");
        }
    }

    /**
     * A case is open.
     *
     * @param location where it was opened from
     * @param opened the case
     */
    record Open(String location, OpenedCase opened) implements CaseState {
        public Open {
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(opened, "opened");
        }
    }
}
