package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;

/**
 * Collects who is tied to whom in one file. Everyone in it becomes a person of this file: labels such as X1 mean nothing
 * outside it. Not thread-safe.
 */
final class TieDraft {

    private final SourceFile file;
    private final Progress progress;
    private final Cancellation cancellation;
    private final EntityRegister entities = new EntityRegister();
    private final Map<String, EntityId> people = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final Map<String, Integer> claimsOfRow = new HashMap<>();
    private long read;
    private long rejected;

    TieDraft(SourceFile file, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Counts a row. */
    void step() {
        read++;
        if ((read & 0x3FF) == 0) {
            cancellation.check();
            progress.report(read, -1, "rows read");
        }
    }

    /** How many rows were counted. */
    long rows() {
        return read;
    }

    /** The person called so in this file. */
    EntityId person(String label) {
        return person(label, label);
    }

    /** The person with a key of its own in this file, under a label. */
    EntityId person(String key, String label) {
        return people.computeIfAbsent(key, text -> {
            EntityId id = EntityId.of(EntityKind.PERSON, file.id().abbreviated() + "/" + text);
            entities.index(new Entity(id, EntityKind.PERSON, label, Entity.Standing.DESCRIBED));
            return id;
        });
    }

    /** Whether somebody of this key is there. */
    boolean knows(String key) {
        return people.containsKey(key);
    }

    /** What the file says of somebody. */
    void describe(String key, Map<String, String> values, String sheet, long row) {
        claim(ClaimType.PERSON, List.of(Claim.Participant.stated(Part.SUBJECT, person(key))), values, sheet, row);
    }

    /** That the one is tied to the other. */
    void tie(String from, String to, Map<String, String> values, String sheet, long row) {
        claim(
                ClaimType.TIE,
                List.of(
                        Claim.Participant.stated(Part.WHO, person(from)),
                        Claim.Participant.stated(Part.WHOM, person(to))),
                values,
                sheet,
                row);
    }

    private void claim(
            ClaimType type, List<Claim.Participant> participants, Map<String, String> values, String sheet, long row) {
        claims.add(new Claim(
                ClaimId.of(file.id(), sheet, row, claimsOfRow.merge(sheet + "!" + row, 1, Integer::sum)),
                type,
                participants,
                values,
                Period.UNKNOWN,
                List.of(),
                new Provenance(file.id(), sheet, row, "", ""),
                Grades.NONE));
    }

    /** A row that says nothing that can be used. */
    void reject(String sheet, long row, String column, String found, String expected, String message) {
        rejected++;
        issues.add(new ImportIssue(Severity.REJECTED, sheet, row, column, found, expected, message));
    }

    /** Something noticed. */
    void notice(ImportIssue issue) {
        issues.add(issue);
    }

    /** All that was said. */
    List<Claim> claims() {
        return claims;
    }

    ImportDraft draft(String profile) {
        progress.report(read, read, "rows read");
        return new ImportDraft(
                file,
                "graph",
                profile,
                "",
                "",
                read,
                read - rejected,
                rejected,
                0,
                entities.toList(),
                claims,
                CallTable.EMPTY,
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }
}
