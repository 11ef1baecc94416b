package org.manumit.graph.analysis.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;

/**
 * That a number was not used for days, or used far more, than its own past lets expect (Williams, ch. 10, in Friesendorf
 * 2009; 003, l. 16478-16488).
 *
 * @param number the number
 * @param kind what it did
 * @param from the first day
 * @param to the last day
 * @param records how many records fall into these days
 * @param expected how many its usual use lets expect
 * @param evidence of a silence the records before and after it, of a burst its first ones
 */
public record HabitBreak(
        EntityId number,
        Kind kind,
        LocalDate from,
        LocalDate to,
        int records,
        double expected,
        List<ClaimId> evidence) {

    /** How a number departs from its habit. */
    public enum Kind {
        SILENCE,
        /** Silent from then on, as far as the files reach. */
        SILENT_SINCE,
        BURST
    }

    public HabitBreak {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        evidence = List.copyOf(evidence);
    }
}
