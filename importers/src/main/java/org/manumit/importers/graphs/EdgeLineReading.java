package org.manumit.importers.graphs;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.draft.GuardedLines;

/**
 * One reading of the lines that networkx writes: two ends and what is known of their tie between braces, or somebody and
 * all those tied to them. Not thread-safe.
 */
final class EdgeLineReading {

    private static final Pattern EDGE = Pattern.compile("(\\S+?)[\\s,;]+(\\S+?)[\\s,;]+\\{(.*)\\}");
    private static final Pattern VALUE =
            Pattern.compile("['\"]([^'\"]+)['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\"|([^,}\\s]+))");
    private static final int LOOKED_AT = 20;

    private final NetworkRows rows;

    EdgeLineReading(NetworkRows rows) {
        this.rows = rows;
    }

    /** Whether lines of a text are ties with something between braces, not all of it empty. */
    static boolean isOne(String head) {
        if (head.stripLeading().startsWith("{") || head.stripLeading().startsWith("[")) {
            return false; // JSON that stands on one line has commas before a brace, too.
        }
        List<String> lines = head.lines()
                .map(EdgeLineReading::plain)
                .filter(line -> !line.isEmpty())
                .limit(LOOKED_AT)
                .toList();
        // the last may be cut off
        List<String> whole = lines.size() == LOOKED_AT ? lines : lines.subList(0, Math.max(0, lines.size() - 1));
        List<String> looked = whole.isEmpty() ? lines : whole;
        return !looked.isEmpty()
                && looked.stream().allMatch(line -> EDGE.matcher(line).matches())
                && lines.stream().anyMatch(line -> VALUE.matcher(line).find());
    }

    private static String plain(String line) {
        String text = line.strip();
        return text.startsWith("#") ? "" : text;
    }

    /** Reads ties with what is known of them. */
    void edges(GuardedLines lines) throws IOException {
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            String line = plain(next.get());
            if (line.isEmpty()) {
                continue;
            }
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                Map<String, String> values = new LinkedHashMap<>();
                Matcher value = VALUE.matcher(edge.group(3));
                while (value.find()) {
                    values.put(
                            value.group(1),
                            value.group(2) != null
                                    ? value.group(2)
                                    : value.group(3) != null ? value.group(3) : value.group(4));
                }
                rows.edge(edge.group(1), edge.group(2), Optional.empty(), NetworkRows.inOurWords(values));
            } else {
                rows.edge(line, "", Optional.empty(), Map.of());
            }
        }
    }

    /** Reads lines of somebody and all those tied to them. */
    void neighbours(GuardedLines lines) throws IOException {
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            List<String> words = Arrays.stream(plain(next.get()).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                rows.node(words.getFirst(), words.getFirst(), Map.of());
                words.stream().skip(1).forEach(to -> rows.edge(words.getFirst(), to, Optional.empty(), Map.of()));
            }
        }
    }
}
