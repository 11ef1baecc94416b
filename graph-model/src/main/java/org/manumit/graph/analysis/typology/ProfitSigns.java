package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;

/** Where the profit goes: shared between parties, to a centre, abroad. */
final class ProfitSigns {

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    ProfitSigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    void read() {
        profit();
        proceeds();
        offshore();
    }

    private void profit() {
        List<Flow> shares = facts.flowsBetweenParties(Flow.Kind.SHARE);
        List<RoleFinding> upward = facts.roles().stream()
                .filter(r -> r.reasonsFor().stream().anyMatch(x -> x.criterion().equals("regular-upward-share")))
                .toList();
        double shared = 0;
        if (!shares.isEmpty()) {
            Flow first = shares.getFirst();
            double firm = shares.stream().mapToDouble(Flow::firmness).max().orElse(0);
            long payers =
                    shares.stream().map(f -> slots.party(f.from())).distinct().count();
            boolean group = shares.stream()
                    .anyMatch(f ->
                            slots.party(f.from()).group() || slots.party(f.to()).group());
            shared = firm * (group || payers > 1 ? 1 : 0.7);
            Set<String> percent = new TreeSet<>();
            shares.stream().filter(f -> f.share() > 0).forEach(f -> percent.add(Slots.number(f.share()) + "%"));
            contest.add(
                    ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES,
                    shared,
                    slots.names(shares.stream().map(Flow::from).toList())
                            + (payers > 1 ? " each remit " : " shares ")
                            + (percent.isEmpty()
                                    ? "a part of the profit"
                                    : String.join(" or ", percent) + " of the profit")
                            + (payers > 1 ? " to " : " with ")
                            + reading.label(first.to())
                            + (shares.stream().anyMatch(Flow::repeated) ? ", again and again." : "."),
                    Slots.claims(shares));
        } else if (!upward.isEmpty()) {
            shared = 0.6;
            contest.add(
                    ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES,
                    shared,
                    "Transfers show regular parts of the takings going to "
                            + slots.names(
                                    upward.stream().map(RoleFinding::entity).toList()) + ".",
                    upward.stream()
                            .flatMap(r -> r.reasonsFor().stream())
                            .flatMap(r -> r.evidence().stream())
                            .toList());
        }
        List<Holder> sponsors = facts.holders(Role.SPONSOR).stream()
                .filter(h -> h.firmness() >= 0.6)
                .filter(h -> slots.exploiters().stream()
                        .anyMatch(x -> !x.party().equals(h.party()) && slots.unit(x.party()) != slots.unit(h.party())))
                .toList();
        if (!sponsors.isEmpty()) {
            contest.add(
                    ClassCriterion.SPONSOR_OF_LOCAL_CREWS,
                    sponsors.getFirst().firmness() * (1 - 0.7 * shared),
                    reading.label(sponsors.getFirst().actor()) + " backs "
                            + slots.names(Slots.ids(Slots.outside(
                                    slots.exploiters(), sponsors.getFirst().party())))
                            + ", who exploit on their own.",
                    Slots.evidence(sponsors));
        }
    }

    private void proceeds() {
        Map<Party, List<Flow>> to = new LinkedHashMap<>();
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.PROCEEDS) {
                to.computeIfAbsent(slots.party(flow.to()), k -> new ArrayList<>())
                        .add(flow);
            }
        }
        to.forEach((party, flows) -> {
            double payers = flows.stream()
                    .map(Flow::from)
                    .distinct()
                    .mapToDouble(id -> Slots.heads(reading.profile(id).orElseThrow()))
                    .sum();
            if (payers >= 2 && !slots.isHandful()) {
                contest.add(
                        ClassCriterion.PROCEEDS_FLOW_TO_A_CENTRE,
                        payers >= 3 ? 1 : 0.7,
                        slots.names(flows.stream().map(Flow::from).toList()) + " hand the takings to " + party.label()
                                + ".",
                        Slots.claims(flows));
            }
        });
    }

    private void offshore() {
        if (facts.exploitationCountries().isEmpty()) {
            return;
        }
        Set<EntityId> exploiting = new HashSet<>(Slots.ids(slots.exploiters()));
        Map<EntityId, List<ClaimId>> abroad = new LinkedHashMap<>();
        double strength = 0;
        for (Flow flow : facts.flows()) {
            double weight =
                    switch (flow.kind()) {
                        case SHARE, PROCEEDS -> 1;
                        case LAUNDERING, MONEY -> 0.4;
                        default -> 0;
                    };
            if (weight > 0
                    && !slots.party(flow.from()).equals(slots.party(flow.to()))
                    && isAbroad(flow.to(), exploiting)) {
                abroad.computeIfAbsent(flow.to(), k -> new ArrayList<>()).addAll(flow.evidence());
                strength = Math.max(strength, weight * flow.firmness());
            }
        }
        for (Role role : List.of(Role.SPONSOR, Role.COORDINATOR)) {
            for (Holder holder : facts.holders(role)) {
                if (holder.firmness() >= 0.6 && isAbroad(holder.actor(), exploiting)) {
                    abroad.computeIfAbsent(holder.actor(), k -> new ArrayList<>())
                            .addAll(holder.evidence());
                    strength = Math.max(strength, 0.8 * holder.firmness());
                }
            }
        }
        if (!abroad.isEmpty()) {
            contest.add(
                    ClassCriterion.OFFSHORE_BENEFICIARY,
                    strength,
                    slots.names(abroad.keySet()) + (abroad.size() == 1 ? " profits" : " profit") + " from outside "
                            + Slots.countries(facts.exploitationCountries()) + ".",
                    abroad.values().stream().flatMap(List::stream).toList());
        }
    }

    private boolean isAbroad(EntityId id, Set<EntityId> exploiting) {
        Set<String> countries = slots.party(id).countries();
        return !countries.isEmpty()
                && countries.stream().noneMatch(facts.exploitationCountries()::contains)
                && slots.party(id).members().stream().noneMatch(exploiting::contains);
    }
}
