package org.manumit.graph.query;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph whose ties have direction and weight, packed into arrays: nodes are 0 to {@code nodeCount - 1}, each node's arcs
 * stand together under where they start, and again under where they end. Arcs between the same two nodes are one, their
 * weights added; loops are left out. Immutable; safe for use from several threads; 24 bytes an arc.
 */
public final class Digraph {

    private final int[] outStart;
    private final int[] targets;
    private final double[] outWeights;
    private final int[] inStart;
    private final int[] sources;
    private final double[] inWeights;
    private final int loops;

    private Digraph(
            int[] outStart,
            int[] targets,
            double[] outWeights,
            int[] inStart,
            int[] sources,
            double[] inWeights,
            int loops) {
        this.outStart = outStart;
        this.targets = targets;
        this.outWeights = outWeights;
        this.inStart = inStart;
        this.sources = sources;
        this.inWeights = inWeights;
        this.loops = loops;
    }

    /**
     * A graph of the arcs {@code from[i]} to {@code to[i]}; time O(nodes + arcs).
     *
     * @param weights how strong each arc is, above 0
     */
    public static Digraph of(int nodeCount, int[] from, int[] to, double[] weights) {
        int loops = 0;
        for (int i = 0; i < from.length; i++) {
            if (!(weights[i] > 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("a weight must be a number above 0: " + weights[i]);
            }
            loops += from[i] == to[i] ? 1 : 0;
        }
        int[] all = IntStream.range(0, from.length).toArray();
        int[] sorted = sorted(sorted(all, to, nodeCount), from, nodeCount);
        int[] near = new int[from.length - loops];
        int[] far = new int[near.length];
        double[] strength = new double[near.length];
        int arcs = 0;
        for (int arc : sorted) {
            if (from[arc] == to[arc]) {
                continue;
            }
            if (arcs > 0 && near[arcs - 1] == from[arc] && far[arcs - 1] == to[arc]) {
                strength[arcs - 1] += weights[arc];
            } else {
                near[arcs] = from[arc];
                far[arcs] = to[arc];
                strength[arcs++] = weights[arc];
            }
        }
        int[] outStart = new int[nodeCount + 1];
        int[] inStart = new int[nodeCount + 1];
        for (int i = 0; i < arcs; i++) {
            outStart[near[i] + 1]++;
            inStart[far[i] + 1]++;
        }
        for (int v = 0; v < nodeCount; v++) {
            outStart[v + 1] += outStart[v];
            inStart[v + 1] += inStart[v];
        }
        int[] sources = new int[arcs];
        double[] inWeights = new double[arcs];
        int[] next = inStart.clone();
        for (int i = 0; i < arcs; i++) {
            int at = next[far[i]]++;
            sources[at] = near[i];
            inWeights[at] = strength[i];
        }
        return new Digraph(
                outStart, Arrays.copyOf(far, arcs), Arrays.copyOf(strength, arcs), inStart, sources, inWeights, loops);
    }

    /** Arcs in the order of one of their ends, those with the same end as they stood. */
    private static int[] sorted(int[] arcs, int[] end, int nodeCount) {
        int[] next = new int[nodeCount + 1];
        for (int node : end) {
            next[node + 1]++;
        }
        for (int v = 0; v < nodeCount; v++) {
            next[v + 1] += next[v];
        }
        int[] sorted = new int[arcs.length];
        for (int arc : arcs) {
            sorted[next[end[arc]]++] = arc;
        }
        return sorted;
    }

    /** The ties of a graph in either direction, each of weight 1. */
    public static Digraph bothWays(CompactGraph graph) {
        double[] ones = new double[graph.tieCount()];
        Arrays.fill(ones, 1);
        return bothWays(graph, ones);
    }

    /**
     * The ties of a graph in either direction.
     *
     * @param weights how strong each tie is, by its number
     */
    public static Digraph bothWays(CompactGraph graph, double[] weights) {
        int arcs = 2 * graph.tieCount();
        int[] from = new int[arcs];
        int[] to = new int[arcs];
        double[] strength = new double[arcs];
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                from[p] = v;
                to[p] = graph.target(p);
                strength[p] = weights[graph.tie(p)];
            }
        }
        return of(graph.nodeCount(), from, to, strength);
    }

    /** The same with every arc turned round. */
    public Digraph reversed() {
        return new Digraph(inStart, sources, inWeights, outStart, targets, outWeights, loops);
    }

    /** How many nodes. */
    public int nodeCount() {
        return outStart.length - 1;
    }

    /** How many arcs, those between the same two nodes in the same direction as one. */
    public int arcCount() {
        return targets.length;
    }

    /** How many loops were left out. */
    public int loops() {
        return loops;
    }

    /** The first place of a node's arcs; they end before {@code start(node + 1)}. */
    public int start(int node) {
        return outStart[node];
    }

    /** Where the arc at a place ends. */
    public int target(int place) {
        return targets[place];
    }

    /** Where the arc from one node to another stands, or a negative number when there is none. */
    public int place(int from, int to) {
        return Arrays.binarySearch(targets, outStart[from], outStart[from + 1], to);
    }

    /** How strong the arc at a place is. */
    public double weight(int place) {
        return outWeights[place];
    }

    /** How many arcs start at a node. */
    public int outDegree(int node) {
        return outStart[node + 1] - outStart[node];
    }

    /** How many arcs end at a node. */
    public int inDegree(int node) {
        return inStart[node + 1] - inStart[node];
    }

    /** The weight of all arcs that start at a node. */
    public double outStrength(int node) {
        double sum = 0;
        for (int p = outStart[node]; p < outStart[node + 1]; p++) {
            sum += outWeights[p];
        }
        return sum;
    }

    /** The weight of all arcs that end at a node. */
    public double inStrength(int node) {
        double sum = 0;
        for (int p = inStart[node]; p < inStart[node + 1]; p++) {
            sum += inWeights[p];
        }
        return sum;
    }

    /** The strongly connected part each node belongs to, numbered from 0 in the order of their smallest node. */
    public int[] strongParts() {
        int n = nodeCount();
        // Kosaraju and Sharir 1981: the order of leaving, then searches against the arcs
        int[] order = new int[n];
        int left = 0;
        boolean[] seen = new boolean[n];
        int[] stack = new int[n];
        int[] place = new int[n];
        for (int root = 0; root < n; root++) {
            if (seen[root]) {
                continue;
            }
            int depth = 0;
            stack[0] = root;
            place[root] = outStart[root];
            seen[root] = true;
            while (depth >= 0) {
                int v = stack[depth];
                if (place[v] < outStart[v + 1]) {
                    int u = targets[place[v]++];
                    if (!seen[u]) {
                        seen[u] = true;
                        place[u] = outStart[u];
                        stack[++depth] = u;
                    }
                } else {
                    order[left++] = v;
                    depth--;
                }
            }
        }
        int[] part = new int[n];
        Arrays.fill(part, -1);
        int parts = 0;
        for (int i = n - 1; i >= 0; i--) {
            if (part[order[i]] >= 0) {
                continue;
            }
            int depth = 0;
            stack[0] = order[i];
            part[order[i]] = parts;
            while (depth >= 0) {
                int v = stack[depth--];
                for (int p = inStart[v]; p < inStart[v + 1]; p++) {
                    if (part[sources[p]] < 0) {
                        part[sources[p]] = parts;
                        stack[++depth] = sources[p];
                    }
                }
            }
            parts++;
        }
        int[] named = new int[parts];
        Arrays.fill(named, -1);
        int next = 0;
        for (int v = 0; v < n; v++) {
            if (named[part[v]] < 0) {
                named[part[v]] = next++;
            }
            part[v] = named[part[v]];
        }
        return part;
    }
}
