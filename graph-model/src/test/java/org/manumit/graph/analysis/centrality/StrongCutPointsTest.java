package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.analysis.centrality.StrongCutPoints.Arc;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.Digraph;

class StrongCutPointsTest {

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    private static SampleArcs random(int seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(25);
        return SampleArcs.random(nodes, random.nextInt(4 * nodes), random);
    }

    private static boolean[][] arcs(Digraph graph) {
        boolean[][] arcs = new boolean[graph.nodeCount()][graph.nodeCount()];
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                arcs[v][graph.target(p)] = true;
            }
        }
        return arcs;
    }

    /** Who reaches whom, by Warshall's way, with somebody left out ({@code -1}: nobody). */
    private static boolean[][] reaching(boolean[][] arcs, int without) {
        int n = arcs.length;
        boolean[][] reach = new boolean[n][];
        for (int v = 0; v < n; v++) {
            reach[v] = arcs[v].clone();
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; k != without && i < n; i++) {
                for (int j = 0; reach[i][k] && j < n; j++) {
                    reach[i][j] |= reach[k][j];
                }
            }
        }
        return reach;
    }

    private static boolean partsSomebody(boolean[][] before, boolean[][] after, int without) {
        for (int a = 0; a < before.length; a++) {
            for (int b = 0; b < before.length; b++) {
                if (a != without && b != without && a != b && before[a][b] && before[b][a]) {
                    if (!after[a][b] || !after[b][a]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theyAreThoseWhoseRemovalPartsOthers(int seed) {
        Digraph graph = random(seed).graph();
        boolean[][] arcs = arcs(graph);
        boolean[][] before = reaching(arcs, -1);

        StrongCutPoints found = StrongCutPoints.of(graph);

        for (int v = 0; v < graph.nodeCount(); v++) {
            assertThat(found.isCutPoint(v)).isEqualTo(partsSomebody(before, reaching(arcs, v), v));
        }
        List<Arc> bridges = new ArrayList<>();
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int u = 0; u < graph.nodeCount(); u++) {
                if (arcs[v][u]) {
                    arcs[v][u] = false;
                    if (partsSomebody(before, reaching(arcs, -1), -1)) {
                        bridges.add(new Arc(v, u));
                    }
                    arcs[v][u] = true;
                }
            }
        }
        assertThat(found.bridges()).isEqualTo(bridges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherNumbersForTheNodesChangeNothing(int seed) {
        SampleArcs arcs = random(seed);
        int[] names = arcs.reversedNames();

        StrongCutPoints one = StrongCutPoints.of(arcs.graph());
        StrongCutPoints other = StrongCutPoints.of(arcs.relabelled(names).graph());

        for (int v = 0; v < arcs.nodes(); v++) {
            assertThat(other.isCutPoint(names[v])).isEqualTo(one.isCutPoint(v));
        }
        assertThat(other.bridges())
                .containsExactlyInAnyOrderElementsOf(one.bridges().stream()
                        .map(arc -> new Arc(names[arc.from()], names[arc.to()]))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arcsBothWaysGiveTheCutPointsOfTies(int seed) {
        CompactGraph graph = SampleGraphs.random(12, 6 + seed / 4, seed);
        CutPoints plain = CutPoints.of(graph);
        StrongCutPoints found = StrongCutPoints.of(Digraph.bothWays(graph));
        for (int v = 0; v < graph.nodeCount(); v++) {
            assertThat(found.isCutPoint(v)).isEqualTo(plain.isArticulationPoint(v));
        }
        assertThat(found.bridges()).hasSize(2 * (int) plain.bridges().count());
    }

    @Test
    void inALongRoundEverybodyAndEveryArcCounts() {
        int n = 200_000;
        int[] next = IntStream.range(0, n).map(v -> (v + 1) % n).toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Digraph round = Digraph.of(n, IntStream.range(0, n).toArray(), next, ones);

        StrongCutPoints found = StrongCutPoints.of(round);

        assertThat(IntStream.range(0, n)).allMatch(found::isCutPoint);
        assertThat(found.bridges()).hasSize(n);
    }

    @Test
    void ordersThatOnlyGoDownHaveNobodyWhoReachesEachOther() {
        StrongCutPoints found =
                StrongCutPoints.of(SampleArcs.of(4, 0, 1, 1, 2, 1, 3).graph());

        assertThat(IntStream.range(0, 4)).noneMatch(found::isCutPoint);
        assertThat(found.bridges()).isEmpty();
    }
}
