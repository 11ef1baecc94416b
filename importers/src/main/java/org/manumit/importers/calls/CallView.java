package org.manumit.importers.calls;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.importers.calls.CallWords.Direction;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;

/** From whom the rows of a table of call records tell. */
enum CallView {
    /** Caller and called stand in columns of their own. */
    PARTIES,
    /** One subscriber's records: direction and the other party. */
    SUBSCRIBER,
    /** What one subscriber called and wrote to, as a bill lists it. */
    BILL,
    /** One subscriber's sessions, with nobody at the other end. */
    SESSIONS;

    /** Whether the columns are those of call records, and how the parties are named. */
    static Optional<CallView> of(ColumnMapping mapping, Table table) {
        if (!mapping.has(CallColumns.START) && !mapping.has(CallColumns.DATE)) {
            return Optional.empty();
        }
        int parties = 0;
        for (String key : List.of(CallColumns.CALLER, CallColumns.CALLED, CallColumns.SUBSCRIBER, CallColumns.OTHER)) {
            parties += mapping.has(key) ? 1 : 0;
        }
        if (mapping.has(CallColumns.CALLER) && mapping.has(CallColumns.CALLED)) {
            return Optional.of(ownerFirst(mapping, table) ? SUBSCRIBER : PARTIES);
        }
        boolean directed = tellsDirection(mapping, table);
        // A direction that is not understood makes rows that are rejected, each saying so; never one that is guessed.
        boolean asked = mapping.has(CallColumns.DIRECTION)
                && mapping.has(CallColumns.OTHER)
                && !mapping.has(CallColumns.CALLER)
                && !mapping.has(CallColumns.CALLED);
        if (parties >= 1 && (directed || asked)) {
            return Optional.of(SUBSCRIBER);
        }
        if (parties >= 2) {
            return Optional.of(PARTIES);
        }
        boolean session = parties == 1
                && (mapping.has(CallColumns.IMSI) || mapping.has(CallColumns.IMEI) || mapping.has(CallColumns.CELL))
                && mapping.has(CallColumns.SUBSCRIBER);
        if (session && tellsClock(mapping, table)) {
            return Optional.of(SESSIONS);
        }
        boolean bill = parties == 1
                && (mapping.has(CallColumns.CALLED) || titled(table).isPresent())
                && (hasDuration(mapping) || titledWithKind(table))
                && !mapping.has(CallColumns.DIRECTION);
        return bill ? Optional.of(BILL) : Optional.empty();
    }

    /** Whether the title says what the records are and which way they went: "Messages sent". */
    private static boolean titledWithKind(Table table) {
        return titled(table).isPresent()
                && (CallWords.kind(title(table)).isPresent()
                        || CallWords.kind(table.sheetName()).isPresent());
    }

    /** The last line above the table. */
    static String title(Table table) {
        List<Row> above = table.layout().preamble();
        return above.isEmpty() ? "" : String.join(" ", above.getLast().texts()).strip();
    }

    /** Which way all records went, by the sheet's name or the last line above the table: "Incoming calls". */
    static Optional<Direction> titled(Table table) {
        for (String text : List.of(table.sheetName(), title(table))) {
            // "in" and "out" may be any preposition.
            String words = Arrays.stream(HeaderText.plain(text).split(" ", -1))
                    .filter(word -> word.length() > 3 || word.chars().anyMatch(c -> c > 0x7f))
                    .collect(Collectors.joining(" "));
            Optional<Direction> direction = words.isEmpty() ? Optional.empty() : CallWords.direction(words);
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }

    private static boolean hasDuration(ColumnMapping mapping) {
        return mapping.has(CallColumns.DURATION) || mapping.has(CallColumns.TALK_TIME);
    }

    /** Whether records begin at a time of day, as sessions do; the day a contract began has none. */
    private static boolean tellsClock(ColumnMapping mapping, Table table) {
        if (mapping.has(CallColumns.NAME) && !mapping.has(CallColumns.CELL) && !hasDuration(mapping)) {
            return false;
        }
        int kind = mapping.indexOf(CallColumns.KIND).orElse(-1);
        long others = table.sample().stream()
                .filter(row -> kind >= 0)
                .map(row -> CallWords.kind(row.value(kind)))
                .filter(k -> k.isPresent() && k.get() != CallTable.Kind.DATA)
                .count();
        if (others * 2 > table.sample().size()) {
            // Calls and messages have another end, even where no column is known to name it.
            return false;
        }
        int start = mapping.indexOf(CallColumns.START).orElse(-1);
        if (mapping.has(CallColumns.TIME) || start < 0) {
            return mapping.has(CallColumns.TIME);
        }
        boolean told = mapping.has(CallColumns.CELL)
                || hasDuration(mapping)
                || mapping.has(CallColumns.END)
                || namesComputers(mapping, table);
        boolean seen = HeaderText.plain(mapping.columns().get(start).header()).contains("seen");
        return told
                && !seen
                && table.sample().stream().anyMatch(row -> row.value(start).length() > 10);
    }

    /** Whether some column holds addresses of computers, as lists of sessions do. */
    private static boolean namesComputers(ColumnMapping mapping, Table table) {
        List<Row> first = table.sample().stream().limit(50).toList();
        return mapping.columns().stream()
                .anyMatch(c -> ColumnProfile.of(first, c.index()).addresses() > 0.5);
    }

    /**
     * Whether the rows say which way the record went, in the direction column or in the kind column. Where a subscriber
     * and another party are named, any word for it counts: rows without one are then rejected, never all taken for
     * outgoing.
     */
    private static boolean tellsDirection(ColumnMapping mapping, Table table) {
        CallCodes codes = CallCodes.of(mapping, table);
        int direction = mapping.indexOf(CallColumns.DIRECTION).orElse(-1);
        int kind = mapping.indexOf(CallColumns.KIND).orElse(-1);
        int told = 0;
        int filled = 0;
        for (Row row : table.sample()) {
            String cell = direction >= 0 ? row.value(direction) : kind >= 0 ? row.value(kind) : "";
            if (!cell.isEmpty()) {
                filled++;
                told += codes.direction(cell).isPresent() ? 1 : 0;
            }
        }
        boolean owned = mapping.has(CallColumns.SUBSCRIBER) && mapping.has(CallColumns.OTHER);
        return (direction >= 0 || owned) ? told > 0 : told * 2 > filled;
    }

    /**
     * Whether the column taken for the caller is the subscriber whose list this is, whichever way each record went: then
     * in incoming records, too, the subscriber stands there. Those who call in outgoing records are subscribers; which
     * column holds them in incoming ones tells. Of a list with incoming records only, its one number does.
     */
    private static boolean ownerFirst(ColumnMapping mapping, Table table) {
        if (!tellsDirection(mapping, table)) {
            return false;
        }
        CallCodes codes = CallCodes.of(mapping, table);
        int direction = mapping.indexOf(CallColumns.DIRECTION)
                .orElse(mapping.indexOf(CallColumns.KIND).orElse(-1));
        int caller = mapping.indexOf(CallColumns.CALLER).orElseThrow();
        int called = mapping.indexOf(CallColumns.CALLED).orElseThrow();
        Set<String> subscribers = new HashSet<>();
        for (Row row : table.sample()) {
            if (codes.direction(row.value(direction)).equals(Optional.of(Direction.OUT))) {
                subscribers.add(row.value(caller));
            }
        }
        boolean incomingOnly = subscribers.isEmpty();
        if (incomingOnly) {
            Map<String, Integer> occurrences = new HashMap<>();
            for (Row row : table.sample()) {
                occurrences.merge(row.value(caller), 1, Integer::sum);
                occurrences.merge(row.value(called), 1, Integer::sum);
            }
            int rows = table.sample().size();
            occurrences.forEach((number, count) -> {
                if (rows > 1 && count >= rows && !number.isEmpty()) {
                    subscribers.add(number);
                }
            });
        }
        int asCaller = 0;
        int asCalled = 0;
        for (Row row : table.sample()) {
            if (codes.direction(row.value(direction)).equals(Optional.of(Direction.IN))) {
                boolean first = subscribers.contains(row.value(caller));
                boolean second = subscribers.contains(row.value(called));
                asCaller += first && !second ? 1 : 0;
                asCalled += second && !first ? 1 : 0;
            }
        }
        // One row is too little against a header that says "from"; "A party" is what operators call the subscriber.
        boolean plain = HeaderText.words(mapping.columns().get(caller).header()).stream()
                .noneMatch(Set.of("a", "\u0430", "\u03b1")::contains);
        return asCaller > 9 * asCalled && (asCaller > 1 || !plain);
    }
}
