package org.manumit.graph.analysis.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.manumit.graph.analysis.centrality.SampleGraphs;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;

class LeidenTest {

    private static double modularity(CompactGraph graph, Communities communities, double resolution) {
        double m = graph.tieCount();
        double q = 0;
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int u = 0; u < graph.nodeCount(); u++) {
                if (communities.community(v) == communities.community(u)) {
                    q += (graph.place(v, u) >= 0 ? 1 : 0) - resolution * graph.degree(v) * graph.degree(u) / (2 * m);
                }
            }
        }
        return q / (2 * m);
    }

    @Test
    void findsTheBestKnownDivisionOfTheKarateClub() {
        CompactGraph graph = SampleGraphs.karate();

        Communities communities = Leiden.of(graph, CommunityParameters.USUAL);

        // 0.4198 in four communities is the proven optimum (Brandes and others 2008)
        assertThat(communities.modularity()).isCloseTo(0.4197896, within(1e-6));
        assertThat(communities.count()).isEqualTo(4);
        assertThat(communities.modularity()).isCloseTo(modularity(graph, communities, 1), within(1e-12));
    }

    @Test
    void findsPlantedGroupsAndNumbersThemFromTheLargest() {
        int[] groups = {40, 30, 20, 10};
        int[] of = IntStream.range(0, 4)
                .flatMap(g -> IntStream.generate(() -> g).limit(groups[g]))
                .toArray();
        Random random = new Random(3);
        IntStream.Builder ends = IntStream.builder();
        for (int v = 0; v < 100; v++) {
            for (int u = v + 1; u < 100; u++) {
                if (random.nextDouble() < (of[v] == of[u] ? 0.5 : 0.01)) {
                    ends.add(v).add(u);
                }
            }
        }
        CompactGraph graph = SampleGraphs.of(100, ends.build().toArray());

        Communities communities = Leiden.of(graph, CommunityParameters.USUAL);

        assertThat(IntStream.range(0, 100).map(communities::community).toArray())
                .isEqualTo(of);
        assertThat(communities.members(3)).hasSize(10);
    }

    @Property(tries = 60)
    void everyCommunityHangsTogether(
            @ForAll @IntRange(min = 1, max = 80) int nodes, @ForAll @IntRange(max = 160) int ties, @ForAll long seed) {
        CompactGraph graph = SampleGraphs.random(nodes, ties, seed);

        Communities communities = Leiden.of(graph, CommunityParameters.USUAL);

        int members = 0;
        for (int c = 0; c < communities.count(); c++) {
            int[] community = communities.members(c);
            members += community.length;
            assertThat(community).hasSize(communities.size(c));
            BitSet seen = new BitSet();
            reach(graph, communities, community[0], seen);
            assertThat(seen.cardinality()).isEqualTo(community.length);
        }
        assertThat(members).isEqualTo(nodes);
        if (graph.tieCount() > 0) {
            assertThat(communities.modularity()).isCloseTo(modularity(graph, communities, 1), within(1e-9));
            assertThat(communities.modularity()).isGreaterThanOrEqualTo(-1e-12);
        }
    }

    private static void reach(CompactGraph graph, Communities communities, int v, BitSet seen) {
        seen.set(v);
        for (int p = graph.start(v); p < graph.start(v + 1); p++) {
            int u = graph.target(p);
            if (!seen.get(u) && communities.community(u) == communities.community(v)) {
                reach(graph, communities, u, seen);
            }
        }
    }

    @Property(tries = 40)
    void noSingleMoveWouldImproveIt(
            @ForAll @IntRange(min = 2, max = 40) int nodes,
            @ForAll @IntRange(min = 1, max = 80) int ties,
            @ForAll long seed) {
        CompactGraph graph = SampleGraphs.random(nodes, ties, seed);

        Communities communities = Leiden.of(graph, CommunityParameters.USUAL);

        int[] of = IntStream.range(0, nodes).map(communities::community).toArray();
        double best = modularity(graph, communities, 1);
        for (int v = 0; v < nodes; v++) {
            for (int c = 0; c < communities.count(); c++) {
                int[] moved = of.clone();
                moved[v] = c;
                int[] numbered = Arrays.stream(moved).distinct().toArray();
                for (int u = 0; u < nodes; u++) {
                    moved[u] = Arrays.stream(numbered).boxed().toList().indexOf(moved[u]);
                }
                Communities other = new Communities(moved, numbered.length, 0);
                assertThat(modularity(graph, other, 1)).isLessThanOrEqualTo(best + 1e-9);
            }
        }
    }

    @Test
    void findsSmallerCommunitiesAtAHigherResolution() {
        CompactGraph graph = SampleGraphs.karate();

        assertThat(Leiden.of(graph, CommunityParameters.USUAL.atResolution(3)).count())
                .isGreaterThan(Leiden.of(graph, CommunityParameters.USUAL.atResolution(0.3))
                        .count());
    }

    @Test
    void countsHeavyTiesForMore() {
        CompactGraph ring = SampleGraphs.of(6, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0);
        double[] weights = {9, 1, 9, 1, 9, 1};

        Communities communities =
                Leiden.of(ring, weights, CommunityParameters.USUAL, Progress.NONE, Cancellation.NEVER);

        assertThat(IntStream.range(0, 6).map(communities::community)).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void givesTheSameCommunitiesEveryTime() {
        CompactGraph graph = SampleGraphs.random(500, 1500, 5);

        int[] once = IntStream.range(0, 500)
                .map(Leiden.of(graph, CommunityParameters.USUAL)::community)
                .toArray();
        int[] again = IntStream.range(0, 500)
                .map(Leiden.of(graph, CommunityParameters.USUAL)::community)
                .toArray();

        assertThat(again).isEqualTo(once);
    }
}
