package org.manumit.graph.analysis.centrality;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.manumit.graph.analysis.community.Communities;
import org.manumit.graph.query.TieGraph;

/**
 * Measures of every node of a tie graph. Immutable; safe for use from several threads.
 *
 * @param graph the graph; nodes below are its nodes
 * @param betweenness who lies between others, and whether that is exact
 * @param closeness who is near to others
 * @param eigenvector who is tied to the well tied
 * @param pageRank where a walk along ties at random is found, by node
 * @param cores in how dense a part each stands, by node
 * @param components who reaches whom at all
 * @param cutPoints whose loss would part others
 * @param communities who is tied more to each other than to the rest
 */
public record CentralityResult(
        TieGraph graph,
        Betweenness betweenness,
        Closeness closeness,
        Eigenvector eigenvector,
        IntToDoubleFunction pageRank,
        IntUnaryOperator cores,
        Components components,
        CutPoints cutPoints,
        Communities communities) {

    /** One node's figures. */
    public CentralityScore score(int node) {
        return new CentralityScore(
                graph.entity(node).id(),
                graph.entity(node).label(),
                graph.degree(node),
                betweenness.score(node),
                betweenness.bound(node),
                closeness.score(node),
                eigenvector.score(node),
                pageRank.applyAsDouble(node),
                cores.applyAsInt(node),
                cutPoints.isArticulationPoint(node) ? CentralityScore.Place.CUT_POINT : CentralityScore.Place.ORDINARY,
                communities.community(node));
    }

    /**
     * The nodes' figures, the most between first; of equals, the most tied, then the first in the case.
     *
     * @param leftOut entities that are not to be ranked, as indexes into the case: victims
     *     ({@link org.manumit.graph.query.Victims#isProtected}); they count as nodes all the same
     */
    public List<CentralityScore> ranked(IntPredicate leftOut) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> !leftOut.test(graph.entityIndex(node)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> -betweenness.score(node))
                        .thenComparingInt(node -> -graph.degree(node))
                        .thenComparingInt(node -> node))
                .map(this::score)
                .toList();
    }
}
