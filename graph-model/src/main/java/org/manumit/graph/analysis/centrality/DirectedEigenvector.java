package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.analysis.centrality.Eigenvector.Outcome;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

/**
 * Eigenvector centrality of ties with direction or weight (Bonacich 1972, Bonacich and Lloyd 2001): who is approached by
 * those who are themselves much approached. Scaled so that the largest is 1. Only a part in which everybody reaches
 * everybody has an eigenvector of its own; the part with the largest eigenvalue has it, whoever is approached from there
 * gets a figure from it, and all others have 0. Where no arc leads back, nobody has any.
 */
final class DirectedEigenvector {

    /** How far two parts' eigenvalues may lie apart, as a share, to count as one: above what rounding does. */
    private static final double SAME = 1e-9;

    private static final double PRECISION = 1e-14;
    private static final int MOST_ITERATIONS = 20_000;

    private final Digraph graph;
    private final Length length;
    private final Cancellation cancellation;
    private final int[] parts;
    private final double[] scores;
    private Outcome outcome = Outcome.SETTLED;

    /**
     * Reckons it; time O(arcs) an iteration.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    DirectedEigenvector(Digraph graph, Length length, Cancellation cancellation) {
        this.graph = graph;
        this.length = length;
        this.cancellation = cancellation;
        parts = graph.strongParts();
        scores = new double[graph.nodeCount()];
        reckon();
    }

    private double weight(int place) {
        return length == Length.STEPS ? 1 : graph.weight(place);
    }

    private void reckon() {
        int n = graph.nodeCount();
        int count = Arrays.stream(parts).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int part : parts) {
            sizes[part]++;
        }
        int[][] members = new int[count][];
        int[] local = new int[n];
        for (int c = 0; c < count; c++) {
            members[c] = new int[sizes[c]];
        }
        int[] filled = new int[count];
        for (int v = 0; v < n; v++) {
            local[v] = filled[parts[v]];
            members[parts[v]][filled[parts[v]]++] = v;
        }
        double[] values = new double[count];
        double[][] vectors = new double[count][];
        double largest = 0;
        for (int c = 0; c < count; c++) {
            if (sizes[c] > 1) {
                values[c] = ofPart(c, members[c], local, vectors);
                largest = Math.max(largest, values[c]);
            }
        }
        if (largest == 0) {
            return;
        }
        boolean[] leading = leading(values, largest);
        for (int c = 0; c < count; c++) {
            for (int i = 0; leading[c] && i < sizes[c]; i++) {
                scores[members[c][i]] = vectors[c][i];
            }
        }
        passOn(leading, largest);
        double most = Arrays.stream(scores).max().orElse(0);
        for (int v = 0; v < n; v++) {
            scores[v] /= most;
        }
    }

    /** The eigenvalue of a part in which everybody reaches everybody; its vector, the largest of which is 1, is kept. */
    private double ofPart(int part, int[] nodes, int[] local, double[][] vectors) {
        int[] offsets = new int[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) {
            offsets[i + 1] = offsets[i];
            for (int p = graph.start(nodes[i]); p < graph.start(nodes[i] + 1); p++) {
                offsets[i + 1] += parts[graph.target(p)] == part ? 1 : 0;
            }
        }
        int[] targets = new int[offsets[nodes.length]];
        double[] weights = new double[targets.length];
        int at = 0;
        for (int node : nodes) {
            for (int p = graph.start(node); p < graph.start(node + 1); p++) {
                if (parts[graph.target(p)] == part) {
                    targets[at] = local[graph.target(p)];
                    weights[at++] = weight(p);
                }
            }
        }
        if (isSymmetric(offsets, targets, weights)) {
            LargestEigenvector eigen = LargestEigenvector.of(offsets, targets, weights, cancellation);
            settle(eigen.outcome());
            vectors[part] = new double[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                vectors[part][i] = eigen.score(i);
            }
            return eigen.value();
        }
        return byPower(part, offsets, targets, weights, vectors);
    }

    private static boolean isSymmetric(int[] offsets, int[] targets, double[] weights) {
        for (int v = 0; v + 1 < offsets.length; v++) {
            for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                int back = Arrays.binarySearch(targets, offsets[targets[p]], offsets[targets[p] + 1], v);
                if (back < 0 || Math.abs(weights[back] - weights[p]) > PRECISION * weights[p]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By power iteration; a part of itself is added at each step, so that rounds of equal length do not swing for ever. */
    private double byPower(int part, int[] offsets, int[] targets, double[] weights, double[][] vectors) {
        int n = offsets.length - 1;
        double[] x = new double[n];
        Arrays.fill(x, 1);
        double shift = Arrays.stream(weights).sum() / n / 2;
        double value = 0;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            cancellation.check();
            double[] next = new double[n];
            for (int v = 0; v < n; v++) {
                for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                    next[targets[p]] += weights[p] * x[v];
                }
            }
            // between the least and the greatest quotient lies the eigenvalue (Collatz)
            double least = Double.POSITIVE_INFINITY;
            double greatest = 0;
            for (int v = 0; v < n; v++) {
                least = Math.min(least, next[v] / x[v]);
                greatest = Math.max(greatest, next[v] / x[v]);
                next[v] += shift * x[v];
            }
            double most = Arrays.stream(next).max().orElseThrow();
            for (int v = 0; v < n; v++) {
                x[v] = next[v] / most;
            }
            value = (least + greatest) / 2;
            if (greatest - least <= 4 * n * PRECISION * value) {
                vectors[part] = x;
                return value;
            }
        }
        vectors[part] = x;
        settle(Outcome.UNSETTLED);
        return value;
    }

    /**
     * The parts with the largest eigenvalue. Of two of them of which one approaches the other, the first vanishes beside the
     * second.
     */
    private boolean[] leading(double[] values, double largest) {
        boolean[] leading = new boolean[values.length];
        for (int c = 0; c < values.length; c++) {
            leading[c] = values[c] >= largest * (1 - SAME);
        }
        boolean[] before = leading.clone();
        for (int c = 0; c < values.length; c++) {
            if (before[c]) {
                for (int reached : reachedFrom(c)) {
                    leading[c] &= reached == c || !before[reached];
                }
            }
        }
        return leading;
    }

    private int[] reachedFrom(int part) {
        boolean[] seen = new boolean[parts.length];
        int[] open = new int[parts.length];
        int found = 0;
        for (int v = 0; v < parts.length; v++) {
            if (parts[v] == part) {
                seen[v] = true;
                open[found++] = v;
            }
        }
        for (int i = 0; i < found; i++) {
            for (int p = graph.start(open[i]); p < graph.start(open[i] + 1); p++) {
                int u = graph.target(p);
                if (!seen[u]) {
                    seen[u] = true;
                    open[found++] = u;
                }
            }
        }
        return Arrays.stream(open, 0, found).map(v -> parts[v]).distinct().toArray();
    }

    /** Whoever is approached from the leading parts gets what their figures leave, again and again. */
    private void passOn(boolean[] leading, double value) {
        int n = scores.length;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            cancellation.check();
            double[] next = new double[n];
            for (int v = 0; v < n; v++) {
                for (int p = graph.start(v); scores[v] > 0 && p < graph.start(v + 1); p++) {
                    next[graph.target(p)] += weight(p) * scores[v] / value;
                }
            }
            double change = 0;
            double most = 0;
            for (int v = 0; v < n; v++) {
                if (!leading[parts[v]]) {
                    change = Math.max(change, Math.abs(next[v] - scores[v]));
                    scores[v] = next[v];
                }
                most = Math.max(most, scores[v]);
            }
            if (change <= PRECISION * most) {
                return;
            }
        }
        settle(Outcome.UNSETTLED);
    }

    private void settle(Outcome next) {
        outcome = next == Outcome.UNSETTLED ? next : outcome;
    }

    /** A node's figure, from 0 to 1. */
    double score(int node) {
        return scores[node];
    }

    /** Whether the iterations settled. */
    Outcome outcome() {
        return outcome;
    }
}
