package org.manumit.importers.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.importers.calls.CallWords.Direction;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;

/**
 * What the cells of the kind and direction columns of one table say. Keeps what it has read; not thread-safe.
 *
 * <p>Numbers in the kind column are read as GSM basic services where all of them are (3GPP TS 22.003: 11 telephony, 12
 * emergency call, 21 and 22 short message received and sent).
 */
final class CallCodes {

    static final Set<String> BASIC_SERVICES = Set.of("11", "12", "21", "22");

    private final Map<String, Optional<CallTable.Kind>> kinds = new HashMap<>();
    private final Map<String, Optional<Direction>> directions = new HashMap<>();
    private final Map<String, Boolean> outcomes = new HashMap<>();
    private final Map<String, Direction> told = new HashMap<>();

    /** Initials for out and in; which language's they are only both together tell. */
    private static final List<String> INITIALS =
            List.of("SE", "UE", "AE", "GK", "WP", "OP", "KB", "OT", "OI", "UI", "OD", "\u0418\u0412");

    /**
     * The codes of one table.
     *
     * @param hint of the direction column: {@code 1 out, 2 in}
     * @param directions what stands in the direction column
     */
    private CallCodes(String hint, Set<String> directions) {
        if (directions.size() == 2) {
            String letters = directions.stream().sorted().collect(Collectors.joining());
            for (String pair : INITIALS) {
                String sorted =
                        pair.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
                if (letters.length() == 2 && letters.toUpperCase(Locale.ROOT).equals(sorted)) {
                    told.put(pair.substring(0, 1).toLowerCase(Locale.ROOT), Direction.OUT);
                    told.put(pair.substring(1).toLowerCase(Locale.ROOT), Direction.IN);
                }
            }
        }
        for (String pair : hint.toLowerCase(Locale.ROOT).split("[,;]", -1)) {
            String[] words = pair.strip().split("[\\s=]+", -1);
            if (words.length == 2) {
                CallWords.direction(words[1]).ifPresent(direction -> told.put(words[0], direction));
            }
        }
    }

    /** The codes of a table whose columns are known. */
    static CallCodes of(ColumnMapping mapping, Table table) {
        Optional<ColumnMapping.Column> column = mapping.column(CallColumns.DIRECTION);
        String header = column.map(ColumnMapping.Column::header).orElse("");
        Set<String> directions = new TreeSet<>();
        if (column.isPresent()) {
            for (Row row : table.sample()) {
                String cell = row.value(column.get().index());
                if (!cell.isEmpty() && directions.size() < 3) {
                    directions.add(cell);
                }
            }
        }
        CallCodes codes = new CallCodes(column.map(ColumnMapping.Column::hint).orElse(""), directions);
        if (CallWords.namesBothWays(header)) {
            // "Sent/received" over S and R: the header says what its initials mean.
            for (String word : HeaderText.plain(header).split(" ", -1)) {
                CallWords.direction(word).ifPresent(way -> codes.told.putIfAbsent(word.substring(0, 1), way));
            }
        }
        return codes;
    }

    Optional<CallTable.Kind> kind(String cell) {
        Optional<CallTable.Kind> known = kinds.get(cell);
        if (known == null) {
            known = switch (cell) {
                case "11", "12" -> Optional.of(CallTable.Kind.CALL);
                case "21", "22" -> Optional.of(CallTable.Kind.MESSAGE);
                default -> CallWords.kind(cell);
            };
            if (kinds.size() < 10_000) {
                kinds.put(cell, known);
            }
        }
        return known;
    }

    /** Whether a cell says how a call ended. */
    boolean tellsOutcome(String cell) {
        if (outcomes.size() > 10_000) {
            return CallWords.tellsOutcome(cell);
        }
        return outcomes.computeIfAbsent(cell, CallWords::tellsOutcome);
    }

    Optional<Direction> direction(String cell) {
        Optional<Direction> known = directions.get(cell);
        if (known == null) {
            Direction direction = told.get(cell.toLowerCase(Locale.ROOT));
            known = direction == null ? CallWords.direction(cell) : Optional.of(direction);
            if (directions.size() < 10_000) {
                directions.put(cell, known);
            }
        }
        return known;
    }
}
