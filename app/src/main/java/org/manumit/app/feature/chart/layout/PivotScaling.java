package org.manumit.app.feature.chart.layout;

import java.util.Arrays;

/**
 * A first placement by classical scaling of the distances to a few pivots: Brandes and Pich, Eigensolver methods for
 * progressive multidimensional scaling of large data, Graph Drawing 2006, LNCS 4372, 42-53. It gets the large shape right
 * in O(pivots (entities + links)), so that forces need only tidy up. Deterministic.
 */
final class PivotScaling {

    private PivotScaling() {}

    /** Places the entities of one connected network about the origin, neighbours about {@code unit} apart. */
    static void place(Adjacency adjacency, double unit, double[] x, double[] y) {
        int n = adjacency.size();
        if (n == 1) {
            x[0] = 0;
            y[0] = 0;
            return;
        }
        int pivots = Math.min(n, 40);
        double[][] column = new double[pivots][n];
        int[] nearest = new int[n];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        int[] distance = new int[n];
        int pivot = 0;
        for (int i = 1; i < n; i++) {
            if (adjacency.degree(i) > adjacency.degree(pivot)) {
                pivot = i;
            }
        }
        for (int p = 0; p < pivots; p++) {
            adjacency.breadthFirst(pivot, distance);
            int farthest = 0;
            for (int i = 0; i < n; i++) {
                column[p][i] = (double) distance[i] * distance[i];
                nearest[i] = Math.min(nearest[i], distance[i]);
                if (nearest[i] > nearest[farthest]) {
                    farthest = i;
                }
            }
            pivot = farthest;
        }
        centre(column, n);
        double[][] gram = gram(column, n);
        double[] first = principal(gram, null);
        double[] second = principal(gram, first);
        for (int i = 0; i < n; i++) {
            double px = 0;
            double py = 0;
            for (int p = 0; p < pivots; p++) {
                px += column[p][i] * first[p];
                py += column[p][i] * second[p];
            }
            // A golden-angle offset parts entities with the same distances, such as the leaves of one hub.
            double angle = 2.399963229728653 * i;
            x[i] = px + 1e-3 * Math.cos(angle);
            y[i] = py + 1e-3 * Math.sin(angle);
        }
        scale(adjacency, unit, x, y);
    }

    private static void centre(double[][] column, int n) {
        int pivots = column.length;
        double[] rowMean = new double[n];
        double mean = 0;
        for (double[] values : column) {
            for (int i = 0; i < n; i++) {
                rowMean[i] += values[i] / pivots;
                mean += values[i] / pivots / n;
            }
        }
        for (double[] values : column) {
            double columnMean = Arrays.stream(values).average().orElse(0);
            for (int i = 0; i < n; i++) {
                values[i] = -0.5 * (values[i] - columnMean - rowMean[i] + mean);
            }
        }
    }

    private static double[][] gram(double[][] column, int n) {
        int pivots = column.length;
        double[][] gram = new double[pivots][pivots];
        for (int p = 0; p < pivots; p++) {
            for (int q = p; q < pivots; q++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += column[p][i] * column[q][i];
                }
                gram[p][q] = sum;
                gram[q][p] = sum;
            }
        }
        return gram;
    }

    /** The strongest direction, by power iteration, at a right angle to the one given. */
    private static double[] principal(double[][] gram, double @org.jspecify.annotations.Nullable [] except) {
        int size = gram.length;
        double[] vector = new double[size];
        for (int p = 0; p < size; p++) {
            vector[p] = Math.cos(1.7 * p) + (except == null ? 0.5 : -0.3 * p);
        }
        for (int round = 0; round < 60; round++) {
            double[] image = new double[size];
            for (int p = 0; p < size; p++) {
                for (int q = 0; q < size; q++) {
                    image[p] += gram[p][q] * vector[q];
                }
            }
            if (except != null) {
                double along = 0;
                for (int p = 0; p < size; p++) {
                    along += image[p] * except[p];
                }
                for (int p = 0; p < size; p++) {
                    image[p] -= along * except[p];
                }
            }
            double length = Math.sqrt(Arrays.stream(image).map(v -> v * v).sum());
            if (length < 1e-12) {
                return image;
            }
            for (int p = 0; p < size; p++) {
                vector[p] = image[p] / length;
            }
        }
        return vector;
    }

    private static void scale(Adjacency adjacency, double unit, double[] x, double[] y) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < adjacency.degree(i); k++) {
                int other = adjacency.neighbour(i, k);
                sum += Math.hypot(x[i] - x[other], y[i] - y[other]);
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double factor = mean > 1e-9 ? unit / mean : 1;
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
            y[i] *= factor;
            if (mean <= 1e-9) {
                x[i] = unit * Math.cos(2.399963 * i) * Math.sqrt(i);
                y[i] = unit * Math.sin(2.399963 * i) * Math.sqrt(i);
            }
        }
    }
}
