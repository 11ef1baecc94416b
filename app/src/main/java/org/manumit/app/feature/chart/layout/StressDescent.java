package org.manumit.app.feature.chart.layout;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Brings distances on the chart close to distances in the network: Zheng, Pawar and Goodman, Graph drawing by stochastic
 * gradient descent, IEEE TVCG 25(9), 2738-2748, 2019. Even link lengths and few surprises, at O(entities squared) a round,
 * so it is for networks an analyst can read, not for thousands. Deterministic: pairs are shuffled from a fixed seed.
 */
final class StressDescent {

    private static final int ROUNDS = 60;
    private static final double LAST_STEP = 0.02;

    private StressDescent() {}

    /**
     * Moves the entities of one connected network in place.
     *
     * @param unit the length of a link between two entities of few links
     */
    static void run(Adjacency adjacency, double unit, double[] x, double[] y, BitSet fixed, BooleanSupplier cancelled) {
        int n = adjacency.size();
        int pairs = n * (n - 1) / 2;
        int[] first = new int[pairs];
        int[] second = new int[pairs];
        double[] wanted = new double[pairs];
        double[][] distance = distances(adjacency, unit);
        double longest = 0;
        int p = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                first[p] = i;
                second[p] = j;
                wanted[p++] = distance[i][j];
                longest = Math.max(longest, distance[i][j]);
            }
        }
        SplittableRandom random = new SplittableRandom(20);
        double highest = longest * longest;
        double lowest = LAST_STEP * unit * unit;
        double decay = Math.log(highest / lowest) / (ROUNDS - 1);
        for (int round = 0; round < ROUNDS; round++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("layout cancelled");
            }
            double step = highest * Math.exp(-decay * round);
            for (int k = pairs - 1; k > 0; k--) {
                swap(first, second, wanted, k, random.nextInt(k + 1));
            }
            for (int k = 0; k < pairs; k++) {
                pull(first[k], second[k], wanted[k], step, x, y, fixed);
            }
        }
    }

    private static void pull(int i, int j, double wanted, double step, double[] x, double[] y, BitSet fixed) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-9) {
            dx = Math.cos(2.4 * i + j) * 1e-3;
            dy = Math.sin(2.4 * i + j) * 1e-3;
            length = 1e-3;
        }
        double share = Math.min(1, step / (wanted * wanted)) * (length - wanted) / (2 * length);
        if (!fixed.get(i)) {
            x[i] -= share * dx;
            y[i] -= share * dy;
        }
        if (!fixed.get(j)) {
            x[j] += share * dx;
            y[j] += share * dy;
        }
    }

    private static void swap(int[] first, int[] second, double[] wanted, int a, int b) {
        int i = first[a];
        first[a] = first[b];
        first[b] = i;
        int j = second[a];
        second[a] = second[b];
        second[b] = j;
        double w = wanted[a];
        wanted[a] = wanted[b];
        wanted[b] = w;
    }

    /** Shortest ways where a link at a well-connected entity is longer, so that its many neighbours find room about it. */
    private static double[][] distances(Adjacency adjacency, double unit) {
        int n = adjacency.size();
        double[][] distance = new double[n][n];
        for (int source = 0; source < n; source++) {
            double[] row = distance[source];
            java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
            row[source] = 0;
            var queue = new java.util.PriorityQueue<double[]>((a, b) -> Double.compare(a[0], b[0]));
            queue.add(new double[] {0, source});
            while (!queue.isEmpty()) {
                double[] head = queue.remove();
                int node = (int) head[1];
                if (head[0] > row[node]) {
                    continue;
                }
                for (int k = 0; k < adjacency.degree(node); k++) {
                    int other = adjacency.neighbour(node, k);
                    double reached = row[node] + unit * length(adjacency, node, other);
                    if (reached < row[other] - 1e-9) {
                        row[other] = reached;
                        queue.add(new double[] {reached, other});
                    }
                }
            }
        }
        return distance;
    }

    private static double length(Adjacency adjacency, int a, int b) {
        int larger = Math.max(adjacency.degree(a), adjacency.degree(b));
        int smaller = Math.min(adjacency.degree(a), adjacency.degree(b));
        double hub = 1 + 0.05 * Math.max(0, larger - 4);
        double bridge = smaller > 3 ? 0.25 : 0;
        return Math.min(2.4, hub + bridge);
    }
}
