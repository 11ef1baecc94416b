package org.manumit.app.feature.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.SampleStatement;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.edit.FindingReview;
import org.manumit.importers.findings.FindingKind;
import org.manumit.styles.Words;

class DocumentsViewModelTest {

    private static final EntityId NEW_NUMBER = EntityId.of(EntityKind.PHONE, "+40744555666");

    private final JobRunner jobs = JobRunner.sameThread();
    private final Session session = SampleStatement.session(jobs);
    private final DocumentsViewModel model = new DocumentsViewModel(session, jobs, Words.in(Locale.UK));

    @BeforeEach
    void show() {
        model.shown();
    }

    private List<String> values() {
        return model.offers().stream().map(Offer::value).toList();
    }

    private Offer offer(FindingKind kind, int number) {
        return model.offers().stream()
                .filter(offer -> offer.finding().kind() == kind)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private CaseGraph graph() {
        return session.snapshot().graph();
    }

    @Test
    void offersWhatTheStatementSpeaksOf() {
        assertThat(model.documents()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("statement.docx");
            assertThat(row.passages()).isEqualTo(3);
            assertThat(row.offers()).isEqualTo(model.offers().size());
        });
        assertThat(values())
                .containsExactly(
                        "2024-03-05",
                        "Dorin Vale",
                        "+40722000001",
                        "+40744555666",
                        "Victim 1",
                        "1500 EUR",
                        "Viktor Brandt",
                        "MXY1234");
    }

    @Test
    void showsAVictimByPseudonymEvenWhereTheNameIsDeclined() {
        String shown = model.text().stream()
                .flatMap(paragraph -> paragraph.parts().stream())
                .map(Paragraph.Part::text)
                .collect(Collectors.joining());

        assertThat(shown).contains("Victim 1 wurden 1.500 Euro").doesNotContain("Mire", "Pop");
        assertThat(model.offers()).noneMatch(offer -> offer.sentence().contains("Mire"));

        session.revealAll();

        assertThat(model.text().get(1).parts().getFirst().text()).isEqualTo("Mirei Pop");
    }

    @Test
    void addsNothingBeforeSomebodyAccepts() {
        assertThat(graph().entity(NEW_NUMBER)).isEmpty();
    }

    @Test
    void acceptsANumberAsAMentionWithItsPlaceAndGradesAndTiesItToNobody() {
        model.look(offer(FindingKind.PHONE, 1));

        model.accept();

        assertThat(graph().entity(NEW_NUMBER)).isPresent();
        Claim mention =
                graph().claimsAbout(graph().indexOf(NEW_NUMBER).orElseThrow()).getFirst();
        assertThat(mention.type()).isEqualTo(ClaimType.PASSAGE);
        assertThat(mention.holders(Part.SUBJECT)).containsExactly(SampleStatement.DOCUMENT);
        assertThat(mention.holders(Part.ABOUT)).containsExactly(NEW_NUMBER);
        assertThat(mention.refersTo()).containsExactly(SampleStatement.passage(1));
        assertThat(mention.provenance().page()).isEqualTo("statement.docx, page 1, paragraph 1");
        assertThat(mention.value("text")).isEqualTo("Seine neue Nummer ist +40 744 555 666.");
        assertThat(mention.value("by")).isEqualTo("tester");
        assertThat(mention.grades()).isEqualTo(new Grades("B", "2", "4"));
        assertThat(graph().claimsAbout(graph().indexOf(NEW_NUMBER).orElseThrow()))
                .hasSize(1);
        assertThat(values()).doesNotContain("+40744555666");
    }

    @Test
    void tiesANumberToAPersonOfTheParagraphOnlyWhenTold() {
        Offer number = offer(FindingKind.PHONE, 1);
        assertThat(number.owners()).extracting(Offer.Named::entity).containsExactly(SampleCase.DORIN);
        model.look(number);
        model.belongsTo(number, Optional.of(SampleCase.DORIN));

        model.accept();

        assertThat(graph().claims(ClaimType.PHONE))
                .filteredOn(claim -> claim.first(Part.SUBJECT).equals(Optional.of(NEW_NUMBER)))
                .singleElement()
                .satisfies(claim -> assertThat(claim.holders(Part.USER)).containsExactly(SampleCase.DORIN));
    }

    @Test
    void takesAReviewOfManyBackAsOne() {
        List<String> before = values();
        int claims = graph().claims().size();
        model.offers().forEach(model::toggle);

        model.accept();

        assertThat(values()).isEmpty();
        assertThat(session.undo().nextUndoProperty().get()).hasValue("accept 8 findings");

        session.undo().undo();

        assertThat(values()).isEqualTo(before);
        assertThat(graph().claims()).hasSize(claims);
        assertThat(graph().entity(NEW_NUMBER)).isEmpty();
    }

    @Test
    void doesNotOfferAgainWhatWasDismissedUntilThatIsTakenBack() {
        model.look(offer(FindingKind.AMOUNT, 0));

        model.dismiss();

        assertThat(values()).doesNotContain("1500 EUR");
        assertThat(graph().claims(ClaimType.DECISION))
                .anySatisfy(claim -> assertThat(FindingReview.findingOf(claim)).isPresent());

        session.undo().undo();

        assertThat(values()).contains("1500 EUR");
    }

    @Test
    void acceptsAllOfAKindButTheWeakOnes() {
        model.look(offer(FindingKind.NAME, 0));

        model.acceptKind();

        assertThat(values()).contains("Viktor Brandt").doesNotContain("Dorin Vale");
    }

    @Test
    void keepsLookingAtWhatTheViewChoseAfterAReview() {
        model.offers().addListener((ListChangeListener<Offer>) change -> {
            if (!model.offers().isEmpty()) {
                model.lookedProperty().set(Optional.of(model.offers().getFirst()));
            }
        });
        model.look(offer(FindingKind.DATE, 0));

        model.accept();
        model.accept();

        assertThat(values()).hasSize(6);
    }

    @Test
    void selectsInAllViewsWhatAFindingMeans() {
        model.look(offer(FindingKind.NAME, 0));

        assertThat(session.selection()).isEqualTo(new Selection.OfEntity(SampleCase.DORIN));
    }
}
