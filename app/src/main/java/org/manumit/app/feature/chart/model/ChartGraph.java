package org.manumit.app.feature.chart.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Element;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.MultiGraph;
import org.graphstream.stream.SinkAdapter;

/**
 * The GraphStream graph that carries a chart. It holds what is shown, under the chart's own ids, with the attributes a
 * GraphStream user expects ({@code ui.label}, {@code ui.class}, {@code xyz}, {@code weight}), and its event stream tells
 * of every entity and link that comes on, goes off or moves. A {@code ui.class} set by somebody else replaces the classes
 * the chart gave, and the listener hears of it.
 *
 * <p>Not thread-safe: use it from the thread that owns the chart.
 */
public final class ChartGraph {

    private final Graph graph;
    private final Runnable restyled;
    private final Map<String, String> overrides = new HashMap<>();
    private ChartScene scene = ChartScene.all(ChartModel.empty());
    private boolean writing;

    /**
     * An empty graph.
     *
     * @param restyled called after somebody else changed a {@code ui.class}
     */
    public ChartGraph(Runnable restyled) {
        this.restyled = restyled;
        graph = new MultiGraph("chart", false, false);
        graph.addAttributeSink(new Restyling());
    }

    /** The graph itself: add sinks to it, read it, set {@code ui.class} on its elements. */
    public Graph graph() {
        return graph;
    }

    /** The style classes set by others, by entity or link id. */
    public Map<String, String> classOverrides() {
        return Map.copyOf(overrides);
    }

    /** Brings the graph to hold exactly this scene; what stays is not touched. */
    public void show(ChartScene next) {
        writing = true;
        try {
            removeAbsent(next);
            for (int i = 0; i < next.nodeCount(); i++) {
                ChartNode chartNode = next.node(i);
                Node node = Optional.ofNullable(graph.getNode(chartNode.id()))
                        .orElseGet(() -> graph.addNode(chartNode.id()));
                set(node, "ui.label", chartNode.label());
                set(node, "ui.class", next.nodeClasses(i));
                set(node, "weight", chartNode.weight());
            }
            for (int l = 0; l < next.linkCount(); l++) {
                ChartLink link = next.link(l);
                Edge edge = Optional.ofNullable(graph.getEdge(link.id()))
                        .orElseGet(() -> graph.addEdge(
                                link.id(), link.from(), link.to(), link.direction() == LinkDirection.FORWARD));
                set(edge, "ui.label", link.label());
                set(edge, "ui.class", next.linkClasses(l));
                set(edge, "weight", link.weight());
            }
            scene = next;
        } finally {
            writing = false;
        }
    }

    /** Writes the places of the shown entities, as numbered in the scene last shown, into {@code xyz}. */
    public void place(double[] x, double[] y) {
        for (int i = 0; i < scene.nodeCount(); i++) {
            Node node = graph.getNode(scene.node(i).id());
            // GraphStream's y grows upwards, the chart's downwards.
            node.setAttribute("xyz", x[i], -y[i], 0.0);
        }
    }

    private void removeAbsent(ChartScene next) {
        Map<String, ChartLink> staying = HashMap.newHashMap(next.linkCount());
        for (int l = 0; l < next.linkCount(); l++) {
            staying.put(next.link(l).id(), next.link(l));
        }
        List<Edge> goneEdges = new ArrayList<>();
        graph.edges().forEach(edge -> {
            ChartLink link = staying.get(edge.getId());
            if (link == null
                    || !link.from().equals(edge.getSourceNode().getId())
                    || !link.to().equals(edge.getTargetNode().getId())) {
                goneEdges.add(edge);
            }
        });
        goneEdges.forEach(graph::removeEdge);
        List<Node> goneNodes = graph.nodes()
                .filter(node -> next.indexOf(node.getId()).isEmpty())
                .toList();
        goneNodes.forEach(graph::removeNode);
    }

    private static void set(Element element, String key, Object value) {
        if (!Objects.equals(element.getAttribute(key), value)) {
            element.setAttribute(key, value);
        }
    }

    private final class Restyling extends SinkAdapter {

        @Override
        public void nodeAttributeChanged(
                String sourceId, long timeId, String nodeId, String attribute, Object oldValue, Object newValue) {
            override(nodeId, attribute, newValue);
        }

        @Override
        public void edgeAttributeChanged(
                String sourceId, long timeId, String edgeId, String attribute, Object oldValue, Object newValue) {
            override(edgeId, attribute, newValue);
        }

        private void override(String id, String attribute, Object value) {
            if (!writing && attribute.equals("ui.class")) {
                overrides.put(id, String.valueOf(value));
                restyled.run();
            }
        }
    }
}
