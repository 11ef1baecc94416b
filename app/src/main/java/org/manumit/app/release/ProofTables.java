package org.manumit.app.release;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.proof.Asset;
import org.manumit.graph.analysis.proof.Contradiction;
import org.manumit.graph.analysis.proof.Corroboration;
import org.manumit.graph.analysis.proof.VictimElements;
import org.manumit.graph.analysis.proof.VictimElements.Element;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;

/**
 * What a prosecutor asks of a file, as tables that a brief and a workbook both show: the elements of the offence per
 * victim, what bears out what, what disagrees, and the assets. Everybody is called as the {@link Wording} says.
 */
public final class ProofTables {

    private static final List<String> SPOKEN = List.of("statement");
    private static final List<String> WATCHED = List.of("surveillance", "intercept");
    private static final List<String> WRITTEN =
            List.of("record", "seizure", "report", "intelligence", "open source", "");

    /**
     * A table.
     *
     * @param title what it shows
     * @param about how to read it
     * @param columns its columns; the evidence is one more
     * @param rows its rows
     */
    public record Table(String title, String about, List<Column> columns, List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param title its header
     * @param share its share of the width, of 80
     */
    public record Column(String title, int share) {}

    /**
     * A row.
     *
     * @param cells a text for each column
     * @param evidence what it rests on
     */
    public record Row(List<String> cells, List<ClaimId> evidence) {
        public Row {
            cells = List.copyOf(cells);
            evidence = List.copyOf(evidence);
        }
    }

    private final CaseGraph graph;
    private final Wording wording;
    private final Victims victims;

    /**
     * Tables of one snapshot.
     *
     * @param wording what people are called
     */
    public ProofTables(CaseGraph graph, Wording wording, Victims victims) {
        this.graph = graph;
        this.wording = wording;
        this.victims = victims;
    }

    /** All tables that have a row. */
    public List<Table> all() {
        return Stream.of(elements(), corroboration(), contradictions(), assets())
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private Table elements() {
        return new Table(
                "Act, means and purpose, victim by victim",
                "Three elements make the offence; of a victim under 18 no means need be shown, and consent is void once a "
                        + "means was used (ICMPD Background Reader, ch. 1.2). In brackets: how many documents say so. A row "
                        + "of the file is a lead to proof, not proof.",
                List.of(
                        new Column("Victim", 13),
                        new Column("Act", 20),
                        new Column("Means", 19),
                        new Column("Purpose", 15),
                        new Column("Not on file", 13)),
                VictimElements.of(graph, victims).stream()
                        .map(v -> new Row(
                                List.of(
                                        name(v.victim()) + (v.age() == VictimElements.Age.CHILD ? " (under 18)" : ""),
                                        findings(v, Element.ACT),
                                        findings(v, Element.MEANS),
                                        findings(v, Element.PURPOSE),
                                        v.missing().stream()
                                                .map(e -> e.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))),
                                v.found().values().stream()
                                        .flatMap(List::stream)
                                        .flatMap(f -> f.evidence().stream())
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    private String findings(VictimElements victim, Element element) {
        return victim.of(element).stream()
                .map(f -> wording.text(f.what()) + " (" + f.documents() + ")")
                .collect(Collectors.joining(", "));
    }

    private Table corroboration() {
        TieGraph ties = TieGraph.of(graph, TieOptions.ACTORS);
        return new Table(
                "What bears out what",
                "Whoever is said to have acted against a victim, with the documents that tell of it and the records that "
                        + "tie the two; the least borne out first. Rows that cite one document are one voice. Whatever a victim says should be borne "
                        + "out by records, documents, other witnesses or surveillance wherever it can be (prosecution "
                        + "chapter, in Friesendorf 2009).",
                List.of(
                        new Column("Who did what to whom", 22),
                        new Column("State-ments", 12),
                        new Column("Surveil-lance, intercept", 13),
                        new Column("Other documents", 13),
                        new Column("Calls", 7),
                        new Column("Trans-fers", 6),
                        new Column("Voices", 7)),
                Corroboration.of(graph, victims, ties).stream()
                        .sorted(Comparator.comparingInt(Corroboration::voices))
                        .map(c -> new Row(
                                List.of(
                                        name(c.actor()) + " " + String.join(", ", c.acts()) + " " + name(c.victim()),
                                        documents(c, SPOKEN),
                                        documents(c, WATCHED),
                                        documents(c, WRITTEN),
                                        number(c.calls()),
                                        number(c.transfers()),
                                        Integer.toString(c.voices())),
                                c.evidence()))
                        .toList());
    }

    private String documents(Corroboration corroboration, List<String> kinds) {
        return corroboration.documents(kinds).stream().map(wording::text).collect(Collectors.joining(", "));
    }

    private static String number(int n) {
        return n == 0 ? "" : String.format(Locale.ROOT, "%,d", n);
    }

    private Table contradictions() {
        return new Table(
                "Where the sources disagree",
                "Both versions stand until somebody decides. Gaps and corrections in a victim's account can come from trauma "
                        + "and do not discredit it (ICMPD Background Reader, ch. 4.8.3).",
                List.of(new Column("About", 20), new Column("On", 14), new Column("Versions", 46)),
                Contradiction.of(graph).stream()
                        .filter(this::mayBeTold)
                        .map(c -> new Row(
                                List.of(
                                        c.about().map(this::name).orElse(""),
                                        c.what(),
                                        c.versions().stream()
                                                .map(v -> "\u201c" + wording.text(v.says()) + "\u201d")
                                                .collect(Collectors.joining(" against "))),
                                c.versions().stream()
                                        .flatMap(v -> v.evidence().stream())
                                        .toList()))
                        .toList());
    }

    /** What would say of a concealed person how old they are or whence they come is not told. */
    private boolean mayBeTold(Contradiction contradiction) {
        boolean concealed = contradiction.about().stream()
                .flatMapToInt(id -> graph.indexOf(id).stream())
                .anyMatch(wording::conceals);
        return !concealed
                || (contradiction.what().equals("statement") && wording.freeText() == Wording.FreeText.REDACTED);
    }

    private Table assets() {
        return new Table(
                "Schedule of assets",
                "Accounts, vehicles and premises with a known holder or user, for tracing and freezing; sums are those of the "
                        + "transfers on file, not balances. What victims own is not listed (Friesendorf 2009, ch. 6).",
                List.of(
                        new Column("Asset", 24),
                        new Column("In the name of", 16),
                        new Column("Used by, for", 16),
                        new Column("Received", 12),
                        new Column("Paid out", 12)),
                Asset.of(graph, victims).stream()
                        .map(a -> new Row(
                                List.of(
                                        a.kind().label() + ": " + name(a.thing()),
                                        names(a.inNameOf()),
                                        names(a.usedBy()),
                                        sums(a.received()),
                                        sums(a.paidOut())),
                                a.evidence()))
                        .toList());
    }

    private String names(Collection<EntityId> ids) {
        return ids.stream().map(this::name).distinct().collect(Collectors.joining(", "));
    }

    private static String sums(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(s -> String.format(Locale.ROOT, "%,.2f %s", s.getValue(), s.getKey())
                        .strip())
                .collect(Collectors.joining(", "));
    }

    private String name(EntityId id) {
        return wording.label(graph, id);
    }
}
