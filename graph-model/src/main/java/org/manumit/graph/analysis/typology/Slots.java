package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;

/**
 * Who fills which slot of a network (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4871-4873), and which parties are
 * under one control. Immutable once made.
 */
final class Slots {

    /** "A handful": two or three are common, none of the Swedish cases had more than six (003, l. 4918-4921, 4731-4733). */
    static final double HANDFUL = 6;

    /** Above so many a family is a clan. */
    static final double LARGE_FAMILY = 14;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final List<Holder> recruiters;
    private final List<Holder> movers;
    private final List<Holder> exploiters;
    private final boolean formal;
    private final Map<Party, Integer> unitOf = new HashMap<>();
    private final Map<Party, Set<Party>> shared = new HashMap<>();

    Slots(NetworkFacts facts) {
        this.facts = facts;
        reading = facts.reading();
        recruiters = facts.holders(Role.RECRUITER);
        movers = Stream.concat(facts.holders(Role.TRANSPORTER).stream(), facts.holders(Role.ESCORT).stream())
                .toList();
        exploiters = facts.holders(Role.EXPLOITER);
        formal = facts.parties().stream().anyMatch(Party::formal);
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.SHARE) {
                shared.computeIfAbsent(party(flow.from()), k -> new HashSet<>()).add(party(flow.to()));
            }
        }
        unite();
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

    /** Whether all three slots are filled and nobody fills more than one. */
    boolean isDivided() {
        List<List<Holder>> all = List.of(recruiters, movers, exploiters);
        return all.stream().noneMatch(List::isEmpty)
                && ids(required()).stream()
                        .allMatch(id -> all.stream()
                                        .filter(slot -> slot.stream()
                                                .anyMatch(h -> h.actor().equals(id)))
                                        .count()
                                == 1);
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
            held.add("exploitation");
        }
        return held.size() == 3 ? "recruitment, movement and exploitation" : String.join(" and ", held);
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
