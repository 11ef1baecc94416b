package org.manumit.app.feature.chart.render;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * What part of the chart a viewport shows. Viewport coordinates are logical pixels from its upper left corner, whatever
 * the display's scale; the painter alone knows device pixels. Immutable.
 *
 * @param centreX chart x in the middle of the viewport
 * @param centreY chart y in the middle of the viewport
 * @param zoom logical pixels per chart unit
 */
public record Camera(double centreX, double centreY, double zoom) {

    /** Farthest out. */
    public static final double MIN_ZOOM = 0.01;

    /** Nearest in. */
    public static final double MAX_ZOOM = 6;

    /** The chart's origin in the middle, at its natural size. */
    public static final Camera HOME = new Camera(0, 0, 1);

    public Camera {
        if (!Double.isFinite(centreX) || !Double.isFinite(centreY) || !(zoom > 0) || Double.isInfinite(zoom)) {
            throw new IllegalArgumentException("camera out of bounds: " + centreX + ", " + centreY + ", " + zoom);
        }
    }

    /** Where a chart x appears in a viewport of this width. */
    public double toViewX(double chartX, double width) {
        return (chartX - centreX) * zoom + width / 2;
    }

    /** Where a chart y appears in a viewport of this height. */
    public double toViewY(double chartY, double height) {
        return (chartY - centreY) * zoom + height / 2;
    }

    /** The chart's point at a viewport's point. */
    public Point2D toChart(double viewX, double viewY, double width, double height) {
        return new Point2D.Double((viewX - width / 2) / zoom + centreX, (viewY - height / 2) / zoom + centreY);
    }

    /** This camera moved so that what is under the pointer follows it by this many logical pixels. */
    public Camera panned(double deltaX, double deltaY) {
        return new Camera(centreX - deltaX / zoom, centreY - deltaY / zoom, zoom);
    }

    /** This camera zoomed, with the chart's point at a viewport's point staying there. */
    public Camera zoomedAt(double factor, double viewX, double viewY, double width, double height) {
        double next = Math.clamp(zoom * factor, MIN_ZOOM, MAX_ZOOM);
        Point2D anchor = toChart(viewX, viewY, width, height);
        return new Camera(
                anchor.getX() - (viewX - width / 2) / next, anchor.getY() - (viewY - height / 2) / next, next);
    }

    /** The camera that shows a box of the chart whole, no nearer than {@code maximumZoom}. */
    public static Camera fitting(Rectangle2D box, double width, double height, double maximumZoom) {
        double zoom = Math.min(width / Math.max(1, box.getWidth()), height / Math.max(1, box.getHeight()));
        return new Camera(box.getCenterX(), box.getCenterY(), Math.clamp(zoom, MIN_ZOOM, maximumZoom));
    }

    /**
     * Logical pixels per unit of symbol radius. Symbols shrink with the chart but grow more slowly than it, so that
     * zooming in opens space between them.
     */
    public double symbolScale() {
        return zoom <= 1 ? zoom : Math.pow(zoom, 0.55);
    }

    /** Size of a label relative to its size at zoom 1: never too small to read, never shouting. */
    public double textScale() {
        return Math.clamp(Math.pow(zoom, 0.35), 0.86, 1.35);
    }
}
