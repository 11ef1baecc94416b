package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.centrality.SampleGraphs;

class PathsTest {

    @Test
    void findsTheShortestWaysInTheirOrder() {
        CompactGraph graph = SampleGraphs.of(6, 0, 1, 1, 5, 0, 2, 2, 5, 0, 3, 3, 4, 4, 5);

        assertThat(Paths.shortest(graph, 0, 5)).contains(List.of(0, 1, 5));
        assertThat(Paths.shortest(graph, 0, 5, 9))
                .containsExactly(List.of(0, 1, 5), List.of(0, 2, 5), List.of(0, 3, 4, 5));
        assertThat(Paths.shortest(graph, 3, 3)).contains(List.of(3));
    }

    @Test
    void findsNoWayBetweenComponents() {
        CompactGraph graph = SampleGraphs.of(4, 0, 1, 2, 3);

        assertThat(Paths.shortest(graph, 0, 3)).isEmpty();
        assertThat(Paths.shortest(graph, 0, 3, 5)).isEmpty();
    }

    @Test
    void joinsChosenPeopleThroughFewOthers() {
        CompactGraph graph = SampleGraphs.of(8, 0, 1, 1, 2, 1, 3, 3, 4, 4, 5, 5, 2, 6, 7);

        assertThat(Paths.joining(graph, 0, 2, 3)).containsExactly(0, 1, 2, 3);
        assertThat(Paths.joining(graph, 0, 6)).containsExactly(0, 6);
    }

    @Test
    void followsWordOnlyForwardsInTime() {
        CaseSketch sketch = new CaseSketch();
        sketch.call("phone:b", "phone:c", "2024-01-01T09:00:00Z", 60);
        sketch.call("phone:a", "phone:b", "2024-01-01T10:00:00Z", 60);
        sketch.call("phone:c", "phone:b", "2024-01-01T10:20:00Z", 60);
        sketch.call("phone:c", "phone:d", "2024-01-01T10:30:00Z", 60);
        sketch.call("phone:a", "phone:d", "2024-01-03T10:30:00Z", 60);
        CaseGraph graph = sketch.graph();
        long morning = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

        TimedPaths paths = TimedPaths.of(graph);

        assertThat(paths.earliestArrival(
                        sketch.entity("phone:a"), sketch.entity("phone:d"), morning, Duration.ofHours(1)))
                .hasValueSatisfying(way -> {
                    assertThat(way.rows()).containsExactly(1, 2, 3);
                    assertThat(way.entities())
                            .containsExactly(
                                    sketch.entity("phone:a"),
                                    sketch.entity("phone:b"),
                                    sketch.entity("phone:c"),
                                    sketch.entity("phone:d"));
                });
        assertThat(paths.earliestArrival(
                        sketch.entity("phone:a"), sketch.entity("phone:d"), morning, Duration.ofMinutes(5)))
                .hasValueSatisfying(way -> assertThat(way.rows()).containsExactly(4));
        assertThat(paths.earliestArrival(
                        sketch.entity("phone:d"), sketch.entity("phone:b"), morning, Duration.ofMinutes(5)))
                .isEmpty();
    }
}
