package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;

/**
 * How many calls people make to victims, against how many whoever is closest to a single victim makes: kin and friends call
 * one of them much, customers several of them little, and whoever watches over them calls them all again and again, while
 * they seldom call back (ICMPD Background Reader, ch. 4.3; 001, l. 2135, 2018).
 */
final class CallsToVictims {

    /** Fewer calls than this nobody close makes in the time that records cover. */
    private static final double FEWEST_OF_CLOSE = 5;

    /** So many calls tell whether somebody calls or is called. */
    private static final int ENOUGH_FOR_DIRECTION = 10;

    /** Kin and friends call as often as they are called. */
    private static final double EVEN = 0.5;

    private final Map<Integer, Integer> mostOfOne = new HashMap<>();
    private final Map<Integer, Set<Integer>> calledBy = new HashMap<>();
    private final List<int[]> made = new ArrayList<>();

    /** Somebody who is no victim made so many calls to a victim's number. */
    void called(int caller, int phone, int calls) {
        calledBy.computeIfAbsent(caller, c -> new HashSet<>()).add(phone);
        made.add(new int[] {caller, phone, calls});
    }

    /** How many calls whoever is closest to one victim only makes, as a rule. */
    double ofWhoeverIsClosest() {
        if (mostOfOne.isEmpty()) {
            for (int[] m : made) {
                if (calledBy.getOrDefault(m[0], Set.of()).size() == 1) {
                    mostOfOne.merge(m[1], m[2], Math::max);
                }
            }
        }
        List<Integer> sorted = mostOfOne.values().stream().sorted().toList();
        double median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        return Math.max(FEWEST_OF_CLOSE, median);
    }

    /**
     * Weighs somebody's calls.
     *
     * @param name who calls
     * @param group whose numbers
     * @param numbers how many of these numbers are called
     * @param calls how many calls there are between them
     * @param calling how many of these the holder makes
     */
    void weigh(
            Weighing weighing, String name, String group, int numbers, int calls, int calling, List<ClaimId> evidence) {
        double close = ofWhoeverIsClosest();
        double more = Math.log((calling + 1) / (close + 1));
        String text = name + " makes " + calling + " calls to " + numbers + " of " + group
                + "; whoever is closest to one victim only makes " + Math.round(close) + ", as a rule.";
        weighing.add(CallCriterion.MANY_CALLS_TO_VICTIMS, more / 1.5, text, evidence);
        weighing.subtract(CallCriterion.FEW_CALLS_TO_VICTIMS, -more / 1.5, text, evidence);
        if (calls >= ENOUGH_FOR_DIRECTION) {
            double lean = ((double) calling / calls - EVEN) / (1 - EVEN);
            String direction =
                    name + " makes " + Wording.percent((double) calling / calls) + " of the calls with " + group + ".";
            weighing.add(CallCriterion.CALLS_AND_IS_NOT_CALLED, 2 * lean, direction, evidence);
            weighing.subtract(CallCriterion.IS_CALLED_AS_MUCH, -lean, direction, evidence);
        }
    }
}
