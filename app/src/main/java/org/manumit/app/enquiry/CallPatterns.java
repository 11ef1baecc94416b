package org.manumit.app.enquiry;

import java.util.List;
import org.manumit.graph.analysis.calls.CallChain;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.Meeting;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.UnknownNumber;

/**
 * What stands out in the calls of some numbers, or of all whom the case is about.
 *
 * @param chains calls passed on within minutes
 * @param meetings numbers used at the same places at the same time
 * @param breaks silences and bursts
 * @param successors numbers that took over from others
 * @param leads numbers of unknown users that deserve an inquiry
 * @param coverages who holds or calls the numbers of victims held together
 */
public record CallPatterns(
        List<CallChain> chains,
        List<Meeting> meetings,
        List<HabitBreak> breaks,
        List<SuccessorNumber> successors,
        List<UnknownNumber> leads,
        List<ContactCoverage> coverages) {
    public CallPatterns {
        chains = List.copyOf(chains);
        meetings = List.copyOf(meetings);
        breaks = List.copyOf(breaks);
        successors = List.copyOf(successors);
        leads = List.copyOf(leads);
        coverages = List.copyOf(coverages);
    }
}
