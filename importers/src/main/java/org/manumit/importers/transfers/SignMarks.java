package org.manumit.importers.transfers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * What the marks of one column say of which way money went. Words speak for themselves; of bare initials only both
 * together tell the language: {@code T} and {@code J} are debit and credit in Hungary. Keeps what it has read; not
 * thread-safe.
 */
final class SignMarks {

    /** Initials of out and in. */
    private static final List<String> INITIALS =
            List.of("TJ", "DK", "DC", "SH", "AB", "WM", "DP", "BA", "\u0414\u041a");

    private final Map<String, Optional<Direction>> known = new HashMap<>();

    private SignMarks() {}

    /** @param column of the marks, under a header that may name both ways in full; -1 when there is none */
    static SignMarks of(Table table, int column) {
        SignMarks marks = new SignMarks();
        Set<String> seen = new TreeSet<>();
        if (column >= 0) {
            for (Row row : table.sample()) {
                String cell = row.value(column).toUpperCase(Locale.ROOT);
                if (cell.length() == 1 && seen.size() < 3) {
                    seen.add(cell);
                }
            }
        }
        if (column >= 0) {
            marks.initialsOf(table.layout().headerOf(column), seen);
        }
        for (String pair : INITIALS) {
            String out = pair.substring(0, 1);
            String in = pair.substring(1);
            if (seen.equals(Set.of(out, in))) {
                marks.known.put(out, Optional.of(Direction.OUT));
                marks.known.put(in, Optional.of(Direction.IN));
            }
        }
        return marks;
    }

    /** "Χρέωση / Πίστωση" over Χ and Π: the header says what its initials mean. */
    private void initialsOf(String header, Set<String> seen) {
        Map<String, Direction> initials = new HashMap<>();
        for (String word : HeaderText.plain(header).split(" ", -1)) {
            MoneyWords.direction(word)
                    .ifPresent(way ->
                            initials.merge(word.substring(0, 1).toUpperCase(Locale.ROOT), way, (one, other) -> one));
        }
        if (initials.size() == 2
                && Set.copyOf(initials.values()).size() == 2
                && initials.keySet().containsAll(seen)) {
            initials.forEach((initial, way) -> known.put(initial, Optional.of(way)));
        }
    }

    Optional<Direction> direction(String mark) {
        Optional<Direction> direction = known.get(mark);
        if (direction == null) {
            Optional<Direction> initial = known.get(mark.toUpperCase(Locale.ROOT));
            direction = initial == null ? MoneyWords.direction(mark) : initial;
            if (known.size() < 1000) {
                known.put(mark, direction);
            }
        }
        return direction;
    }
}
