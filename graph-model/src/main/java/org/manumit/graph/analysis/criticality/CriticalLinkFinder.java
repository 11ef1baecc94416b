package org.manumit.graph.analysis.criticality;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.centrality.TieBetweenness;
import org.manumit.graph.analysis.network.ActorTies;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

/**
 * Finds the links whose loss would hurt a network: criticality covers connections as well as people (Williams, ch. 10,
 * in Friesendorf 2009; 003, l. 16494-16498). A link matters by how much runs over it, and is redundant as far as those
 * it joins would still reach each other without it. Stateless; safe for use from several threads.
 */
public final class CriticalLinkFinder {

    private static final double LISTED = 0.25;
    private static final int EVIDENCE_SHOWN = 40;

    /** Two who share a contact need no link of their own; the longer the way round, the less it replaces the link. */
    private static final double SHORTEST_DETOUR = 2;

    /** Below so many people every link is as critical as who holds it. */
    private static final int LEAST = 4;

    /** Finds critical links, the most critical first. */
    public List<CriticalLink> find(NetworkFacts facts) {
        ActorTies ties = ActorTies.of(facts);
        if (ties.size() < LEAST) {
            return List.of();
        }
        CompactGraph graph = ties.graph();
        TieBetweenness betweenness = TieBetweenness.exact(graph, Cancellation.NEVER);
        // over a tie in the middle of a chain run the ways of half of all with the other half
        double most = graph.nodeCount() / 2.0 * (graph.nodeCount() / 2.0);
        List<CriticalLink> found = new ArrayList<>();
        for (int one = 0; one < graph.nodeCount(); one++) {
            for (int place = graph.start(one); place < graph.start(one + 1); place++) {
                int other = graph.target(place);
                if (one >= other) {
                    continue;
                }
                double importance = Math.min(1, Math.sqrt(betweenness.score(graph.tie(place)) / most));
                if (importance >= LISTED) {
                    found.add(link(facts.reading(), ties, graph, one, other, importance));
                }
            }
        }
        found.removeIf(link -> link.criticality() < LISTED);
        found.sort(comparingDouble(CriticalLink::criticality)
                .reversed()
                .thenComparing(CriticalLink::one)
                .thenComparing(CriticalLink::other));
        return List.copyOf(found);
    }

    private static CriticalLink link(
            CaseReading reading, ActorTies ties, CompactGraph graph, int one, int other, double importance) {
        int[] distances = distancesWithout(graph, one, other);
        int detour = distances[other];
        double redundancy = detour < 0 ? 0 : Math.min(1, SHORTEST_DETOUR / detour);
        EntityId a = ties.actor(one);
        EntityId b = ties.actor(other);
        String label = reading.label(a) + " – " + reading.label(b);
        String text;
        if (detour < 0) {
            long here = Arrays.stream(distances).filter(d -> d >= 0).count();
            long there = Arrays.stream(distancesWithout(graph, other, one))
                    .filter(d -> d >= 0)
                    .count();
            text = "Only through this link do " + here + " on one side reach " + there + " on the other.";
        } else {
            text = "Much runs over this link; the way round it goes through "
                    + (detour == 2 ? "one other." : (detour - 1) + " others.");
        }
        return new CriticalLink(
                a,
                b,
                label,
                importance,
                redundancy,
                List.of(new Reason(
                        CriticalityCriterion.CRITICAL_LINK.key(),
                        importance * (1 - redundancy),
                        text,
                        CriticalityCriterion.CRITICAL_LINK.source(),
                        ties.evidence(one, other).stream()
                                .distinct()
                                .limit(EVIDENCE_SHOWN)
                                .toList())));
    }

    /** How many steps away everybody is from one end of a tie once the tie is gone; -1 for who is not reached. */
    private static int[] distancesWithout(CompactGraph graph, int from, int lost) {
        int[] distances = new int[graph.nodeCount()];
        Arrays.fill(distances, -1);
        distances[from] = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int v = open.remove();
            for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                int w = graph.target(place);
                boolean gone = (v == from && w == lost) || (v == lost && w == from);
                if (!gone && distances[w] < 0) {
                    distances[w] = distances[v] + 1;
                    open.add(w);
                }
            }
        }
        return distances;
    }
}
