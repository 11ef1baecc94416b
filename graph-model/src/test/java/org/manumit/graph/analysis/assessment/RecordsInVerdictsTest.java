package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.graph.Certainty;
import org.manumit.graph.ClaimType;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.UnknownNumber;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseSketch;

/** What call records and transfers add to the verdicts, and for which time. */
final class RecordsInVerdictsTest {

    private static final long START = 1_704_067_200L;
    private static final long DAY = 86_400;

    private final CaseSketch sketch = new CaseSketch();

    private CaseAnalysis analyse(AnalysisParameters parameters) {
        return new CaseAnalyser().analyse(sketch.graph(), parameters, Progress.NONE, Cancellation.NEVER);
    }

    /** Two flats with five victims each, held by two people of one group; a victim watches over those of the first. */
    private void twoFlats() {
        for (int v = 0; v < 10; v++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT victim" + v, "status=victim");
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40v" + v, "USER victim" + v);
            sketch.claim(
                    ClaimType.EXPLOITATION, "BY owner" + v / 5, "VICTIM victim" + v, "PREMISES premises:flat" + v / 5);
        }
        for (int o = 0; o < 2; o++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT owner" + o, "status=suspect");
            sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40o" + o, "USER owner" + o);
        }
        sketch.claim(ClaimType.TIE, "WHO owner0", "WHOM owner1", "kind=business partner");
        sketch.claim(ClaimType.PERSON, "SUBJECT warden", "status=suspect; victim");
        sketch.claim(
                ClaimType.PHONE,
                "SUBJECT phone:+40w",
                "USER warden",
                "CONTACT phone:+40v0",
                "CONTACT phone:+40v1",
                "CONTACT phone:+40v2",
                "CONTACT phone:+40v3",
                "CONTACT phone:+40v4");
        for (int day = 0; day < 40; day++) {
            sketch.call(sketch.entity("phone:+40w"), sketch.entity("phone:+40v" + day % 5), START + day * DAY, 20);
        }
    }

    @Test
    void wardenWhoIsAVictimIsFoundAsControllerAndStaysAVictimFirst() {
        twoFlats();

        List<RoleFinding> roles = analyse(AnalysisParameters.ALL).networks().stream()
                .flatMap(n -> n.roles().stream())
                .filter(r -> r.entity().equals(sketch.id("warden")))
                .toList();

        assertThat(roles).extracting(RoleFinding::role).containsExactlyInAnyOrder(Role.VICTIM, Role.CONTROLLER);
        assertThat(roles)
                .filteredOn(r -> r.role() == Role.CONTROLLER)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.basis()).isEqualTo(RoleFinding.Basis.INFERRED);
                    assertThat(r.reasonsAgainst().getFirst().text()).contains("non-punishment");
                });
    }

    @Test
    void victimWhoOnlyCallsTheOthersIsNoController() {
        twoFlats();
        for (int day = 0; day < 40; day++) {
            sketch.call(
                    sketch.entity("phone:+40v9"), sketch.entity("phone:+40v" + (5 + day % 4)), START + day * DAY, 20);
        }

        assertThat(analyse(AnalysisParameters.ALL).networks())
                .flatExtracting(CaseAnalysis.Network::roles)
                .filteredOn(r -> r.entity().equals(sketch.id("victim9")))
                .extracting(RoleFinding::role)
                .containsOnly(Role.VICTIM);
    }

    @Test
    void unknownNumberThatAllSuspectsCallEveryWeekIsALead() {
        twoFlats();
        for (int week = 0; week < 12; week++) {
            for (int o = 0; o < 2; o++) {
                sketch.call(
                        sketch.entity("phone:+40head"),
                        sketch.entity("phone:+40o" + o),
                        START + week * 7L * DAY + o * 900L,
                        150);
            }
        }

        assertThat(analyse(AnalysisParameters.ALL).calls().leads())
                .extracting(UnknownNumber::number)
                .contains(sketch.id("phone:+40head"));
    }

    @Test
    void periodHoldsForCallsAndMoneyToo() {
        twoFlats();
        AnalysisParameters later = AnalysisParameters.ALL.within(Period.between(
                Optional.of(new PartialDate(
                        LocalDateTime.parse("2025-01-01T00:00"), PartialDate.Precision.DAY, Certainty.STATED)),
                Optional.empty()));

        CaseAnalysis analysis = analyse(later);

        // the calls were in 2024; the handset's list has no date, and who is a victim does not lapse
        assertThat(analysis.calls().coverages())
                .allSatisfy(c -> assertThat(c.called()).isZero());
        assertThat(analysis.networks())
                .flatExtracting(CaseAnalysis.Network::roles)
                .filteredOn(r -> r.role() == Role.VICTIM)
                .hasSize(11);
    }

    @Test
    void whoeverIsHandedTheWagesOfSeveralIsNearerToAnExploiterAndTheWorkersAreNot() {
        sketch.claim(ClaimType.PERSON, "SUBJECT ganger", "status=suspect");
        sketch.claim(ClaimType.ACCOUNT, "SUBJECT account:hand", "HOLDER ganger");
        for (int w = 0; w < 4; w++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT worker" + w, "status=victim");
            sketch.claim(ClaimType.ACCOUNT, "SUBJECT account:w" + w, "HOLDER worker" + w);
            for (int month = 1; month < 8; month++) {
                String amount = Integer.toString(900 + 37 * ((w * 5 + month * 3) % 11));
                sketch.transfer("account:farm", "account:w" + w, amount, "2024-0" + month + "-01");
                sketch.transfer(
                        "account:w" + w,
                        "account:hand",
                        Integer.toString(Integer.parseInt(amount) / 2),
                        "2024-0" + month + "-02");
            }
        }
        sketch.claim(ClaimType.EXPLOITATION, "BY ganger", "VICTIM worker0");

        CaseAnalysis analysis = analyse(AnalysisParameters.ALL);

        assertThat(analysis.moneyFindings())
                .filteredOn(f -> f.kind() == MoneyFinding.Kind.WAGE_SKIMMING)
                .singleElement()
                .satisfies(f -> assertThat(f.accounts()).containsExactly(sketch.id("ganger")));
        assertThat(analysis.networks())
                .flatExtracting(CaseAnalysis.Network::roles)
                .filteredOn(r -> r.role() == Role.EXPLOITER)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.entity()).isEqualTo(sketch.id("ganger"));
                    assertThat(r.reasonsFor()).extracting(Reason::criterion).contains("takes-wages");
                });
    }
}
