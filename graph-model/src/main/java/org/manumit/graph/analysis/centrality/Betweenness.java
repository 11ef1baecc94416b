package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;

/**
 * Betweenness after Freeman (1977): over how many of the shortest ways between two others a node lies, every pair
 * counting once and several shortest ways sharing it; undirected, unnormalised. After Brandes (2001, 2008), on arrays:
 * trees that hang off the rest are folded into their root first, which is exact and spares a search for every contact
 * that has only one tie; the sources are reckoned in blocks whose sums are added in order, so the result does not
 * depend on the number of threads. Time O(nodes times ties) of what is left after folding; runs on all cores.
 */
public final class Betweenness {

    private static final int BLOCKS = 48;
    private static final double CONFIDENCE = 0.95;

    /** Whether ties get a figure too. */
    public enum Ties {
        RECKON,
        SKIP
    }

    private final double[] nodes;
    private final double[] ties;
    private final double[] bounds;
    private final Exactness exactness;

    private Betweenness(double[] nodes, double[] ties, double[] bounds, Exactness exactness) {
        this.nodes = nodes;
        this.ties = ties;
        this.bounds = bounds;
        this.exactness = exactness;
    }

    /** Reckons it exactly, for nodes only. */
    public static Betweenness exact(CompactGraph graph) {
        return exact(graph, Ties.SKIP, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Reckons it exactly.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Betweenness exact(CompactGraph graph, Ties ties, Progress progress, Cancellation cancellation) {
        Folding folding = Folding.of(graph);
        int core = folding.coreSize();
        double[] weights = new double[core];
        for (int c = 0; c < core; c++) {
            weights[c] = folding.weight(c);
        }
        Sums sums =
                run(folding, IntStream.range(0, core).toArray(), weights, ties, Squares.SKIP, progress, cancellation);
        double[] scores = folding.treeScores();
        for (int c = 0; c < core; c++) {
            scores[folding.node(c)] += sums.nodes[c] / 2;
        }
        double[] tieScores = new double[ties == Ties.SKIP ? 0 : graph.tieCount()];
        if (ties == Ties.RECKON) {
            folding.treeTieScores(tieScores);
            for (int p = 0; p < sums.places.length; p++) {
                tieScores[folding.tie(p)] += sums.places[p] / 2;
            }
        }
        return new Betweenness(scores, tieScores, new double[0], Exactness.exact(graph.nodeCount()));
    }

    /**
     * Estimates it from the shortest ways of some nodes, drawn evenly without return (Brandes and Pich 2007). Each
     * figure comes with a bound that holds for all nodes at once with a confidence of 95 per cent, from the spread of
     * the sample (Maurer and Pontil 2009) or its size (Hoeffding 1963), whichever is tighter.
     *
     * @param pivots how many nodes to draw; all of them when there are no more
     * @param seed the same seed draws the same nodes
     */
    public static Betweenness sampled(
            CompactGraph graph, int pivots, long seed, Progress progress, Cancellation cancellation) {
        int n = graph.nodeCount();
        if (pivots < 1) {
            throw new IllegalArgumentException("at least one node must be drawn: " + pivots);
        }
        if (pivots >= n) {
            return exact(graph, Ties.SKIP, progress, cancellation);
        }
        Folding folding = Folding.of(graph);
        int[] drawn = draw(n, pivots, seed);
        int[] times = new int[folding.coreSize()];
        for (int node : drawn) {
            times[folding.anchor(node)]++;
        }
        int[] sources =
                IntStream.range(0, times.length).filter(c -> times[c] > 0).toArray();
        double[] weights = Arrays.stream(sources).mapToDouble(c -> times[c]).toArray();
        Sums sums = run(folding, sources, weights, Ties.SKIP, Squares.SUM, progress, cancellation);
        double[] scores = folding.treeScores();
        double[] bounds = new double[n];
        double range = Math.max(n - 2, 0);
        double log = Math.log(3.0 * n / (1 - CONFIDENCE));
        double hoeffding = range * Math.sqrt(Math.log(2.0 * n / (1 - CONFIDENCE)) / (2 * pivots));
        for (int c = 0; c < folding.coreSize(); c++) {
            double mean = sums.nodes[c] / pivots;
            double variance = Math.max(0, sums.squares[c] / pivots - mean * mean);
            double bernstein = Math.sqrt(2 * variance * log / pivots) + 3 * range * log / pivots;
            int node = folding.node(c);
            scores[node] += mean * n / 2;
            bounds[node] = Math.min(bernstein, hoeffding) * n / 2;
        }
        return new Betweenness(
                scores, new double[0], bounds, new Exactness(Exactness.Kind.SAMPLED, pivots, n, CONFIDENCE));
    }

    private static int[] draw(int n, int count, long seed) {
        int[] all = IntStream.range(0, n).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(n - i);
            int swap = all[i];
            all[i] = all[j];
            all[j] = swap;
        }
        return Arrays.copyOf(all, count);
    }

    private enum Squares {
        SUM,
        SKIP
    }

    private static final class Sums {
        final double[] nodes;
        final double[] squares;
        final double[] places;

        Sums(int nodes, int squares, int places) {
            this.nodes = new double[nodes];
            this.squares = new double[squares];
            this.places = new double[places];
        }

        void add(Sums other) {
            addTo(nodes, other.nodes);
            addTo(squares, other.squares);
            addTo(places, other.places);
        }

        private static void addTo(double[] sum, double[] other) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
        }
    }

    private static Sums run(
            Folding folding,
            int[] sources,
            double[] weights,
            Ties ties,
            Squares squares,
            Progress progress,
            Cancellation cancellation) {
        int n = folding.coreSize();
        int squareCount = squares == Squares.SUM ? n : 0;
        int placeCount = ties == Ties.RECKON ? folding.placeCount() : 0;
        AtomicInteger done = new AtomicInteger();
        // adding the blocks up in groups of their order keeps few of them alive at once
        Sums total = new Sums(n, squareCount, placeCount);
        int blocks = Math.min(BLOCKS, sources.length);
        int atOnce = Math.max(1, Math.min(blocks, (1 << 26) / Math.max(1, n + squareCount + placeCount)));
        for (int first = 0; first < blocks; first += atOnce) {
            int begin = first;
            Sums[] parts = IntStream.range(begin, Math.min(blocks, begin + atOnce))
                    .parallel()
                    .mapToObj(block -> {
                        Search search = new Search(folding, squareCount, placeCount);
                        int to = (int) ((long) sources.length * (block + 1) / blocks);
                        for (int i = (int) ((long) sources.length * block / blocks); i < to; i++) {
                            cancellation.check();
                            search.from(sources[i], weights[i]);
                            int count = done.incrementAndGet();
                            if ((count & 63) == 0) {
                                progress.report(count, sources.length, "Reckoning who lies between whom");
                            }
                        }
                        return search.sums;
                    })
                    .toArray(Sums[]::new);
            for (Sums part : parts) {
                total.add(part);
            }
        }
        return total;
    }

    /** One thread's searches from one source after the other. */
    private static final class Search {
        private static final int FAR = Integer.MAX_VALUE;

        private final int[] offsets;
        private final int[] targets;
        private final double[] omega;
        private final int[] distance;
        private final double[] ways;
        private final double[] share;
        private final int[] queue;
        private final int[] firstNext;
        private final int[] next;
        private final int[] nextPlace;
        private final Sums sums;

        Search(Folding folding, int squareCount, int placeCount) {
            int n = folding.coreSize();
            offsets = folding.offsets();
            targets = folding.targets();
            omega = folding.weights();
            distance = new int[n];
            Arrays.fill(distance, FAR);
            ways = new double[n];
            share = new double[n];
            queue = new int[n + 1];
            firstNext = new int[n + 1];
            next = new int[targets.length];
            nextPlace = new int[placeCount == 0 ? 0 : targets.length];
            sums = new Sums(n, squareCount, placeCount);
        }

        void from(int source, double weight) {
            int reached = nextPlace.length == 0 ? forward(source) : forwardWithPlaces(source);
            if (nextPlace.length > 0) {
                backPlaces(reached, weight);
            }
            back(reached, weight);
            for (int i = 0; i < reached; i++) {
                distance[queue[i]] = FAR;
            }
        }

        private int forward(int source) {
            int[] offsets = this.offsets;
            int[] targets = this.targets;
            int[] distance = this.distance;
            double[] ways = this.ways;
            int[] queue = this.queue;
            int[] next = this.next;
            int tail = 1;
            int nexts = 0;
            queue[0] = source;
            distance[source] = 0;
            ways[source] = 1;
            for (int head = 0; head < tail; head++) {
                int v = queue[head];
                int far = distance[v] + 1;
                double w = ways[v];
                firstNext[head] = nexts;
                for (int p = offsets[v], end = offsets[v + 1]; p < end; p++) {
                    int u = targets[p];
                    int d = distance[u];
                    if (d >= far) {
                        next[nexts++] = u;
                        if (d == FAR) {
                            distance[u] = far;
                            ways[u] = w;
                            queue[tail++] = u;
                        } else {
                            ways[u] += w;
                        }
                    }
                }
            }
            firstNext[tail] = nexts;
            return tail;
        }

        private int forwardWithPlaces(int source) {
            int tail = 1;
            int nexts = 0;
            queue[0] = source;
            distance[source] = 0;
            ways[source] = 1;
            for (int head = 0; head < tail; head++) {
                int v = queue[head];
                int far = distance[v] + 1;
                firstNext[head] = nexts;
                for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                    int u = targets[p];
                    if (distance[u] >= far) {
                        next[nexts] = u;
                        nextPlace[nexts++] = p;
                        if (distance[u] == FAR) {
                            distance[u] = far;
                            ways[u] = ways[v];
                            queue[tail++] = u;
                        } else {
                            ways[u] += ways[v];
                        }
                    }
                }
            }
            firstNext[tail] = nexts;
            return tail;
        }

        private void back(int reached, double weight) {
            double[] total = sums.nodes;
            double[] squares = sums.squares;
            boolean square = squares.length > 0;
            double[] share = this.share;
            double[] ways = this.ways;
            int[] next = this.next;
            int end = firstNext[reached];
            for (int i = reached - 1; i > 0; i--) {
                int v = queue[i];
                int begin = firstNext[i];
                double passing = 0;
                for (int p = begin; p < end; p++) {
                    passing += share[next[p]];
                }
                end = begin;
                double dependency = passing * ways[v];
                share[v] = (omega[v] + dependency) / ways[v];
                total[v] += weight * dependency;
                if (square) {
                    squares[v] += weight * dependency * dependency;
                }
            }
        }

        /** The ties' part; runs before {@link #back}, which needs the same shares again and sets them again. */
        private void backPlaces(int reached, double weight) {
            for (int i = reached - 1; i >= 0; i--) {
                int v = queue[i];
                double passing = 0;
                for (int p = firstNext[i]; p < firstNext[i + 1]; p++) {
                    double through = share[next[p]];
                    passing += through;
                    sums.places[nextPlace[p]] += weight * ways[v] * through;
                }
                share[v] = omega[v] / ways[v] + passing;
            }
        }
    }

    /** A node's betweenness. */
    public double score(int node) {
        return nodes[node];
    }

    /** All nodes' betweenness. */
    public double[] scores() {
        return nodes.clone();
    }

    /**
     * Over how many of the shortest ways between any two a tie lies (Girvan and Newman 2002).
     *
     * @throws IllegalStateException when ties were not asked for
     */
    public double tieScore(int tie) {
        if (ties.length == 0) {
            throw new IllegalStateException("the betweenness of ties was not reckoned");
        }
        return ties[tie];
    }

    /** By how much at most a node's estimate is off, at the confidence of {@link #exactness}; 0 when exact. */
    public double bound(int node) {
        return bounds.length == 0 ? 0 : bounds[node];
    }

    /** Whether the figures are exact, or from how many nodes they were estimated. */
    public Exactness exactness() {
        return exactness;
    }
}
