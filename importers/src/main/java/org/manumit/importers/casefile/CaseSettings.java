package org.manumit.importers.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.Grades;
import org.manumit.importers.casefile.WorkbookTable.TableRow;

/**
 * What the sheet <i>Case</i> says of the workbook as a whole.
 *
 * @param values by key, folded as headings are
 */
record CaseSettings(Map<String, String> values) {

    CaseSettings {
        values = Map.copyOf(values);
    }

    /** The first value given for each key, of the rows that may be read. */
    static CaseSettings of(List<WorkbookTable> tables, RowFates fates) {
        Map<String, String> values = new HashMap<>();
        for (WorkbookTable table : tables) {
            if (table.sheet().equals(Optional.of(CaseSheet.CASE))) {
                for (TableRow row : table.rows()) {
                    String value = table.value(row, "value");
                    if (fates.isData(row) && !value.isEmpty()) {
                        values.putIfAbsent(Folding.heading(table.value(row, "key")), value);
                    }
                }
            }
        }
        return new CaseSettings(values);
    }

    private String value(String key) {
        return values.getOrDefault(Folding.heading(key), "");
    }

    /** The grades that claims fall back to. */
    Grades grades() {
        return new Grades(value("source grade"), value("information grade"), value("handling"));
    }

    Optional<String> country() {
        return Optional.of(value("country")).filter(c -> !c.isEmpty());
    }

    Optional<String> zone() {
        return Optional.of(value("time zone")).filter(z -> !z.isEmpty());
    }

    /** What tells the case apart from all others; empty unless both reference and originator are given. */
    Optional<String> scope() {
        String reference = Folding.name(value("reference"));
        String originator = Folding.name(value("originator"));
        return reference.isEmpty() || originator.isEmpty()
                ? Optional.empty()
                : Optional.of(originator + "/" + reference);
    }
}
