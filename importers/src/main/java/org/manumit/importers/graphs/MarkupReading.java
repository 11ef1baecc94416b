package org.manumit.importers.graphs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One reading of a GraphML, GEXF or XGMML file, told apart by what their elements are called. Attributes stay as written, under
 * the names that the file gives them; those of yEd's drawing, positions and colours are left out. Not thread-safe.
 */
final class MarkupReading {

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 50;

    /** A node or an edge that is being read; nodes may hold graphs of their own. */
    private static final class Element {
        private final Map<String, String> attributes;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> spells = new ArrayList<>();
        private String label;

        Element(Map<String, String> attributes) {
            this.attributes = attributes;
            this.label = attributes.getOrDefault("label", "");
        }
    }

    private final NetworkRows rows;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean directed = true;
    private String key = "";
    private String keyFor = "";
    private boolean isLabel;

    /** The attributes of XGMML that are open, and whether what they say is how something is drawn. */
    private final Deque<String> atts = new ArrayDeque<>();

    private int graphics;

    MarkupReading(NetworkRows rows) {
        this.rows = rows;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
        }
        if (isLabel) {
            label(); // the text ends where yEd goes on to say how it is placed
        }
        isLabel = false;
        switch (xml.getLocalName()) {
            case "NodeLabel", "EdgeLabel" -> isLabel = true;
            case "graph" -> {
                String said = attributes.getOrDefault(
                        "edgedefault",
                        attributes.getOrDefault("defaultedgetype", attributes.getOrDefault("directed", "directed")));
                directed = !said.equals("undirected") && !said.equals("0") && !said.equals("false");
            }
            case "key" -> {
                key = attributes.getOrDefault("id", "");
                keyFor = attributes.getOrDefault("for", "all");
                titles.put(key, attributes.getOrDefault("attr.name", attributes.getOrDefault("yfiles.type", "")));
            }
            case "attribute" -> {
                key = attributes.getOrDefault("id", "");
                titles.put(key, attributes.getOrDefault("title", ""));
            }
            case "node", "edge" -> {
                if (open.size() > DEEPEST) {
                    throw new XMLStreamException("nodes stand in one another without end", xml.getLocation());
                }
                open.push(new Element(attributes));
            }
            case "data" -> key = attributes.getOrDefault("key", "");
            case "attvalue" -> {
                String id = attributes.getOrDefault("for", attributes.getOrDefault("id", ""));
                put(titles.getOrDefault(id, id), attributes.getOrDefault("value", ""));
            }
            case "graphics" -> graphics++;
            case "att" -> att(attributes);
            case "spell" -> {
                if (!open.isEmpty()) {
                    open.getFirst()
                            .spells
                            .add(attributes.getOrDefault("start", attributes.getOrDefault("startopen", "")) + " to "
                                    + attributes.getOrDefault("end", attributes.getOrDefault("endopen", "")));
                    first("start", attributes.getOrDefault("start", attributes.getOrDefault("startopen", "")));
                    last("end", attributes.getOrDefault("end", attributes.getOrDefault("endopen", "")));
                }
            }
            default -> {}
        }
        text.setLength(0);
    }

    /** An attribute of XGMML; those of a list within it go by its name. */
    private void att(Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", attributes.getOrDefault("label", ""));
        String title = name.isEmpty() && !atts.isEmpty() ? atts.getFirst() : name;
        atts.push(title);
        if (graphics == 0) {
            put(title, attributes.getOrDefault("value", ""));
        }
    }

    private void label() {
        if (!open.isEmpty() && open.getFirst().label.isBlank()) {
            open.getFirst().label = text.toString().replaceAll("\\s+", " ").strip();
        }
    }

    private void first(String name, String value) {
        if (!value.isEmpty() && !open.isEmpty()) {
            open.getFirst().values.putIfAbsent(name, value);
        }
    }

    private void last(String name, String value) {
        if (open.isEmpty()) {
            return;
        }
        if (value.isEmpty()) {
            open.getFirst().values.remove(name); // it still held
        } else {
            open.getFirst().values.put(name, value);
        }
    }

    private void put(String title, String value) {
        if (!value.isBlank() && !title.isBlank() && !open.isEmpty() && !isDrawing(title)) {
            open.getFirst().values.merge(title, value.replaceAll("\\s+", " ").strip(), (a, b) -> a + "; " + b);
        }
    }

    /** What yEd and others say of how a node is drawn. */
    private static boolean isDrawing(String title) {
        return switch (title.toLowerCase(Locale.ROOT)) {
            case "nodegraphics", "edgegraphics", "portgraphics", "portgeometry", "portuserdata" -> true;
            case "x", "y", "z", "size", "r", "g", "b", "color", "viz", "resources" -> true;
            default -> false;
        };
    }

    private void end(String name) {
        switch (name) {
            case "default" -> {
                String value = text.toString().strip();
                if (open.isEmpty() && !value.isEmpty() && (keyFor.equals("edge") || keyFor.equals("node"))) {
                    defaults.put(keyFor + "/" + titles.getOrDefault(key, key), value);
                }
            }
            case "data" -> {
                String title = titles.getOrDefault(key, key);
                String value = text.toString();
                if (!open.isEmpty() && (title.equalsIgnoreCase("label") || title.equalsIgnoreCase("name"))) {
                    Element element = open.getFirst();
                    element.label = element.label.isBlank() ? value.strip() : element.label;
                }
                put(title, value);
            }
            case "NodeLabel", "EdgeLabel" -> {
                label();
                isLabel = false;
            }
            case "graphics" -> graphics = Math.max(0, graphics - 1);
            case "att" -> atts.poll();
            case "node" -> {
                if (!open.isEmpty()) {
                    node(open.pop());
                }
            }
            case "edge" -> {
                if (!open.isEmpty()) {
                    edge(open.pop());
                }
            }
            default -> {}
        }
        text.setLength(0);
    }

    private static void times(Element element) {
        for (String end : List.of("start", "end")) {
            String time = element.attributes.getOrDefault(end, "");
            if (!time.isEmpty()) {
                element.values.put(end, time);
            }
        }
        if (element.spells.size() > 1) {
            element.values.put("intervals", String.join("; ", element.spells));
        }
    }

    private void defaults(String of, Element element) {
        defaults.forEach((name, value) -> {
            if (name.startsWith(of + "/")) {
                element.values.putIfAbsent(name.substring(of.length() + 1), value);
            }
        });
    }

    private void node(Element node) {
        defaults("node", node);
        node.values.keySet().removeIf(title -> title.equalsIgnoreCase("label"));
        times(node);
        if (node.attributes.containsKey("href")) {
            return; // the same node again, in a group
        }
        rows.node(node.attributes.getOrDefault("id", ""), node.label, node.values);
    }

    private void edge(Element edge) {
        defaults("edge", edge);
        String type = edge.attributes.getOrDefault("type", edge.attributes.getOrDefault("directed", ""));
        boolean own = type.isEmpty()
                ? directed
                : Set.of("true", "1", "directed", "mutual").contains(type);
        if (!edge.label.isBlank()) {
            edge.values.put(edge.values.containsKey("interaction") ? "label" : "kind", edge.label);
        }
        String interaction = edge.values.remove("interaction");
        if (interaction != null) {
            edge.values.putIfAbsent("kind", interaction);
        }
        for (String name : List.of("weight", "kind")) {
            String value = edge.attributes.getOrDefault(name, "");
            if (!value.isEmpty()) {
                edge.values.putIfAbsent(name, value);
            }
        }
        times(edge);
        rows.edge(
                edge.attributes.getOrDefault("source", ""),
                edge.attributes.getOrDefault("target", ""),
                Optional.of(own),
                edge.values);
    }
}
