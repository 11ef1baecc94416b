package org.manumit.graph.analysis.typology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.Contest.Finding;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Role;

/** Who decides: orders from a centre, or one party between demand and supply. */
final class DecisionSigns {

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    DecisionSigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    /** How little speaks for one party that tasks or coordinates the others, from 0 to 1. */
    static double uncoordinated(Contest<NetworkClass, ClassCriterion> contest) {
        return (1 - 0.8 * contest.strength(ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY))
                * (1 - 0.8 * contest.strength(ClassCriterion.TASKING_FROM_A_CENTRE));
    }

    void read() {
        tasking();
        coordination();
    }

    private void tasking() {
        Map<EntityId, List<Flow>> orders = new TreeMap<>();
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.TASK && !slots.shares(slots.party(flow.to()), slots.party(flow.from()))) {
                orders.computeIfAbsent(flow.from(), k -> new ArrayList<>()).add(flow);
            }
        }
        Finding<ClassCriterion> best = null;
        double rank = 0;
        Map<EntityId, List<Flow>> demand = slots.demand();
        Set<EntityId> demanding = new HashSet<>();
        demand.values().forEach(flows -> flows.forEach(f -> demanding.add(f.from())));
        for (EntityId centre : orders.keySet()) {
            if (demanding.contains(centre) || reading.isOverruled(centre, Role.COORDINATOR)) {
                continue;
            }
            Set<EntityId> reach = new LinkedHashSet<>();
            List<ClaimId> claims = new ArrayList<>();
            Deque<EntityId> open = new ArrayDeque<>(List.of(centre));
            while (!open.isEmpty()) {
                for (Flow flow : orders.getOrDefault(open.remove(), List.of())) {
                    if (!flow.to().equals(centre) && reach.add(flow.to())) {
                        open.add(flow.to());
                    }
                    claims.addAll(flow.evidence());
                }
            }
            Set<EntityId> customers = new LinkedHashSet<>();
            for (Flow flow : demand.getOrDefault(centre, List.of())) {
                customers.add(flow.from());
                claims.addAll(flow.evidence());
            }
            double heads = Stream.concat(reach.stream(), customers.stream())
                    .distinct()
                    .mapToDouble(id -> Slots.heads(reading.profile(id).orElseThrow()))
                    .sum();
            Set<EntityId> under = new HashSet<>(reach);
            under.addAll(slots.party(centre).members());
            under.addAll(customers);
            int phases = 0;
            for (List<Holder> slot : List.of(slots.recruiters(), slots.movers(), slots.exploiters())) {
                if (slot.stream().anyMatch(h -> under.contains(h.actor()))) {
                    phases++;
                }
            }
            double strength = (heads >= 4 ? 1 : heads >= 3 ? 0.85 : heads >= 2 ? 0.6 : 0.35)
                    * (phases == 3 ? 1 : phases == 2 ? 0.85 : phases == 1 ? 0.6 : 0.3)
                    * smallness(slots.party(centre), heads);
            if (best == null || strength + preference(centre) > rank) {
                rank = strength + preference(centre);
                best = new Finding<>(
                        ClassCriterion.TASKING_FROM_A_CENTRE,
                        strength,
                        "Orders run from " + reading.label(centre) + " to " + slots.names(reach)
                                + (customers.isEmpty() ? "." : ", upon what " + slots.names(customers) + " ask for."),
                        claims);
            }
        }
        if (best != null) {
            contest.add(best);
        }
    }

    /**
     * How much orders count in a handful: a boss who sends two helpers is still one of the handful. Not so who takes no part
     * in any phase and has each filled by somebody else (003, l. 4991-4994): few are known then, because policing truncates
     * what is in a file (003, l. 8249-8255).
     */
    private double smallness(Party centre, double heads) {
        if (!slots.isHandful()) {
            return 1;
        }
        boolean partakes = slots.required().stream().anyMatch(h -> h.party().equals(centre));
        return !partakes && heads >= 3 && slots.isDivided() ? 0.8 : 0.4;
    }

    /** Of equals, the centre is who is called a coordinator, and rather not who orders slots.people() to exploit them. */
    private double preference(EntityId id) {
        double preference = facts.holders(Role.COORDINATOR).stream()
                .filter(h -> h.actor().equals(id))
                .mapToDouble(h -> 0.2 * h.firmness())
                .max()
                .orElse(0);
        return preference - (slots.exploiters().stream().anyMatch(h -> h.actor().equals(id)) ? 0.1 : 0);
    }

    private void coordination() {
        Set<EntityId> candidates = new TreeSet<>();
        facts.holders(Role.COORDINATOR).stream()
                .filter(h -> h.firmness() >= 0.6)
                .forEach(h -> candidates.add(h.actor()));
        facts.flows().stream()
                .filter(f -> f.kind() == Flow.Kind.TASK && !reading.isOverruled(f.from(), Role.COORDINATOR))
                .forEach(f -> candidates.add(f.from()));
        Finding<ClassCriterion> best = null;
        for (EntityId candidate : candidates) {
            Party centre = slots.party(candidate);
            Map<Party, List<ClaimId>> near = new LinkedHashMap<>();
            for (Flow flow : facts.flows()) {
                if (!flow.isTie() || flow.kind() == Flow.Kind.KIN) {
                    continue;
                }
                Party from = slots.party(flow.from());
                Party to = slots.party(flow.to());
                if (from.equals(centre) && !to.equals(centre)) {
                    near.computeIfAbsent(to, k -> new ArrayList<>()).addAll(flow.evidence());
                } else if (to.equals(centre) && !from.equals(centre)) {
                    near.computeIfAbsent(from, k -> new ArrayList<>()).addAll(flow.evidence());
                }
            }
            List<Holder> demand = Slots.outside(slots.exploiters(), centre).stream()
                    .filter(h -> !slots.shares(h.party(), centre))
                    .toList();
            List<Holder> supply = Stream.concat(
                            Slots.outside(slots.recruiters(), centre).stream(),
                            Slots.outside(slots.movers(), centre).stream())
                    .filter(h -> demand.stream().noneMatch(d -> d.party().equals(h.party())))
                    .toList();
            if (demand.isEmpty()) {
                continue;
            }
            boolean dealsWithDemand = demand.stream().anyMatch(h -> near.containsKey(h.party()));
            boolean dealsWithSupply = supply.stream().anyMatch(h -> near.containsKey(h.party()));
            boolean ownSupply =
                    slots.recruiters().stream().anyMatch(h -> h.party().equals(centre))
                            || slots.movers().stream().anyMatch(h -> h.party().equals(centre));
            boolean stated = facts.holders(Role.COORDINATOR).stream()
                    .anyMatch(h -> h.actor().equals(candidate));
            double strength;
            if (dealsWithDemand && dealsWithSupply) {
                strength = 1;
            } else if (dealsWithDemand && ownSupply) {
                strength = 0.5;
            } else if (stated && (!supply.isEmpty() || ownSupply)) {
                strength = 0.8;
            } else {
                continue;
            }
            if (!stated) {
                strength *= 0.9;
            }
            strength *= smallness(centre, Slots.heads(reading.profile(candidate).orElseThrow()) + near.size());
            if (best == null || strength > best.strength()) {
                List<ClaimId> claims = new ArrayList<>();
                facts.holders(Role.COORDINATOR).stream()
                        .filter(h -> h.actor().equals(candidate))
                        .forEach(h -> claims.addAll(h.evidence()));
                near.values().forEach(claims::addAll);
                best = new Finding<>(
                        ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY,
                        strength,
                        reading.label(candidate) + " stands between " + slots.names(Slots.ids(demand))
                                + ", who exploit, and "
                                + (supply.isEmpty()
                                        ? "its own recruiting or moving"
                                        : slots.names(Slots.ids(supply)) + ", who recruit or move")
                                + ".",
                        claims);
            }
        }
        if (best != null) {
            contest.add(best);
        }
    }
}
