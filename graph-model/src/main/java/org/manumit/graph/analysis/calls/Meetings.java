package org.manumit.graph.analysis.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.manumit.graph.CallTable;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * Finds numbers that are used at the same antennas at the same time. What chance gives is reckoned from how often either
 * is at each antenna in all and for how long both are seen; neighbours, who are often at the same one, are thus expected
 * to meet often. Time linear in the records and in those that follow each other at an antenna.
 */
public final class Meetings {

    private static final double PRIOR = -3;
    private static final int MOST_EVIDENCE = 20;
    private static final int FEWEST_DAYS = 3;
    private static final int FEWEST_PLACES = 2;
    private static final double LEAST_SURPRISE = 8;

    /** So many different antennas on one day are a journey. */
    private static final int JOURNEY = 3;

    private static final int FEWEST_JOURNEYS = 2;

    /** People use telephones by day, so two are awake together more than chance over all hours gives. */
    private static final double WAKING = 2;

    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** At a busy antenna more neighbours in time than this are a crowd. */
    private static final int CROWD = 60;

    private Meetings() {}

    private record Use(long time, int number, int row) {}

    private static final class Together {
        int times;
        final Set<Long> days = new HashSet<>();
        final Set<Integer> places = new TreeSet<>();
        final Map<Long, Set<Integer>> byDay = new TreeMap<>();
        final List<ClaimId> evidence = new ArrayList<>();
    }

    /**
     * Finds them, the best founded first; of two victims nothing is told.
     *
     * @param concerned numbers of whom it matters: one of two at least must be
     * @param within how far apart in time two records are of the same moment
     * @param most how many to tell at most
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<Meeting> find(
            CallIndex index,
            Actors actors,
            Victims victims,
            IntPredicate concerned,
            Duration within,
            int most,
            Cancellation cancellation) {
        Map<Integer, List<Use>> byCell = uses(index, concerned);
        long seconds = within.toSeconds();
        Map<Long, Together> pairs = new HashMap<>();
        Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
        byCell.forEach((cell, uses) -> {
            cancellation.check();
            uses.sort(Comparator.comparingLong(Use::time).thenComparingInt(Use::number));
            Deque<Use> near = new ArrayDeque<>();
            for (Use use : uses) {
                counts.computeIfAbsent(use.number(), k -> new HashMap<>()).merge(cell, 1, Integer::sum);
                while (!near.isEmpty() && (use.time() - near.getFirst().time() > seconds || near.size() > CROWD)) {
                    near.removeFirst();
                }
                for (Use other : near) {
                    boolean matters = concerned.test(use.number()) || concerned.test(other.number());
                    if (matters && tellable(index, actors, victims, use.number(), other.number())) {
                        meet(index, pairs, cell, use, other);
                    }
                }
                near.addLast(use);
            }
        });
        List<Meeting> found = new ArrayList<>();
        pairs.forEach((key, together) -> {
            int one = (int) (key >>> 32);
            int other = (int) (long) key;
            double expected = expected(index, counts, one, other, seconds);
            double surprise = together.times * Math.log(together.times / expected) - (together.times - expected);
            if (together.days.size() < FEWEST_DAYS
                    || together.places.size() < FEWEST_PLACES
                    || together.times <= expected
                    || surprise < LEAST_SURPRISE) {
                return;
            }
            long journeys = together.byDay.values().stream()
                    .filter(cells -> cells.size() >= JOURNEY)
                    .count();
            found.add(meeting(index, one, other, together, expected, surprise, journeys));
        });
        found.sort(Comparator.comparingDouble(Meeting::score)
                .reversed()
                .thenComparing(Comparator.comparingInt(Meeting::times).reversed())
                .thenComparing(Meeting::one)
                .thenComparing(Meeting::other));
        return found.stream().limit(most).toList();
    }

    /** The uses of every antenna that somebody who matters uses. */
    private static Map<Integer, List<Use>> uses(CallIndex index, IntPredicate concerned) {
        BitSet theirs = new BitSet();
        for (int number = 0; number < index.size(); number++) {
            if (concerned.test(number)) {
                for (int i = 0; i < index.count(number); i++) {
                    int cell = index.cell(number, index.row(number, i));
                    if (cell != CallTable.NONE) {
                        theirs.set(cell);
                    }
                }
            }
        }
        Map<Integer, List<Use>> byCell = new TreeMap<>();
        for (int number = 0; number < index.size() && !theirs.isEmpty(); number++) {
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                int cell = index.cell(number, row);
                if (cell != CallTable.NONE && theirs.get(cell)) {
                    byCell.computeIfAbsent(cell, k -> new ArrayList<>())
                            .add(new Use(index.time(number, i), number, row));
                }
            }
        }
        return byCell;
    }

    private static boolean tellable(CallIndex index, Actors actors, Victims victims, int a, int b) {
        int one = index.entity(a);
        int other = index.entity(b);
        return a != b
                && actors.actorOf(one) != actors.actorOf(other)
                && !(victims.isProtected(one) && victims.isProtected(other));
    }

    private static void meet(CallIndex index, Map<Long, Together> pairs, int cell, Use use, Use other) {
        int low = Math.min(use.number(), other.number());
        int high = Math.max(use.number(), other.number());
        Together together = pairs.computeIfAbsent((long) low << 32 | high, k -> new Together());
        long day = Math.floorDiv(use.time(), DAY);
        together.times++;
        together.days.add(day);
        together.places.add(cell);
        together.byDay.computeIfAbsent(day, k -> new TreeSet<>()).add(cell);
        if (together.evidence.size() < MOST_EVIDENCE) {
            together.evidence.add(index.graph().calls().claim(other.row()));
            if (other.row() != use.row()) {
                together.evidence.add(index.graph().calls().claim(use.row()));
            }
        }
    }

    private static double expected(
            CallIndex index, Map<Integer, Map<Integer, Integer>> counts, int one, int other, long seconds) {
        double both = Math.max(
                DAY, Math.min(index.last(one), index.last(other)) - Math.max(index.first(one), index.first(other)));
        double sum = 0;
        Map<Integer, Integer> there = counts.getOrDefault(other, Map.of());
        for (Map.Entry<Integer, Integer> here :
                counts.getOrDefault(one, Map.of()).entrySet()) {
            sum += (double) here.getValue() * there.getOrDefault(here.getKey(), 0);
        }
        return Math.max(0.01, WAKING * sum * 2 * seconds / both);
    }

    private static Meeting meeting(
            CallIndex index, int one, int other, Together together, double expected, double surprise, long journeys) {
        Weighing weighing = new Weighing(PRIOR)
                .add(
                        CallCriterion.MEET_AT_ANTENNAS,
                        Math.min(1, 0.6 + surprise / 100),
                        index.label(one) + " and " + index.label(other)
                                + " are used at the same antenna at the same time "
                                + together.times + " times, on " + together.days.size() + " days at "
                                + together.places.size() + " antennas, where chance gives "
                                + Math.round(expected) + ".",
                        together.evidence);
        if (journeys >= FEWEST_JOURNEYS) {
            weighing.add(
                    CallCriterion.TRAVEL_TOGETHER,
                    1 - Math.exp(-journeys / 2.0),
                    "On " + journeys + " days they pass three antennas or more together.",
                    together.evidence);
        }
        return new Meeting(
                id(index, one),
                id(index, other),
                journeys >= FEWEST_JOURNEYS ? Meeting.Kind.TRAVEL_TOGETHER : Meeting.Kind.SAME_PLACES,
                together.times,
                together.days.size(),
                together.places.size(),
                expected,
                weighing.score(),
                weighing.reasonsFor());
    }

    private static EntityId id(CallIndex index, int number) {
        return index.graph().entity(index.entity(number)).id();
    }
}
