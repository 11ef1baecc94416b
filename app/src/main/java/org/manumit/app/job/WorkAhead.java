package org.manumit.app.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.OwnsThread;

/**
 * Work begun on a thread of its own before its result is asked for, so that two halves of one task go on at once. One
 * thread asks for the result and puts the work away.
 *
 * @param <T> what it gives
 */
@OwnsThread("half of a task that has its job, or its command, already")
public final class WorkAhead<T> {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Cancellation cancellation;

    /**
     * Begins.
     *
     * @param name of its thread
     * @param cancellation what ends the waiting for it; the work itself is to heed it too
     */
    public WorkAhead(String name, Supplier<T> work, Cancellation cancellation) {
        this.cancellation = cancellation;
        Thread.ofPlatform().name(name).start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
    }

    /**
     * The result, once it is there. Fails as the work does.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled before it is there
     */
    public T await() {
        while (true) {
            cancellation.check();
            try {
                return result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // look again whether anybody still wants it
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException("work ahead ended strangely", e);
                }
            }
        }
    }

    /** Puts away what nobody will ask for: waits for it unless cancelled, and hands over what it gave, if anything. */
    public void abandon(Consumer<T> unwanted) {
        CompletableFuture<Void> putAway = result.handle((given, failure) -> {
            if (failure == null) {
                unwanted.accept(given);
            }
            return null;
        });
        if (!cancellation.isCancelled()) {
            putAway.join();
        }
    }
}
