package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of those who call a victim calls most: whoever controls somebody narrows that person's circle and comes first in it
 * (ICMPD Background Reader, ch. 4.2.1; 001, l. 1999-2003, 2018). To come first with one is nothing, kin and friends do; to
 * come first with several is hardly chance. Immutable.
 */
final class VictimCircles {

    private final Map<Integer, List<Integer>> calls = new HashMap<>();
    private final Map<Integer, Set<Integer>> numbers = new HashMap<>();

    /** Somebody who is no victim called a victim's number so many times. */
    void called(int caller, int phone, int times) {
        if (times > 0) {
            calls.computeIfAbsent(phone, p -> new ArrayList<>()).add(times);
            numbers.computeIfAbsent(caller, c -> new HashSet<>()).add(phone);
        }
    }

    /** How many of those who call a number call it at least as often, and how many call it at all. */
    record Place(int rank, int of) {
        boolean first() {
            return rank == 1;
        }
    }

    Place place(int phone, int times) {
        List<Integer> all = calls.getOrDefault(phone, List.of());
        long more = all.stream().filter(t -> t > times).count();
        return new Place((int) more + 1, Math.max(1, all.size()));
    }

    /**
     * How far it is beyond chance to stand in these places of several circles, in natural logarithms: the chances of
     * standing so high in each, taken together as Fisher takes them, made up for how many call several of the group.
     */
    double surprise(Collection<Place> places, Set<Integer> group) {
        long several = numbers.values().stream()
                .filter(called ->
                        called.stream().filter(group::contains).limit(2).count() == 2)
                .count();
        double sum = 0;
        for (Place place : places) {
            sum += Math.log((double) place.of() / place.rank());
        }
        double term = 1;
        double tail = 0;
        for (int i = 0; i < places.size(); i++) {
            tail += term;
            term *= sum / (i + 1);
        }
        return places.size() < 2 ? 0 : Math.max(0, sum - Math.log(tail) - Math.log(Math.max(1, (double) several)));
    }
}
