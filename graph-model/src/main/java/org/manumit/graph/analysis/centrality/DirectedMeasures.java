package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

/**
 * Measures of a graph whose ties have direction and, where asked, weight: who passes on between others, who is near to
 * others and who is near to them, who is approached by the much approached, and who is met most by somebody who follows
 * the arcs. Exact. An arc is the shorter the
 * stronger it is (Newman 2001). Immutable; time O(nodes times (arcs + nodes log nodes)).
 */
public final class DirectedMeasures {

    private static final double SAME = 1e-12;
    private static final int MOST_ITERATIONS = 1_000;
    private static final double PRECISION = 1e-14;

    private final double[] betweenness;
    private final double[] reaching;
    private final double[] reached;
    private final double[] pageRank;
    private final DirectedEigenvector eigenvector;

    private DirectedMeasures(
            double[] betweenness,
            double[] reaching,
            double[] reached,
            double[] pageRank,
            DirectedEigenvector eigenvector) {
        this.betweenness = betweenness;
        this.reaching = reaching;
        this.reached = reached;
        this.pageRank = pageRank;
        this.eigenvector = eigenvector;
    }

    /**
     * Reckons them.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static DirectedMeasures of(Digraph graph, Length length, Progress progress, Cancellation cancellation) {
        int n = graph.nodeCount();
        double[] betweenness = new double[n];
        double[] reaching = new double[n];
        double[] farness = new double[n];
        int[] sources = new int[n];
        Search search = new Search(graph, length);
        for (int s = 0; s < n; s++) {
            cancellation.check();
            if ((s & 0x3f) == 0) {
                progress.report(s, n, "Measuring ties with direction");
            }
            search.from(s);
            double sum = 0;
            for (int i = 1; i < search.found; i++) {
                int v = search.order[i];
                sum += search.distance[v];
                farness[v] += search.distance[v];
                sources[v]++;
            }
            reaching[s] = near(search.found - 1, sum, n);
            search.addTo(betweenness);
        }
        double[] reached = new double[n];
        for (int v = 0; v < n; v++) {
            reached[v] = near(sources[v], farness[v], n);
        }
        return new DirectedMeasures(
                betweenness,
                reaching,
                reached,
                pageRank(graph, length, cancellation),
                new DirectedEigenvector(graph, length, cancellation));
    }

    private static double near(int others, double farness, int n) {
        return farness == 0 ? 0 : others / farness * ((double) others / (n - 1));
    }

    private static double[] pageRank(Digraph graph, Length length, Cancellation cancellation) {
        int n = graph.nodeCount();
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        double damping = PageRank.USUAL_DAMPING;
        double change = 1;
        for (int i = 0; i < MOST_ITERATIONS && change > PRECISION; i++) {
            cancellation.check();
            double[] next = new double[n];
            double stranded = 0;
            for (int v = 0; v < n; v++) {
                double all = length == Length.STEPS ? graph.outDegree(v) : graph.outStrength(v);
                if (all == 0) {
                    stranded += rank[v];
                }
                for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                    next[graph.target(p)] += damping * rank[v] * (length == Length.STEPS ? 1 : graph.weight(p)) / all;
                }
            }
            change = 0;
            for (int v = 0; v < n; v++) {
                next[v] += (1 - damping + damping * stranded) / n;
                change += Math.abs(next[v] - rank[v]);
            }
            rank = next;
        }
        return rank;
    }

    /** A search from one node, and what it passes back (Brandes 2001, with Dijkstra's search). */
    private static final class Search {
        private final Digraph graph;
        private final Length length;
        private final double[] distance;
        private final double[] ways;
        private final double[] share;
        private final int[] order;
        private int found;

        Search(Digraph graph, Length length) {
            this.graph = graph;
            this.length = length;
            int n = graph.nodeCount();
            distance = new double[n];
            ways = new double[n];
            share = new double[n];
            order = new int[n];
        }

        private record Reached(int node, double distance) {}

        private double lengthAt(int place) {
            return length == Length.STEPS ? 1 : 1 / graph.weight(place);
        }

        void from(int source) {
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            Arrays.fill(ways, 0);
            boolean[] done = new boolean[distance.length];
            found = 0;
            PriorityQueue<Reached> open = new PriorityQueue<>(
                    Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::node));
            distance[source] = 0;
            ways[source] = 1;
            open.add(new Reached(source, 0));
            while (!open.isEmpty()) {
                int v = open.remove().node();
                if (done[v]) {
                    continue;
                }
                done[v] = true;
                order[found++] = v;
                for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                    int u = graph.target(p);
                    double next = distance[v] + lengthAt(p);
                    if (same(next, distance[u])) {
                        ways[u] += ways[v];
                    } else if (next < distance[u]) {
                        distance[u] = next;
                        ways[u] = ways[v];
                        open.add(new Reached(u, next));
                    }
                }
            }
        }

        private static boolean same(double a, double b) {
            return Math.abs(a - b) <= SAME * Math.max(1, a);
        }

        void addTo(double[] betweenness) {
            Arrays.fill(share, 0);
            for (int i = found - 1; i >= 0; i--) {
                int v = order[i];
                for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                    int u = graph.target(p);
                    if (same(distance[v] + lengthAt(p), distance[u])) {
                        share[v] += ways[v] / ways[u] * (1 + share[u]);
                    }
                }
                if (i > 0) {
                    betweenness[v] += share[v];
                }
            }
        }
    }

    /** How often a node lies on the shortest ways of others, each ordered pair once; unnormalised. */
    public double betweenness(int node) {
        return betweenness[node];
    }

    /** How near a node is to those it reaches, with the share of all that it reaches (Wasserman and Faust 1994). */
    public double reaching(int node) {
        return reaching[node];
    }

    /** How near those are who reach a node, with the share of all that reach it. */
    public double reached(int node) {
        return reached[node];
    }

    /** How often somebody is met who follows the arcs by their weight and now and then starts anew anywhere. */
    public double pageRank(int node) {
        return pageRank[node];
    }

    /** How much those who approach a node are approached themselves, the largest 1. */
    public double eigenvector(int node) {
        return eigenvector.score(node);
    }

    /** Whether the eigenvector settled. */
    public Eigenvector.Outcome eigenvectorOutcome() {
        return eigenvector.outcome();
    }
}
