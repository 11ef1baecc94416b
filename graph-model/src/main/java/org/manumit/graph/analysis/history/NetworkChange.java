package org.manumit.graph.analysis.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.PartialDate;
import org.manumit.graph.analysis.Reason;

/**
 * That a network changed.
 *
 * @param at the first day of what is new, as precisely as the dates of the file allow
 * @param reasons what came and went
 * @param event the blow it came with, when there was one
 */
public record NetworkChange(PartialDate at, List<Reason> reasons, Optional<CaseEvent> event) {
    public NetworkChange {
        Objects.requireNonNull(at, "at");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(event, "event");
    }
}
