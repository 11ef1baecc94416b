package org.manumit.graph.store.neo4j;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.neo4j.driver.Value;

/** Claims as the store keeps them. */
final class ClaimRows {

    /** What the names of a claim's values begin with, so that a sheet's column never collides with our own names. */
    private static final String VALUE = "v_";

    private ClaimRows() {}

    static Map<String, Object> pack(Claim claim, String id, int at) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("type", claim.type().name());
        row.put("at", at);
        if (!claim.values().isEmpty()) {
            row.put("values", List.copyOf(claim.values().keySet()));
            claim.values().forEach((name, text) -> row.put(VALUE + name, text));
        }
        if (!claim.refersTo().isEmpty()) {
            row.put("refersTo", claim.refersTo().stream().map(ClaimId::value).toList());
        }
        Period when = claim.when();
        putDate(row, "from", when.from());
        putDate(row, "to", when.to());
        if (when.end() != Period.End.UNKNOWN) {
            row.put("end", when.end().name());
        }
        Provenance provenance = claim.provenance();
        row.put("row", provenance.row());
        putText(row, "sheet", provenance.sheet());
        putText(row, "page", provenance.page());
        putText(row, "cites", provenance.cites());
        packGrades(row, claim.grades());
        return row;
    }

    static void packGrades(Map<String, Object> row, Grades grades) {
        putText(row, "sourceGrade", grades.source());
        putText(row, "informationGrade", grades.information());
        putText(row, "handling", grades.handling());
    }

    static Grades grades(Value row) {
        return new Grades(text(row, "sourceGrade"), text(row, "informationGrade"), text(row, "handling"));
    }

    private static void putText(Map<String, Object> row, String name, String text) {
        if (!text.isEmpty()) {
            row.put(name, text);
        }
    }

    private static String text(Value row, String name) {
        return row.get(name).asString("");
    }

    private static void putDate(Map<String, Object> row, String name, Optional<PartialDate> date) {
        date.ifPresent(d -> {
            row.put(name, d.start());
            row.put(name + "Precision", d.precision().name());
            if (d.certainty() != Certainty.STATED) {
                row.put(name + "Certainty", d.certainty().name());
            }
        });
    }

    private static Optional<PartialDate> date(Value row, String name) {
        Value start = row.get(name);
        if (start.isNull()) {
            return Optional.empty();
        }
        LocalDateTime time = start.asLocalDateTime();
        return Optional.of(new PartialDate(
                time,
                PartialDate.Precision.valueOf(row.get(name + "Precision").asString()),
                Certainty.valueOf(row.get(name + "Certainty").asString(Certainty.STATED.name()))));
    }

    static Claim unpack(SourceId source, Value row, List<Participant> participants) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!row.get("values").isNull()) {
            row.get("values").asList(Value::asString).forEach(name -> values.put(name, text(row, VALUE + name)));
        }
        List<ClaimId> refersTo = new ArrayList<>();
        if (!row.get("refersTo").isNull()) {
            row.get("refersTo").asList(Value::asString).forEach(id -> refersTo.add(new ClaimId(id)));
        }
        return new Claim(
                new ClaimId(row.get("id").asString()),
                ClaimType.valueOf(row.get("type").asString()),
                participants,
                values,
                new Period(
                        date(row, "from"),
                        date(row, "to"),
                        Period.End.valueOf(row.get("end").asString(Period.End.UNKNOWN.name()))),
                refersTo,
                new Provenance(
                        source, text(row, "sheet"), row.get("row").asLong(), text(row, "page"), text(row, "cites")),
                grades(row));
    }
}
