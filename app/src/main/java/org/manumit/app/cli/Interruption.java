package org.manumit.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.OwnsThread;

/**
 * Turns Ctrl-C, and a polite request of the system to end, into a cancellation, and gives the command time to leave
 * everything whole before the process goes.
 */
@OwnsThread("the Java machine takes shutdown hooks as threads only")
final class Interruption implements Cancellation, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForCommand, "wait for the command to leave things whole");
    private volatile boolean cancelled;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitForCommand() {
        cancelled = true;
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // a commit that was cut off is undone by the store when the case is opened again
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        finished.countDown();
        if (!cancelled) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                return; // the hook has seen the latch and is done
            }
        }
    }
}
