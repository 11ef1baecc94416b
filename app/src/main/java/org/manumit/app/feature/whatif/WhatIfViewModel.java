package org.manumit.app.feature.whatif;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.feature.whatif.WhatIfAnswer.Figure;
import org.manumit.app.feature.whatif.WhatIfAnswer.Future;
import org.manumit.app.feature.whatif.WhatIfAnswer.LostRole;
import org.manumit.app.feature.whatif.WhatIfAnswer.Named;
import org.manumit.app.feature.whatif.WhatIfAnswer.Piece;
import org.manumit.app.feature.whatif.WhatIfAnswer.Weight;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.LatestJob;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.whatif.EventComparison;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.Removal;
import org.manumit.graph.analysis.whatif.RemovalResult;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.styles.Words;

/**
 * Takes people and firms out of a network and tells what it could still do. Nothing of it changes the case. Confined to
 * the window's thread.
 */
public final class WhatIfViewModel {

    /** Reads what is known of the networks of a case. */
    @FunctionalInterface
    public interface NetworkReading {

        /** Reads it; blocks. */
        List<NetworkFacts> read(CaseGraph graph, Progress progress, Cancellation cancellation);

        /** Compares the networks of a case before and after something that happened to them; blocks. */
        default List<EventEffect> around(
                CaseGraph graph, CaseEvent event, Progress progress, Cancellation cancellation) {
            return new CaseAnalyser().around(graph, AnalysisParameters.ALL, event, COMPARED, progress, cancellation);
        }
    }

    /** Over how much time before and after an event records are compared. */
    private static final Duration COMPARED = Duration.ofDays(EventComparison.USUAL_DAYS);

    /** An event as the list names it. */
    record Happened(CaseEvent event, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Somebody who could be taken out.
     *
     * @param about what they do in the network, in words
     */
    record Candidate(EntityId id, String name, String about) {}

    private record Network(NetworkFacts facts, Removal removal) {}

    private final Session session;
    private final JobRunner jobs;
    private final NetworkReading reading;
    private final Words words;
    private final Map<String, Network> known = new HashMap<>();
    private final ObservableList<String> networks = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> network =
            new SimpleObjectProperty<>(this, "network", Optional.empty());
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<EntityId>> removed = new ReadOnlyObjectWrapper<>(this, "removed", Set.of());
    private final ReadOnlyObjectWrapper<Optional<WhatIfAnswer>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ObservableList<Happened> events = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<HappenedAnswer>> happened =
            new ReadOnlyObjectWrapper<>(this, "happened", Optional.empty());
    private final LatestJob comparison;
    private Optional<CaseEvent> compared = Optional.empty();
    private final ReadOnlyBooleanWrapper readingNow = new ReadOnlyBooleanWrapper(this, "reading", false);
    private Optional<CaseGraph> shown = Optional.empty();

    /** The networks of the session's case. */
    public WhatIfViewModel(Session session, JobRunner jobs, NetworkReading reading, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.reading = reading;
        this.words = words;
        comparison = new LatestJob(jobs);
        network.addListener((observable, before, now) -> start());
        session.namesProperty().addListener((observable, before, now) -> {
            name();
            listEvents();
        });
    }

    /** Reads the networks of the case that is open now, unless they have been read. */
    void ask() {
        CaseGraph graph = session.snapshot().graph();
        if (shown.filter(graph::equals).isPresent()) {
            return;
        }
        shown = Optional.of(graph);
        known.clear();
        networks.clear();
        network.set(Optional.empty());
        listEvents();
        readingNow.set(true);
        jobs.run(
                words.text("job.whatif"),
                (progress, cancellation) -> reading.read(graph, progress, cancellation),
                read -> {
                    if (shown.filter(graph::equals).isPresent()) {
                        readingNow.set(false);
                        list(read);
                    }
                },
                failure -> {
                    readingNow.set(false);
                    shown = Optional.empty();
                    jobs.report(failure);
                });
    }

    private void list(List<NetworkFacts> read) {
        for (NetworkFacts facts : read) {
            known.put(facts.network().name(), new Network(facts, Removal.from(facts)));
            networks.add(facts.network().name());
        }
        network.set(networks.stream().findFirst());
    }

    private Optional<Network> chosen() {
        return network.get().flatMap(name -> Optional.ofNullable(known.get(name)));
    }

    private void listEvents() {
        HappenedWording wording = new HappenedWording(session.names(), words);
        CaseGraph graph = session.snapshot().graph();
        events.setAll(CaseEvent.of(graph, Actors.of(graph)).stream()
                .map(event -> new Happened(event, wording.event(event)))
                .toList());
        forget();
    }

    private void forget() {
        comparison.forget();
        happened.set(Optional.empty());
    }

    /** Compares the chosen network before and after something that happened. */
    void compare(CaseEvent event) {
        if (happened.get().isPresent() && compared.filter(event::equals).isPresent()) {
            return; // it is shown already
        }
        compared = Optional.of(event);
        CaseGraph graph = session.snapshot().graph();
        comparison.run(
                words.text("job.happened"),
                (progress, cancellation) -> reading.around(graph, event, progress, cancellation),
                effects -> tell(event, effects));
    }

    /** Stops comparing; what was compared before is no longer asked for. */
    void stopComparing() {
        happened.set(Optional.empty());
        comparison.stop();
    }

    /** How the comparison before and after an event stands. */
    ReadOnlyObjectProperty<LatestJob.State> comparisonProperty() {
        return comparison.stateProperty();
    }

    private void tell(CaseEvent event, List<EventEffect> effects) {
        HappenedWording wording = new HappenedWording(session.names(), words);
        happened.set(Optional.of(effects.stream()
                .filter(effect -> network.get().filter(effect.network()::equals).isPresent())
                .findFirst()
                .map(wording::answer)
                .orElseGet(() -> new HappenedAnswer(
                        words.text("whatif.happened.elsewhere", wording.event(event)), List.of(), List.of(), ""))));
    }

    private void start() {
        forget();
        removed.set(Set.of());
        name();
    }

    private void name() {
        candidates.setAll(chosen().map(chosen -> chosen.removal().candidates().stream()
                        .map(id -> new Candidate(id, session.names().name(id), about(chosen.facts(), id)))
                        .toList())
                .orElse(List.of()));
        reckon();
    }

    private String about(NetworkFacts facts, EntityId id) {
        return facts.roles().stream()
                .filter(role -> role.entity().equals(id))
                .map(role -> words.of(role.role()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Takes somebody out, or puts them back. */
    void toggle(EntityId id) {
        Set<EntityId> next = new LinkedHashSet<>(removed.get());
        if (!next.remove(id)) {
            next.add(id);
        }
        removed.set(next);
        forget();
        reckon();
    }

    /** Puts everybody back. */
    void clear() {
        forget();
        removed.set(Set.of());
        reckon();
    }

    /** Takes out the fewest whose removal stops the flow to exploitation. */
    void fewest() {
        forget();
        chosen().ifPresent(chosen -> {
            removed.set(new LinkedHashSet<>(chosen.removal().smallestStop().orElse(List.of())));
            reckon();
        });
    }

    private void reckon() {
        answer.set(chosen().map(chosen -> {
            RemovalResult result = chosen.removal().without(removed.get());
            return new WhatIfAnswer(headline(result), weight(result), figures(result), roles(result), pieces(result));
        }));
    }

    private String headline(RemovalResult result) {
        if (result.before().routes() == 0) {
            return words.text("whatif.noFlow");
        }
        if (result.removed().isEmpty()) {
            return words.text("whatif.nobody");
        }
        return result.stopsTheFlow()
                ? words.text("whatif.stopped")
                : words.text(
                        "whatif.goesOn",
                        result.after().reached().size(),
                        result.before().reached().size());
    }

    private static Weight weight(RemovalResult result) {
        return result.removed().isEmpty() ? Weight.NONE : result.stopsTheFlow() ? Weight.STOPPED : Weight.GOES_ON;
    }

    private List<Figure> figures(RemovalResult result) {
        return List.of(
                figure("whatif.routes", result.before().routes(), result.after().routes()),
                figure(
                        "whatif.reached",
                        result.before().reached().size(),
                        result.after().reached().size()),
                figure("whatif.people", result.before().actors(), result.after().actors()),
                figure("whatif.pieces", result.before().pieces(), result.after().pieces()));
    }

    private Figure figure(String key, long before, long after) {
        return new Figure(words.text(key, after), words.text("number", before), words.text("number", after));
    }

    private List<LostRole> roles(RemovalResult result) {
        return result.slots().stream()
                .map(slot -> new LostRole(slot.role(), named(slot.left()), named(slot.standIns())))
                .toList();
    }

    private List<Piece> pieces(RemovalResult result) {
        List<Piece> pieces = new ArrayList<>();
        for (RemovalResult.Fragment fragment : result.fragments()) {
            String countries = new TreeSet<>(fragment.countries())
                    .stream().map(CaseReading::countryName).collect(Collectors.joining(", "));
            String roles =
                    new TreeSet<>(fragment.roles()).stream().map(words::of).collect(Collectors.joining(", "));
            String about = List.of(countries, roles).stream()
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" · "));
            pieces.add(
                    new Piece(named(fragment.actors()), about, fragment.canGoOn() ? Future.GOES_ON : Future.STRANDED));
        }
        return pieces;
    }

    private List<Named> named(Collection<EntityId> ids) {
        return ids.stream().map(id -> new Named(id, session.names().name(id))).toList();
    }

    /** Selects somebody in all views. */
    void choose(EntityId id) {
        session.select(id);
    }

    ObservableList<String> networks() {
        return networks;
    }

    ObjectProperty<Optional<String>> networkProperty() {
        return network;
    }

    ObservableList<Candidate> candidates() {
        return candidates;
    }

    ReadOnlyObjectProperty<Set<EntityId>> removedProperty() {
        return removed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<WhatIfAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ObservableList<Happened> events() {
        return events;
    }

    ReadOnlyObjectProperty<Optional<HappenedAnswer>> happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return readingNow.getReadOnlyProperty();
    }

    Session session() {
        return session;
    }
}
