package org.manumit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseAssessing;
import org.manumit.app.session.CaseOpening;
import org.manumit.app.session.Session;
import org.manumit.app.session.UserPreferences;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What journeys through the window have in common: the window, its jobs, and waiting for what they bring. */
abstract class WindowJourney {

    /** A store may take its time to start where much else is going on. */
    private static final long PATIENCE_SECONDS = 180;

    /** More stops than any sheet has. */
    private static final int MOST_TABS = 80;

    final SilentDialogs dialogs = new SilentDialogs();
    final JobRunner jobs = JobRunner.background(Platform::runLater);
    private Optional<Workstation> made = Optional.empty();

    /**
     * What the window needs of the rest of the program.
     *
     * @param remembered where saved columns and preferences are kept
     */
    static WorkstationParts parts(
            CaseOpening opening, CaseAssessing assessing, Path remembered, SourceImporter... importers) {
        return new WorkstationParts(
                opening,
                assessing,
                (graph, progress, cancellation) ->
                        new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation),
                new ImporterCatalog(List.of(importers)),
                Optional.empty(),
                new CaseOutput(assessing::analyse, new ChartPictures(), Clock.systemUTC(), "tester", "test"),
                Optional.of(remembered.resolve("profiles")),
                new UserPreferences(remembered),
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "tester");
    }

    /** Analyses a case as the program does. */
    static CaseAssessing analysing() {
        return (graph, progress, cancellation) ->
                new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, progress, cancellation);
    }

    final void show(WorkstationParts parts, Stage stage) {
        made = Optional.of(new Workstation(parts, jobs, Platform::runLater, dialogs));
        Scene scene = new Scene(workstation().root(), 1280, 800);
        WorkstationApplication.dress(scene, workstation().shell());
        workstation().shell().systemLooks(Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void closeTheCase(FxRobot robot) throws TimeoutException {
        robot.interact(() -> session().close());
        await("the store to stop", this::idle);
        jobs.close();
    }

    final Workstation workstation() {
        return made.orElseThrow();
    }

    final Session session() {
        return workstation().session();
    }

    final boolean idle() {
        return jobs.running().isEmpty();
    }

    final void newCase(FxRobot robot, Path folder) throws TimeoutException {
        robot.interact(() -> workstation().open(folder.toString()));
        await(
                "the new case",
                () -> session().opened().isPresent()
                        && !session().loadingProperty().get()
                        && idle());
    }

    final void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < MOST_TABS && !focused().equals(id); i++) {
            press(robot, KeyCode.TAB);
        }
        assertThat(focused()).as("reached with the tabulator").isEqualTo(id);
    }

    private String focused() {
        return Optional.ofNullable(
                        Objects.requireNonNull(workstation().root().getScene()).getFocusOwner())
                .map(Node::getId)
                .orElse("");
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something holds, looked at on the window's thread. */
    static void await(String what, Callable<Boolean> holds) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds)
                    .get());
        } catch (TimeoutException e) {
            TimeoutException named = new TimeoutException("waited in vain for " + what);
            named.initCause(e);
            throw named;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
