package org.manumit.graph.analysis.community;

/**
 * How communities are sought.
 *
 * @param resolution 1 as usual; more for smaller communities, less for larger ones
 * @param seed the same seed on the same graph gives the same communities
 * @param mostRounds after how many rounds to stop even if a further one would still improve
 */
public record CommunityParameters(double resolution, long seed, int mostRounds) {

    /** Resolution 1, at most 20 rounds. */
    public static final CommunityParameters USUAL = new CommunityParameters(1, 20_090_101, 20);

    public CommunityParameters {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("the resolution must be positive: " + resolution);
        }
        if (mostRounds < 1) {
            throw new IllegalArgumentException("at least one round is needed: " + mostRounds);
        }
    }

    /** The same at another resolution. */
    public CommunityParameters atResolution(double other) {
        return new CommunityParameters(other, seed, mostRounds);
    }
}
