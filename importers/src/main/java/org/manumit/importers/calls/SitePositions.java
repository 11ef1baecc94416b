package org.manumit.importers.calls;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.Degrees;
import org.manumit.importers.tabular.value.OsGrid;
import org.manumit.importers.tabular.value.Position;

/**
 * Where the antennas of one table stand: by two columns of degrees, by both in one column, or by eastings and northings
 * where it is sure that they are Great Britain's. Not thread-safe.
 */
final class SitePositions {

    private static final Pattern BRITISH = Pattern.compile("\\b(?:osgb|osgb36|bng|national grid|os)\\b");

    private final int latitude;
    private final int longitude;
    private final int together;
    private final int easting;
    private final int northing;
    private final Position.Order order;
    private final Optional<ColumnReadings> readings;

    /**
     * @param readings how the table's numbers are to be read, where that was learned
     * @param home country of the source's numbers
     */
    SitePositions(
            MappedTable mapped, Optional<ColumnReadings> readings, Optional<String> home, List<ImportIssue> issues) {
        this.readings = readings;
        ColumnMapping mapping = mapped.mapping();
        boolean apart = mapping.has(CallColumns.LATITUDE) && mapping.has(CallColumns.LONGITUDE);
        latitude = apart ? index(mapping, CallColumns.LATITUDE) : -1;
        longitude = apart ? index(mapping, CallColumns.LONGITUDE) : -1;
        together = apart ? -1 : index(mapping, CallColumns.POSITION);
        order = together < 0 ? Position.Order.LATITUDE_FIRST : order(mapped, issues);
        boolean grid = !apart
                && together < 0
                && mapping.has(CallColumns.EASTING)
                && mapping.has(CallColumns.NORTHING)
                && isBritish(mapped, home, issues);
        easting = grid ? index(mapping, CallColumns.EASTING) : -1;
        northing = grid ? index(mapping, CallColumns.NORTHING) : -1;
    }

    private static int index(ColumnMapping mapping, String key) {
        return mapping.indexOf(key).orElse(-1);
    }

    /** Whether a table tells positions at all. */
    static boolean in(ColumnMapping mapping) {
        return (mapping.has(CallColumns.LATITUDE) && mapping.has(CallColumns.LONGITUDE))
                || mapping.has(CallColumns.POSITION)
                || (mapping.has(CallColumns.EASTING) && mapping.has(CallColumns.NORTHING));
    }

    /** Whether the table's positions can be read. */
    boolean areKnown() {
        return latitude >= 0 || together >= 0 || easting >= 0;
    }

    private static boolean isBritish(MappedTable mapped, Optional<String> home, List<ImportIssue> issues) {
        String header =
                mapped.mapping().column(CallColumns.EASTING).orElseThrow().header();
        boolean british = home.filter("GB"::equals).isPresent()
                || BRITISH.matcher(HeaderText.plain(header)).find();
        issues.add(new ImportIssue(
                british ? Severity.NOTE : Severity.WARNING,
                mapped.table().sheetName(),
                0,
                header,
                "",
                "",
                british
                        ? "Eastings and northings are read as the British National Grid's."
                        : "Eastings and northings are kept as they stand, for nothing says of which country's grid they"
                                + " are; give the country GB where they are Great Britain's."));
        return british;
    }

    /** Which number is the latitude: as the header says, as the values prove, or, and that is said, the first. */
    private Position.Order order(MappedTable mapped, List<ImportIssue> issues) {
        Table table = mapped.table();
        String header = mapped.mapping().columns().get(together).header();
        String plain = HeaderText.plain(header);
        int lat = plain.indexOf("lat");
        int lon = Math.max(plain.indexOf("lon"), plain.indexOf("lng"));
        if (lat >= 0 && lon >= 0) {
            return lon < lat ? Position.Order.LONGITUDE_FIRST : Position.Order.LATITUDE_FIRST;
        }
        List<String> cells = table.sample().stream()
                .map(row -> row.value(together))
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

    /** The row's position; what stands before it in its cell is often the antenna's number. */
    Optional<Position.Found> of(Row row) {
        if (latitude >= 0) {
            Optional<BigDecimal> north = degrees(row, CallColumns.LATITUDE, latitude, 90);
            Optional<BigDecimal> east = degrees(row, CallColumns.LONGITUDE, longitude, 180);
            return north.isPresent() && east.isPresent()
                    ? Optional.of(new Position.Found(north.get(), east.get(), ""))
                    : Optional.empty();
        }
        if (together >= 0) {
            return Position.read(row.value(together), order);
        }
        return easting < 0
                ? Optional.empty()
                : metres(row, easting)
                        .flatMap(east -> metres(row, northing).flatMap(north -> OsGrid.place(east, north)));
    }

    private Optional<BigDecimal> degrees(Row row, String key, int column, int most) {
        String cell = row.value(column);
        if (readings.isPresent()) {
            return Degrees.read(cell, row.kind(column), readings.get().decimal(key), most);
        }
        return Degrees.read(cell, row.kind(column), DecimalReading.POINT, most)
                .or(() -> Degrees.read(cell, row.kind(column), DecimalReading.COMMA, most));
    }

    private static Optional<Double> metres(Row row, int column) {
        try {
            return Optional.of(Double.valueOf(row.value(column).replace(",", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the row says nothing of a position. */
    boolean isBlank(Row row) {
        for (int column : new int[] {latitude, longitude, together, easting, northing}) {
            if (column >= 0 && !Blank.is(row.value(column))) {
                return false;
            }
        }
        return true;
    }

    /** The cells that tell the position, for what users are told. */
    String found(Row row) {
        StringBuilder found = new StringBuilder();
        for (int column : new int[] {latitude, longitude, together, easting, northing}) {
            if (column >= 0) {
                found.append(found.isEmpty() ? "" : ", ").append(row.value(column));
            }
        }
        return found.toString();
    }
}
