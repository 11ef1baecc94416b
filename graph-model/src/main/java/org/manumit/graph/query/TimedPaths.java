package org.manumit.graph.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;

/**
 * Ways through call records whose steps follow each other in time: what somebody said can have come to somebody else
 * only over calls that came one after the other. Words go both ways on a call, one way in a message. Built once for a
 * case; immutable; safe for use from several threads.
 */
public final class TimedPaths {

    /**
     * A way of calls.
     *
     * @param entities who was on the way, the first and last among them, as indexes into {@link CaseGraph#entities()}
     * @param rows the calls between them, one fewer, as rows of {@link CaseGraph#calls()}
     */
    public record Way(List<Integer> entities, List<Integer> rows) {
        public Way {
            entities = List.copyOf(entities);
            rows = List.copyOf(rows);
        }
    }

    private final CaseGraph graph;
    private final int[] byTime;

    private TimedPaths(CaseGraph graph) {
        this.graph = graph;
        CallTable calls = graph.calls();
        byTime = IntStream.range(0, calls.size())
                .filter(i -> calls.start(i) != CallTable.NO_TIME
                        && calls.from(i) != CallTable.NONE
                        && calls.to(i) != CallTable.NONE)
                .boxed()
                .sorted((a, b) -> Long.compare(calls.start(a), calls.start(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Reads a snapshot; time O(records log records). */
    public static TimedPaths of(CaseGraph graph) {
        return new TimedPaths(graph);
    }

    /**
     * The way by which word from one entity can have reached another first. A step may follow when the call before it
     * has begun.
     *
     * @param after not before when the first call may begin, in seconds since 1970
     * @param longestGap at most how long after one call the next may begin
     */
    public Optional<Way> earliestArrival(int from, int to, long after, Duration longestGap) {
        CallTable calls = graph.calls();
        int n = graph.entities().size();
        // per entity the newest step by which word reached it: with a bound on gaps the newest carries furthest;
        // a call is two steps, one in either direction
        int[] step = new int[2 * byTime.length];
        int[] newest = new int[n];
        long[] reached = new long[n];
        Arrays.fill(reached, Long.MIN_VALUE);
        Arrays.fill(newest, -1);
        long gap = longestGap.toSeconds();
        for (int i = 0; i < byTime.length; i++) {
            int row = byTime[i];
            long start = calls.start(row);
            if (start < after) {
                continue;
            }
            int a = calls.from(row);
            int b = calls.to(row);
            if (a == b) {
                continue;
            }
            boolean atA = a == from || (reached[a] != Long.MIN_VALUE && start - reached[a] <= gap);
            boolean atB = calls.kind(row) == CallTable.Kind.CALL
                    && (b == from || (reached[b] != Long.MIN_VALUE && start - reached[b] <= gap));
            int toA = newest[a];
            if (atA && b != from) {
                step[2 * i] = a == from ? -1 : toA;
                if (b == to) {
                    return Optional.of(way(2 * i, step, from, to));
                }
            }
            if (atB && a != from) {
                step[2 * i + 1] = b == from ? -1 : newest[b];
                if (a == to) {
                    return Optional.of(way(2 * i + 1, step, from, to));
                }
                reached[a] = start;
                newest[a] = 2 * i + 1;
            }
            if (atA && b != from) {
                reached[b] = start;
                newest[b] = 2 * i;
            }
        }
        return Optional.empty();
    }

    private Way way(int last, int[] step, int from, int to) {
        CallTable calls = graph.calls();
        List<Integer> rows = new ArrayList<>();
        List<Integer> entities = new ArrayList<>(List.of(to));
        int at = to;
        for (int i = last; i >= 0; i = step[i]) {
            int row = byTime[i / 2];
            rows.addFirst(row);
            at = calls.from(row) == at ? calls.to(row) : calls.from(row);
            entities.addFirst(at);
        }
        if (at != from) {
            throw new IllegalStateException("a way does not lead back to where it began");
        }
        return new Way(entities, rows);
    }
}
