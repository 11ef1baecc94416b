package org.manumit.graph.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ways through a graph from tie to tie. Nodes are given as numbers; every way begins and ends with those asked for. */
public final class Paths {

    private Paths() {}

    /** A shortest way from one node to another; of several the one through the smallest numbers. */
    public static Optional<List<Integer>> shortest(CompactGraph graph, int from, int to) {
        return shortest(graph, from, to, new BitSet(), new BitSet());
    }

    private static Optional<List<Integer>> shortest(
            CompactGraph graph, int from, int to, BitSet closedNodes, BitSet closedTies) {
        if (from == to) {
            return Optional.of(List.of(from));
        }
        // searched from the far end, so that going down the distances from the near end picks the smallest numbers
        int[] distance = new int[graph.nodeCount()];
        Arrays.fill(distance, -1);
        int[] queue = new int[graph.nodeCount()];
        int tail = 0;
        queue[tail++] = to;
        distance[to] = 0;
        for (int head = 0; head < tail && distance[from] < 0; head++) {
            int v = queue[head];
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (distance[u] < 0 && !closedNodes.get(u) && !closedTies.get(graph.tie(p))) {
                    distance[u] = distance[v] + 1;
                    queue[tail++] = u;
                }
            }
        }
        if (distance[from] < 0) {
            return Optional.empty();
        }
        List<Integer> way = new ArrayList<>(List.of(from));
        int at = from;
        while (at != to) {
            for (int p = graph.start(at); p < graph.start(at + 1); p++) {
                int u = graph.target(p);
                if (distance[u] == distance[at] - 1 && distance[u] >= 0 && !closedTies.get(graph.tie(p))) {
                    at = u;
                    break;
                }
            }
            way.add(at);
        }
        return Optional.of(List.copyOf(way));
    }

    /**
     * The shortest ways without repeated nodes, the shortest first, of equals the one through the smallest numbers first
     * (Yen 1971). Time O(most times nodes times ties) at worst.
     */
    public static List<List<Integer>> shortest(CompactGraph graph, int from, int to, int most) {
        List<List<Integer>> found = new ArrayList<>();
        Optional<List<Integer>> first = shortest(graph, from, to);
        if (first.isEmpty() || most < 1) {
            return List.of();
        }
        found.add(first.get());
        Set<List<Integer>> seen = new HashSet<>(found);
        PriorityQueue<List<Integer>> waiting = new PriorityQueue<>(
                Comparator.<List<Integer>>comparingInt(List::size).thenComparing(Paths::compare));
        while (found.size() < most) {
            List<Integer> last = found.getLast();
            for (int i = 0; i < last.size() - 1; i++) {
                List<Integer> root = last.subList(0, i + 1);
                BitSet nodes = new BitSet();
                root.subList(0, i).forEach(nodes::set);
                BitSet ties = new BitSet();
                for (List<Integer> way : found) {
                    if (way.size() > i + 1 && way.subList(0, i + 1).equals(root)) {
                        ties.set(graph.tie(graph.place(way.get(i), way.get(i + 1))));
                    }
                }
                Optional<List<Integer>> rest = shortest(graph, root.getLast(), to, nodes, ties);
                if (rest.isPresent()) {
                    List<Integer> way = new ArrayList<>(root.subList(0, i));
                    way.addAll(rest.get());
                    if (seen.add(List.copyOf(way))) {
                        waiting.add(List.copyOf(way));
                    }
                }
            }
            @Nullable List<Integer> next = waiting.poll();
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return List.copyOf(found);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        return Arrays.compare(
                a.stream().mapToInt(Integer::intValue).toArray(),
                b.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * A small network that joins chosen nodes: their nearest neighbours are joined pair by pair along shortest ways
     * (Mehlhorn 1988), which takes at most twice the ties that the smallest possible network would. Nodes of other
     * components than the first chosen one are left unjoined.
     *
     * @return all nodes of the network, the chosen ones among them, ascending
     */
    public static int[] joining(CompactGraph graph, int... chosen) {
        int n = graph.nodeCount();
        int[] nearest = new int[n];
        int[] distance = new int[n];
        int[] before = new int[n];
        Arrays.fill(nearest, -1);
        int[] queue = new int[n];
        int tail = 0;
        int[] terminals = IntStream.of(chosen).sorted().distinct().toArray();
        for (int t : terminals) {
            nearest[t] = t;
            before[t] = -1;
            queue[tail++] = t;
        }
        for (int head = 0; head < tail; head++) {
            int v = queue[head];
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (nearest[u] < 0) {
                    nearest[u] = nearest[v];
                    distance[u] = distance[v] + 1;
                    before[u] = v;
                    queue[tail++] = u;
                }
            }
        }
        record Bridge(int length, int one, int other) {}
        List<Bridge> bridges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (v < u && nearest[v] >= 0 && nearest[u] >= 0 && nearest[v] != nearest[u]) {
                    bridges.add(new Bridge(distance[v] + distance[u] + 1, v, u));
                }
            }
        }
        bridges.sort(Comparator.comparingInt(Bridge::length)
                .thenComparingInt(Bridge::one)
                .thenComparingInt(Bridge::other));
        int[] group = IntStream.range(0, n).toArray();
        BitSet network = new BitSet(n);
        for (int t : terminals) {
            network.set(t);
        }
        for (Bridge bridge : bridges) {
            int a = root(group, nearest[bridge.one()]);
            int b = root(group, nearest[bridge.other()]);
            if (a != b) {
                group[a] = b;
                for (int end : new int[] {bridge.one(), bridge.other()}) {
                    for (int v = end; v >= 0; v = before[v]) {
                        network.set(v);
                    }
                }
            }
        }
        return network.stream().toArray();
    }

    private static int root(int[] group, int member) {
        int v = member;
        while (group[v] != v) {
            group[v] = group[group[v]];
            v = group[v];
        }
        return v;
    }
}
