package org.manumit.app.feature.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.app.shell.SilentDialogs;
import org.manumit.graph.ClaimId;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CaseChartViewTest {
    private final JobRunner jobs = JobRunner.sameThread();
    private final Session session = SampleCase.session(jobs);
    private final ChartViewModel model = new ChartViewModel(Runnable::run, Platform::runLater, Locale.UK);
    private final StackPane place = new StackPane();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(place, 900, 700));
        stage.show();
    }

    /** Goes to the chart, as from another page. */
    private void goToChart(FxRobot robot) {
        robot.interact(() -> {
            Parent chart = new CaseChartView(
                            session,
                            jobs,
                            new SilentDialogs(),
                            model,
                            new ReadOnlyObjectWrapper<>(Theme.LIGHT),
                            Words.in(Locale.UK))
                    .root();
            place.getChildren().setAll(chart);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void keepsTheEvidenceThatIsSelectedAndShowsWhoIsInIt(FxRobot robot) {
        Selection evidence =
                new Selection.OfEvidence("Class", "tasks", "", List.of(ClaimId.of(SampleCase.WORKBOOK, "Ties", 2)));
        robot.interact(() -> session.select(evidence));

        goToChart(robot);

        assertThat(session.selection()).isEqualTo(evidence);
        assertThat(model.selectedNodesProperty().get())
                .containsExactlyInAnyOrder(SampleCase.VIKTOR.value(), SampleCase.DORIN.value());
    }

    @Test
    void showsAWayWithItsTies(FxRobot robot) {
        Selection way = new Selection.OfWay(
                "Viktor Brandt – Dorin Vale – Mihai Stan",
                List.of(SampleCase.VIKTOR, SampleCase.DORIN, SampleCase.MIHAI),
                List.of(
                        new Selection.OfLink(SampleCase.VIKTOR, SampleCase.DORIN),
                        new Selection.OfLink(SampleCase.DORIN, SampleCase.MIHAI)),
                List.of());
        robot.interact(() -> session.select(way));

        goToChart(robot);

        assertThat(session.selection()).isEqualTo(way);
        assertThat(model.selectedNodesProperty().get()).hasSize(3);
        assertThat(model.selectedLinksProperty().get()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void selectsForAllViewsWhatIsSelectedOnIt(FxRobot robot) {
        goToChart(robot);

        robot.interact(() -> model.select(List.of(SampleCase.MIHAI.value()), List.of(), SelectionMode.REPLACE));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(session.selection()).isEqualTo(new Selection.OfEntity(SampleCase.MIHAI));
    }
}
