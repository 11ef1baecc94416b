package org.manumit.importers.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;

/**
 * Tells the public lists of cells that come without a header: radio, country, network, area, cell, unit, longitude,
 * latitude, as OpenCelliD and its kin write them.
 */
final class HeaderlessAntennas {

    private static final Set<String> RADIOS =
            Set.of("gsm", "umts", "wcdma", "lte", "cdma", "nr", "nbiot", "tdscdma", "2g", "3g", "4g", "5g");

    private static final Map<Integer, String> PLACES = Map.of(
            1, CallColumns.COUNTRY_CODE,
            2, CallColumns.NETWORK_CODE,
            3, CallColumns.AREA,
            4, CallColumns.CELL,
            6, CallColumns.LONGITUDE,
            7, CallColumns.LATITUDE);

    private HeaderlessAntennas() {}

    /** The columns, where the table is such a list. */
    static Optional<TableKind.Guessed> guess(Table table) {
        int columns = table.layout().columns();
        if (columns < 8 || table.sample().isEmpty()) {
            return Optional.empty();
        }
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int column = 0; column < 8; column++) {
            profiles.add(table.profile(column));
        }
        boolean radios = profiles.getFirst().filled() > 0
                && profiles.getFirst().values().stream()
                        .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .allMatch(RADIOS::contains);
        // Mobile country codes begin with the continent's digit, 2 to 7.
        boolean countries = profiles.get(1).integers() == 1
                && profiles.get(1).least() >= 200
                && profiles.get(1).most() < 800;
        boolean whole = profiles.get(2).integers() == 1
                && profiles.get(3).integers() == 1
                && profiles.get(4).integers() == 1;
        boolean degrees = profiles.get(6).fractions() > 0.9
                && profiles.get(7).fractions() > 0.9
                && Math.abs(profiles.get(7).least()) <= 90
                && Math.abs(profiles.get(7).most()) <= 90
                && profiles.get(6).least() >= -180
                && profiles.get(6).most() <= 180;
        if (!radios || !countries || !whole || !degrees) {
            return Optional.empty();
        }
        List<ColumnMapping.Column> mapped = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            String meaning = PLACES.getOrDefault(column, "");
            mapped.add(new ColumnMapping.Column(
                    column,
                    table.layout().headerOf(column),
                    meaning,
                    "",
                    meaning.isEmpty()
                            ? "no header; kept as it stands"
                            : "no header; in the order of the public lists of cells"));
        }
        return Optional.of(new TableKind.Guessed(
                mapped,
                List.of(new ImportIssue(
                        ImportIssue.Severity.NOTE,
                        table.sheetName(),
                        0,
                        "",
                        "",
                        "",
                        "The file has no header; its columns are in the order of the public lists of cells: radio, country,"
                                + " network, area, cell, unit, longitude, latitude. Check them."))));
    }
}
