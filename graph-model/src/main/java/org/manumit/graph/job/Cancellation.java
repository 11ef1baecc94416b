package org.manumit.graph.job;

/** Whether the user has asked for work to stop. Long work asks every few thousand steps. */
public interface Cancellation {

    /** Never cancels. */
    Cancellation NEVER = () -> false;

    /** Whether the work should stop. Cheap; safe from any thread. */
    boolean isCancelled();

    /**
     * Ends the calling work when it was cancelled.
     *
     * @throws CancelledException when cancelled
     */
    default void check() {
        if (isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
    }
}
