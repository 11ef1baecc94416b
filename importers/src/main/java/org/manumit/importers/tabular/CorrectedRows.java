package org.manumit.importers.tabular;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportException;

/** Rows of a file with the cells that analysts corrected read as they say. */
final class CorrectedRows implements RowReader {

    private final RowReader rows;
    private final Corrections corrections;

    CorrectedRows(RowReader rows, Corrections corrections) {
        this.rows = rows;
        this.corrections = corrections;
    }

    /** The row as it is to be read. */
    static Row corrected(Row row, Corrections corrections) {
        Map<Integer, CellCorrection> cells = corrections.ofRow(row.sheet().orElse(""), row.number());
        if (cells.isEmpty()) {
            return row;
        }
        Map<Integer, String> texts = new HashMap<>();
        cells.forEach((column, cell) -> {
            if (!row.text(column).equals(cell.before())) {
                throw new ImportException("row " + row.number() + ": its cell " + (column + 1)
                        + " is not what it was when it was corrected, because the file is cut into cells otherwise now;"
                        + " take the correction back, or read the file as before");
            }
            texts.put(column, cell.after());
        });
        return row.withCells(texts);
    }

    @Override
    public Optional<Row> next() throws IOException {
        return rows.next().map(row -> corrected(row, corrections));
    }

    @Override
    public List<Repair> repairs() {
        return rows.repairs();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
