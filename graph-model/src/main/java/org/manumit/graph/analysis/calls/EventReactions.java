package org.manumit.graph.analysis.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * Compares calls before and after an event: who falls silent, who calls far more, who takes over the contacts of whoever
 * was arrested. Counts are judged against the number's own past as of a Poisson process. Time linear in the records.
 */
public final class EventReactions {

    private static final double PRIOR = -3;
    private static final int MOST_EVIDENCE = 20;
    private static final int FEWEST_BEFORE = 10;

    /** So many calls are missed in a pause that chance gives once in twenty times. */
    private static final double ORDINARY_PAUSE = 3;

    private EventReactions() {}

    /**
     * How numbers react, the best founded first; victims' numbers are left out.
     *
     * @param event when it happened
     * @param befell the numbers of whoever it befell; they are not told themselves
     * @param before how much time before it to compare with
     * @param after how much time after it to look at
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<EventReaction> find(
            CallIndex index,
            Victims victims,
            Instant event,
            Set<Integer> befell,
            Duration before,
            Duration after,
            Cancellation cancellation) {
        Wording wording = new Wording(CaseZone.of(index.graph()));
        long at = event.getEpochSecond();
        long from = at - before.toSeconds();
        long to = at + after.toSeconds();
        double ratio = (double) after.toSeconds() / before.toSeconds();
        BitSet theirs = new BitSet();
        for (int number : befell) {
            for (int contact : index.contacts(number)) {
                theirs.set(contact);
            }
        }
        befell.forEach(theirs::clear);
        List<EventReaction> found = new ArrayList<>();
        for (int number = 0; number < index.size(); number++) {
            if ((number & 0xff) == 0) {
                cancellation.check();
            }
            if (befell.contains(number) || victims.isProtected(index.entity(number))) {
                continue;
            }
            int old = 0;
            int fresh = 0;
            BitSet known = new BitSet();
            BitSet takenOver = new BitSet();
            List<ClaimId> evidence = new ArrayList<>();
            List<ClaimId> newEvidence = new ArrayList<>();
            BitSet met = new BitSet();
            long lastBefore = Long.MIN_VALUE;
            ClaimId last = index.graph().calls().claim(index.row(number, 0));
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                long time = index.time(number, i);
                int other = index.other(number, row);
                if (time < at) {
                    known.set(other);
                    old += time >= from ? 1 : 0;
                    last = index.graph().calls().claim(row);
                    lastBefore = time;
                } else if (time < to) {
                    fresh++;
                    if (evidence.size() < MOST_EVIDENCE) {
                        evidence.add(index.graph().calls().claim(row));
                    }
                    if (!known.get(other)) {
                        met.set(other);
                    }
                    if (theirs.get(other) && !known.get(other) && !takenOver.get(other)) {
                        takenOver.set(other);
                        newEvidence.add(index.graph().calls().claim(row));
                    }
                }
            }
            double expected = old * ratio;
            String label = index.label(number);
            String day = wording.day(at);
            // a number that was given up before the event does not answer to it
            double missedBefore = old * (double) (at - lastBefore) / before.toSeconds();
            if (fresh == 0
                    && old >= FEWEST_BEFORE
                    && missedBefore <= ORDINARY_PAUSE
                    && index.coveredUntil(number) >= to) {
                // the chance of no call at all is e to the minus expected
                found.add(reaction(
                        index,
                        number,
                        EventReaction.Kind.FALLS_SILENT,
                        old,
                        fresh,
                        new Weighing(PRIOR)
                                .add(
                                        CallCriterion.FELL_SILENT,
                                        expected / 6,
                                        label + " has no record in the " + Wording.stretch((double) after.toSeconds())
                                                + " after " + day + "; " + old + " in the "
                                                + Wording.stretch((double) before.toSeconds()) + " before.",
                                        List.of(last))));
            } else if (fresh >= 5 && fresh > 2 * Math.max(1, expected)) {
                double surprise = beyond(fresh, expected);
                found.add(reaction(
                        index,
                        number,
                        EventReaction.Kind.BURST,
                        old,
                        fresh,
                        new Weighing(PRIOR)
                                .add(
                                        CallCriterion.BURST,
                                        surprise / 15,
                                        label + " has " + fresh + " records in the "
                                                + Wording.stretch((double) after.toSeconds()) + " after " + day
                                                + " where its past lets expect " + Math.round(expected) + ".",
                                        evidence)));
            }
            int taken = takenOver.cardinality();
            // whoever meets many new people meets some of these by chance
            double byChance = (double) met.cardinality() * theirs.cardinality() / index.size();
            if (taken >= 2 && taken > byChance) {
                found.add(reaction(
                        index,
                        number,
                        EventReaction.Kind.TAKES_OVER_CONTACTS,
                        old,
                        fresh,
                        new Weighing(PRIOR)
                                .add(
                                        CallCriterion.TAKES_OVER_CONTACTS,
                                        Math.min(taken / 5.0, beyond(taken, byChance) / 4),
                                        label + " is newly in touch with " + taken
                                                + " contacts of whoever the event befell, where chance gives "
                                                + Math.round(byChance) + ".",
                                        newEvidence.stream()
                                                .limit(MOST_EVIDENCE)
                                                .toList())));
            }
        }
        found.sort(Comparator.comparingDouble(EventReaction::score)
                .reversed()
                .thenComparing(EventReaction::number)
                .thenComparing(EventReaction::kind));
        return List.copyOf(found);
    }

    /** How far a count is beyond what chance gives, in natural logarithms. */
    private static double beyond(int count, double expected) {
        double least = Math.max(0.5, expected);
        return count <= least ? 0 : count * Math.log(count / least) - (count - least);
    }

    private static EventReaction reaction(
            CallIndex index, int number, EventReaction.Kind kind, int before, int after, Weighing weighing) {
        return new EventReaction(
                index.graph().entity(index.entity(number)).id(),
                kind,
                before,
                after,
                weighing.score(),
                weighing.reasonsFor());
    }
}
