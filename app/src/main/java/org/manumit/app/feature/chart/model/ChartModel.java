package org.manumit.app.feature.chart.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything a chart could show: all entities and links handed to it, on compact arrays. Immutable and so safe to share
 * between threads; what of it is on screen is a {@link ChartScene}.
 *
 * <p>Entities and links are numbered from 0 in the order given. Building it is O(entities + links).
 */
public final class ChartModel {

    private static final ChartModel EMPTY = of(List.of(), List.of());

    /** So many entities can be taken in without choosing among them. */
    private static final int AT_A_GLANCE = 100;

    private final List<ChartNode> nodes;
    private final List<ChartLink> links;
    private final Map<String, Integer> indexById;
    private final int[] from;
    private final int[] to;
    private final int[] adjacencyStart;
    private final int[] adjacentNode;
    private final int[] adjacentLink;

    private ChartModel(List<ChartNode> nodes, List<ChartLink> links) {
        this.nodes = nodes;
        this.links = links;
        indexById = HashMap.newHashMap(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            if (indexById.put(nodes.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "two entities on the chart have the id " + nodes.get(i).id());
            }
        }
        from = new int[links.size()];
        to = new int[links.size()];
        Set<String> linkIds = HashSet.newHashSet(links.size());
        adjacencyStart = new int[nodes.size() + 1];
        for (int l = 0; l < links.size(); l++) {
            ChartLink link = links.get(l);
            if (!linkIds.add(link.id())) {
                throw new IllegalArgumentException("two links on the chart have the id " + link.id());
            }
            from[l] = end(link, link.from());
            to[l] = end(link, link.to());
            adjacencyStart[from[l] + 1]++;
            if (from[l] != to[l]) {
                adjacencyStart[to[l] + 1]++;
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            adjacencyStart[i + 1] += adjacencyStart[i];
        }
        adjacentNode = new int[adjacencyStart[nodes.size()]];
        adjacentLink = new int[adjacentNode.length];
        int[] next = adjacencyStart.clone();
        for (int l = 0; l < links.size(); l++) {
            int a = next[from[l]]++;
            adjacentNode[a] = to[l];
            adjacentLink[a] = l;
            if (from[l] != to[l]) {
                int b = next[to[l]]++;
                adjacentNode[b] = from[l];
                adjacentLink[b] = l;
            }
        }
    }

    private int end(ChartLink link, String id) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new IllegalArgumentException(
                    "link " + link.id() + " ends at " + id + ", which is not among the entities");
        }
        return index;
    }

    /**
     * A model of these entities and links.
     *
     * @throws IllegalArgumentException when an id occurs twice or a link ends at an entity that is not given
     */
    public static ChartModel of(Collection<ChartNode> nodes, Collection<ChartLink> links) {
        return new ChartModel(List.copyOf(nodes), List.copyOf(links));
    }

    /** A model of nothing. */
    public static ChartModel empty() {
        return EMPTY;
    }

    /** The entities that pass a test, and the links between them. */
    public ChartModel restrictedTo(Predicate<ChartNode> kept) {
        List<ChartNode> keptNodes = nodes.stream().filter(kept).toList();
        Set<String> ids = keptNodes.stream().map(ChartNode::id).collect(Collectors.toSet());
        return of(
                keptNodes,
                links.stream()
                        .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
                        .toList());
    }

    /** All entities, by number. */
    public List<ChartNode> nodes() {
        return nodes;
    }

    /** All links, by number. */
    public List<ChartLink> links() {
        return links;
    }

    /** The entity of this number. */
    public ChartNode node(int index) {
        return nodes.get(index);
    }

    /** The link of this number. */
    public ChartLink link(int index) {
        return links.get(index);
    }

    /** How many entities there are. */
    public int nodeCount() {
        return nodes.size();
    }

    /** How many links there are. */
    public int linkCount() {
        return links.size();
    }

    /** The number of the entity with this id. */
    public OptionalInt indexOf(String id) {
        Integer index = indexById.get(id);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Number of the entity at the link's first end. */
    public int from(int link) {
        return from[link];
    }

    /** Number of the entity at the link's second end. */
    public int to(int link) {
        return to[link];
    }

    /** How many links end at the entity; a link to itself counts once. */
    public int degree(int node) {
        return adjacencyStart[node + 1] - adjacencyStart[node];
    }

    /** The entity at the other end of the entity's k-th link, k below {@link #degree}. */
    public int neighbour(int node, int k) {
        return adjacentNode[adjacencyStart[node] + k];
    }

    /** The entity's k-th link, k below {@link #degree}. */
    public int linkAt(int node, int k) {
        return adjacentLink[adjacencyStart[node] + k];
    }

    /** The different entities linked to this one, itself excepted, in order of number. */
    public IntStream neighbours(int node) {
        return IntStream.range(adjacencyStart[node], adjacencyStart[node + 1])
                .map(a -> adjacentNode[a])
                .filter(other -> other != node)
                .distinct()
                .sorted();
    }

    /**
     * How much an entity matters for a first look: its weight relative to the heaviest, its number of different
     * neighbours relative to the most, and whether it holds a role.
     */
    public double[] prominence() {
        int n = nodes.size();
        double[] score = new double[n];
        double maxWeight = 0;
        double maxDegree = 0;
        int[] seen = new int[n];
        int[] distinct = new int[n];
        for (int i = 0; i < n; i++) {
            for (int a = adjacencyStart[i]; a < adjacencyStart[i + 1]; a++) {
                int other = adjacentNode[a];
                if (other != i && seen[other] != i + 1) {
                    seen[other] = i + 1;
                    distinct[i]++;
                }
            }
            maxDegree = Math.max(maxDegree, Math.log1p(distinct[i]));
            maxWeight = Math.max(maxWeight, nodes.get(i).weight());
        }
        for (int i = 0; i < n; i++) {
            ChartNode node = nodes.get(i);
            score[i] = (maxDegree > 0 ? Math.log1p(distinct[i]) / maxDegree : 0)
                    + (maxWeight > 0 ? node.weight() / maxWeight : 0)
                    + (node.roles().isEmpty() ? 0 : 1)
                    + (node.kind().acts() ? 0.25 : 0);
        }
        return score;
    }

    /**
     * The numbers of at most {@code limit} entities to open a chart on: the most prominent, and among them as few
     * unconnected ones as possible, so that the first look is a network and not a scatter of dots. With no more entities
     * than the limit, all of them. O((entities + links) log entities).
     */
    public BitSet bestConnected(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, was " + limit);
        }
        int n = nodes.size();
        BitSet chosen = new BitSet(n);
        if (n <= limit) {
            chosen.set(0, n);
            return chosen;
        }
        double[] score = prominence();
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        order.sort((a, b) -> {
            int byScore = Double.compare(score[b], score[a]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        // A candidate comes on when it is linked to one that is on, or starts one of a few separate networks.
        int seeds = Math.max(1, limit / 10);
        for (int i : order.subList(0, Math.min(seeds, n))) {
            chosen.set(i);
        }
        boolean grew = true;
        while (grew && chosen.cardinality() < limit) {
            grew = false;
            for (int i : order) {
                if (!chosen.get(i) && touches(i, chosen)) {
                    chosen.set(i);
                    grew = true;
                    if (chosen.cardinality() == limit) {
                        return chosen;
                    }
                }
            }
        }
        for (int i : order) {
            if (chosen.cardinality() == limit) {
                break;
            }
            chosen.set(i);
        }
        return chosen;
    }

    /** Whether an analysis has said of anybody to which network they belong. */
    public boolean isJudged() {
        return nodes.stream().anyMatch(node -> node.group().isPresent());
    }

    /**
     * The numbers of at most {@code limit} entities to open a case on: whoever plays a role or belongs to a network, and
     * the few others who link most of them, so that the first look is at the undertaking and not at everybody its people
     * ever rang. Where nobody plays a role, the best connected; of a case small enough to take in at a glance,
     * all. O((entities + links) log entities).
     */
    public BitSet opening(int limit) {
        if (nodes.size() <= Math.min(limit, AT_A_GLANCE)) {
            return bestConnected(limit);
        }
        BitSet core = new BitSet(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).roles().isEmpty() || nodes.get(i).group().isPresent()) {
                core.set(i);
            }
        }
        if (core.isEmpty() || core.cardinality() > limit) {
            return bestConnected(limit);
        }
        double[] score = prominence();
        int[] between = new int[nodes.size()];
        for (int i = core.nextClearBit(0); i < nodes.size(); i = core.nextClearBit(i + 1)) {
            between[i] = chosenNeighbours(i, core);
        }
        BitSet chosen = (BitSet) core.clone();
        IntStream.range(0, nodes.size())
                .filter(i -> between[i] >= 2)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -between[i])
                        .thenComparingDouble(i -> -score[i])
                        .thenComparingInt(i -> i))
                .limit(Math.min(limit - core.cardinality(), Math.max(8, core.cardinality() / 4)))
                .forEach(chosen::set);
        return chosen;
    }

    private int chosenNeighbours(int node, BitSet chosen) {
        BitSet found = new BitSet();
        for (int a = adjacencyStart[node]; a < adjacencyStart[node + 1]; a++) {
            if (chosen.get(adjacentNode[a])) {
                found.set(adjacentNode[a]);
            }
        }
        return found.cardinality();
    }

    private boolean touches(int node, BitSet chosen) {
        for (int a = adjacencyStart[node]; a < adjacencyStart[node + 1]; a++) {
            if (adjacentNode[a] != node && chosen.get(adjacentNode[a])) {
                return true;
            }
        }
        return false;
    }
}
