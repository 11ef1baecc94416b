package org.manumit.graph.analysis.criticality;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.centrality.Betweenness;
import org.manumit.graph.analysis.network.ActorTies;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;

/**
 * Finds whose loss would hurt a network: importance times one minus redundancy (Williams, ch. 10, in Friesendorf 2009;
 * 003, l. 16491-16559), in the five ways the author names. Victims are neither ranked nor counted as ties between others.
 * Stateless; safe for use from several threads.
 */
public final class CriticalityFinder {

    /** What is less important than this is not listed. */
    private static final double LISTED = 0.25;

    /** Finds critical people and firms, the most critical first. */
    public List<CriticalElement> find(NetworkFacts facts) {
        return new Run(facts).find();
    }

    private static final class Run {
        private final NetworkFacts facts;
        private final CaseReading reading;
        private final ActorTies ties;
        private final List<EntityId> nodes;
        private final List<CriticalElement> found = new ArrayList<>();

        Run(NetworkFacts facts) {
            this.facts = facts;
            reading = facts.reading();
            ties = ActorTies.of(facts);
            nodes = ties.actors();
        }

        List<CriticalElement> find() {
            leaders();
            if (nodes.size() >= 3) {
                direct();
                indirect();
                spanners();
            }
            tasks();
            found.sort(comparingDouble(CriticalElement::criticality)
                    .reversed()
                    .thenComparing(comparingDouble(CriticalElement::importance).reversed())
                    .thenComparing(CriticalElement::target)
                    .thenComparing(CriticalElement::kind));
            return List.copyOf(found);
        }

        private void add(
                EntityId target,
                CriticalElement.Kind kind,
                double importance,
                double redundancy,
                List<EntityId> substitutes,
                String text,
                String lines,
                Collection<ClaimId> evidence) {
            if (importance < LISTED) {
                return;
            }
            double i = Math.min(1, importance);
            double r = Math.clamp(redundancy, 0, 1);
            String could = substitutes.isEmpty()
                    ? " Nobody else in the file could step in."
                    : " " + names(substitutes) + " could step in.";
            found.add(new CriticalElement(
                    target,
                    reading.label(target),
                    kind,
                    i,
                    r,
                    substitutes.stream().limit(5).toList(),
                    List.of(new Reason(
                            CriticalityCriterion.valueOf(kind.name()).key(),
                            i * (1 - r),
                            text + could,
                            "Williams, ch. 10, in Friesendorf 2009 (003, l. " + lines + ")",
                            evidence.stream().distinct().limit(40).toList()))));
        }

        private String names(Collection<EntityId> ids) {
            List<String> all = ids.stream().limit(3).map(reading::label).toList();
            return String.join(", ", all) + (ids.size() > 3 ? " and " + (ids.size() - 3) + " more" : "");
        }

        private void leaders() {
            Map<EntityId, Double> leading = new TreeMap<>();
            Map<EntityId, Set<EntityId>> led = new TreeMap<>();
            Map<EntityId, List<ClaimId>> why = new TreeMap<>();
            for (Flow flow : facts.flows()) {
                boolean orders = flow.kind() == Flow.Kind.TASK || flow.kind() == Flow.Kind.WAGE;
                if (orders && !reading.isOverruled(flow.from(), Role.COORDINATOR)) {
                    led.computeIfAbsent(flow.from(), k -> new TreeSet<>()).add(flow.to());
                    why.computeIfAbsent(flow.from(), k -> new ArrayList<>()).addAll(flow.evidence());
                } else if (flow.kind() == Flow.Kind.SHARE) {
                    led.computeIfAbsent(flow.to(), k -> new TreeSet<>()).add(flow.from());
                    why.computeIfAbsent(flow.to(), k -> new ArrayList<>()).addAll(flow.evidence());
                }
            }
            led.forEach((who, whom) -> leading.merge(
                    who, 0.3 + 0.7 * Math.min(1, whom.size() / Math.max(2.0, (nodes.size() - 1) * 0.5)), Math::max));
            for (Membership m : reading.memberships()) {
                if (m.as().equals("leader") && nodes.contains(m.who()) && nodes.contains(m.organisation())) {
                    leading.merge(m.who(), 0.8 * m.firmness(), Math::max);
                    led.computeIfAbsent(m.who(), k -> new TreeSet<>()).add(m.organisation());
                    why.computeIfAbsent(m.who(), k -> new ArrayList<>()).add(m.claim());
                }
            }
            for (Role role : List.of(Role.COORDINATOR, Role.SPONSOR)) {
                for (Holder holder : facts.holders(role)) {
                    leading.merge(
                            holder.actor(), (role == Role.COORDINATOR ? 0.9 : 0.6) * holder.firmness(), Math::max);
                    why.computeIfAbsent(holder.actor(), k -> new ArrayList<>()).addAll(holder.evidence());
                }
            }
            leading.forEach((who, importance) -> {
                Party party = facts.partyOf(who).orElseThrow();
                Set<EntityId> mine = led.getOrDefault(who, Set.of());
                List<EntityId> substitutes = leading.keySet().stream()
                        .filter(other -> !other.equals(who)
                                && (party.members().contains(other)
                                        || led.getOrDefault(other, Set.of()).stream()
                                                .anyMatch(mine::contains)))
                        .filter(other -> isPerson(other) == isPerson(who))
                        .sorted(comparingDouble((EntityId other) -> -leading.getOrDefault(other, 0.0)))
                        .toList();
                double redundancy = substitutes.isEmpty()
                        ? 0
                        : Math.min(0.8, 0.6 * leading.getOrDefault(substitutes.getFirst(), 0.0) / importance);
                add(
                        who,
                        CriticalElement.Kind.LEADERSHIP,
                        importance,
                        redundancy,
                        substitutes,
                        reading.label(who) + " leads, coordinates or backs"
                                + (mine.isEmpty() ? " the others." : " " + names(mine) + "."),
                        "16501-16510",
                        why.getOrDefault(who, List.of()));
            });
        }

        private boolean isPerson(EntityId id) {
            return reading.profile(id).filter(Profile::person).isPresent();
        }

        private void direct() {
            for (int v = 0; v < nodes.size(); v++) {
                Set<Integer> around = ties.neighbours(v);
                if (around.size() < 2) {
                    continue;
                }
                int at = v;
                List<EntityId> substitutes = new ArrayList<>();
                Map<EntityId, Double> overlap = new HashMap<>();
                for (int s = 0; s < nodes.size(); s++) {
                    if (s != v) {
                        int other = s;
                        double shared = around.stream()
                                .filter(n -> n != other && ties.tied(other, n))
                                .count();
                        double of = around.size() - (around.contains(s) ? 1 : 0);
                        if (of > 0 && shared / of >= 0.3) {
                            overlap.put(nodes.get(s), shared / of);
                            substitutes.add(nodes.get(s));
                        }
                    }
                }
                substitutes.sort(comparingDouble((EntityId id) -> -overlap.getOrDefault(id, 0.0))
                        .thenComparing(id -> id));
                double redundancy = substitutes.isEmpty() ? 0 : overlap.getOrDefault(substitutes.getFirst(), 0.0);
                add(
                        nodes.get(at),
                        CriticalElement.Kind.DIRECT,
                        (double) around.size() / (nodes.size() - 1),
                        redundancy * 0.9,
                        substitutes,
                        reading.label(nodes.get(at)) + " deals with " + around.size() + " of " + (nodes.size() - 1)
                                + " others.",
                        "16511-16519",
                        ties.evidence(at));
            }
        }

        private void indirect() {
            Betweenness betweenness = Betweenness.exact(ties.graph());
            double most = (nodes.size() - 1) * (nodes.size() - 2) / 2.0;
            long connected = reachablePairs(-1);
            for (int v = 0; v < nodes.size(); v++) {
                double between = betweenness.score(v);
                if (between <= 0) {
                    continue;
                }
                long ownPairs = reach(v, -1) - 1L;
                double parted = connected - ownPairs - reachablePairs(v);
                double redundancy = 1 - Math.min(1, parted / between);
                int at = v;
                List<EntityId> substitutes = redundancy <= 0
                        ? List.of()
                        : IntStream.range(0, nodes.size())
                                .filter(s -> s != at && betweenness.score(s) > 0)
                                .filter(s -> ties.neighbours(s).stream()
                                                .filter(n -> ties.tied(at, n))
                                                .count()
                                        >= 2)
                                .boxed()
                                .sorted(comparingDouble((Integer s) -> -betweenness.score(s)))
                                .map(nodes::get)
                                .toList();
                // relative to the best placed as well: in a large network nobody is between all
                double importance = Math.sqrt(between / most);
                add(
                        nodes.get(v),
                        CriticalElement.Kind.INDIRECT,
                        importance,
                        redundancy,
                        substitutes,
                        reading.label(nodes.get(v)) + " stands between others (betweenness "
                                + String.format(Locale.ROOT, "%.1f", between) + " of at most "
                                + String.format(Locale.ROOT, "%.0f", most) + "); without them " + Math.round(parted)
                                + " pairs lose touch.",
                        "16520-16529",
                        ties.evidence(v));
            }
        }

        private long reachablePairs(int without) {
            boolean[] seen = new boolean[nodes.size()];
            long pairs = 0;
            for (int v = 0; v < nodes.size(); v++) {
                if (v != without && !seen[v]) {
                    long size = flood(v, without, seen);
                    pairs += size * (size - 1) / 2;
                }
            }
            return pairs;
        }

        private long reach(int from, int without) {
            return flood(from, without, new boolean[nodes.size()]);
        }

        private long flood(int from, int without, boolean[] seen) {
            Deque<Integer> open = new ArrayDeque<>(List.of(from));
            seen[from] = true;
            long size = 0;
            while (!open.isEmpty()) {
                size++;
                for (int next : ties.neighbours(open.remove())) {
                    if (next != without && !seen[next]) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
            return size;
        }

        private void spanners() {
            // who ties their own party to others, and whether anybody else does too
            Map<Party, Map<Party, Set<Integer>>> bridges = new HashMap<>();
            for (int v = 0; v < nodes.size(); v++) {
                Party own = facts.partyOf(nodes.get(v)).orElseThrow();
                for (int w : ties.neighbours(v)) {
                    Party other = facts.partyOf(nodes.get(w)).orElseThrow();
                    if (!own.equals(other)) {
                        bridges.computeIfAbsent(own, k -> new HashMap<>())
                                .computeIfAbsent(other, k -> new TreeSet<>())
                                .add(v);
                    }
                }
            }
            for (int v = 0; v < nodes.size(); v++) {
                EntityId who = nodes.get(v);
                Party own = facts.partyOf(who).orElseThrow();
                Profile profile = reading.profile(who).orElseThrow();
                Set<Party> others = new LinkedHashSet<>();
                int alone = 0;
                boolean borders = false;
                boolean worlds = false;
                Set<EntityId> substitutes = new LinkedHashSet<>();
                for (int w : ties.neighbours(v)) {
                    EntityId partner = nodes.get(w);
                    Party other = facts.partyOf(partner).orElseThrow();
                    Profile there = reading.profile(partner).orElseThrow();
                    borders |= !profile.countries().isEmpty()
                            && !there.countries().isEmpty()
                            && profile.countries().stream().noneMatch(there.countries()::contains);
                    worlds |= profile.isLegalWorld() != there.isLegalWorld();
                    if (!other.equals(own) && others.add(other)) {
                        Set<Integer> same = bridges.getOrDefault(own, Map.of()).getOrDefault(other, Set.of());
                        if (same.size() <= 1) {
                            alone++;
                        } else {
                            int at = v;
                            same.stream().filter(s -> s != at).forEach(s -> substitutes.add(nodes.get(s)));
                        }
                    }
                }
                if (others.isEmpty()) {
                    continue;
                }
                // two parties that would meet through others anyway need no spanner
                Set<Party> apart = new LinkedHashSet<>();
                for (Party a : others) {
                    boolean meets = others.stream()
                            .anyMatch(b -> !b.equals(a)
                                    && bridges.getOrDefault(a, Map.of()).containsKey(b));
                    if (!meets) {
                        apart.add(a);
                    }
                }
                int allParties = Math.max(1, facts.parties().size() - 1);
                double importance = 0.5 * Math.min(1, others.size() / (double) Math.min(3, allParties))
                        + (borders ? 0.25 : 0)
                        + (worlds ? 0.25 : 0);
                double redundancy = 1 - 0.5 * alone / others.size() - 0.5 * apart.size() / others.size();
                List<String> what = new ArrayList<>();
                what.add(others.size() == 1 ? "another party" : others.size() + " other parties");
                if (borders) {
                    what.add("another country");
                }
                if (worlds) {
                    what.add("the legal world");
                }
                add(
                        who,
                        CriticalElement.Kind.SPANNER,
                        importance,
                        redundancy,
                        List.copyOf(substitutes),
                        reading.label(who) + " spans the gap to " + String.join(", ", what) + ".",
                        "16530-16545",
                        ties.evidence(v));
            }
        }

        private void tasks() {
            for (Role role : Role.values()) {
                double needed = role.isRequired()
                        ? 1
                        : switch (role) {
                            case DOCUMENT_FORGER, MONEY_HANDLER -> 0.6;
                            case HARBOURER, PROTECTOR, COORDINATOR, BROKER, SPONSOR -> 0.5;
                            case ESCORT, DEBT_COLLECTOR, ENFORCER, FACILITATOR, CONTROLLER -> 0.35;
                            default -> 0;
                        };
                if (needed == 0) {
                    continue;
                }
                List<Holder> holders = facts.holders(role);
                double all = holders.stream().mapToDouble(this::capacity).sum();
                for (Holder holder : holders) {
                    List<EntityId> substitutes = holders.stream()
                            .filter(h -> !h.actor().equals(holder.actor()))
                            .sorted(comparingDouble(Holder::firmness).reversed())
                            .map(Holder::actor)
                            .toList();
                    double mine = capacity(holder);
                    add(
                            holder.actor(),
                            CriticalElement.Kind.TASK,
                            needed * holder.firmness(),
                            // a row that stands for several is several
                            all <= 0 ? 0 : 1 - Math.min(1, mine / all) / Math.max(1, heads(holder)),
                            substitutes,
                            reading.label(holder.actor()) + " is one of " + Math.max(1, holders.size())
                                    + " who serve as "
                                    + role.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".",
                            "16546-16559",
                            holder.evidence());
                }
            }
        }

        private double heads(Holder holder) {
            return reading.profile(holder.actor()).map(Profile::count).orElse(1.0);
        }

        private double capacity(Holder holder) {
            return holder.firmness() * heads(holder);
        }
    }
}
