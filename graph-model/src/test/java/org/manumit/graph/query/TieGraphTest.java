package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.TransferTable;

class TieGraphTest {

    private final CaseSketch sketch = new CaseSketch();

    private TieGraph actors() {
        return TieGraph.of(sketch.graph(), TieOptions.ACTORS);
    }

    private static String ties(TieGraph graph) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < graph.tieCount(); t++) {
            text.append(graph.entity(graph.one(t)).label())
                    .append('-')
                    .append(graph.entity(graph.other(t)).label())
                    .append(' ')
                    .append(graph.evidenceCount(t))
                    .append(graph.isPresumed(t) ? "?" : "")
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void holdsExactlyTheNodesAndTiesOfAnEdgeList() {
        sketch.entity("alone");
        sketch.claim(ClaimType.TIE, "WHO x1", "WHOM x2");
        sketch.claim(ClaimType.TIE, "WHO x2", "WHOM x1");
        sketch.claim(ClaimType.TIE, "WHO x2", "WHOM x3");
        sketch.claim(ClaimType.TIE, "WHO x3", "WHOM x3");

        for (TieOptions options : Set.of(TieOptions.ACTORS, TieOptions.ENTITIES)) {
            TieGraph graph = TieGraph.of(sketch.graph(), options);

            assertThat(graph.nodeCount()).isEqualTo(4);
            assertThat(ties(graph)).isEqualTo("x1-x2 2\nx2-x3 1\n");
            assertThat(graph.selfTies()).isEqualTo(1);
            assertThat(graph.claims(0)).hasSize(2);
            assertThat(graph.neighbours(graph.node(sketch.entity("x2")).orElseThrow()))
                    .containsExactly(
                            graph.node(sketch.entity("x1")).orElseThrow(),
                            graph.node(sketch.entity("x3")).orElseThrow());
        }
    }

    @Test
    void mergesNumbersIntoTheirUsersOfTheDay() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "to=2024-05-31");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boris", "from=2024-06-01");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER clara");
        sketch.call("phone:+401", "phone:+402", "2024-05-01T10:00:00Z", 60);
        sketch.call("phone:+402", "phone:+401", "2024-07-01T10:00:00Z", 60);
        sketch.call("phone:+402", "phone:+409", "2024-07-01T10:00:00Z", 60);

        TieGraph graph = actors();

        assertThat(ties(graph)).isEqualTo("anna-clara 1\nboris-clara 1\nclara-+409 1\n");
        assertThat(graph.calls(0)).containsExactly(0);
        assertThat(graph.evidence(1, 10)).containsExactly(graph.graph().calls().claim(1));
    }

    @Test
    void keepsASharedNumberTiedToAllWhoShareIt() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER anna", "USER boris");
        sketch.call("phone:+401", "phone:+402", "2024-05-01T10:00:00Z", 60);

        assertThat(ties(actors())).isEqualTo("+401-anna 1\n+401-boris 1\n+401-+402 1\nanna-boris 1\n");
    }

    @Test
    void tiesAllWhoHaveToDoWithPremisesToWhoeverRunsThem() {
        sketch.claim(
                ClaimType.PREMISES,
                "SUBJECT premises:flat",
                "RUN_BY boss",
                "OWNER landlord ?",
                "PAYER p",
                "OCCUPANT v");

        assertThat(ties(actors())).isEqualTo("boss-landlord 1?\nboss-p 1\nboss-v 1\n");
    }

    @Test
    void tiesWhoseNumbersAreHeldInAHandset() {
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+401", "USER boss", "CONTACT phone:+402", "CONTACT phone:+403");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+402", "USER mira");

        assertThat(ties(actors())).isEqualTo("boss-+403 1\nboss-mira 1\n");
    }

    @Test
    void tiesNobodyByTheNamesThatATransferShows() {
        int transfer = sketch.transfer("boss", "account:A", "100", "2024-01-02");
        sketch.nominal(transfer, "mira", "");

        TieGraph graph = actors();

        assertThat(ties(graph)).isEqualTo("boss-A 1\n");
        assertThat(graph.degree(graph.node(sketch.entity("mira")).orElseThrow()))
                .isZero();
    }

    @Test
    void skipsTransfersOfWhichOneEndIsNotNamed() {
        sketch.transfer(-1, sketch.entity("account:A"), "100", 0, TransferTable.TimeBasis.DATE);

        assertThat(actors().tieCount()).isZero();
    }

    @Test
    void leavesOutWhatLiesOutsideTheTimeAskedFor() {
        sketch.claim(ClaimType.TIE, "WHO a", "WHOM b", "from=2024-01", "to=2024-02");
        sketch.claim(ClaimType.TIE, "WHO a", "WHOM c", "from=2024-05");
        sketch.claim(ClaimType.TIE, "WHO a", "WHOM d");
        sketch.call("a", "e", "2024-04-01T00:00:00Z", 1);
        sketch.call("a", "f", "2024-05-01T00:00:00Z", 1);
        sketch.call("a", "g", "", 1);
        TimeWindow april =
                TimeWindow.between(Instant.parse("2024-04-01T00:00:00Z"), Instant.parse("2024-05-01T00:00:00Z"));

        TieGraph graph = TieGraph.of(sketch.graph(), TieOptions.ACTORS.within(april));

        assertThat(ties(graph)).isEqualTo("a-d 1\na-e 1\n");
        assertThat(graph.undatedRecords()).isEqualTo(1);
    }

    @Test
    void leavesOutKindsNotAskedFor() {
        sketch.claim(ClaimType.TIE, "WHO a", "WHOM b");
        sketch.claim(ClaimType.TIE, "WHO a", "WHOM d", "nature=Incidental");
        sketch.claim(ClaimType.DEBT, "DEBTOR a", "CREDITOR c");
        sketch.call("a", "e", "2024-04-01T00:00:00Z", 1);
        CaseGraph graph = sketch.graph();

        assertThat(ties(TieGraph.of(
                        graph,
                        TieOptions.ACTORS
                                .from(Set.of(ClaimType.TIE))
                                .fromRecords(Set.of())
                                .withoutIncidental())))
                .isEqualTo("a-b 1\n");
    }

    @Test
    void mergesANameOnARecordIntoItsOnlyBearer() {
        sketch.claim(ClaimType.PERSON, "SUBJECT p1", "name=Ana Pop");
        int name = sketch.nameOnly("n", "ANA POP");
        sketch.transfer(name, sketch.entity("account:A"), "10", 0, TransferTable.TimeBasis.STEP);

        TieGraph graph = actors();

        assertThat(graph.node(name)).isEmpty();
        assertThat(graph.nodeBehind(name)).isEqualTo(graph.node(sketch.entity("p1")));
        assertThat(graph.graph().entity(name).standing()).isEqualTo(Entity.Standing.NAME_ONLY);
        assertThat(ties(graph)).isEqualTo("p1-A 1\n");
    }
}
