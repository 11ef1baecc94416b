package org.manumit.app.brief;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * The rows that a brief's statements rest on, numbered as they are first cited. Not safe for use from several threads.
 */
final class Exhibits {

    /** Of the rows behind one reason, how many are exhibited; the rest are counted. */
    private static final int CITED_PER_REASON = 6;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /**
     * One exhibit.
     *
     * @param number from 1
     * @param source the file, or empty when it is not known any more
     * @param sheet the sheet, or empty
     * @param row the row, or 0
     * @param page the page, or empty
     * @param says what stands there, in words, without names that must not be given
     * @param grades how it is graded
     */
    record Exhibit(
            int number, Optional<Source> source, String sheet, long row, String page, String says, Grades grades) {}

    private final CaseGraph graph;
    private final CaseFacts facts;
    private final Wording wording;
    private final Victims victims;
    private final ZoneId zone;
    private final Map<ClaimId, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, SourceId> sources = new HashMap<>();
    private final Map<SourceId, Integer> sourceNumbers = new HashMap<>();

    Exhibits(CaseGraph graph, CaseFacts facts, Wording wording, Victims victims) {
        this.graph = graph;
        this.facts = facts;
        this.wording = wording;
        this.victims = victims;
        this.zone = CaseZone.of(graph);
        for (int i = 0; i < graph.sources().size(); i++) {
            Source source = graph.sources().get(i);
            sources.put(source.id().abbreviated(), source.id());
            sourceNumbers.put(source.id(), i + 1);
        }
    }

    /** {@code E1, E4 to E6 and 12 further rows}; empty text when there is no evidence. */
    String cite(List<ClaimId> evidence) {
        List<Integer> cited = evidence.stream()
                .distinct()
                .limit(CITED_PER_REASON)
                .map(id -> numbers.computeIfAbsent(id, k -> numbers.size() + 1))
                .sorted()
                .toList();
        if (cited.isEmpty()) {
            return "";
        }
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < cited.size(); ) {
            int j = i;
            while (j + 1 < cited.size() && cited.get(j + 1) == cited.get(j) + 1) {
                j++;
            }
            ranges.add(
                    j == i ? "E" + cited.get(i) : "E" + cited.get(i) + (j == i + 1 ? ", E" : "\u2013E") + cited.get(j));
            i = j + 1;
        }
        long further = evidence.stream().distinct().count() - cited.size();
        return String.join(", ", ranges)
                + (further == 0
                        ? ""
                        : String.format(Locale.ROOT, " and %,d further row%s", further, further == 1 ? "" : "s"));
    }

    /** The number of an imported file in the list of sources; 0 when it is not there. */
    int sourceNumber(SourceId id) {
        return sourceNumbers.getOrDefault(id, 0);
    }

    /** Everything cited so far. */
    List<Exhibit> all() {
        Map<ClaimId, Integer> calls = records(
                graph.calls().size(), graph.calls()::claim, graph.calls().sources());
        Map<ClaimId, Integer> transfers = records(
                graph.transfers().size(),
                graph.transfers()::claim,
                graph.transfers().sources());
        List<Exhibit> exhibits = new ArrayList<>();
        numbers.forEach((id, number) -> exhibits.add(exhibit(id, number, calls, transfers)));
        return exhibits;
    }

    private Map<ClaimId, Integer> records(int size, IntFunction<ClaimId> claimOf, List<SourceId> tableSources) {
        Set<String> wanted = tableSources.stream().map(SourceId::abbreviated).collect(Collectors.toSet());
        Map<ClaimId, Integer> found = new HashMap<>();
        if (numbers.keySet().stream().noneMatch(id -> wanted.contains(sourcePart(id)))) {
            return found;
        }
        IntStream.range(0, size).forEach(i -> {
            ClaimId id = claimOf.apply(i);
            if (numbers.containsKey(id)) {
                found.put(id, i);
            }
        });
        return found;
    }

    /** The other rows that tell of the same. */
    private static String also(int[] records, IntFunction<String> place) {
        return records.length < 2
                ? ""
                : " (also " + IntStream.of(records).skip(1).mapToObj(place).collect(Collectors.joining(", ")) + ")";
    }

    private String callPlace(int i) {
        CallTable rows = graph.callStatements();
        return place(rows.source(i), rows.sheet(i), rows.row(i));
    }

    private String transferPlace(int i) {
        TransferTable rows = graph.transferStatements();
        return place(rows.source(i), rows.sheet(i), rows.row(i));
    }

    private static String place(String file, String sheet, int row) {
        return file + (sheet.isEmpty() ? "" : ", " + sheet) + ", row " + row;
    }

    private String place(SourceId source, String sheet, int row) {
        return place(graph.source(source).map(Source::fileName).orElse(source.abbreviated()), sheet, row);
    }

    private static String sourcePart(ClaimId id) {
        int slash = id.value().indexOf('/');
        return slash < 0 ? "" : id.value().substring(0, slash);
    }

    private Exhibit exhibit(ClaimId id, int number, Map<ClaimId, Integer> calls, Map<ClaimId, Integer> transfers) {
        Optional<Claim> claim = graph.claim(id);
        if (claim.isPresent()) {
            Claim c = claim.get();
            return new Exhibit(
                    number,
                    graph.source(c.provenance().source()),
                    c.provenance().sheet(),
                    c.provenance().row(),
                    wording.text(page(c)),
                    says(c),
                    facts.gradesOf(c));
        }
        if (calls.containsKey(id)) {
            int i = calls.get(id);
            CallTable table = graph.calls();
            return new Exhibit(
                    number,
                    graph.source(table.source(i)),
                    table.sheet(i),
                    table.row(i),
                    "",
                    call(table, i) + also(graph.statementsOfCall(i), this::callPlace),
                    facts.gradesOf(table.source(i)));
        }
        if (transfers.containsKey(id)) {
            int i = transfers.get(id);
            TransferTable table = graph.transfers();
            return new Exhibit(
                    number,
                    graph.source(table.source(i)),
                    table.sheet(i),
                    table.row(i),
                    "",
                    transfer(table, i) + also(graph.statementsOfTransfer(i), this::transferPlace),
                    facts.gradesOf(table.source(i)));
        }
        String[] parts = id.value().split("/", -1);
        Optional<SourceId> source = Optional.ofNullable(sources.get(parts[0]));
        return new Exhibit(
                number,
                source.flatMap(graph::source),
                parts.length > 1 ? parts[1] : "",
                0,
                "",
                "a row that this brief does not show",
                source.map(facts::gradesOf).orElse(Grades.NONE));
    }

    private String page(Claim claim) {
        String page = claim.provenance().page();
        String cites = claim.provenance().cites();
        if (cites.isEmpty()) {
            return page;
        }
        return "citing " + cites + (page.isEmpty() ? "" : ", " + page);
    }

    /** What a claim says, in the words of the case workbook. */
    String says(Claim claim) {
        String people = claim.participants().stream()
                .map(Claim.Participant::part)
                .distinct()
                .map(part -> word(part) + ": " + holders(claim, part))
                .collect(Collectors.joining("; "));
        String values = claim.values().entrySet().stream()
                .filter(v -> !v.getValue().isBlank() && isShown(claim, v.getKey()))
                .limit(5)
                .map(v -> v.getKey() + ": " + shortened(wording.text(v.getValue())))
                .collect(Collectors.joining("; "));
        String when = when(claim);
        return List.of(word(claim.type()), people, values, when).stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private String holders(Claim claim, Part part) {
        List<EntityId> holders = claim.holders(part).toList();
        return holders.stream().limit(4).map(id -> wording.label(graph, id)).collect(Collectors.joining(", "))
                + (holders.size() > 4 ? " and " + (holders.size() - 4) + " more" : "");
    }

    /** Names stand with the participants, redacted; what else identifies a person is not repeated. */
    private boolean isShown(Claim claim, String column) {
        if (isAboutProtected(claim)
                && !column.equals("status")
                && !column.equals("kind")
                && !column.equals("quality")) {
            return false;
        }
        if (wording.freeText() == Wording.FreeText.LEFT_OUT) {
            return Set.of(
                            "role",
                            "phase",
                            "kind",
                            "form",
                            "how",
                            "as",
                            "country",
                            "from country",
                            "to country",
                            "means",
                            "currency",
                            "share",
                            "purpose",
                            "channel",
                            "control",
                            "status")
                    .contains(column);
        }
        return switch (column) {
            case "name", "aliases", "id", "born", "age", "name on it", "note" -> false;
            default -> true;
        };
    }

    /** Whether a claim describes a victim or a victim's number, account or paper. */
    private boolean isAboutProtected(Claim claim) {
        return claim.holders(Part.SUBJECT)
                .anyMatch(id -> graph.indexOf(id).stream().anyMatch(victims::isProtected));
    }

    private static String shortened(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= 160 ? flat : flat.substring(0, 157).strip() + "\u2026";
    }

    private static String when(Claim claim) {
        String from = claim.when().from().map(Object::toString).orElse("");
        String to = claim.when().to().map(Object::toString).orElse("");
        return switch (claim.when().end()) {
            case OPEN -> from.isEmpty() ? "" : "Since " + from;
            case STATED -> from.equals(to) ? from : from.isEmpty() ? "Until " + to : from + " to " + to;
            case UNKNOWN -> from.isEmpty() ? "" : "From " + from;
        };
    }

    private String call(CallTable table, int i) {
        String kind =
                switch (table.kind(i)) {
                    case CALL -> "Call";
                    case MESSAGE -> "Message";
                    case DATA -> "Data session";
                    case OTHER -> "Connection";
                };
        String when = table.start(i) == CallTable.NO_TIME
                ? ""
                : ", " + MINUTE.format(Instant.ofEpochSecond(table.start(i)).atZone(zone));
        String duration = table.duration(i) == CallTable.NO_DURATION ? "" : ", " + table.duration(i) + " s";
        return kind + " from " + end(table.from(i)) + " to " + end(table.to(i)) + when + duration;
    }

    private String transfer(TransferTable table, int i) {
        String when =
                switch (table.basis(i)) {
                    case INSTANT ->
                        ", "
                                + MINUTE.format(
                                        Instant.ofEpochSecond(table.time(i)).atZone(zone));
                    case DATE ->
                        ", "
                                + Instant.ofEpochSecond(table.time(i))
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate();
                    case STEP -> ", step " + table.time(i);
                    case NONE -> "";
                };
        String names = table.nominalFrom(i) == TransferTable.NONE && table.nominalTo(i) == TransferTable.NONE
                ? ""
                : ", in the name of " + party(table.nominalFrom(i)) + " to " + party(table.nominalTo(i));
        return "Transfer of " + table.amount(i).toPlainString() + " " + table.currency(i) + " from "
                + party(table.from(i)) + " to " + party(table.to(i)) + names + when;
    }

    private String end(int entity) {
        return entity == CallTable.NONE ? "nobody named" : wording.label(entity);
    }

    private String party(int entity) {
        return entity == TransferTable.NONE ? "cash" : wording.label(entity);
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String word(ClaimType type) {
        String word = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
