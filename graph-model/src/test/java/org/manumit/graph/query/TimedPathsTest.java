package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

class TimedPathsTest {

    private static final int NUMBERS = 6;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static CaseGraph random(Random random) {
        CallTable.Builder calls = new CallTable.Builder();
        int rows = 1 + random.nextInt(25);
        for (int i = 0; i < rows; i++) {
            calls.add(
                    random.nextInt(NUMBERS),
                    random.nextInt(NUMBERS),
                    random.nextInt(4) == 0 ? CallTable.Kind.MESSAGE : CallTable.Kind.CALL,
                    1_000L + random.nextInt(100),
                    10,
                    new SourceId("a".repeat(64)),
                    "",
                    i + 1);
        }
        List<Entity> entities = IntStream.range(0, NUMBERS)
                .mapToObj(i -> new Entity(
                        EntityId.of(EntityKind.PHONE, "+4400" + i),
                        EntityKind.PHONE,
                        "+4400" + i,
                        Entity.Standing.NAME_ONLY))
                .toList();
        return CaseGraph.of("test", List.of(), entities, List.of(), calls.build(), TransferTable.EMPTY);
    }

    private record Arrival(int number, long time) {}

    /** All moments at which word can be with anybody, call by call in the order of time. */
    private static Optional<Long> slowly(CaseGraph graph, int from, int to, long after, long gap) {
        CallTable calls = graph.calls();
        List<Integer> rows = IntStream.range(0, calls.size())
                .boxed()
                .sorted((a, b) -> Long.compare(calls.start(a), calls.start(b)))
                .toList();
        List<Arrival> arrivals = new ArrayList<>();
        for (int row : rows) {
            long start = calls.start(row);
            int a = calls.from(row);
            int b = calls.to(row);
            if (start < after || a == b) {
                continue;
            }
            boolean atA = a == from || arrivals.stream().anyMatch(x -> x.number() == a && start - x.time() <= gap);
            boolean atB = calls.kind(row) == CallTable.Kind.CALL
                    && (b == from || arrivals.stream().anyMatch(x -> x.number() == b && start - x.time() <= gap));
            if (atA) {
                arrivals.add(new Arrival(b, start));
            }
            if (atB) {
                arrivals.add(new Arrival(a, start));
            }
            if (arrivals.stream().anyMatch(x -> x.number() == to)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wordArrivesAsEarlyAsItCan(int seed) {
        Random random = new Random(seed);
        CaseGraph graph = random(random);
        long after = 1_000L + random.nextInt(40);
        long gap = 1L + random.nextInt(60);

        Optional<TimedPaths.Way> way =
                TimedPaths.of(graph).earliestArrival(0, NUMBERS - 1, after, Duration.ofSeconds(gap));

        assertThat(way.map(w -> graph.calls().start(w.rows().getLast())))
                .isEqualTo(slowly(graph, 0, NUMBERS - 1, after, gap));
        way.ifPresent(found -> {
            assertThat(found.entities())
                    .startsWith(0)
                    .endsWith(NUMBERS - 1)
                    .hasSize(found.rows().size() + 1);
            for (int i = 0; i < found.rows().size(); i++) {
                int row = found.rows().get(i);
                int here = found.entities().get(i);
                int next = found.entities().get(i + 1);
                boolean along = graph.calls().from(row) == here && graph.calls().to(row) == next;
                boolean against = graph.calls().to(row) == here
                        && graph.calls().from(row) == next
                        && graph.calls().kind(row) == CallTable.Kind.CALL;
                assertThat(along || against).isTrue();
                if (i > 0) {
                    long waited = graph.calls().start(row)
                            - graph.calls().start(found.rows().get(i - 1));
                    assertThat(waited).isBetween(0L, gap);
                }
            }
        });
    }
}
