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
import org.jspecify.annotations.Nullable;

/**
 * Ways along arcs with direction and length. An arc is the shorter the stronger it is (one over its weight; Newman 2001)
 * or, where weights do not count, one long. Of ways of equal length the one with fewer steps comes first, then the one
 * through the smallest numbers.
 */
public final class WeightedPaths {

    /** How long an arc is. */
    public enum Length {
        /** Every arc is one long: the fewest steps. */
        STEPS,
        /** One over its weight: the strongest ties. */
        STRENGTH
    }

    /**
     * A way.
     *
     * @param nodes those on it, both ends among them
     * @param length how long
     */
    public record Way(List<Integer> nodes, double length) {
        public Way {
            nodes = List.copyOf(nodes);
        }
    }

    private static final double SAME = 1e-12;

    private final Digraph graph;
    private final Length length;

    private WeightedPaths(Digraph graph, Length length) {
        this.graph = graph;
        this.length = length;
    }

    /** Ways through a graph. */
    public static WeightedPaths in(Digraph graph, Length length) {
        return new WeightedPaths(graph, length);
    }

    private double lengthAt(int place) {
        return length == Length.STEPS ? 1 : 1 / graph.weight(place);
    }

    /** Whether two lengths are the same but for rounding. */
    static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(1, Math.min(Math.abs(a), Math.abs(b)));
    }

    private record Reached(int node, double distance, int steps) {}

    /** A shortest way from one node to another (Dijkstra 1959). */
    public Optional<Way> shortest(int from, int to) {
        return shortest(from, to, new BitSet(), new HashSet<>());
    }

    private Optional<Way> shortest(int from, int to, BitSet closed, Set<Long> closedArcs) {
        int n = graph.nodeCount();
        double[] distance = new double[n];
        int[] steps = new int[n];
        int[] before = new int[n];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        boolean[] done = new boolean[n];
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::distance)
                .thenComparingInt(Reached::steps)
                .thenComparingInt(Reached::node));
        distance[from] = 0;
        open.add(new Reached(from, 0, 0));
        while (!open.isEmpty()) {
            Reached at = open.remove();
            int v = at.node();
            if (done[v]) {
                continue;
            }
            done[v] = true;
            if (v == to) {
                break;
            }
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                int u = graph.target(p);
                if (done[u] || closed.get(u) || (!closedArcs.isEmpty() && closedArcs.contains(arc(v, u)))) {
                    continue;
                }
                double reached = distance[v] + lengthAt(p);
                boolean nearer = reached < distance[u] && !same(reached, distance[u]);
                boolean asNear = same(reached, distance[u])
                        && (steps[v] + 1 < steps[u] || (steps[v] + 1 == steps[u] && v < before[u]));
                if (nearer || asNear) {
                    distance[u] = Math.min(reached, distance[u]);
                    steps[u] = steps[v] + 1;
                    before[u] = v;
                    open.add(new Reached(u, distance[u], steps[u]));
                }
            }
        }
        if (Double.isInfinite(distance[to])) {
            return Optional.empty();
        }
        List<Integer> nodes = new ArrayList<>();
        for (int v = to; v >= 0; v = v == from ? -1 : before[v]) {
            nodes.addFirst(v);
        }
        return Optional.of(new Way(nodes, distance[to]));
    }

    private static long arc(int from, int to) {
        return (long) from << 32 | to;
    }

    /** The shortest ways without repeated nodes, the shortest first (Yen 1971). */
    public List<Way> shortest(int from, int to, int most) {
        Optional<Way> first = shortest(from, to);
        if (first.isEmpty() || most < 1) {
            return List.of();
        }
        List<Way> found = new ArrayList<>(List.of(first.get()));
        Set<List<Integer>> seen = new HashSet<>(Set.of(first.get().nodes()));
        PriorityQueue<Way> waiting = new PriorityQueue<>(WeightedPaths::compare);
        while (found.size() < most) {
            List<Integer> last = found.getLast().nodes();
            double root = 0;
            for (int i = 0; i < last.size() - 1; i++) {
                List<Integer> kept = last.subList(0, i + 1);
                BitSet closed = new BitSet();
                kept.subList(0, i).forEach(closed::set);
                Set<Long> arcs = new HashSet<>();
                for (Way way : found) {
                    if (way.nodes().size() > i + 1
                            && way.nodes().subList(0, i + 1).equals(kept)) {
                        arcs.add(arc(way.nodes().get(i), way.nodes().get(i + 1)));
                    }
                }
                Optional<Way> rest = shortest(kept.getLast(), to, closed, arcs);
                if (rest.isPresent()) {
                    List<Integer> nodes = new ArrayList<>(kept.subList(0, i));
                    nodes.addAll(rest.get().nodes());
                    if (seen.add(List.copyOf(nodes))) {
                        waiting.add(new Way(nodes, root + rest.get().length()));
                    }
                }
                root += lengthAt(graph.place(last.get(i), last.get(i + 1)));
            }
            @Nullable Way next = waiting.poll();
            if (next == null) {
                break;
            }
            found.add(next);
        }
        return List.copyOf(found);
    }

    private static int compare(Way a, Way b) {
        if (!same(a.length(), b.length())) {
            return Double.compare(a.length(), b.length());
        }
        if (a.nodes().size() != b.nodes().size()) {
            return Integer.compare(a.nodes().size(), b.nodes().size());
        }
        return Arrays.compare(
                a.nodes().stream().mapToInt(Integer::intValue).toArray(),
                b.nodes().stream().mapToInt(Integer::intValue).toArray());
    }
}
