package org.manumit.importers.calls;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CallTable;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.MessengerExportImporter.Messenger;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.GuardedJson;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.EncodingDetector;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * One reading of a messenger's export: once for who is in each chat, once for the messages. A row is a message, counted
 * in the order of the file. Somebody with a number of the messenger's own is the same in every export of it; somebody
 * with a name only stands for somebody of this file. Not thread-safe.
 */
final class MessengerExportReading {

    private static final int LONGEST_TEXT = 10_000;

    /** In larger groups a message is addressed to the group, or it would be a message to everybody. */
    private static final int SMALL_GROUP = 12;

    private final SourceFile file;
    private final ImportOptions options;
    private final Messenger messenger;
    private final Progress progress;
    private final Cancellation cancellation;
    private final PhoneNumbers numbers;
    private final EntityRegister entities = new EntityRegister();
    private final CallTable.Builder calls = new CallTable.Builder();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final RowRemarks remarks = new RowRemarks();
    private final List<Chat> chats = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private String ownKey = "";
    private String ownNumber = "";
    private long contacts;
    private boolean localTimes;
    private long read;
    private long rejected;
    private long position;

    /** Who is in a chat: their keys, in the order in which they are named. */
    private static final class Chat {
        private String name = "";
        private String type = "";
        private String id = "";
        private final Set<String> members = new LinkedHashSet<>();
    }

    /** A message or note as it stands. */
    private record Message(Map<String, String> values) {
        String value(String name) {
            return values.getOrDefault(name, "");
        }
    }

    @FunctionalInterface
    private interface Messages {
        void take(Message message, Chat chat);
    }

    MessengerExportReading(
            SourceFile file, ImportOptions options, Messenger messenger, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.options = options;
        this.messenger = messenger;
        this.progress = progress;
        this.cancellation = cancellation;
        this.numbers = PhoneNumbers.of(options.country());
    }

    /** Learns who is in each chat. */
    void learn() throws IOException {
        each(true, (message, chat) -> {
            String writer = writer(message);
            if (!writer.isEmpty()) {
                chat.members.add(writer);
            }
        });
        for (Chat chat : chats) {
            if (chat.type.equals("personal_chat") && !chat.id.isEmpty()) {
                String partner = "user" + chat.id;
                chat.members.add(partner);
                names.putIfAbsent(partner, chat.name);
                if (!ownKey.isEmpty()) {
                    chat.members.add(ownKey);
                }
            }
        }
    }

    /** Reads the messages. */
    void read() throws IOException {
        position = 0;
        each(false, this::message);
        issues.addAll(remarks.issues());
        if (localTimes && options.zone().isEmpty()) {
            note(Severity.NOTE, "Times carry no zone and are taken as UTC; give the zone to correct that.");
        }
        if (contacts > 0) {
            note(
                    Severity.NOTE,
                    contacts
                            + " contacts of the address book stand in the file, too, and are not read: only messages and"
                            + " calls are.");
        }
    }

    private void note(Severity severity, String message) {
        issues.add(new ImportIssue(severity, "", 0, "", "", "", message));
    }

    // ---- the file

    private void each(boolean first, Messages messages) throws IOException {
        try (BufferedReader text = EncodingDetector.text(file.path());
                JsonParser json = GuardedJson.parser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new ImportException(file.fileName() + ": the file does not hold what its beginning promises");
            }
            int[] chat = {0};
            object(json, "", first, messages, chat);
        } catch (JsonProcessingException e) {
            throw GuardedJson.unreadable(file.path(), e);
        }
    }

    /** An object that is a chat, or holds chats at whatever depth. */
    private void object(JsonParser json, String within, boolean first, Messages messages, int[] at) throws IOException {
        Chat chat = new Chat();
        boolean isChat = false;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("messages")) {
                if (!isChat) {
                    isChat = true;
                    if (first) {
                        chats.add(chat);
                    } else {
                        chat = chats.get(at[0]);
                    }
                    at[0]++;
                }
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    position++;
                    if ((position & 0xFFF) == 0) {
                        cancellation.check();
                        progress.report(read, -1, first ? "looking who writes" : "messages read");
                    }
                    messages.take(new Message(flat(json)), chat);
                }
            } else if (value == JsonToken.START_ARRAY && name.equals("participants")) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    chat.members.add(flat(json).getOrDefault("name", ""));
                }
                chat.members.remove("");
            } else if (value == JsonToken.START_OBJECT) {
                object(json, name, first, messages, at);
            } else if (value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() == JsonToken.START_OBJECT) {
                        contacts += first && within.equals("contacts") ? 1 : 0;
                        object(json, name, first, messages, at);
                    } else if (json.currentToken() == JsonToken.START_ARRAY) {
                        json.skipChildren();
                    }
                }
            } else {
                scalar(chat, within, name, json.getText());
            }
        }
    }

    private void scalar(Chat chat, String within, String name, String text) {
        switch (name) {
            case "name", "title" -> chat.name = readable(text);
            case "type" -> chat.type = text;
            case "id" -> chat.id = text;
            case "user_id" -> ownKey = within.equals("personal_information") ? "user" + text : ownKey;
            case "phone_number" -> ownNumber = within.equals("personal_information") ? text : ownNumber;
            default -> {}
        }
    }

    /** What stands in a message, texts in parts joined; the parser stands at its beginning. */
    private static Map<String, String> flat(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return values;
        }
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> {
                    values.putIfAbsent(name, "yes");
                    json.skipChildren();
                }
                case START_ARRAY -> values.put(name, joined(json));
                default -> values.put(name, readable(json.getText()));
            }
        }
        return values;
    }

    private static String joined(JsonParser json) throws IOException {
        StringBuilder text = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String part = "";
            if (json.currentToken() == JsonToken.START_OBJECT) {
                Map<String, String> values = flat(json);
                part = values.getOrDefault("text", values.getOrDefault("uri", values.getOrDefault("name", "")));
            } else if (json.currentToken() == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else {
                part = readable(json.getText());
            }
            if (text.length() < LONGEST_TEXT) {
                text.append(part);
            }
        }
        return text.toString();
    }

    /** Facebook writes the bytes of UTF-8 as if each were a character. */
    private static String readable(String text) {
        boolean bytes = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return text;
            }
            bytes |= text.charAt(i) >= 0x80;
        }
        if (!bytes) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    // ---- messages

    private String writer(Message message) {
        String key = first(message, "from_id", "actor_id", "sender_name");
        String name = first(message, "from", "actor", "sender_name");
        if (key.isEmpty()) {
            return name;
        }
        // Exports of 2020 and before number people without the word.
        String known = messenger == Messenger.TELEGRAM && key.matches("\\d+") ? "user" + key : key;
        if (!name.isEmpty()) {
            names.putIfAbsent(known, name);
        }
        return known;
    }

    private static String first(Message message, String... keys) {
        for (String key : keys) {
            String value = message.value(key);
            if (!value.isBlank() && !value.equals("null")) {
                return value;
            }
        }
        return "";
    }

    private void message(Message message, Chat chat) {
        boolean call = message.value("action").equals("phone_call")
                || !message.value("call_duration").isEmpty();
        String writer = writer(message);
        if (!call && message.value("type").equals("service")) {
            remarks.add(
                    Severity.NOTE,
                    Row.of(position),
                    "",
                    message.value("action"),
                    "No messages but the messenger's own notes, left out");
            return;
        }
        read++;
        if (writer.isEmpty()) {
            reject("sender", "", "who wrote it", "The message does not say who wrote it.");
            return;
        }
        Optional<Long> start = start(message);
        if (start.isEmpty()) {
            String found = first(message, "date", "timestamp_ms");
            reject("date", found, "a date and a time", "'" + found + "' is not a date and a time.");
            return;
        }
        String duration = first(message, "duration_seconds", "call_duration");
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("service", messenger == Messenger.TELEGRAM ? "Telegram" : "Facebook or Instagram");
        boolean large = chat.members.size() > SMALL_GROUP;
        extra.put("chat", chat.members.size() > 2 ? chat.name : "");
        extra.put("end", message.value("discard_reason"));
        extra.put("forwarded from", message.value("forwarded_from"));
        extra.put(
                "attached",
                first(message, "media_type", "file_name", "photo", "photos", "videos", "audio_files", "share"));
        extra.put("text", text(message));
        String words = CallEntry.words(extra);
        int from = index(writer);
        List<Integer> others = large
                ? List.of(CallTable.NONE)
                : chat.members.stream()
                        .map(this::index)
                        .filter(other -> other != from)
                        .distinct()
                        .toList();
        if (large) {
            remarks.add(
                    Severity.NOTE,
                    Row.of(position),
                    "",
                    chat.name,
                    "Messages to groups of more than " + SMALL_GROUP + ", kept as written to the group");
        }
        for (int other : others.isEmpty() ? List.of(CallTable.NONE) : others) {
            int at = calls.add(
                    from,
                    other,
                    call ? CallTable.Kind.CALL : CallTable.Kind.MESSAGE,
                    start.get(),
                    call && duration.matches("\\d{1,7}") ? Integer.parseInt(duration) : CallTable.NO_DURATION,
                    file.id(),
                    "",
                    Math.toIntExact(position));
            if (!words.isEmpty()) {
                calls.extra(at, words);
            }
        }
    }

    private String text(Message message) {
        String text = first(message, "text", "content").replaceAll("\\s+", " ").strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text;
        if (ShelterGuard.givesAway(text, ShelterGuard.Text.NARRATIVE)) {
            remarks.add(
                    Severity.WARNING,
                    Row.of(position),
                    "",
                    "",
                    "Messages whose text may give away a victims' shelter, which is never entered, kept without it");
            return "";
        }
        return text;
    }

    private Optional<Long> start(Message message) {
        String seconds = message.value("date_unixtime");
        if (seconds.matches("\\d{9,11}")) {
            return Optional.of(Long.parseLong(seconds));
        }
        String millis = message.value("timestamp_ms");
        if (millis.matches("\\d{12,14}")) {
            return Optional.of(Math.floorDiv(Long.parseLong(millis), 1000));
        }
        try {
            LocalDateTime local = LocalDateTime.parse(message.value("date"));
            localTimes = true;
            return Optional.of(
                    local.atZone(options.zone().orElse(ZoneOffset.UTC)).toEpochSecond());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int index(String key) {
        if (key.equals(ownKey) && !ownNumber.isEmpty()) {
            PhoneReading number = numbers.read(ownNumber);
            if (number.form() == PhoneReading.Form.NORMALISED) {
                return entities.index(EntityKind.PHONE, number.value());
            }
        }
        String name = names.getOrDefault(key, key);
        if (messenger == Messenger.TELEGRAM && key.matches("(?:user|channel)\\d+")) {
            String known = "telegram:" + key;
            return entities.index(new Entity(
                    EntityId.of(EntityKind.PHONE, known),
                    EntityKind.PHONE,
                    name.equals(key) ? known : name + " (" + known + ")",
                    Entity.Standing.DESCRIBED));
        }
        PhoneReading number = numbers.read(key);
        return entities.index(
                EntityKind.PHONE,
                number.form() == PhoneReading.Form.NORMALISED
                        ? number.value()
                        : key + " (" + file.id().abbreviated() + ")");
    }

    private void reject(String field, String found, String expected, String message) {
        rejected++;
        issues.add(new ImportIssue(Severity.REJECTED, "", position, field, found, expected, message));
    }

    ImportDraft draft(String profile) {
        progress.report(read, read, "messages read");
        return new ImportDraft(
                file,
                "calls",
                profile,
                localTimes ? options.zone().map(Object::toString).orElse("UTC") : "",
                options.country().orElse(""),
                read,
                read - rejected,
                rejected,
                0,
                entities.toList(),
                List.of(),
                calls.build(),
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }
}
