package org.manumit.app.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** Finds the calls and transfers of an entity, and the record that a claim's name stands for. Immutable. */
public final class RecordIndex {

    private final CaseGraph graph;
    private final int[][] callsOf;
    private final int[][] transfersOf;
    private final Map<String, SourceId> sources = new HashMap<>();
    private final Map<SourceId, int[]> callRows;
    private final Map<SourceId, int[]> transferRows;
    private final int[] callOf;
    private final int[] transferOf;

    RecordIndex(CaseGraph graph) {
        this.graph = graph;
        CallTable calls = graph.calls();
        TransferTable transfers = graph.transfers();
        int n = graph.entities().size();
        callsOf = group(n, calls.size(), calls::from, calls::to);
        transfersOf = group(n, transfers.size(), transfers::from, transfers::to);
        graph.sources().forEach(source -> sources.put(source.id().abbreviated(), source.id()));
        CallTable callRecords = graph.callStatements();
        TransferTable transferRecords = graph.transferStatements();
        callRecords.sources().forEach(source -> sources.put(source.abbreviated(), source));
        transferRecords.sources().forEach(source -> sources.put(source.abbreviated(), source));
        callRows = bySource(callRecords.sources(), callRecords.size(), callRecords::sourceIndex);
        transferRows = bySource(transferRecords.sources(), transferRecords.size(), transferRecords::sourceIndex);
        callOf = inverse(calls.size(), callRecords.size(), graph::statementsOfCall);
        transferOf = inverse(transfers.size(), transferRecords.size(), graph::statementsOfTransfer);
    }

    /** For each record of a file the call or transfer it tells of. */
    private static int[] inverse(int size, int records, IntFunction<int[]> recordsOf) {
        int[] inverse = new int[records];
        for (int i = 0; i < size; i++) {
            for (int record : recordsOf.apply(i)) {
                inverse[record] = i;
            }
        }
        return inverse;
    }

    private static Map<SourceId, int[]> bySource(
            java.util.List<SourceId> sources, int size, IntUnaryOperator sourceOf) {
        int[][] rows = group(sources.size(), size, sourceOf, i -> -1);
        Map<SourceId, int[]> result = new HashMap<>();
        for (int s = 0; s < rows.length; s++) {
            result.put(sources.get(s), rows[s]);
        }
        return result;
    }

    /** For each group the records whose one or other end it is, in the order of the records. */
    private static int[][] group(int groups, int size, IntUnaryOperator one, IntUnaryOperator other) {
        int[] count = new int[groups];
        for (int i = 0; i < size; i++) {
            int a = one.applyAsInt(i);
            int b = other.applyAsInt(i);
            if (a >= 0) {
                count[a]++;
            }
            if (b >= 0 && b != a) {
                count[b]++;
            }
        }
        int[][] result = new int[groups][];
        for (int g = 0; g < groups; g++) {
            result[g] = new int[count[g]];
        }
        Arrays.fill(count, 0);
        for (int i = 0; i < size; i++) {
            int a = one.applyAsInt(i);
            int b = other.applyAsInt(i);
            if (a >= 0) {
                result[a][count[a]++] = i;
            }
            if (b >= 0 && b != a) {
                result[b][count[b]++] = i;
            }
        }
        return result;
    }

    /** The call records of an entity itself (a number), in the order of import. */
    public int[] calls(int entity) {
        return callsOf[entity].clone();
    }

    /** The transfers of an entity itself (an account, a name), in the order of import. */
    public int[] transfers(int entity) {
        return transfersOf[entity].clone();
    }

    /** How many call records an entity itself has. */
    public int callCount(int entity) {
        return callsOf[entity].length;
    }

    /** How many transfers an entity itself has. */
    public int transferCount(int entity) {
        return transfersOf[entity].length;
    }

    /** What a claim's name stands for. */
    public Optional<Evidence> evidence(ClaimId id) {
        Optional<Evidence> claim = graph.claim(id).map(Evidence.Stated::new);
        if (claim.isPresent()) {
            return claim;
        }
        String[] parts = id.value().split("/", -1);
        if (parts.length != 3 || !sources.containsKey(parts[0])) {
            return Optional.empty();
        }
        SourceId source = sources.get(parts[0]);
        CallTable calls = graph.callStatements();
        TransferTable transfers = graph.transferStatements();
        int call = find(callRows.getOrDefault(source, new int[0]), id, calls::claim);
        if (call >= 0) {
            return Optional.of(new Evidence.Called(callOf[call]));
        }
        int transfer = find(transferRows.getOrDefault(source, new int[0]), id, transfers::claim);
        return transfer >= 0 ? Optional.of(new Evidence.Transferred(transferOf[transfer])) : Optional.empty();
    }

    private static int find(int[] rows, ClaimId id, IntFunction<ClaimId> claimOf) {
        return IntStream.of(rows)
                .filter(i -> claimOf.apply(i).equals(id))
                .findFirst()
                .orElse(-1);
    }
}
