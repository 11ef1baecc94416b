package org.manumit.app.feature.chart.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Entities in titled columns from left to right (phases of the process, countries, groups). Within a column the order is
 * found by barycentre sweeps (Sugiyama, Tagawa and Toda, IEEE Trans. SMC 11(2), 1981, 109-125), so that links cross little;
 * a column that would be too tall becomes several ranks of it. Entities without a column follow the neighbours they have
 * most links with, and otherwise stand in a last column. O(sweeps (entities log entities + links)).
 */
public final class ColumnLayout {

    private static final double RANK_GAP = 54;
    private static final double ROW_GAP = 20;
    private static final double COLUMN_GAP = 90;
    private static final int SWEEPS = 16;

    /**
     * Places all entities; fixed ones keep their places.
     *
     * @param titles the columns' headings, left to right
     * @param column the column of each entity; -1 for one that is to follow its neighbours
     * @param restTitle heading of the last column, for those who have no column and no neighbour in one
     * @throws CancellationException when asked to stop
     */
    public LayoutResult arrange(
            LayoutProblem problem, List<String> titles, int[] column, String restTitle, BooleanSupplier cancelled) {
        int n = problem.nodeCount();
        if (column.length != n) {
            throw new IllegalArgumentException("columns for " + column.length + " of " + n + " entities");
        }
        Adjacency adjacency = problem.adjacency();
        int[] of = follow(adjacency, column, titles.size());
        List<List<Integer>> members = new ArrayList<>();
        for (int c = 0; c <= titles.size(); c++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            members.get(of[i]).add(i);
        }
        double[] order = new double[n];
        for (List<Integer> list : members) {
            for (int k = 0; k < list.size(); k++) {
                order[list.get(k)] = (k + 0.5) / list.size();
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("layout cancelled");
            }
            sweep(adjacency, members, of, order, sweep % 2 == 0);
        }
        return place(problem, titles, restTitle, members);
    }

    private static int[] follow(Adjacency adjacency, int[] column, int columns) {
        int n = column.length;
        int[] of = column.clone();
        for (int round = 0; round < 4; round++) {
            int[] next = of.clone();
            for (int i = 0; i < n; i++) {
                if (of[i] >= 0) {
                    continue;
                }
                int[] votes = new int[columns];
                for (int k = 0; k < adjacency.degree(i); k++) {
                    int other = of[adjacency.neighbour(i, k)];
                    if (other >= 0) {
                        votes[other]++;
                    }
                }
                int best = -1;
                for (int c = 0; c < columns; c++) {
                    if (votes[c] > 0 && (best < 0 || votes[c] > votes[best])) {
                        best = c;
                    }
                }
                next[i] = best;
            }
            of = next;
        }
        for (int i = 0; i < n; i++) {
            of[i] = of[i] < 0 ? columns : of[i];
        }
        return of;
    }

    private static void sweep(
            Adjacency adjacency, List<List<Integer>> members, int[] of, double[] order, boolean forward) {
        int columns = members.size();
        for (int step = 0; step < columns; step++) {
            List<Integer> list = members.get(forward ? step : columns - 1 - step);
            double[] wish = new double[order.length];
            for (int node : list) {
                double sum = 0;
                double weights = 0;
                for (int k = 0; k < adjacency.degree(node); k++) {
                    int other = adjacency.neighbour(node, k);
                    double weight = of[other] == of[node] ? 0.5 : 1;
                    sum += weight * order[other];
                    weights += weight;
                }
                wish[node] = weights == 0 ? order[node] : sum / weights;
            }
            list.sort(Comparator.comparingDouble((Integer node) -> wish[node])
                    .thenComparingDouble(node -> order[node])
                    .thenComparingInt(node -> node));
            for (int k = 0; k < list.size(); k++) {
                order[list.get(k)] = (k + 0.5) / list.size();
            }
        }
    }

    private static LayoutResult place(
            LayoutProblem problem, List<String> titles, String restTitle, List<List<Integer>> members) {
        int n = problem.nodeCount();
        double[] x = new double[n];
        double[] y = new double[n];
        int rows = rowsPerRank(problem, members);
        List<LayoutResult.Column> columns = new ArrayList<>();
        double left = 0;
        for (int c = 0; c < members.size(); c++) {
            List<Integer> list = members.get(c);
            if (list.isEmpty()) {
                continue;
            }
            double begin = left;
            int ranks = (list.size() + rows - 1) / rows;
            for (int rank = 0; rank < ranks; rank++) {
                // Neighbours in order stand side by side in the ranks rather than far above each other.
                List<Integer> inRank = new ArrayList<>();
                for (int k = rank; k < list.size(); k += ranks) {
                    inRank.add(list.get(k));
                }
                left = stack(problem, inRank, left, ranks > 1 && rank % 2 == 1, x, y);
                left += rank + 1 < ranks ? RANK_GAP * 0.6 : 0;
            }
            columns.add(new LayoutResult.Column(
                    c < titles.size() ? titles.get(c) : restTitle, begin - COLUMN_GAP / 2, left + COLUMN_GAP / 2));
            left += COLUMN_GAP;
        }
        double middle = columns.isEmpty()
                ? 0
                : (columns.getFirst().left() + columns.getLast().right()) / 2;
        for (int i = 0; i < n; i++) {
            x[i] = problem.fixed().get(i) ? problem.x()[i] : x[i] - middle;
            y[i] = problem.fixed().get(i) ? problem.y()[i] : y[i];
        }
        return new LayoutResult(
                x,
                y,
                columns.stream()
                        .map(column -> new LayoutResult.Column(
                                column.title(), column.left() - middle, column.right() - middle))
                        .toList());
    }

    /** As many to a rank as make the whole about as wide as a screen is. */
    private static int rowsPerRank(LayoutProblem problem, List<List<Integer>> members) {
        double width = 0;
        double height = 0;
        int n = Math.max(1, problem.nodeCount());
        for (int i = 0; i < problem.nodeCount(); i++) {
            width += (2 * problem.halfWidth()[i] + RANK_GAP) / n;
            height += (problem.above()[i] + problem.below()[i] + ROW_GAP) / n;
        }
        int longest = members.stream().mapToInt(List::size).max().orElse(1);
        int best = Math.max(1, longest);
        double bestFit = Double.POSITIVE_INFINITY;
        for (int rows = 3; rows <= Math.max(3, longest); rows++) {
            int ranks = 0;
            int used = 0;
            for (List<Integer> list : members) {
                ranks += (list.size() + rows - 1) / rows;
                used += list.isEmpty() ? 0 : 1;
            }
            double fit = Math.abs(Math.log((ranks * width + used * COLUMN_GAP) / (rows * height) / 1.7));
            if (fit < bestFit) {
                bestFit = fit;
                best = rows;
            }
        }
        return best;
    }

    private static double stack(
            LayoutProblem problem, List<Integer> rank, double left, boolean staggered, double[] x, double[] y) {
        double half = 0;
        double height = 0;
        for (int node : rank) {
            half = Math.max(half, problem.halfWidth()[node]);
            height += problem.above()[node] + problem.below()[node] + ROW_GAP;
        }
        double top = -height / 2 + (staggered ? height / Math.max(1, rank.size()) / 2 : 0);
        for (int node : rank) {
            x[node] = left + half;
            y[node] = top + problem.above()[node];
            top += problem.above()[node] + problem.below()[node] + ROW_GAP;
        }
        return left + 2 * half;
    }

    /** The numbers of distinct names in the order given, for making columns of countries or groups. */
    public static int[] columnsByName(List<String> names, List<String> nameOfEach) {
        int[] column = new int[nameOfEach.size()];
        Arrays.setAll(column, i -> names.indexOf(nameOfEach.get(i)));
        return column;
    }
}
