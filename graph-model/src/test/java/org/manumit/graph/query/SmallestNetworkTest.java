package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.analysis.centrality.SampleGraphs;
import org.manumit.graph.query.SmallestNetwork.Size;

class SmallestNetworkTest {

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallerSetOfNodesJoinsThem(int seed) {
        Random random = new Random(seed);
        int nodes = 4 + random.nextInt(7);
        CompactGraph graph = SampleGraphs.random(nodes, nodes + random.nextInt(nodes), seed);
        int[] chosen = IntStream.range(0, 2 + random.nextInt(4))
                .map(i -> random.nextInt(nodes))
                .distinct()
                .toArray();
        int wanted = 0;
        for (int t : chosen) {
            wanted |= 1 << t;
        }
        int must = wanted & reach(graph, (1 << nodes) - 1, chosen[0]);

        SmallestNetwork found = SmallestNetwork.joining(graph, chosen);

        int smallest = IntStream.range(0, 1 << nodes)
                .filter(set -> (set & must) == must && reach(graph, set, chosen[0]) == set)
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
        int unjoined = Integer.bitCount(wanted & ~must);
        assertThat(found.size()).isEqualTo(Size.SMALLEST);
        assertThat(found.nodes()).hasSize(smallest + unjoined);
        int set = found.nodes().stream().mapToInt(v -> 1 << v).sum();
        assertThat(set & wanted).isEqualTo(wanted);
        assertThat(reach(graph, set, chosen[0]) & must).isEqualTo(must);
    }

    private static int reach(CompactGraph graph, int set, int from) {
        int seen = 1 << from;
        for (int round = 0; round < graph.nodeCount(); round++) {
            for (int v = 0; v < graph.nodeCount(); v++) {
                for (int p = graph.start(v); (seen >> v & 1) == 1 && p < graph.start(v + 1); p++) {
                    seen |= set & 1 << graph.target(p);
                }
            }
        }
        return seen;
    }

    @Test
    void aHubNobodyNamedIsFoundBetweenThem() {
        // a star round 0, and a ring of its leaves two steps long each
        CompactGraph graph = SampleGraphs.of(7, 0, 1, 0, 2, 0, 3, 1, 4, 4, 2, 2, 5, 5, 3, 3, 6, 6, 1);

        assertThat(SmallestNetwork.joining(graph, 1, 2, 3).nodes()).isEqualTo(List.of(0, 1, 2, 3));
    }

    @Test
    void manyChosenAreJoinedWithAtMostTwiceTheTies() {
        CompactGraph graph = SampleGraphs.random(60, 200, 7);
        BitSet chosen = new BitSet();
        chosen.set(0, 12);

        SmallestNetwork found = SmallestNetwork.joining(graph, chosen.stream().toArray());

        assertThat(found.size()).isEqualTo(Size.AT_MOST_TWICE);
        assertThat(found.nodes()).containsAll(chosen.stream().boxed().toList());
    }
}
