package org.manumit.graph.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/**
 * Case files as text, for tests: {@code network("anna -recruits-> mira; boris -pays 10%-> centre")}. Statements end with
 * {@code ;} or a line. Two forms:
 *
 * <pre>
 * name: victim, count=5, country=EE          who or what it is: status or kind of organisation, then columns
 * anna, boris -recruits-> mira {country=EE}  a row of the sheet that the verb belongs to, then more columns
 * anna is recruiter                          a stated role; several with "and"
 * </pre>
 *
 * Verbs: recruits, moves [AA to BB], exploits [in AA], the kinds of <i>Ties</i>, pays [N% | purpose], member, leader,
 * owner, director, employee, runs, owns, rents, papers (made for), holds papers of, lends to, accompanies, receives,
 * funds trip of, calls N, sends N (transfers), event KIND (who took part, about whom).
 */
public final class NetworkText {

    private static final SourceId SOURCE = new SourceId("a".repeat(64));

    private static final Pattern LINK =
            Pattern.compile("(.+?)\\s*-([^>]+?)->\\s*([^{]*?)\\s*(?:\\{(.*)})?", Pattern.DOTALL);
    private static final Pattern ROLE = Pattern.compile("(.+?)\\s+is\\s+([^{]*?)\\s*(?:\\{(.*)})?");
    private static final Pattern DEFINITION = Pattern.compile("([^:>]+?)\\s*:\\s*(.*)");

    private static final List<String> ORGANISATIONS = List.of(
            "crime group",
            "small group",
            "family",
            "company",
            "agency",
            "authority",
            "household",
            "other organisation");

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<int[]> calls = new ArrayList<>();
    private final List<int[]> transfers = new ArrayList<>();

    private NetworkText() {}

    /** The case that a text tells. */
    public static CaseGraph network(String text) {
        NetworkText reader = new NetworkText();
        List<String> statements = Arrays.stream(text.split("[;\n]", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        // definitions first, so that an organisation is one wherever it is named
        statements.stream().filter(s -> !s.contains("->")).forEach(s -> {
            Matcher definition = DEFINITION.matcher(s);
            if (definition.matches()) {
                reader.define(definition.group(1), definition.group(2));
            }
        });
        for (String statement : statements) {
            Matcher link = LINK.matcher(statement);
            Matcher role = ROLE.matcher(statement);
            if (link.matches()) {
                reader.link(link.group(1), link.group(2).strip(), link.group(3), columns(link.group(4)));
            } else if (!DEFINITION.matcher(statement).matches() && role.matches()) {
                reader.role(role.group(1), role.group(2), columns(role.group(3)));
            } else if (!DEFINITION.matcher(statement).matches()) {
                throw new IllegalArgumentException("not understood: " + statement);
            }
        }
        return reader.graph();
    }

    private static Map<String, String> columns(@Nullable String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (text != null) {
            for (String pair : text.split(",", -1)) {
                String[] parts = pair.split("=", 2);
                columns.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
            }
        }
        return columns;
    }

    private CaseGraph graph() {
        List<Entity> list = new ArrayList<>(entities.values());
        CallTable.Builder callTable = new CallTable.Builder();
        TransferTable.Builder transferTable = new TransferTable.Builder();
        int row = 1;
        for (int[] c : calls) {
            for (int i = 0; i < c[2]; i++) {
                callTable.add(
                        c[0], c[1], CallTable.Kind.CALL, 1_700_000_000L + 86_400L * i, 60, SOURCE, "calls", row++);
            }
        }
        for (int[] t : transfers) {
            for (int i = 0; i < t[2]; i++) {
                transferTable.add(
                        t[0],
                        t[1],
                        BigDecimal.valueOf(100),
                        "EUR",
                        1_700_000_000L + 604_800L * i,
                        TransferTable.TimeBasis.INSTANT,
                        SOURCE,
                        "transfers",
                        row++);
            }
        }
        return CaseGraph.of("test", List.of(), list, claims, callTable.build(), transferTable.build());
    }

    private EntityId id(String name, EntityKind kind) {
        return entities.computeIfAbsent(
                        name,
                        n -> new Entity(EntityId.of(kind, n.replace(' ', '-')), kind, n, Entity.Standing.DESCRIBED))
                .id();
    }

    private List<Participant> parts(Part part, String names, EntityKind kind) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .map(n -> n.endsWith("?")
                        ? new Participant(part, id(n.substring(0, n.length() - 1), kind), Certainty.PRESUMED)
                        : Participant.stated(part, id(n, kind)))
                .toList();
    }

    private void claim(ClaimType type, Map<String, String> columns, List<List<Participant>> parts) {
        Map<String, String> values = new LinkedHashMap<>(columns);
        Optional<PartialDate> from = date(values.remove("from"));
        Optional<PartialDate> to = date(values.remove("to"));
        Optional<PartialDate> on = date(values.remove("date"));
        String grade = Optional.ofNullable(values.remove("grade")).orElse("");
        Period when = on.isPresent() ? Period.on(on.get()) : Period.between(from, to);
        int row = claims.size() + 2;
        claims.add(new Claim(
                ClaimId.of(SOURCE, type.name(), row),
                type,
                parts.stream().flatMap(List::stream).toList(),
                values,
                when,
                List.of(),
                new Provenance(SOURCE, type.name(), row, "", ""),
                grade.isEmpty() ? Grades.NONE : new Grades(grade.substring(0, 1), grade.substring(1), "")));
    }

    private static Optional<PartialDate> date(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("-", -1);
        return Optional.of(new PartialDate(
                LocalDate.of(
                                Integer.parseInt(parts[0]),
                                parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                                parts.length > 2 ? Integer.parseInt(parts[2]) : 1)
                        .atStartOfDay(),
                parts.length > 2
                        ? PartialDate.Precision.DAY
                        : parts.length > 1 ? PartialDate.Precision.MONTH : PartialDate.Precision.YEAR,
                Certainty.STATED));
    }

    private void define(String name, String words) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> statuses = new ArrayList<>();
        EntityKind kind = EntityKind.PERSON;
        for (String word : words.split(",", -1)) {
            String w = word.strip();
            if (w.contains("=")) {
                values.putAll(columns(w));
            } else if (ORGANISATIONS.contains(w)) {
                kind = EntityKind.ORGANISATION;
                values.put("kind", w.replace("other organisation", "other"));
            } else if (!w.isEmpty()) {
                statuses.add(w);
            }
        }
        if (!statuses.isEmpty()) {
            values.put("status", String.join("; ", statuses));
        }
        claim(
                kind == EntityKind.PERSON ? ClaimType.PERSON : ClaimType.ORGANISATION,
                values,
                List.of(parts(Part.SUBJECT, name, kind)));
    }

    private void role(String who, String roles, Map<String, String> columns) {
        Map<String, String> values = new LinkedHashMap<>(columns);
        values.put(
                "role",
                roles.toUpperCase(Locale.ROOT)
                        .replace(" AND ", "; ")
                        .replace(' ', '_')
                        .replace(";_", "; "));
        claim(ClaimType.ROLE, values, List.of(parts(Part.WHO, who, EntityKind.PERSON)));
    }

    private void link(String left, String verb, String right, Map<String, String> columns) {
        Map<String, String> values = new LinkedHashMap<>(columns);
        String[] words = verb.split("\\s+", -1);
        EntityKind person = EntityKind.PERSON;
        switch (words[0]) {
            case "recruits" ->
                claim(
                        ClaimType.RECRUITMENT,
                        values,
                        List.of(parts(Part.VICTIM, right, person), parts(Part.BY, left, person)));
            case "moves", "accompanies", "receives" -> {
                if (words.length >= 4) {
                    values.put("from country", words[1]);
                    values.put("to country", words[3]);
                }
                Part part = words[0].equals("moves")
                        ? Part.MOVED_BY
                        : words[0].equals("receives") ? Part.RECEIVED_BY : Part.WITH;
                claim(ClaimType.JOURNEY, values, List.of(parts(Part.WHO, right, person), parts(part, left, person)));
            }
            case "exploits" -> {
                if (words.length >= 3) {
                    values.put("country", words[2]);
                }
                List<Participant> place = values.containsKey("at")
                        ? parts(Part.PREMISES, values.remove("at"), EntityKind.PREMISES)
                        : List.of();
                claim(
                        ClaimType.EXPLOITATION,
                        values,
                        List.of(parts(Part.VICTIM, right, person), parts(Part.BY, left, person), place));
            }
            case "pays" -> {
                if (words.length > 1 && words[1].endsWith("%")) {
                    values.put("share", words[1].replace("%", ""));
                    values.putIfAbsent("purpose", "profit share");
                } else if (words.length > 1) {
                    values.put("purpose", verb.substring(5));
                }
                List<Participant> nominal = values.containsKey("in the name of")
                        ? parts(Part.NOMINAL_PAYER, values.remove("in the name of"), person)
                        : List.of();
                claim(
                        ClaimType.PAYMENT,
                        values,
                        List.of(parts(Part.PAYER, left, person), parts(Part.PAYEE, right, person), nominal));
            }
            case "member", "leader", "owner", "director", "employee", "front", "official", "relative" -> {
                values.put("as", words[0]);
                claim(
                        ClaimType.MEMBERSHIP,
                        values,
                        List.of(
                                parts(Part.WHO, left, person),
                                parts(Part.ORGANISATION, right, EntityKind.ORGANISATION)));
            }
            case "runs", "owns", "rents" -> {
                Part part = words[0].equals("runs") ? Part.RUN_BY : words[0].equals("owns") ? Part.OWNER : Part.TENANT;
                claim(
                        ClaimType.PREMISES,
                        values,
                        List.of(parts(Part.SUBJECT, right, EntityKind.PREMISES), parts(part, left, person)));
            }
            case "papers" -> {
                values.putIfAbsent("quality", "forged");
                claim(
                        ClaimType.PAPER,
                        values,
                        List.of(
                                parts(Part.SUBJECT, "paper " + claims.size(), EntityKind.PAPER),
                                parts(Part.FOR, right, person),
                                parts(Part.MADE_BY, left, person)));
            }
            case "holds" ->
                claim(
                        ClaimType.PAPER,
                        values,
                        List.of(
                                parts(Part.SUBJECT, "paper " + claims.size(), EntityKind.PAPER),
                                parts(Part.FOR, right, person),
                                parts(Part.HELD_BY, left, person)));
            case "lends" ->
                claim(
                        ClaimType.DEBT,
                        values,
                        List.of(parts(Part.DEBTOR, right, person), parts(Part.CREDITOR, left, person)));
            case "calls", "sends" -> {
                (words[0].equals("calls") ? calls : transfers)
                        .add(new int[] {index(left), index(right), Integer.parseInt(words[1])});
            }
            case "event" -> {
                values.put("kind", verb.substring("event ".length()));
                claim(
                        ClaimType.EVENT,
                        values,
                        List.of(
                                parts(Part.SUBJECT, "event " + claims.size(), EntityKind.EVENT),
                                parts(Part.WHO, left, person),
                                parts(Part.ABOUT, right, person)));
            }
            default -> {
                values.put("kind", verb);
                claim(ClaimType.TIE, values, List.of(parts(Part.WHO, left, person), parts(Part.WHOM, right, person)));
            }
        }
    }

    private int index(String name) {
        id(name.strip(), EntityKind.PERSON);
        return new ArrayList<>(entities.keySet()).indexOf(name.strip());
    }
}
