package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/** Finds numbers of unknown users that deserve an inquiry. Time linear in the records. */
public final class UnknownNumbers {

    private static final double PRIOR = -3;
    private static final int MOST_EVIDENCE = 20;
    private static final int FEWEST_CALLS = 2;
    private static final long WEEK = 7 * 86_400;
    private static final int FEWEST_WEEKS = 4;

    private UnknownNumbers() {}

    /**
     * How far a number reaches.
     *
     * @param others with how many other numbers it is in touch
     * @param implicated who is accused or said to have taken part
     * @param weeks in how many weeks it is in touch with those implicated
     */
    private record Reach(int others, IntPredicate implicated, int weeks) {}

    private static final class Known {
        int calls;
        ClaimId firstCall = new ClaimId("none");
    }

    /**
     * Finds them, the best founded first.
     *
     * @param implicated who is accused or said to have taken part, as indexes into the case; of victims it does not matter
     * @param most how many to tell at most
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<UnknownNumber> find(
            CallIndex index,
            Actors actors,
            Victims victims,
            IntPredicate implicated,
            int most,
            Cancellation cancellation) {
        CaseGraph graph = index.graph();
        CallTable calls = graph.calls();
        Map<Integer, List<Claim>> heldIn = heldIn(graph);
        Map<Integer, Set<Integer>> acquaintances = acquaintances(index, actors, cancellation);
        List<UnknownNumber> found = new ArrayList<>();
        for (int number = 0; number < index.size(); number++) {
            if ((number & 0xff) == 0) {
                cancellation.check();
            }
            int entity = index.entity(number);
            if (graph.entity(entity).kind() != EntityKind.PHONE
                    || !actors.linksOf(entity).isEmpty()
                    || index.count(number) < FEWEST_CALLS) {
                continue;
            }
            Map<Integer, Known> known = new LinkedHashMap<>();
            Set<Integer> others = new HashSet<>();
            Set<Long> weeks = new HashSet<>();
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                int other = index.entity(index.other(number, row));
                int actor = actors.actorAt(other, calls.start(row));
                if (implicated.test(actor) && !victims.isVictim(actor)) {
                    weeks.add(Math.floorDiv(calls.start(row), WEEK));
                }
                if (graph.entity(actor).kind().isActor()) {
                    Known contact = known.computeIfAbsent(actor, a -> new Known());
                    if (contact.calls++ == 0) {
                        contact.firstCall = calls.claim(row);
                    }
                } else {
                    others.add(other);
                }
            }
            if (!known.isEmpty() || heldIn.containsKey(entity)) {
                found.add(weigh(
                        index,
                        victims,
                        number,
                        known,
                        new Reach(others.size(), implicated, weeks.size()),
                        heldIn.getOrDefault(entity, List.of()),
                        acquaintances));
            }
        }
        found.sort(Comparator.comparingDouble(UnknownNumber::score)
                .reversed()
                .thenComparing(
                        Comparator.comparingInt(UnknownNumber::knownContacts).reversed())
                .thenComparing(UnknownNumber::number));
        return found.stream().limit(most).toList();
    }

    private static Map<Integer, List<Claim>> heldIn(CaseGraph graph) {
        Map<Integer, List<Claim>> held = new HashMap<>();
        for (Claim claim : graph.claims(ClaimType.PHONE)) {
            claim.holders(Part.CONTACT).distinct().forEach(contact -> held.computeIfAbsent(
                            graph.indexOf(contact).orElseThrow(), c -> new ArrayList<>())
                    .add(claim));
        }
        return held;
    }

    /** Which known people are directly in touch with which others. */
    private static Map<Integer, Set<Integer>> acquaintances(CallIndex index, Actors actors, Cancellation cancellation) {
        CaseGraph graph = index.graph();
        Map<Integer, Set<Integer>> known = new HashMap<>();
        for (int number = 0; number < index.size(); number++) {
            cancellation.check();
            int actor = actors.actorOf(index.entity(number));
            if (graph.entity(actor).kind().isActor()) {
                for (int contact : index.contacts(number)) {
                    int other = actors.actorOf(index.entity(contact));
                    if (graph.entity(other).kind().isActor()) {
                        known.computeIfAbsent(actor, a -> new HashSet<>()).add(other);
                    }
                }
            }
        }
        return known;
    }

    private static UnknownNumber weigh(
            CallIndex index,
            Victims victims,
            int number,
            Map<Integer, Known> known,
            Reach reach,
            List<Claim> heldIn,
            Map<Integer, Set<Integer>> acquaintances) {
        Weighing weighing = new Weighing(PRIOR);
        String label = index.label(number);
        List<Integer> people = List.copyOf(known.keySet());
        List<ClaimId> firstCalls = known.values().stream()
                .map(k -> k.firstCall)
                .limit(MOST_EVIDENCE)
                .toList();
        int callsWithKnown = known.values().stream().mapToInt(k -> k.calls).sum();
        if (people.size() > 1) {
            weighing.add(
                    CallCriterion.IN_TOUCH_WITH_KNOWN,
                    1 - Math.exp(-(people.size() - 1) / 2.0),
                    label + " is in touch with " + people.size() + " people of the case, in " + callsWithKnown
                            + " calls.",
                    firstCalls);
            int others = reach.others();
            double share = (double) people.size() / (people.size() + others);
            weighing.add(
                    CallCriterion.FEW_OTHERS,
                    // a number without a single other contact is seen only through the records of people of the case
                    others == 0 ? 0 : share,
                    people.size() + " of the " + (people.size() + others) + " contacts of " + label
                            + " are people of the case.",
                    firstCalls);
            long strangers = 0;
            long pairs = 0;
            int most = Math.min(people.size(), 60);
            for (int i = 0; i < most; i++) {
                Set<Integer> friends = acquaintances.getOrDefault(people.get(i), Set.of());
                for (int j = i + 1; j < most; j++) {
                    pairs++;
                    strangers += friends.contains(people.get(j)) ? 0 : 1;
                }
            }
            weighing.add(
                    CallCriterion.JOINS_GROUPS,
                    (double) strangers / pairs * (1 - Math.exp(-callsWithKnown / 20.0)) * share,
                    strangers + " of the " + pairs + " pairs of people whom " + label
                            + " is in touch with do not call each other.",
                    firstCalls);
        }
        List<Integer> accused = people.stream()
                .filter(p -> reach.implicated().test(p) && !victims.isVictim(p))
                .toList();
        if (accused.size() > 1) {
            weighing.add(
                    CallCriterion.IN_TOUCH_WITH_IMPLICATED,
                    1 - Math.exp(-(accused.size() - 1) / 1.5),
                    label + " is in touch with " + accused.size() + " who are accused or said to have taken part.",
                    accused.stream()
                            .flatMap(a -> Stream.ofNullable(known.get(a)))
                            .map(k -> k.firstCall)
                            .limit(MOST_EVIDENCE)
                            .toList());
            long all = Math.floorDiv(index.last(number), WEEK) - Math.floorDiv(index.first(number), WEEK) + 1;
            weighing.add(
                    CallCriterion.WEEK_AFTER_WEEK,
                    all < FEWEST_WEEKS ? 0 : (double) reach.weeks() / all,
                    label + " is in touch with them in " + reach.weeks() + " of " + all + " weeks.",
                    firstCalls);
        }
        List<Integer> theirVictims = people.stream().filter(victims::isVictim).toList();
        weighing.add(
                CallCriterion.IN_TOUCH_WITH_VICTIMS,
                1 - Math.exp(-theirVictims.size() / 2.0),
                label + " is in touch with "
                        + (theirVictims.size() == 1 ? "a victim." : theirVictims.size() + " victims."),
                theirVictims.stream()
                        .flatMap(v -> known.entrySet().stream()
                                .filter(e -> e.getKey().equals(v))
                                .map(e -> e.getValue().firstCall))
                        .limit(MOST_EVIDENCE)
                        .toList());
        weighing.add(
                CallCriterion.HELD_IN_HANDSET,
                1 - Math.exp(-heldIn.size() / 1.5),
                label + " stands in the contact list of "
                        + (heldIn.size() == 1 ? "an examined handset." : heldIn.size() + " examined handsets."),
                heldIn.stream().map(Claim::id).limit(MOST_EVIDENCE).toList());
        return new UnknownNumber(
                index.graph().entity(index.entity(number)).id(),
                people.size(),
                theirVictims.size(),
                reach.others(),
                index.count(number),
                weighing.score(),
                weighing.reasonsFor());
    }
}
