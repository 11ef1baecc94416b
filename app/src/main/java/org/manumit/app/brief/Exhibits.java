package org.manumit.app.brief;

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
import org.manumit.app.release.ClaimWording;
import org.manumit.app.release.Wording;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Grades;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.Victims;

/**
 * The rows that a brief's statements rest on, numbered as they are first cited. Not safe for use from several threads.
 */
final class Exhibits {

    /** Of the rows behind one reason, how many are exhibited; the rest are counted. */
    private static final int CITED_PER_REASON = 6;

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
    private final ClaimWording saying;
    private final Map<ClaimId, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, SourceId> sources = new HashMap<>();
    private final Map<SourceId, Integer> sourceNumbers = new HashMap<>();

    Exhibits(CaseGraph graph, CaseFacts facts, Wording wording, Victims victims) {
        this.graph = graph;
        this.facts = facts;
        saying = new ClaimWording(graph, wording, victims);
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

    private String place(SourceId source, String sheet, int row) {
        return "F" + sourceNumber(source) + (sheet.isEmpty() ? "" : ", " + sheet) + ", row " + row;
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
                    saying.page(c),
                    saying.of(c),
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
                    saying.call(i) + also(graph.statementsOfCall(i), this::callPlace),
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
                    saying.transfer(i) + also(graph.statementsOfTransfer(i), this::transferPlace),
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
}
