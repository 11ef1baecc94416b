package org.manumit.graph.analysis.typology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.Contest.Finding;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;

/** How the phases are divided: one small circle, one organisation, or separate groups that deal with each other. */
final class DivisionSigns {

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    DivisionSigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    void read() {
        samePeople();
        oneOrganisation();
        split();
        contract();
    }

    private void samePeople() {
        double best = 0;
        Finding<ClassCriterion> found = null;
        for (int unit : slots.units()) {
            List<Party> members =
                    facts.parties().stream().filter(p -> slots.unit(p) == unit).toList();
            double size = members.stream().mapToDouble(Party::people).sum();
            boolean kin = members.stream()
                            .anyMatch(p -> p.group()
                                    && slots.isKinGroup(p)
                                    && p.members().size() > p.people())
                    || facts.flows().stream()
                            .anyMatch(f -> f.kind() == Flow.Kind.KIN
                                    && slots.unit(slots.party(f.from())) == unit
                                    && slots.unit(slots.party(f.to())) == unit);
            double small = size <= Slots.HANDFUL ? 1 : size <= 10 ? 0.75 : kin && size <= Slots.LARGE_FAMILY ? 0.75 : 0;
            if (members.stream().anyMatch(Party::formal) || members.stream().anyMatch(p -> p.groups() > 1)) {
                small = 0;
            }
            Predicate<Holder> own = h -> slots.unit(h.party()) == unit;
            if (small == 0
                    || slots.exploiters().stream().noneMatch(own)
                    || (slots.recruiters().stream().noneMatch(own)
                            && slots.movers().stream().noneMatch(own))) {
                continue;
            }
            double covered = 0;
            int filled = 0;
            for (List<Holder> slot : List.of(slots.recruiters(), slots.movers(), slots.exploiters())) {
                if (slot.isEmpty()) {
                    continue;
                }
                filled++;
                if (slot.stream().anyMatch(own)) {
                    covered++;
                } else if (slot.stream().allMatch(h -> slots.hiredBy(h, unit))) {
                    covered += 0.8;
                }
            }
            double mine = Slots.weight(slots.required(), own);
            double others = Slots.weight(slots.required(), own.negate().and(h -> !slots.hiredBy(h, unit)));
            Set<EntityId> several = new TreeSet<>();
            for (Holder h : slots.required()) {
                long held = Stream.of(slots.recruiters(), slots.movers(), slots.exploiters())
                        .filter(slot -> slot.stream().anyMatch(o -> o.actor().equals(h.actor())))
                        .count();
                if (held >= 2 && own.test(h)) {
                    several.add(h.actor());
                }
            }
            double strength = small
                    * (covered / filled)
                    * (mine / (mine + others))
                    // people with one part each, under orders, are not "the same people"
                    * (several.isEmpty() ? 0.7 - 0.4 * contest.strength(ClassCriterion.TASKING_FROM_A_CENTRE) : 1)
                    * (filled == 1 ? 0.5 : 1);
            if (strength > best) {
                best = strength;
                List<Holder> holders = slots.required().stream().filter(own).toList();
                String tail = several.isEmpty() || several.containsAll(Slots.ids(holders))
                        ? "."
                        : "; " + slots.names(several) + (several.size() == 1 ? " has" : " have")
                                + " more than one of them.";
                found = new Finding<>(
                        ClassCriterion.SAME_PEOPLE_IN_ALL_PHASES,
                        strength,
                        "One small circle, " + slots.names(Slots.ids(holders)) + ", holds " + slots.phases(own)
                                + " itself" + tail,
                        Slots.evidence(holders));
            }
        }
        if (found != null) {
            contest.add(found);
        }
    }

    private void oneOrganisation() {
        Finding<ClassCriterion> best = null;
        for (Party party : facts.parties()) {
            if (!party.group()
                    || party.legalWorld()
                    || (slots.isKinGroup(party) && party.people() <= Slots.LARGE_FAMILY)) {
                continue;
            }
            double size = party.people() > 10 ? 1 : party.people() > Slots.HANDFUL ? 0.8 : party.formal() ? 0.7 : 0;
            Predicate<Holder> own = h -> h.party().equals(party);
            if (size == 0
                    || slots.exploiters().stream().noneMatch(own)
                    || (slots.recruiters().stream().noneMatch(own)
                            && slots.movers().stream().noneMatch(own))
                    || (!party.formal()
                            && party.members().stream().allMatch(id -> reading.profile(id)
                                    .map(Profile::person)
                                    .orElse(true)))) {
                continue;
            }
            double covered = 0;
            int filled = 0;
            for (List<Holder> slot : List.of(slots.recruiters(), slots.movers(), slots.exploiters())) {
                if (!slot.isEmpty()) {
                    filled++;
                    covered += slot.stream().anyMatch(own) ? 1 : 0;
                }
            }
            double mine = Slots.weight(slots.required(), own);
            double all = Slots.weight(slots.required(), h -> true);
            double strength = size * (covered / filled) * (mine / all);
            if (best == null || strength > best.strength()) {
                best = new Finding<>(
                        ClassCriterion.ONE_ORGANISATION_IN_EVERY_PHASE,
                        strength,
                        party.label() + ", with at least " + Slots.number(party.people()) + " people, fills "
                                + slots.phases(own) + " with its own.",
                        Slots.evidence(slots.required().stream().filter(own).toList()));
            }
        }
        if (best != null) {
            contest.add(best);
        }
    }

    private void split() {
        Set<Integer> supply = new TreeSet<>();
        Stream.concat(slots.recruiters().stream(), slots.movers().stream())
                .forEach(h -> supply.add(slots.unit(h.party())));
        Set<Integer> demand = new TreeSet<>();
        slots.exploiters().forEach(h -> demand.add(slots.unit(h.party())));
        Set<Integer> onlySupply = new TreeSet<>(supply);
        onlySupply.removeAll(demand);
        Set<Integer> onlyDemand = new TreeSet<>(demand);
        onlyDemand.removeAll(supply);
        if (onlySupply.isEmpty() || onlyDemand.isEmpty()) {
            return;
        }
        List<Holder> suppliers = Stream.concat(slots.recruiters().stream(), slots.movers().stream())
                .filter(h -> onlySupply.contains(slots.unit(h.party())))
                .toList();
        List<Holder> users = slots.exploiters().stream()
                .filter(h -> onlyDemand.contains(slots.unit(h.party())))
                .toList();
        boolean supplyGroup = suppliers.stream().anyMatch(h -> h.party().group());
        boolean demandGroup = users.stream().anyMatch(h -> h.party().group());
        double groups = (supplyGroup && demandGroup) ? 1 : (supplyGroup || demandGroup) ? 0.7 : 0.3;
        boolean mixed = demand.size() > onlyDemand.size()
                || (supply.size() > onlySupply.size() && supply.stream().anyMatch(demand::contains));
        contest.add(
                ClassCriterion.ROLES_SPLIT_BETWEEN_GROUPS,
                groups * (mixed ? 0.5 : 1) * DecisionSigns.uncoordinated(contest),
                slots.names(Slots.ids(suppliers))
                        + (Slots.ids(suppliers).size() == 1 ? " recruits or moves, " : " recruit or move, ")
                        + slots.names(Slots.ids(users))
                        + (Slots.ids(users).size() == 1 ? " exploits." : " exploit."),
                Slots.evidence(Stream.concat(suppliers.stream(), users.stream()).toList()));
        Set<EntityId> tasked = new HashSet<>();
        facts.flows().stream()
                .filter(f -> f.kind() == Flow.Kind.TASK && !slots.shares(slots.party(f.to()), slots.party(f.from())))
                .forEach(f -> tasked.add(f.to()));
        List<Holder> free = users.stream()
                .filter(h -> h.party().members().stream().noneMatch(tasked::contains))
                .toList();
        if (!free.isEmpty()) {
            boolean collects = free.stream().anyMatch(h -> facts.flows().stream()
                    .anyMatch(f ->
                            f.kind() == Flow.Kind.SHARE && slots.party(f.from()).equals(h.party())));
            contest.add(
                    ClassCriterion.EXPLOITATION_ON_OWN_ACCOUNT,
                    (collects ? 1 : 0.6)
                            * (demandGroup ? 1 : 0.5)
                            * free.size()
                            / users.size()
                            * (1 - 0.8 * contest.strength(ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY)),
                    "Nothing says that anybody gives orders to " + slots.names(Slots.ids(free)) + ", who "
                            + (Slots.ids(free).size() == 1 ? "exploits" : "exploit") + ".",
                    Slots.evidence(free));
        }
    }

    private void contract() {
        List<Flow> deals = facts.flows().stream()
                .filter(f -> f.kind() == Flow.Kind.SALE || f.kind() == Flow.Kind.HIRE || f.kind() == Flow.Kind.SUPPLY)
                .filter(f -> slots.unit(slots.party(f.from())) != slots.unit(slots.party(f.to())))
                .toList();
        if (deals.isEmpty()) {
            return;
        }
        List<Flow> between = deals.stream()
                .filter(f ->
                        slots.party(f.from()).group() && slots.party(f.to()).group())
                .toList();
        List<Flow> shown = between.isEmpty() ? deals : between;
        Flow first = shown.getFirst();
        String verb =
                switch (first.kind()) {
                    case HIRE -> " hires ";
                    case SUPPLY -> " supplies ";
                    default -> " is paid for people by ";
                };
        contest.add(
                ClassCriterion.CONTRACT_BETWEEN_GROUPS,
                (between.isEmpty() ? 0.4 : 1) * DecisionSigns.uncoordinated(contest),
                reading.label(first.from())
                        + verb
                        + reading.label(first.to())
                        + (shown.size() > 1 ? "; " + (shown.size() - 1) + " more such dealings." : "."),
                Slots.claims(shown));
    }
}
