package org.manumit.app.feature.chart.layout;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Pushes apart entities whose rooms (symbol and label) overlap, each pair along the axis where less is needed, until none
 * do or the rounds are used up. Keeps the overall shape. Fixed entities stay. O(entities) a round where density is even.
 */
final class OverlapRemoval {

    private static final int MAX_ROUNDS = 220;

    private final LayoutProblem problem;
    private final double gap;

    OverlapRemoval(LayoutProblem problem, double gap) {
        this.problem = problem;
        this.gap = gap;
    }

    /** Moves x and y in place; entities set in {@code fixed} stay. */
    void run(double[] x, double[] y, BitSet fixed, BooleanSupplier cancelled) {
        double cell = 2 * gap;
        for (int i = 0; i < x.length; i++) {
            cell = Math.max(cell, 2 * problem.halfWidth()[i] + gap);
            cell = Math.max(cell, problem.above()[i] + problem.below()[i] + gap);
        }
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("layout cancelled");
            }
            if (!pass(x, y, fixed, cell)) {
                return;
            }
        }
    }

    private boolean pass(double[] x, double[] y, BitSet fixed, double cell) {
        Map<Long, int[]> grid = grid(x, y, cell);
        boolean moved = false;
        for (int i = 0; i < x.length; i++) {
            long column = Math.round(x[i] / cell);
            long row = Math.round(y[i] / cell);
            for (long c = column - 1; c <= column + 1; c++) {
                for (long r = row - 1; r <= row + 1; r++) {
                    int[] members = grid.get(key(c, r));
                    if (members == null) {
                        continue;
                    }
                    for (int m = 1; m <= members[0]; m++) {
                        int j = members[m];
                        if (j > i) {
                            moved |= part(i, j, x, y, fixed);
                        }
                    }
                }
            }
        }
        return moved;
    }

    private static Map<Long, int[]> grid(double[] x, double[] y, double cell) {
        Map<Long, int[]> grid = HashMap.newHashMap(x.length);
        for (int i = 0; i < x.length; i++) {
            long key = key(Math.round(x[i] / cell), Math.round(y[i] / cell));
            int[] members = grid.computeIfAbsent(key, k -> new int[5]);
            if (members[0] + 1 == members.length) {
                members = java.util.Arrays.copyOf(members, 2 * members.length);
                grid.put(key, members);
            }
            members[++members[0]] = i;
        }
        return grid;
    }

    private static long key(long column, long row) {
        return (column << 32) ^ (row & 0xffffffffL);
    }

    /** Whether the entity needs the same room all round: a symbol without a label. */
    private boolean isRound(int node) {
        return problem.halfWidth()[node] == problem.above()[node] && problem.below()[node] == problem.above()[node];
    }

    /** Discs part along the line between them, so that a crowd of them stays round. */
    private boolean partDiscs(int i, int j, double iShare, double jShare, double[] x, double[] y) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance < 1e-9) {
            dx = Math.cos(2.4 * i + j);
            dy = Math.sin(2.4 * i + j);
            distance = 1;
        }
        double need = problem.above()[i] + problem.above()[j] + gap - distance;
        if (need <= 0.01) {
            return false;
        }
        double push = (need * 1.02 + 0.05) / distance;
        x[i] -= iShare * push * dx;
        y[i] -= iShare * push * dy;
        x[j] += jShare * push * dx;
        y[j] += jShare * push * dy;
        return true;
    }

    private boolean part(int i, int j, double[] x, double[] y, BitSet fixed) {
        boolean iStays = fixed.get(i);
        boolean jStays = fixed.get(j);
        if (iStays && jStays) {
            return false;
        }
        double dx = x[j] - x[i];
        double needX = problem.halfWidth()[i] + problem.halfWidth()[j] + gap - Math.abs(dx);
        double top = Math.max(y[i] - problem.above()[i], y[j] - problem.above()[j]);
        double bottom = Math.min(y[i] + problem.below()[i], y[j] + problem.below()[j]);
        double dy = y[j]
                + (problem.below()[j] - problem.above()[j]) / 2
                - y[i]
                - (problem.below()[i] - problem.above()[i]) / 2;
        double needY = bottom - top + gap;
        if (needX <= 0.01 || needY <= 0.01) {
            return false;
        }
        double iShare = iStays ? 0 : jStays ? 1 : 0.5;
        double jShare = jStays ? 0 : iStays ? 1 : 0.5;
        if (isRound(i) && isRound(j)) {
            return partDiscs(i, j, iShare, jShare, x, y);
        }
        // A little more than needed, so that the last overlaps do not shrink for ever.
        if (needX * 0.8 < needY) {
            double push = Math.copySign(needX * 1.02 + 0.05, dx == 0 ? (i + j) % 2 - 0.5 : dx);
            x[i] -= iShare * push;
            x[j] += jShare * push;
        } else {
            double push = Math.copySign(needY * 1.02 + 0.05, dy == 0 ? (i + j) % 2 - 0.5 : dy);
            y[i] -= iShare * push;
            y[j] += jShare * push;
        }
        return true;
    }
}
