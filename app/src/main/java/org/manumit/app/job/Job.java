package org.manumit.app.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * One piece of work under way, as the window shows it. The properties change on the window's thread only; {@link
 * #cancel} may be called from anywhere.
 */
public final class Job {

    /** How a job stands. */
    public enum State {
        RUNNING,
        /** The user asked it to stop; it has not yet. */
        STOPPING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** {@link #progressProperty} of work whose length is not known. */
    public static final double UNKNOWN = -1;

    private record Report(long done, long total, String step) {}

    private final String title;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper(this, "step", "");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final AtomicReference<Report> latest = new AtomicReference<>();
    private final long began = System.nanoTime();
    private volatile boolean cancelled;

    Job(String title) {
        this.title = title;
    }

    /** What is being done. */
    public String title() {
        return title;
    }

    /** From 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The step it is at, for the user to read; may be empty. */
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How it stands. */
    public State state() {
        return state.get();
    }

    /** How long ago it was started. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Asks it to stop; it ends as soon as it notices. */
    public void cancel() {
        cancelled = true;
    }

    Cancellation cancellation() {
        return () -> cancelled;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Progress that reaches the window's thread at its own pace: of many reports only the latest is shown. */
    Progress progress(java.util.concurrent.Executor foreground) {
        return (done, total, what) -> {
            if (latest.getAndSet(new Report(done, total, what)) == null) {
                foreground.execute(this::showLatest);
            }
        };
    }

    private void showLatest() {
        Report report = latest.getAndSet(null);
        if (report != null && state.get() == State.RUNNING) {
            progress.set(report.total() > 0 ? Math.clamp((double) report.done() / report.total(), 0, 1) : UNKNOWN);
            step.set(report.step());
        }
    }

    void stopping() {
        if (state.get() == State.RUNNING) {
            state.set(State.STOPPING);
        }
    }

    void end(State how) {
        state.set(how);
    }
}
