package org.manumit.app.feature.correcting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.tabular.RowExtract;

/**
 * A row on the desk.
 *
 * @param line the row as it stands in the file, and what is the matter with it
 * @param corrected its cells that are read otherwise, by their place
 * @param typed what the user typed and has not yet had read, by place
 */
public record RowToCorrect(RowExtract.Line line, Map<Integer, CellCorrection> corrected, Map<Integer, String> typed) {

    /** What a cell is. */
    public enum CellState {
        AS_IN_FILE,
        /** The cell that the row was rejected for. */
        AT_FAULT,
        /** Read otherwise than it stands. */
        CORRECTED,
        /** Typed, and not yet read. */
        TYPED
    }

    public RowToCorrect {
        Objects.requireNonNull(line, "line");
        corrected = Map.copyOf(corrected);
        typed = Map.copyOf(typed);
    }

    /** The row as a spreadsheet or text editor counts. */
    public long number() {
        return line.number();
    }

    /** What is the matter with it. */
    public ImportIssue issue() {
        return line.issue();
    }

    /** The cell at fault, where it is known. */
    public OptionalInt fault() {
        return line.fault();
    }

    /** What stands in the file. */
    public String inFile(int column) {
        List<String> cells = line.cells();
        return column < cells.size() ? cells.get(column) : "";
    }

    /** What the cell shows: as typed, else as corrected, else as in the file. */
    public String text(int column) {
        String shown = typed.get(column);
        CellCorrection correction = corrected.get(column);
        return shown != null ? shown : correction != null ? correction.after() : inFile(column);
    }

    /** What the cell is. */
    public CellState state(int column) {
        if (typed.containsKey(column)) {
            return CellState.TYPED;
        }
        boolean faulty = issue().severity() == ImportIssue.Severity.REJECTED
                && fault().isPresent()
                && fault().getAsInt() == column;
        return faulty ? CellState.AT_FAULT : corrected.containsKey(column) ? CellState.CORRECTED : CellState.AS_IN_FILE;
    }

    /** The same with a cell typed; what it said before is nothing typed. */
    RowToCorrect typing(int column, String text) {
        Map<Integer, String> now = new HashMap<>(typed);
        now.remove(column);
        if (!new RowToCorrect(line, corrected, now).text(column).equals(text)) {
            now.put(column, text);
        }
        return new RowToCorrect(line, corrected, now);
    }
}
