package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;

/**
 * Rounds: money that comes back to where it started, step by step in time. A step may be several payments of one to another
 * within days, as when a sum is split. How many rounds chance gives is counted on the same steps with time running
 * backwards, and as if everybody had kept the money longer, where no money can flow but everything else is alike.
 */
final class CyclePatterns {
    private static final double PRIOR = -4;
    /** What a step may keep for itself, and by how much it may top up. */
    private static final double LEAST_PASSED_ON = 0.8;

    private static final double MOST_PASSED_ON = 1.02;
    private static final int MOST_BRANCHES = 64;
    private static final int MOST_STEPS = 4_000;

    /** Which part of a usual month's takings a sum must be to matter. */
    private static final double MATTERS = 0.1;

    /** By how many days everybody is taken to keep money longer, to see what chance gives. */
    private static final int[] DELAYS = {7, 14};

    /** What chance gives at least, for it was tried a few times only. */
    private static final double DOUBT = 0.25;

    /** Into how many payments a step may be split; more are a busy relation and no split sum. */
    private static final int MOST_PARTS = 4;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final Cancellation cancellation;
    private final Steps steps;
    private final double leastSum;

    CyclePatterns(
            Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter, Cancellation cancellation) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        this.cancellation = cancellation;
        steps = Steps.of(ledger, parameters.passDays());
        leastSum = MATTERS * ledger.usualInAMonth(true);
    }

    /**
     * What one pays another at once: every transfer, and every run of two to {@link #MOST_PARTS} transfers between the
     * same two within days, taken together. In the order in which the last part is paid.
     */
    private static final class Steps {
        final int[][] parts;
        final int[] from;
        final int[] to;
        final double[] amount;
        final int[] currency;
        private final int[] outOffsets;
        private final int[] outs;

        private Steps(Ledger ledger, List<int[]> runs) {
            runs.sort((a, b) -> a[a.length - 1] != b[b.length - 1] ? a[a.length - 1] - b[b.length - 1] : b[0] - a[0]);
            int size = runs.size();
            parts = runs.toArray(int[][]::new);
            from = new int[size];
            to = new int[size];
            amount = new double[size];
            currency = new int[size];
            outOffsets = new int[ledger.partyCount + 1];
            for (int s = 0; s < size; s++) {
                from[s] = ledger.from[parts[s][0]];
                to[s] = ledger.to[parts[s][0]];
                currency[s] = ledger.currency[parts[s][0]];
                for (int part : parts[s]) {
                    amount[s] += ledger.amount[part];
                }
                outOffsets[from[s] + 1]++;
            }
            for (int p = 0; p < ledger.partyCount; p++) {
                outOffsets[p + 1] += outOffsets[p];
            }
            outs = new int[size];
            int[] next = outOffsets.clone();
            for (int s = 0; s < size; s++) {
                outs[next[from[s]]++] = s;
            }
        }

        static Steps of(Ledger ledger, int days) {
            List<int[]> runs = new ArrayList<>();
            Map<Integer, List<Integer>> byPayee = new HashMap<>();
            for (int party = 0; party < ledger.partyCount; party++) {
                byPayee.clear();
                for (int p = ledger.outStart(party); p < ledger.outEnd(party); p++) {
                    int t = ledger.out(p);
                    runs.add(new int[] {t});
                    byPayee.computeIfAbsent(ledger.to[t], k -> new ArrayList<>())
                            .add(t);
                }
                byPayee.values().forEach(payments -> runs(ledger, payments, days, runs));
            }
            return new Steps(ledger, runs);
        }

        private static void runs(Ledger ledger, List<Integer> payments, int days, List<int[]> runs) {
            int size = payments.size();
            for (int i = 0, end; i < size; i = end) {
                end = i + 1;
                while (end < size && ledger.day[payments.get(end)] - ledger.day[payments.get(end - 1)] <= days) {
                    end++;
                }
                int currency = ledger.currency[payments.get(i)];
                List<Integer> run = payments.subList(i, end);
                if (run.size() > 1
                        && run.size() <= MOST_PARTS
                        && run.stream().allMatch(t -> ledger.currency[t] == currency)) {
                    runs.add(run.stream().mapToInt(t -> t).toArray());
                }
            }
        }

        int size() {
            return parts.length;
        }

        int first(int step) {
            return parts[step][0];
        }

        int last(int step) {
            return parts[step][parts[step].length - 1];
        }

        int outStart(int party) {
            return outOffsets[party];
        }

        int outEnd(int party) {
            return outOffsets[party + 1];
        }

        int out(int place) {
            return outs[place];
        }

        /** The first place among a party's steps whose last part is paid on a day or later. */
        int outFrom(int party, Ledger ledger, double day) {
            int lo = outOffsets[party];
            int hi = outOffsets[party + 1];
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (ledger.day[last(outs[mid])] < day) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            return lo;
        }

        /** The first place among a party's steps whose last part is paid after a transfer. */
        int outAfter(int party, int transfer) {
            int lo = outOffsets[party];
            int hi = outOffsets[party + 1];
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (last(outs[mid]) <= transfer) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            return lo;
        }
    }

    /**
     * One search for rounds, with time running forwards or backwards, or as if everybody had kept the money for so many
     * days longer than they did: where nothing is really passed on, that gives as many.
     */
    private final class Rounds {
        final boolean forwards;
        final int delay;
        /**
         * How long the rounds of each length took, in days; those with a standing relation in them, as wages are, apart
         * from the others.
         */
        final List<List<List<Double>>> durations = new ArrayList<>();

        final List<int[]> kept = new ArrayList<>();
        private final int[] path = new int[parameters.longestCycle()];
        private final boolean[] onPath = new boolean[ledger.partyCount];
        private int tried;

        Rounds(boolean forwards, int delay) {
            this.forwards = forwards;
            this.delay = delay;
            for (int standing = 0; standing < 2; standing++) {
                durations.add(new ArrayList<>());
                for (int length = 0; length <= parameters.longestCycle(); length++) {
                    durations.get(standing).add(new ArrayList<>());
                }
            }
        }

        /** How many rounds of a length were at least as fast. */
        long asFast(int standing, int length, double days) {
            List<Double> sorted = durations.get(standing).get(length);
            int lo = 0;
            int hi = sorted.size();
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (sorted.get(mid) <= days) {
                    lo = mid + 1;
                } else {
                    hi = mid;
                }
            }
            return lo;
        }

        /** The same, made up for the days at the end that a delay leaves no room for. */
        double expected(int standing, int length, double days) {
            double lost = delay * (length - 1.0) / ledger.span();
            return lost >= 0.9 ? 0 : asFast(standing, length, days) / (1 - lost);
        }

        void search() {
            for (int s = 0; s < steps.size(); s++) {
                if ((s & 0x3ff) == 0) {
                    cancellation.check();
                }
                if (steps.amount[s] < leastSum) {
                    continue;
                }
                tried = 0;
                path[0] = s;
                onPath[steps.from[s]] = true;
                extend(1, steps.from[s], s);
                onPath[steps.from[s]] = false;
            }
            durations.forEach(lengths -> lengths.forEach(Collections::sort));
        }

        private void extend(int length, int start, int last) {
            int at = steps.to[last];
            if (onPath[at] || length == path.length) {
                return;
            }
            onPath[at] = true;
            int branches = 0;
            int way = forwards ? 1 : -1;
            int end = forwards ? steps.outEnd(at) : steps.outStart(at) - 1;
            for (int p = forwards
                            ? delay == 0
                                    ? steps.outAfter(at, steps.last(last))
                                    : steps.outFrom(at, ledger, ledger.day[steps.last(last)] + delay)
                            : (delay == 0
                                            ? steps.outAfter(at, steps.first(last) - 1)
                                            : steps.outFrom(at, ledger, ledger.day[steps.first(last)] - delay))
                                    - 1;
                    p != end && branches < MOST_BRANCHES && tried < MOST_STEPS;
                    p += way) {
                int next = steps.out(p);
                double since = forwards
                        ? ledger.day[steps.last(next)] - ledger.day[steps.first(path[0])]
                        : ledger.day[steps.last(path[0])] - ledger.day[steps.first(next)];
                since -= (double) delay * length;
                if (since > parameters.cycleDays()) {
                    break;
                }
                double passed = steps.amount[next] / steps.amount[last];
                if (steps.currency[next] != steps.currency[last]
                        || (forwards && steps.first(next) < steps.last(last))
                        || !(passed >= LEAST_PASSED_ON && passed <= MOST_PASSED_ON)) {
                    continue;
                }
                branches++;
                tried++;
                path[length] = next;
                if (steps.to[next] == start) {
                    if (length >= 2) {
                        durations
                                .get(standing(path, length + 1))
                                .get(length + 1)
                                .add(since);
                        if (forwards && delay == 0) {
                            kept.add(Arrays.copyOf(path, length + 1));
                        }
                    }
                } else {
                    extend(length + 1, start, next);
                }
            }
            onPath[at] = false;
        }
    }

    /** 1 when a step of a round belongs to a standing relation, and 0 when none does. */
    private int standing(int[] round, int length) {
        for (int i = 0; i < length; i++) {
            for (int part : steps.parts[round[i]]) {
                if (habits.isRecurring(part)) {
                    return 1;
                }
            }
        }
        return 0;
    }

    /** Rounds of three accounts or more; two are a loan paid back. */
    void cycles() {
        Rounds forwards = new Rounds(true, 0);
        forwards.search();
        if (forwards.kept.isEmpty()) {
            return;
        }
        List<Rounds> byChance = new ArrayList<>(List.of(new Rounds(false, 0)));
        for (int delay : DELAYS) {
            byChance.add(new Rounds(true, delay));
            byChance.add(new Rounds(false, delay));
        }
        byChance.forEach(Rounds::search);
        Set<String> told = new HashSet<>();
        forwards.kept.sort((a, b) -> a.length != b.length ? b.length - a.length : Arrays.compare(a, b));
        for (int[] round : forwards.kept) {
            int standing = standing(round, round.length);
            int first = steps.first(round[0]);
            int last = round[round.length - 1];
            double days = ledger.day[steps.last(last)] - ledger.day[first];
            long found = forwards.asFast(standing, round.length, days);
            double chance = byChance.stream()
                    .mapToDouble(rounds -> rounds.expected(standing, round.length, days))
                    .average()
                    .orElse(0);
            double genuine = Math.max(0, 1 - (chance + DOUBT) / (found + DOUBT));
            List<Integer> parties = new ArrayList<>();
            List<ClaimId> evidence = new ArrayList<>();
            for (int s : round) {
                parties.add(steps.from[s]);
                for (int part : steps.parts[s]) {
                    evidence.add(ledger.claim(part));
                }
            }
            String key = parties.stream().sorted().toList().toString();
            if (parties.stream().allMatch(p -> !reporter.mayTell(ledger, p)) || !told.add(key)) {
                continue;
            }
            double back = steps.amount[last] / steps.amount[round[0]];
            reporter.report(
                    MoneyFinding.Kind.CYCLE,
                    reporter.ids(ledger, parties),
                    new Weighing(PRIOR)
                            .add(
                                    MoneyCriterion.RETURNS_TO_START,
                                    genuine,
                                    String.format(
                                            Locale.ENGLISH,
                                            "%s of %,.2f %s that %s sent (%s) is back after %d steps in %.0f days; there"
                                                    + " are %d rounds of this length and as fast, where chance lets expect %.1f.",
                                            Ledger.percent(back),
                                            steps.amount[round[0]],
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
}
