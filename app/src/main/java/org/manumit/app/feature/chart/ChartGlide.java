package org.manumit.app.feature.chart;

import java.util.Arrays;
import java.util.Optional;
import org.manumit.app.feature.chart.render.Camera;

/**
 * The passage from one arrangement to the next, so that the eye can follow who went where. Short, and only for as many
 * entities as can be followed.
 *
 * @param x chart x at the start
 * @param y chart y at the start
 * @param camera view at the start
 * @param begin {@link System#nanoTime} at the start
 */
@SuppressWarnings("ArrayRecordComponent") // arrays are the point: read for every picture of the passage, never compared
record ChartGlide(double[] x, double[] y, Camera camera, long begin) {

    private static final long LASTS_NANOS = 320_000_000L;
    private static final int MOST_ENTITIES = 1500;

    /** The passage between two contents that show the same entities in other places; empty when there is none to show. */
    static Optional<ChartGlide> between(ChartContent old, ChartContent now, Camera camera) {
        boolean same = old.x().length == now.x().length
                && old.x().length > 0
                && old.x().length <= MOST_ENTITIES
                && (old.scene().equals(now.scene())
                        || old.scene().nodeIds().equals(now.scene().nodeIds()));
        if (!same
                || (Arrays.equals(old.x(), now.x()) && Arrays.equals(old.y(), now.y()))
                || Arrays.stream(old.x()).anyMatch(Double::isNaN)) {
            return Optional.empty();
        }
        return Optional.of(new ChartGlide(old.x(), old.y(), camera, System.nanoTime()));
    }

    boolean isOver() {
        return System.nanoTime() - begin >= LASTS_NANOS;
    }

    /** How far along, 0 to 1, slow at both ends. */
    double share() {
        double t = Math.clamp((System.nanoTime() - begin) / (double) LASTS_NANOS, 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }

    static double[] mixed(double[] from, double[] to, double share) {
        double[] result = new double[to.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = from[i] + (to[i] - from[i]) * share;
        }
        return result;
    }

    Camera camera(Camera to, double share) {
        return new Camera(
                camera.centreX() + (to.centreX() - camera.centreX()) * share,
                camera.centreY() + (to.centreY() - camera.centreY()) * share,
                camera.zoom() * Math.pow(to.zoom() / camera.zoom(), share));
    }
}
