package org.manumit.importers.graphs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportException;

/**
 * One reading of a network in DOT, the language of Graphviz: nodes and edges with attributes, chains ({@code a -> b ->
 * c}), groups ({@code a -> {b c}}) and subgraphs. How things are to be drawn is left out. Nodes are rows before the
 * edges, each in the order of the file. Not thread-safe.
 */
final class DotReading {

    private static final Pattern OPENING = Pattern.compile(
            "(?is)^(?:\\s|//[^\\n]*\\n|#[^\\n]*\\n|/\\*.*?\\*/)*(?:strict\\s+)?(?:di)?graph(?:\\s+(?:\"[^\"]*\"|[\\w.-]+))?\\s*\\{");
    private static final int LONGEST = 100_000_000;
    private static final int DEEPEST = 200;

    /** How things are drawn, which says nothing of them. */
    private static final Set<String> DRAWING = Set.of(
            "color",
            "fillcolor",
            "fontcolor",
            "fontname",
            "fontsize",
            "shape",
            "style",
            "width",
            "height",
            "pos",
            "penwidth",
            "arrowhead",
            "arrowtail",
            "arrowsize",
            "dir",
            "constraint",
            "fixedsize",
            "margin",
            "rank",
            "headport",
            "tailport",
            "lp",
            "labelfontsize",
            "labelfontcolor",
            "image",
            "peripheries",
            "ordering",
            "minlen",
            "len",
            "splines",
            "group",
            "sides",
            "orientation",
            "regular",
            "samehead",
            "sametail");

    private final NetworkRows rows;
    private final Path path;
    private String text = "";
    private int at;
    private boolean directed;
    private final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(String from, String to, Map<String, String> values) {}

    DotReading(NetworkRows rows, Path path) {
        this.rows = rows;
        this.path = path;
    }

    /** Whether a text opens as one. */
    static boolean isOne(String head) {
        return OPENING.matcher(head).find();
    }

    void read(GuardedLines lines) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.append(line.get()).append('\n');
            if (all.length() > LONGEST) {
                throw new ImportException(path + ": too large to be read as DOT; export the network as GraphML");
            }
        }
        text = all.toString();
        String word = next();
        if (word.equalsIgnoreCase("strict")) {
            word = next();
        }
        directed = word.equalsIgnoreCase("digraph");
        if (!peek().equals("{")) {
            next();
        }
        expect("{");
        statements(0);
        nodes.forEach((id, values) -> {
            Map<String, String> said = new LinkedHashMap<>(values);
            String label = said.getOrDefault("label", "");
            said.remove("label");
            rows.node(id, label.equals("\\N") ? "" : label, said);
        });
        for (Edge edge : edges) {
            rows.edge(edge.from, edge.to, Optional.of(directed), NetworkRows.inOurWords(edge.values));
        }
    }

    /** Statements up to a closing brace; gives the nodes among them. */
    private List<String> statements(int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        List<String> members = new ArrayList<>();
        while (true) {
            String token = peek();
            if (token.isEmpty()) {
                throw broken();
            }
            if (token.equals("}")) {
                next();
                return members;
            }
            if (token.equals(";") || token.equals(",")) {
                next();
                continue;
            }
            statement(members, depth);
        }
    }

    private void statement(List<String> members, int depth) {
        List<String> ends = ends(depth);
        if (ends.size() == 1 && peek().equals("=")) {
            next();
            next(); // how the whole is drawn
            return;
        }
        List<List<String>> chain = new ArrayList<>(List.of(ends));
        while (peek().equals("->") || peek().equals("--")) {
            next();
            chain.add(ends(depth));
        }
        Map<String, String> values = attributes();
        String first = ends.isEmpty() ? "" : ends.getFirst();
        boolean defaults = chain.size() == 1
                && ends.size() == 1
                && !quoted
                && Set.of("node", "edge", "graph").contains(first.toLowerCase(Locale.ROOT));
        if (defaults) {
            return;
        }
        for (List<String> group : chain) {
            for (String node : group) {
                nodes.computeIfAbsent(node, id -> new LinkedHashMap<>());
                members.add(node);
            }
        }
        if (chain.size() == 1) {
            for (String node : ends) {
                values.forEach((name, value) ->
                        nodes.getOrDefault(node, new LinkedHashMap<>()).put(name, value));
            }
        }
        for (int i = 1; i < chain.size(); i++) {
            for (String from : chain.get(i - 1)) {
                for (String to : chain.get(i)) {
                    edges.add(new Edge(from, to, values));
                }
            }
        }
    }

    /** One node, without the port it is joined at, or those of a group. */
    private List<String> ends(int depth) {
        String token = next();
        boolean wasQuoted = quoted;
        if (token.equalsIgnoreCase("subgraph") && !quoted) {
            if (!peek().equals("{")) {
                next();
            }
            if (!peek().equals("{")) {
                return List.of();
            }
            token = next();
            wasQuoted = false;
        }
        if (token.equals("{") && !wasQuoted) {
            List<String> group = statements(depth + 1);
            quoted = true; // a group is never one of the words for defaults
            return group.stream().distinct().toList();
        }
        if (!wasQuoted && (token.isEmpty() || "}[]=:".contains(token))) {
            throw broken();
        }
        while (peek().equals(":")) {
            next();
            next();
        }
        quoted = wasQuoted;
        return List.of(token);
    }

    private Map<String, String> attributes() {
        boolean before = quoted;
        Map<String, String> values = new LinkedHashMap<>();
        while (peek().equals("[")) {
            next();
            for (String name = next(); !name.equals("]"); name = next()) {
                if (name.isEmpty()) {
                    throw broken();
                }
                if (name.equals(",") || name.equals(";")) {
                    continue;
                }
                String value = "true";
                if (peek().equals("=")) {
                    next();
                    value = next();
                }
                if (!DRAWING.contains(name.toLowerCase(Locale.ROOT)) && !value.isBlank()) {
                    values.put(name, value.replace("\\n", " ").strip());
                }
            }
        }
        quoted = before;
        return values;
    }

    private ImportException broken() {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new ImportException(
                path + ", line " + line + ": here the DOT is broken or cut off; export the network again");
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            throw broken();
        }
    }

    // ---- tokens

    private boolean quoted;

    private String peek() {
        int kept = at;
        boolean keptQuoted = quoted;
        String token = next();
        boolean wasQuoted = quoted;
        at = kept;
        quoted = keptQuoted;
        return wasQuoted ? "\"" : token;
    }

    private String next() {
        skip();
        quoted = false;
        if (at >= text.length()) {
            return "";
        }
        char c = text.charAt(at);
        if (c == '"') {
            quoted = true;
            return quotedText();
        }
        if (c == '<') {
            quoted = true;
            return markup();
        }
        if (text.startsWith("->", at) || text.startsWith("--", at)) {
            at += 2;
            return text.substring(at - 2, at);
        }
        if ("{}[]=;,:".indexOf(c) >= 0) {
            at++;
            return Character.toString(c);
        }
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "{}[]=;,:\"<".indexOf(text.charAt(at)) < 0
                && (at == start || !text.startsWith("->", at))
                && (at == start || !text.startsWith("--", at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quotedText() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
                continue;
            }
            value.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw broken();
        }
        at++;
        return value.toString();
    }

    /** A label in markup: its text. */
    private String markup() {
        int start = at;
        int open = 0;
        do {
            if (at >= text.length()) {
                throw broken();
            }
            open += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
            at++;
        } while (open > 0);
        return text.substring(start + 1, at - 1)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void skip() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)
                    || (text.charAt(at) == '#' && (at == 0 || text.charAt(at - 1) == '\n'))) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }
}
