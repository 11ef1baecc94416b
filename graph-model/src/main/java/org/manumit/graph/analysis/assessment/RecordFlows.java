package org.manumit.graph.analysis.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.TieGraph;

/** Flows between known people and organisations that call records and transfers show. */
final class RecordFlows {

    /** From so many calls on, two implicated people count as dealing with each other. */
    private static final double STRONG = 10;

    /** Fewer calls than this are chance. */
    private static final int FEWEST = 3;

    private static final int SHOWN = 20;

    private RecordFlows() {}

    /**
     * Reads them.
     *
     * @param relevant who matters: a flow between two others says nothing of any network
     */
    static List<Flow> of(
            CaseGraph graph, Actors actors, TieGraph ties, Set<EntityId> relevant, Cancellation cancellation) {
        boolean[] matters = new boolean[graph.entities().size()];
        relevant.forEach(id -> graph.indexOf(id).ifPresent(i -> matters[i] = true));
        List<Flow> flows = new ArrayList<>();
        for (int t = 0; t < ties.tieCount(); t++) {
            int calls = ties.callCount(t);
            if (calls < FEWEST
                    || !(matters[ties.entityIndex(ties.one(t))] || matters[ties.entityIndex(ties.other(t))])
                    || !ties.isKnownActor(ties.one(t))
                    || !ties.isKnownActor(ties.other(t))) {
                continue;
            }
            List<ClaimId> evidence = new ArrayList<>();
            evidence.addAll(ties.evidence(t, SHOWN));
            flows.add(new Flow(
                    ties.entity(ties.one(t)).id(),
                    ties.entity(ties.other(t)).id(),
                    Flow.Kind.CONTACT,
                    calls >= STRONG ? 1 : 0.5 * calls / STRONG,
                    calls > 1,
                    0,
                    Period.UNKNOWN,
                    evidence));
        }
        cancellation.check();
        TransferTable transfers = graph.transfers();
        Map<Long, List<ClaimId>> paid = new LinkedHashMap<>();
        Map<Long, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < transfers.size(); i++) {
            if (transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                continue;
            }
            int from = actors.actorOf(transfers.from(i));
            int to = actors.actorOf(transfers.to(i));
            if (from == to
                    || !(matters[from] || matters[to])
                    || !graph.entity(from).kind().isActor()
                    || !graph.entity(to).kind().isActor()) {
                continue;
            }
            long key = (long) from << 32 | to;
            counts.merge(key, 1, Integer::sum);
            List<ClaimId> shown = paid.computeIfAbsent(key, k -> new ArrayList<>());
            if (shown.size() < SHOWN) {
                shown.add(transfers.claim(i));
            }
        }
        counts.forEach((key, count) -> flows.add(new Flow(
                graph.entity((int) (key >>> 32)).id(),
                graph.entity((int) (long) key).id(),
                Flow.Kind.TRANSFER,
                count >= 3 ? 1 : 0.6,
                count > 1,
                0,
                Period.UNKNOWN,
                paid.getOrDefault(key, List.of()))));
        return flows;
    }
}
