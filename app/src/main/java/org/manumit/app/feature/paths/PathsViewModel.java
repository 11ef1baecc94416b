package org.manumit.app.feature.paths;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.enquiry.PathAnswer;
import org.manumit.app.enquiry.PathAnswer.Step;
import org.manumit.app.enquiry.PathAnswer.Way;
import org.manumit.app.enquiry.PathEnquiry;
import org.manumit.app.enquiry.PathEnquiry.Manner;
import org.manumit.app.feature.paths.PathsPage.StepRow;
import org.manumit.app.feature.paths.PathsPage.WayCard;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.LatestJob;
import org.manumit.app.session.AskedPeriod;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.ChosenThings;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.Period;
import org.manumit.graph.query.SmallestNetwork;
import org.manumit.graph.query.TieOptions;
import org.manumit.styles.Words;

/** How two are joined, or the smallest network that joins several. Confined to the window's thread. */
public final class PathsViewModel {
    /** How many ways may be asked for. */
    static final List<Integer> MOST = List.of(1, 3, 5, 10);

    /** How long after one call the next may begin. */
    static final List<Duration> GAPS = List.of(
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24),
            Duration.ofHours(72),
            Duration.ofHours(168));

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private enum Watching {
        NOT,
        SHOWN
    }

    private final Session session;
    private final Words words;
    private final Runnable goToChart;
    private final ChosenThings chosen;
    private final AskedPeriod period;
    private final LatestJob work;
    private final ObjectProperty<Manner> manner = new SimpleObjectProperty<>(this, "manner", Manner.FEWEST_STEPS);
    private final ObjectProperty<Integer> most = new SimpleObjectProperty<>(this, "most", MOST.get(1));
    private final ObjectProperty<Duration> gap = new SimpleObjectProperty<>(this, "gap", GAPS.get(2));
    private final BooleanProperty asTheyRun = new SimpleBooleanProperty(this, "asTheyRun", false);
    private final BooleanProperty things = new SimpleBooleanProperty(this, "things", false);
    private final ReadOnlyObjectWrapper<Optional<PathsPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private Watching watching = Watching.NOT;
    private Optional<CaseGraph> told = Optional.empty();

    /**
     * The ways of the session's case.
     *
     * @param goToChart shows the chart, on which what is selected stands out
     */
    public PathsViewModel(Session session, JobRunner jobs, Words words, Runnable goToChart) {
        this.session = session;
        this.words = words;
        this.goToChart = goToChart;
        chosen = new ChosenThings(session, ChosenThings.whatIsTied(), words);
        period = new AskedPeriod(words);
        work = new LatestJob(jobs);
        session.snapshotProperty().addListener((observable, before, now) -> {
            if (told.filter(now.graph()::equals).isEmpty()) {
                page.set(Optional.empty());
                seek();
            }
        });
        session.namesProperty().addListener((observable, before, now) -> seek());
        for (Observable asked :
                List.of(chosen.chosen(), period.periodProperty(), manner, most, gap, asTheyRun, things)) {
            asked.addListener(changed -> seek());
        }
    }

    /** Starts seeking; before that nobody sees the page. */
    void shown() {
        if (watching == Watching.NOT) {
            watching = Watching.SHOWN;
            if (told.filter(session.snapshot().graph()::equals).isEmpty()) {
                seek();
            }
        }
    }

    /** Nobody sees the page any more. */
    void hidden() {
        watching = Watching.NOT;
    }

    /** Why nothing can be sought; empty when something can. */
    String whyNot() {
        if (chosen.chosen().size() < 2) {
            return words.text(chosen.chosen().isEmpty() ? "paths.choose.two" : "paths.choose.other", chosen.names());
        }
        return chosen.chosen().size() > 2 && manner.get() == Manner.IN_TIME ? words.text("paths.choose.onlyTwo") : "";
    }

    /** Seeks, again where it was stopped. */
    void seek() {
        told = Optional.empty();
        if (watching == Watching.NOT) {
            return;
        }
        List<Integer> ends = chosen.entities();
        if (!whyNot().isEmpty() || ends.size() < 2) {
            work.forget();
            page.set(Optional.empty());
            return;
        }
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        Period when = period.periodProperty().get();
        String sought = ends.size() == 2
                ? words.text(
                        "paths.two",
                        chosen.chosen().getFirst().name(),
                        chosen.chosen().getLast().name())
                : chosen.names();
        PathEnquiry enquiry = new PathEnquiry(
                ends,
                manner.get(),
                asTheyRun.get() ? PathEnquiry.Direction.AS_THEY_RUN : PathEnquiry.Direction.EITHER_WAY,
                things.get() ? TieOptions.Level.ENTITY : TieOptions.Level.ACTOR,
                most.get(),
                gap.get());
        work.run(
                words.text("job.paths"),
                (progress, cancellation) -> {
                    EnquiryScope scope = EnquiryScope.of(snapshot.graph(), snapshot.actors(), snapshot.victims(), when);
                    return page(sought, enquiry.answer(scope, progress, cancellation), names);
                },
                made -> {
                    told = Optional.of(snapshot.graph());
                    page.set(Optional.of(made));
                });
    }

    private PathsPage page(String sought, PathAnswer answer, DisplayNames names) {
        List<WayCard> cards = new ArrayList<>();
        for (Way way : answer.ways()) {
            cards.add(card(answer, way, cards.size() + 1, names));
        }
        if (cards.isEmpty()) {
            return new PathsPage(
                    words.text("paths.none", sought),
                    words.text("paths.none." + answer.kind().name()),
                    cards);
        }
        return switch (answer.kind()) {
            case WAYS -> new PathsPage(words.text("paths.found.WAYS", cards.size(), sought), "", cards);
            case IN_TIME -> new PathsPage(words.text("paths.found.IN_TIME", sought), words.text("paths.inTime"), cards);
            case NETWORK ->
                new PathsPage(
                        words.text("paths.found.NETWORK", sought),
                        answer.size()
                                        .filter(size -> size == SmallestNetwork.Size.AT_MOST_TWICE)
                                        .isPresent()
                                ? words.text("paths.estimated")
                                : unjoined(answer.ways().getFirst(), names),
                        cards);
        };
    }

    /** Those of a network that no tie of it reaches. */
    private String unjoined(Way network, DisplayNames names) {
        String left = network.entities().stream()
                .filter(entity -> network.entities().size() > 1
                        && network.steps().stream()
                                .noneMatch(step -> step.one().equals(entity)
                                        || step.other().equals(entity)))
                .map(entity -> names.name(entity.id()))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : words.text("paths.unjoined", left);
    }

    private WayCard card(PathAnswer answer, Way way, int number, DisplayNames names) {
        List<String> on =
                way.entities().stream().map(entity -> names.name(entity.id())).toList();
        boolean network = answer.kind() == PathAnswer.Kind.NETWORK;
        String title = network
                ? words.text("paths.network", way.entities().size(), way.steps().size())
                : words.text("paths.way", number, way.steps().size());
        String joined = String.join(network ? ", " : " – ", on);
        List<ClaimId> evidence = way.steps().stream()
                .flatMap(step -> step.evidence().stream())
                .distinct()
                .toList();
        return new WayCard(
                title,
                joined,
                way.steps().stream().map(step -> row(step, names)).toList(),
                new Selection.OfWay(
                        joined,
                        way.entities().stream().map(Entity::id).distinct().toList(),
                        way.steps().stream()
                                .map(step -> new Selection.OfLink(
                                        step.one().id(), step.other().id()))
                                .toList(),
                        evidence));
    }

    private StepRow row(Step step, DisplayNames names) {
        String ends = words.text(
                step.when().isPresent() ? "paths.step.inTime" : "paths.step",
                names.name(step.one().id()),
                names.name(step.other().id()));
        return new StepRow(
                ends,
                step.when()
                        .map(when -> words.text("paths.step.when", MOMENT.format(when)))
                        .orElseGet(() -> counts(step)),
                new Selection.OfWay(
                        ends,
                        List.of(step.one().id(), step.other().id()),
                        List.of(new Selection.OfLink(
                                step.one().id(), step.other().id())),
                        step.evidence()));
    }

    private String counts(Step step) {
        List<String> parts = new ArrayList<>();
        if (step.claims() > 0) {
            parts.add(words.text("paths.claims", step.claims()));
        }
        if (step.calls() > 0) {
            parts.add(words.text("chart.contacts", step.calls()));
        }
        if (step.transfers() > 0) {
            parts.add(words.text("chart.transfers", step.transfers()));
        }
        return String.join(" · ", parts);
    }

    /** Stops seeking. */
    void stop() {
        work.stop();
    }

    /** Shows a way or a step in the inspector and on the chart. */
    void choose(Selection what) {
        session.select(what);
    }

    /** Shows a way on the chart at once. */
    void showOnChart(WayCard way) {
        session.select(way.selects());
        goToChart.run();
    }

    /** About whom is asked. */
    public ChosenThings chosen() {
        return chosen;
    }

    AskedPeriod period() {
        return period;
    }

    ObjectProperty<Manner> mannerProperty() {
        return manner;
    }

    ObjectProperty<Integer> mostProperty() {
        return most;
    }

    ObjectProperty<Duration> gapProperty() {
        return gap;
    }

    BooleanProperty asTheyRunProperty() {
        return asTheyRun;
    }

    BooleanProperty thingsProperty() {
        return things;
    }

    ReadOnlyObjectProperty<Optional<PathsPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LatestJob.State> stateProperty() {
        return work.stateProperty();
    }
}
