package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

class DirectedMeasuresTest {

    private static final double EXACT = 1e-9;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static DirectedMeasures measured(Digraph graph, Length length) {
        return DirectedMeasures.of(graph, length, Progress.NONE, Cancellation.NEVER);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void measuresAreThoseOfTheSlowObviousWay(int seed) {
        Digraph graph = SampleArcs.random(seed).graph();
        int n = graph.nodeCount();
        for (Length length : Length.values()) {
            double[][] distance = distances(graph, length);
            DirectedMeasures found = measured(graph, length);
            double[] between = between(graph, length, distance);
            double[] rank = rank(graph, length);
            for (int v = 0; v < n; v++) {
                assertThat(found.betweenness(v)).isCloseTo(between[v], within(EXACT));
                assertThat(found.reaching(v)).isCloseTo(near(distance, v, true), within(EXACT));
                assertThat(found.reached(v)).isCloseTo(near(distance, v, false), within(EXACT));
                assertThat(found.pageRank(v)).isCloseTo(rank[v], within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherNumbersForTheNodesChangeNothing(int seed) {
        SampleArcs arcs = SampleArcs.random(seed);
        int[] names = arcs.reversedNames();
        DirectedMeasures one = measured(arcs.graph(), Length.STRENGTH);
        DirectedMeasures other = measured(arcs.relabelled(names).graph(), Length.STRENGTH);
        int[] parts = arcs.graph().strongParts();
        int[] otherParts = arcs.relabelled(names).graph().strongParts();
        for (int v = 0; v < arcs.nodes(); v++) {
            assertThat(other.betweenness(names[v])).isCloseTo(one.betweenness(v), within(EXACT));
            assertThat(other.pageRank(names[v])).isCloseTo(one.pageRank(v), within(EXACT));
            assertThat(other.eigenvector(names[v])).isCloseTo(one.eigenvector(v), within(EXACT));
            for (int u = 0; u < arcs.nodes(); u++) {
                assertThat(otherParts[names[u]] == otherParts[names[v]]).isEqualTo(parts[u] == parts[v]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsApproachedHasTheSumOfWhatApproachesOverTheLargestEigenvalue(int seed) {
        for (Digraph graph : new Digraph[] {
            SampleArcs.random(seed).graph(), SampleArcs.random(seed).bothWays().graph()
        }) {
            for (Length length : Length.values()) {
                DirectedMeasures found = measured(graph, length);
                double value = largestEigenvalue(graph, length);
                double most = 0;
                for (int v = 0; v < graph.nodeCount(); v++) {
                    most = Math.max(most, found.eigenvector(v));
                    double approaches = 0;
                    for (int u = 0; u < graph.nodeCount(); u++) {
                        for (int p = graph.start(u); p < graph.start(u + 1); p++) {
                            double weight = length == Length.STEPS ? 1 : graph.weight(p);
                            approaches += graph.target(p) == v ? weight * found.eigenvector(u) : 0;
                        }
                    }
                    assertThat(approaches).isCloseTo(value * found.eigenvector(v), within(EXACT * Math.max(1, value)));
                }
                assertThat(most).isEqualTo(value < EXACT ? 0.0 : 1.0);
                assertThat(found.eigenvectorOutcome()).isEqualTo(Eigenvector.Outcome.SETTLED);
            }
        }
    }

    /** By Gelfand's formula: the root of the size of a high power, here of the arcs and a loop at each node. */
    private static double largestEigenvalue(Digraph graph, Length length) {
        int n = graph.nodeCount();
        double[][] power = new double[n][n];
        for (int v = 0; v < n; v++) {
            power[v][v] = 1;
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                power[v][graph.target(p)] = length == Length.STEPS ? 1 : graph.weight(p);
            }
        }
        double logarithm = 0;
        double times = 1;
        for (int square = 0; square < 50; square++) {
            double[][] next = new double[n][n];
            double size = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        next[i][j] += power[i][k] * power[k][j];
                    }
                    size = Math.max(size, next[i][j]);
                }
            }
            times *= 2;
            logarithm += Math.log(size) / times;
            for (double[] row : next) {
                for (int j = 0; j < n; j++) {
                    row[j] /= size;
                }
            }
            power = next;
        }
        return Math.exp(logarithm) - 1;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStrongPartHoldsThoseWhoReachEachOther(int seed) {
        Digraph graph = SampleArcs.random(seed).graph();
        double[][] distance = distances(graph, Length.STEPS);
        int[] part = graph.strongParts();
        for (int a = 0; a < part.length; a++) {
            for (int b = 0; b < part.length; b++) {
                boolean both = Double.isFinite(distance[a][b]) && Double.isFinite(distance[b][a]);
                assertThat(part[a] == part[b]).isEqualTo(both);
            }
        }
    }

    private static double[][] arcs(Digraph graph, Length length) {
        int n = graph.nodeCount();
        double[][] arcs = new double[n][n];
        for (int v = 0; v < n; v++) {
            Arrays.fill(arcs[v], Double.POSITIVE_INFINITY);
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                arcs[v][graph.target(p)] = length == Length.STEPS ? 1 : 1 / graph.weight(p);
            }
        }
        return arcs;
    }

    private static double[][] distances(Digraph graph, Length length) {
        int n = graph.nodeCount();
        double[][] d = arcs(graph, length);
        for (int v = 0; v < n; v++) {
            d[v][v] = 0;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
                }
            }
        }
        return d;
    }

    private static double[] between(Digraph graph, Length length, double[][] d) {
        int n = graph.nodeCount();
        double[][] arcs = arcs(graph, length);
        double[] between = new double[n];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                double all = ways(arcs, d, s, t);
                for (int v = 0; v < n; v++) {
                    if (s != t && v != s && v != t && all > 0 && near(d[s][v] + d[v][t], d[s][t])) {
                        between[v] += ways(arcs, d, s, v) * ways(arcs, d, v, t) / all;
                    }
                }
            }
        }
        return between;
    }

    private static boolean near(double a, double b) {
        return Double.isFinite(a) && Math.abs(a - b) < 1e-9;
    }

    /** How many shortest ways lead from one to another, one by one. */
    private static double ways(double[][] arcs, double[][] d, int s, int t) {
        if (s == t) {
            return 1;
        }
        double ways = 0;
        for (int u = 0; u < d.length; u++) {
            if (near(arcs[s][u] + d[u][t], d[s][t])) {
                ways += ways(arcs, d, u, t);
            }
        }
        return ways;
    }

    private static double near(double[][] d, int v, boolean out) {
        double sum = 0;
        int others = 0;
        for (int u = 0; u < d.length; u++) {
            double way = out ? d[v][u] : d[u][v];
            if (u != v && Double.isFinite(way)) {
                sum += way;
                others++;
            }
        }
        return sum == 0 ? 0 : others / sum * others / (d.length - 1);
    }

    /** The rank as the solution of its equations (Gauss). */
    private static double[] rank(Digraph graph, Length length) {
        int n = graph.nodeCount();
        double[][] m = new double[n][n + 1];
        for (int v = 0; v < n; v++) {
            m[v][v] += 1;
            m[v][n] = 0.15 / n;
        }
        for (int v = 0; v < n; v++) {
            double all = length == Length.STEPS ? graph.outDegree(v) : graph.outStrength(v);
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                m[graph.target(p)][v] -= 0.85 * (length == Length.STEPS ? 1 : graph.weight(p)) / all;
            }
            for (int u = 0; all == 0 && u < n; u++) {
                m[u][v] -= 0.85 / n;
            }
        }
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c; r < n; r++) {
                pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
            }
            double[] row = m[pivot];
            m[pivot] = m[c];
            m[c] = row;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : m[r][c] / m[c][c];
                for (int k = c; k <= n; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = m[v][n] / m[v][v];
        }
        return x;
    }
}
