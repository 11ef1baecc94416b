package org.manumit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.CaseOpener;
import org.manumit.app.session.CaseRequest;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.styles.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The journeys a user makes over the whole window, with the real embedded store, readers and analysis. */
@ExtendWith(ApplicationExtension.class)
class WorkstationJourneyTest extends WindowJourney {

    private static final Path WORKBOOK =
            Path.of(System.getProperty("basedir", "app")).resolveSibling("examples/lantern/case-workbook.xlsx");
    private static final String SUSPECTS_NAME = "Jason Inskip";

    @TempDir
    static Path folder;

    private final CaseOpener opener = new CaseOpener(address -> Optional.empty());

    @Start
    void start(Stage stage) {
        show(
                parts(
                        opener,
                        analysing(),
                        folder.resolve("remembered"),
                        new CaseWorkbookImporter(),
                        new CallsImporter()),
                stage);
    }

    @Test
    void anAnalystFollowsARoleToItsRowsAndOverrulesItAndThinksAgain(FxRobot robot) throws TimeoutException {
        Path caseFolder = folder.resolve("Operation Lantern");
        importWorkbookInto(caseFolder);
        robot.interact(() -> workstation().open(caseFolder.toString()));
        await("the analysis", () -> session().snapshot().analysis().isPresent());
        await(
                "the list of people",
                () -> !robot.lookup("#people").<ListView<?>>query().getItems().isEmpty());

        robot.clickOn(SUSPECTS_NAME);
        await("the inspector", () -> inspectorTitle(robot).equals(SUSPECTS_NAME));
        robot.clickOn(SUSPECTS_NAME + " is said to have exploited 5 people.");
        await("the row that the reason rests on", () -> robot.lookup(".evidence-card")
                .lookup((Labeled label) -> label.getText().contains("case-workbook.xlsx, sheet Exploitation, row"))
                .tryQuery()
                .isPresent());

        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        await("the way back", () -> inspectorTitle(robot).equals(SUSPECTS_NAME));
        dialogs.saying("was in Lyon on the dates named");
        robot.clickOn("#overrule-exploiter");
        await("the role to be gone", () -> analysed() && !plays(Role.EXPLOITER));
        assertThat(robot.lookup("#inspector")
                        .lookup((Labeled label) -> label.getText().contains("was in Lyon on the dates named"))
                        .tryQuery())
                .isPresent();
        assertThat(session().undo().nextUndoProperty().get()).hasValue("overrule Exploiter – " + SUSPECTS_NAME);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await("the role to be back", () -> analysed() && plays(Role.EXPLOITER));

        robot.clickOn("#theme").clickOn("Dark");
        await("the dark look", () -> workstation().shell().themeProperty().get() == Theme.DARK);
        assertThat(Objects.requireNonNull(workstation().root().getScene()).getUserAgentStylesheet())
                .isEqualTo(Theme.DARK.userAgentStylesheet());
    }

    @Test
    void anInvestigatorMakesACaseAndImportsAFileWithOneBadRow(FxRobot robot) throws TimeoutException, IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Path calls = Files.writeString(folder.resolve("calls.csv"), """
                A Party,B Party,Start Time,Duration (s)
                +447700900107,+447700900146,2025-01-06 08:05:04,61
                +447700900107,+447700900147,2025-02-31 09:00:00,12
                +447700900146,+447700900107,2025-01-07 10:15:00,33
                """);
        dialogs.choosingFolder(folder.resolve("New case")).choosing(calls);

        robot.clickOn("#start-new");
        await(
                "the new case",
                () -> session().opened().isPresent()
                        && !session().loadingProperty().get());
        robot.clickOn("#import");
        await(
                "the review",
                () -> robot.lookup("#import-go").tryQuery().isPresent()
                        && workstation().importing().whyNoImportProperty().get().isEmpty());
        assertThat(robot.lookup("#import-preview").<TableView<?>>query().getItems())
                .hasSize(3);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await("the result", () -> robot.lookup("#import-issues").tryQuery().isPresent());
        assertThat(workstation().importing().issues())
                .filteredOn(row -> row.issue().severity() == Severity.REJECTED)
                .singleElement()
                .satisfies(row -> assertThat(row.issue().line()).isEqualTo(3));

        dialogs.choosingFolder(saved);
        robot.clickOn("#save-rejected");
        await("the rejected row as a file", () -> Files.exists(saved.resolve("calls rejected.csv")));
        assertThat(Files.readString(saved.resolve("calls rejected.csv"))).isEqualTo("""
                        A Party,B Party,Start Time,Duration (s)
                        +447700900107,+447700900147,2025-02-31 09:00:00,12
                        """);
        robot.clickOn("#import-done");
        await(
                "the calls",
                () -> session().snapshot().graph().calls().size() == 2
                        && jobs.running().isEmpty());

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(
                "the import to be taken back",
                () -> session().snapshot().isEmpty() && jobs.running().isEmpty());
        assertThat(jobs.failureProperty().get()).isEmpty();
    }

    private void importWorkbookInto(Path caseFolder) {
        try (OpenedCase opened =
                opener.open(CaseRequest.made(caseFolder.toString()), Progress.NONE, Cancellation.NEVER)) {
            new CaseImporter(
                            opened,
                            new ImporterCatalog(List.of(new CaseWorkbookImporter())),
                            Clock.systemUTC(),
                            "tester")
                    .importFile(WORKBOOK, ImportRequest.PLAIN, Progress.NONE, Cancellation.NEVER);
        }
    }

    private boolean analysed() {
        return session().snapshot().analysis().isPresent() && jobs.running().isEmpty();
    }

    private boolean plays(Role role) {
        return session().snapshot().analysis().stream()
                .flatMap(analysis -> analysis.networks().stream())
                .flatMap(network -> network.roles().stream())
                .anyMatch(finding -> finding.role() == role && finding.label().equals(SUSPECTS_NAME));
    }

    private static String inspectorTitle(FxRobot robot) {
        return robot.lookup("#inspector-title")
                .<Labeled>tryQuery()
                .map(Labeled::getText)
                .orElse("");
    }
}
