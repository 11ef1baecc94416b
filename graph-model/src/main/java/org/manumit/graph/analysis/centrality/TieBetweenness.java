package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

/**
 * How many shortest ways between others run over each tie (Girvan and Newman 2002), every pair counted once; where a
 * pair has several shortest ways each counts for its share. Exact, by Brandes' accumulation (2001, 2008); time O(nodes
 * times ties). Immutable.
 */
public final class TieBetweenness {

    private final double[] scores;

    private TieBetweenness(double[] scores) {
        this.scores = scores;
    }

    /**
     * Reckons it.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static TieBetweenness exact(CompactGraph graph, Cancellation cancellation) {
        int n = graph.nodeCount();
        double[] scores = new double[graph.tieCount()];
        int[] distance = new int[n];
        double[] ways = new double[n];
        double[] depends = new double[n];
        int[] order = new int[n];
        for (int source = 0; source < n; source++) {
            if ((source & 63) == 0) {
                cancellation.check();
            }
            Arrays.fill(distance, -1);
            Arrays.fill(ways, 0);
            Arrays.fill(depends, 0);
            distance[source] = 0;
            ways[source] = 1;
            order[0] = source;
            int found = 1;
            for (int at = 0; at < found; at++) {
                int v = order[at];
                for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                    int w = graph.target(place);
                    if (distance[w] < 0) {
                        distance[w] = distance[v] + 1;
                        order[found++] = w;
                    }
                    if (distance[w] == distance[v] + 1) {
                        ways[w] += ways[v];
                    }
                }
            }
            for (int at = found - 1; at > 0; at--) {
                int w = order[at];
                for (int place = graph.start(w); place < graph.start(w + 1); place++) {
                    int v = graph.target(place);
                    if (distance[v] == distance[w] - 1) {
                        double share = ways[v] / ways[w] * (1 + depends[w]);
                        depends[v] += share;
                        scores[graph.tie(place)] += share / 2;
                    }
                }
            }
        }
        return new TieBetweenness(scores);
    }

    /** A tie's figure. */
    public double score(int tie) {
        return scores[tie];
    }
}
