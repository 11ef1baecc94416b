package org.manumit.app.feature.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {
    private final Words words = Words.in(Locale.UK);
    private final SlowJobs slow = new SlowJobs();

    @Start
    void start(Stage stage) {
        Session session = SampleCase.session(JobRunner.sameThread());
        MeasureDesk desk = new MeasureDesk(session, slow.runner(), words);
        session.display(CaseSnapshot.of(SampleCase.graph()).with(SampleCase.estimated()));
        session.select(SampleCase.DORIN);
        InspectorViewModel model = new InspectorViewModel(
                session, new RoleDesk(session, (title, text, go) -> Optional.empty(), words), desk, words);
        stage.setScene(new Scene(new InspectorView(model, words).root(), 380, 760));
        stage.show();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void stopsTheExactRunAndOffersItAgain(FxRobot robot) {
        assertThat(text(robot, "#measure-note")).isEqualTo(words.text("inspector.measure.underWay"));

        robot.interact(() -> robot.lookup("#measure-act").queryButton().fire());
        robot.interact(slow::finishAll);

        assertThat(text(robot, "#measure-note")).isEqualTo(words.text("inspector.measure.stopped"));
        assertThat(text(robot, "#measure-act")).isEqualTo(words.text("inspector.measure.reckon"));
    }
}
