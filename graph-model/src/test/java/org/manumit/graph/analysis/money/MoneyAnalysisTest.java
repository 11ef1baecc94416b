package org.manumit.graph.analysis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.money.MoneyFinding.Kind;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseSketch;
import org.manumit.graph.query.Victims;

class MoneyAnalysisTest {

    private static final long START = 1_704_067_200L;
    private static final int HOUSEHOLDS = 120;

    private final CaseSketch sketch = new CaseSketch();
    private final Random random = new Random(17);

    private List<MoneyFinding> found() {
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);
        List<MoneyFinding> found = MoneyAnalysis.analyse(
                graph, actors, Victims.of(graph, actors), MoneyParameters.USUAL, Progress.NONE, Cancellation.NEVER);
        assertThat(found)
                .flatExtracting(MoneyFinding::reasons)
                .extracting(Reason::text)
                .allMatch(text -> text.endsWith("."));
        return found;
    }

    private List<MoneyFinding> found(Kind kind) {
        return found().stream().filter(f -> f.kind() == kind).toList();
    }

    private void pay(String from, String to, double amount, double day) {
        sketch.transfer(
                sketch.entity("account:" + from),
                sketch.entity("account:" + to),
                String.format("%.2f", amount),
                START + (long) (day * 86_400),
                TransferTable.TimeBasis.INSTANT);
    }

    /** Wages, rent, shopping, a few loans between friends: a year of a small town. */
    private void ordinaryLife() {
        for (int h = 0; h < HOUSEHOLDS; h++) {
            String home = "home" + h;
            double wage = 900 + random.nextInt(2500);
            double rent = 300 + random.nextInt(600);
            for (int month = 0; month < 12; month++) {
                pay("employer" + h % 6, home, wage * (0.98 + 0.04 * random.nextDouble()), month * 30 + 1);
                pay(home, "landlord" + h % 15, rent, month * 30 + 3 + random.nextInt(2));
                pay(home, "power", 40 + random.nextInt(60), month * 30 + 10);
                for (int i = 0; i < 6; i++) {
                    pay(home, "shop" + random.nextInt(12), 5 + random.nextInt(120), month * 30 + random.nextInt(30));
                }
            }
            for (int i = 0; i < 3; i++) {
                pay(
                        home,
                        "home" + (h + 1 + random.nextInt(HOUSEHOLDS - 1)) % HOUSEHOLDS,
                        20 + random.nextInt(300),
                        random.nextInt(360));
            }
        }
        for (int shop = 0; shop < 12; shop++) {
            for (int week = 0; week < 50; week++) {
                pay("shop" + shop, "wholesaler" + shop % 3, 200 + random.nextInt(900), week * 7 + random.nextInt(3));
            }
        }
    }

    @Test
    void keepsQuietAboutOrdinaryLife() {
        ordinaryLife();

        assertThat(found()).as("false alarms").isEmpty();
    }

    @Test
    void findsAPercentageThatFollowsTheTakings() {
        ordinaryLife();
        for (int week = 0; week < 20; week++) {
            double takings = 0;
            for (int i = 0; i < 5; i++) {
                double amount = 200 + random.nextInt(1800);
                takings += amount;
                pay("customer" + random.nextInt(40), "operator", amount, week * 7 + i);
            }
            pay("operator", "sponsor", takings * 0.1, week * 7 + 6);
            pay("operator", "landlord1", 700, week * 7 + 6.1);
        }

        assertThat(found(Kind.UPWARD_SHARE)).singleElement().satisfies(share -> {
            assertThat(share.accounts()).containsExactly(sketch.id("account:operator"), sketch.id("account:sponsor"));
            assertThat(share.score()).isGreaterThan(0.8);
            assertThat(share.reasons().getFirst().text()).contains("10.0 %");
            assertThat(share.reasons().getFirst().evidence()).hasSize(20);
        });
    }

    @Test
    void findsAPercentageOfEachSumAmongOtherReceipts() {
        ordinaryLife();
        for (int deal = 0; deal < 9; deal++) {
            double sum = 300 + random.nextInt(2000);
            double day = 20 + deal * 30 + random.nextInt(10);
            pay("customer" + deal, "home7", sum, day);
            pay("home" + (10 + random.nextInt(20)), "home7", 100 + random.nextInt(900), day + 0.3);
            pay("home7", "boss", sum * 0.25, day + 0.5 + random.nextDouble());
        }

        assertThat(found(Kind.UPWARD_SHARE)).singleElement().satisfies(share -> {
            assertThat(share.accounts()).containsExactly(sketch.id("account:home7"), sketch.id("account:boss"));
            assertThat(share.reasons().getFirst().text()).contains("25.0 % of a sum");
        });
    }

    @Test
    void takesAFixedSumPaidAfterEachReceiptForNoPercentage() {
        ordinaryLife();
        for (int deal = 0; deal < 9; deal++) {
            double day = 20 + deal * 30 + random.nextInt(10);
            pay("customer" + deal, "home7", 300 + random.nextInt(2000), day);
            pay("home7", "lender", 150, day + 0.5 + random.nextDouble());
        }

        assertThat(found(Kind.UPWARD_SHARE)).isEmpty();
    }

    @Test
    void believesASharedProfitThatTheCaseFileStates() {
        sketch.claim(ClaimType.PAYMENT, "PAYER crew", "PAYEE boss", "share=10", "purpose=profit share");
        sketch.claim(ClaimType.PAYMENT, "PAYER crew", "PAYEE baker", "purpose=wage");

        assertThat(found()).singleElement().satisfies(share -> {
            assertThat(share.kind()).isEqualTo(Kind.UPWARD_SHARE);
            assertThat(share.accounts()).containsExactly(sketch.id("crew"), sketch.id("boss"));
            assertThat(share.reasons())
                    .extracting(Reason::text)
                    .containsExactly("crew pays boss a share of the proceeds (10 %).");
        });
    }

    @Test
    void findsManySendersAtOnce() {
        ordinaryLife();
        for (int i = 0; i < 14; i++) {
            pay("home" + 3 * i, "collector", 400 + random.nextInt(200), 200 + random.nextDouble() * 2);
        }

        assertThat(found()).singleElement().satisfies(fan -> {
            assertThat(fan.kind()).isEqualTo(Kind.FAN_IN);
            assertThat(fan.accounts()).hasSize(15).endsWith(sketch.id("account:collector"));
        });
    }

    @Test
    void findsManyRecipientsAtOnceOfWhoeverAlsoShops() {
        ordinaryLife();
        for (int i = 0; i < 100; i++) {
            pay("home5", "shop" + random.nextInt(12), 5 + random.nextInt(120), random.nextInt(360));
        }
        for (int i = 0; i < 9; i++) {
            pay("home5", "mule" + i, 400 + random.nextInt(200), 200 + random.nextDouble() * 2);
        }

        assertThat(found(Kind.FAN_OUT))
                .singleElement()
                .satisfies(fan -> assertThat(fan.accounts()).hasSize(10).startsWith(sketch.id("account:home5")));
    }

    @Test
    void findsManyRecipientsAtOnce() {
        ordinaryLife();
        for (int i = 0; i < 14; i++) {
            pay("boss", "mule" + i, 400 + random.nextInt(200), 200 + random.nextDouble() * 2);
        }

        assertThat(found(Kind.FAN_OUT))
                .singleElement()
                .satisfies(fan -> assertThat(fan.accounts()).hasSize(15).startsWith(sketch.id("account:boss")));
    }

    @Test
    void findsMoneyThatComesBack() {
        ordinaryLife();
        double amount = 8_000;
        for (int i = 0; i < 4; i++) {
            pay("ring" + i, "ring" + (i + 1) % 4, amount, 100 + 3 * i);
            amount *= 0.97;
        }

        assertThat(found(Kind.CYCLE)).singleElement().satisfies(cycle -> assertThat(cycle.accounts())
                .containsExactly(
                        sketch.id("account:ring0"),
                        sketch.id("account:ring1"),
                        sketch.id("account:ring2"),
                        sketch.id("account:ring3")));
    }

    @Test
    void takesNoRoundForACycleWhenItsStepsRunAgainstTime() {
        for (int i = 0; i < 4; i++) {
            pay("ring" + i, "ring" + (i + 1) % 4, 8_000, 100 - 3 * i);
        }

        assertThat(found(Kind.CYCLE)).isEmpty();
    }

    @Test
    void findsMoneyThatLeavesAtOnce() {
        ordinaryLife();
        for (int i = 0; i < 8; i++) {
            double amount = 1_000 + random.nextInt(3_000);
            pay("source" + i, "mule", amount, 40 * i + 1);
            pay("mule", "abroad", amount * 0.95, 40 * i + 2);
        }

        assertThat(found(Kind.PASS_THROUGH)).singleElement().satisfies(pass -> {
            assertThat(pass.accounts()).contains(sketch.id("account:mule")).endsWith(sketch.id("account:abroad"));
            assertThat(pass.score()).isGreaterThan(0.7);
        });
    }

    @Test
    void findsSumsPassedOnByAnAccountThatHasOtherBusinessToo() {
        ordinaryLife();
        for (int i = 0; i < 6; i++) {
            pay("mule payer" + i, "home7", 4000 + 300 * i, 20 + i * 50);
            pay("home7", "mule payee" + i, (4000 + 300 * i) * 0.95, 20.8 + i * 50);
        }

        assertThat(found(Kind.PASS_THROUGH)).singleElement().satisfies(pass -> assertThat(pass.accounts())
                .contains(sketch.id("account:home7")));
    }

    @Test
    void findsSumsKeptBelowTheThreshold() {
        ordinaryLife();
        for (int i = 0; i < 6; i++) {
            pay("courier", "boss", 9_400 + random.nextInt(590), 50 + 3 * i);
        }
        for (int month = 0; month < 12; month++) {
            pay("firm", "lessor", 9_500, 30 * month);
        }

        assertThat(found(Kind.STRUCTURING)).singleElement().satisfies(s -> assertThat(s.accounts())
                .containsExactly(sketch.id("account:courier"), sketch.id("account:boss")));
    }

    @Test
    void accusesTheRecipientAndNeverTheVictimsInWhoseNamesMoneyIsSent() {
        for (int v = 0; v < 3; v++) {
            sketch.claim(ClaimType.PERSON, "SUBJECT victim" + v, "status=victim");
            int transfer = sketch.transfer("driver", "boss", "300", "2024-02-0" + (v + 1));
            sketch.nominal(transfer, "victim" + v, "");
        }

        assertThat(found(Kind.NOMINEE_SENDER)).singleElement().satisfies(nominee -> {
            assertThat(nominee.accounts()).containsExactly(sketch.id("driver"), sketch.id("boss"));
            assertThat(nominee.reasons())
                    .extracting(Reason::criterion)
                    .containsExactly("sent-in-other-names", "sent-in-victims-names");
        });
        assertThat(found().stream().flatMap(f -> f.accounts().stream()))
                .doesNotContain(sketch.id("victim0"), sketch.id("victim1"), sketch.id("victim2"));
    }

    @Test
    void findsMoneyThatComesBackThoughAStepWasSplit() {
        ordinaryLife();
        pay("ring0", "ring1", 8_000, 100);
        pay("ring1", "ring2", 4_400, 102);
        pay("ring1", "ring2", 3_400, 103);
        pay("ring2", "ring0", 7_600, 106);

        assertThat(found(Kind.CYCLE)).singleElement().satisfies(cycle -> {
            assertThat(cycle.accounts())
                    .containsExactly(
                            sketch.id("account:ring0"), sketch.id("account:ring1"), sketch.id("account:ring2"));
            assertThat(cycle.reasons().getFirst().evidence()).hasSize(4);
        });
    }

    @Test
    void findsManySendersOverTwoWeeks() {
        ordinaryLife();
        for (int i = 0; i < 16; i++) {
            pay("home" + 3 * i, "collector", 500 + random.nextInt(400), 200 + 0.6 * i);
        }

        assertThat(found(Kind.FAN_IN)).singleElement().satisfies(fan -> assertThat(fan.accounts())
                .endsWith(sketch.id("account:collector")));
    }

    @Test
    void takesACollectionForAPresentForWhatItIs() {
        ordinaryLife();
        for (int i = 0; i < 14; i++) {
            pay("home" + 3 * i, "home1", 15, 200 + random.nextDouble() * 2);
        }

        assertThat(found(Kind.FAN_IN)).isEmpty();
    }

    @Test
    void findsSumsKeptBelowTheThresholdOfTransferAgents() {
        ordinaryLife();
        for (int i = 0; i < 7; i++) {
            pay("courier", "relative" + i % 3, 930 + 9 * i, 50 + 2 * i);
        }

        assertThat(found(Kind.STRUCTURING)).singleElement().satisfies(s -> {
            assertThat(s.accounts()).startsWith(sketch.id("account:courier"));
            assertThat(s.reasons().getFirst().text()).contains("1,000");
        });
    }

    @Test
    void findsWhoReallyPaysBehindSeveralNames() {
        ordinaryLife();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                pay("boss", "home" + 20 * i, 900, 60 + 37 * round * (1 + round) + i * 0.1);
                pay("home" + 20 * i, "relative", 890, 61 + 37 * round * (1 + round) + i * 0.1);
            }
        }

        assertThat(found(Kind.NOMINEE_SENDER)).singleElement().satisfies(nominee -> {
            assertThat(nominee.accounts()).containsExactly(sketch.id("account:boss"), sketch.id("account:relative"));
            assertThat(nominee.reasons()).extracting(Reason::criterion).contains("funded-by-another");
            assertThat(nominee.reasons())
                    .allSatisfy(r -> assertThat(r.evidence()).isNotEmpty());
        });
    }

    @Test
    void findsSendersWhoActTogetherThoughNobodyKnowsWhoPaysThem() {
        ordinaryLife();
        for (int day : new int[] {40, 71, 133}) {
            for (int i = 0; i < 5; i++) {
                pay("name" + i, "relative", 700 + day, day + i * 0.2);
            }
        }

        assertThat(found(Kind.NOMINEE_SENDER)).singleElement().satisfies(nominee -> {
            assertThat(nominee.accounts()).containsExactly(sketch.id("account:relative"));
            assertThat(nominee.reasons())
                    .extracting(Reason::criterion)
                    .containsExactly("pay-in-lockstep", "pay-little-else");
        });
    }

    @Test
    void findsWagesHandedOverAndNamesNoWorker() {
        ordinaryLife();
        for (int month = 0; month < 8; month++) {
            for (int i = 0; i < 5; i++) {
                double wage = 1_000 + random.nextInt(300);
                pay("farm", "worker" + i, wage, month * 30 + 5);
                pay("worker" + i, "foreman", wage / 2, month * 30 + 6.5);
                pay("worker" + i, "shop1", 30 + random.nextInt(40), month * 30 + 12);
            }
        }

        assertThat(found(Kind.WAGE_SKIMMING)).singleElement().satisfies(skimming -> {
            assertThat(skimming.accounts()).containsExactly(sketch.id("account:foreman"));
            assertThat(skimming.score()).isGreaterThan(0.8);
        });
        assertThat(found(Kind.UPWARD_SHARE)).isEmpty();
    }

    @Test
    void findsWagesHandedOverWhereTheAccountsOfSomeAreNotInTheFiles() {
        ordinaryLife();
        for (int month = 0; month < 8; month++) {
            for (int i = 0; i < 5; i++) {
                double wage = 1_000 + random.nextInt(300);
                if (i < 2) {
                    pay("farm", "worker" + i, wage, month * 30 + 5);
                }
                pay("worker" + i, "foreman", wage / 2, month * 30 + 6.5);
            }
        }

        assertThat(found(Kind.WAGE_SKIMMING)).singleElement().satisfies(skimming -> {
            assertThat(skimming.accounts()).containsExactly(sketch.id("account:foreman"));
            assertThat(skimming.reasons().getFirst().text()).contains("3 more, of whose pay the files do not tell");
        });
    }

    @Test
    void doesNotTakeACoupleWhoPoolTheirPayForSkimming() {
        ordinaryLife();
        for (int month = 0; month < 8; month++) {
            for (int i = 0; i < 2; i++) {
                double wage = 1_000 + random.nextInt(300);
                pay("works" + i, "spouse" + i, wage, month * 30 + 5);
                pay("spouse" + i, "household", wage / 2, month * 30 + 6.5);
            }
        }

        assertThat(found(Kind.WAGE_SKIMMING)).isEmpty();
    }

    @Test
    void takesRentPaidSoonAfterPayForRent() {
        for (int h = 0; h < 20; h++) {
            double wage = 1_200 + random.nextInt(1_500);
            double rent = 350 + random.nextInt(500);
            for (int month = 0; month < 10; month++) {
                pay("works", "tenant" + h, wage, month * 30 + 1);
                pay("tenant" + h, "lessor" + h % 3, rent, month * 30 + 3);
            }
        }

        assertThat(found(Kind.WAGE_SKIMMING)).isEmpty();
    }

    @Test
    void asksWhoPaysForPremisesInWhichVictimsLive() {
        sketch.claim(ClaimType.PERSON, "SUBJECT mira", "status=victim");
        sketch.claim(ClaimType.PREMISES, "SUBJECT premises:flat", "PAYER boss", "OWNER landlord", "OCCUPANT mira");
        sketch.claim(ClaimType.PREMISES, "SUBJECT premises:home", "PAYER anna", "OCCUPANT anna", "OCCUPANT her son");

        assertThat(found()).singleElement().satisfies(payer -> {
            assertThat(payer.kind()).isEqualTo(Kind.PAYER_NOT_OCCUPANT);
            assertThat(payer.accounts()).containsExactly(sketch.id("boss"), sketch.id("premises:flat"));
        });
    }

    @Test
    void keepsStepsOfASequenceApartFromDates() {
        for (int i = 0; i < 4; i++) {
            sketch.transfer(
                    sketch.entity("account:r" + i),
                    sketch.entity("account:r" + (i + 1) % 4),
                    "5000",
                    3L * i,
                    TransferTable.TimeBasis.STEP);
        }

        assertThat(found(Kind.CYCLE)).singleElement().satisfies(cycle -> assertThat(
                        cycle.reasons().getFirst().text())
                .contains("(step 0)"));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(found()).isEmpty();
    }

    @Test
    void stopsWhenCancelled() {
        ordinaryLife();
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);

        assertThatThrownBy(() -> MoneyAnalysis.analyse(
                        graph, actors, Victims.of(graph, actors), MoneyParameters.USUAL, Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }
}
