package org.manumit.importers.transfers;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;

/**
 * Tells lists of shares, bonds and funds, held or traded, from transfers: nearly every row names a security and how many
 * of it, and its amounts are what they are worth or cost, paid to nobody who is named.
 */
final class SecuritiesList {

    private static final Set<String> SECURITIES = Set.of(
            "isin",
            "wkn",
            "cusip",
            "sedol",
            "symbol",
            "ticker",
            "security",
            "securities",
            "instrument",
            "wertpapier",
            "valoren",
            "titre",
            "titulo",
            "titolo",
            "papier",
            "pair",
            "market",
            "\u8bc1\u5238\u4ee3\u7801",
            "\u80a1\u7968\u4ee3\u7801",
            "\u9298\u67c4",
            "\u9298\u67c4\u30b3\u30fc\u30c8");
    private static final Set<String> QUANTITIES = Set.of(
            "quantity",
            "qty",
            "shares",
            "units",
            "stuck",
            "stucke",
            "stueck",
            "nominale",
            "anzahl",
            "quantite",
            "cantidad",
            "quantita",
            "quantidade",
            "ilosc",
            "aantal",
            "antal",
            "executed",
            "filled",
            "\u6570\u91cf",
            "\u6210\u4ea4\u6570\u91cf",
            "\u682a\u6570",
            "\u6570\u91cf\u682a");
    private static final Set<String> PRICES = Set.of(
            "price",
            "kurs",
            "preis",
            "prix",
            "cours",
            "precio",
            "prezzo",
            "preco",
            "cena",
            "koers",
            "rate",
            "cost",
            "value",
            "\u5358\u4fa1",
            "\u4ef7\u683c",
            "\u6210\u4ea4\u4ef7");
    private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}\\d");

    private SecuritiesList() {}

    /** The column that names the securities; empty when the table is no list of them. */
    static OptionalInt of(MappedTable mapped) {
        List<Row> sample = mapped.table().sample();
        OptionalInt quantity = first(mapped, QUANTITIES);
        OptionalInt security = first(mapped, SECURITIES);
        if (quantity.isEmpty() || security.isEmpty() || sample.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean priced = first(mapped, PRICES).isPresent();
        long full = sample.stream()
                .filter(row -> !row.isBlank(security.getAsInt()) && !row.isBlank(quantity.getAsInt()))
                .count();
        long numbered = sample.stream()
                .filter(row -> ISIN.matcher(row.value(security.getAsInt())).matches())
                .count();
        boolean nearlyAll = full * 10 >= sample.size() * 8L;
        return nearlyAll && (priced || numbered * 2 > full) ? security : OptionalInt.empty();
    }

    private static OptionalInt first(MappedTable mapped, Set<String> words) {
        return mapped.mapping().columns().stream()
                .filter(column -> HeaderText.words(column.header()).stream().anyMatch(words::contains))
                .mapToInt(ColumnMapping.Column::index)
                .findFirst();
    }
}
