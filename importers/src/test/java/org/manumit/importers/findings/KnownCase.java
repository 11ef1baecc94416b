package org.manumit.importers.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** A case written down in a few lines: who and what it knows, and the passages of its documents. */
final class KnownCase {

    private final Map<EntityId, Entity> entities = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final SourceId file = new SourceId("a".repeat(64));
    private int row = 1;

    KnownCase() {
        sources.add(source(file, "case.xlsx", "case", ""));
    }

    private static Source source(SourceId id, String name, String kind, String country) {
        return new Source(id, name, 1, kind, "", "", country, Instant.EPOCH, "vera", 0, 0, 0, 0, Grades.NONE);
    }

    KnownCase person(String key, String name, String aliases) {
        return described(EntityKind.PERSON, ClaimType.PERSON, key, name, Map.of("name", name, "aliases", aliases));
    }

    KnownCase organisation(String key, String name) {
        return described(EntityKind.ORGANISATION, ClaimType.ORGANISATION, key, name, Map.of("name", name));
    }

    KnownCase premises(String key, String address, String city) {
        return described(
                EntityKind.PREMISES,
                ClaimType.PREMISES,
                key,
                address + ", " + city,
                Map.of("address", address, "city", city));
    }

    KnownCase place(String place) {
        claim(ClaimType.RECRUITMENT, List.of(), Map.of("place", place));
        return this;
    }

    KnownCase thing(EntityKind kind, String key, String label) {
        add(kind, key, label);
        return this;
    }

    private EntityId add(EntityKind kind, String key, String label) {
        EntityId id = EntityId.of(kind, key);
        entities.put(id, new Entity(id, kind, label, Entity.Standing.DESCRIBED));
        return id;
    }

    private KnownCase described(EntityKind kind, ClaimType type, String key, String label, Map<String, String> values) {
        claim(type, List.of(Participant.stated(Part.SUBJECT, add(kind, key, label))), values);
        return this;
    }

    private void claim(ClaimType type, List<Participant> participants, Map<String, String> values) {
        claims.add(new Claim(
                ClaimId.of(file, "People", row),
                type,
                participants,
                values,
                Period.UNKNOWN,
                List.of(),
                new Provenance(file, "People", row++, "", ""),
                Grades.NONE));
    }

    /** A document of a country; each paragraph by its number. */
    KnownCase document(char mark, String country, Map<Integer, String> paragraphs) {
        SourceId id = new SourceId(String.valueOf(mark).repeat(64));
        sources.add(source(id, mark + ".txt", "document", country));
        EntityId document = add(EntityKind.DOCUMENT, id.sha256(), mark + ".txt");
        paragraphs.forEach((number, text) -> claims.add(new Claim(
                ClaimId.of(id, "", number),
                ClaimType.PASSAGE,
                List.of(Participant.stated(Part.SUBJECT, document)),
                Map.of("text", text),
                Period.UNKNOWN,
                List.of(),
                new Provenance(id, "", number, "", ""),
                Grades.NONE)));
        return this;
    }

    CaseGraph graph() {
        return CaseGraph.of(
                "case", sources, List.copyOf(entities.values()), claims, CallTable.EMPTY, TransferTable.EMPTY);
    }
}
