package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

/**
 * Eigenvector centrality (Bonacich 1972): who is tied to those who are themselves well tied. Scaled so that the largest
 * is 1; in a graph of several parts only the one with the largest eigenvalue has any. Power iteration on ties plus
 * identity, which also settles on graphs with two sides, refined by Rayleigh quotients; time O(ties) an iteration.
 */
public final class Eigenvector {

    private static final int MOST_ITERATIONS = 20_000;
    private static final double PRECISION = 1e-13;

    private final double[] scores;
    private final Outcome outcome;

    /** Whether the iteration settled. */
    public enum Outcome {
        SETTLED,
        /** The best figures after the most iterations allowed. */
        UNSETTLED
    }

    private Eigenvector(double[] scores, Outcome outcome) {
        this.scores = scores;
        this.outcome = outcome;
    }

    /** Reckons it. */
    public static Eigenvector of(CompactGraph graph) {
        return of(graph, Cancellation.NEVER);
    }

    /**
     * Reckons it.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Eigenvector of(CompactGraph graph, Cancellation cancellation) {
        int n = graph.nodeCount();
        if (graph.tieCount() == 0) {
            return new Eigenvector(new double[n], Outcome.SETTLED);
        }
        int[] offsets = graph.offsetsCopy();
        int[] targets = graph.targetsCopy();
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = graph.degree(v);
        }
        normalise(x);
        double[] y = new double[n];
        Outcome outcome = Outcome.UNSETTLED;
        for (int i = 0; i < MOST_ITERATIONS && outcome == Outcome.UNSETTLED; i++) {
            if ((i & 15) == 0) {
                cancellation.check();
            }
            double rayleigh = 0;
            for (int v = 0; v < n; v++) {
                double sum = x[v];
                for (int p = offsets[v], end = offsets[v + 1]; p < end; p++) {
                    sum += x[targets[p]];
                }
                y[v] = sum;
                rayleigh += sum * x[v];
            }
            double residual = 0;
            for (int v = 0; v < n; v++) {
                residual = Math.max(residual, Math.abs(y[v] - rayleigh * x[v]));
            }
            if (residual <= PRECISION * rayleigh) {
                outcome = Outcome.SETTLED;
            }
            double[] swap = x;
            x = y;
            y = swap;
            normalise(x);
        }
        double largest = Arrays.stream(x).max().orElse(1);
        for (int v = 0; v < n; v++) {
            x[v] = x[v] / largest < 1e-12 ? 0 : x[v] / largest;
        }
        return new Eigenvector(x, outcome);
    }

    private static void normalise(double[] x) {
        double squares = 0;
        for (double value : x) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        for (int v = 0; v < x.length; v++) {
            x[v] /= length;
        }
    }

    /** A node's figure, from 0 to 1. */
    public double score(int node) {
        return scores[node];
    }

    /** All nodes' figures. */
    public double[] scores() {
        return scores.clone();
    }

    /** Whether the iteration settled. */
    public Outcome outcome() {
        return outcome;
    }
}
