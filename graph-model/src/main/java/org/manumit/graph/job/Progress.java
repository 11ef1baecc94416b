package org.manumit.graph.job;

/**
 * Where long work reports how far it is. Implementations are called from the working thread, often; they must return
 * at once and be safe for use from several threads.
 */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total, step) -> {};

    /**
     * Tells how far the work is.
     *
     * @param done units finished so far
     * @param total units in all, or a negative number when unknown
     * @param step what is being done, for a user to read
     */
    void report(long done, long total, String step);
}
