package org.manumit.importers.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.value.Position;

/** Reads a list of antennas row by row: the number of each, where it stands, and what else is said of it. */
final class AntennaRows {

    private static final Set<String> PLACED =
            Set.of(CallColumns.CELL, CallColumns.LATITUDE, CallColumns.LONGITUDE, CallColumns.POSITION);

    private final ColumnMapping mapping;
    private final SitePositions positions;
    private final int cell;
    private final int area;
    private final int country;
    private final int network;

    AntennaRows(MappedTable mapped, Optional<String> home, List<ImportIssue> issues) {
        this.mapping = mapped.mapping();
        this.positions = new SitePositions(mapped, Optional.empty(), home, issues);
        boolean networks = CallPlaces.isOfSeveralNetworks(mapping, mapped.table());
        this.cell = mapping.indexOf(CallColumns.CELL).orElseThrow();
        this.area = mapping.indexOf(CallColumns.AREA).orElse(-1);
        this.country = networks ? mapping.indexOf(CallColumns.COUNTRY_CODE).orElseThrow() : -1;
        this.network = networks ? mapping.indexOf(CallColumns.NETWORK_CODE).orElseThrow() : -1;
    }

    /** Why a row names no antenna and its place; empty when it does. */
    Optional<RowOutcome.Rejected<Row>> fault(Row row) {
        String message;
        if (row.isBlank(cell)) {
            message = "The antenna's id is empty.";
        } else if (positions.areKnown() && positions.of(row).isEmpty()) {
            message =
                    "'" + positions.found(row) + "' is no position: latitude from -90 to 90 and longitude from -180 to"
                            + " 180, in degrees such as 48.8566 and 2.3522.";
        } else {
            return Optional.empty();
        }
        return Optional.of(new RowOutcome.Rejected<>(
                "", String.join(", ", row.texts()), "an antenna's id, latitude and longitude", message));
    }

    /** The antenna's number. */
    String key(Row row) {
        return CallSites.key(row, cell, area, country, network);
    }

    /** "latitude, longitude", where the table tells it. */
    Optional<String> position(Row row) {
        return positions.of(row).map(Position.Found::words);
    }

    /** What the row says of the antenna, by the names of its columns, latitude and longitude in degrees. */
    Map<String, String> said(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Position.Found> place = positions.of(row);
        for (ColumnMapping.Column column : mapping.columns()) {
            String value = row.value(column.index());
            boolean coordinate = column.meaning().equals(CallColumns.LATITUDE)
                    || column.meaning().equals(CallColumns.LONGITUDE);
            if (!value.isEmpty() && coordinate && place.isPresent()) {
                place(values, column.meaning(), place.get());
            } else if (!value.isEmpty() && !PLACED.contains(column.meaning())) {
                values.put(column.header(), value);
            }
        }
        place.ifPresent(found -> {
            values.putIfAbsent("latitude", found.latitude().toPlainString());
            values.putIfAbsent("longitude", found.longitude().toPlainString());
        });
        return values;
    }

    private static void place(Map<String, String> values, String meaning, Position.Found found) {
        if (meaning.equals(CallColumns.LATITUDE)) {
            values.put("latitude", found.latitude().toPlainString());
        } else {
            values.put("longitude", found.longitude().toPlainString());
        }
    }
}
