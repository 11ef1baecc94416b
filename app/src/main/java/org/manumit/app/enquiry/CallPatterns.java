package org.manumit.app.enquiry;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.HourProfile;

/**
 * What stands out in the calls of some numbers, or of all whom the case is about.
 *
 * @param findings what the analysis of a case looks for, here in these calls
 * @param habits silences and bursts
 * @param hours when in the week, of all of them taken together
 */
public record CallPatterns(CallFindings findings, List<HabitBreak> habits, HourProfile hours) {
    public CallPatterns {
        Objects.requireNonNull(findings, "findings");
        habits = List.copyOf(habits);
        Objects.requireNonNull(hours, "hours");
    }
}
