package org.manumit.app.job;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Work that is begun anew whenever its question changes: only the answer to the latest question counts, and the one before
 * is stopped. Confined to the window's thread.
 */
public final class LatestJob {

    /** How the latest work stands. */
    public enum State {
        /** Nothing was asked, or the answer has been given. */
        IDLE,
        UNDER_WAY,
        /** It was stopped, or failed, before its end. */
        STOPPED
    }

    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private Optional<Job> running = Optional.empty();
    private int asked;

    /** Nothing is under way. */
    public LatestJob(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** How the latest work stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Begins the work that counts from now on; what is under way is stopped.
     *
     * @param title what is being done, for the user
     * @param done takes the result, on the window's thread; must return within a frame
     */
    public <T> void run(String title, Work<T> work, Consumer<? super T> done) {
        int now = ++asked;
        stop();
        running = Optional.empty();
        state.set(State.UNDER_WAY);
        Job job = jobs.run(
                title,
                work,
                result -> {
                    if (now == asked) {
                        done.accept(result);
                    }
                    if (now == asked) {
                        end(State.IDLE);
                    }
                },
                failure -> {
                    if (now == asked) {
                        end(State.STOPPED);
                        jobs.report(failure);
                    }
                });
        if (now == asked && state.get() == State.UNDER_WAY) {
            running = Optional.of(job);
            job.stateProperty().addListener((observable, before, next) -> {
                if (now == asked && next == Job.State.CANCELLED) {
                    end(State.STOPPED);
                }
            });
        }
    }

    private void end(State how) {
        running = Optional.empty();
        state.set(how);
    }

    /** Asks the work under way to stop. */
    public void stop() {
        running.ifPresent(jobs::cancel);
    }

    /** Wants no answer any more; what is under way is stopped. */
    public void forget() {
        asked++;
        stop();
        end(State.IDLE);
    }
}
