package org.manumit.importers.graphs;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.importers.draft.GuardedLines;

/**
 * One reading of Cytoscape's simple interaction format: in each line somebody, how they are tied, and to whom; or somebody
 * alone. Names with spaces in them stand between tabs. Not thread-safe.
 */
final class SifReading {

    private final NetworkRows rows;

    SifReading(NetworkRows rows) {
        this.rows = rows;
    }

    void read(GuardedLines lines) throws IOException {
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = next.get().strip();
            if (!line.isEmpty()) {
                line(words(line));
            }
        }
    }

    /** Reads the nested format: the same, each line opened by the network that it belongs to. */
    void readNested(GuardedLines lines) throws IOException {
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            List<String> words = words(next.get().strip());
            switch (words.size()) {
                case 0, 1 -> {} // a network, of which further lines tell
                case 2 -> rows.node(words.get(1), words.get(1), Map.of("network", words.getFirst()));
                case 4 ->
                    rows.edge(words.get(1), words.get(3), Optional.empty(), inOrder(words.getFirst(), words.get(2)));
                default -> rows.edge(words.get(1), "", Optional.empty(), Map.of());
            }
        }
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(line.indexOf('\t') >= 0 ? "\t" : "\\s+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void line(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (words.size() == 1) {
            rows.node(words.getFirst(), words.getFirst(), Map.of());
        } else if (words.size() == 2) {
            rows.edge(words.getFirst(), "", Optional.empty(), Map.of());
        }
        for (int i = 2; i < words.size(); i++) {
            rows.edge(words.getFirst(), words.get(i), Optional.empty(), Map.of("kind", words.get(1)));
        }
    }

    /** What an edge says, always in the same order. */
    private static Map<String, String> inOrder(String network, String kind) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("network", network);
        said.put("kind", kind);
        return said;
    }
}
