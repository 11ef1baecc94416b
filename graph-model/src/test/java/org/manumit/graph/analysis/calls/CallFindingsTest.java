package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseSketch;
import org.manumit.graph.query.TimeWindow;
import org.manumit.graph.query.Victims;

class CallFindingsTest {

    private static final long START = 1_704_067_200L;
    private static final long DAY = 86_400;

    private final CaseSketch sketch = new CaseSketch();
    private final Random random = new Random(5);

    private void victims(int count) {
        for (int v = 0; v < count; v++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT victim" + v, "status=victim");
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40v" + v, "USER victim" + v);
        }
    }

    private List<ContactCoverage> coverages() {
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);
        return ContactCoverages.find(CallIndex.of(graph), actors, Victims.of(graph, actors), Cancellation.NEVER);
    }

    @Test
    void tellsWhoHoldsAllTheVictimsNumbersWithBothCounts() {
        victims(5);
        sketch.claim(
                ClaimType.PHONE,
                "SUBJECT phone:+401",
                "USER boss",
                "CONTACT phone:+40v0",
                "CONTACT phone:+40v1",
                "CONTACT phone:+40v2",
                "CONTACT phone:+40v3",
                "CONTACT phone:+40v4",
                "CONTACT phone:+40999");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER customer", "CONTACT phone:+40v1");

        List<ContactCoverage> found = coverages();

        assertThat(found).extracting(ContactCoverage::holder).containsExactly(sketch.id("boss"), sketch.id("customer"));
        assertThat(found.getFirst()).satisfies(boss -> {
            assertThat(boss.held()).isEqualTo(5);
            assertThat(boss.known()).isEqualTo(5);
            assertThat(boss.score()).isGreaterThan(0.5);
            assertThat(boss.standing()).isEqualTo(ContactCoverage.Standing.NOT_KNOWN_AS_VICTIM);
            assertThat(boss.reasonsFor()).first().satisfies(reason -> {
                assertThat(reason.text()).isEqualTo("boss holds 5 of the 5 known numbers of victims in a handset.");
                assertThat(reason.evidence()).hasSize(1);
            });
        });
        assertThat(found.getLast().score()).isLessThan(0.1);
    }

    /** Two victims whom kin, customers and a helper call. */
    private void twoVictimsAndTheirCallers() {
        victims(2);
        for (int v = 0; v < 2; v++) {
            int victim = sketch.entity("phone:+40v" + v);
            for (int week = 0; week < 12; week++) {
                sketch.call(sketch.entity("phone:+kin" + v), victim, START + week * 7L * DAY, 600);
                sketch.call(victim, sketch.entity("phone:+kin" + v), START + (week * 7L + 3) * DAY, 400);
                sketch.call(sketch.entity("phone:+helper"), victim, START + (week * 7L + 1) * DAY, 400);
            }
            for (int customer = 0; customer < 15; customer++) {
                sketch.call(
                        sketch.entity("phone:+customer" + v + "/" + customer),
                        victim,
                        START + random.nextInt(84) * DAY,
                        40);
            }
        }
    }

    @Test
    void findsByCallsAloneWhoKeepsTwoVictimsOnAShortLeash() {
        twoVictimsAndTheirCallers();
        for (int day = 0; day < 84; day++) {
            sketch.call(sketch.entity("phone:+401"), sketch.entity("phone:+40v" + day % 2), START + day * DAY, 25);
        }

        assertThat(coverages())
                .filteredOn(c -> c.score() >= 0.5)
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.holder()).isEqualTo(sketch.id("phone:+401"));
                    assertThat(holder.reasonsFor())
                            .extracting(Reason::criterion)
                            .contains("first-in-victims-circles", "frequent-short-calls");
                });
    }

    @Test
    void takesNobodyWhoTalksWithVictimsForTheirController() {
        twoVictimsAndTheirCallers();

        assertThat(coverages()).noneMatch(c -> c.score() >= 0.5);
    }

    @Test
    void keepsAVictimWhoHoldsTheNumbersAVictim() {
        victims(5);
        sketch.claim(
                ClaimType.PHONE,
                "SUBJECT phone:+40v0",
                "USER victim0",
                "CONTACT phone:+40v1",
                "CONTACT phone:+40v2",
                "CONTACT phone:+40v3",
                "CONTACT phone:+40v4");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER customer", "CONTACT phone:+40v1");

        List<ContactCoverage> found = coverages();

        assertThat(found)
                .extracting(ContactCoverage::holder)
                .containsExactly(sketch.id("customer"), sketch.id("victim0"));
        assertThat(found.getLast()).satisfies(victim -> {
            assertThat(victim.standing()).isEqualTo(ContactCoverage.Standing.VICTIM_TOO);
            assertThat(victim.held()).isEqualTo(4);
            assertThat(victim.known()).isEqualTo(4);
        });
    }

    @Test
    void seesCoverageInCallsToo() {
        victims(6);
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boss");
        for (int day = 0; day < 20; day++) {
            for (int v = 0; v < 6; v++) {
                sketch.call(
                        sketch.entity("phone:+401"), sketch.entity("phone:+40v" + v), START + day * DAY + v * 600L, 20);
            }
        }

        assertThat(coverages()).singleElement().satisfies(boss -> {
            assertThat(boss.called()).isEqualTo(6);
            assertThat(boss.held()).isZero();
            assertThat(boss.reasonsFor())
                    .extracting(Reason::criterion)
                    .containsExactly(
                            "calls-victims-numbers",
                            "steady-touch-with-victims",
                            "many-calls-to-victims",
                            "calls-and-is-not-called",
                            "frequent-short-calls",
                            "alone-in-touch-with-them");
        });
    }

    @Test
    void findsWhoCallsAllOfManyVictimsThoughEachSeldom() {
        victims(8);
        for (int v = 0; v < 8; v++) {
            int victim = sketch.entity("phone:+40v" + v);
            for (int week = 0; week < 12; week++) {
                sketch.call(sketch.entity("phone:+kin" + v), victim, START + week * 7L * DAY, 600);
                sketch.call(
                        sketch.entity("phone:+customer" + random.nextInt(60)),
                        victim,
                        START + random.nextInt(84) * DAY,
                        40);
                if (week % 3 == 0) {
                    sketch.call(sketch.entity("phone:+401"), victim, START + (week * 7L + v) * DAY, 40);
                    sketch.call(victim, sketch.entity("phone:+401"), START + (week * 7L + v + 2) * DAY, 40);
                }
            }
        }

        assertThat(coverages())
                .filteredOn(c -> c.score() >= 0.5)
                .extracting(ContactCoverage::holder)
                .containsExactly(sketch.id("phone:+401"));
    }

    @Test
    void tellsWhoIsInSteadyTouchWithVictimsAmongCustomersAndTaxis() {
        victims(4);
        for (int day = 0; day < 60; day++) {
            for (int v = 0; v < 4; v++) {
                int victim = sketch.entity("phone:+40v" + v);
                if (day % 5 == v) {
                    sketch.call(sketch.entity("phone:+401"), victim, START + day * DAY + 3_600L * v, 200);
                    sketch.call(victim, sketch.entity("phone:+taxi"), START + day * DAY + 40_000, 200);
                }
                sketch.call(
                        sketch.entity("phone:+customer" + random.nextInt(80)), victim, START + day * DAY + 9_000, 90);
            }
            for (int i = 0; i < 40; i++) {
                int one = random.nextInt(60);
                sketch.call(
                        sketch.entity("phone:+one" + one),
                        sketch.entity("phone:+one" + (one + 1 + random.nextInt(4)) % 60),
                        START + day * DAY + 50_000 + i,
                        200);
                sketch.call(
                        sketch.entity("phone:+one" + random.nextInt(60)),
                        sketch.entity("phone:+taxi"),
                        START + day * DAY + 60_000 + i,
                        200);
            }
        }

        assertThat(coverages())
                .filteredOn(c -> c.score() >= 0.5)
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.holder()).isEqualTo(sketch.id("phone:+401"));
                    assertThat(holder.reasonsFor())
                            .filteredOn(r -> r.criterion().equals("steady-touch-with-victims"))
                            .singleElement()
                            .satisfies(r -> assertThat(r.evidence()).hasSize(12));
                });
    }

    @Test
    void asksWhoUsesANumberThatJoinsPeopleOfTheCase() {
        for (int p = 0; p < 4; p++) {
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40p" + p, "USER person" + p);
            for (int i = 0; i < 10; i++) {
                sketch.call(sketch.entity("phone:+40x"), sketch.entity("phone:+40p" + p), START + i * DAY + p, 60);
            }
        }
        for (int i = 0; i < 300; i++) {
            sketch.call(sketch.entity("phone:+40t" + i), sketch.entity("phone:+40taxi"), START + i * 1000L, 30);
        }
        sketch.call(sketch.entity("phone:+40p0"), sketch.entity("phone:+40taxi"), START + 5, 30);
        sketch.call(sketch.entity("phone:+40p1"), sketch.entity("phone:+40taxi"), START + 6, 30);
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);

        List<UnknownNumber> found = UnknownNumbers.find(
                CallIndex.of(graph), actors, Victims.of(graph, actors), suspect -> true, 100, Cancellation.NEVER);

        assertThat(found)
                .extracting(UnknownNumber::number)
                .containsExactly(sketch.id("phone:+40x"), sketch.id("phone:+40taxi"));
        assertThat(found.getFirst().knownContacts()).isEqualTo(4);
        assertThat(found.getFirst().score()).isGreaterThan(0.7);
        assertThat(found.getLast().score()).isLessThan(0.3);
    }

    @Test
    void countsHoursOfTheWeekInLocalTime() {
        // a Monday, 23:30 in Bucharest
        sketch.call("phone:+401", "phone:+402", "2024-01-01T21:30:00Z", 60);
        sketch.call("phone:+402", "phone:+401", "2024-01-02T10:00:00Z", 60);
        CallIndex index = CallIndex.of(sketch.graph());

        HourProfile profile = HourProfile.of(index, Set.of(0, 1), ZoneId.of("Europe/Bucharest"), TimeWindow.ALL);

        assertThat(profile.total()).isEqualTo(2);
        assertThat(profile.count(DayOfWeek.MONDAY, 23)).isEqualTo(1);
        assertThat(profile.count(DayOfWeek.TUESDAY, 12)).isEqualTo(1);
        assertThat(profile.nightShare()).isEqualTo(0.5);
        assertThat(profile.likeness(profile)).isEqualTo(1);
    }

    @Test
    void tellsWhoReactsToAnArrest() {
        for (int day = 0; day < 60; day++) {
            sketch.call(sketch.entity("phone:quiet"), sketch.entity("phone:a" + day % 5), START + day * DAY, 60);
            sketch.call(sketch.entity("phone:steady"), sketch.entity("phone:b" + day % 5), START + day * DAY + 9, 60);
            sketch.call(sketch.entity("phone:boss"), sketch.entity("phone:c" + day % 5), START + day * DAY + 5, 60);
            if (day < 45) {
                sketch.call(sketch.entity("phone:gone"), sketch.entity("phone:a" + day % 5), START + day * DAY, 60);
            }
        }
        for (int day = 60; day < 70; day++) {
            sketch.call(sketch.entity("phone:steady"), sketch.entity("phone:b" + day % 5), START + day * DAY, 60);
            sketch.call(sketch.entity("phone:heir"), sketch.entity("phone:c" + day % 5), START + day * DAY, 60);
            for (int i = 0; i < 6; i++) {
                int anybody = (day - 60) * 6 + i;
                String met = anybody % 12 == 0 ? "phone:c" + anybody / 12 % 5 : "phone:e" + anybody;
                sketch.call(sketch.entity("phone:taxi"), sketch.entity(met), START + day * DAY + 7L * i, 60);
            }
            for (int i = 0; i < 8; i++) {
                sketch.call(sketch.entity("phone:nervous"), sketch.entity("phone:d" + i), START + day * DAY + i, 60);
            }
        }
        CaseGraph graph = sketch.graph();
        CallIndex index = CallIndex.of(graph);

        List<EventReaction> found = EventReactions.find(
                index,
                Victims.of(graph),
                Instant.ofEpochSecond(START + 60 * DAY),
                Set.of(index.number(sketch.entity("phone:boss"))),
                Duration.ofDays(30),
                Duration.ofDays(9),
                Cancellation.NEVER);

        assertThat(found)
                .filteredOn(r -> r.score() > 0.5)
                .extracting(r -> r.number().value() + " " + r.kind())
                .contains("phone:quiet FALLS_SILENT", "phone:nervous BURST", "phone:heir TAKES_OVER_CONTACTS")
                .noneMatch(r -> r.startsWith("phone:steady") || r.startsWith("phone:boss"))
                .as("silent since long before, and who meets everybody")
                .noneMatch(r -> r.startsWith("phone:gone") || r.equals("phone:taxi TAKES_OVER_CONTACTS"));
    }

    @Test
    void reckonsCoverageOverThoseHeldTogether() {
        victims(9);
        for (int v = 0; v < 9; v++) {
            sketch.claim(
                    ClaimType.EXPLOITATION, "BY owner" + v / 5, "VICTIM victim" + v, "PREMISES premises:flat" + v / 5);
        }
        sketch.claim(
                ClaimType.PHONE,
                "SUBJECT phone:+401",
                "USER guard",
                "CONTACT phone:+40v0",
                "CONTACT phone:+40v1",
                "CONTACT phone:+40v2",
                "CONTACT phone:+40v3",
                "CONTACT phone:+40v4");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40v1", "USER victim1", "CONTACT phone:+401");

        assertThat(coverages()).filteredOn(c -> c.score() > 0.5).singleElement().satisfies(guard -> {
            assertThat(guard.holder()).isEqualTo(sketch.id("guard"));
            assertThat(guard.group()).isEqualTo("the victims held at flat0");
            assertThat(guard.held()).isEqualTo(5);
            assertThat(guard.known()).isEqualTo(5);
        });
    }

    @Test
    void setsThoseHeldAtOneTimeApartFromThoseHeldBeforeAndAfter() {
        victims(8);
        for (int v = 0; v < 8; v++) {
            String year = v < 4 ? "2021" : "2023";
            sketch.claim(
                    ClaimType.PREMISES,
                    "SUBJECT premises:flat",
                    "OCCUPANT victim" + v,
                    "from=" + year + "-01-01",
                    "to=" + year + "-12-31");
        }
        sketch.claim(
                ClaimType.PHONE,
                "SUBJECT phone:+401",
                "USER guard",
                "CONTACT phone:+40v4",
                "CONTACT phone:+40v5",
                "CONTACT phone:+40v6",
                "CONTACT phone:+40v7");

        assertThat(coverages()).singleElement().satisfies(guard -> {
            assertThat(guard.known()).isEqualTo(4);
            assertThat(guard.held()).isEqualTo(4);
        });
    }

    @Test
    void tellsWhoCallsVictimsDayByDayAndWhoKnewThemBeforeTheyLeft() {
        victims(3);
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER guard");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER friend");
        sketch.claim(ClaimType.JOURNEY, "WHO victim0", "WHO victim1", "from=2024-02-01");
        for (int day = 40; day < 70; day++) {
            sketch.call(sketch.entity("phone:+401"), sketch.entity("phone:+40v" + day % 3), START + day * DAY, 20);
        }
        sketch.call(sketch.entity("phone:+40v0"), sketch.entity("phone:+402"), START + DAY, 300);
        sketch.call(sketch.entity("phone:+402"), sketch.entity("phone:+40v1"), START + 2 * DAY, 300);
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);

        List<VictimContacts.VictimContact> found =
                VictimContacts.find(CallIndex.of(graph), actors, Victims.of(graph, actors), Cancellation.NEVER);

        assertThat(found)
                .filteredOn(c -> c.who().equals(sketch.id("guard")))
                .singleElement()
                .satisfies(guard -> {
                    assertThat(guard.daysCalled()).isEqualTo(30);
                    assertThat(guard.days()).isEqualTo(30);
                    assertThat(guard.victimsCalled()).isEqualTo(3);
                    assertThat(guard.shortShare()).isEqualTo(1);
                    assertThat(guard.knownBefore()).isZero();
                });
        assertThat(found)
                .filteredOn(c -> c.who().equals(sketch.id("friend")))
                .singleElement()
                .satisfies(friend -> assertThat(friend.knownBefore()).isEqualTo(2));
    }
}
