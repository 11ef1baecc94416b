package org.manumit.graph.analysis.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.manumit.graph.CallTable;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.job.Cancellation;

/**
 * Finds chains of calls A to B, then B to C within minutes, that happen far oftener than B's calls to C and from A let
 * expect by chance. Time linear in the records and in the calls that follow each other.
 */
public final class CallChains {

    private static final int FEWEST = 3;
    private static final int MOST_EVIDENCE = 20;
    private static final double LEAST_SURPRISE = 8;

    private CallChains() {}

    private static final class Count {
        int times;
        int passedOn = -1;
        final List<ClaimId> evidence = new ArrayList<>();
    }

    /** Finds those of all numbers, as {@link #find(CallIndex, IntPredicate, Duration, int, Cancellation)}. */
    public static List<CallChain> find(CallIndex index, Duration within, int most, Cancellation cancellation) {
        return find(index, number -> true, within, most, cancellation);
    }

    /**
     * Finds them, the least likely by chance first.
     *
     * @param passing numbers that may be the one in the middle
     * @param within how soon the second call must begin after the first
     * @param most how many to tell at most
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<CallChain> find(
            CallIndex index, IntPredicate passing, Duration within, int most, Cancellation cancellation) {
        CallTable calls = index.graph().calls();
        long seconds = within.toSeconds();
        List<CallChain> found = new ArrayList<>();
        for (int middle = 0; middle < index.size(); middle++) {
            if ((middle & 0xff) == 0) {
                cancellation.check();
            }
            if (!passing.test(middle)) {
                continue;
            }
            int n = index.count(middle);
            Map<Long, Count> chains = new HashMap<>();
            Map<Integer, Integer> in = new HashMap<>();
            Map<Integer, Integer> out = new HashMap<>();
            for (int i = 0; i < n; i++) {
                int row = index.row(middle, i);
                int other = index.other(middle, row);
                if (index.isCaller(middle, row)) {
                    out.merge(other, 1, Integer::sum);
                    continue;
                }
                in.merge(other, 1, Integer::sum);
                // the next call out passes on; a later one within the time may answer somebody else
                for (int j = i + 1; j < n && index.time(middle, j) - index.time(middle, i) <= seconds; j++) {
                    int next = index.row(middle, j);
                    if (index.isCaller(middle, next)) {
                        int last = index.other(middle, next);
                        if (last != other) {
                            Count count = chains.computeIfAbsent((long) other << 32 | last, k -> new Count());
                            // who rings three times before it is passed on has told it once
                            if (count.passedOn == next) {
                                break;
                            }
                            count.passedOn = next;
                            count.times++;
                            if (count.evidence.size() < MOST_EVIDENCE) {
                                count.evidence.add(calls.claim(row));
                                count.evidence.add(calls.claim(next));
                            }
                        }
                        break;
                    }
                }
            }
            double span = Math.max(seconds, index.last(middle) - index.first(middle));
            for (Map.Entry<Long, Count> chain : chains.entrySet()) {
                int first = (int) (chain.getKey() >>> 32);
                int last = (int) (long) chain.getKey();
                int times = chain.getValue().times;
                double expected =
                        Math.max(0.01, in.getOrDefault(first, 0) * (double) out.getOrDefault(last, 0) * seconds / span);
                double surprise = times * Math.log(times / expected) - (times - expected);
                if (times >= FEWEST && times > expected && surprise >= LEAST_SURPRISE) {
                    found.add(new CallChain(
                            id(index, first),
                            id(index, middle),
                            id(index, last),
                            times,
                            expected,
                            surprise,
                            chain.getValue().evidence));
                }
            }
        }
        found.sort(Comparator.comparingDouble(CallChain::surprise)
                .reversed()
                .thenComparing(CallChain::first)
                .thenComparing(CallChain::middle)
                .thenComparing(CallChain::last));
        return found.stream().limit(most).toList();
    }

    private static EntityId id(CallIndex index, int number) {
        return index.graph().entity(index.entity(number)).id();
    }
}
