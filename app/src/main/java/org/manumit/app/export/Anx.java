package org.manumit.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Source;

/**
 * Writes a case as an i2 chart exchange file (ANX), as Analyst's Notebook 9 and later opens it: an entity each, a link for
 * what ties two, laid out; measures and sums as attributes; on each a card for every row it rests on, with its text, its
 * place in the source, and source, information and handling codes as the three grades.
 *
 * <p>The layout of the format is not published as a text; this follows what public writers and readers of it agree on.
 */
final class Anx {

    private static final int MOST_CARDS = 10;

    /** An attribute of items: its name there, and whether it is text or a number. */
    private record Attribute(String name, String type) {}

    private static final Attribute ROLES = new Attribute("Roles", "AttText");
    private static final Attribute NETWORK = new Attribute("Network", "AttText");
    private static final Attribute PROTECT = new Attribute("Victim, protect", "AttFlag");
    private static final Attribute BETWEENNESS = new Attribute("Betweenness", "AttNumber");
    private static final Attribute BETWEENNESS_IS = new Attribute("Betweenness is", "AttText");
    private static final Attribute BETWEENNESS_BOUND = new Attribute("Betweenness bound", "AttNumber");
    private static final Attribute COMMUNITY = new Attribute("Community", "AttNumber");
    private static final Attribute RECORDS = new Attribute("Records", "AttNumber");
    private static final Attribute SECONDS = new Attribute("Seconds", "AttNumber");
    private static final Attribute AMOUNT = new Attribute("Amount", "AttText");
    private static final Attribute LAST = new Attribute("Last", "AttTime");
    private static final List<Attribute> ATTRIBUTES = List.of(
            ROLES,
            NETWORK,
            PROTECT,
            BETWEENNESS,
            BETWEENNESS_IS,
            BETWEENNESS_BOUND,
            COMMUNITY,
            RECORDS,
            SECONDS,
            AMOUNT,
            LAST);

    private final OutgoingCase outgoing;
    private final GraphTable table;
    private final Function<GraphTable, Map<String, Place>> layout;
    private final XmlOutput xml;
    private final List<String> sourceGrades;
    private final List<String> informationGrades;
    private final List<String> handlings;
    private final Map<String, List<Claim>> about = new HashMap<>();
    private final Map<ClaimId, Integer> calls = new HashMap<>();
    private final Map<ClaimId, Integer> transfers = new HashMap<>();
    private int ids;

    /** Where an entity stands on the chart, in its units. */
    record Place(long x, long y) {}

    private Anx(
            OutgoingCase outgoing, GraphTable table, Function<GraphTable, Map<String, Place>> layout, OutputStream out)
            throws IOException {
        this.outgoing = outgoing;
        this.table = table;
        this.layout = layout;
        xml = new XmlOutput(out);
        sourceGrades = codes(Grades::source);
        informationGrades = codes(Grades::information);
        handlings = codes(Grades::handling);
        indexClaims();
        indexRecords();
    }

    /**
     * Writes a case.
     *
     * @param layout where everything stands
     */
    static void write(
            OutgoingCase outgoing,
            GraphTable table,
            Colophon colophon,
            Function<GraphTable, Map<String, Place>> layout,
            OutputStream out)
            throws IOException {
        new Anx(outgoing, table, layout, out).write(colophon);
    }

    private List<String> codes(Function<Grades, String> which) {
        return Stream.concat(
                        outgoing.graph().claims().stream()
                                .map(c -> outgoing.facts().gradesOf(c)),
                        outgoing.graph().sources().stream()
                                .map(s -> outgoing.facts().gradesOf(s.id())))
                .map(which)
                .filter(code -> !code.isBlank())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private void indexClaims() {
        for (Claim claim : outgoing.graph().claims()) {
            if (claim.type() != ClaimType.CASE && claim.type() != ClaimType.PASSAGE) {
                claim.first(Part.SUBJECT).ifPresent(subject -> about.computeIfAbsent(
                                outgoing.id(outgoing.index(subject)), k -> new ArrayList<>())
                        .add(claim));
            }
        }
    }

    /** The places of the records that cards will show, and of no others: there may be millions. */
    private void indexRecords() {
        table.edges().stream().flatMap(e -> e.evidence().stream()).forEach(id -> {
            calls.put(id, -1);
            transfers.put(id, -1);
        });
        for (int i = 0; i < outgoing.graph().calls().size(); i++) {
            calls.replace(outgoing.graph().calls().claim(i), i);
        }
        for (int i = 0; i < outgoing.graph().transfers().size(); i++) {
            transfers.replace(outgoing.graph().transfers().claim(i), i);
        }
    }

    private void write(Colophon colophon) throws IOException {
        xml.open("Chart");
        xml.empty("ApplicationVersion", "Major", "9", "Minor", "0", "Point", "0", "Build", "0");
        xml.open("StrengthCollection");
        xml.empty("Strength", "Id", id(), "Name", "Default", "DotStyle", "DotStyleSolid");
        xml.close();
        strings("GradeOne", sourceGrades);
        strings("GradeTwo", informationGrades);
        strings("GradeThree", handlings);
        strings(
                "SourceHints",
                outgoing.graph().sources().stream()
                        .map(Source::kind)
                        .distinct()
                        .sorted()
                        .toList());
        Map<Attribute, String> attributes = new LinkedHashMap<>();
        xml.open("AttributeClassCollection");
        for (Attribute attribute : ATTRIBUTES) {
            String id = id();
            attributes.put(attribute, id);
            xml.empty(
                    "AttributeClass",
                    "Id",
                    id,
                    "Name",
                    attribute.name(),
                    "Type",
                    attribute.type(),
                    "IsUser",
                    "true",
                    "UserCanAdd",
                    "true",
                    "UserCanRemove",
                    "true",
                    "ShowValue",
                    "true");
        }
        xml.close();
        Map<String, String> entityTypes = new TreeMap<>();
        table.nodes().forEach(n -> entityTypes.put(n.kind(), ""));
        if (!entityTypes.isEmpty()) {
            xml.open("EntityTypeCollection");
            for (Map.Entry<String, String> type : entityTypes.entrySet()) {
                type.setValue(id());
                xml.empty("EntityType", "Id", type.getValue(), "Name", type.getKey(), "IconFile", icon(type.getKey()));
            }
            xml.close();
        }
        Map<String, String> linkTypes = new TreeMap<>();
        table.edges().forEach(e -> linkTypes.put(e.what(), ""));
        if (!linkTypes.isEmpty()) {
            xml.open("LinkTypeCollection");
            for (Map.Entry<String, String> type : linkTypes.entrySet()) {
                type.setValue(id());
                xml.empty("LinkType", "Id", type.getValue(), "Name", type.getKey());
            }
            xml.close();
        }
        xml.open("Summary");
        xml.open("FieldCollection");
        xml.empty("Field", "Type", "SummaryFieldTitle", "Field", colophon.title());
        xml.empty("Field", "Type", "SummaryFieldComments", "Field", String.join(" ", colophon.lines()));
        xml.close();
        xml.close();
        Map<String, Integer> numbers = new HashMap<>();
        xml.open("ChartItemCollection");
        Map<String, Place> places = layout.apply(table);
        for (Node node : table.nodes()) {
            numbers.put(node.id(), numbers.size() + 1);
            entity(node, numbers.size(), places.getOrDefault(node.id(), new Place(0, 0)), entityTypes, attributes);
        }
        for (Edge edge : table.edges()) {
            link(edge, numbers, linkTypes, attributes);
        }
        xml.close();
        xml.close();
        xml.end();
    }

    private void strings(String name, List<String> strings) throws IOException {
        if (strings.isEmpty()) {
            return;
        }
        xml.open(name);
        xml.open("StringCollection");
        for (String string : strings) {
            xml.empty("String", "Id", id(), "Text", string);
        }
        xml.close();
        xml.close();
    }

    private String id() {
        ids++;
        return "ID" + ids;
    }

    /** The symbols that every copy of Analyst's Notebook has. */
    private static String icon(String kind) {
        return switch (kind) {
            case "Person" -> "person";
            case "Phone", "Handset", "Sim" -> "phone";
            case "Vehicle" -> "vehicle";
            case "Premises" -> "house";
            case "Organisation" -> "building";
            case "Account" -> "cash";
            default -> "";
        };
    }

    private void entity(
            Node node, int number, Place place, Map<String, String> types, Map<Attribute, String> attributes)
            throws IOException {
        String x = Long.toString(place.x());
        xml.open("ChartItem", "Id", id(), "Label", node.label(), "XPosition", x);
        xml.open("End", "X", x, "Y", Long.toString(place.y()), "Z", "0");
        xml.open(
                "Entity",
                "EntityId",
                Integer.toString(number),
                "Identity",
                node.id(),
                "LabelIsIdentity",
                Boolean.toString(node.id().equals(node.label())));
        xml.open("Icon");
        xml.empty("IconStyle", "Type", node.kind(), "EntityTypeReference", types.getOrDefault(node.kind(), ""));
        xml.close();
        cards(about.getOrDefault(node.id(), List.of()).stream().map(Claim::id).toList());
        xml.close();
        xml.close();
        Map<Attribute, String> values = new LinkedHashMap<>();
        values.put(ROLES, node.roles());
        values.put(NETWORK, node.network());
        values.put(PROTECT, node.victim() ? "true" : "");
        values.put(
                BETWEENNESS,
                node.centrality().map(c -> XmlOutput.number(c.betweenness())).orElse(""));
        values.put(
                BETWEENNESS_IS,
                node.centrality().map(c -> table.betweenness().toString()).orElse(""));
        values.put(
                BETWEENNESS_BOUND,
                node.centrality()
                        .map(c -> XmlOutput.number(c.betweennessBound()))
                        .orElse(""));
        values.put(
                COMMUNITY,
                node.centrality().map(c -> Integer.toString(c.community())).orElse(""));
        attributes(values, attributes);
        xml.close();
    }

    private void link(
            Edge edge, Map<String, Integer> numbers, Map<String, String> types, Map<Attribute, String> attributes)
            throws IOException {
        boolean dated = !edge.first().isEmpty();
        String label = edge.type().equals("calls") || edge.type().equals("transfers")
                ? String.format(Locale.ROOT, "%,d", edge.count())
                        + (edge.amount().isEmpty() ? "" : ": " + edge.amount())
                : edge.kind().isEmpty() ? edge.type() : edge.kind();
        xml.open(
                "ChartItem",
                "Id",
                id(),
                "Label",
                label,
                "DateSet",
                dated ? "true" : "",
                "TimeSet",
                dated ? "true" : "",
                "DateTime",
                time(edge.first()));
        xml.open("Link", "End1Id", number(numbers, edge.from()), "End2Id", number(numbers, edge.to()));
        cards(edge.evidence());
        xml.empty(
                "LinkStyle",
                "Strength",
                "Default",
                "ArrowStyle",
                isMutual(edge) ? "" : "ArrowOnHead",
                "Type",
                edge.what(),
                "LinkTypeReference",
                types.getOrDefault(edge.what(), ""));
        xml.close();
        Map<Attribute, String> values = new LinkedHashMap<>();
        values.put(RECORDS, Integer.toString(edge.count()));
        values.put(SECONDS, edge.seconds() == 0 ? "" : Long.toString(edge.seconds()));
        values.put(AMOUNT, edge.amount());
        values.put(LAST, time(edge.last()));
        attributes(values, attributes);
        xml.close();
    }

    private static String number(Map<String, Integer> numbers, String id) {
        return String.valueOf(numbers.get(id));
    }

    private static boolean isMutual(Edge edge) {
        return switch (edge.kind()) {
            case "together", "with", "kin", "partner", "acquaintance", "business associate", "meets" -> true;
            default -> false;
        };
    }

    private void attributes(Map<Attribute, String> values, Map<Attribute, String> ids) throws IOException {
        values.values().removeIf(String::isEmpty);
        if (values.isEmpty()) {
            return;
        }
        xml.open("AttributeCollection");
        for (Map.Entry<Attribute, String> value : values.entrySet()) {
            xml.empty(
                    "Attribute",
                    "AttributeClass",
                    value.getKey().name(),
                    "AttributeClassReference",
                    ids.getOrDefault(value.getKey(), ""),
                    "Value",
                    value.getValue());
        }
        xml.close();
    }

    // ---- cards

    private void cards(List<ClaimId> evidence) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        xml.open("CardCollection");
        for (ClaimId id : evidence.subList(0, Math.min(evidence.size(), MOST_CARDS))) {
            card(id);
        }
        xml.close();
    }

    private void card(ClaimId id) throws IOException {
        Optional<Claim> claim = outgoing.graph().claim(id);
        if (claim.isPresent()) {
            Claim c = claim.get();
            String where = c.provenance().sheet().isEmpty()
                    ? ""
                    : ", " + c.provenance().sheet();
            String page = outgoing.saying().page(c);
            card(
                    outgoing.saying().of(c),
                    outgoing.graph().source(c.provenance().source()),
                    where + ", row " + c.provenance().row() + (page.isEmpty() ? "" : "; " + page),
                    c.when()
                            .from()
                            .filter(d -> isDay(d))
                            .map(d -> d.start().toString())
                            .orElse(""),
                    outgoing.facts().gradesOf(c));
            return;
        }
        int call = calls.getOrDefault(id, -1);
        int transfer = transfers.getOrDefault(id, -1);
        if (call >= 0) {
            var source = outgoing.graph().calls().source(call);
            card(
                    outgoing.saying().call(call),
                    outgoing.graph().source(source),
                    ", row " + outgoing.graph().calls().row(call),
                    "",
                    outgoing.facts().gradesOf(source));
        } else if (transfer >= 0) {
            var source = outgoing.graph().transfers().source(transfer);
            card(
                    outgoing.saying().transfer(transfer),
                    outgoing.graph().source(source),
                    ", row " + outgoing.graph().transfers().row(transfer),
                    "",
                    outgoing.facts().gradesOf(source));
        }
    }

    private static boolean isDay(PartialDate date) {
        return date.precision().compareTo(PartialDate.Precision.DAY) >= 0;
    }

    private void card(String says, Optional<Source> source, String where, String day, Grades grades)
            throws IOException {
        xml.empty(
                "Card",
                "Summary",
                says.length() <= 80 ? says : says.substring(0, 79).strip() + "\u2026",
                "DateSet",
                day.isEmpty() ? "" : "true",
                "TimeSet",
                day.isEmpty() ? "" : "false",
                "DateTime",
                day.isEmpty() ? "" : day.substring(0, 10) + "T00:00:00.000",
                "GradeOneIndex",
                index(sourceGrades, grades.source()),
                "GradeTwoIndex",
                index(informationGrades, grades.information()),
                "GradeThreeIndex",
                index(handlings, grades.handling()),
                "SourceReference",
                source.map(s -> outgoing.mayQuote() ? outgoing.text(s.fileName()) : "File " + s.id().abbreviated())
                                .orElse("a file not imported any more")
                        + where,
                "SourceType",
                source.map(Source::kind).orElse(""),
                "Text",
                says);
    }

    private static String index(List<String> codes, String code) {
        int at = codes.indexOf(code);
        return at < 0 ? "" : Integer.toString(at);
    }

    /** Times in these files are UTC and do not say so. */
    private static String time(String instant) {
        return instant.replace("Z", "");
    }
}
