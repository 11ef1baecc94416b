package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;

/**
 * Wages of several that go to one hand as soon as they are paid: pay absorbed by a debt, or kept "safe" by another (ICMPD
 * Background Reader, ch. 4.2.1 and 4.3). Rent is the innocent likeness: it is a fixed sum, due on a day of its own, and
 * seldom nearly half of the pay, which is what sets the two apart. The workers are named in the evidence and never listed:
 * they may be victims.
 */
final class WagePatterns {
    private static final double PRIOR = -4;
    private static final int FEWEST_WORKERS = 3;

    /** Of so many the pay must be seen; the others may have their accounts elsewhere. */
    private static final int FEWEST_PAID = 2;

    /** How much somebody counts whose payments come with the others', but whose pay is not seen. */
    private static final double UNSEEN = 0.5;

    private static final int FEWEST_TIMES = 2;

    /** How soon after the pay counts as as soon as it is paid. */
    private static final double DAYS_AFTER_PAY = 3;

    private static final double LEAST_SHARE = 0.15;

    /** Who sends on all that comes lends a name and hands over no pay. */
    private static final double MOST_SHARE = 0.9;

    /** Of what somebody pays the recipient, so much must follow pay. */
    private static final double MOSTLY = 0.6;

    private static final double NEARLY_ALL = 0.8;

    private final Ledger ledger;
    private final Habits habits;
    private final Reporter reporter;
    private final Set<List<Integer>> told = new HashSet<>();

    WagePatterns(Ledger ledger, Habits habits, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.reporter = reporter;
    }

    /** What one worker hands over: of which pay, and who paid it. */
    private record HandedOver(int worker, List<Integer> pay, List<Integer> handed) {
        double[] shares(Ledger ledger) {
            double[] shares = new double[pay.size()];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = ledger.amount[handed.get(i)] / ledger.amount[pay.get(i)];
            }
            return shares;
        }

        double[] sums(Ledger ledger) {
            return handed.stream().mapToDouble(t -> ledger.amount[t]).toArray();
        }
    }

    /** Whether it was told that somebody hands pay over to another. */
    boolean isHandedOver(int worker, int recipient) {
        return told.contains(List.of(worker, recipient));
    }

    void find(Cancellation cancellation) {
        for (int recipient = 0; recipient < ledger.partyCount; recipient++) {
            if ((recipient & 0xff) == 0) {
                cancellation.check();
            }
            if (reporter.mayTell(ledger, recipient)) {
                recipient(recipient);
            }
        }
    }

    private void recipient(int recipient) {
        Map<Integer, List<Integer>> byPayer = new TreeMap<>();
        for (int i = ledger.inStart(recipient); i < ledger.inEnd(recipient); i++) {
            byPayer.computeIfAbsent(ledger.from[ledger.in(i)], k -> new ArrayList<>())
                    .add(ledger.in(i));
        }
        List<HandedOver> workers = new ArrayList<>();
        byPayer.forEach((payer, payments) -> {
            if (payments.size() >= FEWEST_TIMES) {
                HandedOver over = handedOver(payer, payments);
                if (over.pay().size() >= Math.max(FEWEST_TIMES, MOSTLY * payments.size())) {
                    workers.add(over);
                }
            }
        });
        int unseen = workers.size() < FEWEST_PAID ? 0 : payingAlong(byPayer, workers);
        if (workers.size() < FEWEST_PAID || workers.size() + unseen < FEWEST_WORKERS) {
            return;
        }
        double[] usual = workers.stream()
                .mapToDouble(w -> Habits.median(w.shares(ledger)))
                .toArray();
        double share = Habits.median(usual.clone());
        double apart = Habits.relativeSpread(usual, share);
        List<ClaimId> evidence = new ArrayList<>();
        Map<Integer, Integer> employers = new HashMap<>();
        double sum = 0;
        double steadier = 0;
        for (HandedOver worker : workers) {
            employers.merge(ledger.from[worker.pay().getLast()], 1, Integer::sum);
            for (int i = 0; i < worker.pay().size(); i++) {
                reporter.add(evidence, ledger.claim(worker.pay().get(i)));
                reporter.add(evidence, ledger.claim(worker.handed().get(i)));
                sum += ledger.amount[worker.handed().get(i)];
            }
            double[] shares = worker.shares(ledger);
            double[] sums = worker.sums(ledger);
            double offShare = Habits.relativeSpread(shares, Habits.median(shares.clone()));
            double offSum = Habits.relativeSpread(sums, Habits.median(sums.clone()));
            steadier += offSum < 0.01 ? 0 : Math.max(0, 1 - offShare / offSum);
        }
        steadier /= workers.size();
        Map.Entry<Integer, Integer> employer = employers.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .orElseThrow();
        String name = ledger.label(recipient);
        Weighing weighing = new Weighing(PRIOR)
                .add(
                        MoneyCriterion.PAY_HANDED_OVER,
                        (1 - apart / 0.3) * (1 - Math.exp(-(workers.size() + unseen * UNSEEN - 1) / 1.5)),
                        String.format(
                                Locale.ENGLISH,
                                "%d who are paid regularly hand %s about %s of it to %s within %.0f days, each time, together"
                                        + " %,.2f%s.",
                                workers.size(),
                                apart < 0.15 ? "the same share," : "on average",
                                Ledger.percent(share),
                                name,
                                DAYS_AFTER_PAY,
                                sum,
                                unseen == 0
                                        ? ""
                                        : "; " + unseen + " more, of whose pay the files do not tell, pay on the same"
                                                + " days"),
                        evidence)
                .add(
                        MoneyCriterion.LARGE_PART_OF_PAY,
                        (share - 0.3) / 0.15,
                        String.format(Locale.ENGLISH, "It is %s of what they are paid.", Ledger.percent(share)),
                        evidence)
                .add(
                        MoneyCriterion.FOLLOWS_PAY,
                        steadier,
                        "What is handed over follows the pay and is no fixed sum as rent is.",
                        evidence)
                .add(
                        MoneyCriterion.SAME_EMPLOYER,
                        employer.getValue() < FEWEST_PAID ? 0 : (double) employer.getValue() / workers.size(),
                        ledger.label(employer.getKey()) + " pays " + employer.getValue() + " of them.",
                        evidence);
        if (reporter.report(MoneyFinding.Kind.WAGE_SKIMMING, reporter.ids(ledger, List.of(recipient)), weighing)) {
            workers.forEach(worker -> told.add(List.of(worker.worker(), recipient)));
        }
    }

    /** How many more pay on the days on which the workers do, of whose income nothing is in the files. */
    private int payingAlong(Map<Integer, List<Integer>> byPayer, List<HandedOver> workers) {
        double[] days = workers.stream()
                .flatMap(w -> w.handed().stream())
                .mapToDouble(t -> ledger.day[t])
                .toArray();
        int along = 0;
        for (Map.Entry<Integer, List<Integer>> payer : byPayer.entrySet()) {
            List<Integer> payments = payer.getValue();
            if (payments.size() < FEWEST_TIMES || ledger.inStart(payer.getKey()) < ledger.inEnd(payer.getKey())) {
                continue;
            }
            long together = payments.stream()
                    .filter(t -> Arrays.stream(days).anyMatch(d -> Math.abs(d - ledger.day[t]) <= DAYS_AFTER_PAY))
                    .count();
            along += together >= NEARLY_ALL * payments.size() ? 1 : 0;
        }
        return along;
    }

    /** Which payments to the recipient follow the payer's own pay. */
    private HandedOver handedOver(int payer, List<Integer> payments) {
        HandedOver over = new HandedOver(payer, new ArrayList<>(), new ArrayList<>());
        int used = -1;
        for (int handed : payments) {
            for (int i = ledger.inBefore(payer, handed); i >= ledger.inStart(payer); i--) {
                int pay = ledger.in(i);
                if (pay == used || ledger.day[handed] - ledger.day[pay] > DAYS_AFTER_PAY) {
                    break;
                }
                double share = ledger.amount[handed] / ledger.amount[pay];
                if (share >= LEAST_SHARE
                        && share <= MOST_SHARE
                        && habits.isRecurring(pay)
                        && ledger.currency[pay] == ledger.currency[handed]) {
                    over.pay().add(pay);
                    over.handed().add(handed);
                    used = pay;
                    break;
                }
            }
        }
        return over;
    }
}
