package org.manumit.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.OwnsThread;

/**
 * Turns Ctrl-C, and a polite request of the system to end, into a cancellation, and gives the command time to leave
 * everything whole and to say so before the process goes. For one run of the program; {@link #begin} and {@link #end} are
 * called on its thread.
 */
@OwnsThread("the Java machine takes shutdown hooks as threads only")
final class Interruption implements Cancellation {

    private static final long PATIENCE_SECONDS = 20;

    private final Terminal terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread hook;
    private volatile boolean cancelled;

    Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /** From now on whoever ends the process cancels the command, and waits for it. */
    void begin() {
        Thread waiting = new Thread(this::waitForCommand, "wait for the command to leave things whole");
        try {
            Runtime.getRuntime().addShutdownHook(waiting);
            hook = waiting;
        } catch (IllegalStateException e) {
            cancelled = true; // the process is ending already
        }
    }

    private void waitForCommand() {
        cancelled = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                terminal.tell("manumit: cancelled; what was under way is undone when the case is next opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** The command has ended, and said what it had to say. */
    void end() {
        ended.countDown();
        if (hook != null && !cancelled) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the process is ending: the hook sees that the command has ended
            }
        }
        hook = null;
    }
}
