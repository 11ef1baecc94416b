package org.manumit.importers.graphs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.draft.GuardedLines;

/**
 * One reading of a VNA file, in which NetDraw keeps networks with what is known of their members: tables of nodes and of
 * ties, each under a line of headers. How nodes are drawn is left out. Not thread-safe.
 */
final class VnaReading {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s,\"]+)");

    private enum Section {
        NONE,
        NODES,
        TIES,
        DRAWING
    }

    private final NetworkRows rows;
    private Section section = Section.NONE;
    private List<String> headers = List.of();

    VnaReading(NetworkRows rows) {
        this.rows = rows;
    }

    void read(GuardedLines lines) throws IOException {
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = next.get().strip();
            if (line.startsWith("*")) {
                section = section(line.toLowerCase(Locale.ROOT));
                headers = List.of();
            } else if (!line.isEmpty() && section != Section.NONE && section != Section.DRAWING) {
                List<String> words = words(line);
                if (headers.isEmpty()) {
                    headers = words;
                } else {
                    row(words);
                }
            }
        }
    }

    private static Section section(String line) {
        if (line.matches("\\*\\s*node\\s+data.*")) {
            return Section.NODES;
        }
        return line.matches("\\*\\s*tie\\s+data.*") ? Section.TIES : Section.DRAWING;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add((matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip());
        }
        return words;
    }

    private static boolean isNothing(String strength) {
        return strength.matches("0+(?:\\.0+)?");
    }

    private void row(List<String> words) {
        int named = section == Section.NODES ? 1 : 2;
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = named; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                values.put(i < headers.size() ? headers.get(i) : "column " + (i + 1), words.get(i));
            }
        }
        if (section == Section.NODES) {
            String label = values.getOrDefault("label", values.getOrDefault("name", ""));
            rows.node(words.getFirst(), label, values);
        } else if (!values.isEmpty() && values.values().stream().allMatch(VnaReading::isNothing)) {
            rows.draft().step(); // each column is a relation, and none of them holds
        } else {
            values.values().removeIf(VnaReading::isNothing);
            rows.edge(
                    words.getFirst(),
                    words.size() > 1 ? words.get(1) : "",
                    Optional.of(true),
                    NetworkRows.inOurWords(values));
        }
    }
}
