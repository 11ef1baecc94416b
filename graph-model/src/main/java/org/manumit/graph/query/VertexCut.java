package org.manumit.graph.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much can pass from some nodes of a graph to others when every node lets only so much through, and the cheapest
 * nodes whose removal stops it (Menger 1927; Ford and Fulkerson 1956). Ends count as nodes on the way: where something
 * can be given and taken by the same node, that node must go. Augmenting along shortest ways (Edmonds and Karp 1972);
 * time O(nodes times ties squared) at worst. Immutable.
 */
public final class VertexCut {

    /** The capacity of a node that cannot be removed. */
    public static final long BOUNDLESS = Long.MAX_VALUE / 4;

    private final long flow;
    private final int[] nodes;

    private VertexCut(long flow, int[] nodes) {
        this.flow = flow;
        this.nodes = nodes;
    }

    /**
     * Reckons both.
     *
     * @param capacities how much each node lets through, which is also what its removal costs; 0 or more
     */
    public static VertexCut between(CompactGraph graph, BitSet sources, BitSet sinks, long[] capacities) {
        return new Residual(graph, sources, sinks, capacities).cut();
    }

    /** How much can pass; with capacities of 1, how many ways there are that share nobody. */
    public long flow() {
        return flow;
    }

    /**
     * The cheapest nodes whose removal stops the flow, ascending, those nearest the sources where several sets cost the
     * same; empty in itself when nothing flows; absent when no removal would stop it.
     */
    public Optional<int[]> nodes() {
        return flow >= BOUNDLESS ? Optional.empty() : Optional.of(nodes.clone());
    }

    /** Every node is split: what enters stands at 2v, what leaves at 2v + 1. */
    private static final class Residual {
        private final int nodeCount;
        private final int source;
        private final int sink;
        private final int[] first;
        private int[] next;
        private int[] to;
        private long[] left;
        private int arcs;

        Residual(CompactGraph graph, BitSet sources, BitSet sinks, long[] capacities) {
            nodeCount = graph.nodeCount();
            source = 2 * nodeCount;
            sink = source + 1;
            first = new int[sink + 1];
            Arrays.fill(first, -1);
            int expected = 2 * (nodeCount + 2 * graph.tieCount() + sources.cardinality() + sinks.cardinality());
            next = new int[expected];
            to = new int[expected];
            left = new long[expected];
            for (int v = 0; v < nodeCount; v++) {
                arc(2 * v, 2 * v + 1, capacities[v]);
                for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                    arc(2 * v + 1, 2 * graph.target(place), BOUNDLESS);
                }
            }
            sources.stream().forEach(v -> arc(source, 2 * v, BOUNDLESS));
            sinks.stream().forEach(v -> arc(2 * v + 1, sink, BOUNDLESS));
        }

        private void arc(int from, int target, long capacity) {
            half(from, target, capacity);
            half(target, from, 0);
        }

        private void half(int from, int target, long capacity) {
            to[arcs] = target;
            left[arcs] = capacity;
            next[arcs] = first[from];
            first[from] = arcs++;
        }

        VertexCut cut() {
            long flow = 0;
            int[] by = new int[sink + 1];
            while (flow < BOUNDLESS && reach(by)) {
                long most = BOUNDLESS;
                for (int at = sink; at != source; at = to[by[at] ^ 1]) {
                    most = Math.min(most, left[by[at]]);
                }
                for (int at = sink; at != source; at = to[by[at] ^ 1]) {
                    left[by[at]] -= most;
                    left[by[at] ^ 1] += most;
                }
                flow += most;
            }
            reach(by);
            int[] nodes = flow >= BOUNDLESS
                    ? new int[0]
                    : IntStream.range(0, nodeCount)
                            .filter(v -> by[2 * v] >= 0 && by[2 * v + 1] < 0)
                            .toArray();
            return new VertexCut(Math.min(flow, BOUNDLESS), nodes);
        }

        /** Notes by which arc each place is reached from the source, and says whether the sink is. */
        private boolean reach(int[] by) {
            Arrays.fill(by, -1);
            by[source] = Integer.MAX_VALUE;
            Deque<Integer> open = new ArrayDeque<>();
            open.add(source);
            while (!open.isEmpty() && by[sink] < 0) {
                int at = open.remove();
                for (int arc = first[at]; arc >= 0; arc = next[arc]) {
                    if (left[arc] > 0 && by[to[arc]] < 0) {
                        by[to[arc]] = arc;
                        open.add(to[arc]);
                    }
                }
            }
            return by[sink] >= 0;
        }
    }
}
