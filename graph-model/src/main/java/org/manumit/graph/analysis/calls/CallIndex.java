package org.manumit.graph.analysis.calls;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityKind;

/**
 * The dated call records of a case by number, in the order of time; records without a date and calls of a number to
 * itself are left out. Numbers are numbered from 0 here; what they are as entities says {@link #entity}. Immutable; 16
 * bytes a record.
 */
public final class CallIndex {

    private final CaseGraph graph;
    private final int[] entities;
    private final int[] numbers;
    private final int[] offsets;
    private final int[] rows;
    private final long[] sourceFirst;
    private final long[] sourceLast;

    private CallIndex(CaseGraph graph) {
        this.graph = graph;
        CallTable calls = graph.calls();
        BitSet used = new BitSet();
        int dated = 0;
        sourceFirst = new long[calls.sources().size()];
        sourceLast = new long[calls.sources().size()];
        Arrays.fill(sourceFirst, Long.MAX_VALUE);
        Arrays.fill(sourceLast, Long.MIN_VALUE);
        for (int i = 0; i < calls.size(); i++) {
            if (counts(calls, i)) {
                dated++;
                used.set(calls.from(i));
                used.set(calls.to(i));
                int source = calls.sourceIndex(i);
                sourceFirst[source] = Math.min(sourceFirst[source], calls.start(i));
                sourceLast[source] = Math.max(sourceLast[source], calls.start(i));
            }
        }
        entities = used.stream().toArray();
        numbers = new int[graph.entities().size()];
        Arrays.fill(numbers, -1);
        for (int n = 0; n < entities.length; n++) {
            numbers[entities[n]] = n;
        }
        int[] byTime = byTime(calls, dated);
        offsets = new int[entities.length + 1];
        for (int row : byTime) {
            offsets[numbers[calls.from(row)] + 1]++;
            offsets[numbers[calls.to(row)] + 1]++;
        }
        for (int n = 0; n < entities.length; n++) {
            offsets[n + 1] += offsets[n];
        }
        int[] next = offsets.clone();
        rows = new int[2 * dated];
        for (int row : byTime) {
            rows[next[numbers[calls.from(row)]]++] = row;
            rows[next[numbers[calls.to(row)]]++] = row;
        }
    }

    private static boolean counts(CallTable calls, int i) {
        return calls.start(i) != CallTable.NO_TIME
                && calls.from(i) != CallTable.NONE
                && calls.to(i) != CallTable.NONE
                && calls.from(i) != calls.to(i);
    }

    private static int[] byTime(CallTable calls, int dated) {
        int[] rows =
                IntStream.range(0, calls.size()).filter(i -> counts(calls, i)).toArray();
        boolean sorted = true;
        for (int i = 1; i < dated && sorted; i++) {
            sorted = calls.start(rows[i - 1]) <= calls.start(rows[i]);
        }
        if (sorted) {
            return rows;
        }
        // stable by rows: pack the rank of the time and the row into one long
        long first = Arrays.stream(rows).mapToLong(calls::start).min().orElse(0);
        long[] keys = new long[dated];
        for (int i = 0; i < dated; i++) {
            keys[i] = calls.start(rows[i]) - first;
        }
        long last = Arrays.stream(keys).max().orElse(0);
        if (last >>> 31 == 0) {
            for (int i = 0; i < dated; i++) {
                keys[i] = keys[i] << 31 | rows[i];
            }
            Arrays.parallelSort(keys);
            for (int i = 0; i < dated; i++) {
                rows[i] = (int) (keys[i] & 0x7fffffff);
            }
            return rows;
        }
        return Arrays.stream(rows)
                .boxed()
                .sorted((a, b) -> Long.compare(calls.start(a), calls.start(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Reads a snapshot, in time O(records log records). */
    public static CallIndex of(CaseGraph graph) {
        return new CallIndex(graph);
    }

    /** The snapshot. */
    public CaseGraph graph() {
        return graph;
    }

    /** How many numbers have a dated record. */
    public int size() {
        return entities.length;
    }

    /** The entity that a number is, as an index into {@link CaseGraph#entities()}. */
    public int entity(int number) {
        return entities[number];
    }

    /** The number that an entity is, or -1 when no dated record names it. */
    public int number(int entity) {
        return numbers[entity];
    }

    /** What a number is called. */
    public String label(int number) {
        return graph.entity(entities[number]).label();
    }

    /** Whether it is a telephone number, as against a person named in a record. */
    public boolean isPhone(int number) {
        return graph.entity(entities[number]).kind() == EntityKind.PHONE;
    }

    /** How many records name a number. */
    public int count(int number) {
        return offsets[number + 1] - offsets[number];
    }

    /** The i-th record of a number in the order of time, as a row of {@link CaseGraph#calls()}. */
    public int row(int number, int i) {
        return rows[offsets[number] + i];
    }

    /** When the i-th record of a number begins. */
    public long time(int number, int i) {
        return graph.calls().start(rows[offsets[number] + i]);
    }

    /** When a number is seen first. */
    public long first(int number) {
        return time(number, 0);
    }

    /** When a number is seen last. */
    public long last(int number) {
        return time(number, count(number) - 1);
    }

    /** The other end of a record of a number. */
    public int other(int number, int row) {
        int from = numbers[graph.calls().from(row)];
        return from == number ? numbers[graph.calls().to(row)] : from;
    }

    /** The antenna that a record names at a number's end, or {@link CallTable#NONE}. */
    public int cell(int number, int row) {
        return graph.calls()
                .equipment(row, isCaller(number, row) ? CallTable.Equipment.FROM_CELL : CallTable.Equipment.TO_CELL);
    }

    /** The handset that a record names at a number's end, or {@link CallTable#NONE}. */
    public int handset(int number, int row) {
        return graph.calls()
                .equipment(
                        row, isCaller(number, row) ? CallTable.Equipment.FROM_HANDSET : CallTable.Equipment.TO_HANDSET);
    }

    /** Whether a number made the call. */
    public boolean isCaller(int number, int row) {
        return graph.calls().from(row) == entities[number];
    }

    /** Since when the files that name a number have records at all. */
    public long coveredSince(int number) {
        long since = Long.MAX_VALUE;
        for (int i = 0; i < count(number); i++) {
            since = Math.min(since, sourceFirst[graph.calls().sourceIndex(row(number, i))]);
        }
        return since;
    }

    /** Until when the files that name a number have records at all. */
    public long coveredUntil(int number) {
        long until = Long.MIN_VALUE;
        for (int i = 0; i < count(number); i++) {
            until = Math.max(until, sourceLast[graph.calls().sourceIndex(row(number, i))]);
        }
        return until;
    }

    /** The distinct numbers that a number is in touch with, ascending. */
    public int[] contacts(int number) {
        int[] others = new int[count(number)];
        for (int i = 0; i < others.length; i++) {
            others[i] = other(number, row(number, i));
        }
        Arrays.sort(others);
        int distinct = 0;
        for (int i = 0; i < others.length; i++) {
            if (i == 0 || others[i] != others[i - 1]) {
                others[distinct++] = others[i];
            }
        }
        return Arrays.copyOf(others, distinct);
    }
}
