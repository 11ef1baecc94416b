package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;

/**
 * Finds dense blocks of short calls. Pairs that call each other shortly and repeatedly are kept; the number with the
 * least to do with the rest is taken away again and again, callers and called apart, and the densest stage on the way is
 * a block (Charikar 2000, for directed graphs as Hooi and others 2016). The block's pairs are then removed and the next
 * sought. Time O(pairs log pairs) a block.
 */
public final class DenseBlocks {

    private static final double PRIOR = -3;
    private static final int MOST_EVIDENCE = 20;

    private final CallIndex index;
    private final DenseBlockParameters parameters;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] calls = new int[64];
    private int pairCount;
    private long shortCalls;

    private DenseBlocks(CallIndex index, DenseBlockParameters parameters) {
        this.index = index;
        this.parameters = parameters;
    }

    /**
     * Finds them, the best founded first.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<DenseBlock> find(CallIndex index, DenseBlockParameters parameters, Cancellation cancellation) {
        return new DenseBlocks(index, parameters).find(cancellation);
    }

    private List<DenseBlock> find(Cancellation cancellation) {
        collectPairs();
        BitSet left = new BitSet(pairCount);
        left.set(0, pairCount);
        List<DenseBlock> blocks = new ArrayList<>();
        for (int i = 0; i < parameters.mostBlocks() && !left.isEmpty(); i++) {
            cancellation.check();
            BitSet block = densest(left);
            if (block.isEmpty()) {
                break;
            }
            BitSet callers = new BitSet();
            BitSet called = new BitSet();
            block.stream().forEach(p -> {
                callers.set(from[p]);
                called.set(to[p]);
            });
            left.andNot(block);
            BitSet both = (BitSet) callers.clone();
            both.and(called);
            int numbers = callers.cardinality() + called.cardinality() - both.cardinality();
            double possible = (double) callers.cardinality() * called.cardinality() - both.cardinality();
            double density = block.cardinality() / Math.max(1, possible);
            if (numbers >= parameters.leastNumbers()
                    && callers.cardinality() > 1
                    && called.cardinality() > 1
                    && density >= parameters.leastDensity()) {
                blocks.add(describe(block, callers, called, density));
            }
        }
        blocks.sort(Comparator.comparingDouble(DenseBlock::score)
                .reversed()
                .thenComparing(Comparator.comparingInt(DenseBlock::calls).reversed()));
        return List.copyOf(blocks);
    }

    private boolean isShort(int row) {
        CallTable table = index.graph().calls();
        return table.kind(row) == CallTable.Kind.CALL
                && table.duration(row) >= 0
                && table.duration(row) <= parameters.longestCall().toSeconds();
    }

    private void collectPairs() {
        CallTable table = index.graph().calls();
        int[] count = new int[index.size()];
        for (int a = 0; a < index.size(); a++) {
            int[] contacts = index.contacts(a);
            for (int i = 0; i < index.count(a); i++) {
                int row = index.row(a, i);
                if (index.isCaller(a, row) && isShort(row)) {
                    count[index.number(table.to(row))]++;
                    shortCalls++;
                }
            }
            for (int b : contacts) {
                if (count[b] >= parameters.leastCallsOfPair()) {
                    if (pairCount == from.length) {
                        from = Arrays.copyOf(from, pairCount * 2);
                        to = Arrays.copyOf(to, pairCount * 2);
                        calls = Arrays.copyOf(calls, pairCount * 2);
                    }
                    from[pairCount] = a;
                    to[pairCount] = b;
                    calls[pairCount++] = count[b];
                }
                count[b] = 0;
            }
        }
    }

    /** A pair that calls a hundred times is not ten times the block that ten pairs are. */
    private double weight(int pair) {
        return Math.log1p(calls[pair]);
    }

    private record End(double weight, int end) {}

    /** The pairs of the densest block among those left. */
    private BitSet densest(BitSet left) {
        int n = index.size();
        double[] weight = new double[2 * n];
        int[] pairs = left.stream().toArray();
        int[] offsets = new int[2 * n + 1];
        double total = 0;
        for (int p : pairs) {
            weight[from[p]] += weight(p);
            weight[n + to[p]] += weight(p);
            offsets[from[p] + 1]++;
            offsets[n + to[p] + 1]++;
            total += weight(p);
        }
        int ends = 0;
        PriorityQueue<End> queue =
                new PriorityQueue<>(Comparator.comparingDouble(End::weight).thenComparingInt(End::end));
        for (int e = 0; e < 2 * n; e++) {
            if (offsets[e + 1] > 0) {
                ends++;
                queue.add(new End(weight[e], e));
            }
        }
        for (int e = 0; e < 2 * n; e++) {
            offsets[e + 1] += offsets[e];
        }
        int[] next = offsets.clone();
        int[] of = new int[2 * pairs.length];
        for (int p : pairs) {
            of[next[from[p]]++] = p;
            of[next[n + to[p]]++] = p;
        }
        int[] removed = new int[ends];
        BitSet gone = new BitSet(2 * n);
        int removals = 0;
        int bestAt = 0;
        double bestDensity = 0;
        int remaining = ends;
        while (!queue.isEmpty()) {
            End end = queue.remove();
            if (gone.get(end.end()) || end.weight() != weight[end.end()]) {
                continue; // an older entry of an end whose weight has changed since
            }
            double density = total / remaining;
            if (density > bestDensity + 1e-12) {
                bestDensity = density;
                bestAt = removals;
            }
            gone.set(end.end());
            removed[removals++] = end.end();
            remaining--;
            for (int i = offsets[end.end()]; i < offsets[end.end() + 1]; i++) {
                int p = of[i];
                int other = end.end() < n ? n + to[p] : from[p];
                if (!gone.get(other)) {
                    total -= weight(p);
                    weight[other] -= weight(p);
                    queue.add(new End(weight[other], other));
                }
            }
        }
        BitSet out = new BitSet(2 * n);
        for (int i = 0; i < bestAt; i++) {
            out.set(removed[i]);
        }
        BitSet block = new BitSet(pairCount);
        for (int p : pairs) {
            if (!out.get(from[p]) && !out.get(n + to[p])) {
                block.set(p);
            }
        }
        return block;
    }

    private DenseBlock describe(BitSet block, BitSet callers, BitSet called, double density) {
        CaseGraph graph = index.graph();
        CallTable table = graph.calls();
        int count = 0;
        List<ClaimId> evidence = new ArrayList<>();
        int[] durations = new int[64];
        for (int a = callers.nextSetBit(0); a >= 0; a = callers.nextSetBit(a + 1)) {
            for (int i = 0; i < index.count(a); i++) {
                int row = index.row(a, i);
                if (index.isCaller(a, row) && called.get(index.number(table.to(row))) && isShort(row)) {
                    durations = count < durations.length ? durations : Arrays.copyOf(durations, count * 2);
                    durations[count++] = table.duration(row);
                    if (evidence.size() < MOST_EVIDENCE) {
                        evidence.add(table.claim(row));
                    }
                }
            }
        }
        Arrays.sort(durations, 0, count);
        int median = count == 0 ? 0 : durations[count / 2];
        double share = shortCalls == 0 ? 0 : (double) count / shortCalls;
        Weighing weighing = new Weighing(PRIOR)
                .add(
                        CallCriterion.DENSE_SHORT_CALLS,
                        0.5 * density + 0.5 * (1 - Math.exp(-block.cardinality() / 20.0)),
                        String.format(
                                Locale.ENGLISH,
                                "%,d numbers call %,d numbers %,d times for at most %s, as a rule %d seconds; %d of"
                                        + " %,d possible pairs do so repeatedly; these are %s of all short calls",
                                callers.cardinality(),
                                called.cardinality(),
                                count,
                                Wording.stretch(
                                        (double) parameters.longestCall().toSeconds()),
                                median,
                                block.cardinality(),
                                Math.round(block.cardinality() / density),
                                Wording.percent(share)),
                        evidence);
        return new DenseBlock(
                ids(callers),
                ids(called),
                count,
                block.cardinality(),
                density,
                median,
                weighing.score(),
                weighing.reasonsFor());
    }

    private List<EntityId> ids(BitSet numbers) {
        return numbers.stream()
                .mapToObj(n -> index.graph().entity(index.entity(n)).id())
                .toList();
    }
}
