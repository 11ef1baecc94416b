package org.manumit.graph.query;

import java.util.Arrays;

/**
 * An undirected graph without loops and parallel ties, packed into arrays: nodes are 0 to {@code nodeCount - 1}, each
 * tie stands once under either end, neighbours ascending. Immutable; safe for use from several threads; 12 bytes a node
 * and tie end.
 */
public final class CompactGraph {

    private final int[] offsets;
    private final int[] targets;
    private final int[] ties;
    private final int tieCount;

    private CompactGraph(int[] offsets, int[] targets, int[] ties, int tieCount) {
        this.offsets = offsets;
        this.targets = targets;
        this.ties = ties;
        this.tieCount = tieCount;
    }

    /**
     * A graph of the ties {@code one[i]} to {@code other[i]}, tie {@code i} keeping its number.
     *
     * @throws IllegalArgumentException when a tie is a loop or stands twice
     */
    public static CompactGraph of(int nodeCount, int[] one, int[] other) {
        int tieCount = one.length;
        if (other.length != tieCount) {
            throw new IllegalArgumentException("ends do not match: " + one.length + " and " + other.length);
        }
        // counting sort by the far end, then by the near end, leaves every node's neighbours ascending
        int[] byFar = new int[nodeCount + 1];
        for (int i = 0; i < tieCount; i++) {
            byFar[one[i] + 1]++;
            byFar[other[i] + 1]++;
        }
        for (int v = 0; v < nodeCount; v++) {
            byFar[v + 1] += byFar[v];
        }
        int[] offsets = byFar.clone();
        int[] near = new int[2 * tieCount];
        int[] tie = new int[2 * tieCount];
        int[] next = Arrays.copyOf(byFar, nodeCount);
        for (int i = 0; i < tieCount; i++) {
            int a = next[other[i]]++;
            near[a] = one[i];
            tie[a] = i;
            int b = next[one[i]]++;
            near[b] = other[i];
            tie[b] = i;
        }
        int[] targets = new int[2 * tieCount];
        int[] ties = new int[2 * tieCount];
        System.arraycopy(offsets, 0, next, 0, nodeCount);
        for (int far = 0; far < nodeCount; far++) {
            for (int s = offsets[far]; s < offsets[far + 1]; s++) {
                int at = next[near[s]]++;
                targets[at] = far;
                ties[at] = tie[s];
            }
        }
        for (int v = 0; v < nodeCount; v++) {
            for (int s = offsets[v]; s < offsets[v + 1]; s++) {
                if (targets[s] == v) {
                    throw new IllegalArgumentException("node " + v + " is tied to itself");
                }
                if (s > offsets[v] && targets[s] == targets[s - 1]) {
                    throw new IllegalArgumentException("nodes " + v + " and " + targets[s] + " are tied twice");
                }
            }
        }
        return new CompactGraph(offsets, targets, ties, tieCount);
    }

    /** How many nodes. */
    public int nodeCount() {
        return offsets.length - 1;
    }

    /** How many ties, each counted once. */
    public int tieCount() {
        return tieCount;
    }

    /** How many others a node is tied to. */
    public int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /** The first place of a node's neighbours; they end before {@code start(node + 1)}. */
    public int start(int node) {
        return offsets[node];
    }

    /** The neighbour at a place. */
    public int target(int place) {
        return targets[place];
    }

    /** The number of the tie at a place. */
    public int tie(int place) {
        return ties[place];
    }

    /** Where two nodes' tie stands under the first, or a negative number when they are not tied. */
    public int place(int one, int other) {
        return Arrays.binarySearch(targets, offsets[one], offsets[one + 1], other);
    }

    /** A copy of the places at which the nodes' neighbours start, for kernels that run over them. */
    public int[] offsetsCopy() {
        return offsets.clone();
    }

    /** A copy of all neighbours in the order of their places. */
    public int[] targetsCopy() {
        return targets.clone();
    }
}
