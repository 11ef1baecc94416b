package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.query.WeightedPaths.Length;
import org.manumit.graph.query.WeightedPaths.Way;

class WeightedPathsTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Arcs with direction, some of them twice, some loops. */
    static Digraph random(Random random, int nodes) {
        int arcs = random.nextInt(4 * nodes);
        int[] from = new int[arcs];
        int[] to = new int[arcs];
        double[] weights = new double[arcs];
        for (int i = 0; i < arcs; i++) {
            from[i] = random.nextInt(nodes);
            to[i] = random.nextInt(nodes);
            weights[i] = 1 + random.nextInt(5);
        }
        return Digraph.of(nodes, from, to, weights);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWaysAreTheShortestOfAllThereAre(int seed) {
        Random random = new Random(seed);
        int nodes = 3 + random.nextInt(5);
        Digraph graph = random(random, nodes);
        for (Length length : Length.values()) {
            List<Double> all = new ArrayList<>();
            walk(graph, length, new ArrayList<>(List.of(0)), nodes - 1, 0, all);
            all.sort(null);

            List<Way> found = WeightedPaths.in(graph, length).shortest(0, nodes - 1, 6);

            assertThat(found).hasSize(Math.min(6, all.size()));
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).length()).isCloseTo(all.get(i), within(1e-9));
                assertThat(found.get(i).nodes())
                        .doesNotHaveDuplicates()
                        .startsWith(0)
                        .endsWith(nodes - 1);
            }
            assertThat(found).extracting(Way::nodes).doesNotHaveDuplicates();
        }
    }

    private static void walk(Digraph graph, Length length, List<Integer> way, int to, double sum, List<Double> all) {
        int at = way.getLast();
        if (at == to) {
            all.add(sum);
            return;
        }
        for (int p = graph.start(at); p < graph.start(at + 1); p++) {
            if (!way.contains(graph.target(p))) {
                way.add(graph.target(p));
                walk(graph, length, way, to, sum + (length == Length.STEPS ? 1 : 1 / graph.weight(p)), all);
                way.removeLast();
            }
        }
    }

    @Test
    void manyCallsMakeADetourTheStrongerWay() {
        Digraph graph = Digraph.of(3, new int[] {0, 0, 1}, new int[] {2, 1, 2}, new double[] {1, 10, 10});

        assertThat(WeightedPaths.in(graph, Length.STEPS)
                        .shortest(0, 2)
                        .orElseThrow()
                        .nodes())
                .containsExactly(0, 2);
        assertThat(WeightedPaths.in(graph, Length.STRENGTH)
                        .shortest(0, 2)
                        .orElseThrow()
                        .nodes())
                .containsExactly(0, 1, 2);
        assertThat(WeightedPaths.in(graph, Length.STEPS).shortest(2, 0)).isEmpty();
    }

    @Test
    void callsBetweenTheSameTwoAddUpAndCallsToOneselfAreLeftOut() {
        Digraph graph = Digraph.of(2, new int[] {0, 0, 1, 0}, new int[] {1, 1, 1, 0}, new double[] {1, 2, 9, 9});

        assertThat(graph.arcCount()).isEqualTo(1);
        assertThat(graph.outStrength(0)).isEqualTo(3);
        assertThat(graph.inStrength(1)).isEqualTo(3);
        assertThat(graph.loops()).isEqualTo(2);
    }
}
