package org.manumit.graph.store.neo4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.manumit.graph.job.Cancellation;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A transaction that was begun and may not have ended.
 *
 * @param <T> what comes of it
 */
final class Underway<T> {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final String what;
    private final DriverTrouble trouble;
    private final CompletableFuture<T> result;

    Underway(String what, DriverTrouble trouble, CompletableFuture<T> result) {
        this.what = what;
        this.trouble = trouble;
        this.result = result;
    }

    /**
     * Waits for its end, or until it is cancelled.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled; it may be under way still
     * @throws org.manumit.graph.store.StoreException when it failed
     */
    T await(Cancellation cancellation) {
        cancellation.check();
        while (!result.isDone()) {
            try {
                result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cancellation.check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancellation.check();
            } catch (ExecutionException e) {
                break; // told below
            }
        }
        return await();
    }

    /**
     * Waits for its end, even when interrupted: what comes next must not meet it. The thread then stays interrupted.
     *
     * @throws org.manumit.graph.store.StoreException when it failed
     */
    T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Neo4jException failure -> trouble.explain(what, failure);
                case RuntimeException failure -> failure;
                case Error failure -> throw failure;
                case null, default -> new IllegalStateException("a transaction ended strangely", e);
            };
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
