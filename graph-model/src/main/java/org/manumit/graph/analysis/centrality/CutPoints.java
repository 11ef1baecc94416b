package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.manumit.graph.query.CompactGraph;

/**
 * Nodes and ties whose loss alone would part others from each other: articulation points and bridges (Tarjan 1972;
 * Hopcroft and Tarjan 1973). Time O(nodes + ties); no recursion, so long chains do no harm.
 */
public final class CutPoints {

    private final BitSet nodes;
    private final BitSet ties;

    private CutPoints(BitSet nodes, BitSet ties) {
        this.nodes = nodes;
        this.ties = ties;
    }

    /** Finds them. */
    public static CutPoints of(CompactGraph graph) {
        int n = graph.nodeCount();
        BitSet nodes = new BitSet(n);
        BitSet ties = new BitSet(graph.tieCount());
        int[] seen = new int[n];
        int[] low = new int[n];
        int[] place = new int[n];
        int[] entered = new int[n];
        int[] path = new int[n];
        Arrays.fill(seen, -1);
        int clock = 0;
        for (int root = 0; root < n; root++) {
            if (seen[root] >= 0) {
                continue;
            }
            int branches = 0;
            int depth = 0;
            path[0] = root;
            seen[root] = low[root] = clock++;
            place[root] = graph.start(root);
            entered[root] = -1;
            while (depth >= 0) {
                int v = path[depth];
                if (place[v] < graph.start(v + 1)) {
                    int p = place[v]++;
                    int u = graph.target(p);
                    if (seen[u] < 0) {
                        seen[u] = low[u] = clock++;
                        place[u] = graph.start(u);
                        entered[u] = graph.tie(p);
                        path[++depth] = u;
                        branches += v == root ? 1 : 0;
                    } else if (graph.tie(p) != entered[v]) {
                        low[v] = Math.min(low[v], seen[u]);
                    }
                } else {
                    depth--;
                    if (depth >= 0) {
                        int up = path[depth];
                        low[up] = Math.min(low[up], low[v]);
                        if (low[v] > seen[up]) {
                            ties.set(entered[v]);
                        }
                        if (up != root && low[v] >= seen[up]) {
                            nodes.set(up);
                        }
                    }
                }
            }
            if (branches > 1) {
                nodes.set(root);
            }
        }
        return new CutPoints(nodes, ties);
    }

    /** Whether the loss of a node would part others. */
    public boolean isArticulationPoint(int node) {
        return nodes.get(node);
    }

    /** Whether the loss of a tie would part its ends. */
    public boolean isBridge(int tie) {
        return ties.get(tie);
    }

    /** The nodes whose loss would part others, ascending. */
    public IntStream articulationPoints() {
        return nodes.stream();
    }

    /** The ties whose loss would part their ends, ascending. */
    public IntStream bridges() {
        return ties.stream();
    }
}
