package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseSketch;
import org.manumit.graph.query.Victims;

class SuccessorNumbersTest {

    private static final long START = 1_704_067_200L;
    private static final long DAY = 86_400;

    private final CaseSketch sketch = new CaseSketch();
    private final Random random = new Random(11);

    private List<SuccessorNumber> found() {
        CaseGraph graph = sketch.graph();
        return SuccessorNumbers.find(
                CallIndex.of(graph), Victims.of(graph), SuccessorParameters.USUAL, Progress.NONE, Cancellation.NEVER);
    }

    private static String number(int n) {
        return String.format("phone:+4072%07d", n);
    }

    /** Somebody calls those of their circle now and then. */
    private void use(String number, List<String> circle, int fromDay, int toDay, int calls) {
        for (int i = 0; i < calls; i++) {
            String other = circle.get((int) (circle.size() * random.nextDouble() * random.nextDouble()));
            long when = START + (long) ((fromDay + (toDay - fromDay) * random.nextDouble()) * DAY);
            boolean out = random.nextBoolean();
            sketch.call(
                    sketch.entity(out ? number : other),
                    sketch.entity(out ? other : number),
                    when,
                    random.nextInt(300));
        }
    }

    private List<String> circle(int size, int among) {
        List<String> circle = new ArrayList<>();
        while (circle.size() < size) {
            String other = number(random.nextInt(among));
            if (!circle.contains(other)) {
                circle.add(other);
            }
        }
        return circle;
    }

    @Test
    void findsThePlantedSuccessorsAmongOrdinaryNoise() {
        // 600 people who call circles of their own for 120 days; some come, some go
        int people = 600;
        for (int p = 0; p < people; p++) {
            int from = random.nextInt(10) == 0 ? random.nextInt(90) : 0;
            int to = random.nextInt(10) == 0 ? from + 10 + random.nextInt(30) : 120;
            use(number(p), circle(6 + random.nextInt(10), people), from, Math.min(120, to), 40);
        }
        Map<String, String> truth = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            List<String> circle = circle(10, people);
            int change = 40 + random.nextInt(40);
            String old = number(10_000 + i);
            String young = number(20_000 + i);
            use(old, circle, 0, change, 60);
            // the new number keeps most of the circle and finds a few others
            List<String> next = new ArrayList<>(circle.subList(0, 7));
            next.addAll(circle(3, people));
            use(young, next, change, 120, 60);
            truth.put(old, young);
        }

        List<SuccessorNumber> found = found();

        long right = found.stream()
                .filter(f -> f.to().equals(
                                sketch.id(truth.getOrDefault(f.from().value().replace("phone:", "phone:"), number(0)))))
                .count();
        assertThat(right).as("recall of 20").isGreaterThanOrEqualTo(18);
        assertThat(found).as("of which right: " + right).hasSizeLessThanOrEqualTo((int) (right * 1.15));
        assertThat(found.getFirst().reasons())
                .extracting(Reason::criterion)
                .contains("same-contacts", "takes-over-in-time", "old-falls-silent");
        assertThat(found.getFirst().reasons()).allSatisfy(reason -> {
            assertThat(reason.evidence()).isNotEmpty();
            assertThat(reason.source()).contains("(00");
        });
    }

    @Test
    void takesANumberThatIsTriedOnceMoreForGivenUp() {
        List<String> circle = circle(8, 40);
        for (int p = 0; p < 40; p++) {
            use(number(p), circle(8, 40), 0, 120, 40);
        }
        use(number(100), circle, 0, 60, 60);
        use(number(200), circle, 61, 120, 60);
        sketch.call(sketch.entity(circle.getFirst()), sketch.entity(number(100)), START + 95 * DAY, 0);

        assertThat(found())
                .filteredOn(f -> f.from().equals(sketch.id(number(100))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.to()).isEqualTo(sketch.id(number(200)));
                    assertThat(f.reasons())
                            .filteredOn(r -> r.criterion().equals("old-falls-silent"))
                            .singleElement()
                            .satisfies(r -> assertThat(r.text()).contains("as good as silent"));
                });
    }

    @Test
    void findsANewCardInTheOldHandsetWithoutSharedContacts() {
        for (int day = 0; day < 30; day++) {
            int call = sketch.call(sketch.entity(number(1)), sketch.entity(number(100 + day)), START + day * DAY, 60);
            sketch.equipment(call, CallTable.Equipment.FROM_HANDSET, "handset:351");
        }
        for (int day = 31; day < 60; day++) {
            int call = sketch.call(sketch.entity(number(2)), sketch.entity(number(200 + day)), START + day * DAY, 60);
            sketch.equipment(call, CallTable.Equipment.FROM_HANDSET, "handset:351");
        }

        assertThat(found()).singleElement().satisfies(successor -> {
            assertThat(successor.from()).isEqualTo(sketch.id(number(1)));
            assertThat(successor.to()).isEqualTo(sketch.id(number(2)));
            assertThat(successor.score()).isGreaterThan(0.8);
        });
    }

    @Test
    void doesNotTakeTwoFriendsForOnePerson() {
        List<String> circle = circle(8, 50);
        use(number(1000), circle, 0, 40, 60);
        use(number(1001), circle, 38, 120, 60);
        for (int i = 0; i < 30; i++) {
            sketch.call(sketch.entity(number(1000)), sketch.entity(number(1001)), START + (38 * DAY) + i * 3600L, 60);
        }
        use(number(3), circle(5, 50), 0, 120, 50);

        assertThat(found()).noneMatch(s -> s.from().equals(sketch.id(number(1000))));
    }

    /** Forty people who call each other all the time, so that whoever is not called is left out on purpose. */
    private void town() {
        for (int p = 0; p < 40; p++) {
            use(number(p), circle(8, 40), 0, 120, 60);
        }
    }

    private static List<String> numbers(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int n = from; n < to; n++) {
            numbers.add(number(n));
        }
        return numbers;
    }

    @Test
    void doesNotTakeWhoeverDoesTheJobNowForWhoeverDidItBefore() {
        town();
        List<String> customers = numbers(0, 8);
        use(number(100), customers, 0, 60, 60);
        use(number(100), numbers(10, 16), 0, 60, 60);
        use(number(200), customers, 61, 120, 60);
        use(number(200), numbers(20, 26), 61, 120, 60);

        assertThat(found()).noneMatch(f -> f.to().equals(sketch.id(number(200))));
    }

    @Test
    void saysWhomOfTheClosestTheNewNumberHasNothingToDoWith() {
        town();
        List<String> circle = numbers(0, 10);
        use(number(100), circle, 0, 60, 120);
        use(number(200), circle.subList(4, 10), 61, 120, 120);

        assertThat(SuccessorNumbers.find(
                        CallIndex.of(sketch.graph()),
                        Victims.of(sketch.graph()),
                        new SuccessorParameters(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(7), 5, 0.05),
                        Progress.NONE,
                        Cancellation.NEVER))
                .filteredOn(f -> f.to().equals(sketch.id(number(200))))
                .singleElement()
                .satisfies(f -> assertThat(f.reasonsAgainst())
                        .filteredOn(r -> r.criterion().equals("closest-left-behind"))
                        .singleElement()
                        .satisfies(r -> {
                            assertThat(r.text())
                                    .contains("is not in touch with 4 of the ")
                                    .endsWith("one of the closest.");
                            assertThat(r.evidence()).hasSize(4);
                        }));
    }

    @Test
    void isLessSureWhenTwoMayHaveTakenOver() {
        town();
        List<String> circle = numbers(0, 8);
        use(number(100), circle, 0, 60, 80);
        use(number(200), circle, 61, 120, 80);
        double alone = found().getFirst().score();
        use(number(201), circle, 61, 120, 80);

        assertThat(found()).allSatisfy(f -> assertThat(f.score()).isLessThan(0.7));
        assertThat(alone).isGreaterThan(0.9);
    }

    @Test
    void saysNothingOfANumberThatIsStillInUse() {
        List<String> circle = circle(8, 50);
        use(number(1000), circle, 0, 120, 90);
        use(number(1001), circle, 40, 120, 60);

        assertThat(found()).isEmpty();
    }

    @Test
    void neverTracksDownAVictimsNewNumber() {
        sketch.claim(ClaimType.PERSON, "SUBJECT mira", "name=Mira", "status=victim");
        sketch.claim(ClaimType.PHONE, "SUBJECT " + number(1000), "USER mira");
        List<String> circle = circle(8, 50);
        use(number(1000), circle, 0, 40, 60);
        use(number(1001), circle, 41, 120, 60);
        use(number(3), circle(5, 50), 0, 120, 50);

        assertThat(found()).isEmpty();
    }

    @Test
    void hasNothingToSayWithoutCalls() {
        assertThat(found()).isEmpty();
    }
}
