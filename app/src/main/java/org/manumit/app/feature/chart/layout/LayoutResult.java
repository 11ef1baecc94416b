package org.manumit.app.feature.chart.layout;

import java.util.List;

/**
 * Where a layout puts each entity.
 *
 * @param x by entity, chart units, growing to the right
 * @param y by entity, chart units, growing downwards
 * @param columns the titled columns the layout made, left to right; empty for layouts without columns
 */
// Arrays are the point: the painter and the next layout read them as they are; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LayoutResult(double[] x, double[] y, List<Column> columns) {

    public LayoutResult {
        columns = List.copyOf(columns);
    }

    /**
     * A titled column behind the entities.
     *
     * @param title heading
     * @param left left edge, chart units
     * @param right right edge, chart units
     */
    public record Column(String title, double left, double right) {}
}
