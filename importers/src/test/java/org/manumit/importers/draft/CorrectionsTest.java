package org.manumit.importers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;

class CorrectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    private static CellCorrection cell(int column, String before, String after) {
        return new CellCorrection("Calls", 7, column, "Start", before, after, "anna at home", NOW);
    }

    @Test
    void readsBackWhatItKeepsWithTheSource() {
        Corrections made = Corrections.of(List.of(cell(0, "", "x"), cell(2, "31/02", "28/02")));
        List<ImportIssue> kept =
                made.cells().stream().map(CellCorrection::toIssue).toList();

        assertThat(Corrections.among(kept)).isEqualTo(made);
        assertThat(Corrections.among(List.of(new ImportIssue(Severity.NOTE, "", 0, "", "", "", "Times are UTC."))))
                .isEqualTo(Corrections.NONE);
    }

    @Test
    void ofOneCellTheLastCorrectionCountsAndNoneWhenItSaysWhatTheFileSays() {
        Corrections first = Corrections.of(List.of(cell(2, "31/02", "28/02"), cell(3, "a", "b")));

        Corrections later = first.and(List.of(cell(2, "31/02", "27/02"), cell(3, "a", "a")));

        assertThat(later.cells()).containsExactly(cell(2, "31/02", "27/02"));
        assertThat(later.ofRow("Calls", 7)).containsOnlyKeys(2);
        assertThat(later.ofRow("Other", 7)).isEmpty();
    }
}
