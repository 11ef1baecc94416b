package org.manumit.importers.tabular;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells the lines that close a report (totals, counts, "end of report") from records. */
public final class TotalsRow {

    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "totales",
            "grand",
            "subtotal",
            "sum",
            "summe",
            "gesamt",
            "gesamtsumme",
            "zwischensumme",
            "somme",
            "totaux",
            "suma",
            "razem",
            "ogolem",
            "lacznie",
            "totaal",
            "totale",
            "totali",
            "totais",
            "celkem",
            "spolu",
            "soucet",
            "osszesen",
            "mindosszesen",
            "общо",
            "всичко",
            "сума",
            "итого",
            "συνολο",
            "συνολα",
            "оборот",
            "обороти",
            "saldo",
            "sold",
            "solde",
            "zustatek",
            "egyenleg",
            "салдо",
            "υπολοιπο",
            "rulaj",
            "turnover",
            "obroty",
            "promet",
            "ukupno",
            "skupaj",
            "yhteensa",
            "kokku",
            "kopa",
            "viso",
            "summa",
            "toplam",
            "всього",
            "разом",
            "укупно",
            "المجموع",
            "الاجمالي",
            "รวม",
            "anfangssaldo",
            "endsaldo",
            "kontostand",
            "opening",
            "closing",
            "page",
            "seite",
            "blatt",
            "pagina",
            "strona",
            "strana",
            "oldal",
            "страница",
            "стр",
            "σελιδα",
            "records",
            "rows",
            "anzahl",
            "datensatze",
            "end",
            "ende",
            "fin",
            "fine",
            "koniec",
            "sfarsit",
            "sfarsitul");

    /** In scripts without blanks the word stands at the end: all together of some currency. */
    private static final Pattern UNSPACED = Pattern.compile(
            ".{0,8}(\u5408\u8ba1|\u603b\u8ba1|\u5c0f\u8ba1|\u5171\u8ba1|\u5408\u8a08|\u7dcf\u8a08|\u5c0f\u8a08)");

    private TotalsRow() {}

    /**
     * Whether the row is such a line: it opens with one of the words for it, and holds too little for a record.
     *
     * @param row the row
     * @param columns columns of the table
     */
    public static boolean is(Row row, int columns) {
        int filled = row.filled();
        return filled > 0 && filled <= Math.max(1, (columns + 1) / 2) && opens(row);
    }

    /** Whether the row opens with one of the words for it, however much it holds. */
    public static boolean opens(Row row) {
        for (int column = 0; column < row.size(); column++) {
            if (!row.isBlank(column)) {
                String[] words = HeaderText.plain(row.value(column)).split(" ", 3);
                return WORDS.contains(words[0]) || UNSPACED.matcher(words[0]).matches();
            }
        }
        return false;
    }
}
