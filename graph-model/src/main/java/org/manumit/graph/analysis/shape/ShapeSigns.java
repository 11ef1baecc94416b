package org.manumit.graph.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.shape.PartyGraph.Dealing;

/** Reads the signs of each shape off the parties of a network and their ties. */
final class ShapeSigns {

    /** A chain has a very low density (003, l. 16079-16102): where so many ties close rings, the ends are not apart. */
    private static final double CHAIN_RINGS = 0.55;

    /** How far ties that are not in the file count where nobody is said to have passed anybody on. */
    private static final double UNSAID = 0.4;

    private final NetworkFacts facts;
    private final PartyGraph graph;
    private final Contest<NetworkShape, ShapeCriterion> contest;

    /** Parties through whose hands deals go; a mesh deals directly (003, l. 16104-16141), so what they offer is no mesh. */
    private final Set<Integer> brokers = new TreeSet<>();

    /** Whether anybody is said to have handed people to another: ties that are not in the file look like a chain's too. */
    private boolean passedOn;

    /** Whether recruitment and exploitation are tied through one or two others only. */
    private boolean joinedByFew;

    ShapeSigns(NetworkFacts facts, PartyGraph graph, Contest<NetworkShape, ShapeCriterion> contest) {
        this.facts = facts;
        this.graph = graph;
        this.contest = contest;
    }

    void read() {
        core();
        brokers();
        passing();
        endsApart();
        routes();
        alternatives();
        centre();
        repetition();
        reach();
    }

    private void core() {
        Map<Integer, Map<Integer, List<ClaimId>>> orders = new TreeMap<>();
        Map<Integer, Map<Integer, List<ClaimId>>> shares = new TreeMap<>();
        for (Dealing dealing : graph.dealings()) {
            switch (dealing.flow().kind()) {
                case TASK, WAGE -> {
                    if (!facts.reading().isOverruled(dealing.flow().from(), Role.COORDINATOR)) {
                        orders.computeIfAbsent(dealing.from(), k -> new TreeMap<>())
                                .computeIfAbsent(dealing.to(), k -> new ArrayList<>())
                                .addAll(dealing.flow().evidence());
                    }
                }
                case SHARE, PROCEEDS -> {
                    // who only keeps the money for others is no core
                    if (dealing.flow().kind() == Flow.Kind.PROCEEDS
                            && keepsMoneyOnly(dealing.flow().to())) {
                        continue;
                    }
                    shares.computeIfAbsent(dealing.to(), k -> new TreeMap<>())
                            .computeIfAbsent(dealing.from(), k -> new ArrayList<>())
                            .addAll(dealing.flow().evidence());
                }
                default -> {}
            }
        }
        strongest(orders, ShapeCriterion.CORE_DIRECTS, " gives orders to ");
        strongest(shares, ShapeCriterion.CORE_TAKES_SHARES, " takes a part of what others earn: ");
        List<Holder> coordinators = Stream.concat(
                        facts.holders(Role.COORDINATOR).stream(),
                        // who is a sponsor for taking shares only has been counted for that
                        facts.holders(Role.SPONSOR).stream().filter(h -> isStated(h, Role.SPONSOR)))
                .filter(h -> h.firmness() >= 0.6 && graph.node(h.actor()).isPresent())
                .toList();
        for (Holder holder : coordinators) {
            int node = graph.node(holder.actor()).orElseThrow();
            if (graph.degree(node) >= 2) {
                contest.add(
                        ShapeCriterion.CORE_COORDINATES,
                        Math.min(1, graph.degree(node) / 3.0)
                                / Math.max(
                                        1,
                                        coordinators.stream()
                                                        .map(Holder::party)
                                                        .distinct()
                                                        .count()
                                                - 1.0),
                        graph.label(node) + " coordinates or sponsors and is tied to " + graph.degree(node)
                                + " others.",
                        holder.evidence());
                break;
            }
        }
    }

    private boolean keepsMoneyOnly(EntityId id) {
        Set<Role> own = EnumSet.noneOf(Role.class);
        facts.roles().stream()
                .filter(r -> r.entity().equals(id) && r.basis() == RoleFinding.Basis.STATED)
                .forEach(r -> own.add(r.role()));
        return own.contains(Role.MONEY_HANDLER)
                && own.stream().noneMatch(r -> r == Role.COORDINATOR || r == Role.SPONSOR || r == Role.EXPLOITER);
    }

    private boolean isStated(Holder holder, Role role) {
        return facts.roles().stream()
                .anyMatch(r ->
                        r.entity().equals(holder.actor()) && r.role() == role && r.basis() == RoleFinding.Basis.STATED);
    }

    private void strongest(Map<Integer, Map<Integer, List<ClaimId>>> towards, ShapeCriterion criterion, String verb) {
        int best = -1;
        double most = 0;
        for (Map.Entry<Integer, Map<Integer, List<ClaimId>>> e : towards.entrySet()) {
            double under = graph.heads(e.getValue().keySet());
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
            contest.add(
                    criterion,
                    (most >= 3 ? 1 : most >= 2 ? 0.8 : 0.35) * (rivals > 2 ? 0.6 : 1),
                    graph.label(best) + verb + graph.names(under.keySet()) + ".",
                    under.values().stream().flatMap(List::stream).toList());
        }
    }

    private void brokers() {
        Map<Integer, Set<Integer>> customers = new TreeMap<>();
        List<ClaimId> claims = new ArrayList<>();
        boolean again = false;
        for (Dealing dealing : graph.dealings()) {
            if (dealing.flow().kind() == Flow.Kind.SALE
                    && !facts.reading().isOverruled(dealing.flow().from(), Role.BROKER)) {
                customers.computeIfAbsent(dealing.from(), k -> new TreeSet<>()).add(dealing.to());
                claims.addAll(dealing.flow().evidence());
                again |= dealing.flow().repeated();
            }
        }
        Set<Integer> stated = new TreeSet<>();
        for (Holder holder : facts.holders(Role.BROKER)) {
            Optional<Integer> node = graph.node(holder.actor());
            // who buys and resells once is a link of a chain: a broker has several others to bring together
            if (node.isPresent()
                    && holder.firmness() >= 0.5
                    && (isStated(holder, Role.BROKER) || dealsWith(holder.actor()) >= 3)) {
                stated.add(node.get());
                claims.addAll(holder.evidence());
            }
        }
        brokers.addAll(stated);
        customers.forEach((node, to) -> {
            if (graph.heads(to) >= 2) {
                brokers.add(node);
            }
        });
        if (brokers.isEmpty()) {
            return;
        }
        double served = brokers.stream()
                .mapToDouble(b -> Math.max(graph.heads(customers.getOrDefault(b, Set.of())), graph.degree(b)))
                .max()
                .orElse(0);
        contest.add(
                ShapeCriterion.BROKERED_DEALS,
                (served >= 3 ? 1 : served >= 2 ? 0.85 : 0.5) * (stated.isEmpty() && !again ? 0.6 : 1) * lasting(),
                graph.names(brokers) + (brokers.size() == 1 ? " deals" : " deal") + " in people with several others.",
                claims);
        double all = graph.heads(brokers);
        if (all >= 2) {
            contest.add(
                    ShapeCriterion.BROKERS_REPLACE_EACH_OTHER,
                    lasting(),
                    "There is more than one broker: " + graph.names(brokers) + ".",
                    claims);
        }
    }

    private long dealsWith(EntityId id) {
        return facts.flows().stream()
                .filter(f -> f.isTie() && (f.from().equals(id) || f.to().equals(id)))
                .map(f -> f.from().equals(id) ? f.to() : f.from())
                .distinct()
                .count();
    }

    /** How little the dealings are single deals: brokers and meshes last (003, l. 16069-16077, 16104-16141). */
    private double lasting() {
        double single = graph.measures().singleShare();
        return single < 0.6 ? 1 : 1 - 0.7 * single;
    }

    private void passing() {
        // hand to hand: ways of people from recruiting to exploiting parties through others
        Map<Integer, Set<Integer>> handed = new TreeMap<>();
        List<ClaimId> claims = new ArrayList<>();
        for (Dealing dealing : graph.dealings()) {
            Flow flow = dealing.flow();
            if (flow.kind() == Flow.Kind.HANDOVER || flow.kind() == Flow.Kind.SALE) {
                handed.computeIfAbsent(dealing.from(), k -> new LinkedHashSet<>())
                        .add(dealing.to());
                claims.addAll(flow.evidence());
            }
        }
        int longest = 0;
        for (Integer start : handed.keySet()) {
            longest = Math.max(longest, depth(handed, start, new HashSet<>()));
        }
        passedOn = longest >= 1;
        boolean slotsApart = !graph.recruiting().isEmpty()
                && !graph.exploiting().isEmpty()
                && !graph.moving().isEmpty()
                && graph.moving().stream()
                        .anyMatch(v -> !graph.recruiting().contains(v)
                                && !graph.exploiting().contains(v))
                && graph.recruiting().stream().noneMatch(graph.exploiting()::contains);
        if (longest >= 2 || slotsApart) {
            contest.add(
                    ShapeCriterion.HAND_TO_HAND,
                    longest >= 2 && slotsApart ? 1 : longest >= 3 ? 1 : longest == 2 ? 0.8 : passedOn ? 0.5 : 0.3,
                    longest >= 2
                            ? "People passed through " + (longest + 1) + " hands."
                            : "Others recruit, others move and others exploit.",
                    claims.isEmpty() ? graph.allEvidence() : claims);
        }
    }

    /** Crews that all pay or obey one core are its branches, and no ways of a mesh beside each other (003, l. 16143-16171). */
    private double underNoCore() {
        return 1
                - 0.6
                        * Math.max(
                                contest.strength(ShapeCriterion.CORE_TAKES_SHARES),
                                contest.strength(ShapeCriterion.CORE_DIRECTS));
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

    private void endsApart() {
        if (!graph.recruiting().isEmpty()
                && !graph.exploiting().isEmpty()
                && graph.recruiting().stream().noneMatch(graph.exploiting()::contains)) {
            boolean direct = graph.recruiting().stream()
                    .anyMatch(r -> graph.neighbours(r).stream().anyMatch(graph.exploiting()::contains));
            Set<Integer> bridges = new TreeSet<>();
            for (int v = 0; v < graph.size(); v++) {
                if (!graph.recruiting().contains(v) && !graph.exploiting().contains(v) && graph.degree(v) >= 2) {
                    bridges.add(v);
                }
            }
            if (!direct
                    && !bridges.isEmpty()
                    && bridges.size() <= 3
                    && graph.measures().routes() >= 1) {
                joinedByFew = bridges.size() <= 2 && rings() < CHAIN_RINGS;
                contest.add(
                        ShapeCriterion.ENDS_UNKNOWN_TO_EACH_OTHER,
                        (bridges.size() <= 2 ? 1 : 0.6)
                                * (passedOn ? 1 : UNSAID)
                                * (rings() < CHAIN_RINGS ? 1 : 1 - Math.min(1, rings())),
                        graph.names(graph.recruiting()) + " and " + graph.names(graph.exploiting())
                                + " are tied only through " + graph.names(bridges) + ".",
                        bridges.stream()
                                .flatMap(b -> graph.evidenceOf(b).stream())
                                .toList());
            }
        }
    }

    private void routes() {
        if (graph.size() < 3) {
            return; // two groups have one tie: how many stand behind each makes no more ways
        }
        if (graph.measures().routes() == 1) {
            contest.add(
                    ShapeCriterion.SINGLE_ROUTE,
                    passedOn ? 1 : UNSAID,
                    "Only one way leads from recruitment to exploitation.",
                    List.of());
            return;
        }
        if (joinedByFew) {
            return; // as many ways as bridges: a chain has one or two (003, l. 16084-16099)
        }
        // who recruits and exploits alike needs no way, and shows none
        Set<Integer> apart = new TreeSet<>(graph.recruiting());
        apart.retainAll(graph.exploiting());
        apart.addAll(brokers);
        int direct = apart.isEmpty() ? graph.measures().routes() : graph.routes(apart);
        if (direct >= 2) {
            contest.add(
                    ShapeCriterion.SEVERAL_ROUTES,
                    (direct >= 3 ? 1 : 0.7) * lasting() * underNoCore(),
                    direct + " ways that share nobody lead from recruitment to exploitation.",
                    List.of());
        }
    }

    private void alternatives() {
        if (graph.size() < 3) {
            return;
        }
        int stages = 0;
        List<String> which = new ArrayList<>();
        Map<Role, String> phases = new LinkedHashMap<>();
        phases.put(Role.RECRUITER, "recruitment");
        phases.put(Role.TRANSPORTER, "movement");
        phases.put(Role.EXPLOITER, "exploitation");
        phases.put(Role.DOCUMENT_FORGER, "papers");
        phases.put(Role.HARBOURER, "lodging");
        for (Map.Entry<Role, String> e : phases.entrySet()) {
            Set<Integer> holders = new TreeSet<>(graph.holding(e.getKey()));
            holders.removeAll(brokers);
            if (graph.heads(holders) >= 2) {
                stages++;
                which.add(e.getValue());
            }
        }
        if (stages >= 2) {
            contest.add(
                    ShapeCriterion.ALTERNATIVES_AT_EACH_STAGE,
                    // that each end has several people is no choice of ways between the ends
                    (stages >= 3 ? 1 : 0.6) * (joinedByFew ? 0.4 : 1) * lasting() * underNoCore(),
                    "Several could do the same in " + String.join(", ", which) + ".",
                    List.of());
        }
    }

    private void centre() {
        ShapeMeasures measures = graph.measures();
        if (measures.centralisation() >= 0.5 && graph.size() >= 4) {
            int top = graph.top();
            contest.add(
                    ShapeCriterion.ONE_DOMINATES,
                    measures.centralisation(),
                    "Most ties run to " + graph.label(top) + " (" + graph.degree(top) + " of " + (graph.size() - 1)
                            + " others; centralisation " + percent(measures.centralisation()) + ").",
                    graph.evidenceOf(top));
        }
        // a row of few has a density too: what is direct is what closes rings
        if (graph.size() >= 4 && measures.density() >= 0.4 && measures.centralisation() < 0.5 && rings() >= 0.15) {
            contest.add(
                    ShapeCriterion.GROUPS_DEAL_DIRECTLY,
                    (measures.density() >= 0.55 ? 1 : 0.7) * lasting(),
                    percent(measures.density()) + " of all pairs of parties deal with each other directly.",
                    graph.allEvidence());
        }
    }

    /** Ties beyond those that just hold the parties together, as a share of all that could be. */
    private double rings() {
        double parties = graph.size();
        double spare = graph.measures().ties() - (parties - 1);
        double most = (parties - 1) * (parties - 2) / 2;
        return most <= 0 ? 0 : Math.max(0, spare / most);
    }

    private void repetition() {
        ShapeMeasures measures = graph.measures();
        if (measures.repeatedShare() >= 0.5) {
            contest.add(
                    ShapeCriterion.LASTING_TIES,
                    measures.repeatedShare(),
                    percent(measures.repeatedShare()) + " of the dealings whose course is known repeat or last.",
                    List.of());
        }
        if (measures.singleShare() >= 0.6) {
            contest.add(
                    ShapeCriterion.SINGLE_DEALS,
                    measures.singleShare(),
                    percent(measures.singleShare()) + " of the dealings whose course is known happened once.",
                    List.of());
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private void reach() {
        List<Profile> officials =
                facts.perpetrators().stream().filter(Profile::isOfficial).toList();
        if (!officials.isEmpty()) {
            contest.add(
                    ShapeCriterion.REACH_INTO_OFFICES,
                    1,
                    String.join(", ", officials.stream().map(Profile::label).toList()) + " holds or hold an office.",
                    officials.stream().flatMap(p -> p.claims().stream()).toList());
        }
        List<ClaimId> trades = facts.claims().stream()
                .filter(c -> c.type() == ClaimType.ORGANISATION
                        && c.holders(Part.SUBJECT).anyMatch(id -> graph.node(id).isPresent())
                        && Arrays.asList(c.value("sector").split("[;,]")).size() >= 2)
                .map(Claim::id)
                .toList();
        if (!trades.isEmpty()) {
            contest.add(ShapeCriterion.WIDE_PORTFOLIO, 1, "A group of the network is in several trades.", trades);
        }
    }
}
