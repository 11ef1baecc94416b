package org.manumit.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.OwnsThread;

/** Opens a case while its command does something else. A case that nobody asks for is closed again, unused. */
@OwnsThread("a command has no window whose runner of jobs could open the case")
final class OpeningAhead implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final CompletableFuture<OpenedCase> opened = new CompletableFuture<>();
    private final Cancellation cancellation;
    private boolean taken;

    /** Begins to open it. */
    OpeningAhead(Supplier<OpenedCase> opening, Cancellation cancellation) {
        this.cancellation = cancellation;
        Thread.ofPlatform().name("case-opening").start(() -> {
            try {
                opened.complete(opening.get());
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
    }

    /**
     * The case, once it is open; whoever asks closes it. Fails as opening does.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled before it is open
     */
    OpenedCase await() {
        while (true) {
            cancellation.check();
            try {
                OpenedCase open = opened.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                taken = true;
                return open;
            } catch (TimeoutException e) {
                // look again whether anybody still wants it
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                taken = true;
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException("a case was opened strangely", e);
                }
            }
        }
    }

    /** Puts away what nobody took; whoever cancelled does not wait for it. */
    @Override
    public void close() {
        if (taken) {
            return;
        }
        CompletableFuture<Void> putAway = opened.handle((open, failure) -> {
            if (open != null) {
                open.closeUnused();
            }
            return null;
        });
        if (!cancellation.isCancelled()) {
            putAway.join();
        }
    }
}
