package org.manumit.app.feature.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.verdicts.Judgement.Standing;
import org.manumit.app.feature.verdicts.Judgement.Support;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;

class VerdictsViewModelTest {
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final VerdictsViewModel verdicts = new VerdictsViewModel(
            session,
            new RoleDesk(session, (title, text, go) -> Optional.of("seen in court"), Words.in(Locale.UK)),
            Words.in(Locale.UK));

    private Judgement judgement() {
        return verdicts.judgementProperty().get().orElseThrow();
    }

    @Test
    void givesTheClassWithTheSupportOfEachBestFirst() {
        assertThat(judgement().networkClass().answer()).isEqualTo("Hybrid");
        assertThat(judgement().networkClass().supports())
                .containsExactly(
                        new Support("Hybrid", 0.7, Standing.GIVEN),
                        new Support("Entrepreneurial", 0.2, Standing.OTHER),
                        new Support("Transnational", 0.1, Standing.OTHER));
    }

    @Test
    void weighsReasonsAgainstTheStrongestAndConcealsVictims() {
        Judgement.ReasonRow reason = judgement().networkClass().reasonsFor().getFirst();

        assertThat(reason.text()).isEqualTo("Viktor Brandt tasks Dorin Vale, who recruited Victim 1.");
        assertThat(reason.weight()).isEqualTo(1);
        assertThat(judgement().networkClass().reasonsAgainst().getFirst().weight())
                .isCloseTo(0.375, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void selectsTheEvidenceOfAReason() {
        Judgement.ReasonRow reason = judgement().networkClass().reasonsFor().getFirst();

        verdicts.choose("Class", reason);

        assertThat(session.selection())
                .isInstanceOfSatisfying(Selection.OfEvidence.class, evidence -> assertThat(evidence.evidence())
                        .hasSize(3));
    }

    @Test
    void neverListsAVictimAsCritical() {
        assertThat(judgement().critical())
                .extracting(Judgement.CriticalRow::entity)
                .doesNotContain(SampleCase.MIRA);
    }
}
