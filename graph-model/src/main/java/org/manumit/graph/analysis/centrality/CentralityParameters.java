package org.manumit.graph.analysis.centrality;

import java.util.Objects;
import org.manumit.graph.analysis.community.CommunityParameters;

/**
 * How measures of a tie graph are reckoned.
 *
 * @param exactUpTo up to how many nodes times ties betweenness is exact; above it is estimated
 * @param pivots from how many nodes it is then estimated
 * @param seed which nodes those are
 * @param communities how communities are sought
 */
public record CentralityParameters(long exactUpTo, int pivots, long seed, CommunityParameters communities) {

    /** Exact up to about ten seconds' work on two cores; above that, from 2,000 nodes. */
    public static final CentralityParameters USUAL =
            new CentralityParameters(2_000_000_000L, 2_000, 20_090_101, CommunityParameters.USUAL);

    /** Exact whatever it takes, for a run in the background. */
    public static final CentralityParameters EXACT =
            new CentralityParameters(Long.MAX_VALUE, 2_000, 20_090_101, CommunityParameters.USUAL);

    public CentralityParameters {
        Objects.requireNonNull(communities, "communities");
        if (pivots < 1) {
            throw new IllegalArgumentException("at least one node must be drawn: " + pivots);
        }
    }
}
