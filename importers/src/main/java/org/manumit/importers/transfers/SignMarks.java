package org.manumit.importers.transfers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** @param column of the marks; -1 when there is none */
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
