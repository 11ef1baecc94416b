package org.manumit.graph.analysis.centrality;

import java.util.ArrayList;
import java.util.List;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

/**
 * Eigenvector centrality (Bonacich 1972): who is tied to those who are themselves well tied. Scaled so that the largest
 * is 1; in a graph of several parts only the one with the largest eigenvalue has any, or each of those that share it.
 * Parts are reckoned one by one, because over all of them at once a shared eigenvalue leaves it to rounding, and so to
 * the order of the nodes, who gets what.
 */
public final class Eigenvector {

    /** How far two parts' eigenvalues may lie apart, as a share, to count as one: above what rounding does. */
    private static final double SAME = 1e-10;

    private final double[] scores;
    private final Outcome outcome;

    /** Whether the iteration settled. */
    public enum Outcome {
        SETTLED,
        /** The best figures after the most iterations allowed. */
        UNSETTLED
    }

    private Eigenvector(double[] scores, Outcome outcome) {
        this.scores = scores;
        this.outcome = outcome;
    }

    /** Reckons it. */
    public static Eigenvector of(CompactGraph graph) {
        return of(graph, Cancellation.NEVER);
    }

    /**
     * Reckons it.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Eigenvector of(CompactGraph graph, Cancellation cancellation) {
        int n = graph.nodeCount();
        if (graph.tieCount() == 0) {
            return new Eigenvector(new double[n], Outcome.SETTLED);
        }
        Components components = Components.of(graph);
        int[][] members = members(graph, components);
        double least = 0;
        for (int[] part : members) {
            least = Math.max(least, leastEigenvalue(graph, part));
        }
        int[] local = new int[n];
        List<Part> parts = new ArrayList<>();
        double largest = 0;
        for (int c = 0; c < members.length; c++) {
            int[] part = members[c];
            if (mostEigenvalue(graph, part) >= least * (1 - SAME)) {
                Part reckoned = new Part(c, reckon(graph, part, local, cancellation));
                parts.add(reckoned);
                largest = Math.max(largest, reckoned.eigen().value());
            }
        }
        double[] scores = new double[n];
        Outcome outcome = Outcome.SETTLED;
        for (Part part : parts) {
            if (part.eigen().value() >= largest * (1 - SAME)) {
                int[] nodes = members[part.index()];
                for (int i = 0; i < nodes.length; i++) {
                    scores[nodes[i]] = part.eigen().score(i);
                }
            }
            outcome = part.eigen().outcome() == Outcome.UNSETTLED ? Outcome.UNSETTLED : outcome;
        }
        return new Eigenvector(scores, outcome);
    }

    private record Part(int index, LargestEigenvector eigen) {}

    /** The nodes of every part, ascending. */
    private static int[][] members(CompactGraph graph, Components components) {
        int[][] members = new int[components.count()][];
        int[] filled = new int[members.length];
        for (int c = 0; c < members.length; c++) {
            members[c] = new int[components.size(c)];
        }
        for (int v = 0; v < graph.nodeCount(); v++) {
            int c = components.component(v);
            members[c][filled[c]++] = v;
        }
        return members;
    }

    /** The eigenvalue is at least the root of the largest degree (a star's) and at least the mean degree. */
    private static double leastEigenvalue(CompactGraph graph, int[] part) {
        return Math.max(Math.sqrt(mostDegree(graph, part)), (double) tieEnds(graph, part) / part.length);
    }

    /** The eigenvalue is at most the largest degree, and by Hong (1988) the root of ties twice less nodes plus one. */
    private static double mostEigenvalue(CompactGraph graph, int[] part) {
        return Math.min(mostDegree(graph, part), Math.sqrt((double) tieEnds(graph, part) - part.length + 1));
    }

    private static int mostDegree(CompactGraph graph, int[] part) {
        int most = 0;
        for (int v : part) {
            most = Math.max(most, graph.degree(v));
        }
        return most;
    }

    private static long tieEnds(CompactGraph graph, int[] part) {
        long ends = 0;
        for (int v : part) {
            ends += graph.degree(v);
        }
        return ends;
    }

    private static LargestEigenvector reckon(CompactGraph graph, int[] part, int[] local, Cancellation cancellation) {
        int[] offsets = new int[part.length + 1];
        for (int i = 0; i < part.length; i++) {
            local[part[i]] = i;
            offsets[i + 1] = offsets[i] + graph.degree(part[i]);
        }
        int[] targets = new int[offsets[part.length]];
        for (int i = 0; i < part.length; i++) {
            int start = graph.start(part[i]);
            for (int p = start; p < graph.start(part[i] + 1); p++) {
                targets[offsets[i] + p - start] = local[graph.target(p)];
            }
        }
        return LargestEigenvector.of(offsets, targets, cancellation);
    }

    /** A node's figure, from 0 to 1. */
    public double score(int node) {
        return scores[node];
    }

    /** All nodes' figures. */
    public double[] scores() {
        return scores.clone();
    }

    /** Whether the iteration settled. */
    public Outcome outcome() {
        return outcome;
    }
}
