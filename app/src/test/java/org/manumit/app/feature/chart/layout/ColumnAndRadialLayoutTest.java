package org.manumit.app.feature.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnAndRadialLayoutTest {

    @Test
    void keepsEveryEntityWithinItsColumnAndColumnsInOrder() {
        LayoutProblem problem = ForceLayoutTest.random(90, 150, 5);
        int[] column = new int[90];
        Arrays.setAll(column, i -> i % 3);

        LayoutResult result = new ColumnLayout()
                .arrange(problem, List.of("A", "B", "C"), column, "rest", LayoutProblem.NEVER_CANCELLED);

        assertThat(result.columns()).extracting(LayoutResult.Column::title).containsExactly("A", "B", "C");
        for (int i = 0; i < 90; i++) {
            LayoutResult.Column own = result.columns().get(column[i]);
            assertThat(result.x()[i]).isBetween(own.left(), own.right());
        }
        assertThat(result.columns().get(0).right())
                .isLessThanOrEqualTo(result.columns().get(1).left() + 0.001);
    }

    @Test
    void entitiesWithoutAColumnFollowTheirNeighboursAndStrangersStandLast() {
        int[] from = {0, 1, 2};
        int[] to = {1, 2, 3};
        LayoutProblem problem = LayoutProblem.unplaced(5, from, to, 10);

        LayoutResult result = new ColumnLayout()
                .arrange(
                        problem,
                        List.of("left", "right"),
                        new int[] {0, -1, -1, 1, -1},
                        "rest",
                        LayoutProblem.NEVER_CANCELLED);

        assertThat(result.columns()).hasSize(3);
        assertThat(result.x()[1]).isLessThan(result.columns().get(0).right());
        assertThat(result.x()[2]).isGreaterThan(result.columns().get(1).left());
        assertThat(result.x()[4]).isGreaterThan(result.columns().get(2).left());
    }

    @Test
    void putsTheCentreInTheMiddleOfItsRings() {
        int[] from = {0, 0, 0, 1, 2};
        int[] to = {1, 2, 3, 4, 5};
        LayoutProblem problem = LayoutProblem.unplaced(6, from, to, 10);

        LayoutResult result = new RadialLayout().arrange(problem, 0, LayoutProblem.NEVER_CANCELLED);

        double first = radius(result, 1);
        assertThat(radius(result, 2)).isCloseTo(first, within(1.0));
        assertThat(radius(result, 3)).isCloseTo(first, within(1.0));
        assertThat(radius(result, 4)).isGreaterThan(first + 50);
    }

    @Test
    void radialKeepsFixedEntitiesInPlaceAndShowsOtherNetworksToo() {
        LayoutProblem problem = ForceLayoutTest.random(60, 50, 9);
        double[] x = new double[60];
        double[] y = new double[60];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        x[7] = 1234;
        y[7] = -99;
        BitSet fixed = new BitSet();
        fixed.set(7);

        LayoutResult result = new RadialLayout().arrange(problem.with(x, y, fixed), 0, LayoutProblem.NEVER_CANCELLED);

        assertThat(result.x()[7]).isEqualTo(1234);
        assertThat(result.y()[7]).isEqualTo(-99);
        assertThat(Arrays.stream(result.x()).allMatch(Double::isFinite)).isTrue();
    }

    private static double radius(LayoutResult result, int node) {
        return Math.hypot(result.x()[node] - result.x()[0], result.y()[node] - result.y()[0]);
    }
}
