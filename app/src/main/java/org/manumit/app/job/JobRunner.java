package org.manumit.app.job;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.graph.job.CancelledException;

/**
 * Owns all threads but the window's own. Work runs in the background; what it brings, how far it is and what went wrong
 * arrive on the window's thread. Use it from the window's thread.
 */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());
    private static final long PATIENCE_SECONDS = 20;

    private final Executor background;
    private final Executor foreground;
    private final Runnable shutdown;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> runningView = FXCollections.unmodifiableObservableList(running);
    private final ReadOnlyObjectWrapper<Optional<JobFailure>> failure =
            new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());

    private JobRunner(Executor background, Executor foreground, Runnable shutdown) {
        this.background = background;
        this.foreground = foreground;
        this.shutdown = shutdown;
    }

    /**
     * A runner with threads of its own.
     *
     * @param foreground hands a task to the window's thread: {@code Platform::runLater}
     */
    public static JobRunner background(Executor foreground) {
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("job-", 1).factory());
        return new JobRunner(threads, foreground, () -> {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A runner that does everything at once on the calling thread, for tests and for pictures without a window. */
    public static JobRunner sameThread() {
        return new JobRunner(Runnable::run, Runnable::run, () -> {});
    }

    /** A runner that hands its work to somebody who does it on the calling thread, in time. */
    static JobRunner on(Executor background) {
        return new JobRunner(background, Runnable::run, () -> {});
    }

    /** The jobs under way, the oldest first. */
    public ObservableList<Job> running() {
        return runningView;
    }

    /** The failure that the user has not yet put away. */
    public ReadOnlyObjectProperty<Optional<JobFailure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Shows a failure that did not come from a job. */
    public void report(JobFailure what) {
        failure.set(Optional.of(what));
    }

    /** Puts the failure away. */
    public void dismissFailure() {
        failure.set(Optional.empty());
    }

    /**
     * Starts work; a failure is shown to the user.
     *
     * @param title what is being done, for the user
     * @param done takes the result, on the window's thread; must return within a frame
     */
    public <T> Job run(String title, Work<T> work, Consumer<? super T> done) {
        return run(title, work, done, this::report);
    }

    /**
     * Starts work.
     *
     * @param title what is being done, for the user
     * @param done takes the result, on the window's thread; must return within a frame
     * @param failed takes the failure, on the window's thread
     */
    public <T> Job run(String title, Work<T> work, Consumer<? super T> done, Consumer<JobFailure> failed) {
        Job job = new Job(title);
        running.add(job);
        try {
            background.execute(() -> perform(job, work, done, failed));
        } catch (RejectedExecutionException e) {
            running.remove(job);
            job.end(Job.State.CANCELLED);
        }
        return job;
    }

    /** Runs tasks of a part that brings its own results back, as jobs that the user sees. */
    public Executor executor(String title) {
        return task -> run(
                title,
                (progress, cancellation) -> {
                    task.run();
                    return Boolean.TRUE;
                },
                nothing -> {});
    }

    /** Asks a job to stop, and says so. */
    public void cancel(Job job) {
        job.cancel();
        job.stopping();
    }

    private <T> void perform(Job job, Work<T> work, Consumer<? super T> done, Consumer<JobFailure> failed) {
        try {
            T result = work.perform(job.progress(foreground), job.cancellation());
            end(job, Job.State.DONE, () -> done.accept(result));
        } catch (CancelledException | InterruptedException e) {
            end(job, Job.State.CANCELLED, () -> {});
        } catch (Exception | OutOfMemoryError | StackOverflowError | AssertionError e) {
            JobFailure what = JobFailure.of(job.title(), e);
            // No message: it may hold what a file says about people.
            LOG.log(
                    what.kind() == JobFailure.Kind.BUG ? Level.SEVERE : Level.FINE,
                    "job failed: " + e.getClass().getName(),
                    what.kind() == JobFailure.Kind.BUG ? stackOnly(e) : null);
            end(job, Job.State.FAILED, () -> failed.accept(what));
        }
    }

    private static Throwable stackOnly(Throwable thrown) {
        Throwable bare = new Throwable(thrown.getClass().getName());
        bare.setStackTrace(thrown.getStackTrace());
        return bare;
    }

    private void end(Job job, Job.State how, Runnable then) {
        foreground.execute(() -> {
            running.remove(job);
            job.end(how);
            then.run();
        });
    }

    /** Asks every job to stop and waits for them a while. */
    @Override
    public void close() {
        running.forEach(Job::cancel);
        shutdown.run();
    }
}
