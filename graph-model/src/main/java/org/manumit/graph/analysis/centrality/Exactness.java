package org.manumit.graph.analysis.centrality;

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

    /** For a user to read: {@code exact}, or {@code estimated from 512 of 40,000 nodes}. */
    @Override
    public String toString() {
        return switch (kind) {
            case EXACT -> "exact";
            case SAMPLED -> String.format("estimated from %,d of %,d nodes", pivots, nodes);
        };
    }
}
