package org.manumit.importers.calls;

import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.EncodingDetector;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentLearner;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * One reading of a written-out chat: once for who writes in it and how its dates are to be read, once for its messages.
 * A row is a message, at the line on which it begins. A name is what the telephone's owner calls somebody, so it stands
 * for somebody of this chat only; a number is that number. Not thread-safe.
 */
final class ChatReading {

    private static final int LONGEST_TEXT = 10_000;

    /** More writers than any messenger allows in a group that is written out. */
    private static final int MOST_WRITERS = 2000;

    private static final Pattern WITH = Pattern.compile(
            "(?i)(?:chat|conversa|discussion|czat|conversation|unterhaltung)"
                    + "[^\\p{L}]+(?:whatsapp\\s+)?(?:de whatsapp |whatsapp )?(?:with|mit|con|com|avec|met|z|cu|do|ile)\\s+(.{1,60})");

    private final SourceFile file;
    private final ChatForm form;
    private final ImportOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final PhoneNumbers numbers;
    private final EntityRegister entities = new EntityRegister();
    private final CallTable.Builder calls = new CallTable.Builder();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final Set<String> writers = new LinkedHashSet<>();
    private final MomentLearner learner = new MomentLearner();
    private MomentReading times = learner.reading();
    private String title = "";
    private boolean titleWrites;
    private boolean whatsApp;
    private final RowRemarks remarks = new RowRemarks();
    private long read;
    private long rejected;

    ChatReading(SourceFile file, ChatForm form, ImportOptions options, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.form = form;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        this.numbers = PhoneNumbers.of(options.country());
        this.whatsApp = file.fileName().toLowerCase(Locale.ROOT).contains("whatsapp");
    }

    @FunctionalInterface
    private interface Messages {
        void take(ChatLine message, long line);
    }

    private void each(Messages messages) throws IOException {
        try (Reader text = EncodingDetector.text(file.path());
                GuardedLines in = new GuardedLines(file.path(), text, ChatTextImporter.LONGEST_LINE)) {
            ChatForm.Lines lines = new ChatForm.Lines(form);
            Optional<ChatLine> open = Optional.empty();
            StringBuilder body = new StringBuilder();
            long at = 0;
            for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
                Optional<ChatLine> next = lines.opening(line.get());
                if (next.isPresent()) {
                    if (open.isPresent()) {
                        messages.take(open.get().with(body.toString()), at);
                    }
                    open = next;
                    at = in.number();
                    body.setLength(0);
                    body.append(next.get().text());
                } else if (body.length() < LONGEST_TEXT && !lines.isDay(line.get())) {
                    body.append(' ').append(line.get());
                }
                if ((in.number() & 0xFFF) == 0) {
                    cancellation.check();
                    progress.report(read, -1, "messages read");
                }
            }
            if (open.isPresent()) {
                messages.take(open.get().with(body.toString()), at);
            }
        }
    }

    /** Learns who writes and how dates are written. */
    void learn() throws IOException {
        each((message, line) -> {
            learner.add(message.time(), CellKind.TEXT);
            if (writers.isEmpty() && title.isEmpty() && message.marked()) {
                // What opens a chat may be noted in the name of the chat, which writes nothing.
                title = message.writer();
                return;
            }
            if (message.writer().equals(title) && message.marked()) {
                return;
            }
            titleWrites |= message.writer().equals(title);
            if (!message.writer().isEmpty() && writers.add(message.writer()) && writers.size() > MOST_WRITERS) {
                throw new ImportException(
                        file.fileName() + ": more people write in it than in any chat. Import it as a document.");
            }
            whatsApp |= message.writer().isEmpty() && message.text().contains("WhatsApp");
        });
        times = learner.reading();
        if (writers.size() == 1 && !title.isEmpty() && !writers.contains(title)) {
            // With one other only, the chat bears that one's name.
            writers.add(title);
        } else if (writers.size() == 1) {
            Matcher with = WITH.matcher(file.stem());
            if (with.find()) {
                writers.add(with.group(1).strip());
            }
        }
    }

    /** Reads the messages. */
    void read() throws IOException {
        boolean month = times.assurance() == MomentReading.Assurance.ASSUMED;
        issues.add(new ImportIssue(
                month ? Severity.WARNING : Severity.NOTE, "", 0, "", "", "", "Dates are read " + times.reason() + "."));
        each(this::message);
        issues.addAll(remarks.issues());
        if (options.zone().isEmpty() && read > 0) {
            issues.add(
                    new ImportIssue(
                            Severity.NOTE,
                            "",
                            0,
                            "",
                            "",
                            "",
                            "Times carry no zone and are taken as UTC; give the zone that the telephone stood in to correct that."));
        }
        if (writers.size() < 2) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    "",
                    0,
                    "",
                    "",
                    "",
                    "One person alone writes in the chat, and neither it nor the file's name says to whom."));
        }
    }

    private void message(ChatLine message, long line) {
        boolean first = read == 0;
        read++;
        boolean noted = message.marked() && message.writer().equals(title) && (first || !titleWrites);
        if (message.writer().isEmpty() || noted) {
            read--;
            remarks.add(
                    Severity.NOTE,
                    Row.of(line),
                    "",
                    ShelterGuard.givesAway(message.text(), ShelterGuard.Text.NARRATIVE) ? "" : message.text(),
                    "No messages but the messenger's own notes, which name no writer, left out");
            return;
        }
        Parsed<Moment> parsed = times.read(message.time(), CellKind.TEXT);
        if (!(parsed instanceof Parsed.Value<Moment>(Moment moment))) {
            reject(line, message.time(), "a date and a time", "'" + message.time() + "' is not a date and a time.");
            return;
        }
        ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
        long start = moment.toInstant(zone).getEpochSecond();
        String text = message.text().replaceAll("\\s+", " ").strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text;
        if (ShelterGuard.givesAway(text, ShelterGuard.Text.NARRATIVE)) {
            text = "";
            remarks.add(
                    Severity.WARNING,
                    Row.of(line),
                    "",
                    "",
                    "Messages whose text may give away a victims' shelter, which is never entered, kept without it");
        }
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("service", whatsApp ? "WhatsApp" : "");
        extra.put("written by", party(message.writer()).equals(message.writer()) ? "" : message.writer());
        extra.put("text", text);
        String words = CallEntry.words(extra);
        int from = index(message.writer());
        List<Integer> others = writers.stream()
                .map(this::index)
                .filter(other -> other != from)
                .distinct()
                .toList();
        for (int other : others.isEmpty() ? List.of(CallTable.NONE) : others) {
            int at = calls.add(
                    from,
                    other,
                    CallTable.Kind.MESSAGE,
                    start,
                    CallTable.NO_DURATION,
                    file.id(),
                    "",
                    Math.toIntExact(line));
            if (!words.isEmpty()) {
                calls.extra(at, words);
            }
        }
    }

    private int index(String writer) {
        return entities.index(EntityKind.PHONE, party(writer));
    }

    /** The number, or the name with the chat it stands in: two telephones' "Mum" are never one. */
    private String party(String writer) {
        PhoneReading reading = numbers.read(writer);
        return switch (reading.form()) {
            case NORMALISED, AS_WRITTEN, SHORT_CODE -> reading.value();
            case NAME, WITHHELD, TRUNCATED -> writer + " (" + file.id().abbreviated() + ")";
        };
    }

    private void reject(long line, String found, String expected, String message) {
        rejected++;
        String kept = ShelterGuard.givesAway(found, ShelterGuard.Text.NARRATIVE) ? "" : found;
        String shown = kept.length() > 200 ? kept.substring(0, 200) + "\u2026" : kept;
        issues.add(new ImportIssue(Severity.REJECTED, "", line, "", shown, expected, message));
    }

    ImportDraft draft(String profile) {
        progress.report(read, read, "messages read");
        return new ImportDraft(
                file,
                "calls",
                profile,
                options.zone().map(Object::toString).orElse("UTC"),
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
