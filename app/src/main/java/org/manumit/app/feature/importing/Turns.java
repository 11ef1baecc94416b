package org.manumit.app.feature.importing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;

/**
 * Lets jobs about files run a few at a time. A job that is asked to stop makes room for the next at once, however long
 * it takes to notice. Confined to the window's thread.
 */
final class Turns {
    /** Files are looked at side by side, but never so many that the window has to wait. */
    private static final int AT_ONCE = 2;

    private final JobRunner jobs;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Map<Turn, Job> running = new HashMap<>();

    private static final class Turn {
        private final Path about;
        private final Supplier<Job> start;
        private final Runnable stopped;

        Turn(Path about, Supplier<Job> start, Runnable stopped) {
            this.about = about;
            this.start = start;
            this.stopped = stopped;
        }
    }

    Turns(JobRunner jobs) {
        this.jobs = jobs;
    }

    /**
     * Runs a job when there is room for it.
     *
     * @param about the file it is about
     * @param start starts it
     * @param stopped told when the user has stopped it
     */
    void ask(Path about, Supplier<Job> start, Runnable stopped) {
        waiting.add(new Turn(about, start, stopped));
        fill();
    }

    /** Drops what waits for its turn about a file, and stops what runs; nobody is told. */
    void drop(Path about) {
        waiting.removeIf(turn -> turn.about.equals(about));
        for (Turn turn : List.copyOf(running.keySet())) {
            if (turn.about.equals(about)) {
                Job job = running.remove(turn);
                if (job != null) {
                    jobs.cancel(job);
                }
            }
        }
        fill();
    }

    private void fill() {
        while (running.size() < AT_ONCE && !waiting.isEmpty()) {
            Turn turn = waiting.remove();
            Job job = turn.start.get();
            if (goesOn(job.state())) {
                running.put(turn, job);
                job.stateProperty().addListener((observable, before, now) -> changed(turn, now));
            } else if (job.state() == Job.State.CANCELLED) {
                turn.stopped.run();
            }
        }
    }

    private void changed(Turn turn, Job.State now) {
        if (now != Job.State.RUNNING && running.remove(turn) != null) {
            if (now == Job.State.STOPPING || now == Job.State.CANCELLED) {
                turn.stopped.run();
            }
            fill();
        }
    }

    private static boolean goesOn(Job.State state) {
        return state == Job.State.RUNNING || state == Job.State.STOPPING;
    }
}
