package org.manumit.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.manumit.importers.draft.ImportException;

class JobRunnerTest {

    @Test
    void bringsTheResultAndListsTheJobOnlyWhileItRuns() {
        JobRunner jobs = JobRunner.sameThread();
        List<String> results = new ArrayList<>();

        Job job = jobs.run(
                "reading",
                (progress, cancellation) -> {
                    assertThat(jobs.running()).hasSize(1);
                    return "done";
                },
                results::add);

        assertThat(results).containsExactly("done");
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void tellsOnlyWhatAUserCanReadWhenWorkFails() {
        JobRunner jobs = JobRunner.sameThread();

        jobs.run(
                "reading",
                (progress, cancellation) -> {
                    throw new ImportException("calls.csv: the file is empty; ask for it again");
                },
                result -> {});

        assertThat(jobs.failureProperty().get()).hasValueSatisfying(failure -> {
            assertThat(failure.message()).isEqualTo("calls.csv: the file is empty; ask for it again");
            assertThat(failure.kind()).isEqualTo(JobFailure.Kind.FAILURE);
        });
    }

    @Test
    void namesABugWithoutRepeatingWhatItHoldsAboutPeople() {
        JobRunner jobs = JobRunner.sameThread();

        jobs.run(
                "reading",
                (progress, cancellation) -> {
                    throw new IllegalStateException("Anna Popa");
                },
                result -> {});

        assertThat(jobs.failureProperty().get()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(JobFailure.Kind.BUG);
            assertThat(failure.message()).doesNotContain("Anna");
        });
    }

    @Test
    void stopsWorkThatAsksWhetherItWasCancelled() throws InterruptedException {
        LinkedBlockingQueue<Runnable> foreground = new LinkedBlockingQueue<>();
        CountDownLatch started = new CountDownLatch(1);
        try (JobRunner jobs = JobRunner.background(foreground::add)) {
            Job job = jobs.run(
                    "long work",
                    (progress, cancellation) -> {
                        started.countDown();
                        while (true) {
                            cancellation.check();
                            Thread.onSpinWait();
                        }
                    },
                    result -> {});
            started.await();
            jobs.cancel(job);
            assertThat(job.state()).isEqualTo(Job.State.STOPPING);

            Runnable end = foreground.poll(30, TimeUnit.SECONDS);
            assertThat(end).isNotNull();
            if (end != null) {
                end.run();
            }
            assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        }
    }

    @Test
    void showsTheLatestOfManyReports() {
        JobRunner jobs = JobRunner.sameThread();
        List<Double> seen = new ArrayList<>();

        jobs.run(
                "counting",
                (progress, cancellation) -> {
                    Job running = jobs.running().getFirst();
                    running.progressProperty().addListener((observable, before, now) -> seen.add(now.doubleValue()));
                    progress.report(1, 4, "first");
                    progress.report(3, 4, "third");
                    assertThat(running.stepProperty().get()).isEqualTo("third");
                    return true;
                },
                result -> {});

        assertThat(seen).containsExactly(0.25, 0.75);
    }
}
