package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;

class BetweennessTest {

    @Property(tries = 300)
    void relabellingKeepsEveryMeasure(
            @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll @IntRange(max = 120) int ties, @ForAll long seed) {
        CompactGraph graph = SampleGraphs.random(nodes, ties, seed);
        int[] renamed = shuffled(nodes, seed);
        CompactGraph other = renamed(graph, renamed);

        double[] here = Betweenness.exact(graph).scores();
        double[] there = Betweenness.exact(other).scores();
        Closeness near = Closeness.of(graph);
        Closeness nearThere = Closeness.of(other);
        double[] rank = PageRank.of(graph, PageRank.USUAL_DAMPING, Cancellation.NEVER);
        double[] rankThere = PageRank.of(other, PageRank.USUAL_DAMPING, Cancellation.NEVER);
        int[] cores = Cores.of(graph);
        int[] coresThere = Cores.of(other);
        double[] eigen = Eigenvector.of(graph).scores();
        double[] eigenThere = Eigenvector.of(other).scores();
        for (int v = 0; v < nodes; v++) {
            int u = renamed[v];
            assertThat(there[u]).isCloseTo(here[v], within(1e-9 * Math.max(1, here[v])));
            assertThat(nearThere.score(u)).isCloseTo(near.score(v), within(1e-12));
            assertThat(rankThere[u]).isCloseTo(rank[v], within(1e-12));
            assertThat(coresThere[u]).isEqualTo(cores[v]);
            assertThat(eigenThere[u]).isCloseTo(eigen[v], within(1e-7));
        }
    }

    @Test
    void givesEveryPartThatSharesTheLargestEigenvalueItsFigures() {
        // a ring of four, a star of four rays (both 2), a lone pair (1)
        CompactGraph graph = SampleGraphs.of(11, 0, 1, 1, 2, 2, 3, 3, 0, 4, 5, 4, 6, 4, 7, 4, 8, 9, 10);

        double[] scores = Eigenvector.of(graph).scores();

        double[] expected = {1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0};
        assertThat(scores).containsExactly(expected, within(1e-12));
    }

    private static int[] shuffled(int n, long seed) {
        int[] order = new int[n];
        Random random = new Random(~seed);
        for (int v = 0; v < n; v++) {
            int j = random.nextInt(v + 1);
            order[v] = order[j];
            order[j] = v;
        }
        return order;
    }

    private static CompactGraph renamed(CompactGraph graph, int[] names) {
        int[] ends = new int[2 * graph.tieCount()];
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                if (v < graph.target(p)) {
                    ends[2 * graph.tie(p)] = names[v];
                    ends[2 * graph.tie(p) + 1] = names[graph.target(p)];
                }
            }
        }
        return SampleGraphs.of(graph.nodeCount(), ends);
    }

    @Test
    void givesTheSameFiguresToTheLastBitEveryTime() {
        CompactGraph graph = SampleGraphs.random(400, 1500, 7);

        assertThat(Betweenness.exact(graph).scores())
                .isEqualTo(Betweenness.exact(graph).scores());
    }

    @Test
    void staysWithinItsBoundWhenEstimated() {
        for (long seed = 0; seed < 5; seed++) {
            CompactGraph graph = SampleGraphs.contacts(600, 500, seed);
            Betweenness exact = Betweenness.exact(graph);

            Betweenness sampled = Betweenness.sampled(graph, 200, seed, Progress.NONE, Cancellation.NEVER);

            assertThat(sampled.exactness()).hasToString("estimated from 200 of 600 nodes");
            for (int v = 0; v < graph.nodeCount(); v++) {
                assertThat(Math.abs(sampled.score(v) - exact.score(v))).isLessThanOrEqualTo(sampled.bound(v) + 1e-9);
            }
            int best = best(exact.scores());
            assertThat(best(sampled.scores())).isEqualTo(best);
        }
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int v = 0; v < scores.length; v++) {
            best = scores[v] > scores[best] ? v : best;
        }
        return best;
    }

    @Test
    void isExactWhenEveryNodeIsDrawn() {
        CompactGraph graph = SampleGraphs.karate();

        Betweenness sampled = Betweenness.sampled(graph, 34, 1, Progress.NONE, Cancellation.NEVER);

        assertThat(sampled.exactness()).isEqualTo(Exactness.exact(34)).hasToString("exact");
        assertThat(sampled.scores()).isEqualTo(Betweenness.exact(graph).scores());
    }

    @Test
    void stopsWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Cancellation soon = () -> asked.incrementAndGet() > 10;

        assertThatThrownBy(() -> Betweenness.exact(
                        SampleGraphs.random(500, 2000, 1), Betweenness.Ties.SKIP, Progress.NONE, soon))
                .isInstanceOf(CancelledException.class);
        assertThat(asked.get()).isLessThan(400);
    }

    @Test
    void survivesAVeryLongChain() {
        int n = 200_000;
        CompactGraph graph = SampleGraphs.path(n);

        assertThat(Betweenness.exact(graph).score(n / 2)).isEqualTo(100_000.0 * 99_999);
        assertThat(CutPoints.of(graph).bridges().count()).isEqualTo(n - 1);
        assertThat(Arrays.stream(Cores.of(graph)).max()).hasValue(1);
    }
}
