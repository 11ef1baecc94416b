package org.manumit.importers.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A record of an extraction report while it is read: its fields and the records within it. Not thread-safe. */
final class ExtractionModel {

    /** A message of a chat, of which only this is kept until the chat ends. */
    record ChatMessage(
            String from,
            List<String> to,
            String time,
            String body,
            String deleted,
            String name,
            boolean bySelf,
            Optional<Place> place) {}

    /** Where a record stands in a workbook. */
    record Place(String sheet, long row) {}

    private final String type;
    private final String deleted;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, List<ExtractionModel>> models = new LinkedHashMap<>();
    private final List<ChatMessage> messages = new ArrayList<>();
    private final Optional<Place> place;

    ExtractionModel(String type, String deleted) {
        this(type, deleted, Optional.empty());
    }

    ExtractionModel(String type, String deleted, Optional<Place> place) {
        this.type = type;
        this.deleted = deleted;
        this.place = place;
    }

    /** Where it stands; empty where records are counted within their kind. */
    Optional<Place> place() {
        return place;
    }

    String type() {
        return type;
    }

    /** Whether it was recovered: {@code Deleted} or empty. */
    String deleted() {
        return deleted.equalsIgnoreCase("Intact") || deleted.equalsIgnoreCase("Unknown") ? "" : deleted;
    }

    void field(String name, String value) {
        if (!value.isBlank()) {
            fields.computeIfAbsent(name, k -> new ArrayList<>()).add(value.strip());
        }
    }

    void model(String field, ExtractionModel model) {
        models.computeIfAbsent(field, k -> new ArrayList<>()).add(model);
    }

    void message(ChatMessage message) {
        messages.add(message);
    }

    List<ChatMessage> messages() {
        return messages;
    }

    /** The first value of the first of these fields that has one; empty text where none has. */
    String value(String... names) {
        return Stream.of(names)
                .flatMap(name -> fields.getOrDefault(name, List.of()).stream())
                .findFirst()
                .orElse("");
    }

    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The records of a type within it, in whichever field. */
    List<ExtractionModel> of(String wanted) {
        return models.values().stream()
                .flatMap(List::stream)
                .filter(m -> m.type.equals(wanted))
                .toList();
    }

    /** The records within one field. */
    List<ExtractionModel> in(String field) {
        return models.getOrDefault(field, List.of());
    }
}
