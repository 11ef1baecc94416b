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
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

class DirectedLeidenTest {

    private static Communities found(Digraph graph, Length length) {
        return Leiden.of(graph, length, CommunityParameters.USUAL, Progress.NONE, Cancellation.NEVER);
    }

    private static Digraph random(int nodes, int arcs, long seed) {
        Random random = new Random(seed);
        return Digraph.of(
                nodes,
                IntStream.range(0, arcs).map(i -> random.nextInt(nodes)).toArray(),
                IntStream.range(0, arcs).map(i -> random.nextInt(nodes)).toArray(),
                IntStream.range(0, arcs).mapToDouble(i -> 1 + random.nextInt(9)).toArray());
    }

    private static double[][] matrix(Digraph graph, Length length) {
        double[][] matrix = new double[graph.nodeCount()][graph.nodeCount()];
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                matrix[v][graph.target(p)] = length == Length.STEPS ? 1 : graph.weight(p);
            }
        }
        return matrix;
    }

    /** As Leicht and Newman define it, pair by pair. */
    private static double modularity(double[][] arcs, int[] community) {
        int n = arcs.length;
        double[] out = new double[n];
        double[] in = new double[n];
        double all = 0;
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < n; u++) {
                out[v] += arcs[v][u];
                in[u] += arcs[v][u];
                all += arcs[v][u];
            }
        }
        double q = 0;
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < n; u++) {
                q += community[v] == community[u] ? arcs[v][u] - out[v] * in[u] / all : 0;
            }
        }
        return q / all;
    }

    private static int[] numbers(Communities communities, int nodes) {
        return IntStream.range(0, nodes).map(communities::community).toArray();
    }

    @Property(tries = 60)
    void modularityIsThatOfTheArcsAndNoSingleMoveImprovesIt(
            @ForAll @IntRange(min = 2, max = 30) int nodes,
            @ForAll @IntRange(min = 1, max = 90) int arcs,
            @ForAll long seed) {
        Digraph graph = random(nodes, arcs, seed);
        for (Length length : Length.values()) {
            double[][] matrix = matrix(graph, length);

            Communities communities = found(graph, length);

            if (graph.arcCount() == 0) {
                assertThat(communities.count()).isEqualTo(nodes);
                continue;
            }
            int[] of = numbers(communities, nodes);
            double reached = modularity(matrix, of);
            assertThat(communities.modularity()).isCloseTo(reached, within(1e-9));
            for (int v = 0; v < nodes; v++) {
                int home = of[v];
                for (int c = 0; c <= communities.count(); c++) {
                    of[v] = c;
                    assertThat(modularity(matrix, of)).isLessThanOrEqualTo(reached + 1e-9);
                }
                of[v] = home;
            }
        }
    }

    @Property(tries = 60)
    void everyCommunityHangsTogetherByArcsOfEitherDirection(
            @ForAll @IntRange(min = 1, max = 80) int nodes, @ForAll @IntRange(max = 200) int arcs, @ForAll long seed) {
        Digraph graph = random(nodes, arcs, seed);
        Digraph against = graph.reversed();

        Communities communities = found(graph, Length.STRENGTH);

        for (int c = 0; c < communities.count(); c++) {
            int[] members = communities.members(c);
            BitSet seen = new BitSet();
            int[] open = new int[nodes];
            int count = 1;
            open[0] = members[0];
            seen.set(members[0]);
            for (int i = 0; i < count; i++) {
                for (Digraph way : new Digraph[] {graph, against}) {
                    for (int p = way.start(open[i]); p < way.start(open[i] + 1); p++) {
                        int u = way.target(p);
                        if (communities.community(u) == c && !seen.get(u)) {
                            seen.set(u);
                            open[count++] = u;
                        }
                    }
                }
            }
            assertThat(count).isEqualTo(members.length);
        }
    }

    @Property(tries = 40)
    void arcsThatLeadBothWaysAlikeGiveTheCommunitiesOfTies(
            @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll @IntRange(max = 150) int ties, @ForAll long seed) {
        CompactGraph graph = SampleGraphs.random(nodes, ties, seed);

        Communities plain = Leiden.of(graph, CommunityParameters.USUAL);
        Communities bothWays = found(Digraph.bothWays(graph), Length.STEPS);

        assertThat(bothWays.modularity()).isCloseTo(plain.modularity(), within(1e-9));
        assertThat(numbers(bothWays, nodes)).isEqualTo(numbers(plain, nodes));
    }

    @Property(tries = 40)
    void arcsTurnedRoundBindAlike(
            @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll @IntRange(max = 200) int arcs, @ForAll long seed) {
        Digraph graph = random(nodes, arcs, seed);

        assertThat(numbers(found(graph.reversed(), Length.STRENGTH), nodes))
                .isEqualTo(numbers(found(graph, Length.STRENGTH), nodes));
    }

    /** After the test of Leicht and Newman: everybody is tied to everybody, and only which way tells. */
    @Test
    void findsGroupsThatOnlyTheDirectionTells() {
        int nodes = 64;
        Random random = new Random(11);
        IntStream.Builder from = IntStream.builder();
        IntStream.Builder to = IntStream.builder();
        IntStream.Builder ends = IntStream.builder();
        for (int v = 0; v < nodes; v++) {
            for (int u = v + 1; u < nodes; u++) {
                ends.add(v).add(u);
                boolean within = (v < nodes / 2) == (u < nodes / 2);
                boolean forth = !within || random.nextBoolean();
                from.add(forth ? v : u);
                to.add(forth ? u : v);
            }
        }
        int[] starts = from.build().toArray();
        double[] weights = new double[starts.length];
        Arrays.fill(weights, 1);
        Digraph graph = Digraph.of(nodes, starts, to.build().toArray(), weights);
        int[] planted = IntStream.range(0, nodes).map(v -> v / (nodes / 2)).toArray();

        Communities byDirection = found(graph, Length.STEPS);
        Communities plain = Leiden.of(SampleGraphs.of(nodes, ends.build().toArray()), CommunityParameters.USUAL);

        assertThat(byDirection.modularity())
                .isGreaterThanOrEqualTo(modularity(matrix(graph, Length.STEPS), planted) - 1e-9);
        assertThat(agreement(numbers(byDirection, nodes), planted)).isGreaterThan(0.9);
        assertThat(plain.count()).isEqualTo(1);
    }

    /** The share of pairs on which two divisions agree. */
    private static double agreement(int[] one, int[] other) {
        int alike = 0;
        int pairs = 0;
        for (int v = 0; v < one.length; v++) {
            for (int u = 0; u < v; u++) {
                pairs++;
                alike += (one[v] == one[u]) == (other[v] == other[u]) ? 1 : 0;
            }
        }
        return (double) alike / pairs;
    }

    @Test
    void givesTheSameCommunitiesEveryTime() {
        Digraph graph = random(500, 2000, 5);

        assertThat(numbers(found(graph, Length.STRENGTH), 500)).isEqualTo(numbers(found(graph, Length.STRENGTH), 500));
    }
}
