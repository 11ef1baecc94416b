package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;

/** What amounts give away: percentages that flow upward, and sums kept below a threshold. */
final class AmountPatterns {
    private static final double PRIOR = -4;
    private static final int FEW_SHARES = 6;
    private static final int FEWEST_SHARES = 4;
    private static final int FEWEST_BELOW = 3;
    private static final int STRUCTURING_DAYS = 30;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;

    AmountPatterns(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
    }

    /** For each whom the party pays again and again: does the payment follow what came in since the last one? */
    void upwardShares(int party) {
        int outs = ledger.outEnd(party) - ledger.outStart(party);
        int ins = ledger.inEnd(party) - ledger.inStart(party);
        if (outs < FEWEST_SHARES || ins < FEWEST_SHARES || !reporter.mayTell(ledger, party)) {
            return;
        }
        double[] takings = new double[ins + 1];
        for (int i = 0; i < ins; i++) {
            takings[i + 1] = takings[i] + ledger.amount[ledger.in(ledger.inStart(party) + i)];
        }
        Map<Integer, List<Integer>> byPayee = new HashMap<>();
        for (int p = ledger.outStart(party); p < ledger.outEnd(party); p++) {
            byPayee.computeIfAbsent(ledger.to[ledger.out(p)], k -> new ArrayList<>())
                    .add(ledger.out(p));
        }
        byPayee.entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST_SHARES)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> upwardShare(party, e.getKey(), e.getValue(), takings));
    }

    private int insBefore(int party, int transfer) {
        int lo = ledger.inStart(party);
        int hi = ledger.inEnd(party);
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (ledger.in(mid) < transfer) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo - ledger.inStart(party);
    }

    private void upwardShare(int party, int payee, List<Integer> payments, double[] takings) {
        int n = payments.size() - 1;
        double[] ratio = new double[n];
        double[] taken = new double[n];
        double[] paid = new double[n];
        double[] interval = new double[n];
        for (int i = 0; i < n; i++) {
            int before = payments.get(i);
            int now = payments.get(i + 1);
            taken[i] = takings[insBefore(party, now)] - takings[insBefore(party, before)];
            paid[i] = ledger.amount[now];
            if (taken[i] <= 0) {
                return; // something was paid on nothing: no share of takings
            }
            ratio[i] = paid[i] / taken[i];
            interval[i] = ledger.day[now] - ledger.day[before];
        }
        double usual = Habits.median(ratio.clone());
        double off = relativeSpread(ratio, usual);
        if (n < FEW_SHARES) {
            // two of three may agree by chance: of a few, all must
            off = Math.max(
                    off,
                    Arrays.stream(ratio)
                            .map(r -> Math.abs(r - usual) / Math.max(1e-9, usual))
                            .max()
                            .orElse(0));
        }
        double takingsSpread = relativeSpread(taken, Habits.median(taken.clone()));
        if (usual < 0.02 || usual > 0.7 || takingsSpread < 0.05) {
            return; // with steady takings a percentage and a fixed sum look alike
        }
        double paidSpread = relativeSpread(paid, Habits.median(paid.clone()));
        // the percentage must be far steadier than either the takings or the sums
        double steadier = 1 - off / Math.min(takingsSpread, Math.max(1e-9, paidSpread));
        if (steadier <= 0.4 || off > 0.2) {
            return;
        }
        double usualInterval = Habits.median(interval.clone());
        double rhythm = 1 - Math.min(1, relativeSpread(interval, usualInterval) * 2);
        List<ClaimId> evidence = new ArrayList<>();
        payments.forEach(t -> reporter.add(evidence, ledger.claim(t)));
        reporter.report(
                MoneyFinding.Kind.UPWARD_SHARE,
                reporter.ids(ledger, List.of(party, payee)),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.STEADY_PERCENTAGE,
                                (steadier - 0.4) / 0.4 * (1 - Math.exp(-n / 2.5)) * 1.15,
                                String.format(
                                        Locale.ENGLISH,
                                        "%s pays %s %.1f %% of what came in since the last time, %d times in a row, give"
                                                + " or take %.1f; what came in varied by %s",
                                        ledger.label(party),
                                        ledger.label(payee),
                                        100 * usual,
                                        n,
                                        100 * off * usual,
                                        Ledger.percent(takingsSpread)),
                                evidence)
                        .add(
                                MoneyCriterion.REGULAR_INTERVAL,
                                rhythm,
                                String.format(Locale.ENGLISH, "as a rule every %.0f days", usualInterval),
                                evidence));
    }

    /** Median distance from a middle, as a share of it, scaled as a standard deviation. */
    private static double relativeSpread(double[] values, double middle) {
        double[] off = Arrays.stream(values)
                .map(v -> Math.abs(v - middle) / Math.max(1e-9, Math.abs(middle)))
                .toArray();
        return 1.4826 * Habits.median(off);
    }

    /** Sums just below a threshold within a month, and none at or just above it. */
    void structuring(int party) {
        if (!reporter.mayTell(ledger, party)) {
            return;
        }
        for (int threshold : parameters.thresholds()) {
            List<Integer> below = new ArrayList<>();
            int above = 0;
            for (int p = ledger.outStart(party); p < ledger.outEnd(party); p++) {
                int t = ledger.out(p);
                double amount = ledger.amount[t];
                if (amount >= 0.9 * threshold && amount < threshold && !isStandingOrder(t)) {
                    below.add(t);
                } else if (amount >= threshold && amount <= 1.1 * threshold) {
                    above++;
                }
            }
            int best = 0;
            int bestFrom = 0;
            for (int i = 0, from = 0; i < below.size(); i++) {
                while (ledger.day[below.get(i)] - ledger.day[below.get(from)] > STRUCTURING_DAYS) {
                    from++;
                }
                if (i - from + 1 > best) {
                    best = i - from + 1;
                    bestFrom = from;
                }
            }
            if (best < FEWEST_BELOW) {
                continue;
            }
            List<Integer> chosen = below.subList(bestFrom, bestFrom + best);
            List<ClaimId> evidence = new ArrayList<>();
            Set<Integer> payees = new HashSet<>();
            double sum = 0;
            for (int t : chosen) {
                reporter.add(evidence, ledger.claim(t));
                payees.add(ledger.to[t]);
                sum += ledger.amount[t];
            }
            List<Integer> accounts = new ArrayList<>(List.of(party));
            accounts.addAll(payees.stream().sorted().toList());
            // by chance as many lie just above as just below
            double lopsided = best * Math.log(2) - above * Math.log(2) * 1.5;
            reporter.report(
                    MoneyFinding.Kind.STRUCTURING,
                    reporter.ids(ledger, accounts),
                    new Weighing(PRIOR)
                            .add(
                                    MoneyCriterion.JUST_BELOW_THRESHOLD,
                                    lopsided / 2.6,
                                    String.format(
                                            Locale.ENGLISH,
                                            "%s makes %d transfers of 90 to 100 %% of %,d %s within %d days from %s,"
                                                    + " together %,.2f; %d just above it",
                                            ledger.label(party),
                                            best,
                                            threshold,
                                            ledger.currencyCode(chosen.getFirst()),
                                            STRUCTURING_DAYS,
                                            reporter.when(ledger, chosen.getFirst()),
                                            sum,
                                            above),
                                    evidence));
        }
    }

    /** The same sum to the same payee again and again: rent, a wage, an instalment. */
    private boolean isStandingOrder(int transfer) {
        if (!habits.isRecurring(transfer)) {
            return false;
        }
        int same = 0;
        int payer = ledger.from[transfer];
        double lastDay = Double.NEGATIVE_INFINITY;
        for (int p = ledger.outStart(payer); p < ledger.outEnd(payer); p++) {
            int t = ledger.out(p);
            if (ledger.to[t] == ledger.to[transfer]
                    && ledger.amount[t] == ledger.amount[transfer]
                    && ledger.day[t] - lastDay >= 20) {
                same++;
                lastDay = ledger.day[t];
            }
        }
        return same >= 3;
    }
}
