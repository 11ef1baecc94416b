package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.session.ImportReport.Outcome;
import org.manumit.app.session.ImportRequest.Effect;
import org.manumit.app.session.ImportRequest.OnRejects;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.transfers.TransfersImporter;

class OverlappingImportsTest {

    private static final String HEADER = "caller,called,start,duration,cell\n";
    private static final String FIRST = "+40722111222,+40733444555,2024-05-01T10:00:00Z,61,226-01-1\n";
    private static final String SECOND = "+40722111222,+40733444555,2024-05-02T10:00:00Z,30,226-01-1\n";
    private static final String THIRD = "+40722111222,+40733444555,2024-05-03T10:00:00Z,45,226-01-2\n";

    private final MemoryStore store = new MemoryStore("case");
    private final CaseImporter importer = new CaseImporter(
            new OpenedCase(store, Optional.empty()),
            new ImporterCatalog(List.of(new CallsImporter(), new TransfersImporter())),
            Clock.systemUTC(),
            "tester");

    @TempDir
    Path folder;

    private ImportReport read(String name, String text, Effect effect) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return importer.importFile(
                file,
                new ImportRequest(Optional.empty(), ImportOptions.NONE, OnRejects.KEEP_GOOD_ROWS, effect),
                Progress.NONE,
                Cancellation.NEVER);
    }

    private CaseGraph graph() {
        return store.load(Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void countsOnlyWhatAnOverlappingExportAdds() throws IOException {
        read("may.csv", HEADER + FIRST + SECOND, Effect.COMMIT);
        for (Effect effect : List.of(Effect.DRY_RUN, Effect.COMMIT)) {
            ImportReport report = read("june.csv", HEADER + SECOND + THIRD, effect);
            assertThat(List.of(report.rowsRead(), report.rowsAccepted(), report.rowsDuplicate()))
                    .as(effect.name())
                    .containsExactly(2L, 1L, 1L);
            assertThat(report.claims()).isEqualTo(1);
            assertThat(report.issues())
                    .extracting(ImportIssue::message)
                    .contains("Rows known from may.csv, kept as a further source and not counted twice: 1 row (2).");
        }
        assertThat(graph().calls().size()).isEqualTo(3);
        assertThat(read("again.csv", HEADER + SECOND + THIRD, Effect.COMMIT).outcome())
                .isEqualTo(Outcome.ALREADY_KNOWN);
    }

    @Test
    void takingBackOneOfTwoOverlappingExportsLosesNothingOfTheOther() throws IOException {
        ImportReport may = read("may.csv", HEADER + FIRST + SECOND, Effect.COMMIT);
        read("june.csv", HEADER + SECOND + THIRD, Effect.COMMIT);
        importer.withdraw(store.source(may.id()).orElseThrow(), "wrong case", Progress.NONE);
        assertThat(graph().calls().size()).isEqualTo(2);
    }

    @Test
    void joinsTheRecordsOfBothOperatorsAsOneCall() throws IOException {
        read("a.csv", HEADER + FIRST, Effect.COMMIT);
        ImportReport other = read("b.csv", """
                subscriber,other,direction,start,duration,cell
                +40733444555,+40722111222,in,2024-05-01T10:00:02Z,60,226-10-7
                """, Effect.COMMIT);
        assertThat(other.rowsAccepted()).isEqualTo(1);
        assertThat(other.issues())
                .extracting(ImportIssue::message)
                .contains("Rows that are the other end's records of calls known from a.csv, one call with two sources"
                        + " each: 1 row (2).");
        assertThat(graph().calls().size()).isEqualTo(1);
        assertThat(graph().statementsOfCall(0)).hasSize(2);
    }

    @Test
    void countsOnlyWhatAnOverlappingStatementAdds() throws IOException {
        String header = "date,sender,receiver,amount,currency,purpose\n";
        String rent = "2024-05-01,Ana P,Bob R,450,EUR,rent\n";
        read("one.csv", header + rent + rent, Effect.COMMIT);
        ImportReport report = read("two.csv", header + rent + rent + rent, Effect.COMMIT);
        assertThat(report.rowsDuplicate()).isEqualTo(2);
        assertThat(report.rowsAccepted()).isEqualTo(1);
        assertThat(graph().transfers().size()).isEqualTo(3);
    }
}
