package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;

/**
 * Money followed step by step in time: rounds that end where they began, and money that leaves as it comes. What chance
 * gives is counted on the same transfers with time running backwards, where no money can flow but everything else is
 * alike.
 */
final class FlowPatterns {
    private static final double PRIOR = -4;
    /** What a step may keep for itself, and by how much it may top up. */
    private static final double LEAST_PASSED_ON = 0.8;

    private static final double MOST_PASSED_ON = 1.02;
    private static final int MOST_BRANCHES = 64;
    private static final int MOST_STEPS = 4_000;
    private static final int FEWEST_PASSES = 3;

    /** What somebody who passes single sums on keeps at most, a commission, leaves so much. */
    private static final double LEAST_OF_A_PASS = 0.85;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final Cancellation cancellation;

    FlowPatterns(
            Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter, Cancellation cancellation) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        this.cancellation = cancellation;
    }

    /** One search for rounds, with time running forwards or backwards. */
    private final class Rounds {
        final boolean forwards;
        /**
         * How long the rounds of each length took, in days; those with a standing relation in them, as wages are, apart
         * from the others.
         */
        final List<List<List<Double>>> durations = new ArrayList<>();

        final List<int[]> kept = new ArrayList<>();
        private final int[] path = new int[parameters.longestCycle()];
        private final boolean[] onPath = new boolean[ledger.partyCount];
        private int steps;

        Rounds(boolean forwards) {
            this.forwards = forwards;
            for (int standing = 0; standing < 2; standing++) {
                durations.add(new ArrayList<>());
                for (int length = 0; length <= parameters.longestCycle(); length++) {
                    durations.get(standing).add(new ArrayList<>());
                }
            }
        }

        /** How many rounds of a length were at least as fast. */
        long asFast(int standing, int length, double days) {
            return durations.get(standing).get(length).stream()
                    .filter(d -> d <= days)
                    .count();
        }

        void search() {
            for (int t = 0; t < ledger.size; t++) {
                if ((t & 0x3ff) == 0) {
                    cancellation.check();
                }
                steps = 0;
                path[0] = t;
                onPath[ledger.from[t]] = true;
                extend(1, ledger.from[t], t);
                onPath[ledger.from[t]] = false;
            }
        }

        private void extend(int length, int start, int last) {
            int at = ledger.to[last];
            if (onPath[at] || length == path.length) {
                return;
            }
            onPath[at] = true;
            int branches = 0;
            int step = forwards ? 1 : -1;
            int end = forwards ? ledger.outEnd(at) : ledger.outStart(at) - 1;
            for (int p = forwards ? ledger.outAfter(at, last) : before(at, last);
                    p != end && branches < MOST_BRANCHES && steps < MOST_STEPS;
                    p += step) {
                int next = ledger.out(p);
                double since = Math.abs(ledger.day[next] - ledger.day[path[0]]);
                if (since > parameters.cycleDays()) {
                    break;
                }
                double passed = ledger.amount[next] / ledger.amount[last];
                if (ledger.currency[next] != ledger.currency[last]
                        || !(passed >= LEAST_PASSED_ON && passed <= MOST_PASSED_ON)) {
                    continue;
                }
                branches++;
                steps++;
                path[length] = next;
                if (ledger.to[next] == start) {
                    if (length >= 2) {
                        durations
                                .get(standing(path, length + 1))
                                .get(length + 1)
                                .add(since);
                        if (forwards) {
                            kept.add(Arrays.copyOf(path, length + 1));
                        }
                    }
                } else {
                    extend(length + 1, start, next);
                }
            }
            onPath[at] = false;
        }

        private int before(int party, int transfer) {
            return ledger.outAfter(party, transfer - 1) - 1;
        }
    }

    /** 1 when a step of a round belongs to a standing relation, and 0 when none does. */
    private int standing(int[] round, int length) {
        for (int i = 0; i < length; i++) {
            if (habits.isRecurring(round[i])) {
                return 1;
            }
        }
        return 0;
    }

    /** Rounds of three accounts or more; two are a loan paid back. */
    void cycles() {
        Rounds forwards = new Rounds(true);
        forwards.search();
        if (forwards.kept.isEmpty()) {
            return;
        }
        Rounds backwards = new Rounds(false);
        backwards.search();
        Set<String> told = new HashSet<>();
        forwards.kept.sort((a, b) -> a.length != b.length ? b.length - a.length : Arrays.compare(a, b));
        for (int[] round : forwards.kept) {
            int standing = standing(round, round.length);
            double days = ledger.day[round[round.length - 1]] - ledger.day[round[0]];
            long found = forwards.asFast(standing, round.length, days);
            long chance = backwards.asFast(standing, round.length, days);
            double genuine = Math.max(0, 1 - (chance + 0.5) / (found + 0.5));
            // a single round of its length, when chance gives none, is told with reserve
            double strength = found == 1 && chance == 0 ? 0.8 : genuine;
            List<Integer> parties = new ArrayList<>();
            List<ClaimId> evidence = new ArrayList<>();
            for (int t : round) {
                parties.add(ledger.from[t]);
                evidence.add(ledger.claim(t));
            }
            String key = parties.stream().sorted().toList().toString();
            if (parties.stream().allMatch(p -> !reporter.mayTell(ledger, p)) || !told.add(key)) {
                continue;
            }
            int first = round[0];
            int last = round[round.length - 1];
            double back = ledger.amount[last] / ledger.amount[first];
            reporter.report(
                    MoneyFinding.Kind.CYCLE,
                    reporter.ids(ledger, parties),
                    new Weighing(PRIOR)
                            .add(
                                    MoneyCriterion.RETURNS_TO_START,
                                    strength,
                                    String.format(
                                            Locale.ENGLISH,
                                            "%s of %,.2f %s that %s sent (%s) is back after %d steps in %.0f days; there"
                                                    + " are %d rounds of this length and as fast, chance lets expect %d",
                                            Ledger.percent(back),
                                            ledger.amount[first],
                                            ledger.currencyCode(first),
                                            ledger.label(ledger.from[first]),
                                            reporter.when(ledger, first),
                                            round.length,
                                            days,
                                            found,
                                            chance),
                                    evidence));
        }
    }

    /** Money that leaves within days, nearly whole. */
    void passThrough(int party) {
        int inCount = ledger.inEnd(party) - ledger.inStart(party);
        int outCount = ledger.outEnd(party) - ledger.outStart(party);
        if (inCount < FEWEST_PASSES || outCount < FEWEST_PASSES || !reporter.mayTell(ledger, party)) {
            return;
        }
        List<ClaimId> evidence = new ArrayList<>();
        Set<Integer> sources = new HashSet<>();
        Set<Integer> targets = new HashSet<>();
        Match forwards = match(party, true, evidence, sources, targets);
        Match backwards = match(party, false, new ArrayList<>(), new HashSet<>(), new HashSet<>());
        double share = forwards.matched / forwards.in;
        double chance = backwards.matched / forwards.in;
        if (forwards.passes < FEWEST_PASSES || share < 0.6 || share <= chance) {
            passesOneByOne(party);
            return;
        }
        Set<Integer> both = new HashSet<>(sources);
        both.retainAll(targets);
        if (both.size() == sources.size()) {
            return; // it goes back where it came from
        }
        List<Integer> accounts = new ArrayList<>(sources.stream().sorted().toList());
        accounts.add(party);
        accounts.addAll(
                targets.stream().filter(t -> !sources.contains(t)).sorted().toList());
        // clearly more than half must pass, and clearly more than with time reversed
        double strength = Math.min(1, (share - 0.4) / 0.5)
                * Math.min(1, (share - chance) / 0.4)
                * (1 - Math.exp(-forwards.passes / 2.5))
                * 1.1;
        reporter.report(
                MoneyFinding.Kind.PASS_THROUGH,
                reporter.ids(ledger, accounts),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.LEAVES_AT_ONCE,
                                strength,
                                String.format(
                                        Locale.ENGLISH,
                                        "%s of what comes in to %s leaves within %d days, in %d payments; with time"
                                                + " running backwards it would be %s",
                                        Ledger.percent(share),
                                        ledger.label(party),
                                        parameters.passDays(),
                                        forwards.passes,
                                        Ledger.percent(chance)),
                                evidence));
    }

    /**
     * Sums that leave within days, one by one and nearly whole, from an account that has other business too. How many such
     * pairs chance gives is told by what leaves before it comes.
     */
    private void passesOneByOne(int party) {
        List<ClaimId> evidence = new ArrayList<>();
        Set<Integer> sources = new HashSet<>();
        Set<Integer> targets = new HashSet<>();
        int passes = onward(party, true, evidence, sources, targets);
        int chance = onward(party, false, new ArrayList<>(), new HashSet<>(), new HashSet<>());
        if (passes < FEWEST_PASSES || passes <= 2 * chance) {
            return;
        }
        List<Integer> accounts = new ArrayList<>(sources.stream().sorted().toList());
        accounts.add(party);
        accounts.addAll(
                targets.stream().filter(t -> !sources.contains(t)).sorted().toList());
        reporter.report(
                MoneyFinding.Kind.PASS_THROUGH,
                reporter.ids(ledger, accounts),
                new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.LEAVES_AT_ONCE,
                                (1 - (chance + 0.5) / (passes + 0.5)) * (1 - Math.exp(-(passes - chance) / 2.0)) * 1.15,
                                String.format(
                                        Locale.ENGLISH,
                                        "%d sums that come in to %s leave within %d days, each to somebody else and nearly"
                                                + " whole; with time running backwards it would be %d",
                                        passes,
                                        ledger.label(party),
                                        parameters.passDays(),
                                        chance),
                                evidence));
    }

    private int onward(
            int party, boolean forwards, List<ClaimId> evidence, Set<Integer> sources, Set<Integer> targets) {
        int passes = 0;
        Set<Integer> used = new HashSet<>();
        int outs = ledger.outEnd(party);
        for (int i = ledger.inStart(party); i < ledger.inEnd(party); i++) {
            int in = ledger.in(i);
            if (habits.isRecurring(in)) {
                continue;
            }
            int step = forwards ? 1 : -1;
            for (int o = forwards ? ledger.outAfter(party, in) : ledger.outAfter(party, in) - 1;
                    o >= ledger.outStart(party) && o < outs;
                    o += step) {
                int out = ledger.out(o);
                if (Math.abs(ledger.day[out] - ledger.day[in]) > parameters.passDays()) {
                    break;
                }
                double passed = ledger.amount[out] / ledger.amount[in];
                if (passed >= LEAST_OF_A_PASS
                        && passed <= 1
                        && ledger.currency[out] == ledger.currency[in]
                        && ledger.to[out] != ledger.from[in]
                        && !habits.isRecurring(out)
                        && used.add(out)) {
                    passes++;
                    sources.add(ledger.from[in]);
                    targets.add(ledger.to[out]);
                    reporter.add(evidence, ledger.claim(in));
                    reporter.add(evidence, ledger.claim(out));
                    break;
                }
            }
        }
        return passes;
    }

    private static final class Match {
        double in;
        double matched;
        int passes;
    }

    /** Lays every payment out against what came in shortly before it (or after it, backwards), the oldest first. */
    private Match match(
            int party, boolean forwards, List<ClaimId> evidence, Set<Integer> sources, Set<Integer> targets) {
        Match match = new Match();
        int begin = ledger.inStart(party);
        int count = ledger.inEnd(party) - begin;
        double[] left = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] = ledger.amount[ledger.in(begin + i)];
            match.in += left[i];
        }
        int outBegin = ledger.outStart(party);
        int outs = ledger.outEnd(party) - outBegin;
        int oldest = forwards ? 0 : count - 1;
        int step = forwards ? 1 : -1;
        for (int o = 0; o < outs; o++) {
            int t = ledger.out(forwards ? outBegin + o : outBegin + outs - 1 - o);
            while (oldest >= 0
                    && oldest < count
                    && (ledger.day[t] - ledger.day[ledger.in(begin + oldest)]) * step > parameters.passDays()) {
                oldest += step;
            }
            double open = ledger.amount[t];
            double covered = 0;
            for (int i = oldest; i >= 0 && i < count && open > covered; i += step) {
                int in = ledger.in(begin + i);
                if ((in - t) * step > 0) {
                    break;
                }
                if (left[i] > 0 && ledger.currency[in] == ledger.currency[t]) {
                    double part = Math.min(left[i], open - covered);
                    covered += part;
                    left[i] -= part;
                    sources.add(ledger.from[in]);
                    reporter.add(evidence, ledger.claim(in));
                }
            }
            if (covered >= 0.8 * open) {
                match.matched += covered;
                match.passes++;
                targets.add(ledger.to[t]);
                reporter.add(evidence, ledger.claim(t));
            }
        }
        return match;
    }
}
