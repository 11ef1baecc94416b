package org.manumit.importers.calls;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.TabularFile;
import org.manumit.importers.tabular.value.DurationReading;
import org.manumit.importers.tabular.value.Parsed;

/**
 * Reads the report of a telephone extraction in a workbook, with a sheet each for calls, messages, chats, contacts and
 * the device, as Cellebrite's and MSAB's programs write it. What the rows are is told by sheets' names and headers; then
 * they are read as the same report in XML is. Stateless.
 */
public final class HandsetWorkbookImporter implements SourceImporter {

    private static final String LAYOUT = "messages, calls and contacts of a telephone, table or workbook";
    private static final Pattern ENTRY = Pattern.compile("(?s)\\s*([\\p{L}][^:]{0,60}?)\\s*:\\s*(\\S.*)");

    /** An importer of extraction reports in workbooks. */
    public HandsetWorkbookImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    private record Report(List<HandsetSheet> sheets, List<Table> others) {

        /** A telephone's own marks, so that an operator's workbook of calls and messages is left alone. */
        boolean isOfHandset() {
            boolean records = sheets.stream().anyMatch(HandsetSheet::isRecords);
            boolean handset = sheets.stream().anyMatch(s -> !s.isRecords() || s.namesParts());
            return records && handset;
        }
    }

    private static Optional<Report> report(SourceFile file) throws IOException {
        Optional<TabularFile> tabular = TabularFile.inspectIfTable(file);
        if (tabular.isEmpty()) {
            return Optional.empty();
        }
        List<HandsetSheet> sheets = new ArrayList<>();
        List<Table> others = new ArrayList<>();
        for (Table table : Table.of(tabular.get(), HandsetSheet.VOCABULARY)) {
            HandsetSheet.of(table).ifPresentOrElse(sheets::add, () -> others.add(table));
        }
        Report report = new Report(sheets, others);
        return report.isOfHandset() ? Optional.of(report) : Optional.empty();
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return report(file)
                    .map(report -> new Detection(
                            kind(),
                            0.96,
                            report.sheets().stream()
                                    .map(s -> s.table().sheetName())
                                    .filter(name -> !name.isEmpty())
                                    .reduce((one, other) -> one + ", " + other)
                                    .map(names -> LAYOUT + ": " + names)
                                    .orElse(LAYOUT)));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        ExtractionReading reading = new ExtractionReading(file, options, progress, cancellation);
        try {
            Report report = report(file)
                    .orElseThrow(() -> new ImportException(file.fileName()
                            + ": there are no sheets of calls, messages and contacts of a telephone in it."
                            + " Import it as another kind."));
            List<HandsetSheet> sheets = report.sheets().stream()
                    .sorted(Comparator.comparing(s -> s.kind() != HandsetSheet.Kind.DEVICE))
                    .toList();
            boolean local = false;
            for (HandsetSheet sheet : sheets) {
                local |= read(sheet, file, options, reading);
            }
            if (local && options.zone().isEmpty()) {
                reading.notice(
                        note("Times carry no zone and are taken as UTC; give the zone that the report is written in"
                                + " to correct that."));
            }
            if (!report.others().isEmpty()) {
                reading.notice(note("Sheets left out, because they hold no contacts, calls or messages: "
                        + report.others().stream().map(Table::sheetName).collect(Collectors.joining(", ")) + "."));
            }
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft(LAYOUT);
    }

    private static ImportIssue note(String message) {
        return new ImportIssue(Severity.NOTE, "", 0, "", "", "", message);
    }

    /** Reads a sheet; says whether some time carried no zone. */
    private static boolean read(HandsetSheet sheet, SourceFile file, ImportOptions options, ExtractionReading reading)
            throws IOException {
        HandsetTimes times = new HandsetTimes(sheet, options.zone().orElse(ZoneOffset.UTC));
        if (sheet.isRecords()) {
            times.issues(sheet.table().sheetName()).forEach(reading::notice);
        }
        Optional<ChatList> list =
                sheet.kind() == HandsetSheet.Kind.CHAT_LIST ? Optional.of(ChatList.of(sheet, file)) : Optional.empty();
        list.stream().flatMap(l -> l.ownNumbers().stream()).forEach(own -> reading.device()
                .say("own number", own));
        list.ifPresent(l -> reading.device().saysOthers(l.others()));
        try (Table.Rows rows = sheet.table().open()) {
            while (rows.advance()) {
                Row row = rows.row();
                switch (sheet.kind()) {
                    case DEVICE ->
                        reading.device()
                                .say(
                                        sheet.value(row, sheet.mapping().has("key") ? "key" : "name"),
                                        sheet.value(row, sheet.valueOf()));
                    case CHAT_LIST ->
                        list.flatMap(l -> l.message(row, times.of(row))).ifPresent(reading::take);
                    case CALLS -> reading.take(call(sheet, row, times));
                    case MESSAGES -> reading.take(message(sheet, row, times));
                    case CHATS -> reading.take(chatMessage(sheet, row, times));
                    case CONTACTS -> reading.take(contact(sheet, row));
                }
            }
            TableNotes.among(rows, sheet.table()).forEach(reading::notice);
        }
        list.stream().flatMap(l -> l.issues().stream()).forEach(reading::notice);
        return times.sawLocalTime();
    }

    private static ExtractionModel model(HandsetSheet sheet, Row row, String type) {
        ExtractionModel model = new ExtractionModel(
                type,
                deleted(sheet.value(row, "deleted")),
                Optional.of(new ExtractionModel.Place(sheet.table().sheetName(), row.number())));
        model.field("Source", sheet.value(row, "source"));
        return model;
    }

    private static String deleted(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "ja", "oui", "si", "s\u00ed", "tak" -> "Deleted";
            case "no", "false", "nein", "non", "nie" -> "";
            default -> cell;
        };
    }

    private static ExtractionModel call(HandsetSheet sheet, Row row, HandsetTimes times) {
        ExtractionModel call = model(sheet, row, "Call");
        String type = sheet.value(row, "type");
        call.field("Direction", way(sheet.value(row, "direction")));
        if (CallWords.tellsOutcome(type)) {
            call.field("Direction", way(type));
            call.field("Type", type);
        } else {
            call.field("Type", way(type));
        }
        call.field("TimeStamp", times.of(row));
        sheet.mapping().indexOf("duration").ifPresent(column -> {
            if (DurationReading.SECONDS.read(row.value(column), row.kind(column))
                    instanceof Parsed.Value<Duration>(Duration length)) {
                call.field("Duration", Long.toString(length.toSeconds()));
            }
        });
        parties(sheet, row).forEach(party -> call.model("Parties", party));
        return call;
    }

    private static ExtractionModel message(HandsetSheet sheet, Row row, HandsetTimes times) {
        ExtractionModel message = model(sheet, row, "SMS");
        String folder = sheet.value(row, "folder");
        message.field("Folder", folder);
        message.field(
                "Status",
                Stream.of(sheet.value(row, "direction"), folder, sheet.value(row, "type"))
                        .map(HandsetWorkbookImporter::way)
                        .filter(way -> !way.isEmpty())
                        .collect(Collectors.joining(" ")));
        message.field("Body", sheet.value(row, "body"));
        message.field("TimeStamp", times.of(row));
        parties(sheet, row).forEach(party -> message.model("Parties", party));
        return message;
    }

    private static ExtractionModel chatMessage(HandsetSheet sheet, Row row, HandsetTimes times) {
        ExtractionModel message = model(sheet, row, "InstantMessage");
        message.field("Body", sheet.value(row, "body"));
        message.field("TimeStamp", times.of(row));
        List<ExtractionModel> parties = parties(sheet, row);
        String way = way(sheet.value(row, "direction") + " " + sheet.value(row, "folder"));
        boolean said = parties.stream().anyMatch(p -> p.value("Role").equals("From"));
        boolean alone =
                parties.stream().filter(p -> p.value("Role").equals("To")).count() == 1;
        if (!said && way.equals("outgoing")) {
            message.model("From", HandsetParties.owner("From"));
        }
        List<String> writers = parties.stream()
                .filter(p -> p.value("Role").equals("From"))
                .map(p -> p.value("Identifier"))
                .toList();
        for (ExtractionModel party : parties) {
            boolean from = party.value("Role").equals("From") || (!said && way.equals("incoming"));
            // Whoever writes what goes out, and whom alone something comes in to, is the telephone's owner.
            if ((from && way.equals("outgoing"))
                    || (party.value("Role").equals("To") && alone && way.equals("incoming"))) {
                party.field("IsPhoneOwner", "true");
            }
            if (from || !writers.contains(party.value("Identifier"))) {
                message.model(from ? "From" : "To", party);
            }
        }
        return message;
    }

    /** Who has a part in a row: with parts in one cell, in columns of their own, or one other beside the owner. */
    private static List<ExtractionModel> parties(HandsetSheet sheet, Row row) {
        List<ExtractionModel> parties = new ArrayList<>(HandsetParties.of(sheet.value(row, "from"), "From"));
        parties.addAll(HandsetParties.of(sheet.value(row, "to"), "To"));
        parties.addAll(HandsetParties.of(sheet.value(row, "parties"), ""));
        String number = sheet.value(row, "number");
        if (parties.isEmpty() && !number.isEmpty()) {
            String beside = numberBeside(sheet, row, number);
            parties.addAll(HandsetParties.of(beside.isEmpty() ? number : beside, ""));
            if (parties.size() == 1) {
                String name = sheet.value(row, "name");
                parties.getFirst().field("Name", name.isEmpty() && !beside.isEmpty() ? number : name);
            }
        }
        return parties;
    }

    /** The number that stands in a column of its own beside a party's name; empty where the party has one itself. */
    private static String numberBeside(HandsetSheet sheet, Row row, String party) {
        return digits(party) >= 3
                ? ""
                : sheet.numbered().stream()
                        .map(column -> row.value(column.index()))
                        .filter(cell -> digits(cell) >= 3)
                        .findFirst()
                        .orElse("");
    }

    private static long digits(String cell) {
        return cell.chars().filter(Character::isDigit).count();
    }

    /** The way as reports in XML word it, by the words of any language. */
    private static String way(String cell) {
        return CallWords.direction(cell)
                .map(direction -> switch (direction) {
                    case IN -> "incoming";
                    case OUT -> "outgoing";
                })
                .orElse(cell);
    }

    private static ExtractionModel contact(HandsetSheet sheet, Row row) {
        ExtractionModel contact = model(sheet, row, "Contact");
        contact.field("Name", sheet.value(row, "name"));
        contact.field("Notes", sheet.value(row, "notes"));
        List<String> entries = new ArrayList<>();
        for (String key : List.of("entries", "number")) {
            sheet.value(row, key)
                    .lines()
                    .flatMap(line -> List.of(line.split("_x000[dDaA]_", -1)).stream())
                    .filter(line -> !Blank.is(line))
                    .forEach(entries::add);
        }
        for (ColumnMapping.Column column : sheet.numbered()) {
            String cell = row.value(column.index());
            if (digits(cell) >= 3) {
                entries.add(column.header() + ": " + cell);
            }
        }
        for (String entry : entries) {
            Matcher labelled = ENTRY.matcher(entry);
            String category = labelled.matches() ? labelled.group(1) : "";
            String value = labelled.matches() ? labelled.group(2).strip() : entry.strip();
            String word = category.toLowerCase(Locale.ROOT);
            String type = word.contains("mail")
                            || (word.isEmpty() && value.contains("@") && !value.contains("whatsapp"))
                    ? "EmailAddress"
                    : word.contains("user") || word.contains("id") || value.contains("@") ? "UserID" : "PhoneNumber";
            ExtractionModel model = new ExtractionModel(type, "");
            model.field("Category", category.replaceFirst("(?i)^(?:phone|tel(?:ephone)?|user id)\\s*-\\s*", ""));
            model.field("Value", value);
            contact.model("Entries", model);
        }
        return contact;
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.96,
                List.of(
                        new Preview.Column("from", "caller", "by the parties' parts and the direction"),
                        new Preview.Column("to", "called", "by the parties' parts and the direction"),
                        new Preview.Column("time", "start", "from the columns of date and time")),
                rows);
    }
}
