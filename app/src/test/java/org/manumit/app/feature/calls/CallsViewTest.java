package org.manumit.app.feature.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.feature.calls.CallsPage.CallRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.ChosenThings;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CallsViewTest {
    private final Words words = Words.in(Locale.UK);
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final SlowJobs slow = new SlowJobs();
    private final List<String> went = new ArrayList<>();
    private final CallsViewModel model = new CallsViewModel(session, slow.runner(), words, () -> went.add("chart"));

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new CallsView(model, words).root(), 940, 700));
        stage.show();
    }

    private static TableView<CallRow> table(FxRobot robot, CallTopic topic) {
        return robot.lookup("#calls-" + topic.name().toLowerCase(Locale.ROOT)).queryTableView();
    }

    private void choose(FxRobot robot, String typed) {
        TextField field = robot.lookup("#choose").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(typed);
        });
        robot.push(KeyCode.ENTER);
        robot.interact(slow::finishAll);
    }

    private static void look(FxRobot robot, CallTopic topic) {
        ListView<CallTopic> topics = robot.lookup("#call-topics").queryListView();
        robot.interact(() -> topics.getSelectionModel().select(topic));
    }

    @Test
    void saysWhatToDoWhileNobodyIsChosen(FxRobot robot) {
        robot.interact(slow::finishAll);

        assertThat(robot.lookup(words.text("calls.choose.TOLLS")).tryQuery()).isPresent();
    }

    @Test
    void listsWhomSomebodyCallsAndLeadsToTheRowsAndToTheChart(FxRobot robot) {
        choose(robot, "dorin");

        TableView<CallRow> table = table(robot, CallTopic.TOLLS);
        assertThat(table.getItems().getFirst().cells()).startsWith("Dorin Vale", "Mihai Stan (+40722000002)", "8", "4");
        robot.interact(() -> table.getSelectionModel().selectFirst());
        assertThat(session.selection()).isInstanceOfSatisfying(Selection.OfEvidence.class, evidence -> {
            assertThat(evidence.evidence()).hasSize(12);
            assertThat(session.snapshot().evidence(evidence.evidence())).hasSize(12);
        });
        robot.interact(() -> robot.lookup("#calls-chart").queryButton().fire());
        assertThat(went).containsExactly("chart");
    }

    @Test
    void findsAVictimByPseudonymAndNotByAPartOfTheName(FxRobot robot) {
        assertThat(model.chosen().suggest("Mira")).isEmpty();
        assertThat(model.chosen().suggest("victim"))
                .extracting(ChosenThings.Thing::id)
                .containsExactly(SampleCase.MIRA);
        assertThat(model.chosen().suggest("Mira Elena Pop"))
                .extracting(ChosenThings.Thing::name)
                .containsExactly("Victim 1");
        assertThat(robot.lookup("Mira Elena Pop").tryQuery()).isEmpty();
    }

    @Test
    void findsNumbersThatTwoHaveInCommon(FxRobot robot) {
        choose(robot, "+4915100000003");
        choose(robot, "Mihai");
        look(robot, CallTopic.COMMON);

        assertThat(table(robot, CallTopic.COMMON).getItems()).singleElement().satisfies(row -> assertThat(row.cells())
                .containsExactly("+40722000001", "Dorin Vale", "+4915100000003, Mihai Stan", "17"));
    }

    @Test
    void takesTheRecordsOfAPeriodAndSaysWhatIsWrongWithADate(FxRobot robot) {
        choose(robot, "Dorin");
        TextField from = robot.lookup("#period-from").queryAs(TextField.class);

        robot.interact(() -> from.setText("2025-03-1"));
        assertThat(robot.lookup("#period-fault").queryAs(Labeled.class).getText())
                .contains("2025-03-1");

        robot.interact(() -> from.setText("2025-03-03"));
        robot.interact(slow::finishAll);
        assertThat(robot.lookup("#period-fault").queryAs(Labeled.class).getText())
                .isEmpty();
        assertThat(table(robot, CallTopic.TOLLS).getItems()).singleElement().satisfies(row -> assertThat(row.cells())
                .startsWith("Dorin Vale", "+4915100000003", "", "", "3"));
    }

    @Test
    void showsAnHourOfTheWeekChosenWithTheArrowKeys(FxRobot robot) {
        choose(robot, "Dorin");
        look(robot, CallTopic.HOURS);

        robot.interact(() -> robot.lookup("#hours").query().requestFocus());
        ZonedDateTime first = Instant.parse("2025-03-01T18:00:00Z")
                .atZone(model.pageProperty().get().orElseThrow().enquiry().zone());
        for (int day = 1; day < first.getDayOfWeek().getValue(); day++) {
            robot.push(KeyCode.DOWN);
        }
        for (int hour = 0; hour < first.getHour(); hour++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.ENTER);

        assertThat(session.selection())
                .isInstanceOfSatisfying(Selection.OfEvidence.class, evidence -> assertThat(evidence.evidence())
                        .as("a call and a message begin in that hour")
                        .hasSize(2));
    }

    @Test
    void canBeStoppedAndBegunAgain(FxRobot robot) {
        robot.interact(() -> robot.lookup(node -> node instanceof Button stop
                        && words.text("enquiry.stop").equals(stop.getText()))
                .<Button>query()
                .fire());
        robot.interact(slow::finishAll);
        assertThat(robot.lookup(words.text("enquiry.stopped")).tryQuery()).isPresent();

        robot.interact(() -> robot.lookup(node -> node instanceof Button again
                        && words.text("enquiry.again").equals(again.getText()))
                .<Button>query()
                .fire());
        robot.interact(slow::finishAll);
        assertThat(robot.lookup("#call-topics").tryQuery()).isPresent();
    }
}
