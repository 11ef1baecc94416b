package org.manumit.app.feature.chart.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SVG path data into a Java2D path: the commands M L H V C S Q A Z, absolute and relative. */
final class SymbolPaths {

    private static final Pattern TOKEN =
            Pattern.compile("[MmLlHhVvCcSsQqAaZz]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final List<String> tokens = new ArrayList<>();
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private int next;
    private double x;
    private double y;
    private double controlX;
    private double controlY;

    private SymbolPaths(String data) {
        Matcher matcher = TOKEN.matcher(data);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /**
     * The path these data describe.
     *
     * @throws IllegalArgumentException when they are not path data
     */
    static Path2D parse(String data) {
        SymbolPaths paths = new SymbolPaths(data);
        paths.read();
        return paths.path;
    }

    private void read() {
        char command = 0;
        while (next < tokens.size()) {
            if (Character.isLetter(tokens.get(next).charAt(0))) {
                command = tokens.get(next++).charAt(0);
            }
            boolean relative = Character.isLowerCase(command);
            double baseX = relative ? x : 0;
            double baseY = relative ? y : 0;
            boolean smooth = false;
            switch (Character.toUpperCase(command)) {
                case 'M' -> {
                    moveTo(baseX + number(), baseY + number());
                    path.moveTo(x, y);
                    command = relative ? 'l' : 'L';
                }
                case 'L' -> lineTo(baseX + number(), baseY + number());
                case 'H' -> lineTo(baseX + number(), y);
                case 'V' -> lineTo(x, baseY + number());
                case 'C' -> {
                    curve(baseX + number(), baseY + number(), baseX, baseY);
                    smooth = true;
                }
                case 'S' -> {
                    curve(2 * x - controlX, 2 * y - controlY, baseX, baseY);
                    smooth = true;
                }
                case 'Q' -> {
                    double cx = baseX + number();
                    double cy = baseY + number();
                    moveTo(baseX + number(), baseY + number());
                    path.quadTo(cx, cy, x, y);
                }
                case 'A' -> arc(baseX, baseY);
                case 'Z' -> {
                    path.closePath();
                    Point2D at = path.getCurrentPoint();
                    moveTo(at.getX(), at.getY());
                }
                default -> throw new IllegalArgumentException("not path data at token " + next);
            }
            if (!smooth) {
                controlX = x;
                controlY = y;
            }
        }
    }

    private double number() {
        return Double.parseDouble(tokens.get(next++));
    }

    private void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private void lineTo(double toX, double toY) {
        moveTo(toX, toY);
        path.lineTo(x, y);
    }

    private void curve(double c1x, double c1y, double baseX, double baseY) {
        controlX = baseX + number();
        controlY = baseY + number();
        moveTo(baseX + number(), baseY + number());
        path.curveTo(c1x, c1y, controlX, controlY, x, y);
    }

    /** Circular and elliptical arcs without rotation, after the SVG 1.1 implementation notes, F.6.5. */
    private void arc(double baseX, double baseY) {
        double rx = number();
        double ry = number();
        number();
        boolean large = number() != 0;
        boolean sweep = number() != 0;
        double fromX = x;
        double fromY = y;
        moveTo(baseX + number(), baseY + number());
        double dx = (fromX - x) / 2;
        double dy = (fromY - y) / 2;
        double fit = dx * dx / (rx * rx) + dy * dy / (ry * ry);
        if (fit > 1) {
            rx *= Math.sqrt(fit);
            ry *= Math.sqrt(fit);
            fit = 1;
        }
        double factor = Math.sqrt(Math.max(0, 1 / fit - 1)) * (large == sweep ? -1 : 1);
        double cx = factor * rx * dy / ry + (fromX + x) / 2;
        double cy = -factor * ry * dx / rx + (fromY + y) / 2;
        double start = Math.toDegrees(Math.atan2((fromY - cy) / ry, (fromX - cx) / rx));
        double extent = Math.toDegrees(Math.atan2((y - cy) / ry, (x - cx) / rx)) - start;
        if (sweep && extent < 0) {
            extent += 360;
        } else if (!sweep && extent > 0) {
            extent -= 360;
        }
        // Arc2D counts angles against the clock, SVG with it.
        Arc2D arc = new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, -start, -extent, Arc2D.OPEN);
        path.append(arc.getPathIterator(new AffineTransform()), true);
    }
}
