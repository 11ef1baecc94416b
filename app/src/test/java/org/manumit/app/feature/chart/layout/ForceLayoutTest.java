package org.manumit.app.feature.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ForceLayoutTest {

    private final ForceLayout layout = new ForceLayout();

    @Property(tries = 25)
    void givesEveryEntityAPlaceAndTheSamePlaceEachTime(
            @ForAll @IntRange(min = 1, max = 420) int entities,
            @ForAll @IntRange(min = 0, max = 600) int links,
            @ForAll @IntRange(min = 0, max = 1000) int seed) {
        LayoutProblem problem = random(entities, links, seed);

        LayoutResult first = arrange(problem);
        LayoutResult second = arrange(problem);

        assertThat(first.x()).hasSize(entities).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(first.x()).allMatch(Double::isFinite)).isTrue();
        assertThat(Arrays.stream(first.y()).allMatch(Double::isFinite)).isTrue();
        assertThat(second.x()).containsExactly(first.x());
        assertThat(second.y()).containsExactly(first.y());
    }

    @Property(tries = 25)
    void leavesFixedEntitiesExactlyWhereTheyAre(
            @ForAll @IntRange(min = 2, max = 400) int entities, @ForAll @IntRange(min = 0, max = 1000) int seed) {
        LayoutProblem free = random(entities, 2 * entities, seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[entities];
        double[] y = new double[entities];
        BitSet fixed = new BitSet();
        for (int i = 0; i < entities; i++) {
            x[i] = random.nextDouble() * 2000;
            y[i] = random.nextDouble() * 2000;
            fixed.set(i, random.nextInt(4) == 0);
        }

        LayoutResult result = arrange(free.with(x, y, fixed));

        fixed.stream().forEach(i -> {
            assertThat(result.x()[i]).isEqualTo(x[i]);
            assertThat(result.y()[i]).isEqualTo(y[i]);
        });
    }

    @Property(tries = 25)
    void setsSeparateNetworksApart(
            @ForAll @IntRange(min = 2, max = 9) int networks, @ForAll @IntRange(min = 0, max = 1000) int seed) {
        int each = 12;
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = new int[networks * each * 2];
        int[] to = new int[from.length];
        for (int l = 0; l < from.length; l++) {
            int network = l % networks;
            from[l] = network * each + random.nextInt(each);
            to[l] = network * each + (l / networks) % each;
        }
        LayoutProblem problem = LayoutProblem.unplaced(networks * each, from, to, 15);

        LayoutResult result = arrange(problem);

        var parts = ForceLayout.networks(problem.adjacency()).stream()
                .filter(members -> members.length > 1)
                .map(members -> {
                    ForceLayout.Extent extent = new ForceLayout.Extent();
                    for (int i : members) {
                        extent.add(problem, i, result.x()[i], result.y()[i]);
                    }
                    return extent;
                })
                .toList();
        for (int a = 0; a < parts.size(); a++) {
            for (int b = a + 1; b < parts.size(); b++) {
                boolean overlapX = parts.get(a).left < parts.get(b).right && parts.get(b).left < parts.get(a).right;
                boolean overlapY = parts.get(a).top < parts.get(b).bottom && parts.get(b).top < parts.get(a).bottom;
                assertThat(overlapX && overlapY).isFalse();
            }
        }
    }

    @Property(tries = 15)
    void leavesRoomForEveryLabelOfAReadableNetwork(@ForAll @IntRange(min = 0, max = 1000) int seed) {
        int n = 60;
        LayoutProblem links = random(n, 90, seed);
        double[] halfWidth = new double[n];
        double[] above = new double[n];
        double[] below = new double[n];
        Arrays.fill(halfWidth, 50);
        Arrays.fill(above, 20);
        Arrays.fill(below, 38);
        LayoutProblem problem = new LayoutProblem(
                links.from(), links.to(), halfWidth, above, below, links.x(), links.y(), new BitSet());

        LayoutResult result = arrange(problem);

        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double overlapX = 100 - Math.abs(result.x()[i] - result.x()[j]);
                double overlapY = 58 - Math.abs(result.y()[i] - result.y()[j]);
                assertThat(Math.min(overlapX, overlapY)).isLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 20)
    void movesNothingPlacedWhenNewcomersArrive(@ForAll @IntRange(min = 0, max = 1000) int seed) {
        int n = 80;
        LayoutProblem problem = random(n, 140, seed);
        LayoutResult before = arrange(problem);
        double[] x = before.x().clone();
        double[] y = before.y().clone();
        for (int i = 60; i < n; i++) {
            x[i] = Double.NaN;
            y[i] = Double.NaN;
        }

        LayoutResult after = layout.place(problem.with(x, y, new BitSet()), LayoutProblem.NEVER_CANCELLED);

        assertThat(Arrays.copyOf(after.x(), 60)).containsExactly(Arrays.copyOf(before.x(), 60));
        assertThat(Arrays.copyOf(after.y(), 60)).containsExactly(Arrays.copyOf(before.y(), 60));
        assertThat(Arrays.stream(after.x()).allMatch(Double::isFinite)).isTrue();
    }

    @org.junit.jupiter.api.Test
    void keepsNeighboursNearerThanStrangers() {
        int n = 600;
        int[] from = new int[n];
        int[] to = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = i;
            to[i] = (i + 1) % n;
        }

        LayoutResult ring = arrange(LayoutProblem.unplaced(n, from, to, 3));

        double near = 0;
        double far = 0;
        for (int i = 0; i < n; i++) {
            near += distance(ring, i, (i + 1) % n) / n;
            far += distance(ring, i, (i + n / 2) % n) / n;
        }
        assertThat(near * 8).isLessThan(far);
    }

    @org.junit.jupiter.api.Test
    void stopsWhenAsked() {
        LayoutProblem problem = random(2000, 6000, 1);

        assertThatThrownBy(() -> layout.arrange(problem, () -> true, (x, y) -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @org.junit.jupiter.api.Test
    void repulsionOfTheTreeComesCloseToTheSumOverAllPairs() {
        int n = 500;
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(n, 0, 1000).toArray();
        double[] y = random.doubles(n, 0, 1000).toArray();
        double[] mass = random.doubles(n, 1, 5).toArray();
        double[] treeX = new double[n];
        double[] treeY = new double[n];
        BarnesHut tree = new BarnesHut(mass);
        tree.build(x, y);
        tree.repel(0, n, 1, treeX, treeY);

        double error = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double fx = 0;
            double fy = 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double d2 = Math.pow(x[i] - x[j], 2) + Math.pow(y[i] - y[j], 2);
                    fx += mass[i] * mass[j] * (x[i] - x[j]) / d2;
                    fy += mass[i] * mass[j] * (y[i] - y[j]) / d2;
                }
            }
            error += Math.hypot(fx - treeX[i], fy - treeY[i]);
            size += Math.hypot(fx, fy);
        }
        assertThat(error / size).isCloseTo(0, within(0.08));
    }

    @org.junit.jupiter.api.Test
    void partsBodiesOnOneSpot() {
        double[] same = new double[50];
        BarnesHut tree = new BarnesHut(filled(50, 1));
        tree.build(same, same.clone());
        double[] fx = new double[50];
        double[] fy = new double[50];
        tree.repel(0, 50, 1, fx, fy);

        assertThat(Arrays.stream(fx).allMatch(Double::isFinite)).isTrue();
        assertThat(Arrays.stream(fx).distinct().count()).isGreaterThan(10);
    }

    private LayoutResult arrange(LayoutProblem problem) {
        return layout.arrange(problem, LayoutProblem.NEVER_CANCELLED, (x, y) -> {});
    }

    static LayoutProblem random(int entities, int links, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = random.ints(links, 0, entities).toArray();
        int[] to = random.ints(links, 0, entities).toArray();
        return LayoutProblem.unplaced(entities, from, to, 15);
    }

    private static double[] filled(int size, double value) {
        double[] array = new double[size];
        Arrays.fill(array, value);
        return array;
    }

    private static double distance(LayoutResult result, int a, int b) {
        return Math.hypot(result.x()[a] - result.x()[b], result.y()[a] - result.y()[b]);
    }
}
