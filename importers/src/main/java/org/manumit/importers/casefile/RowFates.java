package org.manumit.importers.casefile;

import java.util.IdentityHashMap;
import org.manumit.importers.casefile.WorkbookTable.TableRow;

/** What becomes of each row. Not safe for use from several threads. */
final class RowFates {

    /** What becomes of a row. */
    enum Fate {
        /** It is read. */
        DATA,
        /** It gives away a victims' shelter: nothing of it is kept. */
        REFUSED,
        /** The template's example, left in place: no data. */
        EXAMPLE,
        /** It repeats a row of the same id in every cell. */
        DUPLICATE
    }

    private final IdentityHashMap<TableRow, Fate> fates = new IdentityHashMap<>();

    void put(TableRow row, Fate fate) {
        fates.put(row, fate);
    }

    Fate of(TableRow row) {
        return fates.getOrDefault(row, Fate.DATA);
    }

    boolean isData(TableRow row) {
        return of(row) == Fate.DATA;
    }
}
