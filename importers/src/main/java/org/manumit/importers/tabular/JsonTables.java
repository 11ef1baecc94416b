package org.manumit.importers.tabular;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.GuardedJson;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.SourceFile;

/**
 * The lists of records in a JSON file, as tables: a list of objects, or an object on each line, or the lists within one
 * object, each under its name. What the objects name is the header, what they hold within them is named by both names
 * ({@code caller number}), and what stands above a list (the subscriber, the account) stands above its table.
 */
final class JsonTables {

    /** Rows that are no records stand above the first, which is 1. */
    static final long ABOVE = 0;

    private static final int LARGEST_RECORD = 100_000;
    private static final int WIDEST = 2000;
    private static final int DEEPEST = 6;
    private static final int MOST_LISTS = 100;
    private static final int MOST_ABOVE = 40;

    /**
     * A list of records.
     *
     * @param name of a list within an object: where it stands; empty where it is the file itself
     * @param lines whether each line is an object of its own
     * @param above what is said before the list
     * @param columns what the first records name
     */
    record Sheet(String name, boolean lines, List<Row> above, List<String> columns) {
        Sheet {
            above = List.copyOf(above);
            columns = List.copyOf(columns);
        }

        Row header() {
            return row(name, ABOVE, columns.toArray(String[]::new));
        }
    }

    private record Lists(List<Sheet> sheets) {}

    private JsonTables() {}

    /** The lists of a file, in its order; empty when it holds none. Found out once, however many readers ask. */
    static List<Sheet> of(SourceFile source) throws IOException {
        return source.once(Lists.class, () -> new Lists(List.copyOf(of(source.path()))))
                .sheets();
    }

    private static List<Sheet> of(Path file) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (BufferedReader text = EncodingDetector.text(file);
                JsonParser json = GuardedJson.parser(text)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list(json, "", false, List.of()).ifPresent(sheets::add);
            } else if (first == JsonToken.START_OBJECT) {
                within(json, "", new ArrayList<>(), sheets, 0);
                if (sheets.isEmpty() && json.nextToken() == JsonToken.START_OBJECT) {
                    lines(file).ifPresent(sheets::add);
                }
            }
        } catch (JsonProcessingException e) {
            if (sheets.isEmpty()) {
                return lines(file).map(List::of).orElse(List.of());
            }
            throw GuardedJson.unreadable(file, e);
        }
        return sheets;
    }

    private static void within(JsonParser json, String path, List<Row> above, List<Sheet> sheets, int depth)
            throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            if (json.currentToken() == null) {
                return;
            }
            String name = json.currentName();
            String here = path.isEmpty() ? name : path + "." + name;
            switch (json.nextToken()) {
                case START_ARRAY -> {
                    if (sheets.size() < MOST_LISTS) {
                        list(json, here, false, above).ifPresent(sheets::add);
                    } else {
                        json.skipChildren();
                    }
                }
                case START_OBJECT -> {
                    if (depth < DEEPEST) {
                        within(json, here, above, sheets, depth + 1);
                    } else {
                        json.skipChildren();
                    }
                }
                case VALUE_NULL -> {}
                default -> {
                    if (above.size() < MOST_ABOVE) {
                        above.add(row("", ABOVE, name, json.getText()));
                    }
                }
            }
        }
    }

    /** The list at which the parser stands, if it is one of records; the parser is at its end then. */
    private static Optional<Sheet> list(JsonParser json, String name, boolean lines, List<Row> above)
            throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        int seen = 0;
        int records = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                break;
            }
            seen++;
            if (json.currentToken() == JsonToken.START_OBJECT && seen <= Table.SAMPLE) {
                Map<String, String> cells = cells(value(json));
                records += cells.size() > 1 ? 1 : 0;
                addAll(columns, cells.keySet());
            } else {
                json.skipChildren();
            }
        }
        return records > 0 && records * 2 > Math.min(seen, Table.SAMPLE)
                ? Optional.of(new Sheet(name, lines, above, List.copyOf(columns)))
                : Optional.empty();
    }

    private static void addAll(Set<String> columns, Set<String> more) {
        for (String column : more) {
            if (columns.size() < WIDEST) {
                columns.add(column);
            }
        }
    }

    private static Optional<Sheet> lines(Path file) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        int seen = 0;
        int records = 0;
        try (BufferedReader text = EncodingDetector.text(file);
                GuardedLines in = new GuardedLines(file, text, TabularLimits.STANDARD.lineLength())) {
            for (Optional<String> line = in.next(); line.isPresent() && seen < Table.SAMPLE; line = in.next()) {
                if (!line.get().isBlank()) {
                    seen++;
                    Optional<Map<String, String>> cells = ofLine(line.get());
                    records += cells.isPresent() && cells.get().size() > 1 ? 1 : 0;
                    cells.ifPresent(found -> addAll(columns, found.keySet()));
                }
            }
        }
        return records > 1 && records * 2 > seen
                ? Optional.of(new Sheet("", true, List.of(), List.copyOf(columns)))
                : Optional.empty();
    }

    /** What the object on a line holds; empty when it is none. */
    static Optional<Map<String, String>> ofLine(String line) throws IOException {
        String text = line.strip();
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonParser json = GuardedJson.parser(new StringReader(text))) {
            json.nextToken();
            return Optional.of(cells(value(json)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The value at which a parser stands. */
    static Object value(JsonParser json) throws IOException {
        return GuardedJson.value(json, LARGEST_RECORD);
    }

    /** What a record holds, under the names that lead to it. */
    static Map<String, String> cells(Object record) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (record instanceof Map<?, ?> object) {
            fill(cells, "", object, 0);
        }
        return cells;
    }

    private static void fill(Map<String, String> cells, String path, Map<?, ?> object, int depth) {
        object.forEach((key, value) -> {
            String name = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            if (value instanceof Map<?, ?> inner && depth < DEEPEST) {
                fill(cells, name, inner, depth + 1);
            } else {
                cells.put(name, words(value));
            }
        });
    }

    static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(JsonTables::words).collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey() + ": " + words(e.getValue()))
                        .collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    /** A row of a list, every cell a text. */
    static Row row(String sheet, long number, String... cells) {
        CellKind[] kinds = new CellKind[cells.length];
        Arrays.fill(kinds, CellKind.TEXT);
        return Row.ofSheet(sheet, number, cells, kinds);
    }
}
