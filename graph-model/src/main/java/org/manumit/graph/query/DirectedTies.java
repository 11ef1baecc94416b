package org.manumit.graph.query;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;

/**
 * The direction and weight of ties: who calls, pays or is said to act on whom, and how often. What has no direction (a
 * shared premises, a membership) counts both ways. A call, a transfer and a claim weigh 1 each, but the tie
 * of an imported network what the network says it weighs.
 */
public final class DirectedTies {
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private DirectedTies() {}

    /** The ties of a graph with their direction; its nodes keep their numbers. */
    public static Digraph of(TieGraph ties) {
        int n = ties.tieCount();
        double[] there = new double[n];
        double[] back = new double[n];
        CaseGraph graph = ties.graph();
        CallTable calls = graph.calls();
        TransferTable transfers = graph.transfers();
        for (int t = 0; t < n; t++) {
            for (int row : ties.calls(t)) {
                count(ties, t, calls.from(row), calls.to(row), there, back);
            }
            for (int row : ties.transfers(t)) {
                count(ties, t, transfers.from(row), transfers.to(row), there, back);
            }
            for (Claim claim : ties.claims(t)) {
                claim(ties, t, claim, there, back);
            }
        }
        int arcs = 0;
        int[] from = new int[2 * n];
        int[] to = new int[2 * n];
        double[] weights = new double[2 * n];
        for (int t = 0; t < n; t++) {
            if (there[t] > 0) {
                from[arcs] = ties.one(t);
                to[arcs] = ties.other(t);
                weights[arcs++] = there[t];
            }
            if (back[t] > 0) {
                from[arcs] = ties.other(t);
                to[arcs] = ties.one(t);
                weights[arcs++] = back[t];
            }
        }
        return Digraph.of(
                ties.nodeCount(), Arrays.copyOf(from, arcs), Arrays.copyOf(to, arcs), Arrays.copyOf(weights, arcs));
    }

    /**
     * How strong every tie is, by its number: how many claims, calls and transfers make it. A tie of an imported network
     * counts as often as its weight there says.
     */
    public static double[] weights(TieGraph ties) {
        double[] weights = new double[ties.tieCount()];
        for (int t = 0; t < weights.length; t++) {
            weights[t] = ties.evidenceCount(t);
            for (Claim claim : ties.claims(t)) {
                weights[t] += weight(claim) - 1;
            }
        }
        return weights;
    }

    /** The weight that a network gives its tie; 1 where it gives none, or one by which nothing can be measured. */
    private static double weight(Claim claim) {
        String stated = claim.type() == ClaimType.TIE ? claim.value("weight") : "";
        if (!WEIGHT.matcher(stated).matches()) {
            return 1;
        }
        double weight = Double.parseDouble(stated);
        return weight > 0 && Double.isFinite(weight) ? weight : 1;
    }

    private static void count(TieGraph ties, int tie, int from, int to, double[] there, double[] back) {
        OptionalInt a = ties.nodeBehind(from);
        OptionalInt b = ties.nodeBehind(to);
        boolean backwards =
                (a.isPresent() && a.getAsInt() == ties.other(tie)) || (b.isPresent() && b.getAsInt() == ties.one(tie));
        (backwards ? back : there)[tie]++;
    }

    private static void claim(TieGraph ties, int tie, Claim claim, double[] there, double[] back) {
        Part giver;
        Part taker;
        if (claim.type() == ClaimType.TIE) {
            giver = Part.WHO;
            taker = Part.WHOM;
        } else if (claim.type() == ClaimType.PAYMENT) {
            giver = Part.PAYER;
            taker = Part.PAYEE;
        } else {
            there[tie]++;
            back[tie]++;
            return;
        }
        boolean forth = plays(ties, claim, giver, ties.one(tie)) && plays(ties, claim, taker, ties.other(tie));
        boolean reverse = plays(ties, claim, giver, ties.other(tie)) && plays(ties, claim, taker, ties.one(tie));
        there[tie] += forth || !reverse ? weight(claim) : 0;
        back[tie] += reverse || !forth ? weight(claim) : 0;
    }

    private static boolean plays(TieGraph ties, Claim claim, Part part, int node) {
        return claim.holders(part)
                .anyMatch(id -> ties.graph().indexOf(id).stream().anyMatch(index -> {
                    OptionalInt behind = ties.nodeBehind(index);
                    return behind.isPresent() && behind.getAsInt() == node;
                }));
    }
}
