package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;

/**
 * How near every node is to the others, exactly. Searches from 64 nodes at a time with a bit each (the idea of Then and
 * others 2014); because ties have no direction, how far the 64 are from a node is how far the node is from them.
 */
public final class Closeness {

    private static final int BLOCKS = 16;

    private final int n;
    private final long[] farness;
    private final long[] reached;
    private final double[] harmonic;

    private Closeness(int n) {
        this.n = n;
        farness = new long[n];
        reached = new long[n];
        harmonic = new double[n];
    }

    /** Reckons it. */
    public static Closeness of(CompactGraph graph) {
        return of(graph, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Reckons it; time O(nodes times ties / 64) for each step of the longest shortest way.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Closeness of(CompactGraph graph, Progress progress, Cancellation cancellation) {
        int n = graph.nodeCount();
        int batches = (n + 63) / 64;
        int blocks = Math.min(BLOCKS, batches);
        Closeness total = new Closeness(n);
        Closeness[] parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    Closeness part = new Closeness(n);
                    long[][] bits = new long[3][n];
                    int to = (int) ((long) batches * (block + 1) / blocks);
                    for (int batch = (int) ((long) batches * block / blocks); batch < to; batch++) {
                        part.search(graph, batch * 64, bits, cancellation);
                        if (block == 0) {
                            progress.report((long) batch * blocks, batches, "Reckoning who is near to whom");
                        }
                    }
                    return part;
                })
                .toArray(Closeness[]::new);
        for (Closeness part : parts) {
            for (int v = 0; v < n; v++) {
                total.farness[v] += part.farness[v];
                total.reached[v] += part.reached[v];
                total.harmonic[v] += part.harmonic[v];
            }
        }
        return total;
    }

    private void search(CompactGraph graph, int first, long[][] bits, Cancellation cancellation) {
        long[] seen = bits[0];
        long[] now = bits[1];
        long[] next = bits[2];
        Arrays.fill(seen, 0);
        Arrays.fill(now, 0);
        Arrays.fill(next, 0);
        for (int i = first; i < Math.min(n, first + 64); i++) {
            seen[i] = now[i] = 1L << (i - first);
        }
        boolean more = true;
        for (int step = 1; more; step++) {
            cancellation.check();
            for (int v = 0; v < n; v++) {
                long wave = now[v];
                if (wave != 0) {
                    for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                        next[graph.target(p)] |= wave;
                    }
                }
            }
            more = false;
            for (int v = 0; v < n; v++) {
                long fresh = next[v] & ~seen[v];
                next[v] = 0;
                now[v] = fresh;
                if (fresh != 0) {
                    more = true;
                    seen[v] |= fresh;
                    int count = Long.bitCount(fresh);
                    reached[v] += count;
                    farness[v] += (long) step * count;
                    harmonic[v] += (double) count / step;
                }
            }
        }
    }

    /**
     * One over the mean distance to those a node reaches, times the share of all others that it reaches (Wasserman and
     * Faust 1994), so that figures of different components can be compared; 0 for who reaches nobody.
     */
    public double score(int node) {
        return farness[node] == 0 ? 0 : (double) reached[node] / farness[node] * ((double) reached[node] / (n - 1));
    }

    /** The sum of one over the distance to every other (Marchiori and Latora 2000), unnormalised. */
    public double harmonic(int node) {
        return harmonic[node];
    }

    /** How many others a node reaches. */
    public long reached(int node) {
        return reached[node];
    }
}
