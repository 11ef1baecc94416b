package org.manumit.graph.analysis.shape;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
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
import org.manumit.graph.EntityId;
import org.manumit.graph.PartialDate;
import org.manumit.graph.analysis.network.ActorTies;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.network.Unions;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.VertexCut;

/**
 * The parties of a network and who of them deals with whom: what the shape is measured on. A network of one party is
 * measured on that party's members. Used by one thread.
 */
final class PartyGraph {

    /** Something that flows from one party to another. */
    record Dealing(Flow flow, int from, int to) {}

    /** More are as good as this many. */
    private static final int MOST_ROUTES = 50;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final List<Set<EntityId>> nodes = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Double> heads = new ArrayList<>();
    private final Map<EntityId, Integer> nodeOf = new HashMap<>();
    private final Map<Integer, Map<Integer, List<ClaimId>>> ties = new TreeMap<>();
    private final Map<ClaimId, Claim> claimsById = new HashMap<>();
    private final Set<Integer> recruiting;
    private final Set<Integer> moving;
    private final Set<Integer> exploiting;
    private final ShapeMeasures measures;

    PartyGraph(NetworkFacts facts) {
        this.facts = facts;
        reading = facts.reading();
        facts.claims().forEach(c -> claimsById.put(c.id(), c));
        List<Set<EntityId>> acting =
                facts.parties().stream().flatMap(p -> standing(p).stream()).toList();
        if (acting.size() >= 3) {
            for (Set<EntityId> members : acting) {
                Party party = facts.partyOf(members.iterator().next()).orElseThrow();
                boolean whole = members.size() == party.members().size();
                Profile first = members.stream()
                        .map(id -> reading.profile(id).orElseThrow())
                        .min(comparing((Profile p) -> p.person()))
                        .orElseThrow();
                node(members, whole ? party.label() : first.label(), whole ? party.groups() : first.count());
            }
        } else {
            for (Profile profile : facts.perpetrators()) {
                if (profile.person()
                        || facts.perpetrators().stream()
                                .noneMatch(p -> reading.organisationsOf(p.id()).contains(profile.id()))) {
                    node(Set.of(profile.id()), profile.label(), profile.count());
                }
            }
            led();
        }
        recruiting = holding(Role.RECRUITER);
        moving = holding(Role.TRANSPORTER);
        exploiting = holding(Role.EXPLOITER);
        fold(ActorTies.of(facts));
        measures = measure();
    }

    /** How many parties there are; they are numbered from 0. */
    int size() {
        return nodes.size();
    }

    /** The number of the party somebody belongs to. */
    Optional<Integer> node(EntityId id) {
        return Optional.ofNullable(nodeOf.get(id));
    }

    String label(int node) {
        return labels.get(node);
    }

    /** How many people or groups a party counts for. */
    double heads(int node) {
        return heads.get(node);
    }

    double heads(Collection<Integer> all) {
        return all.stream().mapToDouble(heads::get).sum();
    }

    Set<Integer> recruiting() {
        return recruiting;
    }

    Set<Integer> moving() {
        return moving;
    }

    Set<Integer> exploiting() {
        return exploiting;
    }

    ShapeMeasures measures() {
        return measures;
    }

    /** The parties that a party deals with. */
    Set<Integer> neighbours(int node) {
        return ties.getOrDefault(node, Map.of()).keySet();
    }

    /** What flows between different parties. */
    List<Dealing> dealings() {
        List<Dealing> dealings = new ArrayList<>();
        for (Flow flow : facts.flows()) {
            Integer from = nodeOf.get(flow.from());
            Integer to = nodeOf.get(flow.to());
            if (from != null && to != null && !from.equals(to)) {
                dealings.add(new Dealing(flow, from, to));
            }
        }
        return dealings;
    }

    /** The parties that hold a role. */
    Set<Integer> holding(Role role) {
        Set<Integer> nodesOfRole = new TreeSet<>();
        for (Holder holder : facts.holders(role)) {
            node(holder.actor()).ifPresent(nodesOfRole::add);
        }
        return nodesOfRole;
    }

    /**
     * A group or family stands as one; people who were only named in one row stand each for themselves, and so do the groups
     * of a larger one: a core and its cells are not one party to each other (003, l. 2010-2014, 16143-16157).
     */
    private List<Set<EntityId>> standing(Party party) {
        List<Set<EntityId>> cells = cells(party);
        if (cells.size() > 1) {
            return cells;
        }
        boolean people = party.members().stream()
                .allMatch(id -> reading.profile(id).map(Profile::person).orElse(false));
        if (!people || party.members().size() == 1) {
            return List.of(new TreeSet<>(party.members()));
        }
        Unions<EntityId> kin = new Unions<>(party.members());
        Set<EntityId> known = Set.copyOf(party.members());
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.KIN && known.contains(flow.from()) && known.contains(flow.to())) {
                kin.join(flow.from(), flow.to());
            }
        }
        return kin.sets().stream().<Set<EntityId>>map(TreeSet::new).toList();
    }

    /** The criminal groups of a party, each with those who belong to it; the rest stands with the group that holds them. */
    private List<Set<EntityId>> cells(Party party) {
        Set<EntityId> groups = new TreeSet<>();
        for (EntityId id : party.members()) {
            reading.profile(id).filter(p -> !p.person() && p.isCriminalGroup()).ifPresent(p -> groups.add(id));
        }
        if (groups.size() < 2) {
            return List.of();
        }
        Map<EntityId, Integer> holding = new TreeMap<>();
        Map<EntityId, EntityId> groupOf = new TreeMap<>();
        for (Membership m : reading.memberships()) {
            if (groups.contains(m.organisation()) && party.members().contains(m.who())) {
                if (groups.contains(m.who())) {
                    holding.merge(m.organisation(), 1, Integer::sum);
                } else {
                    groupOf.merge(m.who(), m.organisation(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        EntityId core = groups.stream()
                .max(comparingInt((EntityId id) -> holding.getOrDefault(id, 0)).thenComparing(EntityId::compareTo))
                .orElseThrow();
        Map<EntityId, Set<EntityId>> cells = new TreeMap<>();
        groups.forEach(id -> cells.computeIfAbsent(id, k -> new TreeSet<>()).add(id));
        for (EntityId id : party.members()) {
            cells.computeIfAbsent(groups.contains(id) ? id : groupOf.getOrDefault(id, core), k -> new TreeSet<>())
                    .add(id);
        }
        return List.copyOf(cells.values());
    }

    /** Who leads a group stands for it: what it orders, pays and does runs through them. */
    private void led() {
        Set<EntityId> groups = new TreeSet<>();
        facts.perpetrators().stream()
                .filter(p -> !p.person() && !nodeOf.containsKey(p.id()))
                .forEach(p -> groups.add(p.id()));
        for (Membership m : reading.memberships()) {
            Integer leader = nodeOf.get(m.who());
            if (leader != null
                    && groups.contains(m.organisation())
                    && List.of("leader", "owner", "director").contains(m.as())) {
                nodeOf.putIfAbsent(m.organisation(), leader);
            }
        }
    }

    private void node(Set<EntityId> members, String label, double count) {
        members.forEach(id -> nodeOf.put(id, nodes.size()));
        nodes.add(members);
        labels.add(label);
        heads.add(count);
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

    /** Folds the ties of people into those of their parties. */
    private void fold(ActorTies between) {
        for (int v = 0; v < between.size(); v++) {
            for (int w : between.neighbours(v)) {
                if (v < w) {
                    tie(between.actor(v), between.actor(w), between.evidence(v, w));
                }
            }
        }
    }

    /** How many others a party deals with. */
    int degree(int node) {
        return ties.getOrDefault(node, Map.of()).size();
    }

    private ShapeMeasures measure() {
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
        for (Dealing dealing : dealings()) {
            if (dealing.flow().kind() != Flow.Kind.KIN) {
                pairs.computeIfAbsent(Set.of(dealing.from(), dealing.to()), k -> new ArrayList<>())
                        .add(dealing.flow());
            }
        }
        for (List<Flow> flows : pairs.values()) {
            long dates = flows.stream()
                    .flatMap(f -> f.when().from().stream())
                    .distinct()
                    .count();
            boolean again = flows.stream().anyMatch(Flow::repeated)
                    || dates > 1
                    || flows.stream().anyMatch(Flow::isLasting);
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
                routes(Set.of()),
                known == 0 ? 0 : (double) repeated / known,
                known == 0 ? 0 : (double) single / known);
    }

    /** Whether the file says that it happened once, or dates it to a day. */
    private boolean once(Flow flow) {
        return flow.evidence().stream()
                        .flatMap(this::claim)
                        .anyMatch(c -> c.value("every").strip().equalsIgnoreCase("once")
                                || c.value("times").strip().equals("1"))
                || (flow.when().from().isPresent()
                        && flow.when().from().get().precision().compareTo(PartialDate.Precision.DAY) >= 0
                        && flow.when().from().equals(flow.when().to()));
    }

    private Stream<Claim> claim(ClaimId id) {
        return Stream.ofNullable(claimsById.get(id));
    }

    /**
     * How many ways that share nobody lead from recruiting to exploiting parties; a large party gives several.
     *
     * @param without parties through which no way may lead
     */
    int routes(Set<Integer> without) {
        long[] capacities = new long[size()];
        Arrays.setAll(capacities, v -> (long) Math.clamp(heads(v), 1, 99));
        BitSet from = bits(recruiting);
        BitSet to = bits(exploiting);
        from.andNot(bits(without));
        to.andNot(bits(without));
        if (from.isEmpty() || to.isEmpty()) {
            return 0;
        }
        List<int[]> pairs = new ArrayList<>();
        ties.forEach((a, others) -> others.keySet().stream()
                .filter(b -> a < b && !without.contains(a) && !without.contains(b))
                .forEach(b -> pairs.add(new int[] {a, b})));
        CompactGraph graph = CompactGraph.of(
                size(),
                pairs.stream().mapToInt(p -> p[0]).toArray(),
                pairs.stream().mapToInt(p -> p[1]).toArray());
        long flow = VertexCut.between(graph, from, to, capacities).flow();
        return (int) Math.min(MOST_ROUTES, flow);
    }

    private static BitSet bits(Set<Integer> numbers) {
        BitSet set = new BitSet();
        numbers.forEach(set::set);
        return set;
    }

    /** Up to three by name, and how many more. */
    String names(Collection<Integer> ids) {
        List<String> all = ids.stream().distinct().map(labels::get).toList();
        if (all.size() <= 3) {
            return String.join(all.size() == 2 ? " and " : ", ", all);
        }
        return String.join(", ", all.subList(0, 3)) + " and " + (all.size() - 3) + " more";
    }

    /** The party that deals with most others. */
    int top() {
        int top = 0;
        for (int i = 1; i < nodes.size(); i++) {
            if (degree(i) > degree(top)) {
                top = i;
            }
        }
        return top;
    }

    /** What the ties of a party rest on. */
    List<ClaimId> evidenceOf(int node) {
        return ties.getOrDefault(node, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What all ties rest on. */
    List<ClaimId> allEvidence() {
        return ties.values().stream()
                .flatMap(m -> m.values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
