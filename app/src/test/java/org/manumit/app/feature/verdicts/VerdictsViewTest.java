package org.manumit.app.feature.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.ClaimId;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class VerdictsViewTest {
    private final Words words = Words.in(Locale.UK);
    private final Session session = SampleCase.session(JobRunner.sameThread());

    @Start
    void start(Stage stage) {
        session.display(CaseSnapshot.of(SampleCase.graph()).with(SampleCase.changed()));
        VerdictsViewModel model = new VerdictsViewModel(
                session, new RoleDesk(session, (title, text, go) -> Optional.empty(), words), words);
        stage.setScene(new Scene(new VerdictsView(model, words).root(), 760, 900));
        stage.show();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup("#verdict-history .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void tellsWhatTheNetworkWasBeforeAndAfterAChangeAndConcealsVictims(FxRobot robot) {
        List<String> texts = texts(robot);

        assertThat(texts)
                .containsSubsequence(
                        "Until 2025-04-01",
                        "Class: Hybrid · Shape: Chain",
                        "Change about 2025-04-01",
                        "From 2025-04-01",
                        "Class: Insufficient evidence · Shape: Chain");
        assertThat(String.join("\n", texts)).contains("who moved Victim 1").doesNotContain("Mira");
    }

    @Test
    void leadsFromTheReasonOfAChangeToItsRow(FxRobot robot) {
        ClickableRow reason = robot.lookup("#verdict-history .reason").queryAs(ClickableRow.class);

        robot.interact(reason::requestFocus);
        robot.push(KeyCode.ENTER);

        assertThat(session.selection())
                .isInstanceOfSatisfying(Selection.OfEvidence.class, evidence -> assertThat(evidence.evidence())
                        .containsExactly(ClaimId.of(SampleCase.WORKBOOK, "Journeys", 2)));
    }
}
