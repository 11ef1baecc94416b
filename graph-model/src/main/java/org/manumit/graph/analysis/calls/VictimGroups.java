package org.manumit.graph.analysis.calls;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.TimeWindow;

/**
 * Victims who were held together: at one place, by one exploiter, at one time, as far as the case file says; and all
 * victims of the case. Stays of which no date is known may have been at any time.
 */
final class VictimGroups {

    /** Where stays are many, a place is not cut finer than this. */
    private static final int MOST_PER_PLACE = 40;

    private VictimGroups() {}

    /**
     * Victims who were held together.
     *
     * @param name how to speak of them in a sentence
     * @param victims indexes into {@link CaseGraph#entities()}
     */
    record Group(String name, Set<Integer> victims) {
        Group {
            victims = Set.copyOf(victims);
        }
    }

    private record Stay(int victim, TimeWindow when) {}

    /**
     * Reads them; the first is all victims.
     *
     * @param known the victims who matter: those of whom a number is known
     */
    static List<Group> of(CaseGraph graph, Actors actors, Set<Integer> known) {
        ZoneId zone = CaseZone.of(graph);
        Map<Integer, List<Stay>> stays = new LinkedHashMap<>();
        for (Claim claim : graph.claims(ClaimType.PREMISES)) {
            claim.first(Part.SUBJECT).ifPresent(place -> stay(graph, actors, stays, place, claim, Part.OCCUPANT, zone));
        }
        for (Claim claim : graph.claims(ClaimType.EXPLOITATION)) {
            claim.holders(Part.PREMISES).forEach(place -> stay(graph, actors, stays, place, claim, Part.VICTIM, zone));
            claim.holders(Part.BY).forEach(by -> stay(graph, actors, stays, by, claim, Part.VICTIM, zone));
        }
        List<Group> groups = new ArrayList<>();
        Set<Set<Integer>> seen = new HashSet<>();
        seen.add(known);
        groups.add(new Group("victims", known));
        stays.forEach((place, there) -> {
            List<Stay> ofKnown =
                    there.stream().filter(s -> known.contains(s.victim())).toList();
            String name = "the victims held "
                    + (graph.entity(place).kind().isActor() ? "by " : "at ")
                    + graph.entity(place).label();
            for (Set<Integer> together : atOneTime(ofKnown)) {
                if (together.size() > 1 && seen.add(together)) {
                    groups.add(new Group(name, together));
                }
            }
        });
        return groups;
    }

    private static void stay(
            CaseGraph graph,
            Actors actors,
            Map<Integer, List<Stay>> stays,
            EntityId place,
            Claim claim,
            Part part,
            ZoneId zone) {
        Optional<Integer> at = graph.indexOf(place).stream().boxed().findFirst();
        at.ifPresent(p -> claim.holders(part).forEach(victim -> {
            int who = actors.actorOf(graph.indexOf(victim).orElseThrow());
            if (who != p) {
                stays.computeIfAbsent(p, k -> new ArrayList<>()).add(new Stay(who, TimeWindow.of(claim.when(), zone)));
            }
        }));
    }

    /** All who were ever there, and every largest set of those who were there at one moment. */
    private static List<Set<Integer>> atOneTime(List<Stay> stays) {
        List<Set<Integer>> sets = new ArrayList<>();
        Set<Integer> all = new TreeSet<>();
        stays.forEach(s -> all.add(s.victim()));
        // who is there changes only when somebody comes, so the largest sets are found at arrivals
        TreeSet<Long> arrivals = new TreeSet<>();
        stays.forEach(s -> arrivals.add(s.when().from()));
        for (long moment : arrivals.stream().limit(MOST_PER_PLACE).toList()) {
            Set<Integer> there = new TreeSet<>();
            stays.stream().filter(s -> s.when().contains(moment)).forEach(s -> there.add(s.victim()));
            if (sets.stream().noneMatch(larger -> larger.containsAll(there))) {
                sets.removeIf(there::containsAll);
                sets.add(there);
            }
        }
        if (!sets.contains(all)) {
            sets.addFirst(all);
        }
        return sets;
    }
}
