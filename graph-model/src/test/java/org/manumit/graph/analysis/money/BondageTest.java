package org.manumit.graph.analysis.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

class BondageTest {

    private static final String PEOPLE = "mama: suspect; vera: victim; nina: victim; bank: company\n";

    private static List<MoneyFinding> found(CaseGraph graph, MoneyFinding.Kind kind) {
        Actors actors = Actors.of(graph);
        return MoneyAnalysis.analyse(
                        graph,
                        actors,
                        Victims.of(graph, actors),
                        MoneyParameters.USUAL,
                        Progress.NONE,
                        Cancellation.NEVER)
                .stream()
                .filter(f -> f.kind() == kind)
                .toList();
    }

    private static List<MoneyFinding> debts(String text) {
        return found(NetworkText.network(PEOPLE + text), MoneyFinding.Kind.DEBT_GROWTH);
    }

    @Test
    void aDebtThatGrowsIsTold() {
        assertThat(debts("""
                mama -lends-> vera {amount=5000, currency=EUR, date=2023-01-01}
                mama -lends-> vera {amount=9000, currency=EUR, date=2023-06-01}
                """)).singleElement().satisfies(f -> {
            assertThat(f.accounts()).extracting(Object::toString).containsExactly("person:mama");
            assertThat(f.reasons()).extracting(Reason::criterion).containsExactly("debt-grows");
            assertThat(f.reasons().getFirst().text()).contains("5000", "9000");
            assertThat(f.reasons().getFirst().evidence()).hasSize(2);
        });
    }

    @Test
    void aDebtClaimedThoughItWasPaidOffIsTold() {
        assertThat(debts("mama -lends-> vera {amount=8000, currency=EUR, paid so far=4000, true cost=1500}"))
                .singleElement()
                .satisfies(f -> assertThat(f.reasons())
                        .extracting(Reason::criterion)
                        .contains("debt-paid-off", "debt-above-cost"));
        assertThat(debts("""
                mama -lends-> vera {amount=2000, currency=EUR, true cost=1800}
                vera -pays debt-> mama {amount=950, currency=EUR, times=2}
                """)).singleElement().satisfies(f -> assertThat(f.reasons())
                .extracting(Reason::criterion)
                .containsExactly("debt-paid-off"));
    }

    @Test
    void anOrdinaryLoanThatIsPaidBackIsNot() {
        assertThat(debts("""
                bank -lends-> vera {amount=2000, currency=EUR, date=2023-01-01, true cost=1900}
                bank -lends-> vera {amount=1500, currency=EUR, date=2023-06-01, paid so far=500}
                """)).isEmpty();
    }

    @Test
    void aVictimIsNeverToldAsACreditor() {
        assertThat(debts("""
                vera -lends-> nina {amount=100, currency=EUR, date=2023-01-01}
                vera -lends-> nina {amount=900, currency=EUR, date=2023-02-01}
                """)).isEmpty();
    }

    @Test
    void earningsTakenFromVictimsAreTold() {
        List<MoneyFinding> taken = found(
                NetworkText.network(PEOPLE
                        + "mama -exploits in DE-> vera, nina {earned=200, kept by victim=20, currency=EUR, per=day}"),
                MoneyFinding.Kind.WAGE_SKIMMING);
        List<MoneyFinding> fair = found(
                NetworkText.network(
                        PEOPLE + "mama -exploits in DE-> vera {earned=200, kept by victim=150, currency=EUR, per=day}"),
                MoneyFinding.Kind.WAGE_SKIMMING);

        assertThat(taken)
                .singleElement()
                .satisfies(f -> assertThat(f.reasons().getFirst().text()).contains("mama", "2 people", "keep 20"));
        assertThat(fair).isEmpty();
    }

    /** Five wages of two victims, of which most goes on to a third within days. */
    private static CaseGraph wages(String taker, int days) {
        CaseGraph people = NetworkText.network(PEOPLE + taker + ": unknown; farm: company");
        TransferTable.Builder transfers = new TransferTable.Builder();
        int row = 1;
        for (String victim : List.of("vera", "nina")) {
            for (int month = 0; month < 5; month++) {
                long payday = 1_700_000_000L + month * 30L * 86_400L;
                add(people, transfers, "farm", victim, "1000.00", payday, row++);
                add(people, transfers, victim, taker, "700.00", payday + days * 86_400L, row++);
            }
        }
        return CaseGraph.of(
                "test", people.sources(), people.entities(), people.claims(), people.calls(), transfers.build());
    }

    private static void add(
            CaseGraph people,
            TransferTable.Builder transfers,
            String from,
            String to,
            String amount,
            long time,
            int row) {
        transfers.add(
                index(people, from),
                index(people, to),
                new BigDecimal(amount),
                "EUR",
                time,
                TransferTable.TimeBasis.INSTANT,
                people.claims().getFirst().provenance().source(),
                "transfers",
                row);
    }

    private static int index(CaseGraph graph, String label) {
        for (int i = 0; i < graph.entities().size(); i++) {
            if (graph.entity(i).label().equals(label)) {
                return i;
            }
        }
        throw new AssertionError(label);
    }

    @Test
    void wagesOfSeveralVictimsThatGoOnToOneAreTold() {
        assertThat(found(wages("ganger", 2), MoneyFinding.Kind.WAGE_SKIMMING))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.accounts()).extracting(Object::toString).containsExactly("person:ganger");
                    assertThat(f.reasons()).extracting(Reason::criterion).containsExactly("wages-forwarded");
                });
        assertThat(found(wages("shop", 14), MoneyFinding.Kind.WAGE_SKIMMING)).isEmpty();
    }

    @Test
    void whoeverTakesEarningsIsToldOnceHoweverItIsFound() {
        CaseGraph paid = wages("ganger", 2);
        CaseGraph stated = NetworkText.network(PEOPLE
                + "ganger: unknown; farm: company\n"
                + "ganger -exploits in DE-> vera, nina {earned=200, kept by victim=20, currency=EUR, per=day}");
        CaseGraph graph =
                CaseGraph.of("test", paid.sources(), paid.entities(), stated.claims(), paid.calls(), paid.transfers());

        assertThat(found(graph, MoneyFinding.Kind.WAGE_SKIMMING))
                .singleElement()
                .satisfies(f -> assertThat(f.reasons())
                        .extracting(Reason::criterion)
                        .contains("earnings-taken", "wages-forwarded"));
    }

    @Test
    void theProfitIsARangeWithItsAssumptions() {
        CaseGraph graph = NetworkText.network(PEOPLE
                + "mama -exploits in DE-> vera, nina "
                + "{earned=200, kept by victim=50, currency=EUR, per=day, from=2023-01-01, to=2023-01-28}");
        Actors actors = Actors.of(graph);

        assertThat(ProfitEstimate.of(graph, actors, Victims.of(graph, actors)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.by()).extracting(Object::toString).containsExactly("person:mama");
                    // 28 days: 150 a day on 20 of them at least, 150 from each of two on all of them at most
                    assertThat(p.least()).isEqualByComparingTo("3000");
                    assertThat(p.most()).hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("8400"));
                    assertThat(p.assumptions()).hasSize(2);
                    assertThat(p.evidence()).hasSize(1);
                });
    }

    @Test
    void withoutAnEndTheProfitHasNoUpperBound() {
        CaseGraph graph = NetworkText.network(
                PEOPLE + "mama -exploits in DE-> vera {earned=3000, currency=EUR, per=month, from=2023-01}");
        Actors actors = Actors.of(graph);

        assertThat(ProfitEstimate.of(graph, actors, Victims.of(graph, actors)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.least()).isEqualByComparingTo("3000");
                    assertThat(p.most()).isEmpty();
                });
    }
}
