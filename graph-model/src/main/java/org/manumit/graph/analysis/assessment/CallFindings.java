package org.manumit.graph.analysis.assessment;

import java.util.List;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.UnknownNumber;

/**
 * What the call records and handsets show beyond roles and networks.
 *
 * @param successors numbers that took over from others
 * @param coverages who holds or calls the numbers of victims held together; holders who are victims too come last
 * @param leads numbers of unknown users that deserve an inquiry, the best founded first
 */
public record CallFindings(
        List<SuccessorNumber> successors, List<ContactCoverage> coverages, List<UnknownNumber> leads) {

    /** Nothing found. */
    public static final CallFindings NONE = new CallFindings(List.of(), List.of(), List.of());

    public CallFindings {
        successors = List.copyOf(successors);
        coverages = List.copyOf(coverages);
        leads = List.copyOf(leads);
    }
}
