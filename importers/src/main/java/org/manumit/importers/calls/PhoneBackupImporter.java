package org.manumit.importers.calls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manumit.graph.CallTable;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.HandsetOwner;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * Reads what the Android program SMS Backup &amp; Restore writes: the messages and the calls of one handset, in XML. Times
 * are milliseconds since 1970, so no zone is needed. The handset is that of the number in the file's name, or one that is
 * named after the file. Layout: the program's own field list at synctech.com.au/sms-backup-restore/fields-in-xml-backup-files.
 */
public final class PhoneBackupImporter implements SourceImporter {

    private static final int HEAD = 4096;
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern ROOT = Pattern.compile("<(smses|calls)[\\s>]");
    private static final Map<String, String> CALL_TYPES =
            Map.of("3", "missed", "4", "voicemail", "5", "rejected", "6", "refused", "7", "answered on another device");

    /** An importer of handset backups. */
    public PhoneBackupImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.contains("<") && ROOT.matcher(head).find()
                    ? Optional.of(new Detection(kind(), 0.97, "messages and calls of a handset, SMS Backup & Restore"))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        List<List<String>> shown = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
        CallTable calls = draft.calls();
        for (int i = 0; i < Math.min(rows, calls.size()); i++) {
            String from = draft.entities().get(calls.from(i)).label();
            String to = calls.to(i) < 0 ? "" : draft.entities().get(calls.to(i)).label();
            shown.add(List.of(
                    from, to, java.time.Instant.ofEpochSecond(calls.start(i)).toString()));
            becomes.add((calls.kind(i) == CallTable.Kind.CALL ? "call from " : "message from ") + from + " to " + to);
        }
        return new Preview(
                new Detection(kind(), 0.97, draft.profile()),
                List.of(
                        new Preview.Column("from", "caller", "by the type of the entry"),
                        new Preview.Column("to", "called", "by the type of the entry"),
                        new Preview.Column("date", "start", "milliseconds since 1970")),
                shown,
                becomes,
                draft.issues());
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        Reading reading = new Reading(file, options, progress, cancellation);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            reading.read(GuardedXml.reader(in));
        } catch (XMLStreamException e) {
            throw GuardedXml.unreadable(file.path(), e);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft();
    }

    /** One import. */
    private static final class Reading {
        private final SourceFile file;
        private final ImportOptions options;
        private final Progress progress;
        private final Cancellation cancellation;
        private final PhoneNumbers numbers;
        private final HandsetOwner owner;
        private final EntityRegister entities = new EntityRegister();
        private final Map<String, Integer> phones = new HashMap<>();
        private final CallTable.Builder calls = new CallTable.Builder();
        private final List<ImportIssue> issues = new ArrayList<>();
        private final RowRemarks remarks = new RowRemarks();
        private final int handset;
        private long read;
        private long rejected;

        Reading(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.cancellation = cancellation;
            this.numbers = PhoneNumbers.of(options.country());
            HandsetOwner named = HandsetOwner.of(file);
            this.owner = named.isNumber()
                    ? new HandsetOwner(numbers.read(named.key()).value(), true)
                    : named;
            this.handset = entities.index(EntityKind.PHONE, owner.key());
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            Map<String, String> mms = new LinkedHashMap<>();
            List<String[]> addresses = new ArrayList<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "sms" -> message(attributes(xml));
                        case "call" -> call(attributes(xml));
                        case "mms" -> {
                            mms = attributes(xml);
                            addresses.clear();
                        }
                        case "part" -> {
                            String text = attributes(xml).getOrDefault("text", "");
                            if (!text.isBlank() && !text.equals("null")) {
                                mms.merge("body", text, (a, b) -> a + " " + b);
                            }
                        }
                        case "addr" -> {
                            Map<String, String> addr = attributes(xml);
                            addresses.add(
                                    new String[] {addr.getOrDefault("address", ""), addr.getOrDefault("type", "")});
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("mms")) {
                    multimedia(mms, addresses);
                }
            }
        }

        private static Map<String, String> attributes(XMLStreamReader xml) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String value = xml.getAttributeValue(i);
                attributes.put(
                        xml.getAttributeLocalName(i),
                        value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) + "\u2026" : value);
            }
            return attributes;
        }

        private void message(Map<String, String> sms) {
            read++;
            String type = sms.getOrDefault("type", "");
            switch (type) {
                case "1" -> record(sms, sms.getOrDefault("address", ""), true, CallTable.Kind.MESSAGE, "");
                case "2" -> record(sms, sms.getOrDefault("address", ""), false, CallTable.Kind.MESSAGE, "");
                case "3", "4", "5", "6" ->
                    record(sms, sms.getOrDefault("address", ""), false, CallTable.Kind.MESSAGE, "not sent");
                default -> reject("type", type, "1 for received or 2 for sent");
            }
        }

        private void call(Map<String, String> call) {
            read++;
            String type = call.getOrDefault("type", "");
            String word = CALL_TYPES.getOrDefault(type, "");
            switch (type) {
                case "1", "3", "4", "5", "6", "7" ->
                    record(call, call.getOrDefault("number", ""), true, CallTable.Kind.CALL, word);
                case "2" -> record(call, call.getOrDefault("number", ""), false, CallTable.Kind.CALL, "");
                default -> reject("type", type, "a kind of call from 1 to 7");
            }
        }

        /** Sent to several, it is a message to each; received, it came from the one whose address is marked so. */
        private void multimedia(Map<String, String> mms, List<String[]> addresses) {
            boolean incoming = mms.getOrDefault("msg_box", "1").equals("1");
            List<String> senders = addressed(addresses, "137");
            List<String> recipients = addressed(addresses, "151");
            List<String> others = incoming ? senders : recipients;
            List<String> named =
                    others.isEmpty() ? List.of(mms.getOrDefault("address", "").split("~", -1)) : others;
            boolean group = incoming && named.size() == 1 && recipients.size() > 1;
            List<Integer> received = recipients.stream().map(this::party).toList();
            if (group && !received.contains(handset)) {
                // One of them is the handset's own number, and nothing says which.
                mms.put("recipients", String.join(", ", recipients));
            }
            read++;
            if (!hasDate(mms)) {
                return;
            }
            for (String other : named) {
                record(mms, other, incoming, CallTable.Kind.MESSAGE, "");
            }
            if (group && received.contains(handset)) {
                received.stream()
                        .filter(one -> one != handset && one != CallTable.NONE)
                        .forEach(one -> record(mms, named.getFirst(), one, true, CallTable.Kind.MESSAGE, ""));
            }
        }

        private static List<String> addressed(List<String[]> addresses, String part) {
            return addresses.stream()
                    .filter(a -> a[1].equals(part) && !a[0].equals("insert-address-token"))
                    .map(a -> a[0])
                    .distinct()
                    .toList();
        }

        private void record(
                Map<String, String> entry, String other, boolean incoming, CallTable.Kind kind, String word) {
            record(entry, other, handset, incoming, kind, word);
        }

        /** Records what passed between another and the handset, or another who got the same. */
        private void record(
                Map<String, String> entry,
                String other,
                int holder,
                boolean incoming,
                CallTable.Kind kind,
                String word) {
            if ((read & 0xFFF) == 0) {
                cancellation.check();
                progress.report(read, -1, "entries read");
            }
            if (!hasDate(entry)) {
                return;
            }
            String date = entry.getOrDefault("date", "");
            long start = Math.floorDiv(Long.parseLong(date), date.length() <= 10 ? 1 : 1000);
            String body = entry.getOrDefault("body", "");
            if (ShelterGuard.givesAway(body, ShelterGuard.Text.NARRATIVE)) {
                body = "";
                remarks.add(
                        Severity.WARNING,
                        Row.of(read),
                        "body",
                        "",
                        "Messages whose text may give away a victims' shelter, which is never entered, kept without it");
            }
            String duration = entry.getOrDefault("duration", "");
            int seconds = kind == CallTable.Kind.CALL && duration.matches("\\d{1,7}")
                    ? Integer.parseInt(duration)
                    : CallTable.NO_DURATION;
            int party = party(other);
            int at = calls.add(
                    incoming ? party : holder,
                    incoming ? holder : party,
                    kind,
                    start,
                    seconds,
                    file.id(),
                    "",
                    Math.toIntExact(read));
            Map<String, String> extra = new LinkedHashMap<>();
            extra.put("kind", word);
            extra.put("saved as", entry.getOrDefault("contact_name", "").replace("(Unknown)", ""));
            extra.put("recipients", entry.getOrDefault("recipients", ""));
            extra.put("text", body.replaceAll("\\s+", " ").strip());
            String text = CallEntry.words(extra);
            if (!text.isEmpty()) {
                calls.extra(at, text);
            }
        }

        /** Whether the entry says when it was; rejects it where not. */
        private boolean hasDate(Map<String, String> entry) {
            String date = entry.getOrDefault("date", "");
            if (date.matches("\\d{9,14}")) {
                return true;
            }
            reject("date", date, "milliseconds since 1970");
            return false;
        }

        private int party(String text) {
            if (text.isBlank()) {
                return CallTable.NONE;
            }
            PhoneReading reading = numbers.read(text);
            boolean shown =
                    switch (reading.form()) {
                        case NORMALISED, SHORT_CODE, NAME, AS_WRITTEN -> true;
                        case WITHHELD, TRUNCATED -> false;
                    };
            return !shown || text.equals("-1") || text.equals("-2")
                    ? CallTable.NONE
                    : phones.computeIfAbsent(reading.value(), key -> entities.index(EntityKind.PHONE, key));
        }

        private void reject(String field, String found, String expected) {
            rejected++;
            issues.add(new ImportIssue(
                    Severity.REJECTED,
                    "",
                    read,
                    field,
                    found,
                    expected,
                    "'" + found + "' in '" + field + "' is not " + expected + "."));
        }

        ImportDraft draft() {
            issues.addFirst(new ImportIssue(
                    owner.isNumber() ? Severity.NOTE : Severity.WARNING,
                    "",
                    0,
                    "",
                    owner.key(),
                    "",
                    owner.isNumber()
                            ? "The entries are taken for those of " + owner.key() + ", as the file's name says."
                            : "Nothing says whose handset this is; it is named '" + owner.key()
                                    + "' after the file. Put the number into the file's name to join it."));
            issues.addAll(remarks.issues());
            return new ImportDraft(
                    file,
                    "calls",
                    "messages and calls of a handset, SMS Backup & Restore",
                    "",
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
}
