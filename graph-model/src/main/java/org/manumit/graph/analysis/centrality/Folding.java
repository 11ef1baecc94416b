package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.query.CompactGraph;

/**
 * A graph whose hanging trees are folded into the nodes they hang from (the idea of Baglioni, Geraci, Pellegrini and
 * Lastres 2012; here written for weights on the nodes that remain). What is left, the core, keeps for every node how
 * many it stands for; everything that only concerns the trees is reckoned here, exactly. Core nodes are numbered in the
 * order of a search, so that neighbours lie near each other in memory.
 */
final class Folding {

    private final int n;
    private final int[] node;
    private final int[] anchor;
    private final double[] weight;
    private final int[] offsets;
    private final int[] targets;
    private final int[] tie;
    private final double[] treeScores;
    private final int[] foldedTie;
    private final double[] foldedTieScore;

    private Folding(
            int[] node,
            int[] anchor,
            double[] weight,
            int[] offsets,
            int[] targets,
            int[] tie,
            double[] treeScores,
            int[] foldedTie,
            double[] foldedTieScore) {
        n = node.length;
        this.node = node;
        this.anchor = anchor;
        this.weight = weight;
        this.offsets = offsets;
        this.targets = targets;
        this.tie = tie;
        this.treeScores = treeScores;
        this.foldedTie = foldedTie;
        this.foldedTieScore = foldedTieScore;
    }

    static Folding of(CompactGraph graph) {
        int all = graph.nodeCount();
        double[] componentSize = new double[all];
        Components components = Components.of(graph);
        for (int v = 0; v < all; v++) {
            componentSize[v] = components.size(components.component(v));
        }
        int[] degree = new int[all];
        double[] omega = new double[all];
        int[] parent = new int[all];
        int[] folded = new int[all];
        int[] foldedTie = new int[all];
        double[] foldedTieScore = new double[all];
        int count = 0;
        for (int v = 0; v < all; v++) {
            degree[v] = graph.degree(v);
            omega[v] = 1;
            parent[v] = -1;
            if (degree[v] == 1) {
                folded[count++] = v;
            }
        }
        double[] tree = new double[all];
        int last = 0;
        for (int i = 0; i < count; i++) {
            int leaf = folded[i];
            if (degree[leaf] == 0) {
                continue; // the other end of a last tie was folded into it
            }
            for (int p = graph.start(leaf); p < graph.start(leaf + 1); p++) {
                int v = graph.target(p);
                if (parent[v] < 0) {
                    parent[leaf] = v;
                    foldedTie[last] = graph.tie(p);
                    foldedTieScore[last++] = omega[leaf] * (componentSize[leaf] - omega[leaf]);
                    // pairs of what hangs here already and what is hung here now
                    tree[v] += omega[leaf] * (omega[v] - 1);
                    omega[v] += omega[leaf];
                    degree[leaf] = 0;
                    if (--degree[v] == 1) {
                        folded[count++] = v;
                    }
                    break;
                }
            }
        }
        for (int v = 0; v < all; v++) {
            tree[v] += (omega[v] - 1) * (componentSize[v] - omega[v]);
        }
        return core(graph, parent, omega, tree, Arrays.copyOf(foldedTie, last), Arrays.copyOf(foldedTieScore, last));
    }

    private static Folding core(
            CompactGraph graph, int[] parent, double[] omega, double[] tree, int[] foldedTie, double[] foldedTieScore) {
        int all = graph.nodeCount();
        int[] order = new int[all];
        int[] number = new int[all];
        Arrays.fill(number, -1);
        int size = 0;
        for (int root = 0; root < all; root++) {
            if (parent[root] >= 0 || number[root] >= 0) {
                continue;
            }
            number[root] = size;
            order[size] = root;
            int head = size++;
            for (; head < size; head++) {
                int v = order[head];
                for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                    int u = graph.target(p);
                    if (parent[u] < 0 && number[u] < 0) {
                        number[u] = size;
                        order[size++] = u;
                    }
                }
            }
        }
        int[] offsets = new int[size + 1];
        for (int c = 0; c < size; c++) {
            int inside = 0;
            for (int p = graph.start(order[c]); p < graph.start(order[c] + 1); p++) {
                inside += parent[graph.target(p)] < 0 ? 1 : 0;
            }
            offsets[c + 1] = offsets[c] + inside;
        }
        int[] targets = new int[offsets[size]];
        int[] ties = new int[offsets[size]];
        double[] weight = new double[size];
        int at = 0;
        for (int c = 0; c < size; c++) {
            weight[c] = omega[order[c]];
            for (int p = graph.start(order[c]); p < graph.start(order[c] + 1); p++) {
                if (parent[graph.target(p)] < 0) {
                    targets[at] = number[graph.target(p)];
                    ties[at++] = graph.tie(p);
                }
            }
        }
        int[] anchor = new int[all];
        for (int v = 0; v < all; v++) {
            int root = v;
            while (parent[root] >= 0) {
                root = parent[root];
            }
            // shorten the way for the others of a long branch
            for (int u = v; parent[u] >= 0 && parent[u] != root; ) {
                int up = parent[u];
                parent[u] = root;
                u = up;
            }
            anchor[v] = number[root];
        }
        return new Folding(
                Arrays.copyOf(order, size), anchor, weight, offsets, targets, ties, tree, foldedTie, foldedTieScore);
    }

    int coreSize() {
        return n;
    }

    int placeCount() {
        return targets.length;
    }

    /** The node of the whole graph that a core node is. */
    int node(int core) {
        return node[core];
    }

    /** The core node that a node of the whole graph is, or hangs from. */
    int anchor(int whole) {
        return anchor[whole];
    }

    /** How many nodes a core node stands for, itself among them. */
    double weight(int core) {
        return weight[core];
    }

    double[] weights() {
        return weight;
    }

    int[] offsets() {
        return offsets;
    }

    int[] targets() {
        return targets;
    }

    /** The tie of the whole graph at a place of the core. */
    int tie(int place) {
        return tie[place];
    }

    /** Betweenness from pairs of which at least one hangs from the node in question. */
    double[] treeScores() {
        return treeScores.clone();
    }

    /** Sets the betweenness of the ties that were folded away. */
    void treeTieScores(double[] into) {
        for (int i = 0; i < foldedTie.length; i++) {
            into[foldedTie[i]] = foldedTieScore[i];
        }
    }
}
