package org.manumit.graph.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smallest network of ties that joins chosen nodes: exactly, by Dreyfus and Wagner (1971), for a few chosen ones;
 * beyond that one with at most twice as many ties ({@link Paths#joining}). Nodes of other parts of the graph than the
 * first chosen one are left unjoined.
 *
 * @param nodes all nodes of it, the chosen ones among them, ascending
 * @param size whether no smaller one joins them
 */
public record SmallestNetwork(List<Integer> nodes, Size size) {

    /** How small it is. */
    public enum Size {
        SMALLEST,
        AT_MOST_TWICE
    }

    private static final long MOST_WORK = 100_000_000L;

    private static final int MOST_CHOSEN = 10;

    public SmallestNetwork {
        nodes = List.copyOf(nodes);
    }

    /** Finds it; time O(nodes times 3 to the number of chosen ones + ties times 2 to that). */
    public static SmallestNetwork joining(CompactGraph graph, int... chosen) {
        int[] terminals = IntStream.of(chosen).distinct().toArray();
        BitSet part = partOf(graph, terminals[0]);
        int[] joined = IntStream.of(terminals).filter(part::get).sorted().toArray();
        double work = Math.pow(3, joined.length) * graph.nodeCount();
        if (joined.length > MOST_CHOSEN || work > MOST_WORK) {
            return new SmallestNetwork(
                    IntStream.of(Paths.joining(graph, terminals)).boxed().toList(), Size.AT_MOST_TWICE);
        }
        BitSet nodes = joined.length < 2 ? new BitSet() : new Trees(graph, joined).smallest();
        for (int t : terminals) {
            nodes.set(t);
        }
        return new SmallestNetwork(nodes.stream().boxed().toList(), Size.SMALLEST);
    }

    private static BitSet partOf(CompactGraph graph, int from) {
        BitSet seen = new BitSet();
        int[] queue = new int[graph.nodeCount()];
        int tail = 0;
        queue[tail++] = from;
        seen.set(from);
        for (int head = 0; head < tail; head++) {
            for (int p = graph.start(queue[head]); p < graph.start(queue[head] + 1); p++) {
                if (!seen.get(graph.target(p))) {
                    seen.set(graph.target(p));
                    queue[tail++] = graph.target(p);
                }
            }
        }
        return seen;
    }

    /** For every set of chosen nodes and every node the size of the smallest tree that holds them. */
    private static final class Trees {
        private static final int FAR = Integer.MAX_VALUE / 4;

        private final CompactGraph graph;
        private final int[] terminals;
        private final int[][] size;
        /** How a tree was made: a part of its set joined with the rest at the node, or, negative, a step to a neighbour. */
        private final int[][] made;

        Trees(CompactGraph graph, int[] terminals) {
            this.graph = graph;
            this.terminals = terminals;
            int sets = 1 << (terminals.length - 1);
            size = new int[sets][graph.nodeCount()];
            made = new int[sets][graph.nodeCount()];
        }

        BitSet smallest() {
            for (int set = 1; set < size.length; set++) {
                Arrays.fill(size[set], FAR);
                if (Integer.bitCount(set) == 1) {
                    size[set][terminals[Integer.numberOfTrailingZeros(set)]] = 0;
                } else {
                    join(set);
                }
                spread(set);
            }
            BitSet nodes = new BitSet();
            collect(size.length - 1, terminals[terminals.length - 1], nodes);
            return nodes;
        }

        private void join(int set) {
            for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
                int rest = set ^ part;
                if (part < rest) {
                    continue; // the same two the other way round
                }
                for (int v = 0; v < graph.nodeCount(); v++) {
                    int both = size[part][v] + size[rest][v];
                    if (both < size[set][v]) {
                        size[set][v] = both;
                        made[set][v] = part;
                    }
                }
            }
        }

        /** Grows the trees of a set along ties, the smallest first; every tie counts one. */
        private void spread(int set) {
            List<List<Integer>> bySize = new ArrayList<>();
            for (int v = 0; v < graph.nodeCount(); v++) {
                put(bySize, size[set][v], v);
            }
            for (int s = 0; s < bySize.size(); s++) {
                List<Integer> now = bySize.get(s);
                for (int i = 0; i < now.size(); i++) {
                    int v = now.get(i);
                    if (size[set][v] != s) {
                        continue;
                    }
                    for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                        int u = graph.target(p);
                        if (size[set][u] > s + 1) {
                            size[set][u] = s + 1;
                            made[set][u] = -1 - v;
                            put(bySize, s + 1, u);
                        }
                    }
                }
            }
        }

        private static void put(List<List<Integer>> bySize, int s, int v) {
            if (s >= FAR) {
                return;
            }
            while (bySize.size() <= s) {
                bySize.add(new ArrayList<>());
            }
            bySize.get(s).add(v);
        }

        private void collect(int set, int node, BitSet nodes) {
            nodes.set(node);
            int how = made[set][node];
            if (how < 0) {
                collect(set, -1 - how, nodes);
            } else if (how > 0) {
                collect(how, node, nodes);
                collect(set ^ how, node, nodes);
            }
        }
    }
}
