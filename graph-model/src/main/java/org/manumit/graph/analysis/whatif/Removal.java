package org.manumit.graph.analysis.whatif;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.ActorTies;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.RemovalResult.Fragment;
import org.manumit.graph.analysis.whatif.RemovalResult.Slot;
import org.manumit.graph.analysis.whatif.RemovalResult.Standing;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.VertexCut;

/**
 * Asks what a network could still do without some of its people and firms. Networks absorb a loss where somebody else
 * can step in (Williams, ch. 10, in Friesendorf 2009; 003, l. 16491-16559, 16577-16582), so who could is said with every
 * role that falls empty. Victims are never among those removed: they are not what holds a network together.
 *
 * <p>Immutable; safe for use from several threads. Time O(people times ties squared) at worst, for a network of hundreds
 * a moment.
 */
public final class Removal {

    private static final int STAND_INS = 5;

    /** Who shares no more of the removed one's contacts than this is a stranger to the task. */
    private static final double STRANGER = 0.5;

    private static final List<Role> REQUIRED = List.of(Role.RECRUITER, Role.TRANSPORTER, Role.EXPLOITER);

    private final NetworkFacts facts;
    private final ActorTies ties;
    private final long[] costs;

    private Removal(NetworkFacts facts) {
        this.facts = facts;
        ties = ActorTies.of(facts);
        costs = new long[ties.size()];
        Arrays.setAll(costs, v -> cost(profile(ties.actor(v))));
    }

    /** Questions about one network. */
    public static Removal from(NetworkFacts facts) {
        return new Removal(facts);
    }

    private Profile profile(EntityId id) {
        return facts.reading().profile(id).orElseThrow();
    }

    /** Removing somebody takes as many arrests as they stand for people; a victim is never the means. */
    private static long cost(Profile profile) {
        if (profile.victim()) {
            return VertexCut.BOUNDLESS;
        }
        return Math.max(profile.person() ? 1 : 2, Math.round(profile.count()));
    }

    /** Those who can be asked about: everybody who is no victim. */
    public List<EntityId> candidates() {
        return ties.actors().stream().filter(id -> !profile(id).victim()).toList();
    }

    /**
     * What is left without some.
     *
     * @throws IllegalArgumentException when one of them is a victim or not of the network
     */
    public RemovalResult without(Collection<EntityId> removed) {
        Set<EntityId> allowed = new HashSet<>(candidates());
        for (EntityId id : removed) {
            if (!allowed.contains(id)) {
                throw new IllegalArgumentException(
                        "neither a victim nor a stranger to the network can be removed: " + id);
            }
        }
        List<EntityId> gone = removed.stream().distinct().toList();
        BitSet numbers = ties.numbers(gone);
        List<Fragment> fragments = fragments(numbers);
        return new RemovalResult(
                gone,
                standing(new BitSet(), fragments(new BitSet()).size()),
                standing(numbers, fragments.size()),
                slots(numbers),
                fragments);
    }

    /**
     * The fewest people whose removal stops the flow from recruitment to exploitation, by the smallest cut between them;
     * absent when nothing flows in the file, or when no set without a victim would stop it.
     */
    public Optional<List<EntityId>> smallestStop() {
        VertexCut cut = cut(new BitSet());
        return cut.flow() == 0
                ? Optional.empty()
                : cut.nodes()
                        .map(nodes -> Arrays.stream(nodes).mapToObj(ties::actor).toList());
    }

    private VertexCut cut(BitSet removed) {
        return VertexCut.between(
                ties.without(removed), holding(Role.RECRUITER, removed), holding(Role.EXPLOITER, removed), costs);
    }

    private BitSet holding(Role role, BitSet removed) {
        BitSet set =
                ties.numbers(facts.holders(role).stream().map(Holder::actor).toList());
        set.andNot(removed);
        return set;
    }

    private Standing standing(BitSet removed, int pieces) {
        CompactGraph graph = ties.without(removed);
        long[] ones = new long[ties.size()];
        Arrays.fill(ones, 1);
        BitSet recruiters = holding(Role.RECRUITER, removed);
        BitSet exploiters = holding(Role.EXPLOITER, removed);
        BitSet supplied = reachable(graph, recruiters);
        supplied.and(exploiters);
        return new Standing(
                ties.size() - removed.cardinality(),
                VertexCut.between(graph, recruiters, exploiters, ones).flow(),
                supplied.stream().mapToObj(ties::actor).toList(),
                pieces);
    }

    private static BitSet reachable(CompactGraph graph, BitSet from) {
        BitSet seen = (BitSet) from.clone();
        BitSet open = (BitSet) from.clone();
        while (!open.isEmpty()) {
            int v = open.nextSetBit(0);
            open.clear(v);
            for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                int w = graph.target(place);
                if (!seen.get(w)) {
                    seen.set(w);
                    open.set(w);
                }
            }
        }
        return seen;
    }

    private List<Slot> slots(BitSet removed) {
        Map<Role, Slot> slots = new TreeMap<>();
        for (Role role : Role.values()) {
            if (role == Role.VICTIM) {
                continue;
            }
            List<EntityId> held =
                    facts.holders(role).stream().map(Holder::actor).distinct().toList();
            BitSet lost = ties.numbers(held);
            lost.and(removed);
            if (!lost.isEmpty()) {
                List<EntityId> left = held.stream()
                        .filter(id -> ties.number(id).isEmpty()
                                || !removed.get(ties.number(id).getAsInt()))
                        .toList();
                slots.put(role, new Slot(role, left, standIns(lost, removed, left)));
            }
        }
        return List.copyOf(slots.values());
    }

    private List<EntityId> standIns(BitSet lost, BitSet removed, List<EntityId> holding) {
        BitSet around = new BitSet();
        lost.stream().forEach(v -> ties.neighbours(v).forEach(around::set));
        around.andNot(removed);
        record Candidate(EntityId id, double overlap) {}
        List<Candidate> found = new ArrayList<>();
        for (int v = 0; v < ties.size(); v++) {
            EntityId id = ties.actor(v);
            if (removed.get(v) || holding.contains(id) || profile(id).victim() || around.isEmpty()) {
                continue;
            }
            int at = v;
            // whoever dealt with the removed one themselves knows that part of the business too
            double shared =
                    around.stream().filter(w -> w == at || ties.tied(at, w)).count();
            found.add(new Candidate(id, shared / around.cardinality()));
        }
        return found.stream()
                .filter(c -> c.overlap() > STRANGER)
                .sorted(comparingDouble(Candidate::overlap).reversed().thenComparing(Candidate::id))
                .limit(STAND_INS)
                .map(Candidate::id)
                .toList();
    }

    private List<Fragment> fragments(BitSet removed) {
        CompactGraph graph = ties.without(removed);
        BitSet left = new BitSet();
        left.set(0, ties.size());
        left.andNot(removed);
        List<Fragment> fragments = new ArrayList<>();
        while (!left.isEmpty()) {
            BitSet start = new BitSet();
            start.set(left.nextSetBit(0));
            BitSet piece = reachable(graph, start);
            left.andNot(piece);
            Set<String> countries = new TreeSet<>();
            Set<EntityId> actors = new LinkedHashSet<>();
            piece.stream().mapToObj(ties::actor).forEach(id -> {
                actors.add(id);
                countries.addAll(profile(id).countries());
            });
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : REQUIRED) {
                if (facts.holders(role).stream().anyMatch(h -> actors.contains(h.actor()))) {
                    roles.add(role);
                }
            }
            fragments.add(new Fragment(List.copyOf(actors), countries, roles));
        }
        fragments.sort(Comparator.comparingInt((Fragment f) -> f.actors().size())
                .reversed()
                .thenComparing(f -> f.actors().getFirst()));
        return List.copyOf(fragments);
    }
}
