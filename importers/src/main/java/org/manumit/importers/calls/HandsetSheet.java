package org.manumit.importers.calls;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manumit.importers.tabular.ColumnMapper;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;

/**
 * One sheet of an extraction report in a workbook.
 *
 * @param table the sheet
 * @param kind what its rows are
 * @param mapping what its columns mean
 */
record HandsetSheet(Table table, Kind kind, ColumnMapping mapping) {

    static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(HandsetSheet.class, "report-columns.txt");

    private static final ColumnMapper MAPPER = new ColumnMapper("calls", VOCABULARY);
    private static final Pattern ROLE = Pattern.compile("(?is)\\s*(?:from|to|von|an|de|da|para|od|do)\\s*:.*");

    private static final Set<String> TELEPHONES = Set.of(
            "phone",
            "phones",
            "tel",
            "telephone",
            "telefon",
            "mobile",
            "cell",
            "home",
            "work",
            "office",
            "fax",
            "number",
            "numbers",
            "handy",
            "mobil",
            "movil",
            "celular",
            "rufnummer");

    /** What the rows of a sheet are. */
    enum Kind {
        CHATS,
        /** Messages with the chat that each stands in and the way it went. */
        CHAT_LIST,
        CALLS,
        MESSAGES,
        CONTACTS,
        DEVICE
    }

    /** What sheets are called, in the order of looking: "Chat messages" are chats. */
    private static final Map<Kind, List<String>> NAMES = Map.of(
            Kind.CHATS, List.of("chat", "instant message", "conversation", "unterhaltung"),
            Kind.CALLS,
                    List.of(
                            "call",
                            "anruf",
                            "appel",
                            "llamad",
                            "chiamat",
                            "chamad",
                            "apel",
                            "polaczen",
                            "oproep",
                            "hovor",
                            "\u0437\u0432\u043e\u043d",
                            "arama"),
            Kind.MESSAGES,
                    List.of(
                            "sms",
                            "mms",
                            "message",
                            "nachricht",
                            "mensaje",
                            "messagg",
                            "mensag",
                            "mesaj",
                            "wiadomosc",
                            "bericht",
                            "zprav",
                            "\u0441\u043e\u043e\u0431\u0449"),
            Kind.CONTACTS,
                    List.of(
                            "contact",
                            "kontakt",
                            "contatt",
                            "contat",
                            "phonebook",
                            "address book",
                            "adresbuch",
                            "\u043a\u043e\u043d\u0442\u0430\u043a\u0442",
                            "kisiler",
                            "rehber"),
            Kind.DEVICE,
                    List.of(
                            "device",
                            "general information",
                            "phone info",
                            "gerat",
                            "dispositi",
                            "appareil",
                            "extraction"));

    /** The sheet for what it is; empty when it holds nothing of a telephone. */
    static Optional<HandsetSheet> of(Table table) {
        Optional<HandsetSheet> list = Optional.of(new HandsetSheet(table, Kind.CHAT_LIST, MAPPER.map(table)))
                .filter(HandsetSheet::isWhole);
        if (list.isPresent()) {
            return list;
        }
        String name = HeaderText.plain(table.sheetName()).toLowerCase(Locale.ROOT);
        List<Kind> called = Stream.of(Kind.values())
                .filter(kind -> NAMES.getOrDefault(kind, List.of()).stream().anyMatch(name::contains))
                .toList();
        if (called.isEmpty()) {
            return Optional.empty();
        }
        ColumnMapping mapping = MAPPER.map(table);
        return called.stream()
                .map(kind -> new HandsetSheet(table, kind, mapping))
                .filter(HandsetSheet::isWhole)
                .findFirst();
    }

    /** Whether the columns that the kind cannot do without are there. */
    private boolean isWhole() {
        boolean timed = mapping.has("time") || mapping.has("date");
        boolean parties = mapping.has("parties") || mapping.has("from") || mapping.has("to") || mapping.has("number");
        return switch (kind) {
            case CALLS, MESSAGES, CHATS -> timed && parties;
            case CHAT_LIST ->
                timed
                        && mapping.has("chat")
                        && (mapping.has("from") || mapping.has("body"))
                        && !mapping.has("to")
                        && !mapping.has("parties")
                        && mostGoSomeWay();
            case CONTACTS ->
                mapping.has("entries")
                        || (mapping.has("name")
                                && (mapping.has("number") || !numbered().isEmpty()));
            case DEVICE -> !valueOf().isEmpty() && (mapping.has("key") || mapping.has("name"));
        };
    }

    /** Whether most rows say which way they went. */
    private boolean mostGoSomeWay() {
        long told = table.sample().stream()
                .filter(row -> ChatList.way(this, row).isPresent())
                .count();
        return told * 2 > table.sample().size();
    }

    /** The column with the values of a list of names and values; "Data" is the word for the date elsewhere. */
    String valueOf() {
        return mapping.has("value") ? "value" : mapping.has("date") ? "date" : "";
    }

    /** The columns without a meaning whose headers speak of telephones. */
    List<ColumnMapping.Column> numbered() {
        return mapping.columns().stream()
                .filter(column -> !column.isMapped())
                .filter(column -> Stream.of(HeaderText.plain(column.header()).split(" ", -1))
                        .anyMatch(TELEPHONES::contains))
                .toList();
    }

    /** Whether its rows are calls or messages. */
    boolean isRecords() {
        return switch (kind) {
            case CALLS, MESSAGES, CHATS, CHAT_LIST -> true;
            case CONTACTS, DEVICE -> false;
        };
    }

    /** Whether it names parties as no operator does: with the part of each before it, several in one cell. */
    boolean namesParts() {
        if (kind == Kind.CHAT_LIST) {
            return true;
        }
        int column = mapping.indexOf("parties").orElse(-1);
        return column >= 0
                && table.sample().stream()
                        .anyMatch(row -> ROLE.matcher(row.value(column)).matches());
    }

    /** The cell of a column; empty text where there is none. */
    String value(Row row, String key) {
        int column = mapping.indexOf(key).orElse(-1);
        return column < 0 || Blank.is(row.value(column)) ? "" : row.value(column);
    }
}
