package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every party pays as a rule, so that what is out of the ordinary shows. A payment is out of habit when it differs
 * from the payer's usual amount (median, by orders of magnitude) by more than a factor of three and more than four times
 * the usual spread; a payer with too few payments has no habit.
 */
final class Habits {
    private static final int FEWEST = 5;
    private static final double FACTOR = Math.log(3);
    private static final double SPREADS = 4 * 1.4826;
    private static final int RECURRING = 3;

    /** Sums that differ by no more than so much from each other's middle are the same sum again: wages, rent, fees. */
    private static final double SAME_SUM = 0.1;

    /** In days. */
    private static final double SHORTEST_INTERVAL = 5;

    private static final double MONTHLY = 20;

    private static final int FEWEST_WEEKLY = 6;

    /** How far, as a share, intervals of a standing order depart from the usual one: weekends and holidays. */
    private static final double REGULAR = 0.25;

    private final BitSet outOfHabit = new BitSet();
    private final BitSet recurring = new BitSet();
    private final BitSet steady = new BitSet();
    private final int habitual;

    Habits(Ledger ledger) {
        int judged = 0;
        for (int p = 0; p < ledger.partyCount; p++) {
            int begin = ledger.outStart(p);
            int count = ledger.outEnd(p) - begin;
            if (count == 0) {
                continue;
            }
            double[] logs = new double[count];
            for (int i = 0; i < count; i++) {
                logs[i] = Math.log(Math.max(1e-9, ledger.amount[ledger.out(begin + i)]));
            }
            if (count >= FEWEST) {
                double usual = median(logs.clone());
                double[] off = Arrays.stream(logs).map(x -> Math.abs(x - usual)).toArray();
                double limit = Math.max(FACTOR, SPREADS * median(off.clone()));
                for (int i = 0; i < count; i++) {
                    judged++;
                    if (off[i] > limit) {
                        outOfHabit.set(ledger.out(begin + i));
                    }
                }
            }
            // a recipient paid on three or more days, each no more than twice another, is a standing relation
            Map<Integer, double[]> days = new HashMap<>();
            for (int i = begin; i < begin + count; i++) {
                int t = ledger.out(i);
                double[] known = days.computeIfAbsent(ledger.to[t], k -> new double[] {-1e18, 0});
                if (ledger.day[t] - known[0] >= 1) {
                    known[0] = ledger.day[t];
                    known[1]++;
                }
            }
            Map<Integer, List<Integer>> standing = new HashMap<>();
            for (int i = begin; i < begin + count; i++) {
                int t = ledger.out(i);
                if (days.getOrDefault(ledger.to[t], new double[2])[1] >= RECURRING) {
                    recurring.set(t);
                    standing.computeIfAbsent(ledger.to[t], k -> new ArrayList<>())
                            .add(t);
                }
            }
            standing.values().forEach(payments -> {
                double[] sums =
                        payments.stream().mapToDouble(t -> ledger.amount[t]).toArray();
                if (relativeSpread(sums, median(sums.clone())) <= SAME_SUM && isRegular(ledger, payments)) {
                    payments.forEach(steady::set);
                }
            });
        }
        habitual = judged;
    }

    /** Whether payments come week by week, month by month, or at other even times, now and then one missed. */
    private static boolean isRegular(Ledger ledger, List<Integer> payments) {
        double[] intervals = ledger.intervals(payments);
        double usual = median(intervals.clone());
        // three payments a week apart are no standing order yet
        return (usual >= MONTHLY || (usual >= SHORTEST_INTERVAL && payments.size() >= FEWEST_WEEKLY))
                && relativeSpread(intervals, usual) <= REGULAR;
    }

    static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    /** Median distance from a middle, as a share of it, scaled as a standard deviation. */
    static double relativeSpread(double[] values, double middle) {
        double[] off = Arrays.stream(values)
                .map(v -> Math.abs(v - middle) / Math.max(1e-9, Math.abs(middle)))
                .toArray();
        return 1.4826 * median(off);
    }

    /** How regular intervals are, from 0 to 1 for all alike. */
    static double rhythm(double[] intervals) {
        return 1 - Math.min(1, relativeSpread(intervals, median(intervals.clone())) * 2);
    }

    /** Whether a payment is quite unlike what its payer pays otherwise. */
    boolean isOutOfHabit(int transfer) {
        return outOfHabit.get(transfer);
    }

    /** Whether payer and payee have a standing relation: payments on three or more days. */
    boolean isRecurring(int transfer) {
        return recurring.get(transfer);
    }

    /** Whether it is one of three or more payments of much the same sum at even times between the same two: wages, rent. */
    boolean isSteady(int transfer) {
        return steady.get(transfer);
    }

    /** Which share of all payments that can be judged is out of habit. */
    double shareOutOfHabit() {
        return habitual == 0 ? 0 : (double) outOfHabit.cardinality() / habitual;
    }
}
