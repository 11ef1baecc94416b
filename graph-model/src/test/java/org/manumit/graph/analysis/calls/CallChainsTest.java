package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CaseSketch;

class CallChainsTest {

    private static final long START = 1_704_067_200L;
    private static final long DAY = 86_400;

    @Test
    void findsOrdersThatArePassedOn() {
        CaseSketch sketch = new CaseSketch();
        Random random = new Random(2);
        for (int day = 0; day < 30; day++) {
            for (int i = 0; i < 6; i++) {
                long when = START + day * DAY + random.nextInt(86_400);
                sketch.call(sketch.entity("phone:m"), sketch.entity("phone:x" + random.nextInt(5)), when, 60);
                long other = START + day * DAY + random.nextInt(86_400);
                sketch.call(sketch.entity("phone:y" + random.nextInt(5)), sketch.entity("phone:m"), other, 60);
            }
            if (day % 3 == 0) {
                long order = START + day * DAY + 40_000;
                sketch.call(sketch.entity("phone:boss"), sketch.entity("phone:m"), order, 40);
                sketch.call(sketch.entity("phone:m"), sketch.entity("phone:driver"), order + 120, 40);
            }
        }

        List<CallChain> found =
                CallChains.find(CallIndex.of(sketch.graph()), Duration.ofMinutes(10), 10, Cancellation.NEVER);

        assertThat(found).singleElement().satisfies(chain -> {
            assertThat(chain.first()).isEqualTo(sketch.id("phone:boss"));
            assertThat(chain.middle()).isEqualTo(sketch.id("phone:m"));
            assertThat(chain.last()).isEqualTo(sketch.id("phone:driver"));
            assertThat(chain.times()).isGreaterThanOrEqualTo(9);
            assertThat(chain.evidence()).hasSizeLessThanOrEqualTo(20);
        });
    }

    @Test
    void takesThreeRingsBeforeOneCallForOneOrder() {
        CaseSketch sketch = new CaseSketch();
        for (int ring = 0; ring < 3; ring++) {
            sketch.call(sketch.entity("phone:boss"), sketch.entity("phone:m"), START + ring * 60L, 0);
        }
        sketch.call(sketch.entity("phone:m"), sketch.entity("phone:driver"), START + 300, 40);
        sketch.call(sketch.entity("phone:m"), sketch.entity("phone:x"), START + 60 * DAY, 40);

        assertThat(CallChains.find(CallIndex.of(sketch.graph()), Duration.ofMinutes(10), 10, Cancellation.NEVER))
                .isEmpty();
    }
}
