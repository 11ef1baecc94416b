package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.app.testing.ChildProgram;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.neo4j.Samples;

/** A program that is killed while it imports leaves a case that opens and holds all or none of the file. */
class KilledImportTest {

    private static final int RECORDS = 20_000;

    @TempDir
    Path temp;

    private String caseFolder;

    @BeforeEach
    void importASmallSourceFirst() {
        caseFolder = temp.resolve("case").toString();
        try (OpenedCase opened = open()) {
            opened.store().commit(Samples.addition(1, 50), Progress.NONE, Cancellation.NEVER);
        }
    }

    private OpenedCase open() {
        return new CaseOpener(address -> Optional.empty())
                .open(CaseRequest.made(caseFolder), Progress.NONE, Cancellation.NEVER);
    }

    private ChildProgram startImport() throws IOException {
        return ChildProgram.start(ImportsOneSource.class, Map.of(), caseFolder, "2", Integer.toString(RECORDS));
    }

    private static List<String> written(int... sources) {
        return Samples.written(CaseGraph.of(
                "case",
                java.util.Arrays.stream(sources)
                        .mapToObj(n -> Samples.addition(n, n == 1 ? 50 : RECORDS))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"step open", "step Claims", "step Calls", "step Transfers"})
    void holdsNoneOfAFileWhoseImportWasKilled(String moment) throws IOException {
        try (ChildProgram program = startImport()) {
            program.awaitLineContaining(moment);
            program.kill();
        }
        try (OpenedCase opened = open()) {
            assertThat(opened.store().check(Progress.NONE)).isEmpty();
            List<String> held = Samples.written(opened.store().load(Progress.NONE, Cancellation.NEVER));
            assertThat(held).isEqualTo(written(1));
        }
    }

    @Test
    void holdsAllOfAFileOnceItIsCommittedAndTakesAKilledOneAgain() throws IOException {
        try (ChildProgram program = startImport()) {
            program.awaitLineContaining("step Calls");
            program.kill();
        }
        try (ChildProgram program = startImport()) {
            program.awaitLineContaining("step committed");
            program.kill();
        }
        try (OpenedCase opened = open()) {
            assertThat(opened.store().check(Progress.NONE)).isEmpty();
            assertThat(Samples.written(opened.store().load(Progress.NONE, Cancellation.NEVER)))
                    .isEqualTo(written(1, 2));
        }
    }
}
