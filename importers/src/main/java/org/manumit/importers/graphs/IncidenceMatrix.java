package org.manumit.importers.graphs;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manumit.importers.tabular.Row;

/**
 * A matrix of two modes: people down the first column, and across the first row what they took part in or used; in each
 * cell 1 or how often, and 0 or nothing where they did not.
 */
final class IncidenceMatrix {

    private static final int SMALLEST = 3;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(99);

    private IncidenceMatrix() {}

    /**
     * The labels across the top, when the rows are the beginning of such a matrix: distinct words across and down, none
     * in both, and small whole numbers in the cells, of which at least a quarter are 0 or empty.
     */
    static Optional<List<String>> labels(List<Row> rows) {
        if (rows.size() < SMALLEST + 1) {
            return Optional.empty();
        }
        Optional<List<String>> across = TieMatrix.across(rows.getFirst(), SMALLEST);
        if (across.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = across.get();
        Set<String> known = new HashSet<>(labels);
        int width = labels.size() + 1;
        long cells = 0;
        long nothing = 0;
        long ones = 0;
        for (Row row : rows.subList(1, rows.size())) {
            String label = row.value(0);
            if (label.isEmpty() || !known.add(label) || label.matches("[\\d.,/: -]+")) {
                return Optional.empty();
            }
            for (int column = 1; column < width; column++) {
                cells++;
                if (row.isBlank(column)) {
                    nothing++;
                    continue;
                }
                Optional<BigDecimal> value = TieMatrix.value(row, column);
                if (value.isEmpty()
                        || value.get().signum() < 0
                        || value.get().compareTo(LARGEST) > 0
                        || value.get().stripTrailingZeros().scale() > 0) {
                    return Optional.empty();
                }
                nothing += value.get().signum() == 0 ? 1 : 0;
                ones += value.get().compareTo(BigDecimal.ONE) == 0 ? 1 : 0;
            }
        }
        return nothing * 4 >= cells && ones * 2 >= cells - nothing && ones > 0 ? Optional.of(labels) : Optional.empty();
    }
}
