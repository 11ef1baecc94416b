package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;

/**
 * Money that leaves as it comes. What chance gives is counted on the same transfers with time running backwards, where no
 * money can flow but everything else is alike.
 */
final class PassagePatterns {
    private static final double PRIOR = -4;
    private static final int FEWEST_PASSES = 3;

    /** Which part of a usual month's takings a sum must be to matter. */
    private static final double MATTERS = 0.1;

    /** By how many times the days in which money leaves what comes in is moved, to see what chance gives. */
    private static final int[] SHIFTS = {-8, -6, -4, -2, 2, 4, 6, 8};

    private static final double LEAST_EXPECTED = 0.2;

    /** Among how many of the last sums that came in one that went out looks for those it is made of. */
    private static final int MOST_LOOKED_AT = 8;

    /** What somebody who passes single sums on keeps at most, a commission, leaves so much. */
    private static final double LEAST_OF_A_PASS = 0.85;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final double leastSum;

    /** Of how many parties so many sums come and go that some might pass through. */
    private final int asked;

    PassagePatterns(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        leastSum = MATTERS * ledger.usualInAMonth(true);
        int able = 0;
        for (int party = 0; party < ledger.partyCount; party++) {
            int in = 0;
            int out = 0;
            for (int i = ledger.inStart(party); i < ledger.inEnd(party) && in < FEWEST_PASSES; i++) {
                in += matters(ledger.in(i)) ? 1 : 0;
            }
            for (int o = ledger.outStart(party); o < ledger.outEnd(party) && out < FEWEST_PASSES; o++) {
                out += matters(ledger.out(o)) ? 1 : 0;
            }
            able += in == FEWEST_PASSES && out == FEWEST_PASSES ? 1 : 0;
        }
        asked = able;
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
        double share = forwards.matched / Math.max(1e-9, forwards.in);
        double chance = backwards.matched / Math.max(1e-9, forwards.in);
        if (forwards.passes < FEWEST_PASSES
                || forwards.matched < FEWEST_PASSES * leastSum
                || share < 0.6
                || share <= chance) {
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
                                                + " running backwards it would be %s.",
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
        int passes = onward(party, 0, evidence, sources, targets);
        if (passes < FEWEST_PASSES) {
            return;
        }
        double chance = 0;
        for (int shift : SHIFTS) {
            chance += (double) onward(
                            party, shift * parameters.passDays(), new ArrayList<>(), new HashSet<>(), new HashSet<>())
                    / SHIFTS.length;
        }
        double expected = Math.max(LEAST_EXPECTED, chance);
        double surprise = passes <= expected ? 0 : passes * Math.log(passes / expected) - (passes - expected);
        surprise -= Math.log(Math.max(1, asked));
        if (surprise <= 0) {
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
                                0.73 + surprise / 20,
                                String.format(
                                        Locale.ENGLISH,
                                        "%d sums that come in to %s leave within %d days, each to somebody else and nearly"
                                                + " whole; at other times it would be %.1f.",
                                        passes,
                                        ledger.label(party),
                                        parameters.passDays(),
                                        chance),
                                evidence));
    }

    /**
     * How many sums go out that one sum, or two together, brought shortly before. Wages, rent and other standing orders are
     * left out, but not whom somebody pays again and again what varies.
     *
     * @param shift by how many days what comes in is taken to have come later, which tells what chance gives
     */
    private int onward(int party, int shift, List<ClaimId> evidence, Set<Integer> sources, Set<Integer> targets) {
        int passes = 0;
        BitSet used = new BitSet();
        int begin = ledger.inStart(party);
        int end = ledger.inEnd(party);
        int newest = begin - 1;
        for (int o = ledger.outStart(party); o < ledger.outEnd(party); o++) {
            int out = ledger.out(o);
            while (newest + 1 < end
                    && (shift == 0
                            ? ledger.in(newest + 1) < out
                            : ledger.day[ledger.in(newest + 1)] + shift <= ledger.day[out])) {
                newest++;
            }
            if (!matters(out)) {
                continue;
            }
            int[] made = madeOf(out, newest, begin, shift, used);
            if (made.length > 0) {
                passes++;
                targets.add(ledger.to[out]);
                for (int in : made) {
                    used.set(in);
                    sources.add(ledger.from[in]);
                    reporter.add(evidence, ledger.claim(in));
                }
                reporter.add(evidence, ledger.claim(out));
            }
        }
        return passes;
    }

    private int[] madeOf(int out, int newest, int begin, int shift, BitSet used) {
        int[] near = new int[MOST_LOOKED_AT];
        int count = 0;
        for (int i = newest; i >= begin && count < MOST_LOOKED_AT; i--) {
            int in = ledger.in(i);
            if (ledger.day[out] - ledger.day[in] - shift > parameters.passDays()) {
                break;
            }
            if (!used.get(in)
                    && ledger.from[in] != ledger.to[out]
                    && ledger.currency[in] == ledger.currency[out]
                    && matters(in)) {
                if (passes(out, ledger.amount[in])) {
                    return new int[] {in};
                }
                near[count++] = in;
            }
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                if (passes(out, ledger.amount[near[a]] + ledger.amount[near[b]])) {
                    return new int[] {near[a], near[b]};
                }
            }
        }
        return new int[0];
    }

    /** Small change and what comes month by month passes through every account. */
    private boolean matters(int transfer) {
        return ledger.amount[transfer] >= leastSum && !habits.isSteady(transfer);
    }

    private boolean passes(int out, double in) {
        double passed = ledger.amount[out] / in;
        return passed >= LEAST_OF_A_PASS && passed <= 1;
    }

    private static final class Match {
        double in;
        double matched;
        int passes;
    }

    /**
     * Lays every payment out against what came in shortly before it (or after it, backwards), the oldest first. Wages and
     * rent, which come and go month by month, are left out.
     */
    private Match match(
            int party, boolean forwards, List<ClaimId> evidence, Set<Integer> sources, Set<Integer> targets) {
        Match match = new Match();
        int begin = ledger.inStart(party);
        int count = ledger.inEnd(party) - begin;
        double[] left = new double[count];
        for (int i = 0; i < count; i++) {
            int in = ledger.in(begin + i);
            left[i] = habits.isSteady(in) ? 0 : ledger.amount[in];
            match.in += left[i];
        }
        int outBegin = ledger.outStart(party);
        int outs = ledger.outEnd(party) - outBegin;
        int oldest = forwards ? 0 : count - 1;
        int step = forwards ? 1 : -1;
        for (int o = 0; o < outs; o++) {
            int t = ledger.out(forwards ? outBegin + o : outBegin + outs - 1 - o);
            if (habits.isSteady(t)) {
                continue;
            }
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
