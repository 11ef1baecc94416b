package org.manumit.graph.analysis.centrality;

import java.util.Locale;

/**
 * Whether a figure is exact or estimated from a sample, to be said wherever the figure is shown or exported.
 *
 * @param kind exact or sampled
 * @param pivots from how many nodes it was reckoned
 * @param nodes how many nodes there are
 * @param confidence how surely all figures at once lie within their bounds; 1 when exact
 */
public record Exactness(Kind kind, int pivots, int nodes, double confidence) {

    /** How a figure was reckoned. */
    public enum Kind {
        EXACT,
        SAMPLED
    }

    /** Exact figures on so many nodes. */
    public static Exactness exact(int nodes) {
        return new Exactness(Kind.EXACT, nodes, nodes, 1);
    }

    public Exactness {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence must be above 0 and at most 1: " + confidence);
        }
    }

    /** A sentence about betweenness, to be read by whoever gets the figures without the program. */
    public String ofBetweenness() {
        return switch (kind) {
            case EXACT -> "Betweenness is exact.";
            case SAMPLED ->
                String.format(
                        Locale.ROOT,
                        "Betweenness is estimated from %,d of %,d nodes drawn by chance; it is off by no more than the "
                                + "bound beside it, for all nodes at once with a confidence of %.0f per cent.",
                        pivots,
                        nodes,
                        confidence * 100);
        };
    }

    /** For a user to read: {@code exact}, or {@code estimated from 512 of 40,000 nodes}. */
    @Override
    public String toString() {
        return switch (kind) {
            case EXACT -> "exact";
            case SAMPLED -> String.format(Locale.ROOT, "estimated from %,d of %,d nodes", pivots, nodes);
        };
    }
}
