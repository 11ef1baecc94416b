package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;

/**
 * Percentages of single sums: each payment to somebody is the same part of one sum that came in shortly before, whatever
 * else comes in. Who takes a commission of every deal pays so; where all takings of a time are shared,
 * {@link AmountPatterns} finds it.
 */
final class SharesOfReceipts {
    private static final double PRIOR = -4;
    private static final int FEWEST_SHARES = 4;

    /** How many of all payments to the same must be such a part; others may be for something else. */
    private static final double MOSTLY = 0.75;

    /** How far a payment may be from the percentage, as a share of it, to count for it. */
    private static final double NEAR = 0.05;

    /** Among how many of the last sums that came in a payment looks for the one it is a part of. */
    private static final int MOST_LOOKED_AT = 8;

    private static final double LEAST_PART = 0.02;

    /** A greater part is rather passed on than shared. */
    private static final double LARGEST_PART = 0.7;

    /** So far must the sums differ: of equal sums a percentage and a fixed sum look alike. */
    private static final double VARIED = 0.05;

    private static final double STEADIER = 0.4;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final WagePatterns wages;

    /** How many pay how many others often enough to be asked. */
    private final int relations;

    SharesOfReceipts(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter, WagePatterns wages) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        this.wages = wages;
        relations = Math.max(1, ledger.relations(payments -> payments.size() >= FEWEST_SHARES));
    }

    /**
     * A payment that could be a part of a receipt.
     *
     * @param payment which of the payments to the same
     * @param part which part of the receipt it is
     * @param receipt the transfer that came in
     */
    private record Candidate(int payment, double part, int receipt) {}

    /**
     * A percentage kept by single sums.
     *
     * @param usual the percentage
     * @param off how far payments depart from it, as a share of it
     * @param varied how far the sums varied
     * @param steadier how much steadier the percentage is than the sums, from 0.4 to 1
     * @param rhythm how regular the payments are
     * @param interval how many days lie between payments as a rule
     * @param beyondChance how surely it is kept, made up for what could have been chosen
     */
    private record Share(
            List<Candidate> kept,
            double usual,
            double off,
            double varied,
            double steadier,
            double rhythm,
            double interval,
            double beyondChance) {}

    void find(int party) {
        int outs = ledger.outEnd(party) - ledger.outStart(party);
        int ins = ledger.inEnd(party) - ledger.inStart(party);
        if (outs < FEWEST_SHARES || ins < FEWEST_SHARES) {
            return;
        }
        ledger.byPayee(party).entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST_SHARES)
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> !wages.isHandedOver(party, e.getKey()))
                .forEach(e -> share(party, e.getKey(), e.getValue())
                        .ifPresent(share -> report(party, e.getKey(), e.getValue(), share)));
    }

    private List<Candidate> candidates(int party, int payee, List<Integer> payments) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            int payment = payments.get(i);
            int latest = ledger.inBefore(party, payment);
            int earliest = Math.max(ledger.inStart(party), latest - MOST_LOOKED_AT + 1);
            for (int p = latest; p >= earliest; p--) {
                int receipt = ledger.in(p);
                if (ledger.day[payment] - ledger.day[receipt] > parameters.passDays()) {
                    break;
                }
                double part = ledger.amount[payment] / ledger.amount[receipt];
                if (part >= LEAST_PART
                        && part <= LARGEST_PART
                        && ledger.from[receipt] != payee
                        && ledger.currency[receipt] == ledger.currency[payment]
                        && !habits.isSteady(receipt)) {
                    candidates.add(new Candidate(i, part, receipt));
                }
            }
        }
        return candidates;
    }

    private Optional<Share> share(int party, int payee, List<Integer> payments) {
        List<Candidate> candidates = candidates(party, payee, payments);
        List<Candidate> kept = around(usualPart(candidates, payments.size()), candidates);
        int n = kept.size();
        if (n < FEWEST_SHARES || n < MOSTLY * payments.size()) {
            return Optional.empty();
        }
        double[] parts = kept.stream().mapToDouble(Candidate::part).toArray();
        double[] taken =
                kept.stream().mapToDouble(c -> ledger.amount[c.receipt()]).toArray();
        double[] paid = kept.stream()
                .mapToDouble(c -> ledger.amount[payments.get(c.payment())])
                .toArray();
        double usual = Habits.median(parts.clone());
        double off = Habits.relativeSpread(parts, usual);
        double varied = Habits.relativeSpread(taken, Habits.median(taken.clone()));
        double paidSpread = Habits.relativeSpread(paid, Habits.median(paid.clone()));
        double steadier = 1 - off / Math.max(1e-9, Math.min(varied, paidSpread));
        if (varied < VARIED || paidSpread < VARIED || steadier <= STEADIER) {
            return Optional.empty();
        }
        double surprise = AmountPatterns.surprise(taken, paid, usual)
                - ways(candidates, kept)
                - waysToLeaveOut(payments.size(), payments.size() - n)
                - Math.log(2.0 * relations);
        double beyond = Math.clamp(surprise / 3, 0, 1);
        if (beyond == 0) {
            return Optional.empty();
        }
        double[] intervals = ledger.intervals(
                kept.stream().map(c -> payments.get(c.payment())).toList());
        double rhythm = Habits.rhythm(intervals);
        double usualInterval = Habits.median(intervals);
        return Optional.of(new Share(kept, usual, off, varied, steadier, rhythm, usualInterval, beyond));
    }

    /** The part around which most payments have a candidate. */
    private static double usualPart(List<Candidate> candidates, int payments) {
        List<Candidate> byPart = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::part))
                .toList();
        int[] within = new int[payments];
        int different = 0;
        int most = 0;
        double usual = 1;
        int least = 0;
        for (Candidate greatest : byPart) {
            different += within[greatest.payment()]++ == 0 ? 1 : 0;
            while (greatest.part() > byPart.get(least).part() * (1 + 2 * NEAR)) {
                different -= --within[byPart.get(least++).payment()] == 0 ? 1 : 0;
            }
            if (different > most) {
                most = different;
                usual = (greatest.part() + byPart.get(least).part()) / 2;
            }
        }
        return usual;
    }

    /** For each payment the receipt of which it is nearest to this part, none taken twice. */
    private List<Candidate> around(double part, List<Candidate> candidates) {
        BitSet used = new BitSet();
        List<Candidate> kept = new ArrayList<>();
        int last = -1;
        Optional<Candidate> best = Optional.empty();
        for (Candidate candidate : candidates) {
            if (candidate.payment() != last) {
                best.ifPresent(kept::add);
                best.ifPresent(c -> used.set(c.receipt()));
                best = Optional.empty();
                last = candidate.payment();
            }
            if (Math.abs(candidate.part() / part - 1) <= NEAR
                    && !used.get(candidate.receipt())
                    && (best.isEmpty() || off(candidate, part) < off(best.get(), part))) {
                best = Optional.of(candidate);
            }
        }
        best.ifPresent(kept::add);
        return kept;
    }

    private static double off(Candidate candidate, double part) {
        return Math.abs(Math.log(candidate.part() / part));
    }

    /** How many percentages and receipts could have been chosen, as a logarithm. */
    private static double ways(List<Candidate> candidates, List<Candidate> kept) {
        int[] ofPayment = new int[candidates.getLast().payment() + 1];
        candidates.forEach(c -> ofPayment[c.payment()]++);
        return Math.log(candidates.size())
                + kept.stream()
                        .mapToDouble(c -> Math.log(ofPayment[c.payment()]))
                        .sum();
    }

    private static double waysToLeaveOut(int of, int left) {
        double ways = 0;
        for (int i = 1; i <= left; i++) {
            ways += Math.log((of - i + 1.0) / i);
        }
        return ways;
    }

    private void report(int party, int payee, List<Integer> payments, Share share) {
        List<ClaimId> evidence = new ArrayList<>();
        for (Candidate candidate : share.kept()) {
            reporter.add(evidence, ledger.claim(payments.get(candidate.payment())));
            reporter.add(evidence, ledger.claim(candidate.receipt()));
        }
        reporter.report(
                MoneyFinding.Kind.UPWARD_SHARE,
                reporter.ids(ledger, List.of(party, payee)),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.PERCENTAGE_OF_EACH_SUM,
                                Math.min(1, (share.steadier() - STEADIER) / STEADIER)
                                        * (1 - Math.exp(-share.kept().size() / 2.5))
                                        * 1.15
                                        * share.beyondChance(),
                                String.format(
                                        Locale.ENGLISH,
                                        "%s pays %s %.1f %% of a sum that came in within %d days before, %d times, give or"
                                                + " take %.1f; these sums varied by %s.",
                                        ledger.label(party),
                                        ledger.label(payee),
                                        100 * share.usual(),
                                        parameters.passDays(),
                                        share.kept().size(),
                                        100 * share.off() * share.usual(),
                                        Ledger.percent(share.varied())),
                                evidence)
                        .add(
                                MoneyCriterion.REGULAR_INTERVAL,
                                share.rhythm(),
                                String.format(
                                        Locale.ENGLISH, "They come every %.0f days, as a rule.", share.interval()),
                                evidence));
    }
}
