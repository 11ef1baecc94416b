package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.BitSet;
import org.manumit.graph.query.Digraph;

/**
 * Through whom every way from a root leads to the others of its strong part (Lengauer and Tarjan 1979, simple form,
 * with paths compressed without recursion). One object serves one part after the other. Inside, nodes go by the number
 * in which a search from the root comes to them.
 */
final class Dominators {

    private static final int NONE = -1;

    private final Digraph graph;
    private final Digraph against;
    private final int[] parts;
    private final int[] number;
    private final int[] order;
    private final int[] parent;
    private final int[] semi;
    private final int[] label;
    private final int[] ancestor;
    private final int[] dominator;
    private final int[] firstWaiting;
    private final int[] nextWaiting;
    private final int[] stack;
    private final int[] place;
    private final int[] begin;
    private final int[] below;
    private int found;

    /**
     * For the parts of a graph.
     *
     * @param against the graph turned round
     * @param parts the strong part of each node
     */
    Dominators(Digraph graph, Digraph against, int[] parts) {
        int n = graph.nodeCount();
        this.graph = graph;
        this.against = against;
        this.parts = parts;
        number = new int[n];
        order = new int[n];
        parent = new int[n];
        semi = new int[n];
        label = new int[n];
        ancestor = new int[n];
        dominator = new int[n];
        firstWaiting = new int[n];
        nextWaiting = new int[n];
        stack = new int[n];
        place = new int[n];
        begin = new int[n];
        below = new int[n];
        Arrays.fill(number, NONE);
    }

    /** Finds the dominators of the part of a node, from that node. */
    void from(int root) {
        search(root);
        for (int i = 0; i < found; i++) {
            semi[i] = i;
            label[i] = i;
            ancestor[i] = NONE;
            firstWaiting[i] = NONE;
        }
        dominator[0] = 0;
        for (int i = found - 1; i > 0; i--) {
            int w = order[i];
            for (int p = against.start(w); p < against.start(w + 1); p++) {
                if (parts[against.target(p)] == parts[w]) {
                    semi[i] = Math.min(semi[i], semi[least(number[against.target(p)])]);
                }
            }
            nextWaiting[i] = firstWaiting[semi[i]];
            firstWaiting[semi[i]] = i;
            int up = parent[i];
            ancestor[i] = up;
            for (int v = firstWaiting[up]; v != NONE; v = nextWaiting[v]) {
                int u = least(v);
                dominator[v] = semi[u] < semi[v] ? u : up;
            }
            firstWaiting[up] = NONE;
        }
        for (int i = 1; i < found; i++) {
            if (dominator[i] != semi[i]) {
                dominator[i] = dominator[dominator[i]];
            }
        }
        layOut();
    }

    private void search(int root) {
        found = 0;
        int depth = 0;
        stack[0] = root;
        enter(root, 0);
        while (depth >= 0) {
            int v = stack[depth];
            if (place[v] < graph.start(v + 1)) {
                int u = graph.target(place[v]++);
                if (parts[u] == parts[root] && number[u] == NONE) {
                    enter(u, number[v]);
                    stack[++depth] = u;
                }
            } else {
                depth--;
            }
        }
    }

    private void enter(int node, int from) {
        number[node] = found;
        order[found] = node;
        parent[found++] = from;
        place[node] = graph.start(node);
    }

    /** Of those between a node and the top of its tree, the one with the least semidominator. */
    private int least(int node) {
        if (ancestor[node] == NONE) {
            return node;
        }
        int depth = 0;
        for (int v = node; ancestor[ancestor[v]] != NONE; v = ancestor[v]) {
            stack[depth++] = v;
        }
        while (depth > 0) {
            int v = stack[--depth];
            int up = ancestor[v];
            if (semi[label[up]] < semi[label[v]]) {
                label[v] = label[up];
            }
            ancestor[v] = ancestor[up];
        }
        return label[node];
    }

    /** Lays the tree of dominators out in a row, in which everybody whom a node dominates follows it. */
    private void layOut() {
        Arrays.fill(below, 0, found, 1);
        for (int i = found - 1; i > 0; i--) {
            below[dominator[i]] += below[i];
        }
        int[] next = place; // done with as places; one array less
        begin[0] = 0;
        next[0] = 1;
        for (int i = 1; i < found; i++) {
            begin[i] = next[dominator[i]];
            next[dominator[i]] += below[i];
            next[i] = begin[i] + 1;
        }
    }

    private boolean dominates(int one, int other) {
        return begin[one] <= begin[other] && begin[other] < begin[one] + below[one];
    }

    /** Adds those, the root left out, through whom every way from the root to somebody leads. */
    void addNodes(BitSet nodes) {
        for (int i = 1; i < found; i++) {
            if (dominator[i] > 0) {
                nodes.set(order[dominator[i]]);
            }
        }
    }

    /** Takes an arc. */
    interface Arcs {
        void add(int from, int to);
    }

    /**
     * Adds the arcs over which every way from the root to somebody leads: those from whoever dominates a node at once,
     * where whoever else has an arc to the node is dominated by it.
     */
    void addArcs(Arcs arcs) {
        for (int i = 1; i < found; i++) {
            int v = order[i];
            boolean arc = false;
            boolean around = false;
            for (int p = against.start(v); p < against.start(v + 1); p++) {
                int u = against.target(p);
                if (parts[u] == parts[v]) {
                    boolean here = number[u] == dominator[i];
                    arc |= here;
                    around |= !here && !dominates(i, number[u]);
                }
            }
            if (arc && !around) {
                arcs.add(order[dominator[i]], v);
            }
        }
    }

    /** The first that the search from the root came to. */
    int first() {
        return order[1];
    }

    /** Whether a node reaches all others of the part without its root. */
    boolean reachesAllWithoutRoot(int node) {
        BitSet seen = new BitSet(found);
        seen.set(0);
        seen.set(number[node]);
        stack[0] = node;
        int depth = 0;
        while (depth >= 0) {
            int v = stack[depth--];
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (parts[u] == parts[node] && !seen.get(number[u])) {
                    seen.set(number[u]);
                    stack[++depth] = u;
                }
            }
        }
        return seen.cardinality() == found;
    }
}
