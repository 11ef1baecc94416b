package org.manumit.graph.job;

/** Thrown out of work that was cancelled; whatever the work had begun must be as if it had not. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled");
    }
}
