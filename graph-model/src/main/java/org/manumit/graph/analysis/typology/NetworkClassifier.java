package org.manumit.graph.analysis.typology;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.Word;

/**
 * Says whether a network is entrepreneurial, hybrid or transnational, why, and what would settle it (Picarelli, ch. 3, in
 * Friesendorf 2009; 003, l. 4915-5068). The leanings of {@link ClassCriterion} add up; no class is likelier than another
 * to begin with (the sources contradict each other on that: 000, l. 475-479; 002, l. 409-411). Stateless; safe for use
 * from several threads.
 */
public final class NetworkClassifier {

    /** "A handful": two or three are common, none of the Swedish cases had more than six (003, l. 4918-4921, 4731-4733). */
    static final double HANDFUL = 6;

    /**
     * Victims to each known perpetrator from which on the size in the file is not believed. The author's own small case
     * has 2.5; those that strain the class have 60 and more (003, l. 4817-4819, 3262-3283, 8261-8274); Italian files have
     * about one (003, l. 4750-4753). Half-way on a logarithmic scale.
     */
    static final double STRAINED_RATIO = 20;

    /** Above so many a family is a clan. */
    static final double LARGE_FAMILY = 14;

    /** Below so many victims a high ratio may still be one person's doing over the years. */
    static final double STRAINED_VOLUME = 40;

    /** How well supported the best class must be, and by how much better than the next. */
    static final double SURE = 0.6;

    static final double LEAD = 0.2;

    /** How much must speak about who decides and where the profit goes. */
    static final double STRUCTURE = 0.8;

    private static final List<NetworkClass> CLASSES =
            List.of(NetworkClass.ENTREPRENEURIAL, NetworkClass.HYBRID, NetworkClass.TRANSNATIONAL);

    private static final Set<Role> ANCILLARY = EnumSet.of(
            Role.DOCUMENT_FORGER,
            Role.MONEY_HANDLER,
            Role.ENFORCER,
            Role.DEBT_COLLECTOR,
            Role.PROTECTOR,
            Role.HARBOURER,
            Role.ESCORT,
            Role.FACILITATOR);

    private static final List<String> OTHER_TRADES = List.of(
            "drug",
            "cocaine",
            "heroin",
            "cannabis",
            "arms",
            "weapon",
            "stolen",
            "counterfeit",
            "extortion",
            "gambling",
            "tobacco",
            "cigarette",
            "kidnap",
            "robber",
            "theft",
            "fraud");

    private record Finding(ClassCriterion criterion, double strength, String text, List<ClaimId> evidence) {}

    private record Gap(double weight, MissingEvidence missing) {}

    /** Judges one network. */
    public Verdict<NetworkClass> classify(NetworkFacts facts) {
        return new Run(facts).classify();
    }

    private static final class Run {
        private final NetworkFacts facts;
        private final CaseReading reading;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Holder> recruiters;
        private final List<Holder> movers;
        private final List<Holder> exploiters;
        private final double people;
        private final boolean formal;
        private final Map<Party, Integer> unitOf = new HashMap<>();
        private final Map<Party, Set<Party>> shared = new HashMap<>();
        private double tasking;
        private double coordination;

        Run(NetworkFacts facts) {
            this.facts = facts;
            reading = facts.reading();
            recruiters = facts.holders(Role.RECRUITER);
            movers = Stream.concat(facts.holders(Role.TRANSPORTER).stream(), facts.holders(Role.ESCORT).stream())
                    .toList();
            exploiters = facts.holders(Role.EXPLOITER);
            people = facts.people();
            formal = facts.parties().stream().anyMatch(Party::formal);
            for (Flow flow : facts.flows()) {
                if (flow.kind() == Flow.Kind.SHARE) {
                    shared.computeIfAbsent(party(flow.from()), k -> new HashSet<>())
                            .add(party(flow.to()));
                }
            }
            units();
        }

        Verdict<NetworkClass> classify() {
            tasking();
            coordination();
            samePeople();
            oneOrganisation();
            profit();
            split();
            contract();
            proceeds();
            offshore();
            scale();
            ancillary();
            indicators();
            truncation();
            return decide();
        }

        private void add(ClassCriterion criterion, double strength, String text, Collection<ClaimId> evidence) {
            if (strength > 0.05) {
                findings.add(new Finding(
                        criterion,
                        Math.min(1, strength),
                        text,
                        evidence.stream().distinct().limit(40).toList()));
            }
        }

        /** Smallness of the whole: a boss who sends two helpers is still a handful. */
        private boolean isHandful() {
            return people <= HANDFUL && !formal;
        }

        /** Parties under one control: who is tasked or paid wages belongs to whoever tasks, unless profit is shared. */
        private void units() {
            Map<Party, Party> up = new HashMap<>();
            facts.parties().forEach(p -> up.put(p, p));
            for (Flow flow : facts.flows()) {
                if ((flow.kind() != Flow.Kind.TASK && flow.kind() != Flow.Kind.WAGE) || flow.firmness() < 0.4) {
                    continue;
                }
                Party from = party(flow.from());
                Party to = party(flow.to());
                if (!from.equals(to) && !shares(to, from)) {
                    Party a = root(up, from);
                    Party b = root(up, to);
                    if (a.number() < b.number()) {
                        up.put(b, a);
                    } else {
                        up.put(a, b);
                    }
                }
            }
            facts.parties().forEach(p -> unitOf.put(p, root(up, p).number()));
        }

        private static Party root(Map<Party, Party> up, Party party) {
            Party at = party;
            while (!up.getOrDefault(at, at).equals(at)) {
                at = up.getOrDefault(at, at);
            }
            return at;
        }

        private Party party(EntityId id) {
            return facts.partyOf(id).orElseThrow();
        }

        private int unit(Party party) {
            return unitOf.getOrDefault(party, -1);
        }

        private boolean shares(Party payer, Party payee) {
            return shared.getOrDefault(payer, Set.of()).contains(payee);
        }

        private String names(Collection<EntityId> ids) {
            List<String> labels = ids.stream().distinct().map(reading::label).toList();
            if (labels.size() <= 3) {
                return String.join(labels.size() == 2 ? " and " : ", ", labels);
            }
            return String.join(", ", labels.subList(0, 3)) + " and " + (labels.size() - 3) + " more";
        }

        private static List<EntityId> ids(List<Holder> holders) {
            return holders.stream().map(Holder::actor).distinct().toList();
        }

        private static List<ClaimId> evidence(Collection<Holder> holders) {
            return holders.stream()
                    .flatMap(h -> h.evidence().stream())
                    .distinct()
                    .toList();
        }

        private List<Holder> required() {
            return Stream.of(recruiters, movers, exploiters)
                    .flatMap(List::stream)
                    .toList();
        }

        private static double weight(List<Holder> holders, Predicate<Holder> of) {
            return holders.stream().filter(of).mapToDouble(Holder::firmness).sum();
        }

        private void tasking() {
            Map<EntityId, List<Flow>> orders = new TreeMap<>();
            for (Flow flow : facts.flows()) {
                if (flow.kind() == Flow.Kind.TASK && !shares(party(flow.to()), party(flow.from()))) {
                    orders.computeIfAbsent(flow.from(), k -> new ArrayList<>()).add(flow);
                }
            }
            Finding best = null;
            double rank = 0;
            for (EntityId centre : orders.keySet()) {
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
                double heads = reach.stream()
                        .mapToDouble(id -> heads(reading.profile(id).orElseThrow()))
                        .sum();
                Set<EntityId> under = new HashSet<>(reach);
                under.addAll(party(centre).members());
                int phases = 0;
                for (List<Holder> slot : List.of(recruiters, movers, exploiters)) {
                    if (slot.stream().anyMatch(h -> under.contains(h.actor()))) {
                        phases++;
                    }
                }
                double strength = (heads >= 4 ? 1 : heads >= 3 ? 0.85 : heads >= 2 ? 0.6 : 0.35)
                        * (phases == 3 ? 1 : phases == 2 ? 0.85 : phases == 1 ? 0.6 : 0.3)
                        * (isHandful() ? 0.4 : 1);
                if (best == null || strength + preference(centre) > rank) {
                    rank = strength + preference(centre);
                    best = new Finding(
                            ClassCriterion.TASKING_FROM_A_CENTRE,
                            strength,
                            "Orders run from " + reading.label(centre) + " to " + names(reach) + ".",
                            claims);
                }
            }
            if (best != null) {
                tasking = best.strength();
                add(best.criterion(), best.strength(), best.text(), best.evidence());
            }
        }

        /** Of equals, the centre is who is called a coordinator, and rather not who orders people to exploit them. */
        private double preference(EntityId id) {
            double preference = facts.holders(Role.COORDINATOR).stream()
                    .filter(h -> h.actor().equals(id))
                    .mapToDouble(h -> 0.2 * h.firmness())
                    .max()
                    .orElse(0);
            return preference - (exploiters.stream().anyMatch(h -> h.actor().equals(id)) ? 0.1 : 0);
        }

        private static double heads(Profile profile) {
            return profile.person() ? profile.count() : Math.max(2, profile.count());
        }

        private void coordination() {
            Set<EntityId> candidates = new TreeSet<>();
            facts.holders(Role.COORDINATOR).stream()
                    .filter(h -> h.firmness() >= 0.6)
                    .forEach(h -> candidates.add(h.actor()));
            facts.flows().stream().filter(f -> f.kind() == Flow.Kind.TASK).forEach(f -> candidates.add(f.from()));
            Finding best = null;
            for (EntityId candidate : candidates) {
                Party centre = party(candidate);
                Map<Party, List<ClaimId>> near = new LinkedHashMap<>();
                for (Flow flow : facts.flows()) {
                    if (!flow.isTie() || flow.kind() == Flow.Kind.KIN) {
                        continue;
                    }
                    Party from = party(flow.from());
                    Party to = party(flow.to());
                    if (from.equals(centre) && !to.equals(centre)) {
                        near.computeIfAbsent(to, k -> new ArrayList<>()).addAll(flow.evidence());
                    } else if (to.equals(centre) && !from.equals(centre)) {
                        near.computeIfAbsent(from, k -> new ArrayList<>()).addAll(flow.evidence());
                    }
                }
                List<Holder> demand = outside(exploiters, centre).stream()
                        .filter(h -> !shares(h.party(), centre))
                        .toList();
                List<Holder> supply = Stream.concat(
                                outside(recruiters, centre).stream(), outside(movers, centre).stream())
                        .filter(h -> demand.stream().noneMatch(d -> d.party().equals(h.party())))
                        .toList();
                if (demand.isEmpty()) {
                    continue;
                }
                boolean dealsWithDemand = demand.stream().anyMatch(h -> near.containsKey(h.party()));
                boolean dealsWithSupply = supply.stream().anyMatch(h -> near.containsKey(h.party()));
                boolean ownSupply = recruiters.stream().anyMatch(h -> h.party().equals(centre))
                        || movers.stream().anyMatch(h -> h.party().equals(centre));
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
                if (isHandful()) {
                    strength *= 0.4;
                }
                if (best == null || strength > best.strength()) {
                    List<ClaimId> claims = new ArrayList<>();
                    facts.holders(Role.COORDINATOR).stream()
                            .filter(h -> h.actor().equals(candidate))
                            .forEach(h -> claims.addAll(h.evidence()));
                    near.values().forEach(claims::addAll);
                    best = new Finding(
                            ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY,
                            strength,
                            reading.label(candidate) + " stands between " + names(ids(demand)) + ", who exploit, and "
                                    + (supply.isEmpty()
                                            ? "its own recruiting or moving"
                                            : names(ids(supply)) + ", who recruit or move")
                                    + ".",
                            claims);
                }
            }
            if (best != null) {
                coordination = best.strength();
                add(best.criterion(), best.strength(), best.text(), best.evidence());
            }
        }

        private static List<Holder> outside(List<Holder> holders, Party party) {
            return holders.stream().filter(h -> !h.party().equals(party)).toList();
        }

        private boolean hiredBy(Holder holder, int unit) {
            return facts.flows().stream()
                    .anyMatch(f -> (f.kind() == Flow.Kind.HIRE || f.kind() == Flow.Kind.MONEY)
                            && f.to().equals(holder.actor())
                            && unit(party(f.from())) == unit);
        }

        private void samePeople() {
            double best = 0;
            Finding found = null;
            for (int unit : Set.copyOf(unitOf.values())) {
                List<Party> members =
                        facts.parties().stream().filter(p -> unit(p) == unit).toList();
                double size = members.stream().mapToDouble(Party::people).sum();
                boolean kin = members.stream()
                                .anyMatch(p -> p.group()
                                        && isKinGroup(p)
                                        && p.members().size() > p.people())
                        || facts.flows().stream()
                                .anyMatch(f -> f.kind() == Flow.Kind.KIN
                                        && unit(party(f.from())) == unit
                                        && unit(party(f.to())) == unit);
                double small = size <= HANDFUL ? 1 : size <= 10 ? 0.75 : kin && size <= LARGE_FAMILY ? 0.75 : 0;
                if (members.stream().anyMatch(Party::formal) || members.stream().anyMatch(p -> p.groups() > 1)) {
                    small = 0;
                }
                Predicate<Holder> own = h -> unit(h.party()) == unit;
                if (small == 0
                        || exploiters.stream().noneMatch(own)
                        || (recruiters.stream().noneMatch(own)
                                && movers.stream().noneMatch(own))) {
                    continue;
                }
                double covered = 0;
                int slots = 0;
                for (List<Holder> slot : List.of(recruiters, movers, exploiters)) {
                    if (slot.isEmpty()) {
                        continue;
                    }
                    slots++;
                    if (slot.stream().anyMatch(own)) {
                        covered++;
                    } else if (slot.stream().allMatch(h -> hiredBy(h, unit))) {
                        covered += 0.8;
                    }
                }
                double mine = weight(required(), own);
                double others = weight(required(), own.negate().and(h -> !hiredBy(h, unit)));
                Set<EntityId> several = new TreeSet<>();
                for (Holder h : required()) {
                    long held = Stream.of(recruiters, movers, exploiters)
                            .filter(slot ->
                                    slot.stream().anyMatch(o -> o.actor().equals(h.actor())))
                            .count();
                    if (held >= 2 && own.test(h)) {
                        several.add(h.actor());
                    }
                }
                double strength = small
                        * (covered / slots)
                        * (mine / (mine + others))
                        * (several.isEmpty() ? 0.7 : 1)
                        * (slots == 1 ? 0.5 : 1);
                if (strength > best) {
                    best = strength;
                    List<Holder> holders = required().stream().filter(own).toList();
                    String tail = several.isEmpty() || several.containsAll(ids(holders))
                            ? "."
                            : "; " + names(several) + (several.size() == 1 ? " has" : " have")
                                    + " more than one of them.";
                    found = new Finding(
                            ClassCriterion.SAME_PEOPLE_IN_ALL_PHASES,
                            strength,
                            "One small circle, " + names(ids(holders)) + ", holds " + phases(own) + " itself" + tail,
                            evidence(holders));
                }
            }
            if (found != null) {
                add(found.criterion(), found.strength(), found.text(), found.evidence());
            }
        }

        private String phases(Predicate<Holder> own) {
            List<String> held = new ArrayList<>();
            if (recruiters.stream().anyMatch(own)) {
                held.add("recruitment");
            }
            if (movers.stream().anyMatch(own)) {
                held.add("movement");
            }
            if (exploiters.stream().anyMatch(own)) {
                held.add("exploitation");
            }
            return held.size() == 3 ? "recruitment, movement and exploitation" : String.join(" and ", held);
        }

        /** A family business is a small circle, not an organisation, unless it is a clan. */
        private boolean isKinGroup(Party party) {
            return !party.formal()
                    && party.members().stream()
                            .flatMap(id -> reading.profile(id).stream())
                            .filter(p -> !p.person())
                            .allMatch(p -> p.kind().equals("family") || p.kind().equals("household"));
        }

        private void oneOrganisation() {
            Finding best = null;
            for (Party party : facts.parties()) {
                if (!party.group() || party.legalWorld() || (isKinGroup(party) && party.people() <= LARGE_FAMILY)) {
                    continue;
                }
                double size = party.people() > 10 ? 1 : party.people() > HANDFUL ? 0.8 : party.formal() ? 0.7 : 0;
                Predicate<Holder> own = h -> h.party().equals(party);
                if (size == 0
                        || exploiters.stream().noneMatch(own)
                        || (recruiters.stream().noneMatch(own)
                                && movers.stream().noneMatch(own))
                        || (!party.formal()
                                && party.members().stream().allMatch(id -> reading.profile(id)
                                        .map(Profile::person)
                                        .orElse(true)))) {
                    continue;
                }
                double covered = 0;
                int slots = 0;
                for (List<Holder> slot : List.of(recruiters, movers, exploiters)) {
                    if (!slot.isEmpty()) {
                        slots++;
                        covered += slot.stream().anyMatch(own) ? 1 : 0;
                    }
                }
                double mine = weight(required(), own);
                double all = weight(required(), h -> true);
                double strength = size * (covered / slots) * (mine / all);
                if (best == null || strength > best.strength()) {
                    best = new Finding(
                            ClassCriterion.ONE_ORGANISATION_IN_EVERY_PHASE,
                            strength,
                            party.label() + ", with at least " + number(party.people()) + " people, fills "
                                    + phases(own) + " with its own.",
                            evidence(required().stream().filter(own).toList()));
                }
            }
            if (best != null) {
                add(best.criterion(), best.strength(), best.text(), best.evidence());
            }
        }

        private void profit() {
            List<Flow> shares = facts.flowsBetweenParties(Flow.Kind.SHARE);
            List<RoleFinding> upward = facts.roles().stream()
                    .filter(r ->
                            r.reasonsFor().stream().anyMatch(x -> x.criterion().equals("regular-upward-share")))
                    .toList();
            double shared = 0;
            if (!shares.isEmpty()) {
                Flow first = shares.getFirst();
                double firm = shares.stream().mapToDouble(Flow::firmness).max().orElse(0);
                long payers =
                        shares.stream().map(f -> party(f.from())).distinct().count();
                boolean group = shares.stream()
                        .anyMatch(f -> party(f.from()).group() || party(f.to()).group());
                shared = firm * (group || payers > 1 ? 1 : 0.7);
                Set<String> percent = new TreeSet<>();
                shares.stream().filter(f -> f.share() > 0).forEach(f -> percent.add(number(f.share()) + "%"));
                add(
                        ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES,
                        shared,
                        names(shares.stream().map(Flow::from).toList())
                                + (payers > 1 ? " each remit " : " shares ")
                                + (percent.isEmpty()
                                        ? "a part of the profit"
                                        : String.join(" or ", percent) + " of the profit")
                                + (payers > 1 ? " to " : " with ")
                                + reading.label(first.to())
                                + (shares.stream().anyMatch(Flow::repeated) ? ", again and again." : "."),
                        claims(shares));
            } else if (!upward.isEmpty()) {
                shared = 0.6;
                add(
                        ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES,
                        shared,
                        "Transfers show regular parts of the takings going to "
                                + names(upward.stream().map(RoleFinding::entity).toList()) + ".",
                        upward.stream()
                                .flatMap(r -> r.reasonsFor().stream())
                                .flatMap(r -> r.evidence().stream())
                                .toList());
            }
            List<Holder> sponsors = facts.holders(Role.SPONSOR).stream()
                    .filter(h -> h.firmness() >= 0.6)
                    .filter(h -> exploiters.stream()
                            .anyMatch(x -> !x.party().equals(h.party()) && unit(x.party()) != unit(h.party())))
                    .toList();
            if (!sponsors.isEmpty()) {
                add(
                        ClassCriterion.SPONSOR_OF_LOCAL_CREWS,
                        sponsors.getFirst().firmness() * (1 - 0.7 * shared),
                        reading.label(sponsors.getFirst().actor()) + " backs "
                                + names(ids(
                                        outside(exploiters, sponsors.getFirst().party())))
                                + ", who exploit on their own.",
                        evidence(sponsors));
            }
        }

        private static List<ClaimId> claims(Collection<Flow> flows) {
            return flows.stream().flatMap(f -> f.evidence().stream()).distinct().toList();
        }

        private double uncoordinated() {
            return (1 - 0.8 * coordination) * (1 - 0.8 * tasking);
        }

        private void split() {
            Set<Integer> supply = new TreeSet<>();
            Stream.concat(recruiters.stream(), movers.stream()).forEach(h -> supply.add(unit(h.party())));
            Set<Integer> demand = new TreeSet<>();
            exploiters.forEach(h -> demand.add(unit(h.party())));
            Set<Integer> onlySupply = new TreeSet<>(supply);
            onlySupply.removeAll(demand);
            Set<Integer> onlyDemand = new TreeSet<>(demand);
            onlyDemand.removeAll(supply);
            if (onlySupply.isEmpty() || onlyDemand.isEmpty()) {
                return;
            }
            List<Holder> suppliers = Stream.concat(recruiters.stream(), movers.stream())
                    .filter(h -> onlySupply.contains(unit(h.party())))
                    .toList();
            List<Holder> users = exploiters.stream()
                    .filter(h -> onlyDemand.contains(unit(h.party())))
                    .toList();
            boolean supplyGroup = suppliers.stream().anyMatch(h -> h.party().group());
            boolean demandGroup = users.stream().anyMatch(h -> h.party().group());
            double groups = (supplyGroup && demandGroup) ? 1 : (supplyGroup || demandGroup) ? 0.7 : 0.3;
            boolean mixed = demand.size() > onlyDemand.size()
                    || (supply.size() > onlySupply.size() && supply.stream().anyMatch(demand::contains));
            add(
                    ClassCriterion.ROLES_SPLIT_BETWEEN_GROUPS,
                    groups * (mixed ? 0.5 : 1) * uncoordinated(),
                    names(ids(suppliers))
                            + (ids(suppliers).size() == 1 ? " recruits or moves, " : " recruit or move, ")
                            + names(ids(users))
                            + (ids(users).size() == 1 ? " exploits." : " exploit."),
                    evidence(Stream.concat(suppliers.stream(), users.stream()).toList()));
            Set<EntityId> tasked = new HashSet<>();
            facts.flows().stream()
                    .filter(f -> f.kind() == Flow.Kind.TASK && !shares(party(f.to()), party(f.from())))
                    .forEach(f -> tasked.add(f.to()));
            List<Holder> free = users.stream()
                    .filter(h -> h.party().members().stream().noneMatch(tasked::contains))
                    .toList();
            if (!free.isEmpty()) {
                boolean collects = free.stream().anyMatch(h -> facts.flows().stream()
                        .anyMatch(f ->
                                f.kind() == Flow.Kind.SHARE && party(f.from()).equals(h.party())));
                add(
                        ClassCriterion.EXPLOITATION_ON_OWN_ACCOUNT,
                        (collects ? 1 : 0.6)
                                * (demandGroup ? 1 : 0.5)
                                * free.size()
                                / users.size()
                                * (1 - 0.8 * coordination),
                        "Nothing says that anybody gives orders to " + names(ids(free)) + ", who "
                                + (ids(free).size() == 1 ? "exploits" : "exploit") + ".",
                        evidence(free));
            }
        }

        private void contract() {
            List<Flow> deals = facts.flows().stream()
                    .filter(f ->
                            f.kind() == Flow.Kind.SALE || f.kind() == Flow.Kind.HIRE || f.kind() == Flow.Kind.SUPPLY)
                    .filter(f -> unit(party(f.from())) != unit(party(f.to())))
                    .toList();
            if (deals.isEmpty()) {
                return;
            }
            List<Flow> between = deals.stream()
                    .filter(f -> party(f.from()).group() && party(f.to()).group())
                    .toList();
            List<Flow> shown = between.isEmpty() ? deals : between;
            Flow first = shown.getFirst();
            String verb =
                    switch (first.kind()) {
                        case HIRE -> " hires ";
                        case SUPPLY -> " supplies ";
                        default -> " is paid for people by ";
                    };
            add(
                    ClassCriterion.CONTRACT_BETWEEN_GROUPS,
                    (between.isEmpty() ? 0.4 : 1) * uncoordinated(),
                    reading.label(first.from())
                            + verb
                            + reading.label(first.to())
                            + (shown.size() > 1 ? "; " + (shown.size() - 1) + " more such dealings." : "."),
                    claims(shown));
        }

        private void proceeds() {
            Map<Party, List<Flow>> to = new LinkedHashMap<>();
            for (Flow flow : facts.flows()) {
                if (flow.kind() == Flow.Kind.PROCEEDS) {
                    to.computeIfAbsent(party(flow.to()), k -> new ArrayList<>()).add(flow);
                }
            }
            to.forEach((party, flows) -> {
                double payers = flows.stream()
                        .map(Flow::from)
                        .distinct()
                        .mapToDouble(id -> heads(reading.profile(id).orElseThrow()))
                        .sum();
                if (payers >= 2 && !isHandful()) {
                    add(
                            ClassCriterion.PROCEEDS_FLOW_TO_A_CENTRE,
                            payers >= 3 ? 1 : 0.7,
                            names(flows.stream().map(Flow::from).toList()) + " hand the takings to " + party.label()
                                    + ".",
                            claims(flows));
                }
            });
        }

        private void offshore() {
            if (facts.exploitationCountries().isEmpty()) {
                return;
            }
            Set<EntityId> exploiting = new HashSet<>(ids(exploiters));
            Map<EntityId, List<ClaimId>> abroad = new LinkedHashMap<>();
            double strength = 0;
            for (Flow flow : facts.flows()) {
                double weight =
                        switch (flow.kind()) {
                            case SHARE, PROCEEDS -> 1;
                            case LAUNDERING, MONEY -> 0.4;
                            default -> 0;
                        };
                if (weight > 0 && !party(flow.from()).equals(party(flow.to())) && isAbroad(flow.to(), exploiting)) {
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
                add(
                        ClassCriterion.OFFSHORE_BENEFICIARY,
                        strength,
                        names(abroad.keySet()) + (abroad.size() == 1 ? " profits" : " profit") + " from outside "
                                + countries(facts.exploitationCountries()) + ".",
                        abroad.values().stream().flatMap(List::stream).toList());
            }
        }

        private boolean isAbroad(EntityId id, Set<EntityId> exploiting) {
            Set<String> countries = party(id).countries();
            return !countries.isEmpty()
                    && countries.stream().noneMatch(facts.exploitationCountries()::contains)
                    && party(id).members().stream().noneMatch(exploiting::contains);
        }

        private static String countries(Collection<String> codes) {
            return codes.stream().map(CaseReading::countryName).collect(Collectors.joining(", "));
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
        }

        private void scale() {
            List<ClaimId> described = facts.perpetrators().stream()
                    .flatMap(p -> p.claims().stream())
                    .toList();
            boolean unknownSize = facts.parties().stream()
                    .anyMatch(p -> p.group()
                            && !p.legalWorld()
                            && p.members().stream().allMatch(id -> reading.profile(id)
                                    .map(x -> !x.person())
                                    .orElse(false)));
            if (people <= HANDFUL && people > 0 && !formal) {
                add(
                        ClassCriterion.HANDFUL_OF_PEOPLE,
                        unknownSize ? 0.3 : 1,
                        "The file knows of " + number(people) + (people == 1 ? " perpetrator." : " perpetrators."),
                        described);
            } else if (people > 8) {
                add(
                        ClassCriterion.MANY_PERPETRATORS,
                        people > 12 ? 1 : 0.5,
                        "The file knows of at least " + number(people) + " perpetrators.",
                        described);
            }
            facts.parties().stream()
                    .filter(Party::formal)
                    .findFirst()
                    .ifPresent(p -> add(
                            ClassCriterion.FORMAL_CRIME_GROUP,
                            1,
                            p.label() + " is a crime group.",
                            p.members().stream()
                                    .flatMap(id -> reading.profile(id).stream())
                                    .flatMap(x -> x.claims().stream())
                                    .toList()));
            List<Flow> kin = facts.flows().stream()
                    .filter(f -> f.kind() == Flow.Kind.KIN)
                    .toList();
            if (!kin.isEmpty() && !formal) {
                add(
                        ClassCriterion.KIN_IN_ONE_BUSINESS,
                        1,
                        names(kin.stream()
                                        .flatMap(f -> Stream.of(f.from(), f.to()))
                                        .toList()) + " are kin or partners.",
                        claims(kin));
            }
            Set<String> countries = facts.countries();
            List<ClaimId> routeClaims =
                    facts.routes().values().stream().flatMap(List::stream).toList();
            int destinations = facts.exploitationCountries().size();
            if (!countries.isEmpty() && countries.size() <= 2) {
                add(
                        ClassCriterion.ONE_COUNTRY_PAIR,
                        1,
                        countries.size() == 1
                                ? "All of it lies in " + countries(countries) + "."
                                : "All of it lies between "
                                        + String.join(
                                                " and ",
                                                countries.stream()
                                                        .map(CaseReading::countryName)
                                                        .toList())
                                        + ".",
                        routeClaims);
            } else if (countries.size() >= 4 || facts.routes().size() >= 4 || destinations >= 3) {
                add(
                        ClassCriterion.MANY_ROUTES_OR_DESTINATIONS,
                        countries.size() >= 5 || destinations >= 3 ? 1 : 0.7,
                        "It touches " + countries.size() + " countries: " + countries(countries) + ".",
                        routeClaims);
            }
            double victims = facts.victims().least();
            if (victims > 0 && victims <= 20 && facts.victims().bounded()) {
                add(
                        ClassCriterion.FEW_VICTIMS_AT_A_TIME,
                        victims <= 10 ? 1 : 0.4,
                        "The file knows of " + number(victims) + (victims == 1 ? " victim." : " victims."),
                        facts.victims().evidence());
            } else if (victims >= 30) {
                add(
                        ClassCriterion.MANY_VICTIMS,
                        victims >= 100 ? 1 : victims >= 50 ? 0.7 : 0.3,
                        "The file knows of at least " + number(victims) + " victims.",
                        facts.victims().evidence());
            }
            switch (facts.rhythm()) {
                case SPORADIC ->
                    add(
                            ClassCriterion.SPORADIC,
                            1,
                            "People were brought in now and then.",
                            facts.journeys().stream().map(Journey::claim).toList());
                case CONTINUOUS ->
                    add(
                            ClassCriterion.CONTINUOUS,
                            1,
                            "People were brought in all the time.",
                            facts.journeys().stream().map(Journey::claim).toList());
                case UNKNOWN -> {}
            }
        }

        private void ancillary() {
            Set<Integer> requiredUnits = new TreeSet<>();
            required().forEach(h -> requiredUnits.add(unit(h.party())));
            Map<Role, Holder> inHouse = new EnumMap<>(Role.class);
            Map<Role, Holder> partner = new EnumMap<>(Role.class);
            Map<Role, Holder> hired = new EnumMap<>(Role.class);
            boolean several = exploiters.stream()
                            .anyMatch(h -> recruiters.stream().noneMatch(r -> unit(r.party()) == unit(h.party())))
                    && !recruiters.isEmpty();
            for (Role role : ANCILLARY) {
                for (Holder holder : facts.holders(role)) {
                    boolean own = requiredUnits.contains(unit(holder.party()));
                    if (own && several && holder.party().group()) {
                        partner.putIfAbsent(role, holder);
                    } else if (own) {
                        inHouse.putIfAbsent(role, holder);
                    } else if (requiredUnits.stream().anyMatch(u -> hiredBy(holder, u))
                            || role == Role.DOCUMENT_FORGER) {
                        hired.putIfAbsent(role, holder);
                    }
                }
            }
            if (!inHouse.isEmpty() && !isHandful()) {
                add(
                        ClassCriterion.ANCILLARY_IN_HOUSE,
                        inHouse.size() / 3.0,
                        list(inHouse) + " from within.",
                        evidence(inHouse.values()));
            }
            if (!partner.isEmpty()) {
                add(
                        ClassCriterion.ANCILLARY_FROM_A_PARTNER,
                        uncoordinated() * Math.min(1, 0.6 + 0.2 * partner.size()),
                        list(partner) + " to the others.",
                        evidence(partner.values()));
            }
            if (!hired.isEmpty()) {
                add(ClassCriterion.ANCILLARY_HIRED_IN, 1, list(hired) + " from outside.", evidence(hired.values()));
            }
        }

        private String list(Map<Role, Holder> holders) {
            return holders.entrySet().stream()
                    .map(e -> reading.label(e.getValue().actor()) + " serves as "
                            + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
        }

        private void indicators() {
            List<Profile> helpers = facts.perpetrators().stream()
                    .filter(p -> p.isOfficial() || p.isLegalWorld())
                    .toList();
            List<Holder> protectors = facts.holders(Role.PROTECTOR);
            if (!helpers.isEmpty() || !protectors.isEmpty()) {
                Set<EntityId> who = new LinkedHashSet<>();
                helpers.forEach(p -> who.add(p.id()));
                protectors.forEach(h -> who.add(h.actor()));
                List<ClaimId> claims = new ArrayList<>();
                helpers.forEach(p -> claims.addAll(p.claims()));
                claims.addAll(evidence(protectors));
                add(
                        ClassCriterion.OFFICIALS_OR_FIRMS,
                        Math.min(1, 0.5 + 0.25 * who.size()),
                        names(who) + (who.size() == 1 ? " serves" : " serve")
                                + " the network from the legal world or shields it.",
                        claims);
            }
            List<ClaimId> laundering = claimsWhere(c -> c.type() == ClaimType.PAYMENT
                    && List.of("laundering", "investment")
                            .contains(Word.of(c.value("purpose")).text()));
            if (!laundering.isEmpty() || (!facts.holders(Role.MONEY_HANDLER).isEmpty() && !isHandful())) {
                add(
                        ClassCriterion.LAUNDERING,
                        laundering.isEmpty() ? 0.5 : 1,
                        "Profits are laundered or invested.",
                        laundering.isEmpty() ? evidence(facts.holders(Role.MONEY_HANDLER)) : laundering);
            }
            List<ClaimId> trades = claimsWhere(c -> c.type() == ClaimType.ORGANISATION
                    && c.holders(Part.SUBJECT)
                            .map(reading::behind)
                            .flatMap(Optional::stream)
                            .anyMatch(id -> facts.partyOf(id).isPresent())
                    && Stream.of("sector", "activities", "other crimes", "crimes")
                            .map(column -> c.value(column).toLowerCase(Locale.ROOT))
                            .anyMatch(text -> OTHER_TRADES.stream().anyMatch(text::contains)));
            if (!trades.isEmpty()) {
                add(
                        ClassCriterion.OTHER_TRADES,
                        1,
                        "A group of the network also deals in other illicit goods.",
                        trades);
            }
            List<ClaimId> papers = claimsWhere(c -> c.type() == ClaimType.PAPER
                    && List.of("forged", "altered", "genuine but fraudulently obtained")
                            .contains(Word.of(c.value("quality")).text()));
            if (!papers.isEmpty()) {
                add(ClassCriterion.FALSE_PAPERS, papers.size() >= 3 ? 1 : 0.6, "False papers were used.", papers);
            }
            List<Journey> lawful =
                    facts.journeys().stream().filter(Journey::lawful).toList();
            if (!lawful.isEmpty() && lawful.size() * 2 >= facts.journeys().size()) {
                add(
                        ClassCriterion.LAWFUL_TRAVEL,
                        1,
                        "Victims entered lawfully, on common carriers.",
                        lawful.stream().map(Journey::claim).toList());
            }
        }

        private List<ClaimId> claimsWhere(Predicate<Claim> test) {
            return facts.claims().stream().filter(test).map(Claim::id).toList();
        }

        private boolean strained() {
            double victims = facts.victims().least();
            return victims >= STRAINED_VOLUME && victims / Math.max(1, people) >= STRAINED_RATIO;
        }

        private void truncation() {
            if (strained()) {
                add(
                        ClassCriterion.SIZE_AGAINST_VOLUME,
                        1,
                        "At least " + number(facts.victims().least()) + " victims stand against "
                                + number(people) + " known " + (people == 1 ? "perpetrator" : "perpetrators")
                                + ": the size of the network in the file is truncated by what was policed.",
                        facts.victims().evidence());
            }
            List<Profile> persons =
                    facts.perpetrators().stream().filter(Profile::person).toList();
            Set<EntityId> arrested = new HashSet<>();
            for (Claim claim : facts.claims()) {
                if (claim.type() == ClaimType.EVENT && Word.has(claim, "kind", "arrest")) {
                    arrested.addAll(reading.actors(claim, Part.WHO));
                    arrested.addAll(reading.actors(claim, Part.ABOUT));
                }
            }
            long charged = persons.stream()
                    .filter(p -> p.isCharged() || arrested.contains(p.id()))
                    .count();
            Set<String> origins = new TreeSet<>();
            facts.journeys().forEach(j -> j.from().ifPresent(origins::add));
            origins.removeAll(facts.exploitationCountries());
            boolean originUnseen = !origins.isEmpty()
                    && facts.perpetrators().stream()
                            .noneMatch(p -> p.countries().stream().anyMatch(origins::contains))
                    && (recruiters.isEmpty() || movers.isEmpty());
            if (!persons.isEmpty() && charged == persons.size()) {
                add(
                        ClassCriterion.TRUNCATED_BY_POLICING,
                        1,
                        "All " + number(persons.size())
                                + " perpetrators known are those charged or arrested; others may never have been looked for.",
                        persons.stream().flatMap(p -> p.claims().stream()).toList());
            } else if (originUnseen) {
                add(
                        ClassCriterion.TRUNCATED_BY_POLICING,
                        1,
                        "Nobody is known in " + countries(origins)
                                + ", where people came from: that side was not examined.",
                        facts.journeys().stream().map(Journey::claim).toList());
            }
        }

        private Verdict<NetworkClass> decide() {
            Map<NetworkClass, Double> scores = new EnumMap<>(NetworkClass.class);
            CLASSES.forEach(c -> scores.put(
                    c,
                    findings.stream()
                            .mapToDouble(f -> f.strength() * f.criterion().lean(c))
                            .sum()));
            NetworkClass best = CLASSES.stream()
                    .max(comparingDouble((NetworkClass c) -> scores.getOrDefault(c, 0.0)))
                    .orElseThrow();
            double structure = findings.stream()
                    .filter(f -> f.criterion().isStructural() && f.criterion().lean(best) > 0)
                    .mapToDouble(f -> f.strength() * f.criterion().lean(best))
                    .sum();
            List<Reason> blocking = blocking(best, structure);
            boolean nothing = blocking.stream()
                    .anyMatch(r -> r.criterion().equals(ClassCriterion.READS_AS_SMUGGLING.key())
                            || r.criterion().equals(ClassCriterion.BETWEEN_SMUGGLING_AND_TRAFFICKING.key()));
            // what stands in the way of a verdict makes the support less certain too
            Map<NetworkClass, Double> support =
                    nothing ? softmax(scores, 0) : softmax(scores, blocking.isEmpty() ? 0.6 : 0.3);
            double top = support.getOrDefault(best, 0.0);
            double second = CLASSES.stream()
                    .filter(c -> c != best)
                    .mapToDouble(c -> support.getOrDefault(c, 0.0))
                    .max()
                    .orElse(0);
            if (blocking.isEmpty() && (top < SURE || top - second < LEAD)) {
                blocking.add(new Reason(
                        "signs-conflict",
                        1,
                        "The signs point different ways: " + words(best) + " is best supported, but not by enough.",
                        ClassCriterion.NOBODY_DECIDES_YET.source(),
                        List.of()));
            }
            List<Reason> reasonsFor = new ArrayList<>();
            List<Reason> reasonsAgainst = new ArrayList<>();
            for (Finding f : findings) {
                double margin = f.strength() * margin(f.criterion(), best);
                Reason reason = new Reason(
                        f.criterion().key(),
                        Math.abs(margin),
                        f.text(),
                        f.criterion().source(),
                        f.evidence());
                if (margin > 0.01) {
                    reasonsFor.add(reason);
                } else if (margin < -0.01) {
                    reasonsAgainst.add(reason);
                }
            }
            reasonsFor.sort(comparingDouble(Reason::weight).reversed());
            reasonsAgainst.sort(comparingDouble(Reason::weight).reversed());
            if (!blocking.isEmpty()) {
                return new Verdict<>(
                        NetworkClass.INSUFFICIENT,
                        support,
                        blocking,
                        nothing ? List.of() : reasonsFor.stream().limit(6).toList(),
                        missing());
            }
            return new Verdict<>(best, support, reasonsFor, reasonsAgainst, missing());
        }

        /** How much a criterion sets a class apart from the other two. */
        private static double margin(ClassCriterion criterion, NetworkClass answer) {
            double others = CLASSES.stream()
                    .filter(c -> c != answer)
                    .mapToDouble(criterion::lean)
                    .average()
                    .orElse(0);
            return criterion.lean(answer) - others;
        }

        private static Map<NetworkClass, Double> softmax(Map<NetworkClass, Double> scores, double sharpness) {
            double max = scores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            Map<NetworkClass, Double> support = new EnumMap<>(NetworkClass.class);
            double sum = 0;
            for (NetworkClass c : CLASSES) {
                double e = Math.exp(sharpness * (scores.getOrDefault(c, 0.0) - max));
                support.put(c, e);
                sum += e;
            }
            double total = sum;
            support.replaceAll((c, e) -> e / total);
            return support;
        }

        private static String words(NetworkClass answer) {
            return answer.name().toLowerCase(Locale.ROOT);
        }

        private Reason block(ClassCriterion criterion, String text, Collection<ClaimId> evidence) {
            return new Reason(
                    criterion.key(),
                    Math.max(1, criterion.weight()),
                    text,
                    criterion.source(),
                    evidence.stream().distinct().limit(40).toList());
        }

        private List<Reason> blocking(NetworkClass best, double structure) {
            List<Reason> blocking = new ArrayList<>();
            List<ClaimId> journeys =
                    facts.journeys().stream().map(Journey::claim).toList();
            if (!facts.exploitationSeen()) {
                List<ClaimId> control = control();
                if (control.isEmpty()
                        && facts.network().victims().isEmpty()
                        && (!movers.isEmpty() || !journeys.isEmpty())) {
                    blocking.add(block(
                            ClassCriterion.READS_AS_SMUGGLING,
                            "People were moved and nothing in the file says that anybody exploited them: this reads as smuggling, which gets no class.",
                            journeys.isEmpty() ? evidence(movers) : journeys));
                    return blocking;
                }
                if (!movers.isEmpty() || !journeys.isEmpty()) {
                    blocking.add(block(
                            ClassCriterion.BETWEEN_SMUGGLING_AND_TRAFFICKING,
                            "People were moved and some signs point to control over them, but no exploitation is known: undetermined between smuggling and trafficking.",
                            Stream.concat(control.stream(), journeys.stream()).toList()));
                    return blocking;
                }
                blocking.add(block(
                        ClassCriterion.EMPTY_SLOTS,
                        "Nobody is known to exploit, and no exploitation is described.",
                        List.of()));
                return blocking;
            }
            double firm = findings.stream()
                    .filter(f -> f.criterion() == ClassCriterion.TASKING_FROM_A_CENTRE
                            || f.criterion() == ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES
                            || f.criterion() == ClassCriterion.ONE_ORGANISATION_IN_EVERY_PHASE
                            || f.criterion() == ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY)
                    .mapToDouble(f -> f.strength() * Math.max(0, f.criterion().lean(best)))
                    .sum();
            for (Finding f : findings) {
                if (f.criterion() == ClassCriterion.SIZE_AGAINST_VOLUME && firm < 1.5) {
                    blocking.add(block(f.criterion(), f.text(), f.evidence()));
                }
            }
            if (exploiters.isEmpty()) {
                blocking.add(block(ClassCriterion.EMPTY_SLOTS, "Nobody is known to exploit.", List.of()));
            }
            if (recruiters.isEmpty() && movers.isEmpty() && firm < 1.5) {
                blocking.add(block(
                        ClassCriterion.EMPTY_SLOTS,
                        "Nobody is known to recruit or to move people: only the last part of the network is in the file.",
                        evidence(exploiters)));
            }
            if (!blocking.isEmpty()) {
                findings.stream()
                        .filter(f -> f.criterion() == ClassCriterion.TRUNCATED_BY_POLICING)
                        .forEach(f -> blocking.add(block(f.criterion(), f.text(), f.evidence())));
            } else if (structure < STRUCTURE) {
                blocking.add(block(
                        ClassCriterion.NOBODY_DECIDES_YET, ClassCriterion.NOBODY_DECIDES_YET.statement(), List.of()));
            }
            return blocking;
        }

        /** Signs that those moved were controlled: papers taken, debts, threats, a call for help. */
        private List<ClaimId> control() {
            List<ClaimId> claims = new ArrayList<>();
            for (Claim claim : facts.claims()) {
                boolean controls =
                        switch (claim.type()) {
                            case PAPER -> {
                                List<EntityId> bearers = reading.actors(claim, Part.FOR);
                                yield !bearers.isEmpty()
                                        && reading.actors(claim, Part.HELD_BY).stream()
                                                .anyMatch(id -> !bearers.contains(id));
                            }
                            case DEBT -> !reading.actors(claim, Part.CREDITOR).isEmpty();
                            case TIE -> Word.has(claim, "kind", "threatens") || Word.has(claim, "kind", "controls");
                            case EVENT ->
                                List.of("threat", "violence", "call for help", "escape", "rescue", "killing").stream()
                                        .anyMatch(kind -> Word.has(claim, "kind", kind));
                            case RECRUITMENT -> true;
                            default -> false;
                        };
                if (controls) {
                    claims.add(claim.id());
                }
            }
            return claims;
        }

        private List<MissingEvidence> missing() {
            List<Gap> gaps = new ArrayList<>();
            Set<ClassCriterion> met = EnumSet.noneOf(ClassCriterion.class);
            findings.stream().filter(f -> f.strength() > 0.3).forEach(f -> met.add(f.criterion()));
            if (exploiters.isEmpty()) {
                gap(
                        gaps,
                        4,
                        "Who exploited, and who drew the profit",
                        "Premises, adverts and wages at the destination; interviews with victims when they are ready; cell sites of the numbers that called them daily");
            }
            if (recruiters.isEmpty()) {
                gap(
                        gaps,
                        3,
                        "Who recruited",
                        "Victims' calls in the weeks before departure; adverts and agencies; a request to the police of the country of origin");
            }
            if (movers.isEmpty()) {
                gap(
                        gaps,
                        2.5,
                        "Who moved people, and who paid for it",
                        "Tickets, bookings and cards used for several travellers; plates at borders; antennas along the route");
            }
            if (!met.contains(ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES)
                    && !met.contains(ClassCriterion.PROCEEDS_FLOW_TO_A_CENTRE)) {
                gap(
                        gaps,
                        2.6,
                        "Where the profit goes: kept, shared, or handed on",
                        "Accounts and money transfers of those who exploit, over months; regular percentages; payments abroad, in victims' names too");
            }
            if (!met.contains(ClassCriterion.TASKING_FROM_A_CENTRE)) {
                gap(
                        gaps,
                        2.4,
                        "Who gives orders to whom",
                        "Calls between those who exploit and those who recruit, in sequence; intercepts where lawful; insiders");
            }
            if (!met.contains(ClassCriterion.OFFSHORE_BENEFICIARY)
                    && facts.countries().size() <= 2) {
                gap(
                        gaps,
                        1.6,
                        "Whether somebody abroad profits",
                        "International prefixes called after takings were counted; transfers to the countries of origin and transit; joint or mirror inquiry");
            }
            if (strained() || met.contains(ClassCriterion.TRUNCATED_BY_POLICING)) {
                gap(
                        gaps,
                        strained() ? 3.5 : 1.8,
                        "The rest of the network beyond those charged",
                        "Numbers and accounts in contact with several suspects; the countries not examined so far");
            }
            if (facts.victims().least() == 0) {
                gap(gaps, 1.2, "How many victims", "Statements, papers found, adverts, places at the premises");
            }
            if (facts.rhythm() == NetworkFacts.Rhythm.UNKNOWN) {
                gap(
                        gaps,
                        0.5,
                        "When people were brought in",
                        "Dated journeys, tickets, first calls of new victims' numbers");
            }
            if (facts.countries().isEmpty()) {
                gap(gaps, 0.9, "Which countries it touches", "Journeys, prefixes called, places of exploitation");
            }
            gaps.sort(comparingDouble(Gap::weight).reversed());
            return gaps.stream().map(Gap::missing).toList();
        }

        private static void gap(List<Gap> gaps, double weight, String what, String inquiry) {
            gaps.add(new Gap(weight, new MissingEvidence(what + ".", inquiry + ".")));
        }
    }
}
