package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Weighing;

/** Many to one and one to many, judged against each party's own past. */
final class FanPatterns {
    private static final double PRIOR = -4;
    private static final int FEWEST_AT_ONCE = 5;
    private static final int FEWEST_OUT_OF_HABIT = 1;
    private static final double TELLING_SHARE = 0.4;

    /** Which part of all who pay may pay somebody who is no shop, and how many at least. */
    private static final double OF_ALL_PAYERS = 0.05;

    private static final int FEWEST_CUSTOMERS = 10;

    /** Lengths of time in which many at once are looked for, in {@link MoneyParameters#fanDays()}. */
    private static final int[] SCALES = {1, 2, 4};

    /** What so much of a usual month comes to matters fully; less, accordingly less. */
    private static final double MATTERS = 0.5;

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

    /** Who is paid by more is a shop to these transfers: that many pay it tells nothing of one of them. */
    private final int mostSendersOfOne;

    private final double usualSenders;
    private final int ableToGather;
    private final int ableToScatter;
    private final double usualTakings;
    private final double usualSpending;

    FanPatterns(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        senders = new int[ledger.partyCount];
        oddShare = Math.max(0.002, habits.shareOutOfHabit());
        BitSet seen = new BitSet();
        for (int p = 0; p < senders.length; p++) {
            seen.clear();
            for (int i = ledger.inStart(p); i < ledger.inEnd(p); i++) {
                seen.set(ledger.from[ledger.in(i)]);
            }
            senders[p] = seen.cardinality();
        }
        ableToGather =
                (int) Arrays.stream(senders).filter(n -> n >= FEWEST_AT_ONCE).count();
        // who pays the same few again and again can scatter nothing
        ableToScatter = (int) IntStream.range(0, ledger.partyCount)
                .filter(p -> oneOffRecipients(p) >= FEWEST_AT_ONCE)
                .count();
        int payers = (int) IntStream.range(0, ledger.partyCount)
                .filter(p -> ledger.outEnd(p) > ledger.outStart(p))
                .count();
        mostSendersOfOne = Math.max(FEWEST_CUSTOMERS, (int) (OF_ALL_PAYERS * payers));
        usualTakings = ledger.usualInAMonth(true);
        usualSpending = ledger.usualInAMonth(false);
        usualSenders = Math.max(
                1,
                Habits.median(Arrays.stream(senders)
                        .filter(n -> n > 0)
                        .asDoubleStream()
                        .toArray()));
    }

    private long oneOffRecipients(int party) {
        return ledger.outEnd(party) - ledger.outStart(party) < FEWEST_AT_ONCE
                ? 0
                : IntStream.range(ledger.outStart(party), ledger.outEnd(party))
                        .map(ledger::out)
                        .filter(t -> !habits.isRecurring(t))
                        .map(t -> ledger.to[t])
                        .distinct()
                        .count();
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
                            "%s is paid by %d others; half of all recipients are paid by %.0f at most.",
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

    /**
     * A time in which many at once pay or are paid who have no standing relation.
     *
     * @param days how long the time is
     * @param begin the first place of it among the party's payments
     * @param end the last
     * @param others how many others
     * @param expected how many its other days let expect
     * @param surprise how far that is beyond chance
     */
    private record Burst(int days, int begin, int end, int others, double expected, double surprise) {}

    /**
     * The most surprising of times of several lengths, as scan statistics are reckoned (Kulldorff, A spatial scan
     * statistic, Communications in Statistics 26, 1997): a Poisson rate from outside it, made up for how many times were
     * looked at, and of how many parties. What it brings must matter beside what comes and goes otherwise: a collection for a present is a burst
     * too.
     */
    private void burst(int party, int begin, int end, boolean in, Weighing weighing, Set<Integer> others) {
        if (end - begin < FEWEST_AT_ONCE) {
            return;
        }
        Optional<Burst> most = IntStream.of(SCALES)
                .mapToObj(scale -> burst(begin, end, in, scale * parameters.fanDays()))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Burst::surprise));
        if (most.isEmpty()) {
            return;
        }
        Burst burst = most.get();
        List<ClaimId> evidence = new ArrayList<>();
        Set<Integer> chosen = new HashSet<>();
        double sum = 0;
        double all = 0;
        for (int i = begin; i < end; i++) {
            int t = in ? ledger.in(i) : ledger.out(i);
            all += ledger.amount[t];
            if (i >= burst.begin() && i <= burst.end() && isAsked(t, in)) {
                chosen.add(in ? ledger.from[t] : ledger.to[t]);
                sum += ledger.amount[t];
                reporter.add(evidence, ledger.claim(t));
            }
        }
        double months = Math.max(1, ledger.span() / 30);
        double usual = Math.max((all - sum) / months, in ? usualTakings : usualSpending);
        double matters = Math.clamp(sum / (MATTERS * Math.max(1e-9, usual)), 0, 1);
        others.addAll(chosen);
        weighing.add(
                in ? MoneyCriterion.MANY_NEW_SENDERS : MoneyCriterion.MANY_NEW_RECIPIENTS,
                Math.clamp((burst.surprise() - Math.log(Math.max(1, in ? ableToGather : ableToScatter))) / 8, 0, 1)
                        * matters,
                String.format(
                        Locale.ENGLISH,
                        in
                                ? "%s receives %,.2f from %d others within %d days from %s; its past lets expect %.1f."
                                : "%s pays %,.2f to %d others within %d days from %s; its past lets expect %.1f.",
                        ledger.label(party),
                        sum,
                        burst.others(),
                        burst.days(),
                        reporter.when(ledger, in ? ledger.in(burst.begin()) : ledger.out(burst.begin())),
                        burst.expected()),
                evidence);
    }

    private Optional<Burst> burst(int begin, int end, boolean in, int days) {
        Set<Integer> all = new HashSet<>();
        for (int i = begin; i < end; i++) {
            int t = in ? ledger.in(i) : ledger.out(i);
            if (isAsked(t, in)) {
                all.add(in ? ledger.from[t] : ledger.to[t]);
            }
        }
        Optional<Densest> densest = densest(begin, end, in, days);
        if (densest.isEmpty() || densest.get().others() < FEWEST_AT_ONCE) {
            return Optional.empty();
        }
        Densest best = densest.get();
        int next = Math.max(
                densest(begin, best.begin(), in, days).map(Densest::others).orElse(0),
                densest(best.end() + 1, end, in, days).map(Densest::others).orElse(0));
        double rest = Math.max(1, ledger.span() - days);
        double rate = (all.size() - best.others()) * days / rest;
        // customers come in waves: what is to be expected lies between the even rate and the next best time
        double expected = Math.max(0.5, (rate + next) / 2);
        // the sliding window picks the best of many
        double windows = SCALES.length * Math.max(1, ledger.span() / days);
        double surprise =
                best.others() * Math.log(best.others() / expected) - (best.others() - expected) - Math.log(windows);
        return best.others() <= expected || surprise <= 0
                ? Optional.empty()
                : Optional.of(new Burst(days, best.begin(), best.end(), best.others(), expected, surprise));
    }

    /** Whether a payment may belong to a burst: between two without a standing relation, and to no shop. */
    private boolean isAsked(int transfer, boolean in) {
        return !habits.isRecurring(transfer) && (in || senders[ledger.to[transfer]] <= mostSendersOfOne);
    }

    /** Some days in which the most others pay or are paid. */
    private record Densest(int begin, int end, int others) {}

    private Optional<Densest> densest(int begin, int end, boolean in, int days) {
        Map<Integer, Integer> inside = new HashMap<>();
        int best = 0;
        int bestFrom = 0;
        int bestTo = 0;
        int tail = begin;
        for (int head = begin; head < end; head++) {
            int t = in ? ledger.in(head) : ledger.out(head);
            if (!isAsked(t, in)) {
                continue;
            }
            inside.merge(in ? ledger.from[t] : ledger.to[t], 1, Integer::sum);
            while (ledger.day[t] - ledger.day[in ? ledger.in(tail) : ledger.out(tail)] >= days) {
                int old = in ? ledger.in(tail) : ledger.out(tail);
                tail++;
                if (isAsked(old, in)) {
                    inside.merge(in ? ledger.from[old] : ledger.to[old], -1, (a, b) -> a + b == 0 ? null : a + b);
                }
            }
            if (inside.size() > best) {
                best = inside.size();
                bestFrom = tail;
                bestTo = head;
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(new Densest(bestFrom, bestTo, best));
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
                                + " expected.",
                        k,
                        n,
                        ledger.label(party),
                        expected),
                evidence);
        weighing.add(
                MoneyCriterion.SPLIT_IN_ONE_GO,
                split.cardinality() / 2.0,
                split.cardinality() + " of them split the sum into several transfers on the same day.",
                splitEvidence);
    }
}
