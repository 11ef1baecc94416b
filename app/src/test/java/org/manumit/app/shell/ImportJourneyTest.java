package org.manumit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.importing.ReviewedFile;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.session.CaseOpener;
import org.manumit.graph.Source;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.documents.DocumentImporter;
import org.manumit.importers.transfers.TransfersImporter;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How files come into a case and their rows are corrected, by keyboard alone, over real files and the real store. */
@ExtendWith(ApplicationExtension.class)
class ImportJourneyTest extends WindowJourney {

    @TempDir
    static Path folder;

    @Start
    void start(Stage stage) {
        show(
                parts(
                        new CaseOpener(address -> Optional.empty()),
                        analysing(),
                        folder.resolve("remembered"),
                        new CallsImporter(),
                        new TransfersImporter(),
                        new DocumentImporter()),
                stage);
    }

    @Test
    void rowsAreCorrectedAfterTheImportAndEverythingIsUndoneStepByStep(FxRobot robot)
            throws TimeoutException, IOException {
        newCase(robot, folder.resolve("after"));
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
        newCase(robot, folder.resolve("before"));
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
    void columnsAreSaidOnceAndHoldForEveryFileOfTheirLayout(FxRobot robot) throws TimeoutException, IOException {
        newCase(robot, folder.resolve("columns"));
        dialogs.choosing(odd("january.csv", "2025-01"), odd("march.csv", "2025-03"));
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the question what the columns hold", () -> state(0) == State.UNMAPPED && state(1) == State.UNMAPPED);
        robot.interact(() -> workstation().importing().sayKind(file().path(), "calls"));
        await("the calls", () -> state(0) != State.EXAMINING && idle());
        say(robot, 0, "caller");
        say(robot, 1, "called");
        say(robot, 2, "start");
        await("both files to be understood", () -> counted(0) == 2 && counted(1) == 2 && idle());
        assertThat(profile()).hasValue("january");
        press(robot, KeyCode.ESCAPE);
        await("the sheet to go", () -> workstation().shell().sheetProperty().get() == ShellViewModel.Sheet.NONE);

        robot.interact(() -> workstation().take(List.of(february())));
        await("the review of a file that was dropped", () -> counted(0) == 2 && idle());
        assertThat(profile()).hasValue("january");
        robot.interact(() -> workstation().importing().forgetProfile(file().path()));
        await("the question what the columns hold", () -> state(0) == State.UNMAPPED && idle());
    }

    @Test
    void aTableThatNobodyKnowsCanBeReadAsRunningTextAndFilesLeftOutComeToReviewAgain(FxRobot robot)
            throws TimeoutException, IOException {
        newCase(robot, folder.resolve("text"));
        dialogs.choosing(odd("april.csv", "2025-04"), calls("known.csv"));
        press(robot, KeyCode.CONTROL, KeyCode.I);
        await("the review", () -> state(0) == State.UNMAPPED && counted(1) == 3 && idle());
        press(robot, KeyCode.ENTER);
        await("what is known to be imported", () -> calls() == 2 && idle());
        assertThat(state(0)).isEqualTo(State.UNMAPPED);

        tabTo(robot, "import-rest");
        press(robot, KeyCode.SPACE);
        await(
                "the review of what was left out",
                () -> workstation().importing().files().size() == 1 && idle());
        tabTo(robot, "import-as-document");
        press(robot, KeyCode.SPACE);
        await("the text", () -> counted(0) == 3 && idle());
        press(robot, KeyCode.ENTER);
        await(
                "the text in the case",
                () -> session().snapshot().graph().sources().size() == 2 && idle());
    }

    @Test
    void aProtectedWorkbookIsOpenedWithItsPassword(FxRobot robot) throws Exception {
        newCase(robot, folder.resolve("locked"));
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

    private static Path calls(String name) throws IOException {
        return Files.writeString(folder.resolve(name), """
                A Party,B Party,Start Time,Duration (s)
                +447700900107,+447700900146,2025-01-06 08:05:04,61
                +447700900107,+447700900147,2025-02-31 09:00:00,12
                +447700900146,+447700900107,2025-01-07 10:15:00,33
                """);
    }

    /** Neither its headers nor its values tell what it is. */
    private static Path odd(String name, String month) throws IOException {
        return Files.writeString(folder.resolve(name), """
                Rz;Qx;Vv;Zt
                K17;K23;%1$s-06 08:05:04;green
                K23;K17;%1$s-07 10:15:00;blue
                """.formatted(month));
    }

    private Path february() {
        try {
            return odd("february.csv", "2025-02");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private ReviewedFile file() {
        return workstation().importing().files().getFirst();
    }

    private State state(int file) {
        return workstation().importing().files().get(file).state();
    }

    private long counted(int file) {
        return workstation()
                .importing()
                .files()
                .get(file)
                .counted()
                .map(ReviewedFile.Counted::read)
                .orElse(-1L);
    }

    private Optional<String> profile() {
        return file().found().flatMap(ReviewedFile.Found::profile);
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

    private boolean rowsShown(FxRobot robot) {
        return robot.lookup("#rows-to-correct").tryQuery().isPresent();
    }
}
