package org.manumit.graph.analysis.roles;

import java.util.Collection;
import java.util.Optional;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;

/** Periods of several claims taken together. */
public final class Periods {

    private Periods() {}

    /** From the earliest beginning to the latest end that are known; open when one of them is. */
    public static Period span(Collection<Period> periods) {
        Optional<PartialDate> from = Optional.empty();
        Optional<PartialDate> to = Optional.empty();
        boolean open = false;
        for (Period period : periods) {
            if (period.from().isPresent()
                    && (from.isEmpty() || period.from().get().compareTo(from.get()) < 0)) {
                from = period.from();
            }
            if (period.to().isPresent() && (to.isEmpty() || period.to().get().compareTo(to.get()) > 0)) {
                to = period.to();
            }
            open |= period.end() == Period.End.OPEN;
        }
        return open ? new Period(from, Optional.empty(), Period.End.OPEN) : Period.between(from, to);
    }
}
