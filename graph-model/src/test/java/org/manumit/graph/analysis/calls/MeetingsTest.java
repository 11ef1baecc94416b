package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

class MeetingsTest {

    private static final long START = 1_700_000_000L;
    private static final long DAY = 86_400;

    private final List<Entity> entities = new ArrayList<>();
    private final CallTable.Builder calls = new CallTable.Builder();
    private int rows = 1;

    private int entity(EntityKind kind, String name) {
        EntityId id = EntityId.of(kind, name);
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i).id().equals(id)) {
                return i;
            }
        }
        entities.add(new Entity(id, kind, name, Entity.Standing.NAME_ONLY));
        return entities.size() - 1;
    }

    private void call(String from, String to, long time, String cell) {
        int call = calls.add(
                entity(EntityKind.PHONE, from),
                entity(EntityKind.PHONE, to),
                CallTable.Kind.CALL,
                time,
                60,
                new SourceId("a".repeat(64)),
                "",
                rows++);
        calls.equipment(call, CallTable.Equipment.FROM_CELL, entity(EntityKind.CELL_SITE, cell));
    }

    private CaseGraph graph() {
        return CaseGraph.of("test", List.of(), entities, List.of(), calls.build(), TransferTable.EMPTY);
    }

    private static List<Meeting> found(CaseGraph graph) {
        Actors actors = Actors.of(graph);
        return Meetings.find(
                CallIndex.of(graph),
                actors,
                Victims.of(graph, actors),
                number -> true,
                Duration.ofMinutes(15),
                20,
                Cancellation.NEVER);
    }

    @Test
    void twoWhoTravelTogetherAreFoundAmongTheTownsPeople() {
        Random random = new Random(5);
        for (int day = 0; day < 40; day++) {
            for (int person = 0; person < 30; person++) {
                for (int i = 0; i < 4; i++) {
                    call(
                            "+4930" + person,
                            "+4940" + random.nextInt(50),
                            START + day * DAY + random.nextInt((int) DAY),
                            "c" + (person % 6 + random.nextInt(3)));
                }
            }
            if (day % 5 == 0) {
                for (int stop = 0; stop < 4; stop++) {
                    long when = START + day * DAY + 30_000 + stop * 3_600L;
                    call("+4930100", "+4940" + random.nextInt(50), when, "road" + stop);
                    call("+4930200", "+4940" + random.nextInt(50), when + 300, "road" + stop);
                }
            }
        }

        assertThat(found(graph())).singleElement().satisfies(m -> {
            assertThat(Set.of(m.one().value(), m.other().value()))
                    .containsExactlyInAnyOrder("phone:+4930100", "phone:+4930200");
            assertThat(m.kind()).isEqualTo(Meeting.Kind.TRAVEL_TOGETHER);
            assertThat(m.days()).isEqualTo(8);
            assertThat(m.places()).isEqualTo(4);
            assertThat(m.reasons().getFirst().evidence()).isNotEmpty();
        });
    }

    @Test
    void neighboursWhoAreOftenAtTheSameAntennasAnywayDoNotMeet() {
        Random random = new Random(6);
        for (int day = 0; day < 60; day++) {
            for (int i = 0; i < 20; i++) {
                call("+49301", "+494099", START + day * DAY + random.nextInt((int) DAY), "home" + random.nextInt(2));
                call("+49302", "+494098", START + day * DAY + random.nextInt((int) DAY), "home" + random.nextInt(2));
            }
        }

        assertThat(found(graph())).isEmpty();
    }

    @Test
    void theTollTableAddsUp() {
        call("+49301", "+44201", START, "a");
        call("+49301", "+44201", START + 100, "a");
        call("+44201", "+49301", START + 200, "a");
        call("+49301", "+351210", START + 300, "a");
        call("+49302", "+351210", START + 400, "a");
        CallIndex index = CallIndex.of(graph());
        int one = index.number(entity(EntityKind.PHONE, "+49301"));
        int two = index.number(entity(EntityKind.PHONE, "+49302"));

        List<Toll> tolls = Toll.of(index, Set.of(one));

        assertThat(tolls).hasSize(2);
        assertThat(tolls.getFirst()).satisfies(t -> {
            assertThat(t.with().value()).isEqualTo("phone:+44201");
            assertThat(t.made()).isEqualTo(2);
            assertThat(t.received()).isEqualTo(1);
            assertThat(t.seconds()).isEqualTo(180);
        });
        assertThat(Toll.common(index, List.of(Set.of(one), Set.of(two))))
                .extracting(EntityId::value)
                .containsExactly("phone:+351210");
        assertThat(CountryCode.of(index)).extracting(CountryCode::code).containsExactly("49", "44", "351");
    }

    @Test
    void aRecordBetweenTwoNumbersOfACountryCountsOnce() {
        call("+49301", "+49302", START, "a");
        call("+49302", "+49301", START + 100, "a");
        call("+49301", "+44201", START + 200, "a");
        CallIndex index = CallIndex.of(graph());

        assertThat(CountryCode.of(index)).containsExactly(new CountryCode("49", 2, 3), new CountryCode("44", 1, 1));
    }

    @Test
    void somebodysCountriesAreThoseOfTheOthers() {
        call("+49301", "+49302", START, "a");
        call("+49301", "+44201", START + 100, "a");
        call("+49301", "+44201", START + 200, "a");
        CallIndex index = CallIndex.of(graph());
        int one = index.number(entity(EntityKind.PHONE, "+49301"));

        assertThat(CountryCode.of(index, Set.of(one)))
                .containsExactly(new CountryCode("44", 1, 2), new CountryCode("49", 1, 1));
    }

    @Test
    void aCountryCodeIsAsLongAsItsCountryHasIt() {
        assertThat(CountryCode.of("+12125550100")).contains("1");
        assertThat(CountryCode.of("+79161234567")).contains("7");
        assertThat(CountryCode.of("+40 21 123 45")).contains("40");
        assertThat(CountryCode.of("+373 22 123456")).contains("373");
        assertThat(CountryCode.of("0211 12345")).isEmpty();
        assertThat(CountryCode.of("Anna")).isEmpty();
    }
}
