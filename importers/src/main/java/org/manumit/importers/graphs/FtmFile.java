package org.manumit.importers.graphs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.tabular.EncodingDetector;

/**
 * The entities of a FollowTheMoney file, one after the other: an object a line, as its tools write them, or one list of
 * objects. Stateless; reads in bounded memory.
 */
final class FtmFile {

    private static final int HEAD = 1 << 16;
    private static final int LONGEST_LINE = 4_000_000;
    private static final int LONGEST_VALUE = 10_000;
    private static final int MOST_VALUES = 10_000;

    private static final Pattern SCHEMA = Pattern.compile("\"schema\"\\s*:\\s*\"[A-Z][A-Za-z]{2,40}\"");
    private static final Pattern REST = Pattern.compile("\"(?:properties|id)\"\\s*:");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(LONGEST_LINE)
                    .maxNameLength(500)
                    .maxNumberLength(100)
                    .build())
            .build();

    private FtmFile() {}

    /** Takes what is read. */
    interface Taker {
        /** An entity. */
        void entity(FtmEntity entity);

        /** A row that holds none. */
        void fault(long row, String found, String why);
    }

    /** Whether a file begins as such files do. */
    static boolean isOne(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        int brace = text.indexOf('{');
        return brace >= 0
                && brace < 64
                && text.substring(0, brace).chars().noneMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))
                && SCHEMA.matcher(text).find()
                && REST.matcher(text).find();
    }

    /**
     * Reads all entities.
     *
     * @throws ImportException when the file as a whole cannot be read on
     */
    static void read(Path file, Taker taker) throws IOException {
        if (isList(file)) {
            list(file, taker);
        } else {
            lines(file, taker);
        }
    }

    private static boolean isList(Path file) throws IOException {
        try (BufferedReader text = EncodingDetector.text(file)) {
            int c = text.read();
            while (c >= 0 && Character.isWhitespace(c)) {
                c = text.read();
            }
            return c == '[';
        }
    }

    private static void lines(Path file, Taker taker) throws IOException {
        try (GuardedLines lines = new GuardedLines(file, EncodingDetector.text(file), LONGEST_LINE)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get().strip();
                if (!text.isEmpty()) {
                    line(text, lines.number(), taker);
                }
            }
        }
    }

    private static void line(String text, long row, Taker taker) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                taker.fault(row, start(text), "The line is no JSON object.");
                return;
            }
            Optional<FtmEntity> entity = entity(json, row);
            if (json.nextToken() != null) {
                taker.fault(row, start(text), "The line holds more than one JSON object.");
            } else {
                deliver(entity, row, taker);
            }
        } catch (JsonProcessingException e) {
            taker.fault(
                    row,
                    start(text),
                    "The line is no JSON object, or it is cut off (column "
                            + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr()) + ").");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private static void list(Path file, Taker taker) throws IOException {
        long row = 0;
        try (BufferedReader text = EncodingDetector.text(file);
                JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                row++;
                if (token == null) {
                    throw new JsonParseException(json, "end of file within the list");
                }
                if (token == JsonToken.START_OBJECT) {
                    deliver(entity(json, row), row, taker);
                } else {
                    json.skipChildren();
                    taker.fault(row, "", "The element is no JSON object.");
                }
            }
        } catch (JsonProcessingException e) {
            throw new ImportException(
                    file.getFileName() + ": line "
                            + (e.getLocation() == null
                                    ? 1
                                    : Math.max(1, e.getLocation().getLineNr()))
                            + " is not well-formed JSON, so the file is damaged or cut off. Copy it again from where it"
                            + " came from.",
                    e);
        }
    }

    private static void deliver(Optional<FtmEntity> entity, long row, Taker taker) {
        if (entity.isPresent()) {
            taker.entity(entity.get());
        } else {
            taker.fault(row, "", "The object has no id or no schema.");
        }
    }

    /** Reads an object up to its end. */
    private static Optional<FtmEntity> entity(JsonParser json, long row) throws IOException {
        String id = "";
        String schema = "";
        Map<String, List<String>> properties = new LinkedHashMap<>();
        List<String> datasets = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "id" -> id = scalar(json);
                case "schema" -> schema = scalar(json);
                case "datasets", "dataset" -> values(json, datasets);
                case "properties" -> {
                    if (value == JsonToken.START_OBJECT) {
                        while (json.nextToken() == JsonToken.FIELD_NAME) {
                            String property = json.currentName();
                            json.nextToken();
                            values(json, properties.computeIfAbsent(property, k -> new ArrayList<>()));
                        }
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
        properties.values().removeIf(List::isEmpty);
        return id.isBlank() || schema.isBlank()
                ? Optional.empty()
                : Optional.of(new FtmEntity(row, id, schema, properties, datasets));
    }

    private static void values(JsonParser json, List<String> values) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                value(json, values);
            }
        } else {
            value(json, values);
        }
    }

    /** A text or number as written; of an entity that stands inside another, its id. */
    private static void value(JsonParser json, List<String> values) throws IOException {
        String value = "";
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = json.currentName().equals("id");
                json.nextToken();
                if (isId) {
                    value = scalar(json);
                } else {
                    json.skipChildren();
                }
            }
        } else {
            value = scalar(json);
        }
        if (!value.isBlank() && values.size() < MOST_VALUES) {
            values.add(value);
        }
    }

    private static String scalar(JsonParser json) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        String text = json.currentToken() == JsonToken.VALUE_NULL
                ? ""
                : String.valueOf(json.getText()).strip();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "\u2026" : text;
    }

    private static String start(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "\u2026" : text;
    }
}
