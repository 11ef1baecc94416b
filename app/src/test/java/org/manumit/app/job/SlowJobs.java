package org.manumit.app.job;

import java.util.ArrayDeque;
import java.util.Deque;

/** Jobs that stay under way until a test lets them go on; everything on the calling thread. */
public final class SlowJobs {
    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final JobRunner runner = JobRunner.on(begun::add);

    /** The runner of the jobs. */
    public JobRunner runner() {
        return runner;
    }

    /** Lets all jobs go on to their end, and those that they start. */
    public void finishAll() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }
}
