package org.manumit.importers.calls;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.Position;

/** At which antenna the records of one table were made, and where it stands. Not thread-safe. */
final class CallSites {

    private final CallPlaces at;
    private final RowRemarks remarks;
    private final SitePositions positions;

    CallSites(
            MappedTable mapped,
            CallPlaces at,
            ColumnReadings readings,
            Optional<String> home,
            RowRemarks remarks,
            List<ImportIssue> issues) {
        this.at = at;
        this.remarks = remarks;
        this.positions = new SitePositions(mapped, Optional.of(readings), home, issues);
    }

    /** The antenna's number, with that of its area and, where several networks are in the table, its network. */
    String cell(Row row) {
        return at.cell() < 0
                ? positions.of(row).map(Position.Found::before).orElse("")
                : key(row, at.cell(), at.area(), at.country(), at.network());
    }

    /** An antenna's number, made of the columns for it. */
    static String key(Row row, int cell, int area, int country, int network) {
        String number = row.value(cell);
        if (Blank.isNoNumber(number)) {
            return "";
        }
        String within = value(row, area).isEmpty() ? number : row.value(area) + "-" + number;
        return value(row, country).isEmpty() || value(row, network).isEmpty()
                ? within
                : row.value(country) + "-" + row.value(network) + "-" + within;
    }

    /** "latitude, longitude" in degrees, or empty. */
    String position(Row row) {
        Optional<Position.Found> found = positions.of(row);
        if (found.isEmpty() && at.latitude() >= 0 && !positions.isBlank(row)) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    "",
                    positions.found(row),
                    "Records whose position is not a latitude and a longitude, kept without it");
        }
        return found.map(Position.Found::words).orElse("");
    }

    private static String value(Row row, int column) {
        return column < 0 ? "" : row.value(column);
    }
}
