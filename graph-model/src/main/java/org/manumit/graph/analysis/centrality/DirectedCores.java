package org.manumit.graph.analysis.centrality;

import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

/**
 * How deep in the densest part of a graph with direction or weight every node lies. The core inward is the largest k so
 * that a node belongs to a part in which everybody is approached by at least k others of it, the core outward the same
 * for approaching: the edges of the frontier of D-cores (Giatsidis, Thilikos and Vazirgiannis 2011). By weight, k is the
 * weight of the arcs instead of their number: s-cores (Eidsaa and Almaas 2013). Time O(arcs + nodes log nodes). Immutable.
 */
public final class DirectedCores {

    private final double[] inward;
    private final double[] outward;

    private DirectedCores(double[] inward, double[] outward) {
        this.inward = inward;
        this.outward = outward;
    }

    /**
     * Finds them.
     *
     * @param length whether arcs count by their weight, or alike
     */
    public static DirectedCores of(Digraph graph, Length length) {
        Digraph against = graph.reversed();
        return new DirectedCores(peeled(against, graph, length), peeled(graph, against, length));
    }

    /**
     * Takes away whoever has least left, again and again; who goes has what the one who had most when it went had.
     *
     * @param counted the arcs that a node has left to count
     * @param lost the same turned round: whose count falls when a node goes
     */
    private static double[] peeled(Digraph counted, Digraph lost, Length length) {
        int n = counted.nodeCount();
        NodeHeap waiting = new NodeHeap(n);
        for (int v = 0; v < n; v++) {
            waiting.put(v, length == Length.STEPS ? counted.outDegree(v) : counted.outStrength(v));
        }
        double[] core = new double[n];
        boolean[] gone = new boolean[n];
        double most = 0;
        while (!waiting.isEmpty()) {
            int v = waiting.take();
            most = Math.max(most, waiting.number(v));
            core[v] = most;
            gone[v] = true;
            for (int p = lost.start(v); p < lost.start(v + 1); p++) {
                int u = lost.target(p);
                if (!gone[u]) {
                    waiting.put(u, waiting.number(u) - (length == Length.STEPS ? 1 : lost.weight(p)));
                }
            }
        }
        return core;
    }

    /** The largest k so that a node is in a part where everybody is approached by k others of it. */
    public double inward(int node) {
        return inward[node];
    }

    /** The largest k so that a node is in a part where everybody approaches k others of it. */
    public double outward(int node) {
        return outward[node];
    }
}
