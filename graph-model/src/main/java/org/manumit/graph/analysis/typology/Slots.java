package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Firmness;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.Word;

/**
 * Who fills which slot of a network (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4871-4873), and which parties are
 * under one control. Immutable once made.
 */
final class Slots {

    /** "A handful": two or three are common, none of the Swedish cases had more than six (003, l. 4918-4921, 4731-4733). */
    static final double HANDFUL = 6;

    /** What is concluded and not said weighs less than an act. */
    private static final double CONCLUDED = 0.7;

    /** Above so many a family is a clan. */
    static final double LARGE_FAMILY = 14;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final List<Holder> recruiters;
    private final List<Holder> movers;
    private final List<Holder> exploiters;
    private final boolean profitOnly;
    private final boolean formal;
    private final Map<Party, Integer> unitOf = new HashMap<>();
    private final Map<Party, Set<Party>> shared = new HashMap<>();
    private final Map<EntityId, List<Flow>> demand;

    Slots(NetworkFacts facts) {
        this.facts = facts;
        reading = facts.reading();
        profitOnly = facts.holders(Role.EXPLOITER).isEmpty();
        exploiters = profitOnly ? facts.profiting() : facts.holders(Role.EXPLOITER);
        recruiters = facts.holders(Role.RECRUITER).isEmpty() ? advertisers() : facts.holders(Role.RECRUITER);
        List<Holder> moving = Stream.concat(
                        facts.holders(Role.TRANSPORTER).stream(), facts.holders(Role.ESCORT).stream())
                .toList();
        movers = recruiters.isEmpty() && moving.isEmpty() ? providers() : moving;
        formal = facts.parties().stream().anyMatch(Party::formal);
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.SHARE) {
                shared.computeIfAbsent(party(flow.from()), k -> new HashSet<>()).add(party(flow.to()));
            }
        }
        demand = readDemand();
        unite();
    }

    /** Where nobody is said to have recruited: whoever placed adverts for it and exploits (003, l. 7801-7802). */
    private List<Holder> advertisers() {
        Map<EntityId, Holder> found = new TreeMap<>();
        for (Claim claim : facts.claims()) {
            if (claim.type() == ClaimType.ADVERT && Word.has(claim, "aim", "recruitment")) {
                for (EntityId who : reading.actors(claim, Part.PLACED_BY)) {
                    exploiters.stream()
                            .filter(h -> h.actor().equals(who))
                            .findFirst()
                            .ifPresent(h -> found.putIfAbsent(
                                    who,
                                    new Holder(who, h.party(), CONCLUDED * Firmness.of(claim), List.of(claim.id()))));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * Where nobody is said to have recruited or moved: whoever exploits people and hires them out to others provides them,
     * as a supplier of workers does (003, l. 14212-14220).
     */
    private List<Holder> providers() {
        Map<EntityId, Holder> found = new TreeMap<>();
        for (Flow flow : reading.flows()) {
            if (flow.kind() == Flow.Kind.SALE || flow.kind() == Flow.Kind.SUPPLY) {
                exploiters.stream()
                        .filter(h -> h.actor().equals(flow.from()))
                        .findFirst()
                        .ifPresent(h -> found.putIfAbsent(
                                h.actor(),
                                new Holder(h.actor(), h.party(), CONCLUDED * flow.firmness(), flow.evidence())));
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether the last slot is filled by who draws the profit, because nobody is said to exploit. */
    boolean profitOnly() {
        return profitOnly;
    }

    /** Who fills the slot of recruitment. */
    List<Holder> recruiters() {
        return recruiters;
    }

    /** Who fills the slot of movement: those who transport and those who escort. */
    List<Holder> movers() {
        return movers;
    }

    /** Who fills the slot of exploitation. */
    List<Holder> exploiters() {
        return exploiters;
    }

    /** How many perpetrators the file knows of, at least. */
    double people() {
        return facts.people();
    }

    /** Whether a formal crime group takes part. */
    boolean formal() {
        return formal;
    }

    /** Smallness of the whole: a boss who sends two helpers is still a handful. */
    boolean isHandful() {
        return people() <= HANDFUL && !formal;
    }

    /** Parties under one control: who is tasked or paid wages belongs to whoever tasks, unless profit is shared. */
    private void unite() {
        Map<Party, Party> up = new HashMap<>();
        facts.parties().forEach(p -> up.put(p, p));
        for (Flow flow : facts.flows()) {
            if (demand.getOrDefault(flow.to(), List.of()).contains(flow)) {
                continue;
            }
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

    /**
     * Orders that are demand, by whom they are given to: several who exploit ask one party for people, and it orders others
     * to bring them. They are its customers, not its masters (003, l. 4989-4998).
     */
    Map<EntityId, List<Flow>> demand() {
        return demand;
    }

    private Map<EntityId, List<Flow>> readDemand() {
        Map<EntityId, List<Flow>> orders = new TreeMap<>();
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.TASK && !shares(party(flow.to()), party(flow.from()))) {
                orders.computeIfAbsent(flow.from(), k -> new ArrayList<>()).add(flow);
            }
        }
        Map<EntityId, List<Flow>> asked = new TreeMap<>();
        orders.forEach((who, given) -> {
            EntityId first = given.getFirst().to();
            boolean onlyExploits = exploiters.stream().anyMatch(h -> h.actor().equals(who))
                    && Stream.concat(recruiters.stream(), movers.stream())
                            .noneMatch(h -> h.actor().equals(who));
            if (onlyExploits && given.stream().allMatch(f -> f.to().equals(first)) && orders.containsKey(first)) {
                asked.computeIfAbsent(first, k -> new ArrayList<>()).addAll(given);
            }
        });
        asked.values()
                .removeIf(flows -> flows.stream()
                                .map(Flow::from)
                                .distinct()
                                .mapToDouble(id -> heads(reading.profile(id).orElseThrow()))
                                .sum()
                        < 2);
        return asked;
    }

    private static Party root(Map<Party, Party> up, Party party) {
        Party at = party;
        while (!up.getOrDefault(at, at).equals(at)) {
            at = up.getOrDefault(at, at);
        }
        return at;
    }

    /** The party somebody of the network belongs to. */
    Party party(EntityId id) {
        return facts.partyOf(id).orElseThrow();
    }

    /** The number of the unit, that is of the parties under one control, that a party belongs to. */
    int unit(Party party) {
        return unitOf.getOrDefault(party, -1);
    }

    /** The numbers of all units. */
    Set<Integer> units() {
        return Set.copyOf(unitOf.values());
    }

    /** Whether a party shares its profit with another. */
    boolean shares(Party payer, Party payee) {
        return shared.getOrDefault(payer, Set.of()).contains(payee);
    }

    /** Up to three by name, and how many more. */
    String names(Collection<EntityId> ids) {
        List<String> labels = ids.stream().distinct().map(reading::label).toList();
        if (labels.size() <= 3) {
            return String.join(labels.size() == 2 ? " and " : ", ", labels);
        }
        return String.join(", ", labels.subList(0, 3)) + " and " + (labels.size() - 3) + " more";
    }

    /** Who they are, each once. */
    static List<EntityId> ids(List<Holder> holders) {
        return holders.stream().map(Holder::actor).distinct().toList();
    }

    /** What their holding of a slot rests on. */
    static List<ClaimId> evidence(Collection<Holder> holders) {
        return holders.stream().flatMap(h -> h.evidence().stream()).distinct().toList();
    }

    /** Everyone who fills one of the three slots. */
    List<Holder> required() {
        return Stream.of(recruiters, movers, exploiters).flatMap(List::stream).toList();
    }

    /** How firmly those of a kind hold slots, added up. */
    static double weight(List<Holder> holders, Predicate<Holder> of) {
        return holders.stream().filter(of).mapToDouble(Holder::firmness).sum();
    }

    /** Whether some recruit or move, others exploit, and nobody does both. */
    boolean isDivided() {
        List<EntityId> supply =
                ids(Stream.concat(recruiters.stream(), movers.stream()).toList());
        return !supply.isEmpty()
                && !exploiters.isEmpty()
                && ids(exploiters).stream().noneMatch(supply::contains);
    }

    /** How many people stand behind somebody described; a group is two at least. */
    static double heads(Profile profile) {
        return profile.person() ? profile.count() : Math.max(2, profile.count());
    }

    /** Those of other parties. */
    static List<Holder> outside(List<Holder> holders, Party party) {
        return holders.stream().filter(h -> !h.party().equals(party)).toList();
    }

    /** Whether a unit hires or pays somebody. */
    boolean hiredBy(Holder holder, int unit) {
        return facts.flows().stream()
                .anyMatch(f -> (f.kind() == Flow.Kind.HIRE || f.kind() == Flow.Kind.MONEY)
                        && f.to().equals(holder.actor())
                        && unit(party(f.from())) == unit);
    }

    /** The phases that those of a kind fill, in words. */
    String phases(Predicate<Holder> own) {
        List<String> held = new ArrayList<>();
        if (recruiters.stream().anyMatch(own)) {
            held.add("recruitment");
        }
        if (movers.stream().anyMatch(own)) {
            held.add("movement");
        }
        if (exploiters.stream().anyMatch(own)) {
            held.add(profitOnly ? "the profit" : "exploitation");
        }
        return held.size() == 3 ? held.get(0) + ", " + held.get(1) + " and " + held.get(2) : String.join(" and ", held);
    }

    /** A family business is a small circle, not an organisation, unless it is a clan. */
    boolean isKinGroup(Party party) {
        return !party.formal()
                && party.members().stream()
                        .flatMap(id -> reading.profile(id).stream())
                        .filter(p -> !p.person())
                        .allMatch(p -> p.kind().equals("family") || p.kind().equals("household"));
    }

    /** What flows rest on. */
    static List<ClaimId> claims(Collection<Flow> flows) {
        return flows.stream().flatMap(f -> f.evidence().stream()).distinct().toList();
    }

    /** Countries by name. */
    static String countries(Collection<String> codes) {
        return codes.stream().map(CaseReading::countryName).collect(Collectors.joining(", "));
    }

    /** A number without needless decimals. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** The claims about the network of one kind. */
    List<ClaimId> claimsWhere(Predicate<Claim> test) {
        return facts.claims().stream().filter(test).map(Claim::id).toList();
    }
}
