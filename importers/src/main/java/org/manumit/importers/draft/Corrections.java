package org.manumit.importers.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.ImportIssue;

/** The cells of one file that analysts corrected, at most one correction a cell. Immutable. */
public final class Corrections {

    /** Nothing was corrected. */
    public static final Corrections NONE = new Corrections(List.of());

    private final List<CellCorrection> cells;
    private final Map<Place, Map<Integer, CellCorrection>> rows = new HashMap<>();

    private record Place(String sheet, long row) {}

    private Corrections(List<CellCorrection> cells) {
        this.cells = List.copyOf(cells);
        for (CellCorrection cell : cells) {
            CellCorrection twice = rows.computeIfAbsent(new Place(cell.sheet(), cell.row()), p -> new HashMap<>())
                    .putIfAbsent(cell.column(), cell);
            if (twice != null) {
                throw new IllegalArgumentException(
                        "a cell corrected twice: row " + cell.row() + ", column " + cell.column());
            }
        }
    }

    /** These cells. */
    public static Corrections of(Collection<CellCorrection> cells) {
        return cells.isEmpty() ? NONE : new Corrections(List.copyOf(cells));
    }

    /** The corrections kept among what was noticed about a file. */
    public static Corrections among(List<ImportIssue> issues) {
        return of(issues.stream()
                .flatMap(issue -> CellCorrection.of(issue).stream())
                .toList());
    }

    /** All of them, in the order in which they were made. */
    public List<CellCorrection> cells() {
        return cells;
    }

    /** Whether nothing was corrected. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The corrected cells of a row, by their place in it. */
    public Map<Integer, CellCorrection> ofRow(String sheet, long row) {
        return rows.getOrDefault(new Place(sheet, row), Map.of());
    }

    /**
     * These and later ones: of one cell the last counts, and a cell that again says what the file says is no longer
     * corrected.
     */
    public Corrections and(Collection<CellCorrection> later) {
        List<CellCorrection> all = new ArrayList<>(cells);
        for (CellCorrection cell : later) {
            all.removeIf(c -> c.sheet().equals(cell.sheet()) && c.row() == cell.row() && c.column() == cell.column());
            if (!cell.after().equals(cell.before())) {
                all.add(cell);
            }
        }
        return of(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Corrections corrections && cells.equals(corrections.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.size() + " corrected cells"; // what they hold concerns people
    }
}
