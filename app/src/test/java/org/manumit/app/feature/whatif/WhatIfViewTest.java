package org.manumit.app.feature.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WhatIfViewTest {
    private final Words words = Words.in(Locale.UK);
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final SlowJobs slow = new SlowJobs();
    private final WhatIfViewModel model = new WhatIfViewModel(
            session,
            slow.runner(),
            (graph, progress, cancellation) ->
                    new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation),
            words);

    @Start
    void start(Stage stage) {
        session.display(CaseSnapshot.of(SampleCase.graphWithArrest()).with(SampleCase.analysis()));
        stage.setScene(new Scene(new WhatIfView(model, words).root(), 900, 760));
        stage.show();
        slow.finishAll();
    }

    private static ComboBox<Object> events(FxRobot robot) {
        return robot.lookup("#whatif-events").queryComboBox();
    }

    private static void choose(FxRobot robot) {
        robot.interact(() -> events(robot).setValue(events(robot).getItems().getFirst()));
    }

    @Test
    void listsTheEventsOfTheCaseByDateAndWhoTheyBefell(FxRobot robot) {
        assertThat(events(robot).getItems())
                .extracting(Object::toString)
                .containsExactly("2025-04-01: arrest (Mihai Stan)");
        assertThat(events(robot).isVisible()).isTrue();
    }

    @Test
    void tellsWhatChangedSinceAnEvent(FxRobot robot) {
        choose(robot);
        robot.interact(slow::finishAll);

        assertThat(robot.lookup("#whatif-happened").queryAs(Labeled.class).getText())
                .startsWith("2025-04-01: arrest (Mihai Stan)");
        assertThat(events(robot).getValue()).as("what is shown stays chosen").isNotNull();
    }

    @Test
    void keepsTheChoiceWhenItIsMadeAgainWhileTheFirstIsCompared(FxRobot robot) {
        choose(robot);
        robot.interact(() -> model.compare(model.events().getFirst().event()));

        assertThat(events(robot).getValue()).isNotNull();
        robot.interact(slow::finishAll);
        assertThat(robot.lookup("#whatif-happened").tryQuery()).isPresent();
        assertThat(events(robot).getValue()).isNotNull();
    }

    @Test
    void canBeStoppedWhileItCompares(FxRobot robot) {
        choose(robot);
        assertThat(robot.lookup(words.text("job.happened")).tryQuery()).isPresent();

        robot.interact(() -> robot.lookup(node -> node instanceof Button stop
                        && words.text("enquiry.stop").equals(stop.getText()))
                .<Button>query()
                .fire());
        robot.interact(slow::finishAll);

        assertThat(robot.lookup("#whatif-happened").tryQuery()).isEmpty();
        assertThat(robot.lookup("#whatif-answer").tryQuery()).isPresent();
        assertThat(events(robot).getValue()).isNull();
    }
}
