package org.manumit.graph.analysis.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.query.CompactGraph;

/**
 * Who of a network's perpetrators deals with whom, and by what claims: flows between them, membership, acts done
 * together, and phases done one after the other to the same people. Victims are not in it. Immutable.
 */
public final class ActorTies {

    /** Of many named in one row not every pair is tied: it would make a clique of a list. */
    private static final int TIED_IN_ONE_ROW = 6;

    private final List<EntityId> actors;
    private final Map<EntityId, Integer> numbers = new HashMap<>();
    private final List<Map<Integer, List<ClaimId>>> ties = new ArrayList<>();

    private ActorTies(NetworkFacts facts) {
        actors = facts.perpetrators().stream().map(Profile::id).toList();
        actors.forEach(id -> {
            numbers.put(id, numbers.size());
            ties.add(new TreeMap<>());
        });
        for (Flow flow : facts.flows()) {
            if (flow.isTie()) {
                tie(flow.from(), flow.to(), flow.evidence());
            }
        }
        for (Membership m : facts.reading().memberships()) {
            tie(m.who(), m.organisation(), List.of(m.claim()));
        }
        together(facts.reading().acts());
        oneAfterTheOther(facts.reading().acts());
    }

    /** The ties of a network. */
    public static ActorTies of(NetworkFacts facts) {
        return new ActorTies(facts);
    }

    private void together(Collection<Act> acts) {
        Map<ClaimId, List<EntityId>> rows = new LinkedHashMap<>();
        for (Act act : acts) {
            rows.computeIfAbsent(act.claim(), k -> new ArrayList<>()).add(act.actor());
        }
        rows.forEach((claim, who) -> {
            for (int i = 0; i < who.size(); i++) {
                for (int j = 0; j < Math.min(i, TIED_IN_ONE_ROW); j++) {
                    tie(who.get(i), who.get(j), List.of(claim));
                }
            }
        });
    }

    /** Whoever acted on the same people stands in a row: recruiter, mover, exploiter. */
    private void oneAfterTheOther(Collection<Act> acts) {
        Map<EntityId, Map<Role, Set<Act>>> byVictim = new TreeMap<>();
        for (Act act : acts) {
            if (act.role().isRequired() && numbers.containsKey(act.actor())) {
                act.victims().forEach(v -> byVictim.computeIfAbsent(v, k -> new TreeMap<>())
                        .computeIfAbsent(act.role(), k -> new LinkedHashSet<>())
                        .add(act));
            }
        }
        // where others are known to have moved people, a victim whose mover is not known shows no direct dealing
        boolean moversKnown = byVictim.values().stream().anyMatch(slots -> slots.containsKey(Role.TRANSPORTER));
        byVictim.values().forEach(slots -> {
            if (moversKnown && !slots.containsKey(Role.TRANSPORTER)) {
                return;
            }
            Collection<Act> before = List.of();
            for (Role role : List.of(Role.RECRUITER, Role.TRANSPORTER, Role.EXPLOITER)) {
                Collection<Act> now = slots.getOrDefault(role, Set.of());
                if (!now.isEmpty()) {
                    for (Act a : before) {
                        now.forEach(b -> tie(a.actor(), b.actor(), List.of(a.claim(), b.claim())));
                    }
                    before = now;
                }
            }
        });
    }

    private void tie(EntityId a, EntityId b, List<ClaimId> evidence) {
        Integer one = numbers.get(a);
        Integer other = numbers.get(b);
        if (one != null && other != null && !one.equals(other)) {
            ties.get(one).computeIfAbsent(other, k -> new ArrayList<>()).addAll(evidence);
            ties.get(other).computeIfAbsent(one, k -> new ArrayList<>()).addAll(evidence);
        }
    }

    /** How many perpetrators; they are numbered from 0. */
    public int size() {
        return actors.size();
    }

    /** All of them, by number. */
    public List<EntityId> actors() {
        return actors;
    }

    /** One of them. */
    public EntityId actor(int number) {
        return actors.get(number);
    }

    /** The number of somebody; empty for who is no perpetrator of the network. */
    public OptionalInt number(EntityId id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The numbers of those whom the network names, of several people. */
    public BitSet numbers(Collection<EntityId> ids) {
        BitSet set = new BitSet();
        ids.forEach(id -> number(id).ifPresent(set::set));
        return set;
    }

    /** Whom somebody deals with. */
    public Set<Integer> neighbours(int number) {
        return ties.get(number).keySet();
    }

    /** Whether two deal with each other. */
    public boolean tied(int one, int other) {
        return ties.get(one).containsKey(other);
    }

    /** What somebody's ties rest on. */
    public List<ClaimId> evidence(int number) {
        return ties.get(number).values().stream().flatMap(List::stream).toList();
    }

    /** What a tie rests on; empty where there is none. */
    public List<ClaimId> evidence(int one, int other) {
        return List.copyOf(ties.get(one).getOrDefault(other, List.of()));
    }

    /** The ties without those of some, in compact arrays; numbers stay as they are. */
    public CompactGraph without(BitSet removed) {
        List<int[]> pairs = new ArrayList<>();
        for (int v = 0; v < size(); v++) {
            for (int w : neighbours(v)) {
                if (v < w && !removed.get(v) && !removed.get(w)) {
                    pairs.add(new int[] {v, w});
                }
            }
        }
        return CompactGraph.of(
                size(),
                pairs.stream().mapToInt(p -> p[0]).toArray(),
                pairs.stream().mapToInt(p -> p[1]).toArray());
    }

    /** The ties in compact arrays. */
    public CompactGraph graph() {
        return without(new BitSet());
    }
}
