package org.manumit.app.session;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.query.CaseZone;
import org.manumit.styles.Words;

/** Puts evidence into words: what a row says, when, where it stands, how it is graded. Immutable. */
public final class EvidenceWording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final CaseGraph graph;
    private final DisplayNames names;
    private final Words words;
    private final ZoneId zone;
    private final Map<String, String> documents;

    /** Words for the evidence of a snapshot. */
    public EvidenceWording(CaseGraph graph, DisplayNames names, Words words) {
        this.graph = graph;
        this.names = names;
        this.words = words;
        zone = CaseZone.of(graph);
        documents = graph.claims(ClaimType.DOCUMENT).stream()
                .filter(claim -> !claim.value("id").isBlank())
                .collect(Collectors.toMap(claim -> claim.value("id"), claim -> claim.value("title"), (a, b) -> a));
    }

    /** The zone in which times are shown. */
    public ZoneId zone() {
        return zone;
    }

    /** What kind of statement a claim is. */
    public String heading(Claim claim) {
        return words.of(claim.type());
    }

    /** Who plays which part in a claim: "victim Victim 1, by Dorin". */
    public String parties(Claim claim) {
        List<String> parties = new ArrayList<>();
        for (Claim.Participant participant : claim.participants()) {
            String mark = participant.certainty() == Certainty.PRESUMED ? "?" : "";
            String name = names.name(participant.entity()) + mark;
            parties.add(participant.part() == Part.SUBJECT ? name : words.of(participant.part()) + " " + name);
        }
        return String.join(", ", parties);
    }

    /** What a claim says besides, as written: "how: job offer; promised: waitress". */
    public String asWritten(Claim claim) {
        return claim.values().entrySet().stream()
                .filter(value -> !value.getValue().isBlank() && !value.getKey().equals("id"))
                .map(value -> value.getKey() + ": " + names.text(value.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** When a claim holds; empty when nothing is known. */
    public String when(Period period) {
        if (period.isUnknown()) {
            return "";
        }
        if (period.from().isPresent() && period.from().equals(period.to())) {
            return period.from().get().toString();
        }
        Optional<String> from = period.from().map(Object::toString);
        Optional<String> to = period.to().map(Object::toString);
        if (from.isPresent() && to.isPresent()) {
            return words.text("evidence.period", from.get(), to.get());
        }
        return from.map(begin -> words.text("evidence.since", begin))
                .or(() -> to.map(end -> words.text("evidence.until", end)))
                .orElseGet(() -> words.text("evidence.stillHolds"));
    }

    /** Where a claim stands: file, sheet, row, page. */
    public String place(Claim claim) {
        String place = place(
                claim.provenance().source(),
                claim.provenance().sheet(),
                claim.provenance().row());
        String page = claim.provenance().page();
        if (page.isBlank()) {
            return place;
        }
        boolean number = page.chars().allMatch(Character::isDigit);
        return words.text(number ? "evidence.page" : "evidence.passage", place, names.text(page));
    }

    /** Where a record stands: file, sheet, row. */
    public String place(SourceId source, String sheet, long row) {
        String file = graph.source(source).map(Source::fileName).orElse(source.abbreviated());
        if (row <= 0) {
            return file;
        }
        String at = Long.toString(row);
        return sheet.isEmpty()
                ? words.text("evidence.row", file, at)
                : words.text("evidence.sheetRow", file, sheet, at);
    }

    /** Where a call stands: every row of every file that tells of it. */
    public String placeOfCall(int call) {
        CallTable rows = graph.callStatements();
        return IntStream.of(graph.statementsOfCall(call))
                .mapToObj(i -> place(rows.source(i), rows.sheet(i), rows.row(i)))
                .collect(Collectors.joining("; "));
    }

    /** Where a transfer stands: every row of every file that tells of it. */
    public String placeOfTransfer(int transfer) {
        TransferTable rows = graph.transferStatements();
        return IntStream.of(graph.statementsOfTransfer(transfer))
                .mapToObj(i -> place(rows.source(i), rows.sheet(i), rows.row(i)))
                .collect(Collectors.joining("; "));
    }

    /** The document that the row itself names as its source; empty when it names none. */
    public String cites(Claim claim) {
        String id = claim.provenance().cites();
        if (id.isBlank()) {
            return "";
        }
        String title = documents.getOrDefault(id, "");
        return names.text(title.isBlank() ? id : words.text("evidence.cites", id, title));
    }

    /** What an analyst decided, who, when and why: "Overruled by vera, 2026-03-01 10:00: seen in court". */
    public String decided(RoleDecision decision) {
        return words.text(
                "evidence.decided",
                words.of(decision.ruling()),
                decision.by(),
                MINUTE.format(decision.at().atZone(zone)),
                names.text(decision.reason()));
    }

    /** How a claim is graded. */
    public String grades(Grades grades) {
        String source = grades.source();
        String information = grades.information();
        return source.isEmpty() && information.isEmpty()
                ? words.text("evidence.ungraded")
                : words.text(
                        "evidence.graded", source.isEmpty() ? "–" : source, information.isEmpty() ? "–" : information);
    }

    /** Who may receive a claim; empty when not stated. */
    public String handling(Grades grades) {
        return grades.handling().isEmpty() ? "" : words.text("evidence.handling", grades.handling());
    }

    /** The grades that a record takes from its file. */
    public Grades gradesOf(SourceId source) {
        return graph.source(source).map(Source::grades).orElse(Grades.NONE);
    }

    /** When a call began. */
    public String time(CallTable calls, int record) {
        return calls.start(record) == CallTable.NO_TIME
                ? words.text("evidence.noTime")
                : TIME.format(Instant.ofEpochSecond(calls.start(record)).atZone(zone));
    }

    /** How long a call was; empty when not stated. */
    public String duration(CallTable calls, int record) {
        int seconds = calls.duration(record);
        if (seconds == CallTable.NO_DURATION) {
            return "";
        }
        Duration duration = Duration.ofSeconds(seconds);
        return duration.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    /** When a transfer was made. */
    public String time(TransferTable transfers, int record) {
        return switch (transfers.basis(record)) {
            case INSTANT ->
                MINUTE.format(Instant.ofEpochSecond(transfers.time(record)).atZone(zone));
            case DATE ->
                LocalDate.ofInstant(Instant.ofEpochSecond(transfers.time(record)), ZoneOffset.UTC)
                        .toString();
            case STEP -> words.text("evidence.step", transfers.time(record));
            case NONE -> words.text("evidence.noTime");
        };
    }

    /** The exact amount with its currency. */
    public String amount(TransferTable transfers, int record) {
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        int scale = transfers.amount(record).scale();
        format.setMinimumFractionDigits(scale);
        format.setMaximumFractionDigits(scale);
        return (format.format(transfers.amount(record)) + " " + transfers.currency(record)).strip();
    }

    /** What an entity at an index is called; what a record does not name is said so. */
    public String name(int entity) {
        return entity < 0 ? words.text("evidence.nobody") : names.name(entity);
    }

    /** What an entity is called with who stands behind it: "Dorin (+40 722 123 456)". */
    public String nameWithThing(CaseSnapshot snapshot, int entity, long epochSecond) {
        if (entity < 0) {
            return words.text("evidence.nobody");
        }
        int actor = snapshot.actors().actorAt(entity, epochSecond);
        return actor == entity
                ? names.name(entity)
                : words.text("evidence.with", names.name(actor), names.name(entity));
    }

    /** The file of a source. */
    public Optional<String> file(SourceId source) {
        return graph.source(source).map(Source::fileName);
    }
}
