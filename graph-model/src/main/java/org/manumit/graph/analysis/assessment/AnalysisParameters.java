package org.manumit.graph.analysis.assessment;

import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.Period;

/**
 * What to analyse of a case, and how thoroughly.
 *
 * @param network only the network of this name; all when empty
 * @param period only what can have held or was recorded in this time; {@link Period#UNKNOWN} for all time
 * @param stability whether to try how firm each verdict stands
 */
public record AnalysisParameters(Optional<String> network, Period period, Stability stability) {

    /** Whether verdicts are tried against withheld links and people. */
    public enum Stability {
        TRY,
        SKIP
    }

    /** All networks, all time. */
    public static final AnalysisParameters ALL =
            new AnalysisParameters(Optional.empty(), Period.UNKNOWN, Stability.TRY);

    public AnalysisParameters {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(stability, "stability");
    }

    /** The same of another period. */
    public AnalysisParameters within(Period other) {
        return new AnalysisParameters(network, other, stability);
    }
}
