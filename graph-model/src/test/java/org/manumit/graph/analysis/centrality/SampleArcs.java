package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.manumit.graph.query.Digraph;

/** Arcs to measure, as they may be said: twice, in any order, from somebody to himself. */
final class SampleArcs {
    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    SampleArcs(int nodes, int[] from, int[] to, double[] weights) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.weights = weights;
    }

    /** Arcs of weight 1, written as pairs of numbers. */
    static SampleArcs of(int nodes, int... ends) {
        double[] ones = new double[ends.length / 2];
        Arrays.fill(ones, 1);
        return new SampleArcs(
                nodes,
                IntStream.range(0, ones.length).map(i -> ends[2 * i]).toArray(),
                IntStream.range(0, ones.length).map(i -> ends[2 * i + 1]).toArray(),
                ones);
    }

    /** Several parts, arcs both ways, arcs that stand twice, loops; one over a weight adds up without rounding. */
    static SampleArcs random(int seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(9);
        return random(nodes, random.nextInt(3 * nodes), random);
    }

    static SampleArcs random(int nodes, int arcs, Random random) {
        int[] from = IntStream.range(0, arcs).map(i -> random.nextInt(nodes)).toArray();
        int[] to = IntStream.range(0, arcs).map(i -> random.nextInt(nodes)).toArray();
        double[] weights = IntStream.range(0, arcs)
                .mapToDouble(i -> 1 << random.nextInt(3))
                .toArray();
        return new SampleArcs(nodes, from, to, weights);
    }

    int nodes() {
        return nodes;
    }

    Digraph graph() {
        return Digraph.of(nodes, from, to, weights);
    }

    /** The same with arcs both ways. */
    SampleArcs bothWays() {
        int[] ends = Arrays.copyOf(from, 2 * from.length);
        int[] others = Arrays.copyOf(to, 2 * to.length);
        double[] twice = Arrays.copyOf(weights, 2 * weights.length);
        System.arraycopy(to, 0, ends, from.length, to.length);
        System.arraycopy(from, 0, others, to.length, from.length);
        System.arraycopy(weights, 0, twice, weights.length, weights.length);
        return new SampleArcs(nodes, ends, others, twice);
    }

    /** The same nodes under other numbers. */
    SampleArcs relabelled(int[] names) {
        return new SampleArcs(
                nodes,
                Arrays.stream(from).map(v -> names[v]).toArray(),
                Arrays.stream(to).map(v -> names[v]).toArray(),
                weights);
    }

    /** The numbers of the nodes the other way round. */
    int[] reversedNames() {
        return IntStream.range(0, nodes).map(v -> nodes - 1 - v).toArray();
    }
}
