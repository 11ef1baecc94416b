package org.manumit.graph.analysis.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.query.CaseZone;

/**
 * Weighs whether one number took over from another in the hands of one person. Whoever changes the number keeps those who
 * are closest and the place where the nights are spent; whoever takes over a job, a handset or the care of a household
 * shares the contacts that go with it, and has people and a bed of their own. Time linear in the contacts and records of
 * the two.
 */
final class TakeOver {

    private static final double PRIOR = -2.9;
    private static final int MOST_EVIDENCE = 20;
    /** A contact of more numbers than this is a service; that two numbers share it says nothing. */
    static final int COMMON_CONTACT = 300;

    /** One shared contact may be anybody's. */
    private static final int FEWEST_SHARED = 2;

    private static final int FIRST_CONTACTS = 5;

    /** Of so few contacts, who is close is not to be told. */
    private static final int FEWEST_CLOSE = 3;

    /** What a handset adds where the contacts of both are known: it may have been sold, or given to a child. */
    private static final double BESIDE_CONTACTS = 0.4;

    /** Whoever changes the number keeps this share of the closest, mostly; from there down those missing speak against. */
    private static final double KEPT_BY_MOST = 0.7;

    private static final long WEEK = 7 * 86_400L;
    private static final int NIGHT_BEGINS = 21;
    private static final int NIGHT_ENDS = 8;
    private static final int FEWEST_PLACED = 3;
    private static final int LATEST_RECORDS = 50;

    private final CallIndex index;
    private final CaseGraph graph;
    private final SuccessorParameters parameters;
    private final Handsets handsets;
    private final int[][] contacts;
    private final OwnRecords own;
    private final Wording wording;
    private final ZoneId zone;
    private final Map<Integer, Traits> known = new HashMap<>();

    TakeOver(CallIndex index, SuccessorParameters parameters, Handsets handsets, int[][] contacts) {
        this.index = index;
        this.parameters = parameters;
        this.handsets = handsets;
        this.contacts = contacts;
        graph = index.graph();
        own = OwnRecords.of(index, contacts);
        zone = CaseZone.of(graph);
        wording = new Wording(zone);
    }

    /** How a number is used: how close each contact is, and where it is by night and by day. */
    private static final class Traits {
        final double[] closeness;
        final Map<Integer, Integer> nights = new HashMap<>();
        final Map<Integer, Integer> days = new HashMap<>();

        Traits(int contacts) {
            closeness = new double[contacts];
        }
    }

    private Traits traits(int number, int until) {
        return known.computeIfAbsent(number, n -> {
            int[] of = contacts[n];
            int[] days = new int[of.length];
            long[] latest = new long[of.length];
            Arrays.fill(latest, Long.MIN_VALUE);
            Traits traits = new Traits(of.length);
            for (int i = 0; i <= until; i++) {
                int row = index.row(n, i);
                int contact = Arrays.binarySearch(of, index.other(n, row));
                long day = Math.floorDiv(index.time(n, i), 86_400L);
                if (latest[contact] != day) {
                    latest[contact] = day;
                    days[contact]++;
                }
                int cell = index.cell(n, row);
                if (cell != CallTable.NONE) {
                    int hour =
                            Instant.ofEpochSecond(index.time(n, i)).atZone(zone).getHour();
                    (hour >= NIGHT_BEGINS || hour < NIGHT_ENDS ? traits.nights : traits.days)
                            .merge(cell, 1, Integer::sum);
                }
            }
            for (int c = 0; c < of.length; c++) {
                traits.closeness[c] = Math.log1p(days[c]) * rarity(of[c]);
            }
            return traits;
        });
    }

    /** How rare a contact is: 1 for one whom only these two know, nearly 0 for one whom everybody calls. */
    private double rarity(int contact) {
        int popularity = contacts[contact].length;
        return popularity > COMMON_CONTACT ? 0 : Math.log(2) / Math.log(Math.max(2, popularity));
    }

    /**
     * Weighs it.
     *
     * @param last with which of its records the old number falls silent
     * @return null where nothing ties the two together
     */
    @Nullable
    Weighing weigh(int a, int last, int b) {
        Weighing weighing = new Weighing(PRIOR);
        long ended = index.time(a, last);
        long began = index.first(b);
        Kept left = kept(a, traits(a, last), b, Math.max(ended, began) + WEEK, Long.MAX_VALUE);
        Kept brought = kept(b, traits(b, index.count(b) - 1), a, Long.MIN_VALUE, Math.min(ended, began) - WEEK);
        boolean judged = left.close() >= FEWEST_CLOSE || brought.close() >= FEWEST_CLOSE;
        boolean telling = handset(a, last, b, judged ? BESIDE_CONTACTS : 1, weighing);
        telling |= contacts(a, b, left, brought, weighing);
        if (!telling) {
            return null;
        }
        missing(CallCriterion.CLOSEST_LEFT_BEHIND, left, a, b, weighing);
        missing(CallCriterion.HAD_CLOSE_OF_ITS_OWN, brought, b, a, weighing);
        places(a, last, b, weighing);
        inTime(a, last, b, weighing);
        silence(a, last, weighing);
        together(a, b, weighing);
        return weighing;
    }

    private boolean handset(int a, int last, int b, double strength, Weighing weighing) {
        int recent = Math.max(0, last - LATEST_RECORDS + 1);
        int[] lasts = handsets.of(a, recent, last + 1);
        int[] firsts = handsets.of(b, 0, Math.min(LATEST_RECORDS, index.count(b)));
        for (int handset : lasts) {
            if (Arrays.stream(firsts).anyMatch(h -> h == handset)) {
                List<ClaimId> evidence = new ArrayList<>();
                for (int i = last; i >= 0 && evidence.size() < MOST_EVIDENCE / 2; i--) {
                    if (index.handset(a, index.row(a, i)) == handset) {
                        evidence.add(claim(a, i));
                    }
                }
                for (int i = 0; i < index.count(b) && evidence.size() < MOST_EVIDENCE; i++) {
                    if (index.handset(b, index.row(b, i)) == handset) {
                        evidence.add(claim(b, i));
                    }
                }
                handsets.stated(a).ifPresent(evidence::add);
                handsets.stated(b).ifPresent(evidence::add);
                weighing.add(
                        CallCriterion.NEW_SIM_IN_OLD_HANDSET,
                        strength,
                        index.label(b) + " is used in handset "
                                + graph.entity(handset).label() + ", in which " + index.label(a) + " was used.",
                        evidence);
                return true;
            }
        }
        return false;
    }

    /** Which part of those who are close to one number, and whom the other could know, it does know. */
    private record Kept(double share, int close, List<Integer> missing) {}

    private Kept kept(int of, Traits traits, int by, long usedAfter, long usedBefore) {
        int[] theirs = contacts[by];
        double all = 0;
        double kept = 0;
        int close = 0;
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < contacts[of].length; i++) {
            int contact = contacts[of][i];
            double weight = traits.closeness[i];
            if (weight == 0 || contact == by || index.last(contact) < usedAfter || index.first(contact) > usedBefore) {
                continue;
            }
            if (Arrays.binarySearch(theirs, contact) >= 0) {
                kept += weight;
            } else if (own.wouldShow(by, contact)) {
                missing.add(i);
            } else {
                continue;
            }
            all += weight;
            close++;
        }
        missing.sort((p, q) -> Double.compare(traits.closeness[q], traits.closeness[p]));
        return new Kept(all == 0 ? 0 : kept / all, close, missing);
    }

    private boolean contacts(int a, int b, Kept left, Kept brought, Weighing weighing) {
        int[] ofA = contacts[a];
        int[] ofB = contacts[b];
        double shared = 0;
        BitSet common = new BitSet();
        for (int i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
            if (ofA[i] < ofB[j]) {
                i++;
            } else if (ofA[i] > ofB[j]) {
                j++;
            } else {
                double rarity = rarity(ofA[i]);
                if (rarity > 0) {
                    shared += rarity;
                    common.set(ofA[i]);
                }
                i++;
                j++;
            }
        }
        int count = common.cardinality();
        if (count >= FEWEST_SHARED) {
            // two shared contacts may be chance, five hardly
            double certainty = 1 - Math.exp(-shared / 1.5);
            List<ClaimId> evidence = new ArrayList<>();
            firstCallsTo(a, common, evidence, MOST_EVIDENCE / 2);
            firstCallsTo(b, common, evidence, MOST_EVIDENCE);
            weighing.add(
                    CallCriterion.SAME_CONTACTS,
                    Math.sqrt(left.share() * brought.share()) * certainty,
                    index.label(b) + " shares " + count + " of the " + ofA.length + " contacts of " + index.label(a)
                            + " and has " + ofB.length + " itself.",
                    evidence);
            formerFirst(a, b, common, weighing);
        }
        return count >= FEWEST_SHARED;
    }

    private void missing(CallCriterion criterion, Kept kept, int of, int by, Weighing weighing) {
        if (kept.close() < FEWEST_CLOSE || kept.missing().isEmpty()) {
            return;
        }
        List<ClaimId> evidence = new ArrayList<>();
        BitSet closest = new BitSet();
        kept.missing().stream().limit(FIRST_CONTACTS).forEach(i -> closest.set(contacts[of][i]));
        firstCallsTo(of, closest, evidence, MOST_EVIDENCE);
        String who = index.label(contacts[of][kept.missing().getFirst()]);
        weighing.subtract(
                criterion,
                1 - kept.share() / KEPT_BY_MOST,
                criterion == CallCriterion.CLOSEST_LEFT_BEHIND
                        ? index.label(by) + " is not in touch with "
                                + kept.missing().size() + " of the "
                                + kept.close() + " contacts of " + index.label(of)
                                + " who go on telephoning, among them " + who + ", one of the closest."
                        : index.label(of) + " is in touch with "
                                + kept.missing().size() + " of its " + kept.close()
                                + " older contacts whom " + index.label(by) + " did not know, among them " + who
                                + ", one of the closest.",
                evidence);
    }

    private void formerFirst(int a, int b, BitSet common, Weighing weighing) {
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
                    known + " of the first " + firsts + " whom " + index.label(b)
                            + " is in touch with were contacts of " + index.label(a) + ".",
                    List.of(claim(b, 0)));
        }
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

    private void places(int a, int last, int b, Weighing weighing) {
        Traits old = traits(a, last);
        Traits young = traits(b, index.count(b) - 1);
        String both = index.label(b) + " and " + index.label(a);
        if (total(old.nights) >= FEWEST_PLACED && total(young.nights) >= FEWEST_PLACED) {
            double alike = alike(old.nights, young.nights);
            List<ClaimId> evidence = atCells(a, old.nights, young.nights);
            evidence.addAll(atCells(b, young.nights, old.nights));
            String text = both + " are used at the same antennas by night to " + Wording.percent(alike) + ".";
            weighing.add(CallCriterion.SAME_NIGHTS, alike, text, evidence);
            weighing.subtract(CallCriterion.OTHER_NIGHTS, 1 - 2 * alike, text, evidence);
        }
        if (total(old.days) >= FEWEST_PLACED && total(young.days) >= FEWEST_PLACED) {
            double alike = alike(old.days, young.days);
            List<ClaimId> evidence = atCells(a, old.days, young.days);
            evidence.addAll(atCells(b, young.days, old.days));
            weighing.add(
                    CallCriterion.SAME_PLACES,
                    alike,
                    both + " are used at the same antennas by day to " + Wording.percent(alike) + ".",
                    evidence);
        }
    }

    private List<ClaimId> atCells(int number, Map<Integer, Integer> own, Map<Integer, Integer> others) {
        List<ClaimId> evidence = new ArrayList<>();
        for (int i = 0; i < index.count(number) && evidence.size() < MOST_EVIDENCE / 2; i++) {
            int cell = index.cell(number, index.row(number, i));
            if (own.containsKey(cell) && others.containsKey(cell)) {
                evidence.add(claim(number, i));
            }
        }
        return evidence;
    }

    private static int total(Map<Integer, Integer> cells) {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The cosine of two patterns of use. */
    private static double alike(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        double dot = 0;
        for (Map.Entry<Integer, Integer> cell : a.entrySet()) {
            dot += (double) cell.getValue() * b.getOrDefault(cell.getKey(), 0);
        }
        return dot / (length(a) * length(b));
    }

    private static double length(Map<Integer, Integer> vector) {
        double squares = 0;
        for (int value : vector.values()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private void inTime(int a, int last, int b, Weighing weighing) {
        long ended = index.time(a, last);
        long began = index.first(b);
        double gap = began - ended;
        double allowed = gap >= 0
                ? parameters.longestGap().toSeconds()
                : parameters.longestOverlap().toSeconds();
        weighing.add(
                CallCriterion.TAKES_OVER_IN_TIME,
                1 - Math.abs(gap) / Math.max(1, allowed),
                index.label(b) + " is seen first on " + wording.day(began) + ", " + Wording.stretch(Math.abs(gap))
                        + (gap >= 0 ? " after " : " before ") + index.label(a) + " is seen last.",
                List.of(claim(a, last), claim(b, 0)));
    }

    private void silence(int a, int last, Weighing weighing) {
        double silence = index.coveredUntil(a) - index.time(a, last);
        double longest = 0;
        for (int i = 1; i <= last; i++) {
            longest = Math.max(longest, (double) (index.time(a, i) - index.time(a, i - 1)));
        }
        int strays = index.count(a) - 1 - last;
        weighing.add(
                CallCriterion.OLD_FALLS_SILENT,
                Math.log(silence / Math.max(3_600, longest)) / Math.log(5),
                index.label(a)
                        + (strays == 0 ? " stays silent" : " is as good as silent (" + Wording.times(strays) + ")")
                        + " for the " + Wording.stretch(silence) + " until the records end; its longest pause"
                        + " before was " + Wording.stretch(longest) + ".",
                List.of(claim(a, last)));
    }

    private void together(int a, int b, Weighing weighing) {
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
                (between - 1) / 4.0,
                index.label(a) + " and " + index.label(b) + " are in touch with each other " + Wording.times(between)
                        + ".",
                calls);
    }

    private ClaimId claim(int number, int i) {
        return graph.calls().claim(index.row(number, i));
    }
}
