package org.manumit.app.cli;

import java.util.function.Supplier;
import org.manumit.app.job.WorkAhead;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;

/** Opens a case while its command does something else. A case that nobody asks for is closed again, unused. */
final class OpeningAhead implements AutoCloseable {

    private final WorkAhead<OpenedCase> opening;
    private boolean ended;

    /** Begins to open it. */
    OpeningAhead(Supplier<OpenedCase> opening, Cancellation cancellation) {
        this.opening = new WorkAhead<>("case-opening", opening, cancellation);
    }

    /**
     * The case, once it is open; whoever asks closes it. Fails as opening does.
     *
     * @throws CancelledException when cancelled before it is open
     */
    OpenedCase await() {
        try {
            OpenedCase open = opening.await();
            ended = true;
            return open;
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ended = true;
            throw e;
        }
    }

    /** Puts away what nobody took; whoever cancelled does not wait for it. */
    @Override
    public void close() {
        if (!ended) {
            opening.abandon(OpenedCase::closeUnused);
        }
    }
}
