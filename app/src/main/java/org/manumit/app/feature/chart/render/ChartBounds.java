package org.manumit.app.feature.chart.render;

import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;
import org.manumit.app.feature.chart.layout.LayoutProblem;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.render.LabelText.Weight;

/** How much room entities need on a chart, symbols and labels together. */
public final class ChartBounds {

    private ChartBounds() {}

    /** The layout problem a scene poses, with room for its labels. */
    public static LayoutProblem problem(ChartScene scene, double[] x, double[] y, BitSet fixed, LabelText text) {
        int n = scene.nodeCount();
        double[] halfWidth = new double[n];
        double[] above = new double[n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            ChartNode node = scene.node(i);
            float size = node.kind().acts() ? 12 : 11;
            Weight weight = LabelText.weightOf(node);
            double radius = scene.radius(i);
            // Measuring type is slow; beyond some hundreds the layout makes no room for labels anyway.
            if (n <= 1500) {
                List<String> lines = text.lines(node.label(), size, weight);
                double widest = 0;
                for (String line : lines) {
                    widest = Math.max(widest, text.width(line, size, weight));
                }
                halfWidth[i] = Math.max(radius + 5, widest / 2 + 2);
                below[i] = radius + (lines.isEmpty() ? 4 : 5 + lines.size() * size * 1.2);
            } else {
                halfWidth[i] = radius + 5;
                below[i] = radius + 5;
            }
            above[i] = radius + 5;
        }
        int[] from = new int[scene.linkCount()];
        int[] to = new int[scene.linkCount()];
        for (int l = 0; l < scene.linkCount(); l++) {
            from[l] = scene.from(l);
            to[l] = scene.to(l);
        }
        return new LayoutProblem(from, to, halfWidth, above, below, x, y, fixed);
    }

    /** The box around all entities and their labels, chart units; empty for an empty scene. */
    public static Rectangle2D of(ChartScene scene, double[] x, double[] y, LabelText text) {
        LayoutProblem room = problem(scene, x, y, new BitSet(), text);
        Rectangle2D box = new Rectangle2D.Double();
        for (int i = 0; i < scene.nodeCount(); i++) {
            if (!room.isPlaced(i)) {
                continue;
            }
            Rectangle2D own = new Rectangle2D.Double(
                    x[i] - room.halfWidth()[i],
                    y[i] - room.above()[i],
                    2 * room.halfWidth()[i],
                    room.above()[i] + room.below()[i]);
            box = box.isEmpty() ? own : box.createUnion(own);
        }
        return box;
    }

    /** The camera that shows all of it with a margin. */
    public static Camera fit(
            ChartScene scene, double[] x, double[] y, LabelText text, double width, double height, double maximumZoom) {
        Rectangle2D box = of(scene, x, y, text);
        if (box.isEmpty()) {
            return Camera.HOME;
        }
        double margin = Math.min(44, Math.min(width, height) * 0.08);
        return Camera.fitting(box, Math.max(20, width - 2 * margin), Math.max(20, height - 2 * margin), maximumZoom);
    }
}
