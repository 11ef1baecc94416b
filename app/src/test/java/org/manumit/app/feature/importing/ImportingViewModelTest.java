package org.manumit.app.feature.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.importing.ImportingViewModel.Stage;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.CorrectionDesk;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.app.shell.SilentDialogs;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.Corrections;
import org.manumit.styles.Words;

class ImportingViewModelTest {

    @TempDir
    private Path folder;

    private final JobRunner jobs = JobRunner.sameThread();
    private final Session session = SampleCase.emptySession(jobs, new MemoryStore("New"), List.of());
    private final SilentDialogs dialogs = new SilentDialogs();
    private final CorrectionDesk desk = new CorrectionDesk() {
        @Override
        public void committed(SourceId source, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reviewed(Path file, ImportRequest request, Consumer<Corrections> taken) {
            throw new UnsupportedOperationException();
        }
    };
    private final ImportingViewModel importing = importing(session, jobs, new LineImporter());

    @BeforeEach
    void openACase() {
        session.open("new");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void showsWhatAFileWasTakenForBeforeAnythingIsAdded() throws IOException {
        importing.add(List.of(file("calls.csv", "1,2\nbroken\n")));

        assertThat(importing.chosenFile().orElseThrow().preview())
                .hasValueSatisfying(preview ->
                        assertThat(preview.becomes()).containsExactly("a call", "rejected: two numbers expected"));
        assertThat(session.snapshot().isEmpty()).isTrue();
        assertThat(importing.whyNoImportProperty().get()).isEmpty();
    }

    @Test
    void accountsForEveryRowAndListsTheRejectedOnes() throws IOException {
        importing.add(List.of(file("calls.csv", "1,2\nbroken\n3,4\n")));

        importing.importReady();

        assertThat(importing.stageProperty().get()).isEqualTo(Stage.RESULT);
        ImportReport report = importing.files().getFirst().report().orElseThrow();
        assertThat(report.rowsRead()).isEqualTo(3);
        assertThat(report.rowsAccepted()).isEqualTo(2);
        assertThat(report.rowsRejected()).isEqualTo(1);
        assertThat(importing.issues()).singleElement().satisfies(row -> {
            assertThat(row.file()).isEqualTo("calls.csv");
            assertThat(row.issue().line()).isEqualTo(2);
        });
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(2);
    }

    @Test
    void importsTheGoodFilesWhenOneCannotBeRead() throws IOException {
        importing.add(List.of(file("notes.bin", "?"), file("calls.csv", "1,2\n")));
        assertThat(importing.files().getFirst().state()).isEqualTo(State.UNREADABLE);
        assertThat(importing.files().getFirst().message()).contains("not recognised");

        importing.importReady();

        assertThat(importing.files().getLast().state()).isEqualTo(State.DONE);
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(1);
    }

    @Test
    void addsNothingWhenTheSameContentComesAgain() throws IOException {
        importing.add(List.of(file("calls.csv", "1,2\n")));
        importing.importReady();
        importing.close();

        importing.add(List.of(file("copy.csv", "1,2\n")));
        importing.importReady();

        assertThat(importing.files().getFirst().report().orElseThrow().outcome())
                .isEqualTo(ImportReport.Outcome.ALREADY_KNOWN);
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(1);
    }

    @Test
    void oneUndoTakesExactlyOneImportBackAndRedoBringsItAgain() throws IOException {
        importing.add(List.of(file("a.csv", "1,2\n3,4\n"), file("b.csv", "5,6\n")));
        importing.importReady();
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(3);

        session.undo().undo();

        assertThat(session.snapshot().graph().sources())
                .extracting(Source::fileName)
                .containsExactly("a.csv");
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(2);
        assertThat(importing.files()).extracting(ReviewedFile::state).containsExactly(State.DONE, State.TAKEN_BACK);
        assertThat(importing.rest()).isEqualTo(1);
        session.undo().redo();
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(3);
        assertThat(importing.files()).extracting(ReviewedFile::state).containsOnly(State.DONE);
    }

    @Test
    void takesTheFilesOfAFolderEachAsOne() throws IOException {
        Path dropped = Files.createDirectories(folder.resolve("seized"));
        Files.writeString(dropped.resolve("a.csv"), "1,2\n");
        Files.writeString(Files.createDirectories(dropped.resolve("phones")).resolve("b.csv"), "3,4\n");
        Files.writeString(dropped.resolve(".hidden"), "");
        Path ours = dropped.resolve("zcase");
        Files.createDirectories(ours.resolve("store"));
        Files.writeString(ours.resolve("audit.log"), "");

        importing.add(List.of(dropped));

        assertThat(importing.files()).extracting(ReviewedFile::name).containsExactly("a.csv", "b.csv", "zcase");
        assertThat(importing.files().getLast().state()).isEqualTo(ReviewedFile.State.UNREADABLE);
        assertThat(importing.files().getLast().message()).contains("is a case of Manumit");
    }

    @Test
    void savesTheRejectedRowsAsAFileOfTheSameLayout() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        dialogs.choosingFolder(out);
        importing.add(List.of(file("calls.csv", "caller,called\n0711,0712\nbroken,row,of,cells\n0713,0714\n")));
        importing.importReady();

        importing.saveRejected();
        importing.saveRejected();

        assertThat(Files.readString(out.resolve("calls rejected.csv"))).contains("broken,row,of,cells\n");
        assertThat(Files.readString(out.resolve("calls rejected.csv"))).doesNotContain("0713");
        assertThat(out.resolve("calls rejected 2.csv")).exists();
        assertThat(importing.savedProperty().get()).contains("One file saved");
    }

    @Test
    void saysWhyNothingCanBeImported() {
        assertThat(importing.whyNoImportProperty().get()).isEqualTo("None of the files can be imported.");
    }

    @Test
    void anImportThatIsStoppedIsAnsweredAtOnceAndTakenBackWhileTheUserGoesOn() throws IOException {
        SlowJobs slow = new SlowJobs();
        Session later = SampleCase.emptySession(slow.runner(), new MemoryStore("New"), List.of());
        later.open("new");
        slow.finishAll();
        ImportingViewModel stopped = importing(later, slow.runner(), new LineImporter());
        stopped.add(List.of(file("calls.csv", "1,2\n"), file("more.csv", "3,4\n")));
        slow.finishAll();
        stopped.importReady();

        stopped.stop();

        assertThat(stopped.stageProperty().get()).isEqualTo(Stage.RESULT);
        assertThat(stopped.files())
                .extracting(ReviewedFile::state)
                .containsExactly(ReviewedFile.State.STOPPING, ReviewedFile.State.READY);
        stopped.reviewRest();
        assertThat(stopped.whyNoImportProperty().get()).contains("still being taken back");
        slow.finishAll();
        assertThat(stopped.whyNoImportProperty().get()).isEmpty();
        assertThat(later.snapshot().isEmpty()).isTrue();
        stopped.importReady();
        slow.finishAll();
        assertThat(later.snapshot().graph().sources())
                .extracting(Source::fileName)
                .containsExactly("more.csv");
    }

    @Test
    void filesThatComeWhileOthersAreImportedAreReviewedFirst() throws IOException {
        SlowJobs slow = new SlowJobs();
        Session later = SampleCase.emptySession(slow.runner(), new MemoryStore("New"), List.of());
        later.open("new");
        slow.finishAll();
        ImportingViewModel busy = importing(later, slow.runner(), new LineImporter());
        busy.add(List.of(file("calls.csv", "1,2\n")));
        slow.finishAll();
        busy.importReady();

        busy.add(List.of(file("late.csv", "3,4\n")));
        slow.finishAll();

        assertThat(busy.stageProperty().get()).isEqualTo(Stage.RESULT);
        assertThat(busy.files())
                .extracting(ReviewedFile::state)
                .containsExactly(ReviewedFile.State.DONE, ReviewedFile.State.READY);
        assertThat(busy.rest()).isEqualTo(1);
    }

    @Test
    void aFileWhoseExaminationIsStoppedSaysSoAndCanBeLookedAtAgain() throws IOException {
        SlowJobs slow = new SlowJobs();
        ImportingViewModel waiting = importing(session, slow.runner(), new LineImporter());
        waiting.add(List.of(file("calls.csv", "1,2\n")));

        slow.runner().cancel(slow.runner().running().getFirst());

        assertThat(waiting.files().getFirst().state()).isEqualTo(ReviewedFile.State.UNREADABLE);
        assertThat(waiting.files().getFirst().message()).isEqualTo("Looking at this file was stopped.");
        waiting.lookAgain(waiting.files().getFirst().path());
        slow.finishAll();
        assertThat(waiting.files().getFirst().state()).isEqualTo(ReviewedFile.State.READY);
    }

    private ImportingViewModel importing(Session into, JobRunner runner, LineImporter importer) {
        ImporterCatalog lines = new ImporterCatalog(List.of(importer));
        return new ImportingViewModel(
                into,
                runner,
                dialogs,
                lines,
                opened -> new CaseImporter(opened, lines, Clock.systemUTC(), "tester"),
                Optional.empty(),
                desk,
                Words.in(Locale.UK),
                () -> {});
    }
}
