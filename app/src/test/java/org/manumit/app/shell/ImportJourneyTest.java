package org.manumit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.importing.ReviewedFile;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseOpener;
import org.manumit.app.session.Session;
import org.manumit.app.session.UserPreferences;
import org.manumit.graph.Source;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.transfers.TransfersImporter;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How files come into a case and their rows are corrected, by keyboard alone, over real files and the real store. */
@ExtendWith(ApplicationExtension.class)
class ImportJourneyTest {

    /** A store may take its time to start where much else is going on. */
    private static final long PATIENCE_SECONDS = 180;

    /** More stops than any sheet has. */
    private static final int MOST_TABS = 80;

    @TempDir
    static Path folder;

    private final CaseOpener opener = new CaseOpener(address -> Optional.empty());
    private final SilentDialogs dialogs = new SilentDialogs();
    private final JobRunner jobs = JobRunner.background(Platform::runLater);
    private Optional<Workstation> made = Optional.empty();

    @Start
    void start(Stage stage) {
        made = Optional.of(new Workstation(
                new WorkstationParts(
                        opener,
                        (graph, progress, cancellation) ->
                                new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, progress, cancellation),
                        (graph, progress, cancellation) ->
                                new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation),
                        new ImporterCatalog(List.of(new CallsImporter(), new TransfersImporter())),
                        Optional.empty(),
                        Optional.of(folder.resolve("profiles")),
                        new UserPreferences(folder.resolve("remembered")),
                        Words.in(Locale.UK),
                        Clock.systemUTC(),
                        "tester"),
                jobs,
                Platform::runLater,
                dialogs));
        Scene scene = new Scene(workstation().root(), 1280, 800);
        WorkstationApplication.dress(scene, workstation().shell());
        workstation().shell().systemLooks(Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void closeTheCase(FxRobot robot) throws TimeoutException {
        robot.interact(() -> session().close());
        await("the store to stop", () -> jobs.running().isEmpty());
        jobs.close();
    }

    @Test
    void rowsAreCorrectedAfterTheImportAndEverythingIsUndoneStepByStep(FxRobot robot)
            throws TimeoutException, IOException {
        newCase(robot, "after");
        dialogs.choosing(calls("calls.csv"));
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the rows to be counted", () -> file().counted().isPresent());
        assertThat(file().counted().orElseThrow().rejected()).isEqualTo(1);
        press(robot, KeyCode.ENTER);
        await("the result", () -> file().state() == State.DONE && idle());
        assertThat(calls()).isEqualTo(2);

        tabTo(robot, "result-correct-1");
        press(robot, KeyCode.SPACE);
        await("the row that was rejected", () -> rowsShown(robot) && idle());
        robot.write("2025-02-28 09:00:00");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        await("the row to be read", () -> calls() == 3 && idle());
        assertThat(source().rowsRejected()).isZero();
        assertThat(source().rowsAccepted()).isEqualTo(3);
        press(robot, KeyCode.ESCAPE);
        await("the result again", () -> !rowsShown(robot));
        press(robot, KeyCode.ENTER);
        await("the sheet to go", () -> workstation().shell().sheetProperty().get() == ShellViewModel.Sheet.NONE);

        assertThat(session().undo().nextUndoProperty().get()).hasValue("correct a cell of calls.csv");
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        await("the correction to be taken back", () -> calls() == 2 && idle());
        assertThat(source().rowsRejected()).isEqualTo(1);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        await("the import to be taken back", () -> session().snapshot().isEmpty() && idle());
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        await("the import again", () -> calls() == 2 && idle());
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        await("the correction again", () -> calls() == 3 && idle());
        assertThat(jobs.failureProperty().get()).isEmpty();
    }

    @Test
    void rowsAreCorrectedInTheReviewBeforeAnythingIsAdded(FxRobot robot) throws TimeoutException, IOException {
        newCase(robot, "before");
        dialogs.choosing(calls("calls.csv"));
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the rows to be counted", () -> file().counted().isPresent());

        tabTo(robot, "import-correct");
        press(robot, KeyCode.SPACE);
        await("the row that was rejected", () -> rowsShown(robot) && idle());
        robot.write("nonsense");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        await("the row to be read", () -> corrections() == 1 && idle());
        robot.write("2025-02-28 09:00:00");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        await("the row to be read", () -> rejected() == 0 && idle());
        assertThat(session().snapshot().isEmpty()).isTrue();
        press(robot, KeyCode.ESCAPE);
        await("the review again", () -> !rowsShown(robot) && file().counted().isPresent() && idle());
        assertThat(file().counted().orElseThrow().accepted()).isEqualTo(3);
        press(robot, KeyCode.ENTER);
        await("the calls", () -> calls() == 3 && idle());
        assertThat(source().rowsRejected()).isZero();
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        await("the import to be taken back", () -> session().snapshot().isEmpty() && idle());
    }

    @Test
    void aColumnIsCorrectedOnceAndTheNextFileOfItsKindNeedsNothing(FxRobot robot) throws TimeoutException, IOException {
        newCase(robot, "columns");
        dialogs.choosing(odd("january.csv", "2025-01")).saying("Odd operator");
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the review", () -> file().state() != State.EXAMINING && idle());
        robot.interact(() -> workstation().importing().sayKind(file().path(), "calls"));
        await("the calls", () -> file().state() != State.EXAMINING && idle());
        say(robot, 0, "caller");
        say(robot, 1, "called");
        say(robot, 2, "start");
        await("the rows to be counted", () -> file().counted().isPresent());
        assertThat(file().counted().orElseThrow().accepted()).isEqualTo(2);
        robot.interact(() -> workstation().importing().saveProfile(file().path()));
        await(
                "the columns to be kept",
                () -> file().found().flatMap(ReviewedFile.Found::profile).isPresent() && idle());
        press(robot, KeyCode.ESCAPE);
        await("the sheet to go", () -> workstation().shell().sheetProperty().get() == ShellViewModel.Sheet.NONE);

        dialogs.choosing(odd("february.csv", "2025-02"));
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the review", () -> file().counted().isPresent());
        assertThat(file().found().flatMap(ReviewedFile.Found::profile)).hasValue("Odd operator");
        assertThat(file().counted().orElseThrow().accepted()).isEqualTo(2);
    }

    @Test
    void aProtectedWorkbookIsOpenedWithItsPassword(FxRobot robot) throws Exception {
        newCase(robot, "locked");
        dialogs.choosing(protectedCalls()).saying("wrong");
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the question for the password", () -> file().state() == State.LOCKED);
        tabTo(robot, "import-unlock");
        press(robot, KeyCode.SPACE);
        await("the password to be refused", () -> file().message().contains("does not open") && idle());
        dialogs.saying("secret");
        tabTo(robot, "import-unlock");
        press(robot, KeyCode.SPACE);
        await("the rows to be counted", () -> file().counted().isPresent());
        press(robot, KeyCode.ENTER);
        await("the call", () -> calls() == 1 && idle());
    }

    private void newCase(FxRobot robot, String name) throws TimeoutException {
        robot.interact(() -> workstation().open(folder.resolve(name).toString()));
        await(
                "the new case",
                () -> session().opened().isPresent()
                        && !session().loadingProperty().get()
                        && idle());
    }

    private static Path calls(String name) throws IOException {
        return Files.writeString(folder.resolve(name), """
                A Party,B Party,Start Time,Duration (s)
                +447700900107,+447700900146,2025-01-06 08:05:04,61
                +447700900107,+447700900147,2025-02-31 09:00:00,12
                +447700900146,+447700900107,2025-01-07 10:15:00,33
                """);
    }

    private static Path odd(String name, String month) throws IOException {
        return Files.writeString(folder.resolve(name), """
                Rz;Qx;Vv;Zt
                +447700900107;+447700900146;%1$s-06 08:05:04;61
                +447700900146;+447700900107;%1$s-07 10:15:00;33
                """.formatted(month));
    }

    private static Path protectedCalls() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("locked.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                POIFSFileSystem container = new POIFSFileSystem()) {
            var sheet = workbook.createSheet("Calls");
            for (String[] cells : List.of(
                    new String[] {"A Party", "B Party", "Start Time"},
                    new String[] {"+447700900107", "+447700900146", "2025-01-06 08:05:04"})) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < cells.length; i++) {
                    row.createCell(i).setCellValue(cells[i]);
                }
            }
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                workbook.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        return file;
    }

    /** Not through the lists themselves: without a screen their pop-ups draw beyond its edge. */
    private void say(FxRobot robot, int column, String meaning) throws TimeoutException {
        robot.interact(() -> workstation().importing().sayColumn(file().path(), column, meaning));
        await("the file to be looked at again", () -> file().state() != State.EXAMINING && idle());
        assertThat(file().preview().orElseThrow().columns().get(column).meaning())
                .isEqualTo(meaning);
    }

    private void tabTo(FxRobot robot, String id) {
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

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Workstation workstation() {
        return made.orElseThrow();
    }

    private Session session() {
        return workstation().session();
    }

    private ReviewedFile file() {
        return workstation().importing().files().getFirst();
    }

    private int calls() {
        return session().snapshot().graph().calls().size();
    }

    private Source source() {
        return session().snapshot().graph().sources().getFirst();
    }

    private int corrections() {
        return file().said().readAs().corrections().cells().size();
    }

    private long rejected() {
        return file().counted().map(ReviewedFile.Counted::rejected).orElse(-1L);
    }

    private boolean idle() {
        return jobs.running().isEmpty();
    }

    private boolean rowsShown(FxRobot robot) {
        return robot.lookup("#rows-to-correct").tryQuery().isPresent();
    }

    /** Waits until something holds, looked at on the window's thread. */
    private static void await(String what, Callable<Boolean> holds) throws TimeoutException {
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
