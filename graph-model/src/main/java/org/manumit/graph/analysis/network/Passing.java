package org.manumit.graph.analysis.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Role;

/**
 * In which order those who moved somebody followed each other: by who handed over to whom, and by legs of a journey of
 * which one begins where the other ended (people are passed from hand to hand: 003, l. 16079-16102). Immutable.
 */
final class Passing {

    /** Who came right before whom, for one traveller. */
    private record Step(EntityId traveller, EntityId from, EntityId to) {}

    private record Leg(EntityId mover, Journey journey) {}

    private final Set<Step> steps = new HashSet<>();

    Passing(CaseReading reading) {
        Map<ClaimId, Journey> journeys = new HashMap<>();
        reading.journeys().forEach(j -> journeys.put(j.claim(), j));
        for (Flow flow : reading.flows()) {
            if (flow.kind() == Flow.Kind.HANDOVER) {
                for (ClaimId claim : flow.evidence()) {
                    Optional.ofNullable(journeys.get(claim)).stream()
                            .flatMap(j -> j.travellers().stream())
                            .forEach(t -> steps.add(new Step(t, flow.from(), flow.to())));
                }
            }
        }
        Map<EntityId, List<Leg>> legs = new HashMap<>();
        for (Act act : reading.acts()) {
            Journey journey = journeys.get(act.claim());
            if (journey != null && act.role() == Role.TRANSPORTER) {
                journey.travellers().forEach(t -> legs.computeIfAbsent(t, k -> new ArrayList<>())
                        .add(new Leg(act.actor(), journey)));
            }
        }
        legs.forEach((traveller, all) -> {
            for (Leg one : all) {
                for (Leg next : all) {
                    if (!one.mover().equals(next.mover()) && leadsTo(one.journey(), next.journey())) {
                        steps.add(new Step(traveller, one.mover(), next.mover()));
                    }
                }
            }
        });
    }

    private static boolean leadsTo(Journey one, Journey next) {
        return one.to().isPresent()
                && one.to().equals(next.from())
                && !one.from().equals(one.to())
                && !next.from().equals(next.to())
                && !one.from().equals(next.to());
    }

    /** Whether one took over from the other, or is likely to have. */
    boolean follows(EntityId traveller, EntityId from, EntityId to) {
        return steps.contains(new Step(traveller, from, to));
    }

    /** Those who took over from none of the others; all of them where no order is known. */
    Collection<Act> first(EntityId traveller, Collection<Act> moved) {
        return ends(moved, (one, other) -> follows(traveller, other, one));
    }

    /** Those from whom none of the others took over; all of them where no order is known. */
    Collection<Act> last(EntityId traveller, Collection<Act> moved) {
        return ends(moved, (one, other) -> follows(traveller, one, other));
    }

    private interface Inside {
        boolean test(EntityId one, EntityId other);
    }

    private static Collection<Act> ends(Collection<Act> moved, Inside inside) {
        List<Act> ends = moved.stream()
                .filter(one -> moved.stream().noneMatch(other -> inside.test(one.actor(), other.actor())))
                .toList();
        return ends.isEmpty() ? moved : ends;
    }
}
