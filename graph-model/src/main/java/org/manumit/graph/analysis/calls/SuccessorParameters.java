package org.manumit.graph.analysis.calls;

import java.time.Duration;
import java.util.Objects;

/**
 * What counts as a number taking over from another.
 *
 * @param longestGap how long after the old number's last record the new one may begin
 * @param longestOverlap how long before it
 * @param shortestSilence how long the old number must have been silent when the records end
 * @param leastRecords how many records each number must have
 * @param leastScore from which score a finding is told
 */
public record SuccessorParameters(
        Duration longestGap, Duration longestOverlap, Duration shortestSilence, int leastRecords, double leastScore) {

    /** Within a month, a week's overlap, a week's silence, five records, as likely as not. */
    public static final SuccessorParameters USUAL =
            new SuccessorParameters(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(7), 5, 0.5);

    public SuccessorParameters {
        Objects.requireNonNull(longestGap, "longestGap");
        Objects.requireNonNull(longestOverlap, "longestOverlap");
        Objects.requireNonNull(shortestSilence, "shortestSilence");
        if (leastRecords < 1) {
            throw new IllegalArgumentException("at least one record is needed: " + leastRecords);
        }
    }
}
