package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.analysis.centrality.SampleGraphs;

final class VertexCutTest {

    private static BitSet set(int... nodes) {
        BitSet set = new BitSet();
        IntStream.of(nodes).forEach(set::set);
        return set;
    }

    private static long[] ones(int nodes) {
        return IntStream.range(0, nodes).mapToLong(v -> 1).toArray();
    }

    @Test
    void whoGivesAndTakesMustGo() {
        VertexCut cut = VertexCut.between(SampleGraphs.of(3, 0, 1, 1, 2), set(0), set(0, 2), ones(3));

        assertThat(cut.flow()).isEqualTo(1);
        assertThat(cut.nodes()).hasValue(new int[] {0});
    }

    @Test
    void nothingFlowsBetweenPartsThatAreNotTied() {
        VertexCut cut = VertexCut.between(SampleGraphs.of(4, 0, 1, 2, 3), set(0), set(3), ones(4));

        assertThat(cut.flow()).isZero();
        assertThat(cut.nodes()).hasValue(new int[0]);
    }

    @Test
    void whoCannotBeRemovedIsNeverInTheCut() {
        VertexCut cut = VertexCut.between(
                SampleGraphs.of(3, 0, 1, 1, 2), set(0), set(2), new long[] {5, VertexCut.BOUNDLESS, 3});
        VertexCut none = VertexCut.between(
                SampleGraphs.of(2, 0, 1), set(0), set(1), new long[] {VertexCut.BOUNDLESS, VertexCut.BOUNDLESS});

        assertThat(cut.flow()).isEqualTo(3);
        assertThat(cut.nodes()).hasValue(new int[] {2});
        assertThat(none.nodes()).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCutIsTheCheapestOfAllSetsThatPartTheEnds(int seed) {
        Random random = new Random(seed);
        int nodes = 3 + random.nextInt(7);
        CompactGraph graph = SampleGraphs.random(nodes, random.nextInt(2 * nodes), seed);
        BitSet sources = set(random.nextInt(nodes), random.nextInt(nodes));
        BitSet sinks = set(random.nextInt(nodes), random.nextInt(nodes));
        long[] costs =
                IntStream.range(0, nodes).mapToLong(v -> 1 + random.nextInt(4)).toArray();

        VertexCut cut = VertexCut.between(graph, sources, sinks, costs);

        long cheapest = IntStream.range(0, 1 << nodes)
                .filter(removed -> parts(graph, sources, sinks, removed))
                .mapToLong(removed -> cost(costs, removed))
                .min()
                .orElseThrow();
        int mask = IntStream.of(cut.nodes().orElseThrow()).map(v -> 1 << v).sum();
        assertThat(cut.flow()).isEqualTo(cheapest);
        assertThat(parts(graph, sources, sinks, mask)).isTrue();
        assertThat(cost(costs, mask)).isEqualTo(cheapest);
    }

    private static long cost(long[] costs, int removed) {
        return IntStream.range(0, costs.length)
                .filter(v -> (removed >> v & 1) == 1)
                .mapToLong(v -> costs[v])
                .sum();
    }

    private static boolean parts(CompactGraph graph, BitSet sources, BitSet sinks, int removed) {
        int seen = 0;
        for (int v = 0; v < graph.nodeCount(); v++) {
            if (sources.get(v) && (removed >> v & 1) == 0) {
                seen |= 1 << v;
            }
        }
        for (int round = 0; round < graph.nodeCount(); round++) {
            for (int v = 0; v < graph.nodeCount(); v++) {
                for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                    int w = graph.target(place);
                    if ((seen >> v & 1) == 1 && (removed >> w & 1) == 0) {
                        seen |= 1 << w;
                    }
                }
            }
        }
        int reached = seen;
        return sinks.stream().noneMatch(v -> (reached >> v & 1) == 1);
    }
}
