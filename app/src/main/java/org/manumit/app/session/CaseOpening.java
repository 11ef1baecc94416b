package org.manumit.app.session;

import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** How a case is opened. Blocks; safe for use from several threads. */
@FunctionalInterface
public interface CaseOpening {

    /**
     * Opens a case, or makes one where there is none and the request says so.
     *
     * @throws org.manumit.graph.store.StoreException when it cannot be opened; the message says why and what to do
     */
    OpenedCase open(CaseRequest request, Progress progress, Cancellation cancellation);
}
