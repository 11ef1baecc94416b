package org.manumit.app.feature.chart.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps which parts of a viewport are taken, so that labels do not fall on symbols or on one another. */
final class LabelSpace {

    private static final int CELL = 96;

    private final Map<Long, List<double[]>> cells = new HashMap<>();

    /** Whether the box is free of everything taken. */
    boolean isFree(double left, double top, double right, double bottom) {
        return isFree(left, top, right, bottom, -1);
    }

    /** Whether the box is free of everything taken but the symbol of one entity. */
    boolean isFree(double left, double top, double right, double bottom, int exceptSymbol) {
        for (int c = cell(left); c <= cell(right); c++) {
            for (int r = cell(top); r <= cell(bottom); r++) {
                for (double[] box : cells.getOrDefault(key(c, r), List.of())) {
                    if (box[0] < right && left < box[2] && box[1] < bottom && top < box[3] && box[4] != exceptSymbol) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Takes a box for a label. */
    void take(double left, double top, double right, double bottom) {
        take(left, top, right, bottom, -2);
    }

    /** Takes a box for the symbol of an entity. */
    void take(double left, double top, double right, double bottom, int symbol) {
        double[] box = {left, top, right, bottom, symbol};
        for (int c = cell(left); c <= cell(right); c++) {
            for (int r = cell(top); r <= cell(bottom); r++) {
                cells.computeIfAbsent(key(c, r), k -> new ArrayList<>()).add(box);
            }
        }
    }

    private static int cell(double value) {
        return (int) Math.floor(value / CELL);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xffffffffL);
    }
}
