package org.manumit.importers.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.graph.SourceId;

/**
 * What stands for whoever's list a file holds that names nobody: the file's name, which mostly is theirs. Where it only
 * says what the file is ({@code calls.csv}, {@code statement (2).xlsx}) the beginning of its hash stands beside it, so
 * that the lists of two people never become those of one.
 */
public final class NamelessList {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");
    /** Numbers of copies, days and years tell files apart, and not people. */
    private static final Pattern COUNT_OR_DAY =
            Pattern.compile("\\d{1,2}|(19|20)\\d\\d|(19|20)\\d\\d(0\\d|1[0-2])([0-2]\\d|3[01])?");
    /** Of lists of calls and statements of accounts, in the languages in which most come. */
    private static final Set<String> SAYS_WHAT = Set.of(
            // English
            "account",
            "accounts",
            "activity",
            "all",
            "bank",
            "bill",
            "billing",
            "bills",
            "call",
            "calls",
            "cdr",
            "cdrs",
            "copy",
            "csv",
            "data",
            "details",
            "download",
            "export",
            "file",
            "final",
            "history",
            "incoming",
            "invoice",
            "itemised",
            "itemized",
            "ledger",
            "list",
            "log",
            "logs",
            "message",
            "messages",
            "new",
            "of",
            "outgoing",
            "output",
            "payment",
            "payments",
            "phone",
            "record",
            "records",
            "report",
            "result",
            "results",
            "sheet",
            "sms",
            "statement",
            "statements",
            "table",
            "text",
            "transaction",
            "transactions",
            "transfer",
            "transfers",
            "untitled",
            // German, Dutch
            "anrufe",
            "anrufliste",
            "buchungen",
            "daten",
            "einzelverbindungsnachweis",
            "gesprekken",
            "kontoauszug",
            "konto",
            "kopie",
            "liste",
            "overzicht",
            "rechnung",
            "umsatz",
            "umsätze",
            "umsatzliste",
            "verbindungen",
            "verbindungsdaten",
            // French
            "appels",
            "compte",
            "copie",
            "de",
            "donnees",
            "données",
            "du",
            "facture",
            "fadet",
            "fadette",
            "operations",
            "opérations",
            "releve",
            "relevé",
            // Spanish, Portuguese, Italian
            "chamadas",
            "chiamate",
            "conta",
            "conto",
            "copia",
            "cuenta",
            "dati",
            "datos",
            "estratto",
            "extracto",
            "extrato",
            "factura",
            "fattura",
            "llamadas",
            "movimenti",
            "movimientos",
            "movimentos",
            "registro",
            "tabulati",
            "tabulato",
            // Romanian, Polish, Czech, Hungarian
            "apeluri",
            "extras",
            "hivasok",
            "hívások",
            "historia",
            "polaczenia",
            "połączenia",
            "szamlakivonat",
            "számlakivonat",
            "tranzactii",
            "tranzacții",
            "vypis",
            "výpis",
            "wyciag",
            "wyciąg",
            // Bulgarian, Russian, Ukrainian
            "виклики",
            "виписка",
            "выписка",
            "данные",
            "звонки",
            "извлечение",
            "обаждания",
            "разговори",
            "счет");

    private NamelessList() {}

    /** A name for whoever's list it is. */
    public static String name(SourceFile file) {
        return name(file.stem(), file.id());
    }

    static String name(String stem, SourceId id) {
        boolean says = Arrays.stream(BETWEEN.split(stem.toLowerCase(Locale.ROOT)))
                .allMatch(word -> word.isEmpty()
                        || SAYS_WHAT.contains(word)
                        || COUNT_OR_DAY.matcher(word).matches());
        return says ? stem + " " + id.abbreviated() : stem;
    }
}
