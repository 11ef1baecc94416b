package org.manumit.app.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.SourceId;

/**
 * What became of one file. Every row counts once: {@code rowsRead = rowsAccepted + rowsRejected + rowsDuplicate}.
 *
 * @param path the file
 * @param id hash of its content
 * @param kind what it was read as
 * @param profile the column mapping or layout, in words
 * @param took how long it took
 * @param rowsRead rows with content
 * @param rowsAccepted rows that became claims
 * @param rowsRejected rows that could not be read
 * @param rowsDuplicate rows known already
 * @param issues what was noticed, in the order of the file
 * @param claims claims made, calls and transfers counted
 * @param entities how many entities of each kind the file speaks of
 * @param outcome whether the case changed
 */
public record ImportReport(
        Path path,
        SourceId id,
        String kind,
        String profile,
        Duration took,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long rowsDuplicate,
        List<ImportIssue> issues,
        long claims,
        Map<EntityKind, Integer> entities,
        Outcome outcome) {

    /** Whether the case changed. */
    public enum Outcome {
        COMMITTED,
        /** The same content was imported before; nothing was added. */
        ALREADY_KNOWN,
        /** Read for a look only. */
        DRY_RUN,
        /** Rejected rows, and the user asked that none be. */
        REFUSED
    }

    public ImportReport {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(took, "took");
        issues = List.copyOf(issues);
        entities = entities.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(entities));
        Objects.requireNonNull(outcome, "outcome");
    }
}
