package org.manumit.importers.calls;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.Degrees;
import org.manumit.importers.tabular.value.Position;

/** At which antenna the records of one table were made, and where it stands. Not thread-safe. */
final class CallSites {

    private final ColumnMapping mapping;
    private final CallPlaces at;
    private final ColumnReadings readings;
    private final RowRemarks remarks;
    private final Position.Order order;

    CallSites(
            MappedTable mapped, CallPlaces at, ColumnReadings readings, RowRemarks remarks, List<ImportIssue> issues) {
        this.mapping = mapped.mapping();
        this.at = at;
        this.readings = readings;
        this.remarks = remarks;
        this.order = at.position() < 0 ? Position.Order.LATITUDE_FIRST : order(mapped.table(), issues);
    }

    /** Which number is the latitude: as the header says, as the values prove, or, and that is said, the first. */
    private Position.Order order(Table table, List<ImportIssue> issues) {
        String header = mapping.columns().get(at.position()).header();
        String plain = HeaderText.plain(header);
        int latitude = plain.indexOf("lat");
        int longitude = Math.max(plain.indexOf("lon"), plain.indexOf("lng"));
        if (latitude >= 0 && longitude >= 0) {
            return longitude < latitude ? Position.Order.LONGITUDE_FIRST : Position.Order.LATITUDE_FIRST;
        }
        List<String> cells = table.sample().stream()
                .map(row -> row.value(at.position()))
                .filter(cell -> !Position.tells(cell))
                .toList();
        Optional<Position.Order> proved = Position.order(cells);
        if (proved.isEmpty() && cells.stream().anyMatch(Position::isIn)) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    table.sheetName(),
                    0,
                    header,
                    "",
                    "",
                    "Positions in '" + header + "' are read latitude first: assumed, as no number tells latitude from"
                            + " longitude. If that is wrong, put them into two columns and import again."));
        }
        return proved.orElse(Position.Order.LATITUDE_FIRST);
    }

    /** The antenna's number, with that of its area and, where several networks are in the table, its network. */
    String cell(Row row) {
        if (at.cell() < 0) {
            return at.position() < 0
                    ? ""
                    : Position.read(row.value(at.position()), order)
                            .map(Position.Found::before)
                            .orElse("");
        }
        return key(row, at.cell(), at.area(), at.country(), at.network());
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
        if (at.latitude() < 0 || at.longitude() < 0) {
            return at.position() < 0
                    ? ""
                    : Position.read(row.value(at.position()), order)
                            .map(Position.Found::words)
                            .orElse("");
        }
        Optional<String> latitude = degrees(CallColumns.LATITUDE, row, at.latitude(), 90);
        Optional<String> longitude = degrees(CallColumns.LONGITUDE, row, at.longitude(), 180);
        if (latitude.isPresent() && longitude.isPresent()) {
            return latitude.get() + ", " + longitude.get();
        }
        if (!Blank.is(row.value(at.latitude())) || !Blank.is(row.value(at.longitude()))) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    mapping.columns().get(at.latitude()).header(),
                    row.value(at.latitude()) + ", " + row.value(at.longitude()),
                    "Records whose position is not a latitude and a longitude, kept without it");
        }
        return "";
    }

    private Optional<String> degrees(String key, Row row, int column, int most) {
        return Degrees.read(row.value(column), row.kind(column), readings.decimal(key), most)
                .map(BigDecimal::toPlainString);
    }

    private static String value(Row row, int column) {
        return column < 0 ? "" : row.value(column);
    }
}
