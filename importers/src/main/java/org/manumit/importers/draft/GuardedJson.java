package org.manumit.importers.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of unknown origin: read in bounded memory, one line to the user where it is broken. */
public final class GuardedJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1_000_000)
                    .maxNameLength(500)
                    .maxNumberLength(100)
                    .build())
            .build();

    private GuardedJson() {}

    /** A parser at the beginning of a text, which is closed with it. */
    public static JsonParser parser(Reader text) throws IOException {
        return JSON.createParser(text);
    }

    /** Why a file is no JSON that can be read, in one line. */
    public static ImportException unreadable(Path file, JsonProcessingException cause) {
        return new ImportException(
                file.getFileName() + ": the file is no well-formed JSON ("
                        + (cause.getLocation() == null
                                ? ""
                                : "line " + cause.getLocation().getLineNr() + ", ")
                        + "cut off or damaged). Copy it again from where it came from.",
                cause);
    }

    /**
     * The value at which the parser stands: an object as a map in its order, a list, or the text of a scalar, empty for
     * {@code null}.
     *
     * @param most how many values may be within it
     */
    public static Object value(JsonParser json, int most) throws IOException {
        return value(json, new int[] {most});
    }

    private static Object value(JsonParser json, int[] left) throws IOException {
        if (left[0]-- <= 0) {
            throw new ImportException("line " + json.currentLocation().getLineNr()
                    + ": a record holds more than any such file does, as in an attack, and is not read.");
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    object.putIfAbsent(name, value(json, left));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json, left));
                }
                yield list;
            }
            case VALUE_NULL -> "";
            default -> json.getText();
        };
    }

    /** What stands in an object under these names, one within the other; empty text where there is no scalar. */
    public static String text(Object value, String... names) {
        Object at = value;
        for (String name : names) {
            at = at instanceof Map<?, ?> map && map.get(name) != null ? map.get(name) : "";
        }
        return at instanceof String text ? text : "";
    }

    /** The list that stands in an object under a name; empty where there is none. */
    public static List<?> list(Object value, String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof List<?> list ? list : List.of();
    }
}
