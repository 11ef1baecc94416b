package org.manumit.importers.graphs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.draft.GuardedJson;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.tabular.EncodingDetector;

/**
 * One reading of a network in JSON: lists of nodes and of links, as networkx, D3, Gephi, graphology and Cytoscape write
 * them, or one list of both. A link names its ends by their ids, by their names, or by their places in the list of
 * nodes. Not thread-safe.
 */
final class NodeLinkReading {

    private static final Pattern LISTS =
            Pattern.compile("\"(?:nodes|vertices|links|edges|elements)\"\\s*:\\s*[\\[{]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS =
            Pattern.compile("\"source\"\\s*:[\\s\\S]*\"target\"\\s*:|\"target\"\\s*:[\\s\\S]*\"source\"\\s*:");

    private static final Set<String> NODES = Set.of("nodes", "vertices");
    private static final Set<String> LINKS = Set.of("links", "edges");

    /** What holds a node's or link's own values, as against how it is drawn. */
    private static final Set<String> HOLDERS = Set.of("data", "attributes", "properties", "metadata", "attr");

    private static final List<String> IDS = List.of("id", "key", "_id", "uid");
    private static final List<String> LABELS = List.of("label", "name", "title", "caption");
    private static final Set<String> DRAWING = Set.of(
            "x",
            "y",
            "z",
            "vx",
            "vy",
            "fx",
            "fy",
            "index",
            "size",
            "color",
            "colour",
            "selected",
            "suid",
            "shared_name");
    private static final List<String> FROM = List.of("source", "from");
    private static final List<String> TO = List.of("target", "to");

    private final NetworkRows rows;
    private final Path file;
    private final List<String> places = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Map<String, String>> links = new ArrayList<>();
    private Optional<Boolean> directed = Optional.empty();

    NodeLinkReading(NetworkRows rows, Path file) {
        this.rows = rows;
        this.file = file;
    }

    /** Whether a text begins as such files do. */
    static boolean isOne(String head) {
        String text = head.stripLeading();
        return text.startsWith("{")
                ? LISTS.matcher(text).find()
                : text.startsWith("[") && ENDS.matcher(text).find();
    }

    void read() throws IOException {
        try (BufferedReader text = EncodingDetector.text(file);
                JsonParser json = GuardedJson.parser(text)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list(json, Optional.empty());
            } else {
                object(json);
            }
        } catch (JsonProcessingException e) {
            throw GuardedJson.unreadable(file, e);
        }
        links.forEach(this::link);
    }

    private enum Holds {
        NODES,
        LINKS
    }

    /** Reads an object that may hold the lists, at whatever depth they stand. */
    private void object(JsonParser json) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            if (token == null) {
                return;
            }
            String name = json.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = json.nextToken();
            if (NODES.contains(name) && value == JsonToken.START_OBJECT) {
                nodesByName(json);
            } else if (value == JsonToken.START_ARRAY) {
                if (NODES.contains(name)) {
                    list(json, Optional.of(Holds.NODES));
                } else if (LINKS.contains(name)) {
                    list(json, Optional.of(Holds.LINKS));
                } else if (name.equals("elements")) {
                    list(json, Optional.empty());
                } else {
                    json.skipChildren();
                }
            } else if (value == JsonToken.START_OBJECT) {
                object(json);
            } else if (name.equals("directed")
                    || (name.equals("type") && json.getText().endsWith("directed"))) {
                String text = json.getText().toLowerCase(Locale.ROOT);
                directed = Optional.of(text.equals("true") || text.equals("directed") || text.equals("1"));
            }
        }
    }

    /** Nodes as an object, whose names are their ids. */
    private void nodesByName(JsonParser json) throws IOException {
        for (JsonToken token = json.nextToken(); token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String id = json.currentName();
            Map<String, String> values = new LinkedHashMap<>();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                values(json, values);
            } else {
                json.skipChildren();
            }
            values.put("id", id);
            node(values);
        }
    }

    private void list(JsonParser json, Optional<Holds> holds) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new ImportException(file.getFileName()
                        + ": a list is never closed, so the file is cut off. Copy it again from where it came from.");
            }
            if (token == JsonToken.START_OBJECT) {
                Map<String, String> values = new LinkedHashMap<>();
                values(json, values);
                boolean isLink =
                        first(values, FROM).isPresent() && first(values, TO).isPresent();
                if (holds.map(h -> h == Holds.LINKS).orElse(isLink)) {
                    links.add(values);
                } else {
                    node(values);
                }
            } else if (token == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                for (JsonToken cell = json.nextToken(); cell != JsonToken.END_ARRAY && cell != null; ) {
                    if (cell.isScalarValue()) {
                        cells.add(json.getText());
                    }
                    json.skipChildren();
                    cell = json.nextToken();
                }
                if (holds.equals(Optional.of(Holds.LINKS)) && cells.size() >= 2) {
                    links.add(new LinkedHashMap<>(Map.of("source", cells.getFirst(), "target", cells.get(1))));
                }
            } else if (holds.equals(Optional.of(Holds.NODES))) {
                node(new LinkedHashMap<>(Map.of("id", json.getText())));
            }
        }
    }

    /** The values of a node or link; of objects in it those that hold its own values, and the id of one that is an end. */
    private static void values(JsonParser json, Map<String, String> values) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            if (token == null) {
                return;
            }
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                Map<String, String> within = new LinkedHashMap<>();
                values(json, within);
                if (HOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
                    within.forEach(values::putIfAbsent);
                } else if (FROM.contains(name) || TO.contains(name)) {
                    first(within, IDS).or(() -> first(within, LABELS)).ifPresent(id -> values.put(name, id));
                }
            } else if (value == JsonToken.START_ARRAY) {
                List<String> several = new ArrayList<>();
                for (JsonToken element = json.nextToken();
                        element != JsonToken.END_ARRAY && element != null;
                        element = json.nextToken()) {
                    if (element.isScalarValue() && element != JsonToken.VALUE_NULL) {
                        several.add(json.getText().strip());
                    } else {
                        json.skipChildren();
                    }
                }
                if (!several.isEmpty()) {
                    values.put(name, String.join("; ", several));
                }
            } else if (value != JsonToken.VALUE_NULL && !json.getText().isBlank()) {
                values.put(name, json.getText().strip());
            }
        }
    }

    private static Optional<String> first(Map<String, String> values, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
                .findFirst();
    }

    private static Optional<String> take(Map<String, String> values, List<String> names) {
        Optional<String> found = first(values, names);
        found.ifPresent(text -> values.entrySet()
                .removeIf(e -> names.contains(e.getKey()) && e.getValue().equals(text)));
        return found;
    }

    private void node(Map<String, String> values) {
        values.keySet().removeIf(name -> DRAWING.contains(name.toLowerCase(Locale.ROOT)));
        Optional<String> own = take(values, IDS);
        own.ifPresent(ids::add);
        Optional<String> label = take(values, LABELS);
        String id = own.or(() -> label).orElse("");
        places.add(id);
        ids.add(id);
        rows.node(id, label.orElse(""), values);
    }

    private void link(Map<String, String> values) {
        values.keySet().removeIf(name -> DRAWING.contains(name.toLowerCase(Locale.ROOT)));
        String from = take(values, FROM).map(this::end).orElse("");
        String to = take(values, TO).map(this::end).orElse("");
        IDS.forEach(values::remove);
        Optional<Boolean> own = direction(values);
        rows.edge(from, to, own.isPresent() ? own : directed, NetworkRows.inOurWords(values));
    }

    /** Whether a link says itself that it has a direction or none. */
    private static Optional<Boolean> direction(Map<String, String> values) {
        String undirected = values.getOrDefault("undirected", "");
        String directed =
                values.getOrDefault("directed", values.getOrDefault("type", "")).toLowerCase(Locale.ROOT);
        return switch (undirected.isEmpty() ? directed : undirected + " undirected") {
            case "true", "directed", "false undirected" -> {
                values.keySet().removeAll(Set.of("undirected", "directed"));
                values.remove("type", "directed");
                yield Optional.of(true);
            }
            case "false", "undirected", "true undirected" -> {
                values.keySet().removeAll(Set.of("undirected", "directed"));
                values.remove("type", "undirected");
                yield Optional.of(false);
            }
            default -> Optional.empty();
        };
    }

    /** An end by its id or name, or by its place in the list where nothing is called so. */
    private String end(String text) {
        if (!ids.contains(text) && text.matches("\\d{1,9}")) {
            int place = Integer.parseInt(text);
            return place < places.size() ? places.get(place) : text;
        }
        return text;
    }
}
