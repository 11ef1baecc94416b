package org.manumit.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.OwnsThread;

/** Opens a case while its command does something else. A case that nobody asks for is closed again, unused. */
@OwnsThread("a command has no window whose runner of jobs could open the case")
final class OpeningAhead implements AutoCloseable {

    private final CompletableFuture<OpenedCase> opened = new CompletableFuture<>();
    private boolean taken;

    /** Begins to open it. */
    OpeningAhead(Supplier<OpenedCase> opening) {
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
     */
    OpenedCase await() {
        taken = true;
        try {
            return opened.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public void close() {
        if (!taken) {
            opened.handle((open, failure) -> {
                        if (open != null) {
                            open.closeUnused();
                        }
                        return failure;
                    })
                    .join();
        }
    }
}
