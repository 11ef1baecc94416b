package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.session.ImportReport.Outcome;
import org.manumit.app.session.ImportRequest.Effect;
import org.manumit.app.session.ImportRequest.OnRejects;
import org.manumit.app.session.RowDesk.Rows;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.RowExtract.Line;
import org.manumit.importers.transfers.TransfersImporter;

class CorrectedRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore("case");
    private CaseImporter importer = importer(Optional.empty());
    private Path file = Path.of("calls.csv");

    @BeforeEach
    void importAFileWithTwoBadRows() throws IOException {
        importer = importer(Optional.of(Files.createDirectories(folder.resolve("case"))));
        file = Files.writeString(folder.resolve("calls.csv"), """
                Von;Nach;Beginn;Dauer
                +40722111222;+40733444555;01.02.2025 08:00;61
                +40722111222;+40733444556;31.02.2025 09:00;12
                +40722111222;;13.02.2025 10:00;33
                +40722111222;+40733444557;14.02.2025 10:00;33
                """);
        importPlain(file);
    }

    private CaseImporter importer(Optional<Path> of) {
        return new CaseImporter(
                new OpenedCase(store, of),
                new ImporterCatalog(List.of(new CallsImporter(), new TransfersImporter())),
                Clock.fixed(NOW, ZoneOffset.UTC),
                "anna");
    }

    private ImportReport importPlain(Path path) {
        return importer.importFile(path, ImportRequest.PLAIN, Progress.NONE, Cancellation.NEVER);
    }

    private Source source() {
        return store.sources().getFirst();
    }

    private RowDesk desk() {
        return new CommittedRows(
                importer, source().id(), importer.original(source().id()).orElseThrow(), Optional.empty());
    }

    private CaseGraph graph() {
        return store.load(Progress.NONE, Cancellation.NEVER);
    }

    private CellCorrection date(String to) {
        return importer.corrected("", 3, 2, "Beginn", "31.02.2025 09:00", to);
    }

    private Rows correct(CellCorrection... cells) {
        return desk().readAgain(Corrections.of(List.of(cells)), Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void showsEachRejectedRowWholeWithTheCellAtFault() {
        Rows rows = desk().look(Progress.NONE, Cancellation.NEVER);

        assertThat(rows.rejected()).isEqualTo(2);
        assertThat(rows.parts()).singleElement().satisfies(part -> {
            assertThat(part.headers()).containsExactly("Von", "Nach", "Beginn", "Dauer");
            assertThat(part.lines()).extracting(Line::number).containsExactly(3L, 4L);
            assertThat(part.lines().getFirst().cells())
                    .containsExactly("+40722111222", "+40733444556", "31.02.2025 09:00", "12");
            assertThat(part.lines().getFirst().fault()).hasValue(2);
            assertThat(part.lines().getLast().fault()).hasValue(1);
        });
    }

    @Test
    void aRowThatReadsNowComesFromTheSameFileUnderItsNumberAndTheOtherKeepsItsReason() throws IOException {
        Rows rows = correct(date("28.02.2025 09:00"));

        assertThat(rows.rejected()).isEqualTo(1);
        assertThat(store.sources()).singleElement().satisfies(source -> {
            assertThat(List.of(source.rowsRead(), source.rowsAccepted(), source.rowsRejected()))
                    .containsExactly(4L, 3L, 1L);
            assertThat(source.importedAt()).isEqualTo(NOW);
        });
        CallTable calls = graph().calls();
        assertThat(calls.size()).isEqualTo(3);
        assertThat(calls.row(1)).isEqualTo(3);
        assertThat(calls.source(1)).isEqualTo(source().id());
        assertThat(Instant.ofEpochMilli(calls.start(1) < 100_000_000_000L ? calls.start(1) * 1000 : calls.start(1)))
                .isEqualTo(Instant.parse("2025-02-28T09:00:00Z"));
        assertThat(Files.readString(importer.original(source().id()).orElseThrow()))
                .isEqualTo(Files.readString(file));
    }

    @Test
    void theLogAndTheSourceSayWhoCorrectedWhatAndWhen() {
        correct(date("28.02.2025 09:00"));

        assertThat(store.issues(source().id()))
                .filteredOn(issue -> issue.severity() == Severity.CORRECTED)
                .containsExactly(new ImportIssue(
                        Severity.CORRECTED,
                        "",
                        3,
                        "Beginn",
                        "31.02.2025 09:00",
                        "28.02.2025 09:00",
                        "Cell 3 of the row was corrected by anna at 2026-03-01T10:00:00Z; the file itself is"
                                + " unchanged."));
        AuditLog log = new AuditLog(folder.resolve("case"), Clock.systemUTC(), "reader");
        assertThat(log.verify()).isEmpty();
        assertThat(log.entries().getLast()).satisfies(entry -> {
            assertThat(entry.decision()).isEqualTo(Decision.CORRECT);
            assertThat(entry.who()).isEqualTo("anna");
            assertThat(entry.details())
                    .containsAllEntriesOf(Map.of(
                            "file", "calls.csv",
                            "row 3, cell 3 (Beginn)", "'31.02.2025 09:00' read as '28.02.2025 09:00'"));
        });
    }

    @Test
    void aCorrectionThatDoesNotReadEitherStaysWithItsNewReason() {
        Rows rows = correct(date("29.02.2025 09:00"));

        assertThat(rows.rejected()).isEqualTo(2);
        assertThat(rows.parts().getFirst().lines().getFirst().issue().found()).isEqualTo("29.02.2025 09:00");
    }

    @Test
    void theSameFileAgainAddsNothingAfterItWasCorrected() {
        correct(date("28.02.2025 09:00"));

        assertThat(importPlain(file).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
        assertThat(graph().calls().size()).isEqualTo(3);
    }

    @Test
    void correctingAgainAndTakingCorrectionsBackLeaveTheCaseAsIfNothingElseHadBeen() {
        Source before = source();
        correct(date("28.02.2025 09:00"));
        correct(date("27.02.2025 09:00"), importer.corrected("", 4, 1, "Nach", "", "+40733444559"));
        assertThat(source().rowsRejected()).isZero();
        assertThat(graph().calls().size()).isEqualTo(4);

        desk().readAgain(Corrections.NONE, Progress.NONE, Cancellation.NEVER);

        assertThat(source()).isEqualTo(before);
        assertThat(graph().calls().size()).isEqualTo(2);
        assertThat(store.issues(source().id()))
                .extracting(ImportIssue::severity)
                .doesNotContain(Severity.CORRECTED);
    }

    @Test
    void takingTheImportBackTakesItsCorrectionsAlong() {
        correct(date("28.02.2025 09:00"));

        importer.withdraw(source(), "wrong case", Progress.NONE);

        assertThat(graph().calls().size()).isZero();
        importPlain(file);
        assertThat(source().rowsRejected()).isEqualTo(2);
    }

    @Test
    void aFileIsReadAgainAsTheUserSaidWhenItWasImported() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), """
                Una;Alta;Quando;Quanto
                0722111222;0733444555;2025-02-01 08:00;1
                0722111222;0733444556;gestern;2
                """);
        ImportOptions said = new ImportOptions(
                Optional.empty(),
                Optional.of("RO"),
                Optional.empty(),
                Optional.empty(),
                Map.of("Una", "caller", "Alta", "called", "Quando", "start", "Quanto", "duration minutes"));
        ImportReport first = importer.importFile(
                odd,
                new ImportRequest(Optional.of("calls"), said, OnRejects.KEEP_GOOD_ROWS, Effect.COMMIT),
                Progress.NONE,
                Cancellation.NEVER);
        assertThat(first.rowsRejected()).isEqualTo(1);
        Source source = store.source(first.id()).orElseThrow();

        importer.correct(
                source,
                Corrections.of(List.of(importer.corrected("", 3, 2, "Quando", "gestern", "2025-02-03 08:00"))),
                Optional.empty(),
                Optional.empty(),
                Progress.NONE,
                Cancellation.NEVER);

        Source now = store.source(first.id()).orElseThrow();
        assertThat(now.rowsAccepted()).isEqualTo(2);
        assertThat(now.country()).isEqualTo("RO");
        CallTable calls = graph().calls();
        assertThat(calls.duration(calls.size() - 1)).isEqualTo(120);
    }

    @Test
    void correctsARowOfAnOverlappingExportWithoutCountingItTwice() throws IOException {
        Path overlapping = Files.writeString(folder.resolve("later.csv"), """
                Von;Nach;Beginn;Dauer
                +40722111222;+40733444555;01.02.2025 08:00;61
                +40722111222;+40733444557;never;33
                """);
        ImportReport report = importPlain(overlapping);
        assertThat(report.rowsDuplicate()).isEqualTo(1);

        importer.correct(
                store.source(report.id()).orElseThrow(),
                Corrections.of(List.of(importer.corrected("", 3, 2, "Beginn", "never", "14.02.2025 10:00"))),
                Optional.empty(),
                Optional.empty(),
                Progress.NONE,
                Cancellation.NEVER);

        Source now = store.source(report.id()).orElseThrow();
        assertThat(List.of(now.rowsRead(), now.rowsAccepted(), now.rowsRejected(), now.rowsDuplicate()))
                .containsExactly(2L, 0L, 0L, 2L);
        assertThat(graph().calls().size()).isEqualTo(2);
        // The first file counts against what was there before it, however late it is corrected
        correct(date("28.02.2025 09:00"));
        assertThat(source().rowsAccepted()).isEqualTo(3);
    }

    @Test
    void refusesWhenTheKeptOriginalIsNotTheFileAnyMore() throws IOException {
        Files.writeString(importer.original(source().id()).orElseThrow(), "tampered\n");

        assertThatThrownBy(() -> correct(date("28.02.2025 09:00")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("not the one that was imported");
        assertThat(source().rowsRejected()).isEqualTo(2);
    }
}
