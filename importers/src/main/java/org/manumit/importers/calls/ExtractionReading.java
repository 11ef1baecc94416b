package org.manumit.importers.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.ExtractionModel.ChatMessage;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.value.EquipmentNumbers;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * One reading of an extraction report. A row is a call, message, contact or account, counted within its kind, which
 * stands for the sheet. Not thread-safe.
 */
final class ExtractionReading {

    private final SourceFile file;
    private final ImportOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final PhoneNumbers numbers;
    private final EntityRegister entities = new EntityRegister();
    private final Map<String, Integer> phones = new HashMap<>();
    private final CallTable.Builder calls = new CallTable.Builder();
    private final List<Claim> claims = new ArrayList<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Integer> claimsOfRow = new HashMap<>();
    private final Map<String, Integer> notRead = new TreeMap<>();
    private final ExtractionDevice device;
    private long read;
    private long rejected;
    private long untimed;

    ExtractionReading(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        this.numbers = PhoneNumbers.of(options.country());
        this.device = new ExtractionDevice(file, numbers);
    }

    /** What the report says of the telephone itself. */
    ExtractionDevice device() {
        return device;
    }

    /** Keeps something noticed. */
    void notice(ImportIssue issue) {
        issues.add(issue);
    }

    private int handset() {
        return device.handset(entities, issues);
    }

    /** Takes in one record. */
    void take(ExtractionModel model) {
        cancellation.check();
        switch (model.type()) {
            case "Call" -> call(model);
            case "SMS", "MMS" -> sms(model);
            case "Chat" -> chat(model);
            case "InstantMessage" -> {
                ChatMessage message = chatMessage(model);
                chatMessage(message, message.to(), model.value("Source"));
            }
            case "Contact" -> contact(model);
            case "UserAccount" -> account(model);
            default -> notRead.merge(model.type(), 1, Integer::sum);
        }
    }

    /** Where a record stands: on its sheet, or counted within its kind, which stands for the sheet. */
    private ExtractionModel.Place place(Optional<ExtractionModel.Place> stated, String kind) {
        read++;
        if ((read & 0x3FF) == 0) {
            cancellation.check();
            progress.report(read, -1, "records read");
        }
        return stated.orElseGet(() -> new ExtractionModel.Place(kind, rows.merge(kind, 1L, Long::sum)));
    }

    private void reject(ExtractionModel.Place at, String column, String found, String expected, String message) {
        rejected++;
        issues.add(new ImportIssue(Severity.REJECTED, at.sheet(), at.row(), column, found, expected, message));
    }

    // ---- parties

    /** Somebody at one end. */
    private record End(int index, boolean isOwner) {}

    private boolean isOwner(ExtractionModel party) {
        return party.value("IsPhoneOwner").equalsIgnoreCase("true");
    }

    private End end(ExtractionModel party, String service) {
        return isOwner(party)
                ? new End(handset(), true)
                : end(party.value("Identifier", "PhoneNumber", "Value"), service);
    }

    private End end(String identifier, String service) {
        int index = index(identifier, service);
        return new End(index, device.is(index));
    }

    /** Messengers name people by numbers of their own making: {@code 40722000001@s.whatsapp.net}. */
    private int index(String identifier, String service) {
        String id = identifier.strip();
        if (id.isEmpty()) {
            return CallTable.NONE;
        }
        int at = id.indexOf('@');
        if (at > 0) {
            id = id.split("\\s", 2)[0];
            if (id.endsWith("@s.whatsapp.net") && id.substring(0, at).matches("\\d{8,15}")) {
                id = "+" + id.substring(0, at);
            }
        }
        if (service.equalsIgnoreCase("WhatsApp") && id.matches("[1-9]\\d{9,14}")) {
            id = "+" + id; // it knows its users by their numbers in international form
        }
        PhoneReading reading = numbers.read(id);
        String key =
                switch (reading.form()) {
                    case NORMALISED, AS_WRITTEN, SHORT_CODE -> reading.value();
                    case NAME -> service.isBlank() ? id : service.toLowerCase(Locale.ROOT) + ":" + id;
                    case WITHHELD, TRUNCATED -> "";
                };
        return key.isEmpty() ? CallTable.NONE : phones.computeIfAbsent(key, k -> entities.index(EntityKind.PHONE, k));
    }

    private static String names(List<ExtractionModel> parties) {
        return parties.stream()
                .filter(p -> !p.value("IsPhoneOwner").equalsIgnoreCase("true"))
                .map(p -> p.value("Name"))
                .filter(n -> !n.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    // ---- calls and messages

    private void call(ExtractionModel call) {
        ExtractionModel.Place at = place(call.place(), "Call");
        String type = call.value("Type", "Direction").toLowerCase(Locale.ROOT);
        String direction = (call.value("Direction") + " " + call.value("Type")).toLowerCase(Locale.ROOT);
        int way = direction.contains("outgoing")
                ? 1
                : Stream.of("incoming", "missed", "rejected", "blocked", "voicemail")
                                .anyMatch(direction::contains)
                        ? -1
                        : 0;
        int seconds = seconds(call.value("Duration"));
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("kind", type.equals("incoming") || type.equals("outgoing") ? "" : type);
        passed(call, at, CallTable.Kind.CALL, way, seconds, extra);
    }

    private void sms(ExtractionModel sms) {
        ExtractionModel.Place at = place(sms.place(), sms.type());
        String folder = (sms.value("Folder") + " " + sms.value("Status")).toLowerCase(Locale.ROOT);
        int way = Stream.of("sent", "outbox", "draft", "outgoing").anyMatch(folder::contains)
                ? 1
                : Stream.of("inbox", "read", "received", "incoming").anyMatch(folder::contains) ? -1 : 0;
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("folder", sms.value("Folder"));
        extra.put("text", narrative(sms.value("Body", "Subject"), at));
        passed(sms, at, CallTable.Kind.MESSAGE, way, CallTable.NO_DURATION, extra);
    }

    /**
     * Records a call or message.
     *
     * @param way 1 when the telephone's owner called or wrote, -1 when somebody else, 0 when only the roles can tell
     */
    private void passed(
            ExtractionModel model,
            ExtractionModel.Place at,
            CallTable.Kind kind,
            int way,
            int seconds,
            Map<String, String> extra) {
        String service = model.value("Source");
        List<ExtractionModel> parties = model.of("Party");
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (ExtractionModel party : parties) {
            End end = end(party, service);
            switch (party.value("Role")) {
                case "From" -> from.add(end.index());
                case "To" -> to.add(end.index());
                default -> {
                    if (!end.isOwner()) {
                        others.add(end.index());
                    }
                }
            }
        }
        boolean out = way > 0 || (way == 0 && from.isEmpty() && !to.isEmpty());
        if (way == 0 && from.isEmpty() && to.isEmpty()) {
            reject(
                    at,
                    "Direction",
                    model.value("Type", "Folder"),
                    "a direction or the parties' roles",
                    "The record does not say who called or wrote to whom.");
            return;
        }
        (out ? to : from).addAll(others);
        if (from.isEmpty()) {
            from.add(out ? handset() : CallTable.NONE);
        }
        if (to.isEmpty()) {
            to.add(out ? CallTable.NONE : handset());
        }
        extra.put("saved as", names(parties));
        extra.put("service", service);
        extra.put("deleted", model.deleted());
        record(at, kind, from, to, model.value("TimeStamp"), seconds, extra);
    }

    private void record(
            ExtractionModel.Place place,
            CallTable.Kind kind,
            List<Integer> from,
            List<Integer> to,
            String time,
            int seconds,
            Map<String, String> extra) {
        long start = CallTable.NO_TIME;
        if (!time.isEmpty()) {
            Optional<Instant> instant = instant(time);
            if (instant.isEmpty()) {
                reject(
                        place,
                        "TimeStamp",
                        time,
                        "a time with its offset, such as 2024-03-05T10:15:00+02:00",
                        "'" + time + "' in 'TimeStamp' is not a time with its offset.");
                return;
            }
            start = instant.get().getEpochSecond();
        }
        untimed += time.isEmpty() ? 1 : 0;
        String words = CallEntry.words(extra);
        for (int one : from) {
            for (int other : to) {
                int at = calls.add(
                        one, other, kind, start, seconds, file.id(), place.sheet(), Math.toIntExact(place.row()));
                if (!words.isEmpty()) {
                    calls.extra(at, words);
                }
            }
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst("^(\\S+) ([+-])", "$1$2"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 00:01:05}, {@code 1.02:03:04} or seconds. */
    private static int seconds(String duration) {
        if (duration.matches("\\d{1,7}")) {
            return Integer.parseInt(duration);
        }
        if (!duration.matches("(?:\\d{1,2}\\.)?\\d{1,3}:\\d{2}:\\d{2}(?:\\.\\d+)?")) {
            return CallTable.NO_DURATION;
        }
        String[] parts = duration.split(":", -1);
        String hours = parts[0];
        int days = hours.contains(".") ? Integer.parseInt(hours.substring(0, hours.indexOf('.'))) : 0;
        return days * 86_400
                + Integer.parseInt(hours.substring(hours.indexOf('.') + 1)) * 3600
                + Integer.parseInt(parts[1]) * 60
                + Integer.parseInt(parts[2].replaceAll("\\..*", ""));
    }

    private String narrative(String body, ExtractionModel.Place at) {
        if (!ShelterGuard.givesAway(body, ShelterGuard.Text.NARRATIVE)) {
            return body;
        }
        issues.add(new ImportIssue(
                Severity.WARNING,
                at.sheet(),
                at.row(),
                "Body",
                "",
                "no victims' shelter",
                "The text may give away a victims' shelter, which is never entered; the message was kept without it."));
        return "";
    }

    /** A message of a chat, of which no more than needed is kept. */
    ChatMessage chatMessage(ExtractionModel message) {
        List<ExtractionModel> from = message.in("From");
        boolean self = from.stream().anyMatch(this::isOwner);
        return new ChatMessage(
                from.stream().map(p -> p.value("Identifier")).findFirst().orElse(""),
                message.in("To").stream()
                        .map(p -> isOwner(p) ? "" : p.value("Identifier"))
                        .distinct()
                        .toList(),
                message.value("TimeStamp"),
                message.value("Body", "Subject"),
                message.deleted(),
                names(from),
                self,
                message.place());
    }

    private void chat(ExtractionModel chat) {
        List<String> participants = chat.in("Participants").stream()
                .map(p -> isOwner(p) ? "" : p.value("Identifier"))
                .distinct()
                .toList();
        for (ChatMessage message : chat.messages()) {
            chatMessage(message, message.to().isEmpty() ? participants : message.to(), chat.value("Source"));
        }
    }

    /** @param to identifiers of the recipients; an empty text is the telephone's owner */
    private void chatMessage(ChatMessage message, List<String> to, String service) {
        ExtractionModel.Place at = place(message.place(), "InstantMessage");
        if (message.from().isEmpty() && !message.bySelf()) {
            reject(
                    at,
                    "From",
                    "",
                    "who wrote it",
                    "The message does not say who wrote it, as a system's notice does not.");
            return;
        }
        int from = message.bySelf() ? handset() : index(message.from(), service);
        List<Integer> others = to.stream()
                .map(id -> id.isEmpty() ? handset() : index(id, service))
                .filter(index -> index != from)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (others.isEmpty()) {
            others.add(from == handset() ? CallTable.NONE : handset());
        }
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("service", service);
        extra.put("saved as", message.name());
        extra.put("deleted", message.deleted());
        extra.put("text", narrative(message.body(), at));
        record(at, CallTable.Kind.MESSAGE, List.of(from), others, message.time(), CallTable.NO_DURATION, extra);
    }

    // ---- contacts

    private void contact(ExtractionModel contact) {
        ExtractionModel.Place at = place(contact.place(), "Contact");
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "saved as", contact.value("Name"));
        put(said, "service", contact.value("Source"));
        put(said, "group", contact.value("Group"));
        put(said, "deleted", contact.deleted());
        put(said, "note", String.join("; ", contact.values("Notes")));
        put(said, "e-mail", joined(contact.of("EmailAddress"), "Value"));
        put(said, "organisation", joined(contact.of("Organization"), "Name"));
        put(said, "address", joined(contact.of("StreetAddress"), "Street1", "City", "Country"));
        if (said.values().stream().anyMatch(text -> ShelterGuard.givesAway(text, ShelterGuard.Text.PLACE))) {
            reject(at, "", "", "no victims' shelter", ShelterGuard.REMEDY);
            return;
        }
        List<ExtractionModel> entries = Stream.concat(contact.of("PhoneNumber").stream(), contact.of("UserID").stream())
                .toList();
        int stated = 0;
        for (ExtractionModel entry : entries) {
            String value = entry.value("Value");
            int held = index(value, entry.type().equals("UserID") ? contact.value("Source") : "");
            if (held >= 0) {
                Map<String, String> values = new LinkedHashMap<>(said);
                put(values, "type", entry.value("Category"));
                if (!entities.get(held).label().equals(value)) {
                    put(values, "as written", value);
                }
                claim(at, List.of(participant(Part.CONTACT, held)), values);
                stated++;
            }
        }
        if (stated == 0) {
            if (said.keySet().stream().allMatch(Set.of("deleted", "service", "group")::contains)) {
                reject(at, "Entries", "", "a name or a number", "The contact is empty.");
                return;
            }
            claim(at, List.of(), said);
        }
    }

    private void account(ExtractionModel account) {
        ExtractionModel.Place at = place(account.place(), "UserAccount");
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "account of", account.value("ServiceType", "Source"));
        put(said, "user name", account.value("Username"));
        put(said, "name", account.value("Name"));
        put(said, "e-mail", joined(account.of("EmailAddress"), "Value"));
        if (said.isEmpty()) {
            reject(at, "Username", "", "a name", "The account is empty.");
            return;
        }
        claim(at, List.of(), said);
    }

    private static String joined(List<ExtractionModel> models, String... fields) {
        return models.stream()
                .map(m -> Stream.of(fields)
                        .map(m::value)
                        .filter(v -> !v.isEmpty())
                        .collect(Collectors.joining(", ")))
                .filter(v -> !v.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!value.isBlank()) {
            said.put(name, value.replaceAll("\\s+", " ").strip());
        }
    }

    private Participant participant(Part part, int index) {
        return Participant.stated(part, entities.get(index).id());
    }

    private void claim(ExtractionModel.Place at, List<Participant> others, Map<String, String> values) {
        List<Participant> participants = new ArrayList<>();
        participants.add(participant(Part.SUBJECT, handset()));
        participants.addAll(others);
        claims.add(new Claim(
                ClaimId.of(
                        file.id(),
                        at.sheet(),
                        at.row(),
                        claimsOfRow.merge(at.sheet() + "!" + at.row(), 1, Integer::sum)),
                ClaimType.PHONE,
                participants,
                values,
                Period.UNKNOWN,
                List.of(),
                new Provenance(file.id(), at.sheet(), at.row(), "", ""),
                Grades.NONE));
    }

    ImportDraft draft(String profile) {
        handset();
        List<Participant> equipment = new ArrayList<>();
        Map<String, String> written = new LinkedHashMap<>();
        device.imeis().forEach(imei -> {
            String key = EquipmentNumbers.imei(imei).orElse(imei);
            equipment.add(equipment(Part.HANDSET, EntityKind.HANDSET, key));
            if (!key.equals(imei)) {
                written.merge("IMEI", imei, (one, other) -> one + ", " + other);
            }
            if (EquipmentNumbers.spelling(imei) == EquipmentNumbers.Spelling.CONTRADICTORY) {
                issues.add(new ImportIssue(
                        Severity.WARNING,
                        "Device",
                        1,
                        "IMEI",
                        imei,
                        key,
                        "The last digit of handset " + imei
                                + " contradicts the others, so that one may be mistyped; it is"
                                + " kept as a handset of its own."));
            }
        });
        device.imsis().forEach(imsi -> equipment.add(equipment(Part.SIM, EntityKind.SIM, imsi)));
        if (!equipment.isEmpty()) {
            claim(new ExtractionModel.Place("Device", 1), equipment, written);
        }
        if (untimed > 0) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    "",
                    0,
                    "TimeStamp",
                    "",
                    "a time",
                    "Records without a time: " + untimed + ". They are kept, and no sequence holds them."));
        }
        if (!notRead.isEmpty()) {
            issues.add(new ImportIssue(
                    Severity.NOTE,
                    "",
                    0,
                    "",
                    "",
                    "",
                    "Not read, because they are no contacts, calls or messages: "
                            + notRead.entrySet().stream()
                                    .map(e -> e.getValue() + " " + e.getKey())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        progress.report(read, read, "records read");
        return new ImportDraft(
                file,
                "calls",
                profile,
                "",
                options.country().orElse(""),
                read,
                read - rejected,
                rejected,
                0,
                entities.toList(),
                claims,
                calls.build(),
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }

    private Participant equipment(Part part, EntityKind kind, String number) {
        int index = entities.index(new Entity(EntityId.of(kind, number), kind, number, Entity.Standing.DESCRIBED));
        return participant(part, index);
    }
}
