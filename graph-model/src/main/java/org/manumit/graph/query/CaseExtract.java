package org.manumit.graph.query;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.Period;
import org.manumit.graph.TransferTable;

/**
 * A part of a case: the claims and records that pass a test, and the entities that what is left speaks of. An analysis
 * of it rests on nothing else, so nothing of what was left out shows through.
 *
 * @param graph the part
 * @param claimsLeftOut how many claims did not pass
 * @param callsLeftOut how many call records did not pass
 * @param transfersLeftOut how many transfers did not pass
 */
public record CaseExtract(CaseGraph graph, int claimsLeftOut, int callsLeftOut, int transfersLeftOut) {

    /** How much was left out in all. */
    public int leftOut() {
        return claimsLeftOut + callsLeftOut + transfersLeftOut;
    }

    /**
     * Takes what passes.
     *
     * @param claim which claims
     * @param call which call records, by their index in {@link CaseGraph#callStatements()}
     * @param transfer which transfers, by their index in {@link CaseGraph#transferStatements()}
     */
    public static CaseExtract of(CaseGraph whole, Predicate<Claim> claim, IntPredicate call, IntPredicate transfer) {
        List<Claim> claims = whole.claims().stream().filter(claim).toList();
        boolean[] spokenOf = new boolean[whole.entities().size()];
        for (Claim kept : claims) {
            kept.participants().forEach(p -> whole.indexOf(p.entity()).ifPresent(index -> spokenOf[index] = true));
        }
        CallTable allCalls = whole.callStatements();
        TransferTable allTransfers = whole.transferStatements();
        boolean[] keptCalls = new boolean[allCalls.size()];
        boolean[] keptTransfers = new boolean[allTransfers.size()];
        for (int i = 0; i < keptCalls.length; i++) {
            keptCalls[i] = call.test(i);
            if (keptCalls[i]) {
                mark(spokenOf, allCalls.from(i));
                mark(spokenOf, allCalls.to(i));
                for (CallTable.Equipment which : CallTable.Equipment.values()) {
                    mark(spokenOf, allCalls.equipment(i, which));
                }
            }
        }
        for (int i = 0; i < keptTransfers.length; i++) {
            keptTransfers[i] = transfer.test(i);
            if (keptTransfers[i]) {
                mark(spokenOf, allTransfers.from(i));
                mark(spokenOf, allTransfers.to(i));
                mark(spokenOf, allTransfers.nominalFrom(i));
                mark(spokenOf, allTransfers.nominalTo(i));
            }
        }
        int[] here = new int[spokenOf.length];
        Arrays.fill(here, TransferTable.NONE);
        List<Entity> entities = new ArrayList<>();
        for (int e = 0; e < here.length; e++) {
            if (spokenOf[e]) {
                here[e] = entities.size();
                entities.add(whole.entity(e));
            }
        }
        CallTable.Builder callBuilder = new CallTable.Builder();
        for (int i = 0; i < keptCalls.length; i++) {
            if (keptCalls[i]) {
                callBuilder.add(allCalls, i, e -> here[e]);
            }
        }
        TransferTable.Builder transferBuilder = new TransferTable.Builder();
        for (int i = 0; i < keptTransfers.length; i++) {
            if (keptTransfers[i]) {
                transferBuilder.add(allTransfers, i, e -> here[e]);
            }
        }
        CallTable calls = callBuilder.build();
        TransferTable transfers = transferBuilder.build();
        return new CaseExtract(
                CaseGraph.of(whole.name(), whole.sources(), entities, claims, calls, transfers),
                whole.claims().size() - claims.size(),
                allCalls.size() - calls.size(),
                allTransfers.size() - transfers.size());
    }

    /**
     * What can have held or was recorded in a period, with all entities of the whole in their places, so that what was
     * read of the whole (who stands behind numbers, who is a victim) still fits. Claims without a date stay in: they say
     * who people are. Records without a time, and transfers that have only a place in a sequence, stay in too, because
     * nothing shows that they lie outside.
     */
    public static CaseGraph within(CaseGraph whole, Period period) {
        if (period.isUnknown()) {
            return whole;
        }
        TimeWindow moments = TimeWindow.of(period, CaseZone.of(whole));
        TimeWindow days = TimeWindow.of(period, ZoneOffset.UTC);
        CallTable calls = whole.callStatements();
        TransferTable transfers = whole.transferStatements();
        CallTable.Builder callBuilder = new CallTable.Builder();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.start(i) == CallTable.NO_TIME || moments.contains(calls.start(i))) {
                callBuilder.add(calls, i, e -> e);
            }
        }
        TransferTable.Builder transferBuilder = new TransferTable.Builder();
        for (int i = 0; i < transfers.size(); i++) {
            boolean kept =
                    switch (transfers.basis(i)) {
                        case INSTANT -> moments.contains(transfers.time(i));
                        case DATE -> days.contains(transfers.time(i));
                        case STEP, NONE -> true;
                    };
            if (kept) {
                transferBuilder.add(transfers, i, e -> e);
            }
        }
        return CaseGraph.of(
                whole.name(),
                whole.sources(),
                whole.entities(),
                whole.claims().stream()
                        .filter(claim -> claim.when().canOverlap(period))
                        .toList(),
                callBuilder.build(),
                transferBuilder.build());
    }

    private static void mark(boolean[] spokenOf, int entity) {
        if (entity >= 0) {
            spokenOf[entity] = true;
        }
    }
}
