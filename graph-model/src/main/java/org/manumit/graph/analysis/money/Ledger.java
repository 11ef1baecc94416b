package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.Actors;

/**
 * Transfers that can be put in an order of time with each other, between those who stand behind the accounts, in that
 * order, with each party's own in order too. Times are in days; steps of a sequence count as days and are never mixed
 * with dates or other sequences. Transfers within one hand are left out.
 */
final class Ledger {

    private final CaseGraph graph;
    private final int[] parties;
    private final int[] rows;
    final int size;
    final int partyCount;
    final int[] from;
    final int[] to;
    final double[] amount;
    final int[] currency;
    final double[] day;
    private final int[] outOffsets;
    private final int[] outs;
    private final int[] inOffsets;
    private final int[] ins;

    private Ledger(CaseGraph graph, Actors actors, int[] chosen) {
        this.graph = graph;
        TransferTable transfers = graph.transfers();
        size = chosen.length;
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        int[] sorted = Arrays.stream(order)
                .boxed()
                .sorted((a, b) -> {
                    int byTime = Long.compare(
                            transfers.time(chosen[(int) (long) a]), transfers.time(chosen[(int) (long) b]));
                    return byTime != 0 ? byTime : Long.compare(a, b);
                })
                .mapToInt(i -> chosen[(int) (long) i])
                .toArray();
        rows = sorted;
        BitSet used = new BitSet();
        int[] fromEntity = new int[size];
        int[] toEntity = new int[size];
        for (int i = 0; i < size; i++) {
            fromEntity[i] = actorAt(actors, transfers, transfers.from(rows[i]), rows[i]);
            toEntity[i] = actorAt(actors, transfers, transfers.to(rows[i]), rows[i]);
            used.set(fromEntity[i]);
            used.set(toEntity[i]);
        }
        parties = used.stream().toArray();
        partyCount = parties.length;
        int[] number = new int[graph.entities().size()];
        for (int p = 0; p < partyCount; p++) {
            number[parties[p]] = p;
        }
        from = new int[size];
        to = new int[size];
        amount = new double[size];
        currency = new int[size];
        day = new double[size];
        outOffsets = new int[partyCount + 1];
        inOffsets = new int[partyCount + 1];
        for (int i = 0; i < size; i++) {
            from[i] = number[fromEntity[i]];
            to[i] = number[toEntity[i]];
            amount[i] = transfers.amountAsDouble(rows[i]);
            currency[i] = transfers.currency(rows[i]).hashCode();
            double time = transfers.time(rows[i]);
            day[i] = transfers.basis(rows[i]) == TransferTable.TimeBasis.STEP ? time : time / 86_400;
            outOffsets[from[i] + 1]++;
            inOffsets[to[i] + 1]++;
        }
        for (int p = 0; p < partyCount; p++) {
            outOffsets[p + 1] += outOffsets[p];
            inOffsets[p + 1] += inOffsets[p];
        }
        outs = new int[size];
        ins = new int[size];
        int[] nextOut = outOffsets.clone();
        int[] nextIn = inOffsets.clone();
        for (int i = 0; i < size; i++) {
            outs[nextOut[from[i]]++] = i;
            ins[nextIn[to[i]]++] = i;
        }
    }

    private static int actorAt(Actors actors, TransferTable transfers, int entity, int row) {
        return actors.actorAt(
                entity,
                switch (transfers.basis(row)) {
                    case INSTANT, DATE -> transfers.time(row);
                    case STEP, NONE -> CallTable.NO_TIME;
                });
    }

    /** One ledger for all dated transfers, and one for each source that gives steps; undated transfers are in none. */
    static Ledger[] of(CaseGraph graph, Actors actors) {
        TransferTable transfers = graph.transfers();
        int groups = transfers.sources().size() + 1;
        int[][] chosen = new int[groups][0];
        int[] counts = new int[groups];
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < transfers.size(); i++) {
                if (transfers.from(i) == TransferTable.NONE
                        || transfers.to(i) == TransferTable.NONE
                        || transfers.basis(i) == TransferTable.TimeBasis.NONE
                        || actorAt(actors, transfers, transfers.from(i), i)
                                == actorAt(actors, transfers, transfers.to(i), i)) {
                    continue;
                }
                int group = transfers.basis(i) == TransferTable.TimeBasis.STEP ? transfers.sourceIndex(i) + 1 : 0;
                if (pass == 1) {
                    chosen[group][counts[group]] = i;
                }
                counts[group]++;
            }
            if (pass == 0) {
                for (int g = 0; g < groups; g++) {
                    chosen[g] = new int[counts[g]];
                }
            }
        }
        return Arrays.stream(chosen)
                .filter(rows -> rows.length > 0)
                .map(rows -> new Ledger(graph, actors, rows))
                .toArray(Ledger[]::new);
    }

    int entity(int party) {
        return parties[party];
    }

    String label(int party) {
        return graph.entity(parties[party]).label();
    }

    ClaimId claim(int transfer) {
        return graph.transfers().claim(rows[transfer]);
    }

    String currencyCode(int transfer) {
        return graph.transfers().currency(rows[transfer]);
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

    int inStart(int party) {
        return inOffsets[party];
    }

    int inEnd(int party) {
        return inOffsets[party + 1];
    }

    int in(int place) {
        return ins[place];
    }

    /** How many days the ledger spans, at least 1. */
    double span() {
        return size == 0 ? 1 : Math.max(1, day[size - 1] - day[0]);
    }

    /** The first place among a party's payments out at or after a transfer of that number. */
    int outAfter(int party, int transfer) {
        int at = Arrays.binarySearch(outs, outOffsets[party], outOffsets[party + 1], transfer);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** What a party pays, by whom it pays. */
    Map<Integer, List<Integer>> byPayee(int party) {
        Map<Integer, List<Integer>> byPayee = new HashMap<>();
        for (int p = outStart(party); p < outEnd(party); p++) {
            byPayee.computeIfAbsent(to[out(p)], k -> new ArrayList<>()).add(out(p));
        }
        return byPayee;
    }

    /** How many days lie between transfers that stand in their order, each and the next. */
    double[] intervals(List<Integer> transfers) {
        double[] intervals = new double[transfers.size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = day[transfers.get(i + 1)] - day[transfers.get(i)];
        }
        return intervals;
    }

    /** How many pay how many others in a way that is asked about. */
    int relations(Predicate<List<Integer>> asked) {
        int relations = 0;
        for (int party = 0; party < partyCount; party++) {
            relations += (int) byPayee(party).values().stream().filter(asked).count();
        }
        return relations;
    }

    /** What half of all who receive, or pay, receive or pay in a month at most. */
    double usualInAMonth(boolean receive) {
        double months = Math.max(1, span() / 30);
        double[] sums = new double[partyCount];
        for (int t = 0; t < size; t++) {
            sums[receive ? to[t] : from[t]] += amount[t] / months;
        }
        return Habits.median(Arrays.stream(sums).filter(sum -> sum > 0).toArray());
    }

    /** The last place among a party's receipts before a transfer; one before the first when there is none. */
    int inBefore(int party, int transfer) {
        int at = Arrays.binarySearch(ins, inOffsets[party], inOffsets[party + 1], transfer);
        return (at < 0 ? -at - 1 : at) - 1;
    }

    /** A share as it is told. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
