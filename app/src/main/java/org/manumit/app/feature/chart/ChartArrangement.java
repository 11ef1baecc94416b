package org.manumit.app.feature.chart;

import java.util.Map;
import java.util.Objects;
import org.manumit.app.feature.chart.render.Camera;

/**
 * What an analyst arranged: which entities are shown, where everything stands and what was placed by hand. Keyed by the
 * entities' stable ids, so it can be saved with a case and laid over a later state of it.
 *
 * @param spots place of every entity that has one, by id
 * @param camera what part is in view
 */
public record ChartArrangement(Map<String, Spot> spots, Camera camera) {

    public ChartArrangement {
        spots = Map.copyOf(spots);
        Objects.requireNonNull(camera, "camera");
    }

    /** Whether an entity is on the chart. */
    public enum Showing {
        SHOWN,
        HIDDEN
    }

    /** Whether an entity was placed by hand and stays where it is when the rest is arranged. */
    public enum Hold {
        PINNED,
        FREE
    }

    /**
     * Where one entity stands.
     *
     * @param x chart units
     * @param y chart units
     * @param showing whether it is on the chart
     * @param hold whether it stays when the rest is arranged
     */
    public record Spot(double x, double y, Showing showing, Hold hold) {

        public Spot {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("place out of bounds: " + x + ", " + y);
            }
        }
    }
}
