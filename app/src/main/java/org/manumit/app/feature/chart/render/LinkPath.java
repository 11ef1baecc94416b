package org.manumit.app.feature.chart.render;

/**
 * The course of one link in a viewport: a straight line or one bow, from rim to rim of the two symbols. Reused from link
 * to link, so not thread-safe; also what picking measures against.
 */
final class LinkPath {

    private static final double BOW = 17;

    double x1;
    double y1;
    double controlX;
    double controlY;
    double x2;
    double y2;
    boolean curved;
    boolean loop;
    boolean visible;

    /** Takes the course of a link of the frame. */
    void trace(ChartFrame frame, int link, double arrowAtFrom, double arrowAtTo) {
        int a = frame.scene().from(link);
        int b = frame.scene().to(link);
        double ax = frame.viewX(a);
        double ay = frame.viewY(a);
        double bx = frame.viewX(b);
        double by = frame.viewY(b);
        double scale = frame.camera().symbolScale();
        double fan = frame.scene().fan(link) + aroundColumn(frame, a, b);
        loop = a == b;
        visible = true;
        if (loop) {
            double r = frame.viewRadius(a);
            double reach = r * (1.5 + 0.7 * Math.abs(fan));
            x1 = ax - r * 0.5;
            y1 = ay - r * 0.87;
            x2 = ax + r * 0.5;
            y2 = ay - r * 0.87;
            controlX = ax;
            controlY = ay - r - reach;
            curved = true;
            return;
        }
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        double rimA = rim(frame, a, scale) + arrowAtFrom;
        double rimB = rim(frame, b, scale) + arrowAtTo;
        if (length <= rimA + rimB + 0.5) {
            visible = false;
            return;
        }
        curved = fan != 0;
        if (!curved) {
            x1 = ax + dx / length * rimA;
            y1 = ay + dy / length * rimA;
            x2 = bx - dx / length * rimB;
            y2 = by - dy / length * rimB;
            controlX = (x1 + x2) / 2;
            controlY = (y1 + y2) / 2;
            return;
        }
        double bow = 2 * BOW * fan * Math.min(scale, 1.4);
        double cx = (ax + bx) / 2 - dy / length * bow;
        double cy = (ay + by) / 2 + dx / length * bow;
        double fromLength = Math.max(1e-9, Math.hypot(cx - ax, cy - ay));
        double toLength = Math.max(1e-9, Math.hypot(cx - bx, cy - by));
        x1 = ax + (cx - ax) / fromLength * rimA;
        y1 = ay + (cy - ay) / fromLength * rimA;
        x2 = bx + (cx - bx) / toLength * rimB;
        y2 = by + (cy - by) / toLength * rimB;
        controlX = cx;
        controlY = cy;
    }

    /** In columns, a link within one column bows out of it instead of running under what stands between. */
    private static double aroundColumn(ChartFrame frame, int a, int b) {
        if (frame.columns().isEmpty() || a == b) {
            return 0;
        }
        double dx = Math.abs(frame.x()[a] - frame.x()[b]);
        double dy = frame.y()[a] - frame.y()[b];
        return dx > 40 || Math.abs(dy) < 110 ? 0 : Math.copySign(Math.min(4.5, Math.abs(dy) / 90), dy);
    }

    private static double rim(ChartFrame frame, int node, double scale) {
        return frame.viewRadius(node) + 2.5 * Math.min(1, scale);
    }

    double middleX() {
        return curved ? (x1 + 2 * controlX + x2) / 4 : (x1 + x2) / 2;
    }

    double middleY() {
        return curved ? (y1 + 2 * controlY + y2) / 4 : (y1 + y2) / 2;
    }

    /** Distance from a viewport point to the course. */
    double distance(double px, double py) {
        if (!visible) {
            return Double.POSITIVE_INFINITY;
        }
        if (!curved) {
            return java.awt.geom.Line2D.ptSegDist(x1, y1, x2, y2, px, py);
        }
        double best = Double.POSITIVE_INFINITY;
        double lastX = x1;
        double lastY = y1;
        for (int k = 1; k <= 12; k++) {
            double t = k / 12.0;
            double u = 1 - t;
            double qx = u * u * x1 + 2 * u * t * controlX + t * t * x2;
            double qy = u * u * y1 + 2 * u * t * controlY + t * t * y2;
            best = Math.min(best, java.awt.geom.Line2D.ptSegDist(lastX, lastY, qx, qy, px, py));
            lastX = qx;
            lastY = qy;
        }
        return best;
    }
}
