package org.manumit.app.feature.chart.render;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Node;
import org.graphstream.ui.graphicGraph.GraphicElement;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.graphstream.ui.graphicGraph.StyleGroup;
import org.graphstream.ui.graphicGraph.stylesheet.Colors;

/**
 * What the chart stylesheet says about each combination of style classes. GraphStream's own parser and cascade decide;
 * each combination is asked once and remembered. Thread-safe.
 */
public final class ChartStyles {

    private final ChartTheme theme;
    // One element per combination of classes, so that GraphStream's cascade answers for it; guarded by itself.
    private final GraphicGraph probe;
    private final Map<String, NodeStyle> nodeStyles = new ConcurrentHashMap<>();
    private final Map<String, LinkStyle> linkStyles = new ConcurrentHashMap<>();

    /** The styles of the program's own stylesheet under a theme. */
    public ChartStyles(ChartTheme theme) {
        this.theme = theme;
        probe = probe(theme.stylesheet());
    }

    /** The theme. */
    public ChartTheme theme() {
        return theme;
    }

    /** How an entity with these style classes, separated by commas, is drawn. */
    public NodeStyle node(String classes) {
        return nodeStyles.computeIfAbsent(classes, this::askNode);
    }

    /** How a link with these style classes, separated by commas, is drawn. */
    public LinkStyle link(String classes) {
        return linkStyles.computeIfAbsent(classes, this::askLink);
    }

    private NodeStyle askNode(String classes) {
        synchronized (probe) {
            Node node = probe.addNode("node " + probe.getNodeCount());
            node.setAttribute("ui.class", classes);
            StyleGroup style = ((GraphicElement) node).getStyle();
            return new NodeStyle(
                    Objects.requireNonNull(style.getShape()),
                    first(style.getFillColors()),
                    first(style.getStrokeColor()),
                    (float) style.getStrokeWidth().value,
                    style.getStrokeMode(),
                    first(style.getTextColor()),
                    (float) style.getTextSize().value);
        }
    }

    private LinkStyle askLink(String classes) {
        synchronized (probe) {
            String from = "from " + probe.getNodeCount();
            String to = "to " + probe.getNodeCount();
            probe.addNode(from);
            probe.addNode(to);
            Edge edge = probe.addEdge(from + to, from, to, true);
            edge.setAttribute("ui.class", classes);
            StyleGroup style = ((GraphicElement) edge).getStyle();
            return new LinkStyle(
                    first(style.getFillColors()), style.getStrokeMode(), first(style.getTextColor()), (float)
                            style.getTextSize().value);
        }
    }

    private static GraphicGraph probe(String stylesheet) {
        GraphicGraph probe = new GraphicGraph("probe");
        try {
            // Not through the attribute, which would swallow a stylesheet that cannot be read.
            probe.getStyleSheet().parseFromString(stylesheet);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart stylesheet cannot be read", e);
        }
        return probe;
    }

    private static Color first(Colors colours) {
        var colour = colours.get(0);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha());
    }
}
