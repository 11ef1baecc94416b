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
import org.manumit.graph.analysis.roles.CaseReading;
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

    /** From so many named in one row on, the row may be a list, not a company. */
    private static final int LIST = 3;

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
        oneAfterTheOther(facts.reading(), new Passing(facts.reading()));
        together(facts.reading());
    }

    /** The ties of a network. */
    public static ActorTies of(NetworkFacts facts) {
        return new ActorTies(facts);
    }

    /** Whether all of them are rows for many people, of which not each need have met each who is named with them. */
    private static boolean isMany(CaseReading reading, Collection<EntityId> people) {
        return !people.isEmpty()
                && people.stream().allMatch(id -> reading.profile(id)
                        .filter(p -> p.count() > 1 || !p.bounded())
                        .isPresent());
    }

    private void together(CaseReading reading) {
        Map<ClaimId, List<Act>> rows = new LinkedHashMap<>();
        for (Act act : reading.acts()) {
            rows.computeIfAbsent(act.claim(), k -> new ArrayList<>()).add(act);
        }
        Map<ClaimId, List<Act>> lists = new LinkedHashMap<>();
        rows.forEach((claim, acts) -> {
            if (acts.size() >= LIST && isMany(reading, acts.getFirst().victims())) {
                lists.put(claim, acts);
            } else {
                tieAll(acts, claim);
            }
        });
        // several who did it to many: a list ties only those of whom nothing else says whom they deal with
        lists.forEach((claim, acts) -> {
            if (acts.stream().flatMap(a -> number(a.actor()).stream().boxed()).anyMatch(n -> ties.get(n)
                    .isEmpty())) {
                tieAll(acts, claim);
            }
        });
    }

    private void tieAll(List<Act> acts, ClaimId claim) {
        for (int i = 0; i < acts.size(); i++) {
            for (int j = 0; j < Math.min(i, TIED_IN_ONE_ROW); j++) {
                tie(acts.get(i).actor(), acts.get(j).actor(), List.of(claim));
            }
        }
    }

    /** Whoever acted on the same people stands in a row: recruiter, mover, exploiter. */
    private void oneAfterTheOther(CaseReading reading, Passing passing) {
        Map<EntityId, Map<Role, Set<Act>>> byVictim = new TreeMap<>();
        for (Act act : reading.acts()) {
            if (act.role().isRequired() && numbers.containsKey(act.actor())) {
                act.victims().forEach(v -> byVictim.computeIfAbsent(v, k -> new TreeMap<>())
                        .computeIfAbsent(act.role(), k -> new LinkedHashSet<>())
                        .add(act));
            }
        }
        // where others are known to have moved people, a victim whose mover is not known shows no direct dealing
        boolean moversKnown = byVictim.values().stream().anyMatch(slots -> slots.containsKey(Role.TRANSPORTER));
        byVictim.forEach((victim, slots) -> {
            if (moversKnown && !slots.containsKey(Role.TRANSPORTER)) {
                return;
            }
            Set<Act> recruited = slots.getOrDefault(Role.RECRUITER, Set.of());
            Set<Act> moved = slots.getOrDefault(Role.TRANSPORTER, Set.of());
            Set<Act> exploited = slots.getOrDefault(Role.EXPLOITER, Set.of());
            if (moved.isEmpty()) {
                if (recruited.size() == 1 || exploited.size() == 1 || !isMany(reading, List.of(victim))) {
                    tie(recruited, exploited);
                }
                return;
            }
            // whoever recruits deals with the first who move, whoever exploits with the last
            tie(recruited, passing.first(victim, moved));
            tie(passing.last(victim, moved), exploited);
            for (Act one : moved) {
                for (Act other : moved) {
                    if (passing.follows(victim, one.actor(), other.actor())) {
                        tie(one.actor(), other.actor(), List.of(one.claim(), other.claim()));
                    }
                }
            }
        });
    }

    private void tie(Collection<Act> before, Collection<Act> after) {
        for (Act one : before) {
            after.forEach(other -> tie(one.actor(), other.actor(), List.of(one.claim(), other.claim())));
        }
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
