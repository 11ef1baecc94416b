package org.manumit.app.feature.chart.render;

import java.awt.Shape;
import java.util.BitSet;
import org.manumit.app.feature.chart.model.ChartScene;

/**
 * What is at a point of the viewport. Works in logical pixels throughout, so the display's scale does not enter.
 * Stateless.
 */
public final class ChartPicking {

    private static final double NODE_SLACK = 3;
    private static final double LINK_SLACK = 5;

    private ChartPicking() {}

    /** The number of the entity at a point, the one drawn on top; -1 when there is none. O(entities). */
    public static int nodeAt(ChartFrame frame, double x, double y) {
        ChartScene scene = frame.scene();
        for (int k = 0; k < scene.nodeCount(); k++) {
            int i = scene.byProminence(k);
            double reach = Math.max(frame.viewRadius(i), 3) + NODE_SLACK;
            if (Math.hypot(frame.viewX(i) - x, frame.viewY(i) - y) <= reach) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the link nearest to a point and near enough; -1 when there is none. O(links). */
    public static int linkAt(ChartFrame frame, double x, double y) {
        ChartScene scene = frame.scene();
        LinkPath path = new LinkPath();
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int l = 0; l < scene.linkCount(); l++) {
            double ax = frame.viewX(scene.from(l));
            double ay = frame.viewY(scene.from(l));
            double bx = frame.viewX(scene.to(l));
            double by = frame.viewY(scene.to(l));
            double bow = 24 + 40 * Math.abs(scene.fan(l));
            if (x < Math.min(ax, bx) - bow
                    || x > Math.max(ax, bx) + bow
                    || y < Math.min(ay, by) - bow
                    || y > Math.max(ay, by) + bow) {
                continue;
            }
            path.trace(frame, l, 0, 0);
            double distance = path.distance(x, y) - scene.thickness(l) / 2;
            if (distance < LINK_SLACK && distance < nearest) {
                nearest = distance;
                best = l;
            }
        }
        return best;
    }

    /** The numbers of the entities whose middle lies in an area of the viewport. O(entities). */
    public static BitSet nodesIn(ChartFrame frame, Shape area) {
        BitSet found = new BitSet();
        for (int i = 0; i < frame.scene().nodeCount(); i++) {
            if (area.contains(frame.viewX(i), frame.viewY(i))) {
                found.set(i);
            }
        }
        return found;
    }
}
