package org.manumit.app.feature.measures;

import java.util.List;
import java.util.Optional;
import org.manumit.app.export.MeasureTable;
import org.manumit.app.session.Measures;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.centrality.Exactness;

/**
 * Everybody's measures, and how good they are.
 *
 * @param columns what each cell holds
 * @param rows the most between first
 * @param betweenness whether betweenness is exact
 * @param age whether the figures are of the case as it is
 * @param run whether exact figures are being reckoned
 * @param file the same as a table for a spreadsheet
 */
record MeasuresPage(
        List<MeasureColumn> columns,
        List<MeasureRow> rows,
        Exactness betweenness,
        Measures.Age age,
        Measures.ExactRun run,
        MeasureTable file) {

    /** Somebody's figures, as the window writes them. */
    record MeasureRow(EntityId entity, List<String> cells) {
        MeasureRow {
            cells = List.copyOf(cells);
        }
    }

    /** What can be done about estimated figures. */
    enum Act {
        STOP,
        RECKON_EXACTLY
    }

    MeasuresPage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    MeasuresPage with(Measures.ExactRun next) {
        return new MeasuresPage(columns, rows, betweenness, age, next, file);
    }

    /** What can be done about estimated figures; empty where there is nothing to do. */
    Optional<Act> act() {
        return switch (run) {
            case UNDER_WAY -> Optional.of(Act.STOP);
            case STOPPED -> Optional.of(Act.RECKON_EXACTLY);
            case NONE -> Optional.empty();
        };
    }
}
