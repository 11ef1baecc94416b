package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

class DirectedCoresTest {

    private static final double EXACT = 1e-9;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static Digraph random(int seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(30);
        return SampleArcs.random(nodes, random.nextInt(8 * nodes), random).graph();
    }

    /** For every k that matters takes away who has less than that left, until all have enough. */
    private static double[] slowly(Digraph graph, Length length, boolean inward) {
        int n = graph.nodeCount();
        double[] core = new double[n];
        double most = IntStream.range(0, n)
                .mapToDouble(v -> Math.max(graph.inStrength(v), graph.outStrength(v)))
                .max()
                .orElse(0);
        for (int k = 1; k <= most; k++) {
            BitSet left = new BitSet();
            left.set(0, n);
            boolean changed = true;
            while (changed) {
                double[] has = new double[n];
                for (int v = 0; v < n; v++) {
                    for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                        int u = graph.target(p);
                        if (left.get(v) && left.get(u)) {
                            has[inward ? u : v] += length == Length.STEPS ? 1 : graph.weight(p);
                        }
                    }
                }
                int before = left.cardinality();
                for (int v = 0; v < n; v++) {
                    if (has[v] < k) {
                        left.clear(v);
                    }
                }
                changed = left.cardinality() < before;
            }
            int reached = k;
            left.stream().forEach(v -> core[v] = reached);
        }
        return core;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coresAreThoseThatTakingAwayLeaves(int seed) {
        Digraph graph = random(seed);
        for (Length length : Length.values()) {
            DirectedCores cores = DirectedCores.of(graph, length);
            double[] inward = slowly(graph, length, true);
            double[] outward = slowly(graph, length, false);
            for (int v = 0; v < graph.nodeCount(); v++) {
                assertThat(cores.inward(v)).isCloseTo(inward[v], within(EXACT));
                assertThat(cores.outward(v)).isCloseTo(outward[v], within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arcsBothWaysGiveTheCoresOfTies(int seed) {
        CompactGraph graph = SampleGraphs.random(20, 15 + 2 * seed, seed);
        int[] plain = Cores.of(graph);
        DirectedCores cores = DirectedCores.of(Digraph.bothWays(graph), Length.STEPS);
        for (int v = 0; v < graph.nodeCount(); v++) {
            assertThat(cores.inward(v)).isEqualTo(plain[v]);
            assertThat(cores.outward(v)).isEqualTo(plain[v]);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherNumbersForTheNodesChangeNothing(int seed) {
        SampleArcs arcs = SampleArcs.random(seed);
        int[] names = arcs.reversedNames();
        DirectedCores one = DirectedCores.of(arcs.graph(), Length.STRENGTH);
        DirectedCores other = DirectedCores.of(arcs.relabelled(names).graph(), Length.STRENGTH);
        for (int v = 0; v < arcs.nodes(); v++) {
            assertThat(other.inward(names[v])).isEqualTo(one.inward(v));
            assertThat(other.outward(names[v])).isEqualTo(one.outward(v));
        }
    }

    @Test
    void whoIsOnlyApproachedStandsDeepInwardAndNotOutward() {
        // 0, 1 and 2 call each other, and all call 3
        Digraph graph = SampleArcs.of(4, 0, 1, 1, 0, 1, 2, 2, 1, 0, 2, 2, 0, 0, 3, 1, 3, 2, 3)
                .graph();

        DirectedCores cores = DirectedCores.of(graph, Length.STEPS);

        assertThat(IntStream.range(0, 4).mapToDouble(cores::inward)).containsExactly(2.0, 2.0, 2.0, 2.0);
        assertThat(IntStream.range(0, 4).mapToDouble(cores::outward)).containsExactly(2.0, 2.0, 2.0, 0.0);
    }
}
