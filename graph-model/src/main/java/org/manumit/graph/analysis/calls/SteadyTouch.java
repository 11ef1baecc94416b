package org.manumit.graph.analysis.calls;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.query.Actors;

/**
 * How many steady contacts everybody has: others with whom they are in touch on several days. It says how many of some
 * numbers somebody would be in steady touch with by chance. Time linear in the records. Immutable.
 */
final class SteadyTouch {

    private static final long DAY = 86_400;

    private final Map<Integer, Integer> ofActor = new HashMap<>();
    private final Map<Integer, Integer> ofNumber = new HashMap<>();
    private final Set<Integer> callers = new HashSet<>();
    private long ends;

    private SteadyTouch() {}

    /**
     * Counts them.
     *
     * @param numbers the numbers that will be asked for, as entities
     * @param days on how many days at least somebody in steady touch is heard of
     */
    static SteadyTouch of(CallIndex index, Actors actors, Set<Integer> numbers, int days) {
        SteadyTouch touch = new SteadyTouch();
        int[] times = new int[index.size()];
        long[] lastDay = new long[index.size()];
        for (int number = 0; number < index.size(); number++) {
            int steady = 0;
            for (int i = 0; i < index.count(number); i++) {
                int other = index.other(number, index.row(number, i));
                long day = Math.floorDiv(index.time(number, i), DAY);
                if (times[other] == 0 || lastDay[other] != day) {
                    lastDay[other] = day;
                    if (++times[other] == days) {
                        steady++;
                    }
                }
            }
            boolean asked = numbers.contains(index.entity(number));
            for (int i = 0; i < index.count(number); i++) {
                int other = index.other(number, index.row(number, i));
                if (asked && times[other] >= days) {
                    touch.callers.add(actors.actorOf(index.entity(other)));
                }
                times[other] = 0;
            }
            touch.ends += steady;
            touch.ofActor.merge(actors.actorOf(index.entity(number)), steady, Integer::sum);
            if (asked) {
                touch.ofNumber.put(index.entity(number), steady);
            }
        }
        return touch;
    }

    /** With how many of some numbers an actor would be in steady touch by chance. */
    double expected(int actor, Collection<Integer> numbers) {
        double own = ofActor.getOrDefault(actor, 0);
        return ends == 0
                ? 0
                : numbers.stream()
                        .mapToDouble(phone -> Math.min(1, own * ofNumber.getOrDefault(phone, 0) / ends))
                        .sum();
    }

    /** How many are in steady touch with one of the numbers at least. */
    int callers() {
        return callers.size();
    }
}
