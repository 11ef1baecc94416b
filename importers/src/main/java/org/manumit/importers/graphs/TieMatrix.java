package org.manumit.importers.graphs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.Parsed;

/**
 * A square matrix of ties: the same labels across the first row and down the first column, and in each cell how
 * strongly the row's person is tied to the column's. Empty and 0 mean not at all.
 */
final class TieMatrix {

    /** Below this a matrix cannot be told from an ordinary table. */
    private static final int SMALLEST = 2;

    private TieMatrix() {}

    /**
     * The labels across the top, when the rows are the beginning of a matrix: every row's first cell is one of the
     * labels, and no cell holds words.
     */
    static Optional<List<String>> labels(List<Row> rows) {
        if (rows.size() < SMALLEST + 1) {
            return Optional.empty();
        }
        Optional<List<String>> across = across(rows.getFirst(), SMALLEST);
        if (across.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = across.get();
        Set<String> known = new HashSet<>(labels);
        int width = labels.size() + 1;
        int named = 0;
        long numbers = 0;
        long cells = 0;
        for (Row row : rows.subList(1, rows.size())) {
            named += known.contains(row.value(0)) ? 1 : 0;
            for (int column = 1; column < width; column++) {
                cells++;
                numbers += row.isBlank(column) || value(row, column).isPresent() ? 1 : 0;
            }
        }
        // A few damaged rows must not turn the matrix into something else; they are rejected one by one.
        boolean square = named * 4 >= (rows.size() - 1) * 3 && numbers * 10 >= cells * 9;
        return square ? Optional.of(labels) : Optional.empty();
    }

    /** The labels of a matrix's first row after its first cell; empty when they are fewer, or not all there, or repeat. */
    static Optional<List<String>> across(Row top, int fewest) {
        int width = top.size();
        while (width > 1 && top.isBlank(width - 1)) {
            width--;
        }
        List<String> labels = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int column = 1; column < width; column++) {
            String label = top.value(column);
            if (label.isEmpty() || !known.add(label)) {
                return Optional.empty();
            }
            labels.add(label);
        }
        return labels.size() < fewest ? Optional.empty() : Optional.of(List.copyOf(labels));
    }

    /** The number in a cell, with decimal point or comma. */
    static Optional<BigDecimal> value(Row row, int column) {
        String cell = row.value(column);
        if (DecimalReading.POINT.read(cell, row.kind(column)) instanceof Parsed.Value<BigDecimal>(BigDecimal value)) {
            return Optional.of(value);
        }
        return DecimalReading.COMMA.read(cell, row.kind(column)) instanceof Parsed.Value<BigDecimal>(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Where each label stands. */
    static Map<String, Integer> places(List<String> labels) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i), i);
        }
        return places;
    }
}
