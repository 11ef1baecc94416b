package org.manumit.app.feature.measures;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.control.Dialogs;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.enquiry.MeasureAnswer;
import org.manumit.app.enquiry.MeasureEnquiry;
import org.manumit.app.enquiry.PathEnquiry.Direction;
import org.manumit.app.feature.measures.MeasuresPage.MeasureRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.LatestJob;
import org.manumit.app.session.AskedPeriod;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.Measures;
import org.manumit.app.session.Measures.ExactRun;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.Session;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.WeightedPaths.Length;
import org.manumit.styles.Words;

/**
 * Where everybody stands among those tied to each other. What the analysis measured is shown as it is, with its exact run;
 * figures of a period, of things besides people, or by direction and weight are reckoned when they are asked for. Victims
 * are ranked nowhere. Confined to the window's thread.
 */
public final class MeasuresViewModel {

    private enum Watching {
        NOT,
        SHOWN
    }

    private final Session session;
    private final JobRunner jobs;
    private final MeasureDesk desk;
    private final Dialogs dialogs;
    private final CaseOutput output;
    private final Words words;
    private final Runnable goToChart;
    private final AskedPeriod period;
    private final BooleanProperty things = new SimpleBooleanProperty(this, "things", false);
    private final BooleanProperty asTheyRun = new SimpleBooleanProperty(this, "asTheyRun", false);
    private final BooleanProperty weighted = new SimpleBooleanProperty(this, "weighted", false);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<Optional<MeasuresPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private final LatestJob work;
    private final LatestJob exact;
    private Watching watching = Watching.NOT;

    /**
     * The measures of the session's case.
     *
     * @param desk keeps what the analysis measured
     * @param goToChart shows the chart, on which what is selected stands out
     */
    public MeasuresViewModel(
            Session session,
            JobRunner jobs,
            MeasureDesk desk,
            Dialogs dialogs,
            CaseOutput output,
            Words words,
            Runnable goToChart) {
        this.session = session;
        this.jobs = jobs;
        this.desk = desk;
        this.dialogs = dialogs;
        this.output = output;
        this.words = words;
        this.goToChart = goToChart;
        period = new AskedPeriod(words);
        work = new LatestJob(jobs);
        exact = new LatestJob(jobs);
        for (Observable asked : List.of(
                session.namesProperty(),
                session.snapshotProperty(),
                period.periodProperty(),
                things,
                asTheyRun,
                weighted)) {
            asked.addListener(changed -> measure());
        }
        desk.measuresProperty().addListener((observable, before, now) -> {
            if (isAsAnalysed()) {
                measure();
            }
        });
        exact.stateProperty().addListener((observable, before, now) -> {
            if (now == LatestJob.State.STOPPED) {
                page.set(page.get().map(shown -> shown.with(ExactRun.STOPPED)));
            }
        });
    }

    /** Whether what is asked for is what the analysis measures anyway. */
    private boolean isAsAnalysed() {
        return !things.get()
                && !asTheyRun.get()
                && !weighted.get()
                && period.periodProperty().get().isUnknown();
    }

    /** Starts measuring; before that nobody sees the page. */
    void shown() {
        if (watching == Watching.NOT) {
            watching = Watching.SHOWN;
            measure();
        }
    }

    /** Nobody sees the page any more. */
    void hidden() {
        watching = Watching.NOT;
        exact.forget();
        work.forget();
    }

    /** Measures, again where it was stopped. */
    void measure() {
        if (watching == Watching.NOT) {
            return;
        }
        said.set("");
        exact.forget();
        if (isAsAnalysed()) {
            work.forget();
            Measures now = desk.measures();
            MeasuresWording wording = new MeasuresWording(session.snapshot(), session.names(), words);
            page.set(
                    now.scores().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    wording.page(now.scores().values(), now.betweenness(), now.age(), now.run())));
            return;
        }
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        if (snapshot.isEmpty()) {
            page.set(Optional.empty());
            return;
        }
        Period when = period.periodProperty().get();
        MeasureEnquiry enquiry = enquiry(CentralityParameters.USUAL);
        page.set(Optional.empty());
        work.run(
                words.text("job.measures"),
                (progress, cancellation) -> {
                    MeasuresWording wording = new MeasuresWording(snapshot, names, words);
                    MeasureAnswer answer = enquiry.answer(scope(snapshot, when), progress, cancellation);
                    return answer.directed()
                            .map(along -> wording.page(along.nodes()))
                            .orElseGet(() -> wording.page(
                                    answer.scores(), answer.betweenness(), Measures.Age.CURRENT, ExactRun.NONE));
                },
                made -> {
                    page.set(Optional.of(made));
                    if (made.betweenness().kind() == Exactness.Kind.SAMPLED) {
                        reckonExactly();
                    }
                });
    }

    private MeasureEnquiry enquiry(CentralityParameters parameters) {
        return new MeasureEnquiry(
                things.get() ? TieOptions.Level.ENTITY : TieOptions.Level.ACTOR,
                asTheyRun.get() ? Direction.AS_THEY_RUN : Direction.EITHER_WAY,
                weighted.get() ? Length.STRENGTH : Length.STEPS,
                parameters);
    }

    private static EnquiryScope scope(CaseSnapshot snapshot, Period when) {
        return EnquiryScope.of(snapshot.graph(), snapshot.actors(), snapshot.victims(), when);
    }

    /** Reckons in the background what was only estimated. */
    private void reckonExactly() {
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        Period when = period.periodProperty().get();
        MeasureEnquiry enquiry = enquiry(CentralityParameters.EXACT);
        page.set(page.get().map(shown -> shown.with(ExactRun.UNDER_WAY)));
        exact.run(
                words.text("job.exact"),
                (progress, cancellation) -> {
                    MeasureAnswer answer = enquiry.answer(scope(snapshot, when), progress, cancellation);
                    List<CentralityScore> scores = answer.scores();
                    return new MeasuresWording(snapshot, names, words)
                            .page(scores, answer.betweenness(), Measures.Age.CURRENT, ExactRun.NONE);
                },
                made -> page.set(Optional.of(made)));
    }

    /** Does something about estimated figures. */
    void perform(MeasuresPage.Act act) {
        switch (act) {
            case STOP -> {
                if (isAsAnalysed()) {
                    desk.stop();
                } else {
                    exact.stop();
                }
            }
            case RECKON_EXACTLY -> {
                if (isAsAnalysed()) {
                    desk.reckonExactly();
                } else {
                    reckonExactly();
                }
            }
        }
    }

    /** Stops measuring. */
    void stop() {
        work.stop();
    }

    /** How good the figures are, in a sentence. */
    String exactness(MeasuresPage shown) {
        Exactness how = shown.betweenness();
        String basis =
                switch (how.kind()) {
                    case EXACT -> words.text("measures.exact");
                    case SAMPLED -> words.text("measures.estimated", how.pivots(), how.nodes(), how.confidence());
                };
        String run =
                switch (shown.run()) {
                    case NONE -> "";
                    case UNDER_WAY -> words.text("inspector.measure.underWay");
                    case STOPPED -> words.text("inspector.measure.stopped");
                };
        String age = shown.age() == Measures.Age.STALE ? words.text("inspector.measure.stale") : "";
        return String.join(" ", List.of(basis, run, age)).strip();
    }

    /** The rows that pass the filter. */
    List<MeasureRow> passing(MeasuresPage shown) {
        String sought = filter.get().strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                ? shown.rows()
                : shown.rows().stream()
                        .filter(row -> row.cells().stream().limit(2).anyMatch(cell -> cell.toLowerCase(Locale.ROOT)
                                .contains(sought)))
                        .toList();
    }

    /** Asks where to, and writes all rows as a table for a spreadsheet. */
    void export() {
        Optional<OpenedCase> opened = session.opened();
        Optional<MeasuresPage> shown = page.get();
        if (opened.isEmpty() || shown.isEmpty()) {
            return;
        }
        dialogs.chooseNew(words.text("measures.export.title"), words.text("measures.export.name"))
                .map(MeasuresViewModel::ended)
                .ifPresent(to -> jobs.run(
                        words.text("job.release", String.valueOf(to.getFileName())),
                        (progress, cancellation) -> {
                            output.write(opened.get(), shown.get().file(), to, cancellation);
                            return to;
                        },
                        written -> said.set(words.text("measures.exported", written))));
    }

    private static Path ended(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? chosen : chosen.resolveSibling(name + ".csv");
    }

    /** Selects somebody in all views. */
    void choose(EntityId entity) {
        session.select(entity);
    }

    /** Shows on the chart what is selected. */
    void showOnChart() {
        goToChart.run();
    }

    /** Whether the analysis, which measures, is still under way. */
    boolean isAnalysing() {
        return session.analysingProperty().get();
    }

    AskedPeriod period() {
        return period;
    }

    BooleanProperty thingsProperty() {
        return things;
    }

    BooleanProperty asTheyRunProperty() {
        return asTheyRun;
    }

    BooleanProperty weightedProperty() {
        return weighted;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<Optional<MeasuresPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LatestJob.State> stateProperty() {
        return work.stateProperty();
    }

    /** What became of the last file that was written; empty when none was. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }
}
