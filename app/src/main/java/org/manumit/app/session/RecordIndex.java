package org.manumit.app.session;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
    private static final int[] NOTHING = {};

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
        callRows = bySource(callRecords.sources(), callRecords.size(), callRecords::sourceIndex, callRecords::row);
        transferRows = bySource(
                transferRecords.sources(), transferRecords.size(), transferRecords::sourceIndex, transferRecords::row);
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

    /** The records of each file in the order of its rows, so that one is found without looking through them all. */
    private static Map<SourceId, int[]> bySource(
            List<SourceId> sources, int size, IntUnaryOperator sourceOf, IntUnaryOperator rowOf) {
        int[][] rows = group(sources.size(), size, sourceOf, i -> -1);
        Map<SourceId, int[]> result = new HashMap<>();
        for (int s = 0; s < rows.length; s++) {
            result.put(sources.get(s), inOrder(rows[s], rowOf));
        }
        return result;
    }

    private static int[] inOrder(int[] records, IntUnaryOperator rowOf) {
        for (int i = 1; i < records.length; i++) {
            if (rowOf.applyAsInt(records[i - 1]) > rowOf.applyAsInt(records[i])) {
                return IntStream.of(records)
                        .boxed()
                        .sorted(Comparator.comparingInt(rowOf::applyAsInt))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return records;
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
        // a sheet may have any name, also one with a stroke
        int sheet = id.value().indexOf('/');
        int last = id.value().lastIndexOf('/');
        if (sheet == last || !sources.containsKey(id.value().substring(0, sheet))) {
            return Optional.empty();
        }
        SourceId source = sources.get(id.value().substring(0, sheet));
        CallTable calls = graph.callStatements();
        TransferTable transfers = graph.transferStatements();
        int row = row(id.value().substring(last + 1));
        int call = find(callRows.getOrDefault(source, NOTHING), row, calls::row, id, calls::claim);
        if (call >= 0) {
            return Optional.of(new Evidence.Called(callOf[call]));
        }
        int transfer = find(transferRows.getOrDefault(source, NOTHING), row, transfers::row, id, transfers::claim);
        return transfer >= 0 ? Optional.of(new Evidence.Transferred(transferOf[transfer])) : Optional.empty();
    }

    /** The row in a claim's name: {@code 17} of {@code 17} and of {@code 17.2}; -1 when it names none. */
    private static int row(String named) {
        String digits = named.split("\\.", -1)[0];
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Looks through the records of the row, of which each sheet may have one. */
    private static int find(int[] records, int row, IntUnaryOperator rowOf, ClaimId id, IntFunction<ClaimId> claimOf) {
        int low = 0;
        int high = records.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rowOf.applyAsInt(records[middle]) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < records.length && rowOf.applyAsInt(records[i]) == row; i++) {
            if (claimOf.apply(records[i]).equals(id)) {
                return records[i];
            }
        }
        return -1;
    }
}
