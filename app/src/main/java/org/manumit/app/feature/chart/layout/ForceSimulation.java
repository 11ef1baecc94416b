package org.manumit.app.feature.chart.layout;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A force simulation in the manner of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9(6) e98679, 2014):
 * repulsion by degree, attraction along links, weak gravity, and a speed that adapts to how much the bodies swing.
 * O(links + entities log entities) a step; two ranges of bodies are worked on at once where there are processors.
 */
final class ForceSimulation {

    private static final int PARALLEL_FROM = 1500;

    private final int[] from;
    private final int[] to;
    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final BitSet fixed;
    private final double idealLength;
    private final double repulsion;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] previousX;
    private final double[] previousY;
    private final BarnesHut tree;
    private double speed = 1;
    private double speedEfficiency = 1;

    /**
     * A simulation that moves x and y in place.
     *
     * @param idealLength the length a link between two entities of degree 1 settles at, chart units
     */
    ForceSimulation(int[] from, int[] to, double[] x, double[] y, BitSet fixed, double idealLength) {
        this.from = from;
        this.to = to;
        this.x = x;
        this.y = y;
        this.fixed = fixed;
        this.idealLength = idealLength;
        int n = x.length;
        mass = new double[n];
        java.util.Arrays.fill(mass, 1);
        for (int l = 0; l < from.length; l++) {
            if (from[l] != to[l]) {
                mass[from[l]]++;
                mass[to[l]]++;
            }
        }
        // Two bodies of mass 2 at distance d: repulsion k 4/d against attraction d.
        repulsion = idealLength * idealLength / 4;
        forceX = new double[n];
        forceY = new double[n];
        previousX = new double[n];
        previousY = new double[n];
        tree = new BarnesHut(mass);
    }

    /**
     * Steps until it settles or the steps are used up.
     *
     * @param eachStep called after every step
     * @throws CancellationException when asked to stop
     */
    void run(int maximumSteps, BooleanSupplier cancelled, Runnable eachStep) {
        if (fixed.isEmpty()) {
            balance();
        }
        for (int step = 0; step < maximumSteps; step++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("layout cancelled");
            }
            double moved = step();
            eachStep.run();
            if (step > 30 && moved < 0.002) {
                return;
            }
        }
    }

    /**
     * Scales the whole to where attraction and repulsion balance (their virials are equal), so that steps are spent on
     * the shape and not on swelling to the right size.
     */
    private void balance() {
        double masses = 0;
        double squares = 0;
        for (double m : mass) {
            masses += m;
            squares += m * m;
        }
        double repelling = repulsion * (masses * masses - squares) / 2;
        double low = 1e-6;
        double high = 1e6;
        for (int round = 0; round < 80; round++) {
            double middle = Math.sqrt(low * high);
            if (attracting(middle) < repelling) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double scale = Math.sqrt(low * high);
        for (int i = 0; i < x.length; i++) {
            x[i] *= scale;
            y[i] *= scale;
        }
    }

    private double attracting(double scale) {
        double sum = 0;
        for (int l = 0; l < from.length; l++) {
            double d = scale * Math.hypot(x[from[l]] - x[to[l]], y[from[l]] - y[to[l]]);
            sum += d * pull() * Math.log1p(d / idealLength);
        }
        return sum;
    }

    private double pull() {
        return idealLength / Math.log(2);
    }

    /** One step; returns the mean movement relative to the extent of the whole. */
    private double step() {
        int n = x.length;
        System.arraycopy(forceX, 0, previousX, 0, n);
        System.arraycopy(forceY, 0, previousY, 0, n);
        java.util.Arrays.fill(forceX, 0);
        java.util.Arrays.fill(forceY, 0);
        tree.build(x, y);
        if (n < PARALLEL_FROM) {
            tree.repel(0, n, repulsion, forceX, forceY);
        } else {
            int parts = 16;
            IntStream.range(0, parts).parallel().forEach(part -> {
                int begin = Math.toIntExact((long) n * part / parts);
                int end = Math.toIntExact((long) n * (part + 1) / parts);
                tree.repel(begin, end, repulsion, forceX, forceY);
            });
        }
        gravity();
        attract();
        return move();
    }

    private void gravity() {
        double centreX = 0;
        double centreY = 0;
        int n = x.length;
        for (int i = 0; i < n; i++) {
            centreX += x[i] / n;
            centreY += y[i] / n;
        }
        double pull = Math.sqrt(repulsion) * 0.05;
        for (int i = 0; i < n; i++) {
            double dx = centreX - x[i];
            double dy = centreY - y[i];
            double d = Math.sqrt(dx * dx + dy * dy);
            if (d > 1e-9) {
                forceX[i] += pull * mass[i] * dx / d;
                forceY[i] += pull * mass[i] * dy / d;
            }
        }
    }

    private void attract() {
        double unit = idealLength;
        double pull = pull();
        for (int l = 0; l < from.length; l++) {
            int a = from[l];
            int b = to[l];
            double dx = x[b] - x[a];
            double dy = y[b] - y[a];
            // LinLog (Noack, J. Graph Algorithms Appl. 11(2), 2007): attraction grows with the logarithm of the
            // distance, so that communities stand apart.
            double distance = Math.sqrt(dx * dx + dy * dy);
            double factor = distance < 1e-9 ? 0 : pull * Math.log1p(distance / unit) / distance;
            dx *= factor;
            dy *= factor;
            forceX[a] += dx;
            forceY[a] += dy;
            forceX[b] -= dx;
            forceY[b] -= dy;
        }
    }

    private double move() {
        int n = x.length;
        double swinging = 0;
        double traction = 0;
        double extent = 0;
        for (int i = 0; i < n; i++) {
            double swing = Math.hypot(previousX[i] - forceX[i], previousY[i] - forceY[i]);
            swinging += mass[i] * swing;
            traction += mass[i] * 0.5 * Math.hypot(previousX[i] + forceX[i], previousY[i] + forceY[i]);
            extent = Math.max(extent, Math.abs(x[i] - x[0]) + Math.abs(y[i] - y[0]));
        }
        // The tolerance and efficiency rules are those of the paper's reference implementation.
        double estimated = 0.05 * Math.sqrt(n);
        double jitter =
                Math.max(Math.sqrt(estimated), Math.min(10, estimated * traction / Math.max(1e-9, (double) n * n)));
        if (traction > 0 && swinging / traction > 2) {
            if (speedEfficiency > 0.05) {
                speedEfficiency *= 0.5;
            }
            jitter = Math.max(jitter, 1);
        }
        double target = jitter * speedEfficiency * traction / Math.max(1e-9, swinging);
        if (swinging > jitter * traction) {
            if (speedEfficiency > 0.05) {
                speedEfficiency *= 0.7;
            }
        } else if (speed < 1000) {
            speedEfficiency *= 1.3;
        }
        speed += Math.min(target - speed, 0.5 * speed);
        double moved = 0;
        double longest = Math.max(extent * 0.2, 50);
        for (int i = 0; i < n; i++) {
            if (fixed.get(i)) {
                continue;
            }
            double swing = mass[i] * Math.hypot(previousX[i] - forceX[i], previousY[i] - forceY[i]);
            double factor = speed / (1 + Math.sqrt(speed * swing));
            double stepX = forceX[i] * factor;
            double stepY = forceY[i] * factor;
            double length = Math.hypot(stepX, stepY);
            if (length > longest) {
                stepX *= longest / length;
                stepY *= longest / length;
                length = longest;
            }
            x[i] += stepX;
            y[i] += stepY;
            moved += length;
        }
        return moved / n / Math.max(1, extent);
    }
}
