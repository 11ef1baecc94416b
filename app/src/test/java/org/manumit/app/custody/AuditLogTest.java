package org.manumit.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.custody.AuditLog.Decision;

class AuditLogTest {

    @TempDir
    Path folder;

    private AuditLog log;

    @BeforeEach
    void threeLines() {
        log = new AuditLog(folder, Clock.systemUTC(), "tester");
        log.record(Decision.IMPORT, Map.of("file", "calls.csv"));
        log.record(Decision.OVERRULE, Map.of("reason", "seen in court, \"quoted\" and ünïcode"));
        log.record(Decision.BRIEF, Map.of("file", "brief.docx"));
    }

    @Test
    void keepsLinesInOrderAndFindsNothingWrong() {
        assertThat(log.verify()).isEmpty();
        assertThat(log.entries())
                .extracting(AuditLog.Entry::decision)
                .containsExactly(Decision.IMPORT, Decision.OVERRULE, Decision.BRIEF);
        assertThat(log.entries().get(1).details()).containsEntry("reason", "seen in court, \"quoted\" and ünïcode");
    }

    @Test
    void showsThatALineWasChanged() throws IOException {
        rewrite(lines().stream()
                .map(l -> l.replace("seen in court", "seen nowhere"))
                .toList());

        assertThat(log.verify()).anyMatch(w -> w.contains("line 2") && w.contains("changed"));
    }

    @Test
    void showsThatALineWasTakenOut() throws IOException {
        rewrite(List.of(lines().getFirst(), lines().getLast()));

        assertThat(log.verify()).anyMatch(w -> w.contains("line 2") && w.contains("does not follow"));
    }

    @Test
    void showsThatTheEndWasCutOff() throws IOException {
        rewrite(lines().subList(0, 2));

        assertThat(log.verify()).anyMatch(w -> w.contains("cut off"));
    }

    @Test
    void goesOnAfterAProcessDiedWhileWriting() throws IOException {
        Files.writeString(folder.resolve("audit.log"), "{\"n\":4,\"at\":\"20", StandardOpenOption.APPEND);

        log.record(Decision.EXPORT, Map.of());

        assertThat(log.verify()).isEmpty();
        assertThat(log.entries())
                .extracting(AuditLog.Entry::decision)
                .endsWith(Decision.BRIEF, Decision.REPAIR, Decision.EXPORT);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("audit.log"));
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.writeString(folder.resolve("audit.log"), String.join("\n", lines) + "\n");
    }
}
