package org.manumit.graph.analysis.community;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CompactGraph;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.WeightedPaths.Length;

/**
 * Communities after Leiden (Traag, Waltman and van Eck 2019) by modularity with a resolution (Reichardt and Bornholdt
 * 2006): nodes are moved to where they belong better until none does; every community is then split into parts that
 * hang well together, the parts become the nodes of a smaller graph, and so on. Unlike its forerunners it never leaves
 * a community that falls apart. Rounds are repeated until one improves nothing (on graphs of more than 100,000 ties:
 * less than 0.0001). Time nearly O(ties) a round; same graph, same parameters, same result.
 *
 * <p>Where ties have direction, modularity is that of Leicht and Newman (2008): an arc is expected by how much its one
 * end sends and its other end receives, so that an arc from who seldom sends to who seldom receives binds more than one
 * the other way. What a move gains is that of Dugué and Perez (2015). A community hangs together by arcs of either
 * direction. On arcs that all lead both ways alike it is the same as without direction.
 */
public final class Leiden {

    /** From how many ties on a round must be worth its seconds. */
    private static final int LARGE = 100_000;

    private static final double LEAST_GAIN_OF_LARGE = 1e-4;
    private static final double ROUNDING = 1e-12;

    private Leiden() {}

    /** Communities of ties that count alike. */
    public static Communities of(CompactGraph graph, CommunityParameters parameters) {
        double[] weights = new double[graph.tieCount()];
        Arrays.fill(weights, 1);
        return of(graph, weights, parameters, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Communities of weighted ties.
     *
     * @param weights how much each tie counts; positive
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Communities of(
            CompactGraph graph,
            double[] weights,
            CommunityParameters parameters,
            Progress progress,
            Cancellation cancellation) {
        if (weights.length != graph.tieCount()) {
            throw new IllegalArgumentException("a weight per tie is needed: " + weights.length);
        }
        return of(Net.of(graph, weights), graph.tieCount(), parameters, progress, cancellation);
    }

    /**
     * Communities of arcs.
     *
     * @param length whether arcs count by their weight, or alike
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static Communities of(
            Digraph graph,
            Length length,
            CommunityParameters parameters,
            Progress progress,
            Cancellation cancellation) {
        return of(Net.of(graph, length), graph.arcCount(), parameters, progress, cancellation);
    }

    private static Communities of(
            Net whole, int ties, CommunityParameters parameters, Progress progress, Cancellation cancellation) {
        int n = whole.n;
        int[] membership = new int[n];
        for (int v = 0; v < n; v++) {
            membership[v] = v;
        }
        SplittableRandom random = new SplittableRandom(parameters.seed());
        double leastGain = ties > LARGE ? LEAST_GAIN_OF_LARGE : ROUNDING;
        double before = Double.NEGATIVE_INFINITY;
        double now = quality(whole, membership, parameters.resolution());
        for (int round = 0; round < parameters.mostRounds() && now > before + leastGain; round++) {
            progress.report(round, parameters.mostRounds(), "Finding communities");
            round(whole, membership, parameters.resolution(), random, cancellation);
            before = now;
            now = quality(whole, membership, parameters.resolution());
        }
        int count = renumber(membership);
        return new Communities(membership, count, now);
    }

    /** One round from the nodes themselves up to the coarsest graph; changes {@code membership}. */
    private static void round(
            Net whole, int[] membership, double resolution, SplittableRandom random, Cancellation cancellation) {
        Net net = whole;
        // the community of each node of the current net, and the node of the current net each whole node is in
        renumber(membership);
        int[] community = membership.clone();
        int[] at = new int[whole.n];
        for (int v = 0; v < whole.n; v++) {
            at[v] = v;
        }
        while (true) {
            cancellation.check();
            Mover mover = new Mover(net, community, resolution, cancellation);
            mover.moveNodes(random);
            int communities = renumber(community);
            if (communities == net.n) {
                break;
            }
            int[] part = mover.refine(communities, random);
            int parts = renumber(part);
            if (parts == net.n) {
                break;
            }
            int[] coarse = new int[parts];
            for (int v = 0; v < net.n; v++) {
                coarse[part[v]] = community[v];
            }
            for (int v = 0; v < whole.n; v++) {
                at[v] = part[at[v]];
            }
            net = net.merged(part, parts);
            community = coarse;
        }
        for (int v = 0; v < whole.n; v++) {
            membership[v] = community[at[v]];
        }
    }

    /** Numbers groups from 0 in the order of their first members; returns how many there are. */
    private static int renumber(int[] groups) {
        int[] number = new int[groups.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int v = 0; v < groups.length; v++) {
            if (number[groups[v]] < 0) {
                number[groups[v]] = count++;
            }
            groups[v] = number[groups[v]];
        }
        return count;
    }

    private static double quality(Net net, int[] membership, double resolution) {
        if (net.total == 0) {
            return 0;
        }
        double within = 0;
        Strengths strengths = net.strengths.of(membership, net.n);
        for (int v = 0; v < net.n; v++) {
            for (int p = net.offsets[v]; p < net.offsets[v + 1]; p++) {
                within += membership[net.targets[p]] == membership[v] ? net.weights[p] : 0;
            }
        }
        double expected = 0;
        for (int c = 0; c < net.n; c++) {
            expected += strengths.expected(c);
        }
        return (within - resolution * expected / net.total) / net.total;
    }

    /**
     * A weighted graph whose nodes stand for groups; weight within a group is part of its strength only. Arcs stand
     * under either end, those that lead both ways as one.
     */
    private static final class Net {
        final int n;
        final int[] offsets;
        final int[] targets;
        final double[] weights;
        final Strengths strengths;
        /** Twice the weight of all ties. */
        final double total;

        Net(int[] offsets, int[] targets, double[] weights, Strengths strengths, double total) {
            n = offsets.length - 1;
            this.offsets = offsets;
            this.targets = targets;
            this.weights = weights;
            this.strengths = strengths;
            this.total = total;
        }

        static Net of(CompactGraph graph, double[] tieWeights) {
            int n = graph.nodeCount();
            int[] offsets = graph.offsetsCopy();
            int[] targets = graph.targetsCopy();
            double[] weights = new double[targets.length];
            double[] strength = new double[n];
            double total = 0;
            for (int v = 0; v < n; v++) {
                for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                    double weight = tieWeights[graph.tie(p)];
                    if (!(weight > 0)) {
                        throw new IllegalArgumentException("a weight must be positive: " + weight);
                    }
                    weights[p] = weight;
                    strength[v] += weight;
                    total += weight;
                }
            }
            return new Net(offsets, targets, weights, Strengths.undirected(strength), total);
        }

        static Net of(Digraph graph, Length length) {
            int n = graph.nodeCount();
            Digraph against = graph.reversed();
            int[] offsets = new int[n + 1];
            int[] targets = new int[2 * graph.arcCount()];
            double[] weights = new double[targets.length];
            double[] sent = new double[n];
            double[] received = new double[n];
            double total = 0;
            int size = 0;
            for (int v = 0; v < n; v++) {
                int out = graph.start(v);
                int in = against.start(v);
                // both lists ascend
                while (out < graph.start(v + 1) || in < against.start(v + 1)) {
                    int to = out < graph.start(v + 1) ? graph.target(out) : n;
                    int from = in < against.start(v + 1) ? against.target(in) : n;
                    int u = Math.min(to, from);
                    if (to == u) {
                        double weight = length == Length.STEPS ? 1 : graph.weight(out);
                        sent[v] += weight;
                        weights[size] += weight;
                        out++;
                    }
                    if (from == u) {
                        double weight = length == Length.STEPS ? 1 : against.weight(in);
                        received[v] += weight;
                        weights[size] += weight;
                        in++;
                    }
                    total += weights[size];
                    targets[size++] = u;
                }
                offsets[v + 1] = size;
            }
            return new Net(
                    offsets,
                    Arrays.copyOf(targets, size),
                    Arrays.copyOf(weights, size),
                    Strengths.directed(sent, received),
                    total);
        }

        /** The graph of the groups. */
        Net merged(int[] group, int count) {
            int[] begin = new int[count + 1];
            for (int v = 0; v < n; v++) {
                begin[group[v] + 1]++;
            }
            for (int g = 0; g < count; g++) {
                begin[g + 1] += begin[g];
            }
            int[] members = new int[n];
            int[] next = begin.clone();
            for (int v = 0; v < n; v++) {
                members[next[group[v]]++] = v;
            }
            int[] mergedOffsets = new int[count + 1];
            int[] mergedTargets = new int[targets.length];
            double[] mergedWeights = new double[targets.length];
            double[] to = new double[count];
            int[] touched = new int[count];
            int size = 0;
            for (int g = 0; g < count; g++) {
                int found = 0;
                for (int i = begin[g]; i < begin[g + 1]; i++) {
                    int v = members[i];
                    for (int p = offsets[v]; p < offsets[v + 1]; p++) {
                        int h = group[targets[p]];
                        if (h != g) {
                            if (to[h] == 0) {
                                touched[found++] = h;
                            }
                            to[h] += weights[p];
                        }
                    }
                }
                Arrays.sort(touched, 0, found);
                for (int i = 0; i < found; i++) {
                    mergedTargets[size] = touched[i];
                    mergedWeights[size++] = to[touched[i]];
                    to[touched[i]] = 0;
                }
                mergedOffsets[g + 1] = size;
            }
            return new Net(
                    mergedOffsets,
                    Arrays.copyOf(mergedTargets, size),
                    Arrays.copyOf(mergedWeights, size),
                    strengths.of(group, count),
                    total);
        }
    }

    /**
     * How much weight meets each node or group: what it sends and what it receives, or without direction both as one.
     * Of two groups as much weight between them is expected as the product of these, over the weight of all.
     */
    private static final class Strengths {
        final double[] sent;
        /** Empty without direction, which makes this a plain array for the loops that run most. */
        final double[] received;

        private Strengths(double[] sent, double[] received) {
            this.sent = sent;
            this.received = received;
        }

        static Strengths undirected(double[] strength) {
            return new Strengths(strength, new double[0]);
        }

        static Strengths directed(double[] sent, double[] received) {
            return new Strengths(sent, received);
        }

        Strengths copy() {
            return new Strengths(sent.clone(), received.clone());
        }

        Strengths of(int[] group, int count) {
            double[] ofSent = new double[count];
            double[] ofReceived = new double[received.length == 0 ? 0 : count];
            for (int v = 0; v < sent.length; v++) {
                ofSent[group[v]] += sent[v];
            }
            for (int v = 0; v < received.length; v++) {
                ofReceived[group[v]] += received[v];
            }
            return new Strengths(ofSent, ofReceived);
        }

        /** Within a group, to be multiplied by twice the weight of all ties; each tie stands in it from either end. */
        double expected(int group) {
            return received.length == 0 ? sent[group] * sent[group] : 4 * sent[group] * received[group];
        }

        void add(int group, Strengths other, int node) {
            sent[group] += other.sent[node];
            if (received.length > 0) {
                received[group] += other.received[node];
            }
        }

        void take(int group, Strengths other, int node) {
            sent[group] -= other.sent[node];
            if (received.length > 0) {
                received[group] -= other.received[node];
            }
        }
    }

    /** Moves the nodes of one net between communities, and splits communities into parts. */
    private static final class Mover {
        private final Net net;
        private final int[] community;
        private final double gamma;
        private final boolean isDirected;
        private final Cancellation cancellation;
        /** Weight from the node in hand to each community, zero but for those touched. */
        private final double[] to;

        private final int[] touched;
        private int found;

        Mover(Net net, int[] community, double resolution, Cancellation cancellation) {
            this.net = net;
            this.community = community;
            this.cancellation = cancellation;
            isDirected = net.strengths.received.length > 0;
            // the weight of all arcs is half of what stands under either end
            gamma = net.total == 0 ? 0 : (isDirected ? 2 : 1) * resolution / net.total;
            to = new double[net.n];
            touched = new int[net.n];
        }

        /** The weight that chance puts between a group and a node or group that is no part of it. */
        private double expected(double sent, double received, Strengths groups, int group) {
            return isDirected
                    ? gamma * (sent * groups.received[group] + received * groups.sent[group])
                    : gamma * sent * groups.sent[group];
        }

        private double received(Strengths of, int group) {
            return isDirected ? of.received[group] : 0;
        }

        private int[] shuffled(SplittableRandom random) {
            int[] order = new int[net.n];
            for (int v = 0; v < net.n; v++) {
                int j = random.nextInt(v + 1);
                order[v] = order[j];
                order[j] = v;
            }
            return order;
        }

        private void forget() {
            for (int i = 0; i < found; i++) {
                to[touched[i]] = 0;
            }
            found = 0;
        }

        void moveNodes(SplittableRandom random) {
            int n = net.n;
            Strengths strengths = net.strengths.of(community, n);
            int[] size = new int[n];
            for (int v = 0; v < n; v++) {
                size[community[v]]++;
            }
            int[] free = new int[n];
            int frees = 0;
            for (int c = n - 1; c >= 0; c--) {
                if (size[c] == 0) {
                    free[frees++] = c;
                }
            }
            // a ring of nodes that may want to move; each stands in it at most once
            int[] ring = shuffled(random);
            boolean[] waits = new boolean[n];
            Arrays.fill(waits, true);
            int head = 0;
            int waiting = n;
            long handled = 0;
            while (waiting > 0) {
                if ((++handled & 0xffff) == 0) {
                    cancellation.check();
                }
                int v = ring[head];
                head = head + 1 == n ? 0 : head + 1;
                waiting--;
                waits[v] = false;
                int home = community[v];
                double sent = net.strengths.sent[v];
                double received = received(net.strengths, v);
                for (int p = net.offsets[v]; p < net.offsets[v + 1]; p++) {
                    int c = community[net.targets[p]];
                    if (to[c] == 0) {
                        touched[found++] = c;
                    }
                    to[c] += net.weights[p];
                }
                strengths.take(home, net.strengths, v);
                int best = home;
                double bestGain = to[home] - expected(sent, received, strengths, home);
                for (int i = 0; i < found; i++) {
                    int c = touched[i];
                    double gain = to[c] - expected(sent, received, strengths, c);
                    if (gain > bestGain + 1e-12) {
                        best = c;
                        bestGain = gain;
                    }
                }
                if (bestGain < -1e-12 && size[home] > 1) {
                    best = free[frees - 1]; // better alone; there is room, for this community has others
                }
                strengths.add(best, net.strengths, v);
                forget();
                if (best != home) {
                    if (size[best]++ == 0) {
                        frees--;
                    }
                    if (--size[home] == 0) {
                        free[frees++] = home;
                    }
                    community[v] = best;
                    for (int p = net.offsets[v]; p < net.offsets[v + 1]; p++) {
                        int u = net.targets[p];
                        if (!waits[u] && community[u] != best) {
                            waits[u] = true;
                            int tail = head + waiting;
                            ring[tail >= n ? tail - n : tail] = u;
                            waiting++;
                        }
                    }
                }
            }
        }

        /** Splits every community into well-connected parts; returns the part of every node. */
        int[] refine(int communities, SplittableRandom random) {
            int n = net.n;
            Strengths whole = net.strengths.of(community, communities);
            int[] part = new int[n];
            Strengths strengths = net.strengths.copy();
            /* weight from a part to the rest of its community */
            double[] outside = new double[n];
            boolean[] alone = new boolean[n];
            for (int v = 0; v < n; v++) {
                part[v] = v;
                alone[v] = true;
                for (int p = net.offsets[v]; p < net.offsets[v + 1]; p++) {
                    outside[v] += community[net.targets[p]] == community[v] ? net.weights[p] : 0;
                }
            }
            for (int v : shuffled(random)) {
                double sent = net.strengths.sent[v];
                double received = received(net.strengths, v);
                if (!alone[v] || !isWellConnected(v, outside, strengths, whole)) {
                    continue;
                }
                double inside = 0;
                for (int p = net.offsets[v]; p < net.offsets[v + 1]; p++) {
                    int u = net.targets[p];
                    if (community[u] == community[v]) {
                        int c = part[u];
                        if (to[c] == 0) {
                            touched[found++] = c;
                        }
                        to[c] += net.weights[p];
                        inside += net.weights[p];
                    }
                }
                int best = v;
                double bestGain = 0;
                for (int i = 0; i < found; i++) {
                    int c = touched[i];
                    double gain = to[c] - expected(sent, received, strengths, c);
                    if (gain > bestGain + 1e-12 && isWellConnected(c, outside, strengths, whole)) {
                        best = c;
                        bestGain = gain;
                    }
                }
                if (best != v) {
                    part[v] = best;
                    strengths.take(v, net.strengths, v);
                    strengths.add(best, net.strengths, v);
                    // what led from the part to v is inside now, what leads from v elsewhere leads out
                    outside[best] += inside - 2 * to[best];
                    alone[best] = false;
                }
                forget();
            }
            return part;
        }

        /** Whether a part is tied to the rest of its community no less than chance would tie it. */
        private boolean isWellConnected(int part, double[] outside, Strengths parts, Strengths whole) {
            // a part is called after one of its nodes
            int of = community[part];
            double expected = isDirected
                    ? gamma
                            * (parts.sent[part] * (whole.received[of] - parts.received[part])
                                    + parts.received[part] * (whole.sent[of] - parts.sent[part]))
                    : gamma * parts.sent[part] * (whole.sent[of] - parts.sent[part]);
            return outside[part] >= expected - 1e-12;
        }
    }
}
