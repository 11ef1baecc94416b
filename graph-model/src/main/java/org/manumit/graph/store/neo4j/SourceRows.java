package org.manumit.graph.store.neo4j;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.neo4j.driver.Value;

/** Sources as the store keeps them. */
final class SourceRows {

    private SourceRows() {}

    static Map<String, Object> pack(Source source, String id) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("fileName", source.fileName());
        row.put("size", source.size());
        row.put("kind", source.kind());
        row.put("profile", source.profile());
        row.put("zone", source.zone());
        row.put("country", source.country());
        row.put("importedAt", source.importedAt().atZone(ZoneOffset.UTC));
        row.put("importedBy", source.importedBy());
        row.put("rowsRead", source.rowsRead());
        row.put("rowsAccepted", source.rowsAccepted());
        row.put("rowsRejected", source.rowsRejected());
        row.put("rowsDuplicate", source.rowsDuplicate());
        ClaimRows.packGrades(row, source.grades());
        return row;
    }

    static Source unpack(Value row) {
        Instant importedAt = row.get("importedAt").asZonedDateTime().toInstant();
        return new Source(
                new SourceId(row.get("id").asString()),
                row.get("fileName").asString(),
                row.get("size").asLong(),
                row.get("kind").asString(),
                row.get("profile").asString(),
                row.get("zone").asString(),
                row.get("country").asString(),
                importedAt,
                row.get("importedBy").asString(),
                row.get("rowsRead").asLong(),
                row.get("rowsAccepted").asLong(),
                row.get("rowsRejected").asLong(),
                row.get("rowsDuplicate").asLong(),
                ClaimRows.grades(row));
    }
}
