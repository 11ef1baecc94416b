package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.ClaimType;

class ActorsTest {

    private final CaseSketch sketch = new CaseSketch();

    private static long at(String moment) {
        return Instant.parse(moment).getEpochSecond();
    }

    @Test
    void namesTheUserOfANumber() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40722000001", "USER anna");
        int number = sketch.entity("phone:+40722000001");
        CaseGraph graph = sketch.graph();

        Actors actors = Actors.of(graph);

        assertThat(actors.actorOf(number)).isEqualTo(sketch.entity("anna"));
        assertThat(actors.isResolved(number)).isTrue();
        assertThat(actors.linksOf(number)).singleElement().satisfies(link -> {
            assertThat(link.basis()).isEqualTo(Actors.Basis.PHONE_USER);
            assertThat(link.claim().flatMap(graph::claim)).isPresent();
        });
    }

    @Test
    void letsANumberOfNobodyStandForItsUnknownUser() {
        int number = sketch.entity("phone:+40722000009");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorOf(number)).isEqualTo(number);
        assertThat(actors.isResolved(number)).isFalse();
    }

    @Test
    void followsANumberFromHandToHand() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "from=2024-01-01");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boris", "from=2024-06-01", "to=open");
        int number = sketch.entity("phone:+401");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorAt(number, at("2024-03-01T00:00:00Z"))).isEqualTo(sketch.entity("anna"));
        assertThat(actors.actorAt(number, at("2024-07-01T00:00:00Z"))).isEqualTo(sketch.entity("boris"));
        assertThat(actors.actorAt(number, at("2023-07-01T00:00:00Z"))).isEqualTo(number);
        assertThat(actors.actorAt(number, CallTable.NO_TIME)).isEqualTo(number);
        assertThat(actors.actorOf(number)).isEqualTo(number);
    }

    @Test
    void readsPeriodsInTheTimeZoneOfTheCase() {
        sketch.claim(ClaimType.CASE, "key=Time zone", "value=Europe/Bucharest");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "from=2024-01-01", "to=2024-01-31");
        int number = sketch.entity("phone:+401");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorAt(number, at("2023-12-31T22:00:00Z"))).isEqualTo(sketch.entity("anna"));
        assertThat(actors.actorAt(number, at("2024-01-31T22:00:00Z"))).isEqualTo(number);
    }

    @Test
    void laysACallOfASharedNumberAtNobodysDoor() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "USER boris");
        int number = sketch.entity("phone:+401");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorAt(number, at("2024-03-01T00:00:00Z"))).isEqualTo(number);
        assertThat(actors.candidates(number)).containsExactly(sketch.entity("anna"), sketch.entity("boris"));
    }

    @Test
    void prefersAStatedUserToAPresumedOne() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boris ?");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorAt(sketch.entity("phone:+401"), at("2024-03-01T00:00:00Z")))
                .isEqualTo(sketch.entity("anna"));
    }

    @Test
    void setsWhoProfitsFromAnAccountBeforeWhoseNameItBears() {
        sketch.claim(ClaimType.ACCOUNT, "SUBJECT account:A1", "HOLDER victim", "BENEFICIARY boss");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorOf(sketch.entity("account:A1"))).isEqualTo(sketch.entity("boss"));
    }

    @Test
    void findsWhoStandsBehindAnAdvertThroughItsNumber() {
        sketch.claim(ClaimType.ADVERT, "SUBJECT advert:A", "NUMBER phone:+401");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "HANDSET handset:35");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorOf(sketch.entity("advert:A"))).isEqualTo(sketch.entity("anna"));
        assertThat(actors.actorOf(sketch.entity("handset:35"))).isEqualTo(sketch.entity("anna"));
    }

    @Test
    void presumesANameOnARecordToBeItsOnlyBearer() {
        sketch.claim(ClaimType.PERSON, "SUBJECT p1", "name=Ana P\u0103unescu", "aliases=Anca; Annie?");
        int sender = sketch.nameOnly("sender", "PAUNESCU, ANA");
        int alias = sketch.nameOnly("alias", "annie");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorOf(sender)).isEqualTo(sketch.entity("p1"));
        assertThat(actors.actorOf(alias)).isEqualTo(sketch.entity("p1"));
        assertThat(actors.linksOf(sender)).singleElement().satisfies(link -> {
            assertThat(link.basis()).isEqualTo(Actors.Basis.SAME_NAME);
            assertThat(link.certainty()).isEqualTo(Certainty.PRESUMED);
        });
    }

    @Test
    void presumesNothingOfANameThatTwoBear() {
        sketch.claim(ClaimType.PERSON, "SUBJECT p1", "name=Ion Pop");
        sketch.claim(ClaimType.PERSON, "SUBJECT p2", "name=Marin Radu", "aliases=Ion Pop");
        int sender = sketch.nameOnly("sender", "Ion Pop");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorOf(sender)).isEqualTo(sender);
    }

    @Test
    void survivesThingsThatPointAtEachOther() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "HANDSET handset:35", "USER anna", "to=2024-01");
        sketch.claim(ClaimType.ADVERT, "SUBJECT advert:A", "NUMBER phone:+401", "PLACED_BY anna");

        Actors actors = Actors.of(sketch.graph());

        assertThat(actors.actorAt(sketch.entity("handset:35"), at("2025-01-01T00:00:00Z")))
                .isEqualTo(sketch.entity("handset:35"));
    }

    @Test
    void lentNamesOnSlipsDoNotPutAUsersNumberInDoubt() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boss");
        for (int v = 0; v < 3; v++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT victim" + v, "name=Vera " + v, "status=victim");
            sketch.nameOnly("slip" + v, "Vera " + v);
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER slip" + v);
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER slip" + v);
        }
        sketch.nameOnly("own", "Vera 0");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+403", "USER own");
        CaseGraph graph = sketch.graph();

        Actors actors = Actors.of(graph);
        Victims victims = Victims.of(graph, actors);

        assertThat(actors.actorOf(sketch.entity("phone:+401"))).isEqualTo(sketch.entity("boss"));
        assertThat(victims.isProtected(sketch.entity("phone:+401"))).isFalse();
        // given by three on slips: the number of whoever sends the money
        assertThat(actors.isResolved(sketch.entity("phone:+402"))).isFalse();
        assertThat(victims.isProtected(sketch.entity("phone:+402"))).isFalse();
        assertThat(victims.isProtected(sketch.entity("phone:+403"))).isTrue();
    }
}
