package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manumit.graph.Certainty;
import org.manumit.graph.ClaimType;

class VictimsTest {

    private final CaseSketch sketch = new CaseSketch();

    @Test
    void takesWhoeverAnySourceCallsAVictimForOne() {
        sketch.claim(ClaimType.PERSON, "SUBJECT status", "status=Witness; Victim");
        sketch.claim(ClaimType.PERSON, "SUBJECT presumed", "status=presumed victim");
        sketch.claim(ClaimType.PERSON, "SUBJECT doubtful", "status=victim?");
        sketch.claim(ClaimType.EXPLOITATION, "VICTIM exploited", "BY boss");
        sketch.claim(ClaimType.RECRUITMENT, "VICTIM recruited", "BY boss");
        sketch.claim(ClaimType.ROLE, "WHO role", "role=VICTIM");
        sketch.claim(ClaimType.ROLE, "WHO boss", "role=exploiter", "VICTIM theirs ?");
        sketch.claim(ClaimType.PERSON, "SUBJECT other", "status=suspect; smuggled migrant");

        Victims victims = Victims.of(sketch.graph());

        assertThat(victims.entities().mapToObj(sketch.graph()::entity).map(e -> e.label()))
                .containsExactly("status", "presumed", "doubtful", "exploited", "recruited", "role", "theirs");
        assertThat(victims.isVictim(sketch.id("boss"))).isFalse();
        assertThat(victims.all())
                .filteredOn(v -> v.certainty() == Certainty.PRESUMED)
                .extracting(v -> sketch.graph().entity(v.entity()).label())
                .containsExactly("presumed", "doubtful", "theirs");
    }

    @Test
    void keepsAVictimWhoWasMadeToRecruitAVictim() {
        sketch.claim(ClaimType.PERSON, "SUBJECT mira", "status=suspect");
        sketch.claim(ClaimType.EXPLOITATION, "VICTIM mira", "BY boss");
        sketch.claim(ClaimType.ROLE, "WHO mira", "role=recruiter");

        Victims victims = Victims.of(sketch.graph());

        assertThat(victims.isVictim(sketch.entity("mira"))).isTrue();
        assertThat(victims.claims(sketch.entity("mira"))).hasSize(1);
    }

    @Test
    void protectsVictimsNumbersAndNamesOnRecords() {
        sketch.claim(ClaimType.PERSON, "SUBJECT mira", "name=Mira Dobre", "status=victim");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER mira");
        int sender = sketch.nameOnly("n", "DOBRE, MIRA");

        Victims victims = Victims.of(sketch.graph());

        assertThat(victims.isProtected(sketch.entity("phone:+401"))).isTrue();
        assertThat(victims.isVictim(sketch.entity("phone:+401"))).isFalse();
        assertThat(victims.isVictim(sender)).isTrue();
    }

    @Test
    void protectsAVictimsNumberWrittenWithoutItsCountry() {
        sketch.claim(ClaimType.PERSON, "SUBJECT mira", "name=Mira Dobre", "status=victim");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40722333444", "USER mira");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:0722333444", "USER boss");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:0040722333444", "USER boss");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:0722333445", "USER boss");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:333444", "USER boss");

        Victims victims = Victims.of(sketch.graph());

        assertThat(victims.isProtected(sketch.entity("phone:0722333444"))).isTrue();
        assertThat(victims.isProtected(sketch.entity("phone:0040722333444"))).isTrue();
        assertThat(victims.isProtected(sketch.entity("phone:0722333445"))).isFalse();
        assertThat(victims.isProtected(sketch.entity("phone:333444"))).isFalse();
    }
}
