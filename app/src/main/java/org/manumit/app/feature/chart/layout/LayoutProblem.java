package org.manumit.app.feature.chart.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What a layout is asked to place, on plain arrays. Units are chart units: one pixel at zoom 1 and scale 1. The arrays
 * are shared, not copied, and layouts do not write to them.
 *
 * @param from one end of each link
 * @param to the other end of each link
 * @param halfWidth half the room each entity needs from side to side, label included
 * @param above room each entity needs above its centre
 * @param below room each entity needs below its centre, label included
 * @param x where each entity is; NaN when it has no place yet
 * @param y where each entity is; NaN when it has no place yet
 * @param fixed entities that must stay where they are; each has a place
 */
// Arrays are the point: thousands of entities, stepped over hundreds of times; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LayoutProblem(
        int[] from,
        int[] to,
        double[] halfWidth,
        double[] above,
        double[] below,
        double[] x,
        double[] y,
        BitSet fixed) {

    /** A token that never asks to stop. */
    public static final BooleanSupplier NEVER_CANCELLED = () -> false;

    public LayoutProblem {
        Objects.requireNonNull(above, "above");
        int n = halfWidth.length;
        if (above.length != n || below.length != n || x.length != n || y.length != n) {
            throw new IllegalArgumentException("arrays of entities differ in length");
        }
        if (from.length != to.length) {
            throw new IllegalArgumentException("arrays of links differ in length");
        }
        for (int i = fixed.nextSetBit(0); i >= 0; i = fixed.nextSetBit(i + 1)) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("entity " + i + " is to stay and has no place");
            }
        }
    }

    /** A problem of dots of this radius, nothing placed. */
    public static LayoutProblem unplaced(int nodes, int[] from, int[] to, double radius) {
        double[] room = new double[nodes];
        Arrays.fill(room, radius);
        double[] nowhere = new double[nodes];
        Arrays.fill(nowhere, Double.NaN);
        return new LayoutProblem(from, to, room, room, room, nowhere, nowhere, new BitSet());
    }

    /** How many entities there are. */
    public int nodeCount() {
        return halfWidth.length;
    }

    /** How many links there are. */
    public int linkCount() {
        return from.length;
    }

    /** Whether the entity has a place. */
    public boolean isPlaced(int node) {
        return Double.isFinite(x[node]) && Double.isFinite(y[node]);
    }

    /** The same problem with other entities fixed and other places. */
    public LayoutProblem with(double[] newX, double[] newY, BitSet newFixed) {
        return new LayoutProblem(from, to, halfWidth, above, below, newX, newY, newFixed);
    }

    /** Links of each entity. */
    Adjacency adjacency() {
        return new Adjacency(nodeCount(), from, to);
    }
}
