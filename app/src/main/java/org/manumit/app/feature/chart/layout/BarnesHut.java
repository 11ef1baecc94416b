package org.manumit.app.feature.chart.layout;

import java.util.Arrays;

/**
 * Repulsion between all pairs of bodies, approximated by a quadtree after Barnes and Hut, A hierarchical O(N log N)
 * force-calculation algorithm, Nature 324 (1986) 446-449. Plain arrays, reused from step to step. The force between two
 * bodies is mass times mass over distance, as in ForceAtlas2 (Jacomy et al., PLoS ONE 9(6) e98679, 2014).
 */
final class BarnesHut {

    private static final int MAX_DEPTH = 26;
    private static final double THETA_SQUARED = 1.2 * 1.2;

    private final double[] mass;
    private final int[] bodyNext;
    private int[] child = new int[0];
    private int[] firstBody = new int[0];
    private double[] cellMass = new double[0];
    private double[] cellX = new double[0];
    private double[] cellY = new double[0];
    private double[] cellSize = new double[0];
    private double[] bodyX = new double[0];
    private double[] bodyY = new double[0];
    private int cells;

    BarnesHut(double[] mass) {
        this.mass = mass;
        bodyNext = new int[mass.length];
        grow(Math.max(64, 3 * mass.length));
    }

    private void grow(int capacity) {
        int old = firstBody.length;
        child = Arrays.copyOf(child, 4 * capacity);
        firstBody = Arrays.copyOf(firstBody, capacity);
        cellMass = Arrays.copyOf(cellMass, capacity);
        cellX = Arrays.copyOf(cellX, capacity);
        cellY = Arrays.copyOf(cellY, capacity);
        cellSize = Arrays.copyOf(cellSize, capacity);
        Arrays.fill(child, 4 * old, 4 * capacity, -1);
        Arrays.fill(firstBody, old, capacity, -1);
    }

    private int newCell(double size) {
        if (cells == firstBody.length) {
            grow(2 * cells);
        }
        int cell = cells++;
        Arrays.fill(child, 4 * cell, 4 * cell + 4, -1);
        firstBody[cell] = -1;
        cellMass[cell] = 0;
        cellX[cell] = 0;
        cellY[cell] = 0;
        cellSize[cell] = size;
        return cell;
    }

    /** Builds the tree over bodies at these places. */
    void build(double[] x, double[] y) {
        bodyX = x;
        bodyY = y;
        cells = 0;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mass.length; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
        }
        double size = Math.max(Math.max(maxX - minX, maxY - minY), 1e-6) * 1.0001;
        int root = newCell(size);
        for (int i = 0; i < mass.length; i++) {
            insert(root, i, minX, minY, size);
        }
        for (int c = 0; c < cells; c++) {
            cellX[c] /= cellMass[c];
            cellY[c] /= cellMass[c];
        }
    }

    private void insert(int root, int body, double left, double top, double extent) {
        int cell = root;
        double x0 = left;
        double y0 = top;
        double size = extent;
        for (int depth = 0; ; depth++) {
            boolean empty = cellMass[cell] == 0;
            boolean leaf = !empty && firstBody[cell] >= 0;
            add(cell, body);
            if (empty || depth == MAX_DEPTH) {
                bodyNext[body] = leaf ? firstBody[cell] : -1;
                firstBody[cell] = body;
                return;
            }
            double half = size / 2;
            if (leaf) {
                int resident = firstBody[cell];
                firstBody[cell] = -1;
                int sub = newCell(half);
                child[4 * cell + quadrant(resident, x0 + half, y0 + half)] = sub;
                add(sub, resident);
                firstBody[sub] = resident;
                bodyNext[resident] = -1;
            }
            int quadrant = quadrant(body, x0 + half, y0 + half);
            if (child[4 * cell + quadrant] < 0) {
                int sub = newCell(half);
                child[4 * cell + quadrant] = sub;
            }
            cell = child[4 * cell + quadrant];
            x0 += (quadrant & 1) != 0 ? half : 0;
            y0 += (quadrant & 2) != 0 ? half : 0;
            size = half;
        }
    }

    private int quadrant(int body, double middleX, double middleY) {
        return (bodyX[body] >= middleX ? 1 : 0) | (bodyY[body] >= middleY ? 2 : 0);
    }

    private void add(int cell, int body) {
        cellMass[cell] += mass[body];
        cellX[cell] += mass[body] * bodyX[body];
        cellY[cell] += mass[body] * bodyY[body];
    }

    /** Adds the repulsion felt by the bodies from..to (exclusive) to their forces. Safe for disjoint ranges at once. */
    void repel(int fromBody, int toBody, double strength, double[] forceX, double[] forceY) {
        int[] stack = new int[4 * (MAX_DEPTH + 2)];
        for (int body = fromBody; body < toBody; body++) {
            double x = bodyX[body];
            double y = bodyY[body];
            double fx = 0;
            double fy = 0;
            int top = 0;
            stack[top++] = 0;
            while (top > 0) {
                int cell = stack[--top];
                int resident = firstBody[cell];
                if (resident >= 0) {
                    for (int other = resident; other >= 0; other = bodyNext[other]) {
                        if (other != body) {
                            double dx = x - bodyX[other];
                            double dy = y - bodyY[other];
                            double d2 = dx * dx + dy * dy;
                            if (d2 < 1e-12) {
                                // Bodies on one spot part in a direction that depends on nothing but their numbers.
                                double angle = 2.399963 * (body < other ? body : body + 0.5);
                                dx = Math.cos(angle) * 1e-3;
                                dy = Math.sin(angle) * 1e-3;
                                d2 = 1e-4;
                            }
                            double f = mass[other] / d2;
                            fx += dx * f;
                            fy += dy * f;
                        }
                    }
                    continue;
                }
                double dx = x - cellX[cell];
                double dy = y - cellY[cell];
                double d2 = dx * dx + dy * dy;
                double size = cellSize[cell];
                if (size * size < THETA_SQUARED * d2) {
                    double f = cellMass[cell] / d2;
                    fx += dx * f;
                    fy += dy * f;
                } else {
                    int c = 4 * cell;
                    for (int q = 0; q < 4; q++) {
                        if (child[c + q] >= 0) {
                            stack[top++] = child[c + q];
                        }
                    }
                }
            }
            forceX[body] += strength * mass[body] * fx;
            forceY[body] += strength * mass[body] * fy;
        }
    }
}
