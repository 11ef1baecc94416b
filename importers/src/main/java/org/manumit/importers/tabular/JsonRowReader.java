package org.manumit.importers.tabular;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.importers.draft.GuardedJson;
import org.manumit.importers.draft.GuardedLines;

/**
 * The records of one list of a JSON file, a row each, below a header of what the first of them name. Rows are counted as
 * the records are; where each line is a record, as the lines are. What is no record stays, as a row of one cell.
 */
final class JsonRowReader implements RowReader {

    private static final int MOST_REPAIRS = 1000;

    private final Path file;
    private final JsonTables.Sheet sheet;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Iterator<Row> above;
    private final BufferedReader text;
    private final Optional<JsonParser> json;
    private final Optional<GuardedLines> lines;
    private final List<Repair> repairs = new ArrayList<>();
    private long number;

    JsonRowReader(Path file, JsonTables.Sheet sheet) throws IOException {
        this.file = file;
        this.sheet = sheet;
        for (String column : sheet.columns()) {
            columns.put(column, columns.size());
        }
        List<Row> first = new ArrayList<>();
        for (Row row : sheet.above()) {
            first.add(JsonTables.row(sheet.name(), JsonTables.ABOVE, row.texts().toArray(String[]::new)));
        }
        first.add(sheet.header());
        this.above = first.iterator();
        this.text = EncodingDetector.text(file);
        this.lines = sheet.lines()
                ? Optional.of(new GuardedLines(file, text, TabularLimits.STANDARD.lineLength()))
                : Optional.empty();
        this.json = sheet.lines() ? Optional.empty() : Optional.of(GuardedJson.parser(text));
        try {
            if (json.isPresent()) {
                enter(json.get());
            }
        } catch (JsonProcessingException e) {
            throw GuardedJson.unreadable(file, e);
        }
    }

    /** Moves to the beginning of the list. */
    private void enter(JsonParser parser) throws IOException {
        parser.nextToken();
        if (!sheet.name().isEmpty()) {
            within(parser, "");
        }
    }

    private boolean within(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT && parser.currentToken() != null) {
            String here = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && here.equals(sheet.name())) {
                return true;
            }
            if (value == JsonToken.START_OBJECT && sheet.name().startsWith(here + ".")) {
                if (within(parser, here)) {
                    return true;
                }
            } else {
                parser.skipChildren();
            }
        }
        return false;
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (above.hasNext()) {
            return Optional.of(above.next());
        }
        try {
            return json.isPresent() ? element(json.get()) : line(lines.orElseThrow());
        } catch (JsonProcessingException e) {
            throw GuardedJson.unreadable(file, e);
        }
    }

    private Optional<Row> element(JsonParser parser) throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            number++;
            Object value = JsonTables.value(parser);
            Row row = value instanceof Map<?, ?> ? row(JsonTables.cells(value)) : other(JsonTables.words(value));
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
    }

    private Optional<Row> line(GuardedLines in) throws IOException {
        for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
            if (!line.get().isBlank()) {
                number = in.number();
                String whole = line.get();
                Row row = JsonTables.ofLine(whole).map(this::row).orElseGet(() -> other(whole));
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    private Row other(String text) {
        if (repairs.size() < MOST_REPAIRS) {
            repairs.add(new Repair(number, "no record but something else, or a record that is cut off"));
        }
        return JsonTables.row(sheet.name(), number, text);
    }

    /** What only later records name stands behind the columns, with its name. */
    private Row row(Map<String, String> values) {
        String[] cells = new String
                [sheet.columns().size()
                        + (int) values.keySet().stream()
                                .filter(name -> !columns.containsKey(name))
                                .count()];
        Arrays.fill(cells, "");
        int behind = sheet.columns().size();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Integer column = columns.get(value.getKey());
            if (column != null) {
                cells[column] = value.getValue();
            } else {
                cells[behind++] = value.getKey() + ": " + value.getValue();
            }
        }
        return JsonTables.row(sheet.name(), number, cells);
    }

    @Override
    public List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
