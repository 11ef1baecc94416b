package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.job.Cancellation;

/**
 * The largest eigenvalue of one connected part and its vector, by Lanczos' method (1950), begun anew from its best vector
 * every {@value #STEPS} steps with all directions kept at right angles; time O(ties + {@value #STEPS} nodes) a step.
 * Where the two largest eigenvalues lie close together it needs some tens of rounds, which plain power iteration would
 * need thousands of steps for. A connected part has one such vector only, and no figure of it is negative (Perron and
 * Frobenius).
 */
final class LargestEigenvector {

    private static final int STEPS = 24;
    private static final int MOST_ROUNDS = 200;
    private static final double PRECISION = 1e-13;

    private final double[] vector;
    private final double value;
    private final Eigenvector.Outcome outcome;

    private LargestEigenvector(double[] vector, double value, Eigenvector.Outcome outcome) {
        this.vector = vector;
        this.value = value;
        this.outcome = outcome;
    }

    /** Reckons it for a connected graph of at least one tie, all of the same weight. */
    static LargestEigenvector of(int[] offsets, int[] targets, Cancellation cancellation) {
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1);
        return of(offsets, targets, weights, cancellation);
    }

    /**
     * Reckons it for a connected graph of at least one tie.
     *
     * @param offsets where each node's neighbours begin, and behind the last one the end
     * @param targets the neighbours
     * @param weights how strong the tie to each is, above 0 and the same from both ends
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    static LargestEigenvector of(int[] offsets, int[] targets, double[] weights, Cancellation cancellation) {
        int n = offsets.length - 1;
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                x[v] += weights[p];
            }
        }
        normalise(x);
        double[] y = new double[n];
        Eigenvector.Outcome outcome = Eigenvector.Outcome.UNSETTLED;
        double value = 0;
        double[][] basis = new double[Math.min(STEPS, n)][n];
        for (int round = 0; round < MOST_ROUNDS && outcome == Eigenvector.Outcome.UNSETTLED; round++) {
            int size = 0;
            double[] diagonal = new double[basis.length];
            double[] beside = new double[basis.length];
            System.arraycopy(x, 0, basis[0], 0, n);
            while (true) {
                cancellation.check();
                double[] direction = basis[size];
                times(offsets, targets, weights, direction, y);
                if (size == 0) {
                    value = dot(y, x);
                    double residual = 0;
                    for (int v = 0; v < n; v++) {
                        residual = Math.max(residual, Math.abs(y[v] - value * x[v]));
                    }
                    if (residual <= PRECISION * value) {
                        outcome = Eigenvector.Outcome.SETTLED;
                        break;
                    }
                }
                diagonal[size] = dot(y, direction);
                size++;
                // twice, because once leaves rounding errors that grow
                for (int pass = 0; pass < 2; pass++) {
                    for (int k = 0; k < size; k++) {
                        subtract(y, dot(y, basis[k]), basis[k]);
                    }
                }
                double length = Math.sqrt(dot(y, y));
                if (size == basis.length || length < 1e-14 * value) {
                    break;
                }
                beside[size - 1] = length;
                double[] next = basis[size];
                for (int v = 0; v < n; v++) {
                    next[v] = y[v] / length;
                }
            }
            if (outcome == Eigenvector.Outcome.UNSETTLED) {
                double[] mix = largestVector(diagonal, beside, size);
                Arrays.fill(x, 0);
                for (int k = 0; k < size; k++) {
                    subtract(x, -mix[k], basis[k]);
                }
                normalise(x);
            }
        }
        double largest = 0;
        for (double figure : x) {
            largest = Math.abs(figure) > Math.abs(largest) ? figure : largest;
        }
        for (int v = 0; v < n; v++) {
            x[v] = x[v] / largest < 1e-12 ? 0 : x[v] / largest;
        }
        return new LargestEigenvector(x, value, outcome);
    }

    private static void times(int[] offsets, int[] targets, double[] weights, double[] x, double[] into) {
        for (int v = 0; v < into.length; v++) {
            double sum = 0;
            for (int p = offsets[v], end = offsets[v + 1]; p < end; p++) {
                sum += weights[p] * x[targets[p]];
            }
            into[v] = sum;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int v = 0; v < a.length; v++) {
            sum += a[v] * b[v];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int v = 0; v < from.length; v++) {
            from[v] -= factor * what[v];
        }
    }

    /** The eigenvector of the largest eigenvalue of a small tridiagonal matrix, by Jacobi's rotations. */
    private static double[] largestVector(double[] diagonal, double[] beside, int size) {
        double[][] a = new double[size][size];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i][i] = diagonal[i];
            vectors[i][i] = 1;
            if (i + 1 < size) {
                a[i][i + 1] = a[i + 1][i] = beside[i];
            }
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    off += Math.abs(a[p][q]);
                    rotate(a, vectors, p, q);
                }
            }
            if (off == 0) {
                break;
            }
        }
        int largest = 0;
        for (int i = 1; i < size; i++) {
            if (a[i][i] > a[largest][largest]) {
                largest = i;
            }
        }
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = vectors[i][largest];
        }
        return vector;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) < 1e-300) {
            a[p][q] = a[q][p] = 0;
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
        for (double[] row : vectors) {
            double kp = row[p];
            double kq = row[q];
            row[p] = c * kp - s * kq;
            row[q] = s * kp + c * kq;
        }
        a[p][q] = a[q][p] = 0;
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

    /** A node's figure in the vector, whose largest is 1. */
    double score(int node) {
        return vector[node];
    }

    /** The eigenvalue. */
    double value() {
        return value;
    }

    /** Whether the iteration settled. */
    Eigenvector.Outcome outcome() {
        return outcome;
    }
}
