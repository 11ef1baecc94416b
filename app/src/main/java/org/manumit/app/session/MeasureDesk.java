package org.manumit.app.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.Measures.ExactRun;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.ExactMeasures;
import org.manumit.styles.Words;

/**
 * Keeps the measures of the session's case. Where the analysis could only estimate, a job in the background reckons the
 * exact figures, which then take the place of the estimates; once the case changes, the figures are stale until it has
 * been analysed again. Confined to the window's thread.
 */
public final class MeasureDesk {
    private final Session session;
    private final JobRunner jobs;
    private final Words words;
    private final ReadOnlyObjectWrapper<Measures> measures =
            new ReadOnlyObjectWrapper<>(this, "measures", Measures.NOTHING);
    private Optional<Job> running = Optional.empty();
    /** Counts what was asked for, so that a late answer to an old question is dropped. */
    private int generation;

    /** The measures of the session's case. */
    public MeasureDesk(Session session, JobRunner jobs, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> follow(now));
        follow(session.snapshot());
    }

    /** The figures, and how good they are. */
    public ReadOnlyObjectProperty<Measures> measuresProperty() {
        return measures.getReadOnlyProperty();
    }

    /** The figures, and how good they are. */
    public Measures measures() {
        return measures.get();
    }

    private void follow(CaseSnapshot now) {
        generation++;
        stop();
        running = Optional.empty();
        if (now.analysis().isPresent()) {
            measures.set(Measures.of(now.analysis().get()));
            reckonExactly();
        } else {
            measures.set(now.isEmpty() ? Measures.NOTHING : measures.get().stale());
        }
    }

    /** Reckons in the background what was only estimated; does nothing where there is nothing to reckon. */
    public void reckonExactly() {
        Measures estimated = measures.get();
        if (!estimated.canBeMadeExact()) {
            return;
        }
        CaseGraph graph = session.snapshot().graph();
        int asked = ++generation;
        measures.set(estimated.with(ExactRun.UNDER_WAY));
        Job job = jobs.run(
                words.text("job.exact"),
                (progress, cancellation) ->
                        ExactMeasures.of(graph, List.copyOf(estimated.scores().values()), progress, cancellation),
                exact -> end(asked, estimated.exact(exact)),
                failure -> {
                    end(asked, estimated.with(ExactRun.STOPPED));
                    jobs.report(failure);
                });
        if (asked == generation && measures.get().run() == ExactRun.UNDER_WAY) {
            running = Optional.of(job);
            job.stateProperty().addListener((observable, before, now) -> {
                if (now == Job.State.CANCELLED) {
                    end(asked, estimated.with(ExactRun.STOPPED));
                }
            });
        }
    }

    private void end(int asked, Measures how) {
        if (asked == generation) {
            running = Optional.empty();
            measures.set(how);
        }
    }

    /** Stops the exact run; the estimates stay. */
    public void stop() {
        running.ifPresent(jobs::cancel);
    }
}
