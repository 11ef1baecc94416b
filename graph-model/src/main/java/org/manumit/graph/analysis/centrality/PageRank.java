package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

/**
 * PageRank (Brin and Page 1998) on ties without direction: how often somebody is met who walks from tie to tie and now
 * and then starts anew anywhere. Adds up to 1.
 */
public final class PageRank {

    /** How often the walker goes on instead of starting anew. */
    public static final double USUAL_DAMPING = 0.85;

    private static final int MOST_ITERATIONS = 1_000;
    private static final double PRECISION = 1e-14;

    private PageRank() {}

    /**
     * Every node's rank; time O(ties) an iteration.
     *
     * @param damping how often the walker goes on, from 0 to below 1
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static double[] of(CompactGraph graph, double damping, Cancellation cancellation) {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("damping must be from 0 to below 1: " + damping);
        }
        int n = graph.nodeCount();
        int[] offsets = graph.offsetsCopy();
        int[] targets = graph.targetsCopy();
        double[] rank = new double[n];
        double[] given = new double[n];
        Arrays.fill(rank, 1.0 / n);
        double change = 1;
        for (int i = 0; i < MOST_ITERATIONS && change > PRECISION; i++) {
            cancellation.check();
            double stranded = 0;
            for (int v = 0; v < n; v++) {
                int degree = offsets[v + 1] - offsets[v];
                given[v] = degree == 0 ? 0 : rank[v] / degree;
                stranded += degree == 0 ? rank[v] : 0;
            }
            double anew = (1 - damping + damping * stranded) / n;
            change = 0;
            for (int v = 0; v < n; v++) {
                double sum = 0;
                for (int p = offsets[v], end = offsets[v + 1]; p < end; p++) {
                    sum += given[targets[p]];
                }
                double next = anew + damping * sum;
                change += Math.abs(next - rank[v]);
                rank[v] = next;
            }
        }
        return rank;
    }
}
