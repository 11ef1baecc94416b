package org.manumit.app.session;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;

/**
 * Where everybody stands among those tied to each other, and how good the figures are. Immutable.
 *
 * @param scores the figures by whose they are; victims have none
 * @param betweenness whether betweenness is exact or estimated; the other figures are exact
 * @param age whether the figures are of the case as it is
 * @param run whether exact figures are being reckoned
 */
public record Measures(Map<EntityId, CentralityScore> scores, Exactness betweenness, Age age, ExactRun run) {

    /** Of which state of the case figures are. */
    public enum Age {
        /** Of the case as it is. */
        CURRENT,
        /** Of the case as it was before it changed. */
        STALE
    }

    /** How the run stands that makes estimates exact. */
    public enum ExactRun {
        NONE,
        UNDER_WAY,
        /** It was stopped, or failed, before its end. */
        STOPPED
    }

    /** Nothing was measured. */
    public static final Measures NOTHING = new Measures(Map.of(), Exactness.exact(0), Age.CURRENT, ExactRun.NONE);

    public Measures {
        scores = Map.copyOf(scores);
        Objects.requireNonNull(betweenness, "betweenness");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(run, "run");
    }

    /** What an analysis of the case as it is says. */
    static Measures of(CaseAnalysis said) {
        return new Measures(byEntity(said.centrality()), said.betweenness(), Age.CURRENT, ExactRun.NONE);
    }

    private static Map<EntityId, CentralityScore> byEntity(Collection<CentralityScore> scores) {
        return scores.stream()
                .collect(Collectors.toMap(CentralityScore::entity, Function.identity(), (one, other) -> one));
    }

    /** Whether exact figures can be asked for. */
    boolean canBeMadeExact() {
        return betweenness.kind() == Exactness.Kind.SAMPLED && age == Age.CURRENT && run != ExactRun.UNDER_WAY;
    }

    Measures with(ExactRun next) {
        return new Measures(scores, betweenness, age, next);
    }

    /** The same, now that the case has changed. */
    Measures stale() {
        return new Measures(scores, betweenness, Age.STALE, ExactRun.NONE);
    }

    /** The same with exact figures. */
    Measures exact(Collection<CentralityScore> exact) {
        return new Measures(byEntity(exact), Exactness.exact(betweenness.nodes()), age, ExactRun.NONE);
    }
}
