package org.manumit.importers.graphs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.GuardedLines;

/**
 * One reading of a Pajek network or project: vertices, arcs, edges, their lists and matrices, relations by number or
 * name, networks of two modes, several networks in one project. Partitions and vectors are told of and not read. Not
 * thread-safe.
 */
final class PajekReading {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern RELATION = Pattern.compile(":(\\d+)(?:\\s+\"([^\"]*)\")?");
    private static final Pattern INTERVAL = Pattern.compile("\\[([^\\]]*)\\]");

    private final NetworkRows rows;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private String section = "";
    private String network = "";
    private String relation = "";
    private int networks;

    /** Whether what stands here belongs to no network. */
    private boolean aside;

    private long vertices;
    private long firstMode;
    private long matrixRow;

    PajekReading(NetworkRows rows) {
        this.rows = rows;
    }

    void read(GuardedLines lines) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String plain = line.get().strip();
            if (plain.isEmpty() || plain.startsWith("%")) {
                continue;
            }
            if (plain.startsWith("*")) {
                section(plain);
            } else {
                line(plain);
            }
        }
        if (!others.isEmpty()) {
            rows.draft()
                    .notice(new ImportIssue(
                            Severity.NOTE,
                            "",
                            0,
                            "",
                            "",
                            "",
                            "Not read, because they are no networks: " + String.join(", ", others.keySet()) + "."));
        }
    }

    private void section(String line) {
        List<String> words = words(line);
        section = words.getFirst().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        relation = "";
        Matcher m = RELATION.matcher(line);
        if (m.find()) {
            relation = m.group(2) == null ? m.group(1) : m.group(2);
        }
        switch (section) {
            case "network" -> {
                aside = false;
                networks++;
                network = networks == 1 ? "" : networks + "/";
                labels.clear();
            }
            case "vertices" -> {
                if (aside) {
                    section = "aside"; // how many values a partition or vector has
                    return;
                }
                vertices = number(words, 1);
                firstMode = number(words, 2);
                matrixRow = 0;
            }
            case "matrix" -> matrixRow = 0;
            case "arcs", "edges", "arcslist", "edgeslist" -> aside = false;
            default -> {
                aside = true;
                others.merge(section, 1, Integer::sum);
            }
        }
    }

    private static long number(List<String> words, int at) {
        return words.size() > at && words.get(at).matches("\\d{1,9}") ? Long.parseLong(words.get(at)) : 0;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).strip());
        }
        return words;
    }

    private void line(String line) {
        Matcher interval = INTERVAL.matcher(line);
        String when = interval.find() ? interval.group(1) : "";
        List<String> words = words(when.isEmpty() ? line : interval.replaceAll(" "));
        if (words.isEmpty()) {
            return;
        }
        switch (section) {
            case "vertices" -> vertex(words, when);
            case "arcs", "edges" -> {
                Map<String, String> values = values(when);
                if (words.size() > 2
                        && !words.get(2).equals("l")
                        && !words.get(2).equals("c")) {
                    values.put("weight", words.get(2));
                }
                // Letters stand before what they mean: l "label", c colour, p pattern.
                for (int i = 3; i + 1 < words.size(); i++) {
                    if (words.get(i).equals("l")) {
                        values.put("kind", words.get(i + 1));
                    }
                }
                edge(words.getFirst(), words.size() > 1 ? words.get(1) : "", section.equals("arcs"), values);
            }
            case "arcslist", "edgeslist" -> {
                for (String to : words.subList(1, words.size())) {
                    edge(words.getFirst(), to, section.equals("arcslist"), values(when));
                }
            }
            case "matrix" -> matrix(words);
            default -> {}
        }
    }

    private Map<String, String> values(String when) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!relation.isEmpty()) {
            values.put("kind", relation);
        }
        if (!when.isEmpty()) {
            values.put("interval", when);
        }
        return values;
    }

    private void vertex(List<String> words, String when) {
        String id = words.getFirst();
        String label = words.size() > 1 ? words.get(1) : "";
        labels.put(id, label);
        if (firstMode > 0 && number(words, 0) > firstMode) {
            rows.node(network + id, label.isEmpty() ? id : label, EntityKind.EVENT);
            return;
        }
        rows.node(network + id, label.isEmpty() ? id : label, when.isEmpty() ? Map.of() : Map.of("interval", when));
    }

    private void edge(String from, String to, boolean directed, Map<String, String> values) {
        rows.edge(key(from), key(to), Optional.of(directed), values);
    }

    private String key(String id) {
        return id.isEmpty() ? "" : network + id;
    }

    private void matrix(List<String> cells) {
        matrixRow++;
        boolean twoMode = firstMode > 0;
        long width = Math.max(vertices - firstMode, 1);
        for (int column = 0; column < cells.size() && column < width; column++) {
            String cell = cells.get(column);
            if (!cell.matches("[-+]?0*\\.?0*")) {
                long to = twoMode ? firstMode + column + 1 : column + 1;
                Map<String, String> values = values("");
                if (!cell.equals("1")) {
                    values.put("weight", cell);
                }
                edge(Long.toString(matrixRow), Long.toString(to), !twoMode, values);
            }
        }
    }
}
