package org.manumit.graph.analysis.assessment;

import java.util.List;
import org.manumit.graph.analysis.calls.CallChain;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.Meeting;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.UnknownNumber;

/**
 * What the call records and handsets show beyond roles and networks.
 *
 * @param successors numbers that took over from others
 * @param coverages who holds or calls the numbers of victims held together; holders who are victims too come last
 * @param leads numbers of unknown users that deserve an inquiry, the best founded first
 * @param chains calls that people of the case pass on within minutes, the least likely by chance first
 * @param meetings numbers that are used at the same antennas at the same time, the best founded first
 * @param countries the country codes of the numbers, those with the most records first
 */
public record CallFindings(
        List<SuccessorNumber> successors,
        List<ContactCoverage> coverages,
        List<UnknownNumber> leads,
        List<CallChain> chains,
        List<Meeting> meetings,
        List<CountryCode> countries) {

    /** Nothing found. */
    public static final CallFindings NONE =
            new CallFindings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public CallFindings {
        successors = List.copyOf(successors);
        coverages = List.copyOf(coverages);
        leads = List.copyOf(leads);
        chains = List.copyOf(chains);
        meetings = List.copyOf(meetings);
        countries = List.copyOf(countries);
    }
}
