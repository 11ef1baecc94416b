package org.manumit.app.feature.chart.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sets separate networks side by side: rows from the tallest down, wide enough for a landscape screen. Boxes never
 * overlap. O(networks log networks).
 */
final class ComponentPacking {

    private static final double LANDSCAPE = 1.7;

    private ComponentPacking() {}

    /**
     * A box to place.
     *
     * @param key what the caller knows it by
     * @param width chart units
     * @param height chart units
     */
    record Box(int key, double width, double height) {}

    /** Where the upper left corner of a box goes. */
    record Spot(int key, double left, double top) {}

    static List<Spot> pack(List<Box> boxes, double gap) {
        List<Box> order = new ArrayList<>(boxes);
        order.sort(Comparator.comparingDouble((Box box) -> -box.height())
                .thenComparingDouble(box -> -box.width())
                .thenComparingInt(Box::key));
        double area = 0;
        double widest = 0;
        for (Box box : order) {
            area += (box.width() + gap) * (box.height() + gap);
            widest = Math.max(widest, box.width());
        }
        // Room for a narrow column beside the largest, so that one small network does not start a row of its own.
        double rowWidth = Math.max(widest * 1.25, Math.sqrt(area * LANDSCAPE));
        List<Spot> spots = new ArrayList<>();
        List<Box> waiting = new ArrayList<>(order);
        double top = 0;
        while (!waiting.isEmpty()) {
            double height = waiting.getFirst().height();
            Row row = new Row(rowWidth, height, gap, top);
            waiting.removeIf(box -> row.take(box, spots));
            top += height + gap;
        }
        return spots;
    }

    /** A row being filled; small boxes share a column when they fit one above the other. */
    private static final class Row {
        private final double rowWidth;
        private final double height;
        private final double gap;
        private final double top;
        private double columnLeft;
        private double columnWidth;
        private double columnUsed = Double.POSITIVE_INFINITY;

        Row(double rowWidth, double height, double gap, double top) {
            this.rowWidth = rowWidth;
            this.height = height;
            this.gap = gap;
            this.top = top;
        }

        boolean take(Box box, List<Spot> spots) {
            boolean fitsBelow = columnUsed + box.height() <= height && box.width() <= columnWidth * 1.25;
            if (!fitsBelow) {
                double left = columnWidth == 0 ? 0 : columnLeft + columnWidth + gap;
                if (columnWidth > 0 && left + box.width() > rowWidth) {
                    return false;
                }
                columnLeft = left;
                columnWidth = 0;
                columnUsed = 0;
            }
            spots.add(new Spot(box.key(), columnLeft, top + columnUsed));
            columnWidth = Math.max(columnWidth, box.width());
            columnUsed += box.height() + gap;
            return true;
        }
    }
}
