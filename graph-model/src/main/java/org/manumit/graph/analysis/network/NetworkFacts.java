package org.manumit.graph.analysis.network;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.Quantity;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.Word;

/**
 * What is known of one network as a whole: the parties that act as one, who holds which slot, what passes between them,
 * how many people, countries, routes and victims. The verdicts on class and shape are both drawn from it. Immutable.
 */
public final class NetworkFacts {

    /** How often people are brought in. */
    public enum Rhythm {
        SPORADIC,
        CONTINUOUS,
        UNKNOWN
    }

    /**
     * A number that the file supports, and where.
     *
     * @param least at least so many
     * @param bounded whether that is about all of them, as far as the file says
     * @param evidence the claims it was counted from
     */
    public record Count(double least, boolean bounded, List<ClaimId> evidence) {
        public Count {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Somebody in a role slot.
     *
     * @param actor who
     * @param party their party
     * @param firmness from 0 to 1
     * @param evidence where it stands
     */
    public record Holder(EntityId actor, Party party, double firmness, List<ClaimId> evidence) {
        public Holder {
            evidence = List.copyOf(evidence);
        }
    }

    private final CaseReading reading;
    private final ProposedNetwork network;
    private final List<Profile> perpetrators;
    private final List<Party> parties;
    private final Map<EntityId, Party> partyOf;
    private final List<Flow> flows;
    private final List<Claim> claims;
    private final Map<Role, List<Holder>> holders;
    private final List<Journey> journeys;
    private final Count victims;
    private final Map<String, List<ClaimId>> routes;
    private final Set<String> countries;
    private final Set<String> exploitationCountries;
    private final Rhythm rhythm;
    private final List<RoleFinding> roles;
    private final ProfitTakers profiting;
    private final boolean exploitationSeen;

    private NetworkFacts(
            CaseReading reading, ProposedNetwork network, List<RoleFinding> findings, boolean onlyNetwork) {
        this.reading = reading;
        this.network = network;
        Set<EntityId> members = new HashSet<>();
        network.members().forEach(m -> members.add(m.id()));
        perpetrators = network.perpetrators().stream()
                .flatMap(id -> reading.profile(id).stream())
                .toList();
        Set<EntityId> accused = new HashSet<>(network.perpetrators());
        flows = reading.flows().stream()
                .filter(f -> accused.contains(f.from()) && accused.contains(f.to()))
                .toList();
        claims = reading.claims().stream()
                .filter(c -> belongs(c, members, onlyNetwork))
                .toList();
        roles = findings.stream().filter(f -> members.contains(f.entity())).toList();
        Set<ClaimId> own = new HashSet<>();
        claims.forEach(c -> own.add(c.id()));
        List<Act> acts =
                reading.acts().stream().filter(a -> accused.contains(a.actor())).toList();
        parties = parties(acts);
        partyOf = new HashMap<>();
        parties.forEach(p -> p.members().forEach(id -> partyOf.put(id, p)));
        holders = holders(acts);
        journeys =
                reading.journeys().stream().filter(j -> own.contains(j.claim())).toList();
        victims = countVictims(accused);
        routes = readRoutes();
        countries = new TreeSet<>();
        perpetrators.forEach(
                p -> p.countries().stream().filter(NetworkFacts::isCode).forEach(countries::add));
        exploitationCountries = new TreeSet<>();
        boolean seen = false;
        for (Claim claim : claims) {
            switch (claim.type()) {
                case EXPLOITATION -> {
                    seen = true;
                    countryOf(claim, "country").ifPresent(exploitationCountries::add);
                }
                case RECRUITMENT -> countryOf(claim, "country").ifPresent(countries::add);
                // people are not sold to be smuggled (001, l. 617-618, 982-997)
                case PAYMENT -> seen |= Word.has(claim, "purpose", "purchase of person");
                case PREMISES -> countryOf(claim, "country").ifPresent(countries::add);
                default -> {}
            }
        }
        countries.addAll(exploitationCountries);
        journeys.forEach(j -> {
            j.from().filter(NetworkFacts::isCode).ifPresent(countries::add);
            j.to().filter(NetworkFacts::isCode).ifPresent(countries::add);
        });
        profiting = ProfitTakers.of(reading, network, partyOf);
        exploitationSeen =
                seen || !holders.getOrDefault(Role.EXPLOITER, List.of()).isEmpty() || profiting.fromPeople();
        rhythm = readRhythm();
    }

    /**
     * Gathers what is known of a network.
     *
     * @param reading the case file
     * @param network its members
     * @param findings who plays which role in the case
     * @param onlyNetwork whether it is the only one, so that rows that name nobody can only mean it
     */
    public static NetworkFacts of(
            CaseReading reading, ProposedNetwork network, List<RoleFinding> findings, boolean onlyNetwork) {
        return new NetworkFacts(reading, network, findings, onlyNetwork);
    }

    private static boolean isCode(String country) {
        return country.length() == 2;
    }

    private static Optional<String> countryOf(Claim claim, String column) {
        return CaseReading.country(claim.value(column)).filter(NetworkFacts::isCode);
    }

    private boolean belongs(Claim claim, Set<EntityId> members, boolean onlyNetwork) {
        boolean anybody = false;
        for (Claim.Participant p : claim.participants()) {
            Optional<EntityId> who = reading.behind(p.entity());
            if (who.isPresent()) {
                anybody = true;
                if (members.contains(who.get())) {
                    return true;
                }
            }
        }
        return !anybody && onlyNetwork;
    }

    /** Who acts as one: organisations with their people, kin, and people without an organisation who act together. */
    private List<Party> parties(List<Act> acts) {
        List<EntityId> ids = perpetrators.stream().map(Profile::id).toList();
        Set<EntityId> known = new HashSet<>(ids);
        Unions<EntityId> unions = new Unions<>(ids);
        Map<EntityId, Membership> first = new LinkedHashMap<>();
        for (Membership m : reading.memberships()) {
            if (!known.contains(m.who())
                    || !known.contains(m.organisation())
                    || m.as().equals("official")
                    || m.as().equals("relative")
                    || reading.profile(m.organisation()).orElseThrow().kind().equals("authority")) {
                continue;
            }
            first.merge(m.who(), m, (a, b) -> rank(b) > rank(a) ? b : a);
        }
        first.values().forEach(m -> unions.join(m.who(), m.organisation()));
        for (Flow flow : flows) {
            if (flow.kind() == Flow.Kind.KIN && flow.firmness() >= 0.5) {
                Membership a = first.get(flow.from());
                Membership b = first.get(flow.to());
                if (isPerson(flow.from()) && isPerson(flow.to()) && (a == null || b == null)) {
                    unions.join(flow.from(), flow.to());
                }
            }
        }
        Map<ClaimId, List<EntityId>> together = new LinkedHashMap<>();
        for (Act act : acts) {
            if (act.how() != Act.How.ROLE && isPerson(act.actor()) && !first.containsKey(act.actor())) {
                together.computeIfAbsent(act.claim(), k -> new ArrayList<>()).add(act.actor());
            }
        }
        for (Claim claim : claims) {
            if (claim.type() == ClaimType.PREMISES) {
                for (EntityId who : reading.actors(claim, Part.RUN_BY)) {
                    if (known.contains(who) && isPerson(who) && !first.containsKey(who)) {
                        together.computeIfAbsent(claim.id(), k -> new ArrayList<>())
                                .add(who);
                    }
                }
            }
        }
        together.values().forEach(all -> all.forEach(id -> unions.join(all.getFirst(), id)));
        List<Party> found = new ArrayList<>();
        for (List<EntityId> set : unions.sets()) {
            found.add(party(found.size(), set));
        }
        return List.copyOf(found);
    }

    private static int rank(Membership m) {
        return switch (m.as()) {
            case "leader", "owner", "director" -> 2;
            case "member" -> 1;
            default -> 0;
        };
    }

    private boolean isPerson(EntityId id) {
        return reading.profile(id).map(Profile::person).orElse(false);
    }

    private Party party(int number, List<EntityId> set) {
        List<Profile> profiles =
                set.stream().map(id -> reading.profile(id).orElseThrow()).toList();
        double people = profiles.stream()
                .filter(Profile::person)
                .mapToDouble(Profile::count)
                .sum();
        List<Profile> organisations = profiles.stream().filter(p -> !p.person()).toList();
        double said = organisations.stream().mapToDouble(Profile::count).max().orElse(1);
        Set<String> countries = new TreeSet<>();
        profiles.forEach(p -> countries.addAll(p.countries()));
        String label = organisations.stream()
                .max(comparingInt((Profile p) -> p.isCrimeGroup() ? 1 : 0))
                .or(() -> profiles.stream().findFirst())
                .map(Profile::label)
                .orElseThrow();
        boolean kin = set.size() > 1 && organisations.isEmpty();
        return new Party(
                number,
                organisations.isEmpty() && kin ? label + " and others" : label,
                set,
                Math.max(people, organisations.isEmpty() ? 1 : said),
                organisations.isEmpty() ? (people > set.size() ? people : 1) : said,
                profiles.stream().anyMatch(Profile::isCrimeGroup),
                people > 1 || !organisations.isEmpty(),
                profiles.stream().allMatch(Profile::isLegalWorld),
                countries);
    }

    private Map<Role, List<Holder>> holders(List<Act> acts) {
        Map<Role, Map<EntityId, Holder>> byRole = new EnumMap<>(Role.class);
        for (RoleFinding finding : roles) {
            if (finding.role() == Role.VICTIM || !partyOf.containsKey(finding.entity())) {
                continue;
            }
            List<ClaimId> evidence = finding.reasonsFor().stream()
                    .flatMap(r -> r.evidence().stream())
                    .distinct()
                    .toList();
            byRole.computeIfAbsent(finding.role(), r -> new TreeMap<>())
                    .put(
                            finding.entity(),
                            new Holder(finding.entity(), partyOf.get(finding.entity()), finding.score(), evidence));
        }
        for (Act act : acts) {
            Optional<Party> party = partyOf(act.actor());
            if (party.isPresent()) {
                byRole.computeIfAbsent(act.role(), r -> new TreeMap<>())
                        .putIfAbsent(
                                act.actor(),
                                new Holder(act.actor(), party.get(), act.firmness(), List.of(act.claim())));
            }
        }
        Map<Role, List<Holder>> all = new EnumMap<>(Role.class);
        byRole.forEach((role, map) -> all.put(
                role,
                map.values().stream()
                        .sorted(comparingDouble(Holder::firmness).reversed())
                        .toList()));
        return all;
    }

    private Count countVictims(Set<EntityId> accused) {
        boolean bounded = network.victims().stream()
                .allMatch(id -> reading.profile(id).map(Profile::bounded).orElse(false));
        Count best = new Count(0, bounded, List.of());
        double named = 0;
        List<ClaimId> people = new ArrayList<>();
        for (EntityId id : network.victims()) {
            Profile profile = reading.profile(id).orElseThrow();
            named += profile.count();
            people.addAll(profile.claims());
        }
        best = larger(best, named, people);
        best = larger(best, claims.stream().filter(c -> c.type() == ClaimType.RECRUITMENT), Part.VICTIM, accused);
        best = larger(best, claims.stream().filter(c -> c.type() == ClaimType.EXPLOITATION), Part.VICTIM, accused);
        best = larger(best, claims.stream().filter(c -> c.type() == ClaimType.JOURNEY), Part.WHO, accused);
        return best;
    }

    private static Count larger(Count best, double least, Collection<ClaimId> evidence) {
        return least > best.least() ? new Count(least, best.bounded(), List.copyOf(evidence)) : best;
    }

    private Count larger(Count best, Stream<Claim> rows, Part part, Set<EntityId> accused) {
        Map<EntityId, Double> byPerson = new TreeMap<>();
        double rest = 0;
        List<ClaimId> evidence = new ArrayList<>();
        for (Claim claim : rows.toList()) {
            List<EntityId> who = reading.actors(claim, part).stream()
                    .filter(id -> !accused.contains(id))
                    .toList();
            double said =
                    Quantity.parse(claim.value("count")).map(Quantity::atLeast).orElse(0.0);
            double times = Math.max(
                    1,
                    Quantity.parse(claim.value("times")).map(Quantity::atLeast).orElse(1.0));
            if (who.isEmpty()) {
                rest += said * times;
            } else if (who.size() == 1) {
                double count = Math.max(
                        said,
                        reading.profile(who.getFirst()).map(Profile::count).orElse(1.0));
                byPerson.merge(who.getFirst(), count, Math::max);
            } else {
                who.forEach(id -> byPerson.merge(
                        id, reading.profile(id).map(Profile::count).orElse(1.0), Math::max));
                rest += Math.max(0, said - who.size());
            }
            evidence.add(claim.id());
        }
        double sum = rest
                + byPerson.values().stream().mapToDouble(Double::doubleValue).sum();
        return larger(best, sum, evidence);
    }

    private Map<String, List<ClaimId>> readRoutes() {
        Map<String, List<ClaimId>> found = new TreeMap<>();
        for (Journey journey : journeys) {
            if (journey.from().isPresent()
                    && journey.to().isPresent()
                    && !journey.from().equals(journey.to())) {
                found.computeIfAbsent(
                                journey.from().get() + " to " + journey.to().get(), k -> new ArrayList<>())
                        .add(journey.claim());
            }
        }
        if (found.isEmpty()) {
            Map<String, List<ClaimId>> from = new TreeMap<>();
            Map<String, List<ClaimId>> to = new TreeMap<>();
            for (Claim claim : claims) {
                switch (claim.type()) {
                    case RECRUITMENT ->
                        CaseReading.country(claim.value("country"))
                                .ifPresent(c -> from.computeIfAbsent(c, k -> new ArrayList<>())
                                        .add(claim.id()));
                    case EXPLOITATION ->
                        CaseReading.country(claim.value("country"))
                                .ifPresent(c -> to.computeIfAbsent(c, k -> new ArrayList<>())
                                        .add(claim.id()));
                    default -> {}
                }
            }
            from.forEach((a, one) -> to.forEach((b, other) -> {
                if (!a.equals(b)) {
                    List<ClaimId> both = new ArrayList<>(one);
                    both.addAll(other);
                    found.put(a + " to " + b, both);
                }
            }));
        }
        return found;
    }

    private Rhythm readRhythm() {
        Set<YearMonth> months = new TreeSet<>();
        for (Journey journey : journeys) {
            if (journey.recurring() || journey.times() >= 6) {
                return Rhythm.CONTINUOUS;
            }
            journey.when().from().ifPresent(d -> months.add(YearMonth.from(d.start())));
        }
        for (Claim claim : claims) {
            if (claim.type() == ClaimType.RECRUITMENT) {
                claim.when().from().ifPresent(d -> months.add(YearMonth.from(d.start())));
            }
            if (Word.in(claim, "every").stream()
                            .anyMatch(w -> w.text().equals("week") || w.text().equals("month"))
                    && claim.type() == ClaimType.RECRUITMENT) {
                return Rhythm.CONTINUOUS;
            }
        }
        if (months.isEmpty()) {
            return Rhythm.UNKNOWN;
        }
        if (months.size() >= 6) {
            YearMonth last = null;
            long gap = 0;
            for (YearMonth month : months) {
                if (last != null) {
                    gap = Math.max(gap, ChronoUnit.MONTHS.between(last, month));
                }
                last = month;
            }
            if (gap <= 3) {
                return Rhythm.CONTINUOUS;
            }
        }
        return months.size() <= 4 ? Rhythm.SPORADIC : Rhythm.UNKNOWN;
    }

    /** The case file. */
    public CaseReading reading() {
        return reading;
    }

    /** The members. */
    public ProposedNetwork network() {
        return network;
    }

    /** Those whose acts may be held against them. */
    public List<Profile> perpetrators() {
        return perpetrators;
    }

    /** Those who act as one, by number. */
    public List<Party> parties() {
        return parties;
    }

    /** The party of a perpetrator. */
    public Optional<Party> partyOf(EntityId id) {
        return Optional.ofNullable(partyOf.get(id));
    }

    /** What passes between perpetrators. */
    public List<Flow> flows() {
        return flows;
    }

    /** Such flows of one kind, between different parties. */
    public List<Flow> flowsBetweenParties(Flow.Kind kind) {
        return flows.stream()
                .filter(f -> f.kind() == kind && !partyOf(f.from()).equals(partyOf(f.to())))
                .toList();
    }

    /** The claims about it. */
    public List<Claim> claims() {
        return claims;
    }

    /** Who holds a slot, most firmly first; never a victim. */
    public List<Holder> holders(Role role) {
        return holders.getOrDefault(role, List.of());
    }

    /**
     * Who draws the profit from people where nobody is said to exploit them: whoever sells them to buyers of whom nothing
     * else is known, or takes what is earned by those whom they brought there. Empty where somebody is said to exploit.
     */
    public List<Holder> profiting() {
        return holders(Role.EXPLOITER).isEmpty() ? profiting.holders() : List.of();
    }

    /** The roles found in it, victims included. */
    public List<RoleFinding> roles() {
        return roles;
    }

    /** Journeys of people who may be victims. */
    public List<Journey> journeys() {
        return journeys;
    }

    /** How many victims at least. */
    public Count victims() {
        return victims;
    }

    /** Pairs of countries that people were moved between, with the rows. */
    public Map<String, List<ClaimId>> routes() {
        return routes;
    }

    /** Countries it touches, by ISO code. */
    public Set<String> countries() {
        return countries;
    }

    /** Countries where people were exploited. */
    public Set<String> exploitationCountries() {
        return exploitationCountries;
    }

    /** How often people are brought in. */
    public Rhythm rhythm() {
        return rhythm;
    }

    /** Whether the file tells of exploitation at all, whoever did it. */
    public boolean exploitationSeen() {
        return exploitationSeen;
    }

    /** At least how many perpetrators the file knows of. */
    public double people() {
        return parties.stream().mapToDouble(Party::people).sum();
    }
}
