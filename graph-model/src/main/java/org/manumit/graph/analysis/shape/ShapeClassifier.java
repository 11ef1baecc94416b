package org.manumit.graph.analysis.shape;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;

/**
 * Says which shape a network has, from what can be measured of its parties and their ties. It knows nothing of the
 * class: the two are separate judgements (the same rings are a hub in one chapter and hybrid in another: 003,
 * l. 16162-16171, 5041-5053). Stateless; safe for use from several threads.
 */
public final class ShapeClassifier {

    private static final double SURE = 0.5;
    private static final double LEAD = 0.15;
    private static final double STRUCTURE = 1.0;

    private static final List<NetworkShape> SHAPES =
            List.of(NetworkShape.FLUX, NetworkShape.BROKER, NetworkShape.CHAIN, NetworkShape.MESH, NetworkShape.HUB);

    private record Finding(ShapeCriterion criterion, double strength, String text, List<ClaimId> evidence) {}

    /**
     * Judges one network.
     *
     * @param facts what is known of it
     * @param loneOperators how many networks of the case have a single perpetrator
     */
    public Verdict<NetworkShape> classify(NetworkFacts facts, int loneOperators) {
        return new Run(facts).classify(loneOperators);
    }

    /** Measures a network's parties and ties. */
    public ShapeMeasures measure(NetworkFacts facts) {
        return new Run(facts).measures();
    }

    private static final class Run {
        private final NetworkFacts facts;
        private final CaseReading reading;
        private final List<Finding> findings = new ArrayList<>();
        /** Nodes: parties, or the members themselves where a single party has members enough. */
        private final List<Set<EntityId>> nodes = new ArrayList<>();

        private final List<String> labels = new ArrayList<>();
        private final List<Double> heads = new ArrayList<>();
        private final Map<EntityId, Integer> nodeOf = new HashMap<>();
        private final Map<Integer, Map<Integer, List<ClaimId>>> ties = new TreeMap<>();
        private final Set<Integer> recruiting = new TreeSet<>();
        private final Set<Integer> moving = new TreeSet<>();
        private final Set<Integer> exploiting = new TreeSet<>();

        Run(NetworkFacts facts) {
            this.facts = facts;
            reading = facts.reading();
            if (facts.parties().size() >= 3) {
                for (Party party : facts.parties()) {
                    node(Set.copyOf(party.members()), party.label(), party.groups());
                }
            } else {
                for (Profile profile : facts.perpetrators()) {
                    if (profile.person()
                            || facts.perpetrators().stream().noneMatch(p -> reading.organisationsOf(p.id())
                                    .contains(profile.id()))) {
                        node(Set.of(profile.id()), profile.label(), profile.count());
                    }
                }
            }
            slot(Role.RECRUITER, recruiting);
            slot(Role.TRANSPORTER, moving);
            slot(Role.EXPLOITER, exploiting);
            tie();
        }

        private void node(Set<EntityId> members, String label, double count) {
            members.forEach(id -> nodeOf.put(id, nodes.size()));
            nodes.add(members);
            labels.add(label);
            heads.add(count);
        }

        private void slot(Role role, Set<Integer> slot) {
            for (Holder holder : facts.holders(role)) {
                Integer node = nodeOf.get(holder.actor());
                if (node != null) {
                    slot.add(node);
                }
            }
        }

        private void tie(EntityId a, EntityId b, List<ClaimId> evidence) {
            Integer one = nodeOf.get(a);
            Integer other = nodeOf.get(b);
            if (one == null || other == null || one.equals(other)) {
                return;
            }
            ties.computeIfAbsent(one, k -> new TreeMap<>())
                    .computeIfAbsent(other, k -> new ArrayList<>())
                    .addAll(evidence);
            ties.computeIfAbsent(other, k -> new TreeMap<>())
                    .computeIfAbsent(one, k -> new ArrayList<>())
                    .addAll(evidence);
        }

        private void tie() {
            for (Flow flow : facts.flows()) {
                if (flow.isTie()) {
                    tie(flow.from(), flow.to(), flow.evidence());
                }
            }
            // whoever acted on the same people stands in a row: recruiter, mover, exploiter
            Map<EntityId, Map<Role, List<Act>>> byVictim = new TreeMap<>();
            for (Act act : reading.acts()) {
                if (act.role().isRequired() && nodeOf.containsKey(act.actor())) {
                    act.victims().forEach(v -> byVictim.computeIfAbsent(v, k -> new EnumMap<>(Role.class))
                            .computeIfAbsent(act.role(), k -> new ArrayList<>())
                            .add(act));
                }
            }
            byVictim.values().forEach(acts -> {
                List<Act> before = List.of();
                for (Role role : List.of(Role.RECRUITER, Role.TRANSPORTER, Role.EXPLOITER)) {
                    List<Act> now = acts.getOrDefault(role, List.of());
                    if (now.isEmpty()) {
                        continue;
                    }
                    for (Act a : before) {
                        for (Act b : now) {
                            tie(a.actor(), b.actor(), List.of(a.claim(), b.claim()));
                        }
                    }
                    before = now;
                }
            });
            Map<ClaimId, List<EntityId>> together = new LinkedHashMap<>();
            for (Act act : reading.acts()) {
                together.computeIfAbsent(act.claim(), k -> new ArrayList<>()).add(act.actor());
            }
            together.forEach((claim, who) -> {
                for (int i = 1; i < who.size(); i++) {
                    tie(who.get(0), who.get(i), List.of(claim));
                }
            });
        }

        private int degree(int node) {
            return ties.getOrDefault(node, Map.of()).size();
        }

        ShapeMeasures measures() {
            int n = nodes.size();
            int m = ties.values().stream().mapToInt(Map::size).sum() / 2;
            int most = 0;
            for (int i = 0; i < n; i++) {
                most = Math.max(most, degree(i));
            }
            double spread = 0;
            for (int i = 0; i < n; i++) {
                spread += most - degree(i);
            }
            double centralisation = n < 3 ? 0 : spread / ((n - 1.0) * (n - 2.0));
            int repeated = 0;
            int single = 0;
            int known = 0;
            Map<Set<Integer>, List<Flow>> pairs = new LinkedHashMap<>();
            for (Flow flow : facts.flows()) {
                Integer a = nodeOf.get(flow.from());
                Integer b = nodeOf.get(flow.to());
                if (a != null && b != null && !a.equals(b) && flow.kind() != Flow.Kind.KIN) {
                    pairs.computeIfAbsent(Set.of(a, b), k -> new ArrayList<>()).add(flow);
                }
            }
            for (List<Flow> flows : pairs.values()) {
                long dates = flows.stream()
                        .flatMap(f -> f.when().from().stream())
                        .distinct()
                        .count();
                boolean again = flows.stream().anyMatch(Flow::repeated) || dates > 1 || lasting(flows);
                boolean once = !again && flows.stream().allMatch(this::once);
                if (again || once) {
                    known++;
                    repeated += again ? 1 : 0;
                    single += once ? 1 : 0;
                }
            }
            return new ShapeMeasures(
                    (int) heads.stream().mapToDouble(Double::doubleValue).sum(),
                    m,
                    n < 2 ? 0 : 2.0 * m / (n * (n - 1.0)),
                    centralisation,
                    routes(),
                    known == 0 ? 0 : (double) repeated / known,
                    known == 0 ? 0 : (double) single / known);
        }

        private static boolean lasting(List<Flow> flows) {
            return flows.stream()
                    .anyMatch(f ->
                            f.when().from().isPresent() && (f.when().end() == Period.End.OPEN || lastsOver(f, 60)));
        }

        private static boolean lastsOver(Flow flow, long days) {
            return flow.when().from().isPresent()
                    && flow.when().to().isPresent()
                    && flow.when().from().get().daysUntil(flow.when().to().get()) > days;
        }

        /** Whether the file says that it happened once, or dates it to a day. */
        private boolean once(Flow flow) {
            return flow.evidence().stream()
                            .map(this::claim)
                            .anyMatch(c -> c.value("every").strip().equalsIgnoreCase("once")
                                    || c.value("times").strip().equals("1"))
                    || (flow.when().from().isPresent()
                            && flow.when().from().get().precision().compareTo(PartialDate.Precision.DAY) >= 0
                            && flow.when().from().equals(flow.when().to()));
        }

        private Claim claim(ClaimId id) {
            return claimsById.computeIfAbsent(id, k -> facts.claims().stream()
                    .filter(c -> c.id().equals(k))
                    .findFirst()
                    .orElse(NO_CLAIM));
        }

        private final Map<ClaimId, Claim> claimsById = new HashMap<>();

        private static final Claim NO_CLAIM = new Claim(
                new ClaimId("none"),
                ClaimType.OTHER,
                List.of(),
                Map.of(),
                Period.UNKNOWN,
                List.of(),
                Provenance.row(new SourceId("0".repeat(64)), 0),
                Grades.NONE);

        /** Most vertex-disjoint ways from a recruiting party to an exploiting one: Menger by augmenting paths. */
        private int routes() {
            if (recruiting.isEmpty() || exploiting.isEmpty()) {
                return 0;
            }
            int n = nodes.size();
            // vertices split: in = 2v, out = 2v + 1; source = 2n, sink = 2n + 1
            Map<Integer, Map<Integer, Integer>> capacity = new HashMap<>();
            for (int v = 0; v < n; v++) {
                edge(capacity, 2 * v, 2 * v + 1, (int) Math.max(1, Math.min(99, heads.get(v))));
            }
            ties.forEach((a, others) -> others.keySet().forEach(b -> edge(capacity, 2 * a + 1, 2 * b, 99)));
            recruiting.forEach(v -> edge(capacity, 2 * n, 2 * v, 99));
            exploiting.forEach(v -> edge(capacity, 2 * v + 1, 2 * n + 1, 99));
            int flow = 0;
            while (flow < 50 && augment(capacity, 2 * n, 2 * n + 1)) {
                flow++;
            }
            return flow;
        }

        private static void edge(Map<Integer, Map<Integer, Integer>> capacity, int from, int to, int value) {
            capacity.computeIfAbsent(from, k -> new TreeMap<>()).merge(to, value, Integer::sum);
            capacity.computeIfAbsent(to, k -> new TreeMap<>()).merge(from, 0, Integer::sum);
        }

        private static boolean augment(Map<Integer, Map<Integer, Integer>> capacity, int source, int sink) {
            Map<Integer, Integer> before = new HashMap<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(source));
            before.put(source, source);
            while (!open.isEmpty() && !before.containsKey(sink)) {
                int at = open.remove();
                capacity.getOrDefault(at, Map.of()).forEach((next, left) -> {
                    if (left > 0 && !before.containsKey(next)) {
                        before.put(next, at);
                        open.add(next);
                    }
                });
            }
            if (!before.containsKey(sink)) {
                return false;
            }
            int at = sink;
            while (at != source) {
                int from = before.getOrDefault(at, source);
                edge(capacity, from, at, -1);
                edge(capacity, at, from, 1);
                at = from;
            }
            return true;
        }

        private void add(ShapeCriterion criterion, double strength, String text, Collection<ClaimId> evidence) {
            if (strength > 0.05) {
                findings.add(new Finding(
                        criterion,
                        Math.min(1, strength),
                        text,
                        evidence.stream().distinct().limit(40).toList()));
            }
        }

        private String names(Collection<Integer> ids) {
            List<String> all = ids.stream().distinct().map(labels::get).toList();
            if (all.size() <= 3) {
                return String.join(all.size() == 2 ? " and " : ", ", all);
            }
            return String.join(", ", all.subList(0, 3)) + " and " + (all.size() - 3) + " more";
        }

        Verdict<NetworkShape> classify(int loneOperators) {
            ShapeMeasures m = measures();
            boolean lone = facts.people() <= 1 && facts.victims().least() <= 2 && loneOperators >= 3;
            if (lone) {
                add(
                        ShapeCriterion.LONE_OPERATORS,
                        1,
                        "The case holds " + loneOperators + " who operate alone, each with a victim or two.",
                        List.of());
            } else if (m.parties() < 3) {
                return insufficient(
                        ShapeCriterion.TOO_FEW_TO_TELL,
                        "Fewer than three are known to act in it: no shape to speak of.");
            } else {
                core();
                brokers();
                passing(m);
                if (m.centralisation() >= 0.5 && nodes.size() >= 4) {
                    int top = top();
                    add(
                            ShapeCriterion.ONE_DOMINATES,
                            m.centralisation(),
                            "Most ties run to " + labels.get(top) + " (" + degree(top) + " of " + (nodes.size() - 1)
                                    + " others; centralisation " + percent(m.centralisation()) + ").",
                            evidenceOf(top));
                }
                if (nodes.size() >= 4 && m.density() >= 0.4 && m.centralisation() < 0.5) {
                    add(
                            ShapeCriterion.GROUPS_DEAL_DIRECTLY,
                            m.density() >= 0.55 ? 1 : 0.7,
                            percent(m.density()) + " of all pairs of parties deal with each other directly.",
                            allEvidence());
                }
                repetition(m);
                reach();
            }
            return decide();
        }

        private static String percent(double share) {
            return Math.round(share * 100) + "%";
        }

        private int top() {
            int top = 0;
            for (int i = 1; i < nodes.size(); i++) {
                if (degree(i) > degree(top)) {
                    top = i;
                }
            }
            return top;
        }

        private List<ClaimId> evidenceOf(int node) {
            return ties.getOrDefault(node, Map.of()).values().stream()
                    .flatMap(List::stream)
                    .toList();
        }

        private List<ClaimId> allEvidence() {
            return ties.values().stream()
                    .flatMap(m -> m.values().stream())
                    .flatMap(List::stream)
                    .toList();
        }

        private void core() {
            Map<Integer, Map<Integer, List<ClaimId>>> orders = new TreeMap<>();
            Map<Integer, Map<Integer, List<ClaimId>>> shares = new TreeMap<>();
            for (Flow flow : facts.flows()) {
                Integer from = nodeOf.get(flow.from());
                Integer to = nodeOf.get(flow.to());
                if (from == null || to == null || from.equals(to)) {
                    continue;
                }
                switch (flow.kind()) {
                    case TASK, WAGE ->
                        orders.computeIfAbsent(from, k -> new TreeMap<>())
                                .computeIfAbsent(to, k -> new ArrayList<>())
                                .addAll(flow.evidence());
                    case SHARE, PROCEEDS ->
                        shares.computeIfAbsent(to, k -> new TreeMap<>())
                                .computeIfAbsent(from, k -> new ArrayList<>())
                                .addAll(flow.evidence());
                    default -> {}
                }
            }
            strongest(orders, ShapeCriterion.CORE_DIRECTS, " gives orders to ");
            strongest(shares, ShapeCriterion.CORE_TAKES_SHARES, " takes a part of what others earn: ");
            List<Holder> coordinators = Stream.concat(
                            facts.holders(Role.COORDINATOR).stream(), facts.holders(Role.SPONSOR).stream())
                    .filter(h -> h.firmness() >= 0.6 && nodeOf.containsKey(h.actor()))
                    .toList();
            for (Holder holder : coordinators) {
                int node = nodeOf.getOrDefault(holder.actor(), 0);
                if (degree(node) >= 2) {
                    add(
                            ShapeCriterion.CORE_COORDINATES,
                            Math.min(1, degree(node) / 3.0)
                                    / Math.max(
                                            1,
                                            coordinators.stream()
                                                            .map(Holder::party)
                                                            .distinct()
                                                            .count()
                                                    - 1.0),
                            labels.get(node) + " coordinates or sponsors and is tied to " + degree(node) + " others.",
                            holder.evidence());
                    break;
                }
            }
        }

        private void strongest(
                Map<Integer, Map<Integer, List<ClaimId>>> towards, ShapeCriterion criterion, String verb) {
            int best = -1;
            double most = 0;
            for (Map.Entry<Integer, Map<Integer, List<ClaimId>>> e : towards.entrySet()) {
                double under =
                        e.getValue().keySet().stream().mapToDouble(heads::get).sum();
                if (under > most) {
                    most = under;
                    best = e.getKey();
                }
            }
            // several who each command a few are no single core
            long rivals = towards.entrySet().stream()
                    .filter(e -> e.getValue().size() >= 2)
                    .count();
            if (best >= 0) {
                Map<Integer, List<ClaimId>> under = towards.getOrDefault(best, Map.of());
                add(
                        criterion,
                        (most >= 3 ? 1 : most >= 2 ? 0.8 : 0.35) * (rivals > 2 ? 0.6 : 1),
                        labels.get(best) + verb + names(under.keySet()) + ".",
                        under.values().stream().flatMap(List::stream).toList());
            }
        }

        private void brokers() {
            Map<Integer, Set<Integer>> customers = new TreeMap<>();
            List<ClaimId> claims = new ArrayList<>();
            boolean again = false;
            for (Flow flow : facts.flows()) {
                Integer from = nodeOf.get(flow.from());
                Integer to = nodeOf.get(flow.to());
                if (flow.kind() == Flow.Kind.SALE && from != null && to != null && !from.equals(to)) {
                    customers.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
                    claims.addAll(flow.evidence());
                    again |= flow.repeated();
                }
            }
            Set<Integer> stated = new TreeSet<>();
            for (Holder holder : facts.holders(Role.BROKER)) {
                Integer node = nodeOf.get(holder.actor());
                if (node != null && holder.firmness() >= 0.5) {
                    stated.add(node);
                    claims.addAll(holder.evidence());
                }
            }
            Set<Integer> brokers = new TreeSet<>(stated);
            customers.forEach((node, to) -> {
                if (customersOf(to) >= 2) {
                    brokers.add(node);
                }
            });
            if (brokers.isEmpty()) {
                return;
            }
            double served = brokers.stream()
                    .mapToDouble(b -> Math.max(customersOf(customers.getOrDefault(b, Set.of())), degree(b)))
                    .max()
                    .orElse(0);
            add(
                    ShapeCriterion.BROKERED_DEALS,
                    (served >= 3 ? 1 : served >= 2 ? 0.85 : 0.5) * (stated.isEmpty() && !again ? 0.6 : 1),
                    names(brokers) + (brokers.size() == 1 ? " deals" : " deal") + " in people with several others.",
                    claims);
            double all = brokers.stream().mapToDouble(heads::get).sum();
            if (all >= 2) {
                add(
                        ShapeCriterion.BROKERS_REPLACE_EACH_OTHER,
                        1,
                        "There is more than one broker: " + names(brokers) + ".",
                        claims);
            }
        }

        private double customersOf(Set<Integer> customers) {
            return customers.stream().mapToDouble(heads::get).sum();
        }

        private void passing(ShapeMeasures m) {
            // hand to hand: ways of people from recruiting to exploiting parties through others
            Map<Integer, Set<Integer>> handed = new TreeMap<>();
            List<ClaimId> claims = new ArrayList<>();
            for (Flow flow : facts.flows()) {
                Integer from = nodeOf.get(flow.from());
                Integer to = nodeOf.get(flow.to());
                if ((flow.kind() == Flow.Kind.HANDOVER || flow.kind() == Flow.Kind.SALE)
                        && from != null
                        && to != null
                        && !from.equals(to)) {
                    handed.computeIfAbsent(from, k -> new LinkedHashSet<>()).add(to);
                    claims.addAll(flow.evidence());
                }
            }
            int longest = 0;
            for (Integer start : handed.keySet()) {
                longest = Math.max(longest, depth(handed, start, new HashSet<>()));
            }
            boolean slotsApart = !recruiting.isEmpty()
                    && !exploiting.isEmpty()
                    && !moving.isEmpty()
                    && moving.stream().anyMatch(v -> !recruiting.contains(v) && !exploiting.contains(v))
                    && recruiting.stream().noneMatch(exploiting::contains);
            if (longest >= 2 || slotsApart) {
                add(
                        ShapeCriterion.HAND_TO_HAND,
                        longest >= 2 && slotsApart ? 1 : longest >= 3 ? 1 : longest == 2 ? 0.8 : 0.5,
                        longest >= 2
                                ? "People passed through " + (longest + 1) + " hands."
                                : "Others recruit, others move and others exploit.",
                        claims.isEmpty() ? allEvidence() : claims);
            }
            if (!recruiting.isEmpty()
                    && !exploiting.isEmpty()
                    && recruiting.stream().noneMatch(exploiting::contains)) {
                boolean direct = recruiting.stream().anyMatch(r -> ties.getOrDefault(r, Map.of()).keySet().stream()
                        .anyMatch(exploiting::contains));
                Set<Integer> bridges = new TreeSet<>();
                for (int v = 0; v < nodes.size(); v++) {
                    if (!recruiting.contains(v) && !exploiting.contains(v) && degree(v) >= 2) {
                        bridges.add(v);
                    }
                }
                if (!direct && !bridges.isEmpty() && bridges.size() <= 3 && m.routes() >= 1) {
                    add(
                            ShapeCriterion.ENDS_UNKNOWN_TO_EACH_OTHER,
                            bridges.size() <= 2 ? 1 : 0.6,
                            names(recruiting) + " and " + names(exploiting) + " are tied only through " + names(bridges)
                                    + ".",
                            bridges.stream()
                                    .flatMap(b -> evidenceOf(b).stream())
                                    .toList());
                }
            }
            if (m.routes() == 1) {
                add(ShapeCriterion.SINGLE_ROUTE, 1, "Only one way leads from recruitment to exploitation.", List.of());
            } else if (m.routes() >= 2) {
                add(
                        ShapeCriterion.SEVERAL_ROUTES,
                        m.routes() >= 3 ? 1 : 0.7,
                        m.routes() + " ways that share nobody lead from recruitment to exploitation.",
                        List.of());
            }
            int stages = 0;
            List<String> which = new ArrayList<>();
            Map<Role, String> names = new LinkedHashMap<>();
            names.put(Role.RECRUITER, "recruitment");
            names.put(Role.TRANSPORTER, "movement");
            names.put(Role.EXPLOITER, "exploitation");
            names.put(Role.DOCUMENT_FORGER, "papers");
            names.put(Role.HARBOURER, "lodging");
            for (Map.Entry<Role, String> e : names.entrySet()) {
                Set<Integer> holders = new TreeSet<>();
                slot(e.getKey(), holders);
                if (holders.stream().mapToDouble(heads::get).sum() >= 2) {
                    stages++;
                    which.add(e.getValue());
                }
            }
            if (stages >= 2) {
                add(
                        ShapeCriterion.ALTERNATIVES_AT_EACH_STAGE,
                        stages >= 3 ? 1 : 0.6,
                        "Several could do the same in " + String.join(", ", which) + ".",
                        List.of());
            }
        }

        private static int depth(Map<Integer, Set<Integer>> handed, int at, Set<Integer> seen) {
            if (!seen.add(at) || seen.size() > 12) {
                return 0;
            }
            int deepest = 0;
            for (Integer next : handed.getOrDefault(at, Set.of())) {
                if (!seen.contains(next)) {
                    deepest = Math.max(deepest, 1 + depth(handed, next, seen));
                }
            }
            seen.remove(at);
            return deepest;
        }

        private void repetition(ShapeMeasures m) {
            if (m.repeatedShare() >= 0.5) {
                add(
                        ShapeCriterion.LASTING_TIES,
                        m.repeatedShare(),
                        percent(m.repeatedShare()) + " of the dealings whose course is known repeat or last.",
                        List.of());
            }
            if (m.singleShare() >= 0.6) {
                add(
                        ShapeCriterion.SINGLE_DEALS,
                        m.singleShare(),
                        percent(m.singleShare()) + " of the dealings whose course is known happened once.",
                        List.of());
            }
        }

        private void reach() {
            List<Profile> officials =
                    facts.perpetrators().stream().filter(Profile::isOfficial).toList();
            if (!officials.isEmpty()) {
                add(
                        ShapeCriterion.REACH_INTO_OFFICES,
                        1,
                        String.join(", ", officials.stream().map(Profile::label).toList())
                                + " holds or hold an office.",
                        officials.stream().flatMap(p -> p.claims().stream()).toList());
            }
            List<ClaimId> trades = facts.claims().stream()
                    .filter(c -> c.type() == ClaimType.ORGANISATION
                            && c.holders(Part.SUBJECT).anyMatch(nodeOf::containsKey)
                            && Arrays.asList(c.value("sector").split("[;,]")).size() >= 2)
                    .map(Claim::id)
                    .toList();
            if (!trades.isEmpty()) {
                add(ShapeCriterion.WIDE_PORTFOLIO, 1, "A group of the network is in several trades.", trades);
            }
        }

        private Verdict<NetworkShape> insufficient(ShapeCriterion criterion, String text) {
            Map<NetworkShape, Double> support = new EnumMap<>(NetworkShape.class);
            SHAPES.forEach(s -> support.put(s, 1.0 / SHAPES.size()));
            return new Verdict<>(
                    NetworkShape.INSUFFICIENT,
                    support,
                    List.of(new Reason(criterion.key(), 1, text, criterion.source(), List.of())),
                    List.of(),
                    missing());
        }

        private Verdict<NetworkShape> decide() {
            Map<NetworkShape, Double> scores = new EnumMap<>(NetworkShape.class);
            SHAPES.forEach(s -> scores.put(
                    s,
                    findings.stream()
                            .mapToDouble(f -> f.strength() * f.criterion().lean(s))
                            .sum()));
            NetworkShape best = SHAPES.stream()
                    .max(comparingDouble((NetworkShape s) -> scores.getOrDefault(s, 0.0)))
                    .orElseThrow();
            double max = scores.getOrDefault(best, 0.0);
            Map<NetworkShape, Double> support = new EnumMap<>(NetworkShape.class);
            double sum = 0;
            for (NetworkShape s : SHAPES) {
                double e = Math.exp(0.9 * (scores.getOrDefault(s, 0.0) - max));
                support.put(s, e);
                sum += e;
            }
            double total = sum;
            support.replaceAll((s, e) -> e / total);
            double top = support.getOrDefault(best, 0.0);
            double second = SHAPES.stream()
                    .filter(s -> s != best)
                    .mapToDouble(s -> support.getOrDefault(s, 0.0))
                    .max()
                    .orElse(0);
            List<Reason> reasonsFor = new ArrayList<>();
            List<Reason> reasonsAgainst = new ArrayList<>();
            for (Finding f : findings) {
                double others = SHAPES.stream()
                        .filter(s -> s != best)
                        .mapToDouble(s -> f.criterion().lean(s))
                        .average()
                        .orElse(0);
                double margin = f.strength() * (f.criterion().lean(best) - others);
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
            if (max < STRUCTURE || top < SURE || top - second < LEAD) {
                ShapeCriterion why = ShapeCriterion.TIES_NOT_KNOWN;
                return new Verdict<>(
                        NetworkShape.INSUFFICIENT,
                        support,
                        List.of(new Reason(
                                why.key(),
                                1,
                                max < STRUCTURE
                                        ? why.statement()
                                        : "The ties point to "
                                                + best.name().toLowerCase(Locale.ROOT)
                                                + ", but not by enough over other shapes.",
                                why.source(),
                                List.of())),
                        reasonsFor.stream().limit(6).toList(),
                        missing());
            }
            return new Verdict<>(best, support, reasonsFor, reasonsAgainst, missing());
        }

        private List<MissingEvidence> missing() {
            List<MissingEvidence> missing = new ArrayList<>();
            if (recruiting.isEmpty() || exploiting.isEmpty()) {
                missing.add(new MissingEvidence(
                        "Who stands at the ends: recruitment and exploitation.",
                        "Calls before departure and at the destination; statements."));
            }
            ShapeMeasures m = measures();
            if (m.repeatedShare() == 0 && m.singleShare() == 0) {
                missing.add(new MissingEvidence(
                        "Whether dealings were single or repeated.",
                        "Dates of calls, transfers and hand-overs between the same parties."));
            }
            if (m.density() < 0.3) {
                missing.add(new MissingEvidence(
                        "Whether parties that seem apart deal with each other.",
                        "Operators' records of all parties' numbers for the same months; common contacts."));
            }
            return missing;
        }
    }
}
