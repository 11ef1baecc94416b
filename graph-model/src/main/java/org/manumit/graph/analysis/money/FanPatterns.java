package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Weighing;

/** Many to one and one to many, judged against each party's own past. */
final class FanPatterns {
    private static final double PRIOR = -4;
    private static final int FEWEST_AT_ONCE = 5;
    private static final int FEWEST_OUT_OF_HABIT = 1;
    private static final double TELLING_SHARE = 0.4;

    /** Within which share of the time three quarters of the odd payments count as coming together. */
    private static final double TOGETHER = 0.4;

    /** How many times the usual number of senders counts as very many. */
    private static final double VERY_MANY = Math.log(20);

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final double oddShare;
    private final int[] senders;
    private final double usualSenders;

    FanPatterns(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        oddShare = Math.max(0.002, habits.shareOutOfHabit());
        senders = new int[ledger.partyCount];
        BitSet seen = new BitSet();
        for (int p = 0; p < senders.length; p++) {
            seen.clear();
            for (int i = ledger.inStart(p); i < ledger.inEnd(p); i++) {
                seen.set(ledger.from[ledger.in(i)]);
            }
            senders[p] = seen.cardinality();
        }
        usualSenders = Math.max(
                1,
                Habits.median(Arrays.stream(senders)
                        .filter(n -> n > 0)
                        .asDoubleStream()
                        .toArray()));
    }

    void fanIn(int party) {
        Weighing weighing = new Weighing(PRIOR);
        Set<Integer> others = new HashSet<>();
        burst(party, ledger.inStart(party), ledger.inEnd(party), true, weighing, others);
        outOfHabit(party, weighing, others);
        if (senders[party] > 0) {
            weighing.add(
                    MoneyCriterion.MANY_SENDERS,
                    Math.log(senders[party] / usualSenders) / VERY_MANY,
                    String.format(
                            Locale.ENGLISH,
                            "%s is paid by %d others; half of all recipients are paid by %.0f at most",
                            ledger.label(party),
                            senders[party],
                            usualSenders),
                    first(party));
        }
        if (weighing.score() >= parameters.leastScore()) {
            reporter.report(MoneyFinding.Kind.FAN_IN, accounts(party, others, true), weighing);
        }
    }

    void fanOut(int party) {
        Weighing weighing = new Weighing(PRIOR);
        Set<Integer> others = new HashSet<>();
        burst(party, ledger.outStart(party), ledger.outEnd(party), false, weighing, others);
        if (weighing.score() >= parameters.leastScore()) {
            reporter.report(MoneyFinding.Kind.FAN_OUT, accounts(party, others, false), weighing);
        }
    }

    private List<ClaimId> first(int party) {
        List<ClaimId> evidence = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int i = ledger.inStart(party); i < ledger.inEnd(party); i++) {
            int t = ledger.in(i);
            if (!seen.get(ledger.from[t])) {
                seen.set(ledger.from[t]);
                reporter.add(evidence, ledger.claim(t));
            }
        }
        return evidence;
    }

    private List<EntityId> accounts(int party, Set<Integer> others, boolean recipient) {
        List<Integer> all = new ArrayList<>(others.stream().sorted().toList());
        all.add(recipient ? all.size() : 0, party);
        return reporter.ids(ledger, all);
    }

    /** The window with most counterparties who have no standing relation, against the rate outside it. */
    private void burst(int party, int begin, int end, boolean in, Weighing weighing, Set<Integer> others) {
        int count = end - begin;
        if (count < FEWEST_AT_ONCE) {
            return;
        }
        Map<Integer, Integer> inside = new HashMap<>();
        int best = 0;
        int bestFrom = 0;
        int bestTo = 0;
        int tail = begin;
        Set<Integer> all = new HashSet<>();
        for (int head = begin; head < end; head++) {
            int t = in ? ledger.in(head) : ledger.out(head);
            if (habits.isRecurring(t)) {
                continue;
            }
            int other = in ? ledger.from[t] : ledger.to[t];
            all.add(other);
            inside.merge(other, 1, Integer::sum);
            while (ledger.day[t] - ledger.day[in ? ledger.in(tail) : ledger.out(tail)] >= parameters.fanDays()) {
                int old = in ? ledger.in(tail) : ledger.out(tail);
                tail++;
                if (!habits.isRecurring(old)) {
                    inside.merge(in ? ledger.from[old] : ledger.to[old], -1, (a, b) -> a + b == 0 ? null : a + b);
                }
            }
            if (inside.size() > best) {
                best = inside.size();
                bestFrom = tail;
                bestTo = head;
            }
        }
        if (best < FEWEST_AT_ONCE) {
            return;
        }
        double rest = Math.max(1, ledger.span() - parameters.fanDays());
        double expected = Math.max(0.5, (all.size() - best) * parameters.fanDays() / rest);
        // a shop's best day is a few standard deviations up; the sliding window picks the best of many
        double windows = ledger.span() / parameters.fanDays();
        double surprise = best * Math.log(best / expected) - (best - expected) - Math.log(Math.max(1, windows));
        if (best <= expected || surprise <= 0) {
            return;
        }
        List<ClaimId> evidence = new ArrayList<>();
        Set<Integer> chosen = new HashSet<>();
        for (int i = bestFrom; i <= bestTo; i++) {
            int t = in ? ledger.in(i) : ledger.out(i);
            if (!habits.isRecurring(t)) {
                chosen.add(in ? ledger.from[t] : ledger.to[t]);
                reporter.add(evidence, ledger.claim(t));
            }
        }
        others.addAll(chosen);
        String label = ledger.label(party);
        weighing.add(
                in ? MoneyCriterion.MANY_NEW_SENDERS : MoneyCriterion.MANY_NEW_RECIPIENTS,
                surprise / 12,
                String.format(
                        Locale.ENGLISH,
                        in
                                ? "%s receives from %d others within %d days from %s; its past lets expect %.1f"
                                : "%s pays to %d others within %d days from %s; its past lets expect %.1f",
                        label,
                        best,
                        parameters.fanDays(),
                        reporter.when(ledger, in ? ledger.in(bestFrom) : ledger.out(bestFrom)),
                        expected),
                evidence);
    }

    /** The shortest time that holds three quarters of some days; the days are in order. */
    private static double window(List<Double> days) {
        int needed = (int) Math.ceil(days.size() * 0.75);
        double shortest = Double.MAX_VALUE;
        for (int i = 0; i + needed <= days.size(); i++) {
            shortest = Math.min(shortest, days.get(i + needed - 1) - days.get(i));
        }
        return shortest;
    }

    private void outOfHabit(int party, Weighing weighing, Set<Integer> others) {
        Map<Integer, Integer> counts = new HashMap<>();
        BitSet odd = new BitSet();
        List<Double> days = new ArrayList<>();
        BitSet split = new BitSet();
        List<ClaimId> evidence = new ArrayList<>();
        List<ClaimId> splitEvidence = new ArrayList<>();
        Map<Long, Integer> sameDay = new HashMap<>();
        for (int i = ledger.inStart(party); i < ledger.inEnd(party); i++) {
            int t = ledger.in(i);
            counts.merge(ledger.from[t], 1, Integer::sum);
            // what is paid again and again is a habit too, however it differs: rent beside the week's shopping
            if (habits.isOutOfHabit(t) && !habits.isRecurring(t)) {
                odd.set(ledger.from[t]);
                days.add(ledger.day[t]);
                reporter.add(evidence, ledger.claim(t));
                long key = (long) ledger.from[t] << 32 | (long) Math.floor(ledger.day[t]);
                if (sameDay.merge(key, 1, Integer::sum) > 1) {
                    split.set(ledger.from[t]);
                    reporter.add(splitEvidence, ledger.claim(t));
                }
            }
        }
        int k = odd.cardinality();
        int n = counts.size();
        if (k < FEWEST_OUT_OF_HABIT) {
            return;
        }
        // who pays often departs from habit once in a while
        double expected = counts.values().stream()
                .mapToDouble(times -> 1 - Math.pow(1 - oddShare, times))
                .sum();
        double surprise = k <= expected ? 0 : k * Math.log(k / expected) - (k - expected);
        odd.stream().forEach(others::add);
        // a firm is paid larger sums than a shop by the same people, at any time: it tells when much of what comes in
        // is
        // odd, or when what is odd comes together
        double together = Math.clamp((TOGETHER - window(days) / ledger.span()) / (TOGETHER / 2), 0, 1);
        weighing.add(
                MoneyCriterion.SENDERS_OUT_OF_HABIT,
                surprise / 10 * Math.max(Math.min(1, (double) k / n / TELLING_SHARE), together),
                String.format(
                        Locale.ENGLISH,
                        "%d of the %d who pay %s do so with amounts quite unlike what they pay otherwise; %.1f were to be"
                                + " expected",
                        k,
                        n,
                        ledger.label(party),
                        expected),
                evidence);
        weighing.add(
                MoneyCriterion.SPLIT_IN_ONE_GO,
                split.cardinality() / 2.0,
                split.cardinality() + " of them split the sum into several transfers on the same day",
                splitEvidence);
    }
}
