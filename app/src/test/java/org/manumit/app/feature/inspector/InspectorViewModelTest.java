package org.manumit.app.feature.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.inspector.Inspection.ClaimSection;
import org.manumit.app.feature.inspector.Inspection.Concealment;
import org.manumit.app.feature.inspector.Inspection.Fact;
import org.manumit.app.feature.inspector.Inspection.FactSection;
import org.manumit.app.feature.inspector.Inspection.RecordSection;
import org.manumit.app.feature.inspector.Inspection.Section;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.ClaimId;
import org.manumit.styles.Words;

class InspectorViewModelTest {
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final InspectorViewModel inspector = new InspectorViewModel(
            session,
            new RoleDesk(session, (title, text, go) -> Optional.of("seen in court"), Words.in(Locale.UK)),
            new MeasureDesk(session, JobRunner.sameThread(), Words.in(Locale.UK)),
            Words.in(Locale.UK));

    private <S extends Section> List<S> sections(Class<S> kind) {
        return inspector.inspectionProperty().get().orElseThrow().sections().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void showsNothingUntilSomethingIsSelected() {
        assertThat(inspector.inspectionProperty().get()).isEmpty();
    }

    @Test
    void putsContradictionsSideBySideEachWithItsRow() {
        session.select(SampleCase.DORIN);

        Fact born = sections(FactSection.class).getFirst().facts().getFirst();

        assertThat(born.name()).isEqualTo("born");
        assertThat(born.isConflicting()).isTrue();
        assertThat(born.values()).extracting(Inspection.FactValue::text).containsExactly("1981", "1979");
        assertThat(born.values().getLast().place()).isEqualTo("case-workbook.xlsx, sheet People, row 6");
    }

    @Test
    void listsTheRecordsBetweenTwoInOrderOfTimeWithFileAndRow() {
        session.select(new Selection.OfLink(SampleCase.DORIN, SampleCase.MIHAI));

        RecordSection calls = sections(RecordSection.class).getFirst();

        assertThat(calls.rows()).hasSize(12);
        assertThat(calls.zone()).isEqualTo("Europe/Bucharest");
        assertThat(calls.rows().getFirst().time()).isEqualTo("2025-03-01 20:00:00");
        assertThat(calls.rows().getFirst().from()).isEqualTo("Mihai Stan (+40722000002)");
        assertThat(calls.rows().getFirst().place()).isEqualTo("calls.csv, row 2");
    }

    @Test
    void showsExactAmountsAndConcealsVictimsInPurposes() {
        session.select(new Selection.OfLink(SampleCase.VIKTOR, SampleCase.DORIN));

        RecordSection transfers = sections(RecordSection.class).getFirst();

        assertThat(transfers.rows().getFirst().what()).isEqualTo("1,250.50 EUR");
        assertThat(transfers.rows().getFirst().measure()).isEqualTo("purpose=rent for Victim 1");
    }

    @Test
    void leadsFromAReasonToItsClaimsAndRecords() {
        session.select(new Selection.OfEvidence(
                "Class",
                "Mira was recruited.",
                "Picarelli, ch. 3",
                List.of(ClaimId.of(SampleCase.WORKBOOK, "Recruitment", 2), ClaimId.of(SampleCase.CALLS, "", 3))));

        assertThat(sections(Inspection.TextSection.class).getFirst().text()).isEqualTo("Victim 1 was recruited.");
        assertThat(sections(ClaimSection.class).getFirst().claims().getFirst().place())
                .isEqualTo("case-workbook.xlsx, sheet Recruitment, row 2");
        assertThat(sections(RecordSection.class).getFirst().rows()).hasSize(1);
    }

    @Test
    void revealsAVictimOnRequest() {
        session.select(SampleCase.MIRA);
        assertThat(inspector.inspectionProperty().get().orElseThrow().concealed())
                .isEqualTo(Concealment.CONCEALED);

        inspector.reveal();

        assertThat(inspector.inspectionProperty().get().orElseThrow().title()).isEqualTo("Mira Elena Pop");
        assertThat(inspector.inspectionProperty().get().orElseThrow().concealed())
                .isEqualTo(Concealment.REVEALED);
    }
}
