package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Reason;
import org.manumit.styles.Words;

class ReasonsToldTest {

    private static final ClaimId ROW = ClaimId.of(SampleCase.WORKBOOK, "Ties", 2);
    private static final ClaimId OTHER_ROW = ClaimId.of(SampleCase.WORKBOOK, "Ties", 3);

    private final Session session = SampleCase.session(JobRunner.sameThread());

    private static Reason reason(String text, String source, ClaimId evidence) {
        return new Reason("criterion", 1, text, source, List.of(evidence));
    }

    private Selection.OfEvidence told(List<Reason> reasonsFor, List<Reason> reasonsAgainst) {
        return ReasonsTold.of("Took over", reasonsFor, reasonsAgainst, session.names(), Words.in(Locale.UK));
    }

    @Test
    void saysWhatSpeaksAgainstItAndShowsTheRowsOfBoth() {
        Selection.OfEvidence told = told(
                List.of(reason("Half of the contacts are shared.", "Handbook, ch. 4", ROW)),
                List.of(reason("Both were used on one day.", "Handbook, ch. 4", OTHER_ROW)));

        assertThat(told.statement())
                .isEqualTo("Half of the contacts are shared. Against it: Both were used on one day.");
        assertThat(told.source()).isEqualTo("Handbook, ch. 4");
        assertThat(told.evidence()).containsExactly(ROW, OTHER_ROW);
    }

    @Test
    void saysNothingAgainstItWhereNothingSpeaksAgainstIt() {
        assertThat(told(List.of(reason("Half of the contacts are shared.", "", ROW)), List.of())
                        .statement())
                .isEqualTo("Half of the contacts are shared.");
    }
}
