package org.manumit.app.feature.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.enquiry.PathEnquiry.Manner;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.EntityId;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PathsViewTest {
    private final Words words = Words.in(Locale.UK);
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final List<String> went = new ArrayList<>();
    private final PathsViewModel model =
            new PathsViewModel(session, JobRunner.sameThread(), words, () -> went.add("chart"));

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new PathsView(model, words).root(), 940, 700));
        stage.show();
    }

    private void choose(FxRobot robot, EntityId... who) {
        robot.interact(() -> List.of(who).forEach(model.chosen()::add));
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#paths-headline").queryAs(Labeled.class).getText();
    }

    @Test
    void asksForTheOtherWhileOnlyOneIsChosen(FxRobot robot) {
        choose(robot, SampleCase.MIHAI);

        assertThat(robot.lookup(words.text("paths.choose.other", "Mihai Stan")).tryQuery())
                .isPresent();
    }

    @Test
    void showsAWayAndItsStepsAndSelectsThemForTheChart(FxRobot robot) {
        choose(robot, SampleCase.UNKNOWN_NUMBER, SampleCase.MIHAI);

        assertThat(headline(robot)).contains("between +4915100000003 and Mihai Stan");
        List<ClickableRow> rows = new ArrayList<>(
                robot.lookup(node -> node instanceof ClickableRow).queryAllAs(ClickableRow.class));
        robot.interact(rows.getFirst()::requestFocus);
        robot.push(KeyCode.ENTER);
        assertThat(session.selection()).isInstanceOfSatisfying(Selection.OfWay.class, way -> {
            assertThat(way.on()).containsExactly(SampleCase.UNKNOWN_NUMBER, SampleCase.DORIN, SampleCase.MIHAI);
            assertThat(way.ties())
                    .containsExactly(
                            new Selection.OfLink(SampleCase.UNKNOWN_NUMBER, SampleCase.DORIN),
                            new Selection.OfLink(SampleCase.DORIN, SampleCase.MIHAI));
            assertThat(session.snapshot().evidence(way.evidence())).hasSize(17);
        });

        robot.interact(rows.get(1)::requestFocus);
        robot.push(KeyCode.SPACE);
        assertThat(session.selection()).isInstanceOfSatisfying(Selection.OfWay.class, step -> assertThat(step.on())
                .hasSize(2));
    }

    @Test
    void joinsMoreThanTwoByTheSmallestNetwork(FxRobot robot) {
        choose(robot, SampleCase.UNKNOWN_NUMBER, SampleCase.MIHAI, SampleCase.VIKTOR);

        assertThat(headline(robot)).startsWith("The smallest network that joins");
        assertThat(robot.lookup("#paths-manner").query().isVisible()).isFalse();
    }

    @Test
    void followsCallsThatComeOneAfterTheOtherAndSaysWhenThereAreNone(FxRobot robot) {
        choose(robot, SampleCase.UNKNOWN_NUMBER, SampleCase.MIHAI);
        robot.interact(() -> model.mannerProperty().set(Manner.IN_TIME));

        assertThat(robot.lookup(words.text("paths.none.IN_TIME")).tryQuery())
                .as("messages go one way: nothing goes out from the unknown number")
                .isPresent();

        robot.interact(() -> {
            model.chosen().clear();
            model.chosen().add(SampleCase.MIHAI);
            model.chosen().add(SampleCase.UNKNOWN_NUMBER);
        });
        assertThat(headline(robot)).contains("Mihai Stan and +4915100000003");
        assertThat(model.pageProperty().get().orElseThrow().ways().getFirst().steps())
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.what()).startsWith("call of 2025-03-0"));
    }

    @Test
    void asksToTakeOutAllButTwoForCallsOneAfterTheOther(FxRobot robot) {
        robot.interact(() -> model.mannerProperty().set(Manner.IN_TIME));
        choose(robot, SampleCase.UNKNOWN_NUMBER, SampleCase.MIHAI, SampleCase.VIKTOR);

        assertThat(robot.lookup(words.text("paths.choose.onlyTwo")).tryQuery()).isPresent();
        assertThat(robot.lookup("#paths-manner").query().isVisible()).isTrue();
    }
}
