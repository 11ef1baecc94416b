package org.manumit.graph.analysis.centrality;

import org.manumit.graph.query.CompactGraph;

/**
 * How deep in the densest part of a graph every node lies: the largest k such that it belongs to a part in which
 * everybody is tied to at least k others of it (Seidman 1983; Batagelj and Zaversnik 2003). Time O(nodes + ties).
 */
public final class Cores {

    private Cores() {}

    /** Every node's core number. */
    public static int[] of(CompactGraph graph) {
        int n = graph.nodeCount();
        int[] degree = new int[n];
        int largest = 0;
        for (int v = 0; v < n; v++) {
            degree[v] = graph.degree(v);
            largest = Math.max(largest, degree[v]);
        }
        int[] begin = new int[largest + 2];
        for (int v = 0; v < n; v++) {
            begin[degree[v] + 1]++;
        }
        for (int d = 0; d <= largest; d++) {
            begin[d + 1] += begin[d];
        }
        int[] sorted = new int[n];
        int[] position = new int[n];
        int[] next = begin.clone();
        for (int v = 0; v < n; v++) {
            position[v] = next[degree[v]]++;
            sorted[position[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int v = sorted[i];
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (degree[u] > degree[v]) {
                    // moves u to the front of its degree, which then begins one later
                    int front = begin[degree[u]];
                    int first = sorted[front];
                    if (first != u) {
                        sorted[position[u]] = first;
                        position[first] = position[u];
                        sorted[front] = u;
                        position[u] = front;
                    }
                    begin[degree[u]]++;
                    degree[u]--;
                }
            }
        }
        return degree;
    }
}
