package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;

/** What amounts give away: percentages that flow upward, and sums kept below a threshold. */
final class AmountPatterns {
    private static final double PRIOR = -4;
    private static final int FEW_SHARES = 6;
    private static final int FEWEST_SHARES = 4;
    private static final int FEWEST_BELOW = 3;

    /** So many payments must follow the takings where these are seen in part only. */
    private static final int FEW_FOLLOWING = 10;

    /** Of how many of the times takings must be seen, and how regular payments must be. */
    private static final double MOSTLY = 0.7;

    /** How much sums must change to be seen to follow anything. */
    private static final double LEAST_CHANGE = 0.05;

    private static final int STRUCTURING_DAYS = 30;

    /** How far below a threshold a sum still counts as kept below it. */
    private static final double NOTCH = 0.15;

    /** How far above it, and further below, sums are counted to see what was to be expected. */
    private static final double BESIDE = 0.3;

    /**
     * From here on thresholds are known to everybody; below, prices lie there as well and more is asked for, as it is of
     * sums that others pay in.
     */
    private static final int LEAST_WELL_KNOWN = 10_000;

    private static final double LESS_LIKELY = Math.log(8);

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final WagePatterns wages;

    /** How many pay how many others often enough to be asked for a share. */
    private final int relations;

    /** How many of these are many, regular and of changing sums. */
    private final int changingRelations;

    AmountPatterns(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter, WagePatterns wages) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        this.wages = wages;
        relations = ledger.relations(payments -> payments.size() >= FEWEST_SHARES);
        changingRelations = ledger.relations(this::mayFollow);
    }

    /** Whether payments are many, regular and of changing sums: only such can be seen to follow anything. */
    private boolean mayFollow(List<Integer> payments) {
        int n = payments.size();
        if (n <= FEW_FOLLOWING) {
            return false;
        }
        double[] paid = payments.stream().mapToDouble(t -> ledger.amount[t]).toArray();
        return Habits.rhythm(ledger.intervals(payments)) >= MOSTLY
                && Habits.relativeSpread(paid, Habits.median(paid.clone())) >= LEAST_CHANGE;
    }

    /** For each whom the party pays again and again: does the payment follow what came in since the last one? */
    void upwardShares(int party) {
        int outs = ledger.outEnd(party) - ledger.outStart(party);
        int ins = ledger.inEnd(party) - ledger.inStart(party);
        if (outs < FEWEST_SHARES || ins < FEWEST_SHARES || !reporter.mayTell(ledger, party)) {
            return;
        }
        double[] all = takings(party, true);
        double[] own = takings(party, false);
        ledger.byPayee(party).entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST_SHARES)
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> !wages.isHandedOver(party, e.getKey()))
                .forEach(e -> Stream.of(share(party, e.getValue(), all), share(party, e.getValue(), own))
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(Share::steadier))
                        .ifPresentOrElse(
                                share -> upwardShare(party, e.getKey(), e.getValue(), share), () -> Stream.of(all, own)
                                        .flatMap(takings -> following(party, e.getValue(), takings).stream())
                                        .max(Comparator.comparingDouble(Following::beyondChance))
                                        .ifPresent(f -> follows(party, e.getKey(), e.getValue(), f))));
    }

    /**
     * What has come in before each payment, added up.
     *
     * @param standing whether wages and other sums that come again and again count as takings; who has an honest wage
     *     too pays a share of the rest
     */
    private double[] takings(int party, boolean standing) {
        int ins = ledger.inEnd(party) - ledger.inStart(party);
        double[] takings = new double[ins + 1];
        for (int i = 0; i < ins; i++) {
            int t = ledger.in(ledger.inStart(party) + i);
            takings[i + 1] = takings[i] + (standing || !habits.isSteady(t) ? ledger.amount[t] : 0);
        }
        return takings;
    }

    /**
     * A percentage that payments keep of what came in.
     *
     * @param usual the percentage
     * @param off how far payments depart from it, as a share of it
     * @param varied how far what came in varied
     * @param steadier how much steadier the percentage is than takings and sums, from 0.4 to 1
     * @param interval how many days lie between payments as a rule
     * @param rhythm how regular the payments are
     * @param beyondChance how surely payments follow what came in, made up for how many payers and payees were asked
     */
    private record Share(
            double usual,
            double off,
            double varied,
            double steadier,
            double interval,
            double rhythm,
            int times,
            double beyondChance) {}

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

    private Optional<Share> share(int party, List<Integer> payments, double[] takings) {
        int n = payments.size() - 1;
        double[] ratio = new double[n];
        double[] taken = new double[n];
        double[] paid = new double[n];
        for (int i = 0; i < n; i++) {
            int before = payments.get(i);
            int now = payments.get(i + 1);
            taken[i] = takings[insBefore(party, now)] - takings[insBefore(party, before)];
            paid[i] = ledger.amount[now];
            if (taken[i] <= 0) {
                return Optional.empty(); // something was paid on nothing: no share of takings
            }
            ratio[i] = paid[i] / taken[i];
        }
        double usual = Habits.median(ratio.clone());
        double off = Habits.relativeSpread(ratio, usual);
        if (n < FEW_SHARES) {
            // two of three may agree by chance: of a few, all must
            off = Math.max(
                    off,
                    Arrays.stream(ratio)
                            .map(r -> Math.abs(r - usual) / Math.max(1e-9, usual))
                            .max()
                            .orElse(0));
        }
        double varied = Habits.relativeSpread(taken, Habits.median(taken.clone()));
        if (usual < 0.02 || usual > 0.7 || varied < 0.05) {
            return Optional.empty(); // with steady takings a percentage and a fixed sum look alike
        }
        double paidSpread = Habits.relativeSpread(paid, Habits.median(paid.clone()));
        // the percentage must be far steadier than either the takings or the sums
        double steadier = 1 - off / Math.min(varied, Math.max(1e-9, paidSpread));
        if (steadier <= 0.4 || off > 0.2) {
            return Optional.empty();
        }
        double[] intervals = ledger.intervals(payments);
        double rhythm = Habits.rhythm(intervals);
        double usualInterval = Habits.median(intervals);
        double beyond = Math.clamp((surprise(taken, paid, usual) - Math.log(Math.max(1, 2 * relations))) / 3, 0, 1);
        return beyond == 0
                ? Optional.empty()
                : Optional.of(new Share(usual, off, varied, steadier, usualInterval, rhythm, n, beyond));
    }

    /**
     * Payments that rise and fall with what is seen of the takings, where too much of these is missing for a percentage.
     *
     * @param together how much of the ups and downs they share, from 0 to 1
     * @param interval how many days lie between payments as a rule
     * @param rhythm how regular they are
     * @param times how many payments
     * @param beyondChance how surely they follow, made up for how many payers and payees were asked
     */
    private record Following(double together, double interval, double rhythm, int times, double beyondChance) {}

    private Optional<Following> following(int party, List<Integer> payments, double[] takings) {
        if (!mayFollow(payments)) {
            return Optional.empty();
        }
        int n = payments.size() - 1;
        double[] taken = new double[n];
        double[] paid = new double[n];
        int seen = 0;
        for (int i = 0; i < n; i++) {
            int before = payments.get(i);
            int now = payments.get(i + 1);
            double came = takings[insBefore(party, now)] - takings[insBefore(party, before)];
            if (came > 0) {
                taken[seen] = came;
                paid[seen++] = ledger.amount[now];
            }
        }
        taken = Arrays.copyOf(taken, seen);
        paid = Arrays.copyOf(paid, seen);
        if (seen < FEW_FOLLOWING || seen < MOSTLY * n) {
            return Optional.empty();
        }
        double part = Habits.median(paid.clone()) / Habits.median(taken.clone());
        if (part < 0.02 || part > 0.7) {
            return Optional.empty();
        }
        Integer[] order = IntStream.range(0, seen).boxed().toArray(Integer[]::new);
        double surprise = surprise(taken, paid, order, seen);
        double beyond = Math.clamp((surprise - Math.log(Math.max(1, 2 * changingRelations))) / 3, 0, 1);
        return beyond == 0
                ? Optional.empty()
                : Optional.of(new Following(
                        1 - Math.exp(-2 * surprise / (seen - 2)),
                        Habits.median(ledger.intervals(payments)),
                        Habits.rhythm(ledger.intervals(payments)),
                        seen,
                        beyond));
    }

    private void follows(int party, int payee, List<Integer> payments, Following following) {
        List<ClaimId> evidence = new ArrayList<>();
        payments.forEach(t -> reporter.add(evidence, ledger.claim(t)));
        reporter.report(
                MoneyFinding.Kind.UPWARD_SHARE,
                reporter.ids(ledger, List.of(party, payee)),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.FOLLOWS_TAKINGS_SEEN_IN_PART,
                                following.beyondChance(),
                                String.format(
                                        Locale.ENGLISH,
                                        "What %s pays %s rises and falls with what is seen of what came in, %d times;"
                                                + " %s of the ups and downs are the same.",
                                        ledger.label(party),
                                        ledger.label(payee),
                                        following.times(),
                                        Ledger.percent(following.together())),
                                evidence)
                        .add(
                                MoneyCriterion.REGULAR_INTERVAL,
                                following.rhythm(),
                                String.format(
                                        Locale.ENGLISH, "They come every %.0f days, as a rule.", following.interval()),
                                evidence));
    }

    /**
     * How unlikely it is by chance that sums follow each other so closely: minus the logarithm of the chance that so large
     * a part of the variance of their logarithms is explained. Up to a quarter may be left out, as when other money came in
     * once; that so many could have been left out is made up for.
     */
    static double surprise(double[] taken, double[] paid, double usual) {
        int n = taken.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(Math.log(paid[i] / taken[i] / usual))));
        double most = 0;
        double ways = 0;
        for (int left = 0; left <= n / 4; left++) {
            if (left > 0) {
                ways += Math.log((n - left + 1.0) / left);
            }
            most = Math.max(most, surprise(taken, paid, order, n - left) - ways);
        }
        return most;
    }

    private static double surprise(double[] taken, double[] paid, Integer[] order, int n) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += Math.log(taken[order[i]]) / n;
            meanY += Math.log(paid[order[i]]) / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double x = Math.log(taken[order[i]]) - meanX;
            double y = Math.log(paid[order[i]]) - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        if (xy <= 0) {
            return 0;
        }
        double unexplained = Math.max(1e-12, 1 - xy * xy / (xx * yy));
        return -(n - 2) / 2.0 * Math.log(unexplained);
    }

    private void upwardShare(int party, int payee, List<Integer> payments, Share share) {
        List<ClaimId> evidence = new ArrayList<>();
        payments.forEach(t -> reporter.add(evidence, ledger.claim(t)));
        reporter.report(
                MoneyFinding.Kind.UPWARD_SHARE,
                reporter.ids(ledger, List.of(party, payee)),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.STEADY_PERCENTAGE,
                                Math.min(1, (share.steadier() - 0.4) / 0.4)
                                        * (1 - Math.exp(-share.times() / 2.5))
                                        * 1.15
                                        * share.beyondChance(),
                                String.format(
                                        Locale.ENGLISH,
                                        "%s pays %s %.1f %% of what came in since the last time, %d times in a row, give"
                                                + " or take %.1f; what came in varied by %s.",
                                        ledger.label(party),
                                        ledger.label(payee),
                                        100 * share.usual(),
                                        share.times(),
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

    /**
     * Sums just below a threshold within a month, more than what is paid a little below them and above lets expect: the
     * excess beside a notch, as in Kleven, Bunching (Annual Review of Economics 8, 2016). Each party's payments are
     * looked at, and what each receives from several, for who splits a sum may send others to pay it in.
     */
    void structuring(int party) {
        if (!reporter.mayTell(ledger, party)) {
            return;
        }
        for (int threshold : parameters.thresholds()) {
            notch(party, threshold, true);
            notch(party, threshold, false);
        }
    }

    private void notch(int party, int threshold, boolean paying) {
        int begin = paying ? ledger.outStart(party) : ledger.inStart(party);
        int end = paying ? ledger.outEnd(party) : ledger.inEnd(party);
        if (end - begin < FEWEST_BELOW) {
            return;
        }
        List<Integer> below = new ArrayList<>();
        int above = 0;
        int lower = 0;
        for (int p = begin; p < end; p++) {
            int t = paying ? ledger.out(p) : ledger.in(p);
            double share = ledger.amount[t] / threshold;
            if (share >= 1 - NOTCH && share < 1) {
                if (!habits.isSteady(t)) {
                    below.add(t);
                }
            } else if (share >= 1 && share <= 1 + BESIDE) {
                above++;
            } else if (share >= 1 - NOTCH - BESIDE && share < 1 - NOTCH) {
                lower++;
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
            return;
        }
        List<Integer> chosen = below.subList(bestFrom, bestFrom + best);
        Set<Integer> others = new HashSet<>();
        double sum = 0;
        List<ClaimId> evidence = new ArrayList<>();
        for (int t : chosen) {
            reporter.add(evidence, ledger.claim(t));
            others.add(paying ? ledger.to[t] : ledger.from[t]);
            sum += ledger.amount[t];
        }
        if (!paying && others.size() < 2) {
            return; // told of the one who pays
        }
        // half of what lies beside the notch lies in a month twice as busy as the usual one
        double expected = Math.max(
                0.4, (above + lower) * NOTCH / (2 * BESIDE) * Math.min(1, 2.0 * STRUCTURING_DAYS / ledger.span()));
        double surprise = best <= expected ? 0 : best * Math.log(best / expected) - (best - expected);
        // the densest of so many months
        surprise -= Math.log(Math.max(1, ledger.span() / STRUCTURING_DAYS));
        if (threshold < LEAST_WELL_KNOWN || !paying) {
            surprise -= LESS_LIKELY;
        }
        List<Integer> accounts = new ArrayList<>(List.of(party));
        accounts.addAll(others.stream().sorted().toList());
        reporter.report(
                MoneyFinding.Kind.STRUCTURING,
                reporter.ids(ledger, accounts),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.JUST_BELOW_THRESHOLD,
                                surprise / 4.4,
                                String.format(
                                        Locale.ENGLISH,
                                        "%s %s %d transfers of %.0f to 100 %% of %,d %s within %d days from %s, together"
                                                + " %,.2f; %d lie above it, and %d further below.",
                                        ledger.label(party),
                                        paying ? "makes" : "receives from " + others.size() + " others",
                                        best,
                                        100 * (1 - NOTCH),
                                        threshold,
                                        ledger.currencyCode(chosen.getFirst()),
                                        STRUCTURING_DAYS,
                                        reporter.when(ledger, chosen.getFirst()),
                                        sum,
                                        above,
                                        lower),
                                evidence));
    }
}
