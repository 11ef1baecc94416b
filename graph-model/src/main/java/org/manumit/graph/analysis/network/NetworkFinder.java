package org.manumit.graph.analysis.network;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;

/**
 * Proposes networks: who is implicated, and which of them the evidence ties together. Criminal ties are hard to tell
 * from incidental ones (Williams, ch. 10, in Friesendorf 2009; 003, l. 16004-16008), so mere contact draws nobody in: a
 * network grows from those with a role or an accusation, along acts on the same victims, dealings, membership and shared
 * places, and along calls only between people already implicated. Stateless; safe for use from several threads.
 */
public final class NetworkFinder {

    /** How much must bind two people together before they belong to one network. */
    private static final double BINDING = 0.7;

    /** How far lasting business between two implicated people binds. */
    private static final double PARTNERSHIP = 0.75;

    private static final Set<Flow.Kind> IMPLICATING = EnumSet.of(
            Flow.Kind.TASK,
            Flow.Kind.SHARE,
            Flow.Kind.PROCEEDS,
            Flow.Kind.FUND,
            Flow.Kind.HIRE,
            Flow.Kind.SUPPLY,
            Flow.Kind.SALE,
            Flow.Kind.HANDOVER,
            Flow.Kind.PROTECTION,
            Flow.Kind.LAUNDERING);

    private record Pair(EntityId one, EntityId other) {
        static Pair of(EntityId a, EntityId b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private static final class Binding {
        double weight;
        double recorded;
        boolean business;
        String why = "";
        double best;
        final List<ClaimId> evidence = new ArrayList<>();
    }

    /**
     * Finds networks, those with the most members first.
     *
     * @param reading the case file
     * @param findings who plays which role
     */
    public List<ProposedNetwork> find(CaseReading reading, List<RoleFinding> findings) {
        return new Run(reading, findings).find();
    }

    private static final class Run {
        private final CaseReading reading;
        private final Map<EntityId, List<RoleFinding>> roles = new HashMap<>();
        private final Map<EntityId, Reason> implicated = new TreeMap<>();
        private final Map<Pair, Binding> bindings = new LinkedHashMap<>();
        private final Map<EntityId, Map<EntityId, Binding>> byMember = new HashMap<>();
        private final Map<EntityId, List<Flow>> flowsByActor = new HashMap<>();
        private final Set<EntityId> bridges = new TreeSet<>();

        Run(CaseReading reading, List<RoleFinding> findings) {
            this.reading = reading;
            for (RoleFinding finding : findings) {
                if (finding.role() != Role.VICTIM) {
                    roles.computeIfAbsent(finding.entity(), k -> new ArrayList<>())
                            .add(finding);
                }
            }
        }

        List<ProposedNetwork> find() {
            implicate();
            bind();
            Set<EntityId> everybody = new TreeSet<>(implicated.keySet());
            for (Act act : reading.acts()) {
                if (everybody.contains(act.actor()) || reading.isVictim(act.actor())) {
                    act.victims().stream().filter(reading::isVictim).forEach(everybody::add);
                    if (reading.isVictim(act.actor()) && act.role() != Role.VICTIM) {
                        everybody.add(act.actor());
                    }
                }
            }
            for (Profile profile : reading.profiles().values()) {
                if (profile.victim()) {
                    everybody.add(profile.id());
                }
            }
            Unions<EntityId> unions = new Unions<>(everybody);
            bindings.forEach((pair, binding) -> {
                if (binding.weight >= BINDING && everybody.contains(pair.one()) && everybody.contains(pair.other())) {
                    unions.join(pair.one(), pair.other());
                }
            });
            // calls, transfers and business of which no more is said draw people into a network, but do not make one of
            // two
            // that are whole without them
            Map<EntityId, Boolean> whole = new HashMap<>();
            Map<EntityId, Long> perpetrators = new HashMap<>();
            unions.sets().forEach(set -> {
                whole.put(unions.find(set.getFirst()), isWhole(set));
                perpetrators.put(
                        unions.find(set.getFirst()),
                        set.stream().filter(implicated::containsKey).count());
            });
            boolean pair = whole.values().stream().filter(w -> w).count() == 2;
            bindings.forEach((two, binding) -> {
                if (binding.recorded > 0 && binding.weight + binding.recorded >= BINDING) {
                    EntityId a = unions.find(two.one());
                    EntityId b = unions.find(two.other());
                    boolean wholeA = whole.getOrDefault(a, false);
                    boolean wholeB = whole.getOrDefault(b, false);
                    long countA = perpetrators.getOrDefault(a, 0L);
                    long countB = perpetrators.getOrDefault(b, 0L);
                    // one partner alone is no network without the other; of more such pairs each may be its own
                    boolean lonePartner = pair && binding.business && Math.min(countA, countB) == 1;
                    if (!a.equals(b) && (!(wholeA && wholeB) || lonePartner)) {
                        unions.join(a, b);
                        whole.put(unions.find(a), wholeA || wholeB);
                        perpetrators.put(unions.find(a), countA + countB);
                    }
                }
            });
            List<List<EntityId>> components = unions.sets();
            List<List<EntityId>> tied = new ArrayList<>();
            List<EntityId> single = new ArrayList<>();
            for (List<EntityId> component : components) {
                boolean accusable = component.stream().anyMatch(implicated::containsKey);
                if (component.size() > 1 && accusable) {
                    tied.addAll(parted(component));
                } else {
                    single.addAll(component);
                }
            }
            return name(complete(tied, single));
        }

        /**
         * Parts what only shared services hold together: a forger or carrier whom two groups engage does not make them one
         * (003, l. 4925-4927). Services serve every part they are bound to, and are then a bridge between them.
         */
        private List<List<EntityId>> parted(List<EntityId> component) {
            Set<EntityId> services = new TreeSet<>();
            component.stream().filter(this::isService).forEach(services::add);
            if (services.isEmpty()) {
                return List.of(component);
            }
            Set<EntityId> core = new TreeSet<>(component);
            core.removeAll(services);
            List<List<EntityId>> whole = new ArrayList<>();
            List<List<EntityId>> rest = new ArrayList<>();
            pieces(core).forEach(piece -> (isWhole(piece) ? whole : rest).add(piece));
            if (whole.size() < 2) {
                return List.of(component);
            }
            List<Set<EntityId>> parts = new ArrayList<>();
            whole.forEach(piece -> parts.add(new TreeSet<>(piece)));
            Map<EntityId, Set<Integer>> serves = new TreeMap<>();
            // what is bound to a part through others belongs to it too; the nearest first
            Set<EntityId> open = new TreeSet<>(services);
            rest.forEach(open::addAll);
            boolean grown = true;
            while (grown && !open.isEmpty()) {
                Map<EntityId, Set<Integer>> found = new TreeMap<>();
                for (EntityId id : open) {
                    Set<Integer> to = partsOf(id, parts);
                    if (!to.isEmpty()) {
                        found.put(id, to);
                    }
                }
                grown = !found.isEmpty();
                found.forEach((id, to) -> {
                    to.forEach(part -> parts.get(part).add(id));
                    serves.put(id, to);
                    open.remove(id);
                });
            }
            parts.getFirst().addAll(open);
            serves.forEach((id, to) -> {
                if (to.size() > 1) {
                    bridges.add(id);
                }
            });
            List<List<EntityId>> result = new ArrayList<>();
            parts.forEach(part -> result.add(List.copyOf(part)));
            return result;
        }

        private Set<Integer> partsOf(EntityId id, List<Set<EntityId>> parts) {
            Set<Integer> to = new TreeSet<>();
            bindingsOf(id).forEach((other, binding) -> {
                if (binding.weight + binding.recorded >= BINDING) {
                    for (int p = 0; p < parts.size(); p++) {
                        if (parts.get(p).contains(other)) {
                            to.add(p);
                        }
                    }
                }
            });
            return to;
        }

        private List<List<EntityId>> pieces(Set<EntityId> core) {
            Unions<EntityId> unions = new Unions<>(core);
            bindings.forEach((pair, binding) -> {
                // victims whom one row names may have nothing in common but whoever made their papers
                boolean victims = reading.isVictim(pair.one()) && reading.isVictim(pair.other());
                if (binding.weight >= BINDING && !victims && core.contains(pair.one()) && core.contains(pair.other())) {
                    unions.join(pair.one(), pair.other());
                }
            });
            return unions.sets();
        }

        /**
         * Whether somebody only serves: has a part in it, but none in recruiting, exploiting or directing, gives no orders,
         * and neither takes nor pays a share; a mover only when engaged for it.
         */
        private boolean isService(EntityId id) {
            List<RoleFinding> own = roles.getOrDefault(id, List.of());
            if (own.isEmpty() || reading.isVictim(id)) {
                return false;
            }
            boolean engaged = reading.profile(id).filter(Profile::isLegalWorld).isPresent();
            for (Flow flow : flowsOf(id)) {
                switch (flow.kind()) {
                    case TASK, SHARE, PROCEEDS, FUND, SALE -> {
                        return false;
                    }
                    case HIRE -> engaged |= flow.to().equals(id);
                    default -> {}
                }
            }
            for (RoleFinding finding : own) {
                switch (finding.role()) {
                    case RECRUITER, EXPLOITER, COORDINATOR, SPONSOR, CONTROLLER, BROKER -> {
                        return false;
                    }
                    case TRANSPORTER -> {
                        if (!engaged) {
                            return false;
                        }
                    }
                    default -> {}
                }
            }
            return true;
        }

        private List<Flow> flowsOf(EntityId id) {
            if (flowsByActor.isEmpty()) {
                for (Flow flow : reading.flows()) {
                    flowsByActor
                            .computeIfAbsent(flow.from(), k -> new ArrayList<>())
                            .add(flow);
                    flowsByActor
                            .computeIfAbsent(flow.to(), k -> new ArrayList<>())
                            .add(flow);
                }
            }
            return flowsByActor.getOrDefault(id, List.of());
        }

        /** Who has a role, is accused, belongs to a criminal group, or deals with somebody who does. */
        private void implicate() {
            Deque<EntityId> open = new ArrayDeque<>();
            for (Profile profile : reading.profiles().values()) {
                if (!reading.mayBeAccused(profile.id())) {
                    continue;
                }
                List<RoleFinding> own = roles.getOrDefault(profile.id(), List.of());
                if (!own.isEmpty()) {
                    RoleFinding best = own.getFirst();
                    implicate(profile, "is found to be " + words(best.role()), claims(best), open);
                } else if (profile.isAccused()) {
                    implicate(profile, "is suspected, charged or convicted", profile.claims(), open);
                } else if (profile.isCriminalGroup()) {
                    implicate(profile, "is a criminal group", profile.claims(), open);
                }
            }
            Map<EntityId, List<Flow>> dealings = new HashMap<>();
            for (Flow flow : reading.flows()) {
                if (IMPLICATING.contains(flow.kind()) && flow.firmness() >= 0.4) {
                    dealings.computeIfAbsent(flow.from(), k -> new ArrayList<>())
                            .add(flow);
                    dealings.computeIfAbsent(flow.to(), k -> new ArrayList<>()).add(flow);
                }
            }
            Map<EntityId, List<Membership>> members = new HashMap<>();
            reading.memberships().forEach(m -> members.computeIfAbsent(m.organisation(), k -> new ArrayList<>())
                    .add(m));
            while (!open.isEmpty()) {
                EntityId at = open.remove();
                for (Flow flow : dealings.getOrDefault(at, List.of())) {
                    EntityId other = flow.from().equals(at) ? flow.to() : flow.from();
                    Optional<Profile> profile = reading.profile(other);
                    if (profile.isPresent()
                            && reading.mayBeAccused(other)
                            && !(profile.get().isLegalWorld() && flow.kind() != Flow.Kind.PROTECTION)
                            && !profile.get().statuses().contains("witness")
                            && !profile.get().isMigrant()) {
                        implicate(
                                profile.get(),
                                "deals with " + reading.label(at) + ", who is implicated",
                                flow.evidence(),
                                open);
                    }
                }
                informalGroups(at, members, open);
                Optional<Profile> group = reading.profile(at).filter(Profile::isCriminalGroup);
                for (Membership m : group.isEmpty() ? List.<Membership>of() : members.getOrDefault(at, List.of())) {
                    Optional<Profile> member = reading.profile(m.who());
                    if (member.isPresent() && reading.mayBeAccused(m.who()) && !m.as().equals("relative")) {
                        implicate(member.get(), "belongs to " + reading.label(at), List.of(m.claim()), open);
                    }
                }
            }
        }

        /**
         * A family, household or circle two of whose members are implicated is the group they act in; a front for one of them
         * is (003, l. 5006).
         */
        private void informalGroups(EntityId at, Map<EntityId, List<Membership>> members, Deque<EntityId> open) {
            for (EntityId organisation : reading.organisationsOf(at)) {
                Optional<Profile> profile = reading.profile(organisation);
                List<Membership> of = members.getOrDefault(organisation, List.of());
                if (profile.isEmpty() || profile.get().isLegalWorld() || !reading.mayBeAccused(organisation)) {
                    continue;
                }
                long involved =
                        of.stream().filter(m -> implicated.containsKey(m.who())).count();
                boolean front = profile.get().legal().equals("front");
                if (involved >= 2 || front) {
                    implicate(
                            profile.get(),
                            front ? "is a front of " + reading.label(at) : "is the group of several who are implicated",
                            of.stream().map(Membership::claim).toList(),
                            open);
                }
            }
        }

        private void implicate(Profile profile, String why, List<ClaimId> evidence, Deque<EntityId> open) {
            if (implicated.containsKey(profile.id())) {
                return;
            }
            implicated.put(
                    profile.id(),
                    reason(MembershipCriterion.IMPLICATED, 1, profile.label() + " " + why + ".", evidence));
            open.add(profile.id());
        }

        private void bind(EntityId a, EntityId b, double weight, String why, List<ClaimId> evidence) {
            if (a.equals(b)) {
                return;
            }
            Binding binding = bindings.computeIfAbsent(Pair.of(a, b), k -> new Binding());
            binding.weight += weight;
            if (weight > binding.best) {
                binding.best = weight;
                binding.why = why;
            }
            binding.evidence.addAll(evidence);
        }

        private void recorded(EntityId a, EntityId b, double weight) {
            if (!a.equals(b)) {
                bindings.computeIfAbsent(Pair.of(a, b), k -> new Binding()).recorded += weight;
            }
        }

        private void business(EntityId a, EntityId b) {
            if (!a.equals(b)) {
                bindings.computeIfAbsent(Pair.of(a, b), k -> new Binding()).business = true;
            }
        }

        private void bind() {
            Map<ClaimId, List<Act>> together = new LinkedHashMap<>();
            for (Act act : reading.acts()) {
                for (EntityId victim : act.victims()) {
                    bind(act.actor(), victim, act.firmness(), "acted on the same people", List.of(act.claim()));
                }
                together.computeIfAbsent(act.claim(), k -> new ArrayList<>()).add(act);
            }
            together.forEach((claim, acts) -> {
                for (int i = 1; i < acts.size(); i++) {
                    bind(
                            acts.get(0).actor(),
                            acts.get(i).actor(),
                            acts.get(i).firmness(),
                            "acted together",
                            List.of(claim));
                }
            });
            for (Flow flow : reading.flows()) {
                double weight = (isPartnership(flow) ? PARTNERSHIP : flow.kind().binding()) * flow.firmness();
                if (!flow.kind().isRecord()) {
                    bind(flow.from(), flow.to(), weight, "dealt with each other", flow.evidence());
                    if (isBusiness(flow) && !isPartnership(flow)) {
                        recorded(flow.from(), flow.to(), PARTNERSHIP * flow.firmness() - weight);
                        business(flow.from(), flow.to());
                    }
                } else if (implicated.containsKey(flow.from()) && implicated.containsKey(flow.to())) {
                    bind(flow.from(), flow.to(), 0, "were in touch", flow.evidence());
                    recorded(flow.from(), flow.to(), weight);
                }
            }
            for (Membership m : reading.memberships()) {
                bind(m.who(), m.organisation(), m.firmness(), "belong together", List.of(m.claim()));
            }
            for (Claim claim : reading.claims()) {
                switch (claim.type()) {
                    case PREMISES ->
                        bindAll(claim, 0.7, List.of(Part.OWNER, Part.TENANT, Part.RUN_BY, Part.PAYER, Part.OCCUPANT));
                    case JOURNEY ->
                        bindAll(claim, 1, List.of(Part.WHO, Part.MOVED_BY, Part.RECEIVED_BY, Part.WITH, Part.PAID_BY));
                    case VEHICLE -> bindAll(claim, 0.5, List.of(Part.OWNER, Part.USER));
                    case PAPER -> bindAll(claim, 1, List.of(Part.FOR, Part.HELD_BY, Part.MADE_BY));
                    case DEBT -> bindAll(claim, 1, List.of(Part.DEBTOR, Part.CREDITOR));
                    case ACCOUNT -> bindAll(claim, 1, List.of(Part.HOLDER, Part.BENEFICIARY));
                    default -> {}
                }
            }
            places();
        }

        private void bindAll(Claim claim, double weight, List<Part> parts) {
            List<EntityId> all = new ArrayList<>();
            parts.forEach(part -> all.addAll(reading.actors(claim, part)));
            for (int i = 1; i < all.size(); i++) {
                for (int j = 0; j < Math.min(i, 8); j++) {
                    bind(all.get(j), all.get(i), weight, "are named in one row", List.of(claim.id()));
                }
            }
        }

        /** People who run, own, rent or exploit at the same place. */
        private void places() {
            Map<EntityId, Map<EntityId, ClaimId>> users = new TreeMap<>();
            for (Claim claim : reading.claims()) {
                switch (claim.type()) {
                    case PREMISES -> {
                        for (Part part : List.of(Part.OWNER, Part.TENANT, Part.RUN_BY, Part.PAYER)) {
                            use(users, claim, Part.SUBJECT, part);
                        }
                    }
                    case EXPLOITATION -> use(users, claim, Part.PREMISES, Part.BY);
                    case ADVERT -> use(users, claim, Part.PREMISES, Part.PLACED_BY);
                    default -> {}
                }
            }
            users.forEach((place, who) -> {
                List<EntityId> all = List.copyOf(who.keySet());
                for (int i = 1; i < all.size(); i++) {
                    bind(
                            all.get(0),
                            all.get(i),
                            0.7,
                            "use the same place",
                            List.of(who.get(all.get(0)), who.get(all.get(i))));
                }
            });
        }

        private void use(Map<EntityId, Map<EntityId, ClaimId>> users, Claim claim, Part place, Part user) {
            for (EntityId premises : claim.holders(place).toList()) {
                for (EntityId who : reading.actors(claim, user)) {
                    if (implicated.containsKey(who)) {
                        users.computeIfAbsent(premises, k -> new TreeMap<>()).putIfAbsent(who, claim.id());
                    }
                }
            }
        }

        private record Draft(List<EntityId> members, boolean byFileOnly) {}

        /** Files are often half filled in: what nothing ties to anything, but fills a gap, joins the one network there is. */
        private List<Draft> complete(List<List<EntityId>> tied, List<EntityId> single) {
            List<EntityId> loose = new ArrayList<>();
            for (EntityId id : single) {
                if (implicated.containsKey(id) && roles.containsKey(id)) {
                    loose.add(id);
                }
            }
            List<Draft> drafts = new ArrayList<>();
            List<List<EntityId>> whole = new ArrayList<>();
            List<List<EntityId>> parts = new ArrayList<>();
            for (List<EntityId> component : tied) {
                (phases(component).size() >= 2 && phases(component).contains(Role.EXPLOITER) ? whole : parts)
                        .add(component);
            }
            if (whole.size() <= 1 && parts.size() + loose.size() + whole.size() > 1) {
                List<EntityId> all = new ArrayList<>();
                Set<Role> had = EnumSet.noneOf(Role.class);
                boolean joined = false;
                List<List<EntityId>> pieces = new ArrayList<>(whole);
                pieces.addAll(parts);
                loose.forEach(id -> pieces.add(List.of(id)));
                List<List<EntityId>> left = new ArrayList<>();
                for (List<EntityId> piece : pieces) {
                    Set<Role> phases = phases(piece);
                    boolean fills = piece.size() == 1
                            || (!had.containsAll(phases) && had.stream().noneMatch(phases::contains));
                    if (all.isEmpty() || fills) {
                        joined |= !all.isEmpty();
                        all.addAll(piece);
                        had.addAll(phases);
                    } else {
                        left.add(piece);
                    }
                }
                if (all.size() > 1) {
                    List<EntityId> victims =
                            single.stream().filter(reading::isVictim).toList();
                    if (joined || phases(all).contains(Role.EXPLOITER)) {
                        all.addAll(victims);
                    }
                }
                if (!all.isEmpty()) {
                    drafts.add(new Draft(all.stream().distinct().sorted().toList(), joined));
                }
                left.forEach(piece -> drafts.add(new Draft(piece, false)));
            } else {
                tied.forEach(component -> drafts.add(new Draft(component, false)));
                if (drafts.size() == 1 || (drafts.isEmpty() && !loose.isEmpty())) {
                    List<EntityId> all = new ArrayList<>(
                            drafts.isEmpty() ? loose : drafts.getFirst().members());
                    boolean untied = single.stream().anyMatch(reading::isVictim);
                    all.addAll(single.stream().filter(reading::isVictim).toList());
                    drafts.clear();
                    drafts.add(new Draft(all.stream().distinct().sorted().toList(), untied));
                }
            }
            if (drafts.isEmpty()) {
                List<EntityId> rest = single.stream()
                        .filter(id -> reading.isVictim(id) || implicated.containsKey(id))
                        .toList();
                if (!rest.isEmpty()) {
                    drafts.add(new Draft(rest, true));
                }
            }
            return drafts;
        }

        private boolean isWhole(List<EntityId> component) {
            Set<Role> phases = phases(component);
            return phases.size() >= 2 && phases.contains(Role.EXPLOITER);
        }

        private Set<Role> phases(List<EntityId> component) {
            Set<Role> phases = EnumSet.noneOf(Role.class);
            for (EntityId id : component) {
                roles.getOrDefault(id, List.of()).stream()
                        .map(RoleFinding::role)
                        .filter(Role::isRequired)
                        .forEach(phases::add);
            }
            return phases;
        }

        private List<ProposedNetwork> name(List<Draft> drafts) {
            Map<EntityId, Double> weights = new HashMap<>();
            bindings.forEach((pair, binding) -> {
                weights.merge(pair.one(), Math.min(1, binding.weight), Double::sum);
                weights.merge(pair.other(), Math.min(1, binding.weight), Double::sum);
            });
            List<ProposedNetwork> networks = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            drafts.sort(comparingInt((Draft d) -> -d.members().size())
                    .thenComparing(d -> d.members().getFirst()));
            for (Draft draft : drafts) {
                List<EntityId> perpetrators =
                        draft.members().stream().filter(implicated::containsKey).toList();
                List<EntityId> victims =
                        draft.members().stream().filter(reading::isVictim).toList();
                String name = unique(nameOf(perpetrators, weights), taken);
                List<ProposedNetwork.Member> members = new ArrayList<>();
                Set<EntityId> all = Set.copyOf(draft.members());
                for (EntityId id : draft.members()) {
                    members.add(new ProposedNetwork.Member(id, reason(id, all)));
                }
                networks.add(new ProposedNetwork(name, members, perpetrators, victims, draft.byFileOnly()));
            }
            return networks;
        }

        /** Business that goes on between two who are both implicated is dealing; a meeting or an old friendship is not. */
        private boolean isPartnership(Flow flow) {
            return isBusiness(flow) && (flow.repeated() || flow.isLasting());
        }

        private boolean isBusiness(Flow flow) {
            return flow.kind() == Flow.Kind.ASSOCIATION
                    && flow.firmness() >= 0.8
                    && implicated.containsKey(flow.from())
                    && implicated.containsKey(flow.to());
        }

        private static Reason reason(
                MembershipCriterion criterion, double weight, String text, List<ClaimId> evidence) {
            return new Reason(criterion.key(), weight, text, criterion.source(), evidence);
        }

        private Reason reason(EntityId id, Set<EntityId> members) {
            Binding best = null;
            EntityId partner = id;
            for (Map.Entry<EntityId, Binding> e : bindingsOf(id).entrySet()) {
                if (members.contains(e.getKey()) && (best == null || e.getValue().weight > best.weight)) {
                    best = e.getValue();
                    partner = e.getKey();
                }
            }
            Reason own = implicated.get(id);
            String who = reading.isVictim(id) ? "A person whom the file presents as a victim" : reading.label(id);
            if (best == null || best.weight < BINDING) {
                return own != null
                        ? own
                        : reason(
                                MembershipCriterion.NAMED_BESIDE,
                                0.5,
                                who + " is named in the file beside the others.",
                                List.of());
            }
            if (bridges.contains(id)) {
                return reason(
                        MembershipCriterion.BRIDGE,
                        Math.min(3, best.weight),
                        who + " serves this network and another: a bridge between them, which does not make them one.",
                        best.evidence.stream().distinct().limit(20).toList());
            }
            String with = reading.isVictim(partner) ? "a victim" : reading.label(partner);
            return reason(
                    MembershipCriterion.TIED_TOGETHER,
                    Math.min(3, best.weight),
                    who + " and " + with + " " + best.why + "." + (own == null ? "" : " " + own.text()),
                    best.evidence.stream().distinct().limit(20).toList());
        }

        private String nameOf(List<EntityId> perpetrators, Map<EntityId, Double> weights) {
            Optional<Profile> organisation = perpetrators.stream()
                    .flatMap(id -> reading.profile(id).stream())
                    .filter(p -> !p.person() && !p.isLegalWorld() && p.count() <= 1)
                    .max(comparingInt((Profile p) -> p.isCrimeGroup() ? 1 : 0)
                            .thenComparing(p -> weights.getOrDefault(p.id(), 0.0))
                            .thenComparing(
                                    Profile::id, comparing(EntityId::value).reversed()));
            if (organisation.isPresent()) {
                return organisation.get().label();
            }
            Optional<Profile> person = perpetrators.stream()
                    .flatMap(id -> reading.profile(id).stream())
                    .max(comparingDouble((Profile p) -> weights.getOrDefault(p.id(), 0.0))
                            .thenComparing(
                                    Profile::id, comparing(EntityId::value).reversed()));
            if (person.isEmpty()) {
                return "Unknown perpetrators";
            }
            return perpetrators.size() == 1
                    ? person.get().label()
                    : person.get().label() + " and others";
        }

        private Map<EntityId, Binding> bindingsOf(EntityId id) {
            if (byMember.isEmpty()) {
                bindings.forEach((pair, binding) -> {
                    byMember.computeIfAbsent(pair.one(), k -> new LinkedHashMap<>())
                            .put(pair.other(), binding);
                    byMember.computeIfAbsent(pair.other(), k -> new LinkedHashMap<>())
                            .put(pair.one(), binding);
                });
            }
            return byMember.getOrDefault(id, Map.of());
        }

        private static String unique(String name, Set<String> taken) {
            String candidate = name;
            for (int n = 2; !taken.add(candidate); n++) {
                candidate = name + " (" + n + ")";
            }
            return candidate;
        }

        private static String words(Role role) {
            return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private static List<ClaimId> claims(RoleFinding finding) {
            return finding.reasonsFor().stream()
                    .flatMap(r -> r.evidence().stream())
                    .distinct()
                    .limit(10)
                    .toList();
        }
    }
}
