package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * Finds numbers that took over from others: the same contacts, the same places, the same handset with a new SIM card,
 * while the old number falls silent. Every number that falls silent is compared with those that appear about then and
 * share a contact or handset with it; a number takes over from one and is taken over by one, the best founded pairs
 * first. Numbers of victims are left out on both sides: a victim who escaped is not to be found by this (000, l.
 * 945-949). Time nearly linear in the records, but for very common contacts, which tell nothing and are skipped.
 */
public final class SuccessorNumbers {

    private static final double PRIOR = -4.5;
    private static final int MOST_EVIDENCE = 20;
    /** A contact of more numbers than this is a service; that two numbers share it says nothing. */
    private static final int COMMON_CONTACT = 300;

    /** One shared contact may be anybody's. */
    private static final int FEWEST_SHARED = 2;

    private static final int FIRST_CONTACTS = 5;

    private static final double STRAY = 0.05;
    private static final double THINNER = 10;

    private final CallIndex index;
    private final CaseGraph graph;
    private final SuccessorParameters parameters;
    private final Wording wording;
    private final int[][] contacts;
    private final int[] popularity;

    /** With which of its records each number falls silent. */
    private final int[] last;

    private final Map<Integer, List<Integer>> casefileHandsets = new HashMap<>();
    private final Map<Integer, ClaimId> handsetClaims = new HashMap<>();

    private SuccessorNumbers(CallIndex index, SuccessorParameters parameters) {
        this.index = index;
        this.parameters = parameters;
        graph = index.graph();
        wording = new Wording(CaseZone.of(graph));
        contacts = new int[index.size()][];
        popularity = new int[index.size()];
        last = new int[index.size()];
        for (int n = 0; n < contacts.length; n++) {
            contacts[n] = index.contacts(n);
            popularity[n] = contacts[n].length;
        }
        for (Claim claim : graph.claims(ClaimType.PHONE)) {
            int number = claim.first(Part.SUBJECT)
                    .map(id -> index.number(graph.indexOf(id).orElseThrow()))
                    .orElse(-1);
            if (number >= 0) {
                claim.holders(Part.HANDSET).forEach(handset -> {
                    casefileHandsets
                            .computeIfAbsent(number, n -> new ArrayList<>())
                            .add(graph.indexOf(handset).orElseThrow());
                    handsetClaims.putIfAbsent(number, claim.id());
                });
            }
        }
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
        Map<Integer, int[]> byHandset = numbersByHandset(begins);
        List<Pair> pairs = new ArrayList<>();
        int done = 0;
        for (int a = ends.nextSetBit(0); a >= 0; a = ends.nextSetBit(a + 1)) {
            cancellation.check();
            if ((++done & 63) == 0) {
                progress.report(done, ends.cardinality(), "Looking for numbers that took over from others");
            }
            for (int b : candidates(a, begins, byHandset)) {
                @Nullable Pair pair = weigh(a, b);
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.weighing.score())
                .thenComparingInt(p -> p.from)
                .thenComparingInt(p -> p.to));
        BitSet left = new BitSet();
        BitSet taken = new BitSet();
        List<SuccessorNumber> found = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!left.get(pair.from) && !taken.get(pair.to)) {
                left.set(pair.from);
                taken.set(pair.to);
                found.add(new SuccessorNumber(
                        graph.entity(index.entity(pair.from)).id(),
                        graph.entity(index.entity(pair.to)).id(),
                        pair.weighing.score(),
                        pair.weighing.reasonsFor()));
            }
        }
        return List.copyOf(found);
    }

    /**
     * The record with which a number falls silent, as good as: who does not know the new number yet still tries the old
     * one, and whoever finds the card may use it once. What comes after may be {@link #STRAY} of all at most, and must
     * come {@link #THINNER} times as seldom as before.
     */
    private int lastInUse(int a) {
        int count = index.count(a);
        long until = index.coveredUntil(a);
        int strays = (int) (STRAY * count);
        for (int end = count - 1 - strays; end < count - 1; end++) {
            long used = index.time(a, end) - index.first(a);
            long silent = until - index.time(a, end);
            if (silent >= parameters.shortestSilence().toSeconds()
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

    private int[] handsets(int number, int from, int to) {
        int[] seen = new int
                [to - from + casefileHandsets.getOrDefault(number, List.of()).size()];
        int count = 0;
        for (int i = from; i < to; i++) {
            int handset = index.handset(number, index.row(number, i));
            if (handset != CallTable.NONE) {
                seen[count++] = handset;
            }
        }
        for (int handset : casefileHandsets.getOrDefault(number, List.of())) {
            seen[count++] = handset;
        }
        return Arrays.stream(seen, 0, count).distinct().toArray();
    }

    private Map<Integer, int[]> numbersByHandset(BitSet begins) {
        CallTable calls = graph.calls();
        if (!calls.has(CallTable.Equipment.FROM_HANDSET)
                && !calls.has(CallTable.Equipment.TO_HANDSET)
                && casefileHandsets.isEmpty()) {
            return Map.of();
        }
        Map<Integer, int[]> numbers = new LinkedHashMap<>();
        begins.stream().forEach(b -> {
            for (int handset : handsets(b, 0, index.count(b))) {
                int[] known = numbers.getOrDefault(handset, new int[0]);
                int[] more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = b;
                numbers.put(handset, more);
            }
        });
        return numbers;
    }

    private int[] candidates(int a, BitSet begins, Map<Integer, int[]> byHandset) {
        BitSet found = new BitSet();
        if (!byHandset.isEmpty()) {
            for (int handset : handsets(a, 0, index.count(a))) {
                for (int b : byHandset.getOrDefault(handset, new int[0])) {
                    found.set(b);
                }
            }
        }
        for (int c : contacts[a]) {
            if (popularity[c] <= COMMON_CONTACT) {
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

    private @Nullable Pair weigh(int a, int b) {
        Weighing weighing = new Weighing(PRIOR);
        String old = index.label(a);
        String young = index.label(b);
        boolean telling = handset(a, b, old, young, weighing);
        telling |= contacts(a, b, old, young, weighing);
        if (!telling) {
            return null;
        }
        places(a, b, old, young, weighing);
        long last = last(a);
        long first = index.first(b);
        double gap = first - last;
        double allowed = gap >= 0
                ? parameters.longestGap().toSeconds()
                : parameters.longestOverlap().toSeconds();
        weighing.add(
                CallCriterion.TAKES_OVER_IN_TIME,
                1 - Math.abs(gap) / Math.max(1, allowed),
                young + " is seen first on " + wording.day(first) + ", " + Wording.stretch(Math.abs(gap))
                        + (gap >= 0 ? " after " : " before ") + old + " is seen last",
                List.of(claim(a, this.last[a]), claim(b, 0)));
        double silence = index.coveredUntil(a) - last;
        double longest = longestPause(a);
        int strays = index.count(a) - 1 - this.last[a];
        weighing.add(
                CallCriterion.OLD_FALLS_SILENT,
                Math.log(silence / Math.max(3_600, longest)) / Math.log(5),
                old + (strays == 0 ? " stays silent" : " is as good as silent (" + Wording.times(strays) + ")")
                        + " for the " + Wording.stretch(silence) + " until the records end; its longest pause"
                        + " before was " + Wording.stretch(longest),
                List.of(claim(a, this.last[a])));
        int between = 0;
        List<ClaimId> calls = new ArrayList<>();
        for (int i = 0; i < index.count(b); i++) {
            if (index.other(b, index.row(b, i)) == a) {
                between++;
                if (calls.size() < MOST_EVIDENCE) {
                    calls.add(claim(b, i));
                }
            }
        }
        weighing.subtract(
                CallCriterion.SPEAK_WITH_EACH_OTHER,
                (between - 2) / 5.0,
                old + " and " + young + " are in touch with each other " + Wording.times(between),
                calls);
        return weighing.score() >= parameters.leastScore() ? new Pair(a, b, weighing) : null;
    }

    private ClaimId claim(int number, int i) {
        return graph.calls().claim(index.row(number, i));
    }

    private double longestPause(int a) {
        long longest = 0;
        for (int i = 1; i <= last[a]; i++) {
            longest = Math.max(longest, index.time(a, i) - index.time(a, i - 1));
        }
        return longest;
    }

    private boolean handset(int a, int b, String old, String young, Weighing weighing) {
        int recent = Math.max(0, last[a] - 49);
        int[] lasts = handsets(a, recent, last[a] + 1);
        int[] firsts = handsets(b, 0, Math.min(50, index.count(b)));
        for (int handset : lasts) {
            if (Arrays.stream(firsts).anyMatch(h -> h == handset)) {
                List<ClaimId> evidence = new ArrayList<>();
                for (int i = last[a]; i >= 0 && evidence.size() < MOST_EVIDENCE / 2; i--) {
                    if (index.handset(a, index.row(a, i)) == handset) {
                        evidence.add(claim(a, i));
                    }
                }
                for (int i = 0; i < index.count(b) && evidence.size() < MOST_EVIDENCE; i++) {
                    if (index.handset(b, index.row(b, i)) == handset) {
                        evidence.add(claim(b, i));
                    }
                }
                for (int number : new int[] {a, b}) {
                    @Nullable ClaimId stated = handsetClaims.get(number);
                    if (stated != null) {
                        evidence.add(stated);
                    }
                }
                weighing.add(
                        CallCriterion.NEW_SIM_IN_OLD_HANDSET,
                        1,
                        young + " is used in handset " + graph.entity(handset).label() + ", in which " + old
                                + " was used",
                        evidence);
                return true;
            }
        }
        return false;
    }

    /** How rare a contact is: 1 for one whom only these two know, nearly 0 for one whom everybody calls. */
    private double rarity(int contact) {
        return popularity[contact] > COMMON_CONTACT ? 0 : 1 / Math.log(Math.max(2, popularity[contact])) * Math.log(2);
    }

    private boolean contacts(int a, int b, String old, String young, Weighing weighing) {
        int[] ofA = contacts[a];
        int[] ofB = contacts[b];
        double shared = 0;
        int count = 0;
        double allA = 0;
        double allB = 0;
        BitSet common = new BitSet();
        for (int i = 0, j = 0; i < ofA.length || j < ofB.length; ) {
            if (j == ofB.length || (i < ofA.length && ofA[i] < ofB[j])) {
                allA += rarity(ofA[i++]);
            } else if (i == ofA.length || ofA[i] > ofB[j]) {
                allB += rarity(ofB[j++]);
            } else {
                double rarity = rarity(ofA[i]);
                if (rarity > 0) {
                    shared += rarity;
                    count++;
                    common.set(ofA[i]);
                }
                allA += rarity;
                allB += rarity;
                i++;
                j++;
            }
        }
        if (count < FEWEST_SHARED) {
            return false;
        }
        // of the smaller circle, so that a short-lived number is not held against
        double share = shared / Math.max(1e-9, Math.min(allA, allB));
        // two shared contacts may be chance, five hardly
        double certainty = 1 - Math.exp(-shared / 1.5);
        List<ClaimId> evidence = new ArrayList<>();
        firstCallsTo(a, common, evidence, MOST_EVIDENCE / 2);
        firstCallsTo(b, common, evidence, MOST_EVIDENCE);
        weighing.add(
                CallCriterion.SAME_CONTACTS,
                Math.min(1, 1.5 * share) * certainty,
                young + " shares " + count + " of the " + ofA.length + " contacts of " + old + " (and has " + ofB.length
                        + " itself)",
                evidence);
        int known = 0;
        int firsts = 0;
        BitSet seen = new BitSet();
        for (int i = 0; i < index.count(b) && firsts < FIRST_CONTACTS; i++) {
            int other = index.other(b, index.row(b, i));
            if (other != a && !seen.get(other)) {
                seen.set(other);
                firsts++;
                known += common.get(other) ? 1 : 0;
            }
        }
        if (firsts >= 3) {
            weighing.add(
                    CallCriterion.FORMER_CONTACTS_FIRST,
                    (double) known / firsts,
                    known + " of the first " + firsts + " whom " + young + " is in touch with were contacts of " + old,
                    List.of(claim(b, 0)));
        }
        return true;
    }

    private void firstCallsTo(int number, BitSet others, List<ClaimId> evidence, int most) {
        BitSet open = (BitSet) others.clone();
        for (int i = 0; i < index.count(number) && evidence.size() < most && !open.isEmpty(); i++) {
            int row = index.row(number, i);
            int other = index.other(number, row);
            if (open.get(other)) {
                open.clear(other);
                evidence.add(graph.calls().claim(row));
            }
        }
    }

    private void places(int a, int b, String old, String young, Weighing weighing) {
        Map<Integer, Integer> ofA = cells(a);
        Map<Integer, Integer> ofB = cells(b);
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return;
        }
        double dot = 0;
        int shared = 0;
        for (Map.Entry<Integer, Integer> cell : ofA.entrySet()) {
            int there = ofB.getOrDefault(cell.getKey(), 0);
            dot += (double) cell.getValue() * there;
            shared += there > 0 ? 1 : 0;
        }
        double cosine = dot / (length(ofA) * length(ofB));
        if (shared > 0) {
            int sharedCells = shared;
            List<ClaimId> evidence = new ArrayList<>();
            for (int i = 0; i < index.count(b) && evidence.size() < MOST_EVIDENCE; i++) {
                int cell = index.cell(b, index.row(b, i));
                if (cell != CallTable.NONE && ofA.containsKey(cell)) {
                    evidence.add(claim(b, i));
                }
            }
            weighing.add(
                    CallCriterion.SAME_PLACES,
                    cosine,
                    young + " is used at " + sharedCells + " of the " + ofA.size() + " antennas of " + old
                            + "; the patterns of use are " + Wording.percent(cosine) + " alike",
                    evidence);
        }
    }

    private Map<Integer, Integer> cells(int number) {
        Map<Integer, Integer> cells = new HashMap<>();
        for (int i = 0; i < index.count(number); i++) {
            int cell = index.cell(number, index.row(number, i));
            if (cell != CallTable.NONE) {
                cells.merge(cell, 1, Integer::sum);
            }
        }
        return cells;
    }

    private static double length(Map<Integer, Integer> vector) {
        double squares = 0;
        for (int value : vector.values()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
