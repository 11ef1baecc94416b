package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.analysis.community.Communities;
import org.manumit.graph.analysis.community.Leiden;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.TieGraph;

/** Reckons the measures of a tie graph: who stands where among those tied to each other. */
public final class CentralityAnalysis {

    private CentralityAnalysis() {}

    /**
     * Reckons them.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static CentralityResult analyse(
            TieGraph ties, CentralityParameters parameters, Progress progress, Cancellation cancellation) {
        CompactGraph graph = ties.topology();
        boolean exact = (long) graph.nodeCount() * Math.max(1, graph.tieCount()) <= parameters.exactUpTo();
        Betweenness betweenness = exact
                ? Betweenness.exact(graph, Betweenness.Ties.SKIP, progress, cancellation)
                : Betweenness.sampled(graph, parameters.pivots(), parameters.seed(), progress, cancellation);
        double[] weights = new double[graph.tieCount()];
        Arrays.fill(weights, 1);
        Communities communities = Leiden.of(graph, weights, parameters.communities(), progress, cancellation);
        double[] pageRank = PageRank.of(graph, PageRank.USUAL_DAMPING, cancellation);
        int[] cores = Cores.of(graph);
        return new CentralityResult(
                ties,
                betweenness,
                Closeness.of(graph, progress, cancellation),
                Eigenvector.of(graph, cancellation),
                node -> pageRank[node],
                node -> cores[node],
                Components.of(graph),
                CutPoints.of(graph),
                communities);
    }
}
