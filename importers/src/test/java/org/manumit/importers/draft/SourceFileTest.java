package org.manumit.importers.draft;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class SourceFileTest {

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("calls.csv"), "caller,called\n0722,0733\n");
    }

    private static void check(SourceFile file) {
        file.requireUnchanged(Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void isContentWithAFileThatNobodyWroteTo() {
        SourceFile file = SourceFile.of(path);

        assertThatCode(() -> check(file)).doesNotThrowAnyException();
    }

    @Test
    void isContentWithAFileThatWasOnlySavedAgainAsItWas() throws IOException {
        SourceFile file = SourceFile.of(path);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L));

        assertThatCode(() -> check(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesInOneLineAFileThatGrewWhileItWasRead() throws IOException {
        SourceFile file = SourceFile.of(path);
        Files.writeString(path, "caller,called\n0722,0733\n0744,0755\n");

        assertThatThrownBy(() -> check(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("calls.csv")
                .hasMessageContaining("changed while it was read")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesInOneLineAFileThatWasTakenAwayWhileItWasRead() throws IOException {
        SourceFile file = SourceFile.of(path);
        Files.delete(path);

        assertThatThrownBy(() -> check(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("taken away")
                .hasMessageContaining("import it again");
    }

    @Test
    void saysThatAnotherProgramHoldsTheFile() {
        FileSystemException held = new FileSystemException(
                path.toString(),
                null,
                "The process cannot access the file because it is being used by another process");

        assertThatThrownBy(() -> {
                    throw ImportException.unreadable(path, held);
                })
                .hasMessageContaining("another program holds it open; close it there");
    }
}
