package org.manumit.app.feature.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.importing.ImportingViewModel.Stage;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.styles.Words;

class ImportingViewModelTest {

    @TempDir
    private Path folder;

    private final JobRunner jobs = JobRunner.sameThread();
    private final ImporterCatalog catalog = new ImporterCatalog(List.of(new LineImporter()));
    private final Session session = SampleCase.emptySession(jobs, new MemoryStore("New"), List.of());
    private final ImportingViewModel importing = new ImportingViewModel(
            session,
            jobs,
            catalog,
            opened -> new CaseImporter(opened, catalog, Clock.systemUTC(), "tester"),
            Optional.empty(),
            Words.in(Locale.UK),
            () -> {});

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
    void saysWhyNothingCanBeImported() {
        assertThat(importing.whyNoImportProperty().get()).isEqualTo("None of the files can be imported.");
    }
}
