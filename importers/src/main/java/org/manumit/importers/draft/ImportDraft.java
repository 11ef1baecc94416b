package org.manumit.importers.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.TransferTable;

/**
 * What a reader made of a file, before anyone believed it. Every row is accounted for:
 * {@code rowsRead = rowsAccepted + rowsRejected + rowsDuplicate}.
 *
 * @param file the file
 * @param kind what it was read as
 * @param profile the column mapping or layout, in words for the user
 * @param zone the time zone of times that carry none, or empty
 * @param country the country of numbers without a prefix, or empty
 * @param rowsRead rows with content, header and preamble not counted
 * @param rowsAccepted rows that became claims or records
 * @param rowsRejected rows that could not be read; each has one issue of severity rejected
 * @param rowsDuplicate rows whose record number repeats within the file, and rows known from other files
 * @param rowsKnown of these, rows known from other files
 * @param entities what the claims and records are about
 * @param claims claims
 * @param calls call records
 * @param transfers transfers
 * @param issues what was noticed, in the order of the file
 * @param grades the grades that claims fall back to
 */
public record ImportDraft(
        SourceFile file,
        String kind,
        String profile,
        String zone,
        String country,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long rowsDuplicate,
        long rowsKnown,
        List<Entity> entities,
        List<Claim> claims,
        CallTable calls,
        TransferTable transfers,
        List<ImportIssue> issues,
        Grades grades) {

    public ImportDraft {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(country, "country");
        entities = List.copyOf(entities);
        claims = List.copyOf(claims);
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(transfers, "transfers");
        issues = List.copyOf(issues);
        Objects.requireNonNull(grades, "grades");
        if (rowsRead != rowsAccepted + rowsRejected + rowsDuplicate) {
            throw new IllegalArgumentException("rows do not add up: " + rowsRead + " read, " + rowsAccepted
                    + " accepted, " + rowsRejected + " rejected, " + rowsDuplicate + " duplicate");
        }
    }

    /** A draft of which nothing is known yet from other files. */
    public ImportDraft(
            SourceFile file,
            String kind,
            String profile,
            String zone,
            String country,
            long rowsRead,
            long rowsAccepted,
            long rowsRejected,
            long rowsDuplicate,
            List<Entity> entities,
            List<Claim> claims,
            CallTable calls,
            TransferTable transfers,
            List<ImportIssue> issues,
            Grades grades) {
        this(
                file,
                kind,
                profile,
                zone,
                country,
                rowsRead,
                rowsAccepted,
                rowsRejected,
                rowsDuplicate,
                0,
                entities,
                claims,
                calls,
                transfers,
                issues,
                grades);
    }

    /**
     * The same once it is known how many of its accepted rows stand in other files of the case too. They stay in the
     * draft, as further sources of what they say, and count as duplicate.
     *
     * @param rows how many
     * @param remarks about them
     */
    public ImportDraft withKnown(long rows, List<ImportIssue> remarks) {
        return with(rows, Stream.concat(remarks.stream(), issues.stream()).toList());
    }

    /** The same with more noticed about the file. */
    public ImportDraft noting(List<ImportIssue> more) {
        return more.isEmpty()
                ? this
                : with(0, Stream.concat(issues.stream(), more.stream()).toList());
    }

    private ImportDraft with(long known, List<ImportIssue> noticed) {
        return new ImportDraft(
                file,
                kind,
                profile,
                zone,
                country,
                rowsRead,
                rowsAccepted - known,
                rowsRejected,
                rowsDuplicate + known,
                rowsKnown + known,
                entities,
                claims,
                calls,
                transfers,
                noticed,
                grades);
    }

    /** The change to the case that committing this draft makes. */
    public CaseAddition toAddition(Instant importedAt, String importedBy) {
        Source source = new Source(
                file.id(),
                file.fileName(),
                file.size(),
                kind,
                profile,
                zone,
                country,
                importedAt,
                importedBy,
                rowsRead,
                rowsAccepted,
                rowsRejected,
                rowsDuplicate,
                grades);
        return new CaseAddition(source, entities, claims, calls, transfers, issues);
    }

    /** How many claims it adds, calls and transfers counted, and rows known from other files not. */
    public long claimCount() {
        return (long) claims.size() + calls.size() + transfers.size() - rowsKnown;
    }
}
