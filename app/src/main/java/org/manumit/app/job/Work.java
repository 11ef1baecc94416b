package org.manumit.app.job;

import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * Something that takes time: plain, blocking and interruptible. It must not touch the window; its result should be
 * immutable.
 *
 * @param <T> what it brings
 */
@FunctionalInterface
public interface Work<T> {

    /**
     * Does it.
     *
     * @throws Exception when it cannot be done; the message is shown to the user
     */
    T perform(Progress progress, Cancellation cancellation) throws Exception;
}
