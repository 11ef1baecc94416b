package org.manumit.app.feature.chart.render;

import java.awt.geom.Path2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The convex hull of points: Andrew, Another efficient algorithm for convex hulls in two dimensions, IPL 9(5), 1979. */
final class ConvexHull {

    private ConvexHull() {}

    static Path2D of(double[] x, double[] y) {
        List<Integer> order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i]))
                .toList();
        int[] hull = new int[2 * x.length + 1];
        int size = 0;
        for (int i : order) {
            while (size >= 2 && turn(x, y, hull[size - 2], hull[size - 1], i) <= 0) {
                size--;
            }
            hull[size++] = i;
        }
        int lower = size + 1;
        for (int k = order.size() - 2; k >= 0; k--) {
            int i = order.get(k);
            while (size >= lower && turn(x, y, hull[size - 2], hull[size - 1], i) <= 0) {
                size--;
            }
            hull[size++] = i;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x[hull[0]], y[hull[0]]);
        for (int k = 1; k < size; k++) {
            path.lineTo(x[hull[k]], y[hull[k]]);
        }
        path.closePath();
        return path;
    }

    private static double turn(double[] x, double[] y, int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    }
}
