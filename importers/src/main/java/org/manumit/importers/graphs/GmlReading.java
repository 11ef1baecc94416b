package org.manumit.importers.graphs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportException;

/** One reading of a GML file. Not thread-safe. */
final class GmlReading {

    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|([\\[\\]])|([^\\s\\[\\]\"]+)");
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int DEEPEST = 100;

    private final NetworkRows rows;
    private final Path file;
    private final Deque<String> blocks = new ArrayDeque<>();
    private final List<Map<String, String>> edges = new ArrayList<>();
    private Map<String, String> values = new LinkedHashMap<>();
    private boolean directed;
    private String name = "";

    GmlReading(NetworkRows rows, Path file) {
        this.rows = rows;
        this.file = file;
    }

    void read(GuardedLines lines) throws IOException {
        StringBuilder open = new StringBuilder();
        int quotes = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (open.isEmpty() && line.get().stripLeading().startsWith("#")) {
                continue;
            }
            open.append(open.isEmpty() ? "" : "\n").append(line.get());
            quotes += (int) line.get().chars().filter(c -> c == '"').count();
            if (quotes % 2 == 1) {
                if (open.length() > LONGEST_TEXT) {
                    throw unclosed();
                }
                continue;
            }
            Matcher tokens = TOKEN.matcher(open);
            while (tokens.find()) {
                take(tokens);
            }
            open.setLength(0);
            quotes = 0;
        }
        if (!open.isEmpty()) {
            throw unclosed();
        }
        if (!blocks.isEmpty()) {
            throw new ImportException(
                    file.getFileName() + ": a bracket is never closed, so the file is cut off. Copy it again.");
        }
        edges.forEach(this::edge);
    }

    private ImportException unclosed() {
        return new ImportException(
                file.getFileName() + ": a quoted text is never closed, so the file is damaged. Save it again.");
    }

    private void take(Matcher token) {
        String bracket = token.group(2);
        if ("[".equals(bracket)) {
            if (blocks.size() > DEEPEST) {
                throw new ImportException(file.getFileName()
                        + ": brackets stand in one another without end, as in an attack. Save the network again.");
            }
            blocks.push(name.toLowerCase(Locale.ROOT));
            if (name.equalsIgnoreCase("node") || name.equalsIgnoreCase("edge")) {
                values = new LinkedHashMap<>();
            }
            name = "";
        } else if ("]".equals(bracket)) {
            close(blocks.isEmpty() ? "" : blocks.pop());
            name = "";
        } else {
            String text = token.group(1) == null ? token.group(3) : token.group(1);
            if (name.isEmpty()) {
                name = text;
            } else {
                value(text);
                name = "";
            }
        }
    }

    private void value(String text) {
        String block = blocks.isEmpty() ? "" : blocks.peek();
        if (name.equalsIgnoreCase("directed") && block.equals("graph")) {
            directed = text.equals("1");
        } else if (block.equals("node") || block.equals("edge")) {
            // The format is ASCII: other characters are written as HTML writes them.
            String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
            String key = name.toLowerCase(Locale.ROOT).equals("id") || name.equalsIgnoreCase("label")
                    ? name.toLowerCase(Locale.ROOT)
                    : name;
            values.put(key, plain);
        }
    }

    private void close(String block) {
        if (block.equals("node")) {
            String id = values.getOrDefault("id", "");
            String label = values.getOrDefault("label", values.getOrDefault("name", ""));
            values.remove("id");
            values.remove("label");
            rows.node(id, label, values);
        } else if (block.equals("edge")) {
            values.put(" directed", directed ? "yes" : "no");
            edges.add(values);
        }
    }

    private void edge(Map<String, String> edge) {
        boolean own = "yes".equals(edge.remove(" directed"));
        String from = edge.getOrDefault("source", "");
        String to = edge.getOrDefault("target", "");
        edge.remove("source");
        edge.remove("target");
        rows.edge(from, to, Optional.of(own), NetworkRows.inOurWords(edge));
    }
}
