package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Victims;

/**
 * Finds numbers that took over from others: the same contacts, the same places, the same handset with a new SIM card,
 * while the old number falls silent. Every number that falls silent is compared with those that appear about then and
 * share a contact or handset with it; a number takes over from one and is taken over by one, the best founded pairs
 * first. Numbers of victims are left out on both sides: a victim who escaped is not to be found by this (000, l.
 * 945-949). Time nearly linear in the records, but for very common contacts, which tell nothing and are skipped.
 */
public final class SuccessorNumbers {

    private static final double STRAY = 0.05;
    private static final double THINNER = 10;

    private final CallIndex index;
    private final CaseGraph graph;
    private final SuccessorParameters parameters;
    private final Handsets handsets;
    private final int[][] contacts;
    private final TakeOver takeOver;

    /** With which of its records each number falls silent. */
    private final int[] last;

    private SuccessorNumbers(CallIndex index, SuccessorParameters parameters) {
        this.index = index;
        this.parameters = parameters;
        graph = index.graph();
        handsets = Handsets.of(index);
        contacts = new int[index.size()][];
        last = new int[index.size()];
        for (int n = 0; n < contacts.length; n++) {
            contacts[n] = index.contacts(n);
        }
        takeOver = new TakeOver(index, parameters, handsets, contacts);
    }

    /**
     * Finds them, the best founded first.
     *
     * @param victims whose numbers are left out
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<SuccessorNumber> find(
            CallIndex index,
            Victims victims,
            SuccessorParameters parameters,
            Progress progress,
            Cancellation cancellation) {
        return new SuccessorNumbers(index, parameters).find(victims, progress, cancellation);
    }

    private List<SuccessorNumber> find(Victims victims, Progress progress, Cancellation cancellation) {
        int n = index.size();
        long silence = parameters.shortestSilence().toSeconds();
        BitSet ends = new BitSet(n);
        BitSet begins = new BitSet(n);
        for (int a = 0; a < n; a++) {
            if (index.count(a) < parameters.leastRecords()
                    || !index.isPhone(a)
                    || victims.isProtected(index.entity(a))) {
                continue;
            }
            last[a] = lastInUse(a);
            if (index.coveredUntil(a) - last(a) >= silence) {
                ends.set(a);
            }
            if (index.first(a) - index.coveredSince(a) >= silence) {
                begins.set(a);
            }
        }
        Map<Integer, int[]> byHandset = handsets.numbers(begins);
        List<Pair> pairs = new ArrayList<>();
        int done = 0;
        for (int a = ends.nextSetBit(0); a >= 0; a = ends.nextSetBit(a + 1)) {
            cancellation.check();
            if ((++done & 63) == 0) {
                progress.report(done, ends.cardinality(), "Looking for numbers that took over from others");
            }
            for (int b : candidates(a, begins, byHandset)) {
                @Nullable Weighing weighing = takeOver.weigh(a, last[a], b);
                if (weighing != null) {
                    pairs.add(new Pair(a, b, weighing));
                }
            }
        }
        return best(pairs);
    }

    private List<SuccessorNumber> best(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.weighing.score())
                .thenComparingInt(p -> p.from)
                .thenComparingInt(p -> p.to));
        double[] byFrom = new double[index.size()];
        double[] byTo = new double[index.size()];
        pairs.forEach(p -> {
            byFrom[p.from] += odds(p);
            byTo[p.to] += odds(p);
        });
        BitSet left = new BitSet();
        BitSet taken = new BitSet();
        List<SuccessorNumber> found = new ArrayList<>();
        for (Pair pair : pairs) {
            if (left.get(pair.from) || taken.get(pair.to)) {
                continue;
            }
            // of several that may have taken over one at most did, so the odds of the others count against each
            double score = odds(pair) / (1 + Math.max(byFrom[pair.from], byTo[pair.to]));
            if (score >= parameters.leastScore()) {
                left.set(pair.from);
                taken.set(pair.to);
                found.add(new SuccessorNumber(
                        graph.entity(index.entity(pair.from)).id(),
                        graph.entity(index.entity(pair.to)).id(),
                        score,
                        pair.weighing.reasonsFor(),
                        pair.weighing.reasonsAgainst()));
            }
        }
        found.sort(Comparator.comparingDouble(SuccessorNumber::score).reversed());
        return List.copyOf(found);
    }

    private static double odds(Pair pair) {
        return pair.weighing.score() / (1 - pair.weighing.score());
    }

    /**
     * The record with which a number falls silent, as good as: who does not know the new number yet still tries the old
     * one, and whoever finds the card may use it once. What comes after may be {@link #STRAY} of all at most, must come
     * after a pause, and must come {@link #THINNER} times as seldom as before.
     */
    private int lastInUse(int a) {
        int count = index.count(a);
        long until = index.coveredUntil(a);
        int strays = (int) (STRAY * count);
        for (int end = count - 1 - strays; end < count - 1; end++) {
            long used = index.time(a, end) - index.first(a);
            long silent = until - index.time(a, end);
            long pause = index.time(a, end + 1) - index.time(a, end);
            if (silent >= parameters.shortestSilence().toSeconds()
                    && (double) pause * end >= THINNER * used
                    && (double) (count - 1 - end) * used * THINNER <= (double) (end + 1) * silent) {
                return end;
            }
        }
        return count - 1;
    }

    private long last(int a) {
        return index.time(a, last[a]);
    }

    private record Pair(int from, int to, Weighing weighing) {}

    private boolean inTime(int a, int b) {
        long gap = index.first(b) - last(a);
        return gap <= parameters.longestGap().toSeconds()
                && gap >= -parameters.longestOverlap().toSeconds()
                && index.last(b) > last(a);
    }

    private int[] candidates(int a, BitSet begins, Map<Integer, int[]> byHandset) {
        BitSet found = new BitSet();
        if (!byHandset.isEmpty()) {
            for (int handset : handsets.of(a, 0, index.count(a))) {
                for (int b : byHandset.getOrDefault(handset, new int[0])) {
                    found.set(b);
                }
            }
        }
        for (int c : contacts[a]) {
            if (contacts[c].length <= TakeOver.COMMON_CONTACT) {
                for (int b : contacts[c]) {
                    if (begins.get(b)) {
                        found.set(b);
                    }
                }
            }
        }
        found.clear(a);
        return found.stream().filter(b -> inTime(a, b)).toArray();
    }
}
