package org.manumit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressBarTest {

    private final StringWriter screen = new StringWriter();

    private ProgressBar bar(Terminal.ErrKind kind) {
        return new ProgressBar(
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(screen, true), kind), "calls.csv");
    }

    @Test
    void showsEveryStepHoweverSoonItFollows() {
        try (ProgressBar bar = bar(Terminal.ErrKind.SCREEN)) {
            bar.report(0, -1, "Reading");
            bar.report(0, 100, "Names");
            bar.report(50, 100, "Calls");
            assertThat(screen.toString())
                    .contains("calls.csv  Reading")
                    .contains("  0 %  Names")
                    .contains(" 50 %  Calls");
        }
    }

    @Test
    @Timeout(60)
    void countsTheSecondsWhileNothingIsReported() throws InterruptedException {
        try (ProgressBar bar = bar(Terminal.ErrKind.SCREEN)) {
            bar.report(0, -1, "Starting the store");
            while (!screen.toString().contains("Starting the store  2 s")) {
                Thread.sleep(50);
            }
            bar.clear();
            int length = screen.getBuffer().length();
            Thread.sleep(600);
            assertThat(screen.getBuffer().length())
                    .as("nothing is drawn over what is said next")
                    .isEqualTo(length);
        }
    }

    @Test
    void saysNothingWhereNobodyWatches() {
        try (ProgressBar bar = bar(Terminal.ErrKind.FILE)) {
            bar.report(1, 2, "Reading");
        }
        assertThat(screen.toString()).isEmpty();
    }
}
