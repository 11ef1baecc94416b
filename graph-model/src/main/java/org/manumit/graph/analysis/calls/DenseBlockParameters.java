package org.manumit.graph.analysis.calls;

import java.time.Duration;
import java.util.Objects;

/**
 * What counts as a dense block of short calls.
 *
 * @param longestCall up to which duration a call is short
 * @param leastCallsOfPair how often a pair must call for it to count
 * @param leastNumbers how many numbers a block must have
 * @param leastDensity which share of the possible pairs must call
 * @param mostBlocks how many blocks to look for
 */
public record DenseBlockParameters(
        Duration longestCall, int leastCallsOfPair, int leastNumbers, double leastDensity, int mostBlocks) {

    /** At most a minute, twice or more, six numbers, half the pairs, 20 blocks. */
    public static final DenseBlockParameters USUAL = new DenseBlockParameters(Duration.ofMinutes(1), 2, 6, 0.5, 20);

    public DenseBlockParameters {
        Objects.requireNonNull(longestCall, "longestCall");
    }
}
