package org.manumit.app.feature.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.feature.measures.MeasuresPage.MeasureRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.app.shell.SilentDialogs;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MeasuresViewTest {
    private final Words words = Words.in(Locale.UK);
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final SlowJobs slow = new SlowJobs();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final List<String> went = new ArrayList<>();

    @Start
    void start(Stage stage) {
        MeasureDesk desk = new MeasureDesk(session, slow.runner(), words);
        MeasuresViewModel model = new MeasuresViewModel(
                session,
                JobRunner.sameThread(),
                desk,
                dialogs,
                new CaseOutput(
                        (graph, progress, cancellation) -> SampleCase.analysis(),
                        new ChartPictures(),
                        Clock.systemUTC(),
                        "tester",
                        "test"),
                words,
                () -> went.add("chart"));
        session.display(CaseSnapshot.of(SampleCase.graph()).with(SampleCase.estimated()));
        stage.setScene(new Scene(new MeasuresView(model, words).root(), 940, 700));
        stage.show();
    }

    private static TableView<MeasureRow> table(FxRobot robot) {
        return robot.lookup("#measures-table").queryTableView();
    }

    private static String exactness(FxRobot robot) {
        return robot.lookup("#measures-exactness").queryAs(Labeled.class).getText();
    }

    private static List<String> names(FxRobot robot) {
        return table(robot).getItems().stream()
                .map(row -> row.cells().getFirst())
                .toList();
    }

    @Test
    void saysThatFiguresAreEstimatedUntilTheExactRunIsThrough(FxRobot robot) {
        assertThat(exactness(robot)).contains("estimated from 2 of").contains(words.text("inspector.measure.underWay"));

        robot.interact(slow::finishAll);

        assertThat(exactness(robot)).isEqualTo(words.text("measures.exact"));
        assertThat(robot.lookup("#measures-act").query().isVisible()).isFalse();
    }

    @Test
    void stopsTheExactRunAndOffersItAgain(FxRobot robot) {
        robot.interact(() -> robot.lookup("#measures-act").queryButton().fire());
        robot.interact(slow::finishAll);
        assertThat(exactness(robot)).contains(words.text("inspector.measure.stopped"));

        robot.interact(() -> robot.lookup("#measures-act").queryButton().fire());
        robot.interact(slow::finishAll);
        assertThat(exactness(robot)).isEqualTo(words.text("measures.exact"));
    }

    @Test
    void ranksNoVictimAndSelectsWhoIsChosen(FxRobot robot) {
        assertThat(names(robot)).contains("Dorin Vale", "Viktor Brandt").noneMatch(name -> name.contains("Victim"));

        robot.interact(
                () -> table(robot).getSelectionModel().select(names(robot).indexOf("Viktor Brandt")));

        assertThat(session.selection()).isEqualTo(new org.manumit.app.session.Selection.OfEntity(SampleCase.VIKTOR));
    }

    @Test
    void measuresByDirectionAndThingsWhenAsked(FxRobot robot) {
        robot.interact(() -> robot.lookup("#measures-as-they-run")
                .queryAs(javafx.scene.control.CheckBox.class)
                .fire());
        assertThat(table(robot).getColumns())
                .extracting(column -> column.getText())
                .contains("In", "Out", "Reaches");
        assertThat(names(robot)).doesNotContain("+40722000001");

        robot.interact(() -> robot.lookup("#measures-things")
                .queryAs(javafx.scene.control.CheckBox.class)
                .fire());
        assertThat(names(robot)).contains("+40722000001");
    }

    @Test
    void writesAllRowsWithWhatTheBetweennessIs(FxRobot robot, @TempDir Path folder) throws IOException {
        dialogs.choosingFolder(folder.resolve("measures"));

        robot.interact(() -> robot.lookup("#measures-export").queryButton().fire());

        List<String> lines = Files.readAllLines(folder.resolve("measures.csv"));
        assertThat(lines.getFirst()).contains("Name", "Betweenness", "Off by at most", "Betweenness is");
        assertThat(lines).hasSize(table(robot).getItems().size() + 1);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.endsWith("nodes"));
        assertThat(String.join("\n", lines)).contains("Dorin Vale").doesNotContain("Mira", "Victim");
    }
}
