package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.analysis.centrality.SampleGraphs.Sample;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;

/** Our measures against the definitions written down slowly, and against another library. */
class CentralityOracleTest {

    private static List<Sample> samples() {
        return SampleGraphs.all().toList();
    }

    private static Offset<Double> near(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }

    private static Graph<Integer, DefaultEdge> jgrapht(CompactGraph graph) {
        Graph<Integer, DefaultEdge> copy = new SimpleGraph<>(DefaultEdge.class);
        for (int v = 0; v < graph.nodeCount(); v++) {
            copy.addVertex(v);
        }
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                if (v < graph.target(p)) {
                    copy.addEdge(v, graph.target(p));
                }
            }
        }
        return copy;
    }

    /** Distances and numbers of shortest ways from a node, by the book. */
    private static final class Ways {
        private final int[][] distance;
        private final double[][] count;

        private Ways(int[][] distance, double[][] count) {
            this.distance = distance;
            this.count = count;
        }

        static Ways of(CompactGraph graph) {
            int n = graph.nodeCount();
            int[][] distance = new int[n][n];
            double[][] count = new double[n][n];
            for (int s = 0; s < n; s++) {
                Arrays.fill(distance[s], -1);
                Deque<Integer> queue = new ArrayDeque<>(List.of(s));
                distance[s][s] = 0;
                count[s][s] = 1;
                while (!queue.isEmpty()) {
                    int v = queue.remove();
                    for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                        int u = graph.target(p);
                        if (distance[s][u] < 0) {
                            distance[s][u] = distance[s][v] + 1;
                            queue.add(u);
                        }
                        if (distance[s][u] == distance[s][v] + 1) {
                            count[s][u] += count[s][v];
                        }
                    }
                }
            }
            return new Ways(distance, count);
        }

        double between(int s, int t, int v) {
            return s != v
                            && t != v
                            && distance[s][t] > 0
                            && distance[s][v] >= 0
                            && distance[s][v] + distance[v][t] == distance[s][t]
                    ? count[s][v] * count[v][t] / count[s][t]
                    : 0;
        }

        double over(int s, int t, int a, int b) {
            return distance[s][t] > 0
                            && distance[s][a] >= 0
                            && distance[b][t] >= 0
                            && distance[s][a] + 1 + distance[b][t] == distance[s][t]
                    ? count[s][a] * count[b][t] / count[s][t]
                    : 0;
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void betweennessIsWhatFreemanDefines(Sample sample) {
        CompactGraph graph = sample.graph();
        Ways ways = Ways.of(graph);
        int n = graph.nodeCount();

        Betweenness betweenness = Betweenness.exact(graph, Betweenness.Ties.RECKON, Progress.NONE, Cancellation.NEVER);

        for (int v = 0; v < n; v++) {
            double slow = 0;
            for (int s = 0; s < n; s++) {
                for (int t = s + 1; t < n; t++) {
                    slow += ways.between(s, t, v);
                }
            }
            assertThat(betweenness.score(v)).isCloseTo(slow, near(slow));
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                double over = 0;
                for (int s = 0; s < n; s++) {
                    for (int t = s + 1; t < n; t++) {
                        over += ways.over(s, t, v, graph.target(p)) + ways.over(s, t, graph.target(p), v);
                    }
                }
                assertThat(betweenness.tieScore(graph.tie(p))).isCloseTo(over, near(over));
            }
        }
        assertThat(Betweenness.exact(graph).scores())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(betweenness.scores());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void betweennessIsThatOfAnotherLibrary(Sample sample) {
        CompactGraph graph = sample.graph();
        Betweenness betweenness = Betweenness.exact(graph);

        Map<Integer, Double> scores = new BetweennessCentrality<>(jgrapht(graph)).getScores();
        for (int v = 0; v < graph.nodeCount(); v++) {
            double theirs = scores.getOrDefault(v, Double.NaN);
            assertThat(betweenness.score(v)).isCloseTo(theirs, near(theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void closenessIsWhatWassermanAndFaustDefine(Sample sample) {
        CompactGraph graph = sample.graph();
        Ways ways = Ways.of(graph);
        int n = graph.nodeCount();

        Closeness closeness = Closeness.of(graph);

        Map<Integer, Double> harmonic =
                n < 2 ? Map.of() : new HarmonicCentrality<>(jgrapht(graph), false, false).getScores();
        for (int v = 0; v < n; v++) {
            long far = 0;
            long reached = 0;
            for (int u = 0; u < n; u++) {
                far += Math.max(0, ways.distance[v][u]);
                reached += ways.distance[v][u] > 0 ? 1 : 0;
            }
            double slow = far == 0 ? 0 : (double) reached / far * reached / (n - 1);
            assertThat(closeness.score(v)).isCloseTo(slow, near(slow));
            assertThat(closeness.reached(v)).isEqualTo(reached);
            double theirs = harmonic.getOrDefault(v, 0.0);
            assertThat(closeness.harmonic(v)).isCloseTo(theirs, near(theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eigenvectorIsOneOfTheTies(Sample sample) {
        CompactGraph graph = sample.graph();
        int n = graph.nodeCount();

        Eigenvector eigenvector = Eigenvector.of(graph);

        assertThat(eigenvector.outcome()).isEqualTo(Eigenvector.Outcome.SETTLED);
        if (graph.tieCount() == 0) {
            assertThat(eigenvector.scores())
                    .containsOnly(IntStream.range(0, n).mapToDouble(v -> 0).toArray());
            return;
        }
        assertThat(Arrays.stream(eigenvector.scores()).max()).hasValue(1.0);
        double eigenvalue = 0;
        double squares = 0;
        for (int v = 0; v < n; v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                eigenvalue += eigenvector.score(v) * eigenvector.score(graph.target(p));
            }
            squares += eigenvector.score(v) * eigenvector.score(v);
        }
        eigenvalue /= squares;
        assertThat(eigenvalue).isCloseTo(largestEigenvalue(graph), within(1e-9));
        for (int v = 0; v < n; v++) {
            double sum = 0;
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                sum += eigenvector.score(graph.target(p));
            }
            assertThat(eigenvector.score(v)).isNotNegative();
            assertThat(sum / eigenvalue).isCloseTo(eigenvector.score(v), within(1e-9));
        }
    }

    /** By Jacobi's rotations on the whole matrix. */
    private static double largestEigenvalue(CompactGraph graph) {
        int n = graph.nodeCount();
        double[][] a = new double[n][n];
        for (int v = 0; v < n; v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                a[v][graph.target(p)] = 1;
            }
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += a[p][q] * a[p][q];
                    if (Math.abs(a[p][q]) > 1e-300) {
                        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
                        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
                        double c = 1 / Math.sqrt(t * t + 1);
                        double s = t * c;
                        for (int k = 0; k < n; k++) {
                            double kp = a[k][p];
                            a[k][p] = c * kp - s * a[k][q];
                            a[k][q] = s * kp + c * a[k][q];
                        }
                        for (int k = 0; k < n; k++) {
                            double pk = a[p][k];
                            a[p][k] = c * pk - s * a[q][k];
                            a[q][k] = s * pk + c * a[q][k];
                        }
                    }
                }
            }
            if (off < 1e-26) {
                break;
            }
        }
        return IntStream.range(0, n).mapToDouble(v -> a[v][v]).max().orElse(0);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pageRankIsWhereAWalkerIsMet(Sample sample) {
        CompactGraph graph = sample.graph();
        int n = graph.nodeCount();

        double[] rank = PageRank.of(graph, PageRank.USUAL_DAMPING, Cancellation.NEVER);

        double stranded = 0;
        for (int v = 0; v < n; v++) {
            stranded += graph.degree(v) == 0 ? rank[v] : 0;
        }
        for (int v = 0; v < n; v++) {
            double next = (0.15 + 0.85 * stranded) / n;
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                next += 0.85 * rank[graph.target(p)] / graph.degree(graph.target(p));
            }
            assertThat(rank[v]).isCloseTo(next, within(1e-12));
        }
        assertThat(Arrays.stream(rank).sum()).isCloseTo(n == 0 ? 0 : 1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void componentsCoresAndCutPointsAreThoseOfAnotherLibrary(Sample sample) {
        CompactGraph graph = sample.graph();
        Graph<Integer, DefaultEdge> theirs = jgrapht(graph);

        Components components = Components.of(graph);
        List<Set<Integer>> sets = new ConnectivityInspector<>(theirs).connectedSets();
        assertThat(components.count()).isEqualTo(sets.size());
        for (Set<Integer> set : sets) {
            assertThat(set.stream().map(components::component).distinct()).hasSize(1);
            assertThat(components.size(components.component(set.iterator().next())))
                    .isEqualTo(set.size());
        }

        int[] cores = Cores.of(graph);
        Map<Integer, Integer> coreness = new Coreness<>(theirs).getScores();
        for (int v = 0; v < graph.nodeCount(); v++) {
            assertThat(cores[v]).isEqualTo(coreness.getOrDefault(v, -1));
        }

        CutPoints cuts = CutPoints.of(graph);
        BiconnectivityInspector<Integer, DefaultEdge> inspector = new BiconnectivityInspector<>(theirs);
        assertThat(cuts.articulationPoints().boxed()).containsExactlyInAnyOrderElementsOf(inspector.getCutpoints());
        List<String> bridges = new ArrayList<>();
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                if (v < graph.target(p) && cuts.isBridge(graph.tie(p))) {
                    bridges.add(v + "-" + graph.target(p));
                }
            }
        }
        assertThat(bridges)
                .containsExactlyInAnyOrderElementsOf(inspector.getBridges().stream()
                        .map(e -> Math.min(theirs.getEdgeSource(e), theirs.getEdgeTarget(e)) + "-"
                                + Math.max(theirs.getEdgeSource(e), theirs.getEdgeTarget(e)))
                        .toList());
    }

    @Test
    void knowsTheKarateClub() {
        Betweenness betweenness = Betweenness.exact(SampleGraphs.karate());

        // the two leaders, as published by many
        assertThat(betweenness.score(0)).isCloseTo(231.0714286, within(1e-6));
        assertThat(betweenness.score(33)).isCloseTo(160.5515873, within(1e-6));
    }
}
