package org.manumit.app.feature.chart.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One entity in the middle, its neighbours on a ring, theirs on the next. Each entity is given an angle in proportion to
 * how many stand behind it in the breadth-first tree (Eades, Drawing free trees, 1992; Yee et al., Animated exploration of
 * dynamic graphs with radial layout, InfoVis 2001), and rings are as wide as their entities need. Networks the middle is
 * not part of stand below. O(entities log entities + links).
 */
public final class RadialLayout {

    private static final double RING = 150;
    private static final double GAP = 18;

    /**
     * Places all entities; fixed ones keep their places.
     *
     * @param centre number of the entity in the middle
     */
    public LayoutResult arrange(LayoutProblem problem, int centre, BooleanSupplier cancelled) {
        int n = problem.nodeCount();
        Adjacency adjacency = problem.adjacency();
        int[] distance = new int[n];
        int[] order = adjacency.breadthFirst(centre, distance);
        int[] parent = new int[n];
        Arrays.fill(parent, -1);
        List<List<Integer>> children = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            children.add(new ArrayList<>());
        }
        for (int node : order) {
            for (int k = 0; k < adjacency.degree(node); k++) {
                int other = adjacency.neighbour(node, k);
                if (distance[other] == distance[node] + 1 && parent[other] < 0 && other != centre) {
                    parent[other] = node;
                    children.get(node).add(other);
                }
            }
        }
        double[] share = new double[n];
        for (int k = order.length - 1; k >= 0; k--) {
            int node = order[k];
            double own = 2 * problem.halfWidth()[node] + GAP;
            double behind = children.get(node).stream()
                    .mapToDouble(child -> share[child] * 0.8)
                    .sum();
            share[node] = Math.max(own, behind);
        }
        double[] ring = rings(problem, order, distance);
        double[] x = problem.x().clone();
        double[] y = problem.y().clone();
        BitSet done = new BitSet(n);
        x[centre] = 0;
        y[centre] = 0;
        double[] begin = new double[n];
        double[] extent = new double[n];
        begin[centre] = -Math.PI / 2;
        extent[centre] = 2 * Math.PI;
        for (int node : order) {
            done.set(node);
            List<Integer> below = children.get(node);
            below.sort(
                    Comparator.comparingDouble((Integer child) -> -share[child]).thenComparingInt(child -> child));
            double total = below.stream().mapToDouble(child -> share[child]).sum();
            double angle = begin[node];
            for (int child : interleaved(below)) {
                begin[child] = angle;
                extent[child] = extent[node] * share[child] / total;
                angle += extent[child];
                double middle = begin[child] + extent[child] / 2;
                x[child] = ring[distance[child]] * Math.cos(middle);
                y[child] = ring[distance[child]] * Math.sin(middle);
            }
        }
        if (problem.isPlaced(centre) && problem.fixed().get(centre)) {
            for (int node : order) {
                x[node] += problem.x()[centre];
                y[node] += problem.y()[centre];
            }
        }
        BitSet fixed = (BitSet) problem.fixed().clone();
        for (int i = fixed.nextSetBit(0); i >= 0; i = fixed.nextSetBit(i + 1)) {
            x[i] = problem.x()[i];
            y[i] = problem.y()[i];
        }
        BitSet middleStays = (BitSet) fixed.clone();
        middleStays.set(centre);
        LayoutProblem rest = problem.with(x, y, middleStays);
        if (order.length < n) {
            BitSet placed = (BitSet) fixed.clone();
            placed.or(done);
            LayoutResult others = new ForceLayout().arrange(problem.with(x, y, placed), cancelled, (px, py) -> {});
            x = others.x().clone();
            y = others.y().clone();
        }
        new OverlapRemoval(rest, GAP / 2).run(x, y, middleStays, cancelled);
        return new LayoutResult(x, y, List.of());
    }

    /** Radius of each ring: a step beyond the last, or more where its entities need more. */
    private static double[] rings(LayoutProblem problem, int[] order, int[] distance) {
        int last = distance[order[order.length - 1]];
        double[] need = new double[last + 1];
        for (int node : order) {
            need[distance[node]] += 2 * problem.halfWidth()[node] * 0.7 + GAP;
        }
        double[] ring = new double[last + 1];
        for (int r = 1; r <= last; r++) {
            ring[r] = Math.max(ring[r - 1] + RING, need[r] / (2 * Math.PI));
        }
        return ring;
    }

    /** Large and small in turn, so that the heavy branches do not all fall on one side. */
    private static List<Integer> interleaved(List<Integer> sorted) {
        List<Integer> result = new ArrayList<>(sorted.size());
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            result.add(sorted.get(low++));
            if (low <= high) {
                result.add(sorted.get(high--));
            }
        }
        return result;
    }
}
