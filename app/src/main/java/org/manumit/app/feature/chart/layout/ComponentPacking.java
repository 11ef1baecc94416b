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
        double rowWidth = Math.max(widest, Math.sqrt(area * LANDSCAPE));
        List<Spot> spots = new ArrayList<>();
        List<Box> waiting = new ArrayList<>(order);
        double top = 0;
        while (!waiting.isEmpty()) {
            double height = waiting.getFirst().height();
            double left = 0;
            List<Box> row = new ArrayList<>();
            for (Box box : waiting) {
                if (row.isEmpty() || left + box.width() <= rowWidth) {
                    row.add(box);
                    left += box.width() + gap;
                }
            }
            waiting.removeAll(row);
            stackRow(row, height, gap, top, spots);
            top += height + gap;
        }
        return spots;
    }

    /** Lays one row; small boxes share a column when they fit one above the other. */
    private static void stackRow(List<Box> row, double height, double gap, double top, List<Spot> spots) {
        double left = 0;
        int i = 0;
        while (i < row.size()) {
            double columnWidth = row.get(i).width();
            double used = 0;
            int j = i;
            while (j < row.size()
                    && (j == i
                            || (used + row.get(j).height() <= height
                                    && row.get(j).width() <= columnWidth))) {
                spots.add(new Spot(row.get(j).key(), left, top + used));
                used += row.get(j).height() + gap;
                j++;
            }
            left += columnWidth + gap;
            i = j;
        }
    }
}
