package org.manumit.app.enquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.manumit.app.enquiry.MeasureAnswer.ByDirection;
import org.manumit.app.enquiry.MeasureAnswer.Directed;
import org.manumit.graph.Entity;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityResult;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.DirectedCores;
import org.manumit.graph.analysis.centrality.DirectedMeasures;
import org.manumit.graph.analysis.centrality.StrongCutPoints;
import org.manumit.graph.analysis.community.Communities;
import org.manumit.graph.analysis.community.Leiden;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.DirectedTies;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;
import org.manumit.graph.query.WeightedPaths.Length;

/**
 * Asks who stands where among those tied to each other.
 *
 * @param level whether numbers, accounts and premises are measured as well as people and firms
 * @param direction whether calls, payments and orders count only the way they run
 * @param length whether a tie of many calls, transfers and claims is a short one
 * @param parameters from how many nodes on betweenness is estimated
 */
public record MeasureEnquiry(
        TieOptions.Level level, PathEnquiry.Direction direction, Length length, CentralityParameters parameters) {

    /**
     * Answers it.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public MeasureAnswer answer(EnquiryScope scope, Progress progress, Cancellation cancellation) {
        TieOptions options =
                (level == TieOptions.Level.ENTITY ? TieOptions.ENTITIES : TieOptions.ACTORS).within(scope.window());
        TieGraph ties = TieGraph.of(scope.graph(), scope.actors(), options, progress, cancellation);
        Victims victims = scope.victims();
        CentralityResult result = CentralityAnalysis.analyse(ties, parameters, progress, cancellation);
        List<CentralityScore> scores = result.ranked(victims::isProtected);
        Optional<ByDirection> along =
                byDirectionOrWeight() ? Optional.of(directed(ties, victims, progress, cancellation)) : Optional.empty();
        return new MeasureAnswer(
                scores,
                scores.stream()
                        .map(score -> ties.node(
                                        scope.graph().indexOf(score.entity()).orElseThrow())
                                .orElseThrow())
                        .map(result.components()::component)
                        .toList(),
                bridges(ties, result, victims),
                result.betweenness().exactness(),
                along);
    }

    private boolean byDirectionOrWeight() {
        return direction == PathEnquiry.Direction.AS_THEY_RUN || length == Length.STRENGTH;
    }

    private static List<List<Entity>> bridges(TieGraph ties, CentralityResult result, Victims victims) {
        List<List<Entity>> bridges = new ArrayList<>();
        for (int t = 0; t < ties.tieCount(); t++) {
            if (result.cutPoints().isBridge(t)) {
                bridge(ties, ties.one(t), ties.other(t), victims).ifPresent(bridges::add);
            }
        }
        return bridges;
    }

    /** A tie by its ends; empty where one is a victim's. */
    private static Optional<List<Entity>> bridge(TieGraph ties, int one, int other, Victims victims) {
        return victims.isProtected(ties.entityIndex(one)) || victims.isProtected(ties.entityIndex(other))
                ? Optional.empty()
                : Optional.of(List.of(ties.entity(one), ties.entity(other)));
    }

    private ByDirection directed(TieGraph ties, Victims victims, Progress progress, Cancellation cancellation) {
        Digraph graph = direction == PathEnquiry.Direction.AS_THEY_RUN
                ? DirectedTies.of(ties)
                : Digraph.bothWays(ties.topology(), DirectedTies.weights(ties));
        DirectedMeasures measures = DirectedMeasures.of(graph, length, progress, cancellation);
        DirectedCores cores = DirectedCores.of(graph, length);
        cancellation.check();
        StrongCutPoints cutPoints = StrongCutPoints.of(graph);
        Communities communities = Leiden.of(graph, length, parameters.communities(), progress, cancellation);
        int[] parts = graph.strongParts();
        List<Directed> rows = new ArrayList<>();
        for (int v = 0; v < graph.nodeCount(); v++) {
            if (!victims.isProtected(ties.entityIndex(v))) {
                rows.add(new Directed(
                        ties.entity(v),
                        graph.inDegree(v),
                        graph.outDegree(v),
                        graph.inStrength(v),
                        graph.outStrength(v),
                        measures.betweenness(v),
                        measures.reaching(v),
                        measures.reached(v),
                        measures.eigenvector(v),
                        measures.pageRank(v),
                        cores.inward(v),
                        cores.outward(v),
                        cutPoints.isCutPoint(v) ? CentralityScore.Place.CUT_POINT : CentralityScore.Place.ORDINARY,
                        communities.community(v),
                        parts[v]));
            }
        }
        rows.sort(Comparator.comparingDouble(Directed::betweenness).reversed().thenComparing(row -> row.entity()
                .id()));
        return new ByDirection(
                rows,
                cutPoints.bridges().stream()
                        .flatMap(arc -> bridge(ties, arc.from(), arc.to(), victims).stream())
                        .toList());
    }
}
