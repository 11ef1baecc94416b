package org.manumit.importers.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.calls.CallWords.Direction;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;

/**
 * A list of a telephone's messages that names the chat of each, which way it went, and who wrote what came in: what went
 * out goes to whoever else writes in the chat, or whom the chat is called after. Not thread-safe.
 */
final class ChatList {

    /** In larger groups a message is addressed to the group, or it would be a message to everybody. */
    private static final int SMALL_GROUP = 12;

    private final HandsetSheet sheet;
    private final SourceFile file;
    private final Map<String, Set<String>> writers = new HashMap<>();
    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final RowRemarks remarks = new RowRemarks();

    /** The list on a sheet, once it is known who writes in which chat. */
    static ChatList of(HandsetSheet sheet, SourceFile file) throws IOException {
        ChatList list = new ChatList(sheet, file);
        try (Table.Rows rows = sheet.table().open()) {
            while (rows.advance()) {
                list.learn(rows.row());
            }
        }
        return list;
    }

    private ChatList(HandsetSheet sheet, SourceFile file) {
        this.sheet = sheet;
        this.file = file;
    }

    /** The telephone's own numbers, where they stand beside what went out. */
    Set<String> ownNumbers() {
        return own;
    }

    /** Whoever else writes, or whom a chat is called after. */
    Set<String> others() {
        Set<String> others = new LinkedHashSet<>(writers.keySet());
        writers.values().forEach(others::addAll);
        return others;
    }

    /** What was left out. */
    List<ImportIssue> issues() {
        return remarks.issues();
    }

    /** Which way a row went. */
    static Optional<Direction> way(HandsetSheet sheet, Row row) {
        return flagged(sheet, row)
                .or(() -> CallWords.direction(sheet.value(row, "direction")))
                .or(() -> CallWords.direction(sheet.value(row, "type")))
                .or(() -> CallWords.direction(sheet.value(row, "folder")));
    }

    /** "Is sender" over 1 and 0: whether the telephone's owner wrote it. */
    private static Optional<Direction> flagged(HandsetSheet sheet, Row row) {
        Optional<ColumnMapping.Column> column = sheet.mapping().column("from owner");
        return column.isEmpty()
                ? Optional.empty()
                : switch (row.value(column.get().index()).toLowerCase(Locale.ROOT)) {
                    case "1", "true", "yes" -> Optional.of(Direction.OUT);
                    case "0", "false", "no" -> Optional.of(Direction.IN);
                    default -> Optional.empty();
                };
    }

    private void learn(Row row) {
        writers.computeIfAbsent(sheet.value(row, "chat"), chat -> new LinkedHashSet<>());
        String identifier = sheet.value(row, "from");
        String name = sheet.value(row, "name");
        switch (way(sheet, row).orElse(null)) {
            case IN -> {
                if (!identifier.isEmpty() || !name.isEmpty()) {
                    String writer = identifier.isEmpty() ? local(name) : identifier;
                    writers.getOrDefault(sheet.value(row, "chat"), new LinkedHashSet<>())
                            .add(writer);
                    identifiers.putIfAbsent(name, writer);
                }
            }
            case OUT -> {
                if (identifier.chars().filter(Character::isDigit).count() >= 6) {
                    own.add(identifier);
                }
            }
            case null -> {}
        }
    }

    /** Somebody whom only this telephone calls so. */
    private String local(String name) {
        return name + " (" + file.id().abbreviated() + ")";
    }

    /** The message of a row; empty when it is a note of the messenger. */
    Optional<ExtractionModel> message(Row row, String time) {
        Optional<Direction> way = way(sheet, row);
        if (way.isEmpty()) {
            remarks.add(
                    Severity.NOTE,
                    row,
                    "",
                    sheet.value(row, "type"),
                    "No messages but the messenger's own notes, which went neither way, left out");
            return Optional.empty();
        }
        ExtractionModel message = new ExtractionModel(
                "InstantMessage",
                sheet.value(row, "deleted"),
                Optional.of(new ExtractionModel.Place(sheet.table().sheetName(), row.number())));
        message.field("Source", service(row));
        message.field("TimeStamp", time);
        String body = sheet.value(row, "body");
        String attachment = sheet.value(row, "attachment");
        message.field("Body", body.isEmpty() && !attachment.isEmpty() ? "(" + attachment + ")" : body);
        String chat = sheet.value(row, "chat");
        Set<String> members = members(chat);
        switch (way.get()) {
            case OUT -> message.model("From", HandsetParties.owner("From"));
            case IN -> {
                String identifier = sheet.value(row, "from");
                String name = sheet.value(row, "name");
                String writer = !identifier.isEmpty()
                        ? identifier
                        : !name.isEmpty()
                                ? local(name)
                                : members.size() == 1 ? members.iterator().next() : "";
                message.model("From", party(writer, name));
                message.model("To", HandsetParties.owner("To"));
                members = new LinkedHashSet<>(members);
                members.remove(writer);
            }
        }
        if (members.size() < SMALL_GROUP) {
            members.forEach(member -> message.model("To", party(member, "")));
        }
        return Optional.of(message);
    }

    private static ExtractionModel party(String identifier, String name) {
        ExtractionModel party = new ExtractionModel("Party", "");
        party.field("Identifier", identifier);
        party.field("Name", name);
        return party;
    }

    private String service(Row row) {
        String service = sheet.value(row, "source");
        return service.isEmpty() && file.fileName().toLowerCase(Locale.ROOT).contains("whatsapp")
                ? "WhatsApp"
                : service;
    }

    /** Whoever writes in a chat, and whom its name names besides. */
    private Set<String> members(String chat) {
        Set<String> members = new LinkedHashSet<>(writers.getOrDefault(chat, Set.of()));
        List<String> named = new ArrayList<>();
        for (String part : chat.split("\\s*(?:[&;]|, )\\s*", -1)) {
            String known = identifiers.get(part);
            if (known != null) {
                members.add(known);
            } else if (!part.isBlank()) {
                named.add(part);
            }
        }
        if (members.isEmpty()) {
            for (String name : named) {
                boolean number = name.chars().filter(Character::isDigit).count() >= 6
                        && name.chars().noneMatch(Character::isLetter);
                members.add(number || name.contains("@") ? name : local(name));
            }
        }
        return members;
    }
}
