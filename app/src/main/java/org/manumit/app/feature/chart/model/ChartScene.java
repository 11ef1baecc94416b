package org.manumit.app.feature.chart.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a {@link ChartModel} is shown, on compact arrays for layout and drawing: the shown entities and every link
 * whose two ends are shown. Entities and links have numbers of their own here, from 0. Holds no places, so it changes
 * only when something is shown, hidden or restyled. Immutable and so safe to share between threads.
 */
public final class ChartScene {

    private final ChartModel model;
    private final int[] modelNode;
    private final int[] sceneNode;
    private final int[] modelLink;
    private final int[] from;
    private final int[] to;
    private final float[] fan;
    private final float[] thickness;
    private final float[] radius;
    private final int[] hiddenNeighbours;
    private final int[] adjacencyStart;
    private final int[] adjacentNode;
    private final int[] adjacentLink;
    private final int[] byProminence;
    private final String[] nodeClasses;
    private final String[] linkClasses;

    private ChartScene(ChartModel model, BitSet shown, Map<String, String> classOverrides) {
        this.model = model;
        modelNode = shown.stream().toArray();
        sceneNode = new int[model.nodeCount()];
        java.util.Arrays.fill(sceneNode, -1);
        for (int i = 0; i < modelNode.length; i++) {
            sceneNode[modelNode[i]] = i;
        }
        int n = modelNode.length;
        modelLink = IntStream.range(0, model.linkCount())
                .filter(l -> sceneNode[model.from(l)] >= 0 && sceneNode[model.to(l)] >= 0)
                .toArray();
        int m = modelLink.length;
        from = new int[m];
        to = new int[m];
        thickness = new float[m];
        linkClasses = new String[m];
        adjacencyStart = new int[n + 1];
        for (int l = 0; l < m; l++) {
            ChartLink link = model.link(modelLink[l]);
            from[l] = sceneNode[model.from(modelLink[l])];
            to[l] = sceneNode[model.to(modelLink[l])];
            thickness[l] = thicknessOf(link.weight());
            linkClasses[l] = classOverrides.getOrDefault(link.id(), classesOf(link));
            adjacencyStart[from[l] + 1]++;
            adjacencyStart[to[l] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            adjacencyStart[i + 1] += adjacencyStart[i];
        }
        adjacentNode = new int[2 * m];
        adjacentLink = new int[2 * m];
        int[] next = adjacencyStart.clone();
        for (int l = 0; l < m; l++) {
            adjacentNode[next[from[l]]] = to[l];
            adjacentLink[next[from[l]]++] = l;
            adjacentNode[next[to[l]]] = from[l];
            adjacentLink[next[to[l]]++] = l;
        }
        fan = fan(from, to);
        double heaviest =
                model.nodes().stream().mapToDouble(ChartNode::weight).max().orElse(0);
        radius = new float[n];
        hiddenNeighbours = new int[n];
        nodeClasses = new String[n];
        for (int i = 0; i < n; i++) {
            ChartNode node = model.node(modelNode[i]);
            radius[i] = radiusOf(node, heaviest);
            nodeClasses[i] = classOverrides.getOrDefault(node.id(), classesOf(node));
            hiddenNeighbours[i] = (int)
                    model.neighbours(modelNode[i]).filter(o -> sceneNode[o] < 0).count();
        }
        double[] prominence = model.prominence();
        byProminence = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> {
                    int byScore = Double.compare(prominence[modelNode[b]], prominence[modelNode[a]]);
                    return byScore != 0 ? byScore : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The scene that shows these entities of the model, in their own style classes. */
    public static ChartScene of(ChartModel model, BitSet shown) {
        return of(model, shown, Map.of());
    }

    /**
     * The scene that shows these entities of the model.
     *
     * @param classOverrides style classes, separated by commas, that replace an entity's or a link's own, by id
     */
    public static ChartScene of(ChartModel model, BitSet shown, Map<String, String> classOverrides) {
        if (shown.length() > model.nodeCount()) {
            throw new IllegalArgumentException(
                    "shown names entity " + (shown.length() - 1) + " of a model of " + model.nodeCount());
        }
        return new ChartScene(model, shown, classOverrides);
    }

    /** The scene that shows the whole model. */
    public static ChartScene all(ChartModel model) {
        BitSet shown = new BitSet();
        shown.set(0, model.nodeCount());
        return of(model, shown);
    }

    private static float radiusOf(ChartNode node, double heaviest) {
        double share = heaviest > 0 ? Math.sqrt(node.weight() / heaviest) : 0;
        return (float) (node.kind().acts() ? 17 + 10 * share : 12.5 + 4 * share);
    }

    private static float thicknessOf(double weight) {
        return (float) Math.clamp(1.15 + 1.05 * Math.log10(Math.max(1, weight)), 1.15, 6.5);
    }

    private static String classesOf(ChartNode node) {
        Stream<String> own = Stream.of(node.kind().styleClass());
        Stream<String> phase = node.phase().map(Phase::styleClass).stream();
        Stream<String> roles = node.roles().stream().map(badge -> badge.role().styleClass());
        return Stream.of(own, phase, roles, node.styleClasses().stream())
                .flatMap(s -> s)
                .collect(Collectors.joining(","));
    }

    private static String classesOf(ChartLink link) {
        String own = link.kind().styleClass() + "," + link.certainty().styleClass();
        return link.styleClasses().isEmpty() ? own : own + "," + String.join(",", link.styleClasses());
    }

    /** Spreads links between the same two entities: 0 for a single one, otherwise steps of 1 about 0. */
    private static float[] fan(int[] from, int[] to) {
        Map<Long, Integer> count = HashMap.newHashMap(from.length);
        for (int l = 0; l < from.length; l++) {
            count.merge(pair(from[l], to[l]), 1, Integer::sum);
        }
        Map<Long, Integer> used = new HashMap<>();
        float[] fan = new float[from.length];
        for (int l = 0; l < from.length; l++) {
            Long pair = pair(from[l], to[l]);
            int of = count.getOrDefault(pair, 1);
            if (of > 1 || from[l] == to[l]) {
                int k = used.merge(pair, 1, Integer::sum) - 1;
                // Many between the same two stay within a spindle a few links wide.
                float step = of <= 7 ? 1 : 6f / (of - 1);
                float slot = from[l] == to[l] ? 1 + k * step : (k - (of - 1) / 2f) * step;
                // The side is counted from the lower number, so that opposite links do not fall on one another.
                fan[l] = from[l] <= to[l] ? slot : -slot;
            }
        }
        return fan;
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    /** The model this shows a part of. */
    public ChartModel model() {
        return model;
    }

    /** How many entities are shown. */
    public int nodeCount() {
        return modelNode.length;
    }

    /** How many links are shown. */
    public int linkCount() {
        return modelLink.length;
    }

    /** The shown entity of this number. */
    public ChartNode node(int index) {
        return model.node(modelNode[index]);
    }

    /** The shown link of this number. */
    public ChartLink link(int index) {
        return model.link(modelLink[index]);
    }

    /** The model's number of the shown entity. */
    public int modelNode(int index) {
        return modelNode[index];
    }

    /** The number here of the entity with this number in the model; -1 when it is not shown. */
    public int sceneNode(int modelIndex) {
        return sceneNode[modelIndex];
    }

    /** The number of the shown entity with this id. */
    public OptionalInt indexOf(String id) {
        OptionalInt inModel = model.indexOf(id);
        return inModel.isPresent() && sceneNode[inModel.getAsInt()] >= 0
                ? OptionalInt.of(sceneNode[inModel.getAsInt()])
                : OptionalInt.empty();
    }

    /** The entity at the link's first end. */
    public int from(int link) {
        return from[link];
    }

    /** The entity at the link's second end. */
    public int to(int link) {
        return to[link];
    }

    /** Where the link stands among those between the same two entities: 0 straight, otherwise its curve to a side. */
    public float fan(int link) {
        return fan[link];
    }

    /** Line width in chart units. */
    public float thickness(int link) {
        return thickness[link];
    }

    /** Symbol radius in chart units. */
    public float radius(int node) {
        return radius[node];
    }

    /** How many different entities linked to this one are not shown. */
    public int hiddenNeighbours(int node) {
        return hiddenNeighbours[node];
    }

    /** How many shown links end at the entity. */
    public int degree(int node) {
        return adjacencyStart[node + 1] - adjacencyStart[node];
    }

    /** The entity at the other end of the k-th shown link. */
    public int neighbour(int node, int k) {
        return adjacentNode[adjacencyStart[node] + k];
    }

    /** The k-th shown link of the entity. */
    public int linkAt(int node, int k) {
        return adjacentLink[adjacencyStart[node] + k];
    }

    /** The k-th most prominent shown entity; labels are placed in this order. */
    public int byProminence(int k) {
        return byProminence[k];
    }

    /** The entity's style classes, separated by commas. */
    public String nodeClasses(int node) {
        return nodeClasses[node];
    }

    /** The link's style classes, separated by commas. */
    public String linkClasses(int link) {
        return linkClasses[link];
    }

    /** The ids of the shown entities. */
    public List<String> nodeIds() {
        return IntStream.range(0, modelNode.length).mapToObj(i -> node(i).id()).toList();
    }
}
