package org.manumit.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.custody.OriginalsArchive;
import org.manumit.app.custody.OriginalsArchive.Kept;
import org.manumit.app.session.ImportReport.Outcome;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;

/**
 * Brings files into a case, one at a time and each wholly or not at all: hash, detection, reading, the original into
 * the archive, a line in the audit log, the commit. The window and the command line both import through it. Safe for
 * use from several threads.
 */
public final class CaseImporter {

    private final CaseStore store;
    private final KnownRecords known;
    private final Optional<OriginalsArchive> originals;
    private final Optional<AuditLog> log;
    private final ImporterCatalog catalog;
    private final Clock clock;
    private final String user;

    /**
     * An importer into an open case.
     *
     * @param opened the case; originals and the log are kept in its folder when it has one
     * @param catalog the kinds of file known
     * @param clock what time it is
     * @param user who imports
     */
    public CaseImporter(OpenedCase opened, ImporterCatalog catalog, Clock clock, String user) {
        this.store = opened.store();
        this.known = new KnownRecords(store);
        this.originals = opened.folder().map(OriginalsArchive::new);
        this.log = opened.folder().map(folder -> new AuditLog(folder, clock, user));
        this.catalog = catalog;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Imports a file as the request says.
     *
     * @throws org.manumit.importers.draft.ImportException when it cannot be read
     * @throws org.manumit.graph.store.StoreException when the store cannot take it
     * @throws org.manumit.app.custody.CustodyException when its original or the log cannot be kept
     * @throws org.manumit.graph.job.CancelledException when cancelled; in every case nothing of the file is imported
     */
    public ImportReport importFile(Path path, ImportRequest request, Progress progress, Cancellation cancellation) {
        Instant start = clock.instant();
        SourceFile file = SourceFile.of(path);
        Optional<Source> known = store.source(file.id());
        if (known.isPresent()) {
            originals.ifPresent(archive -> archive.keep(file, cancellation));
            return alreadyKnown(file, known.get(), start);
        }
        ImportDraft draft = read(file, request, progress, cancellation);
        if (draft.rowsRejected() > 0 && request.rejects() == ImportRequest.OnRejects.REFUSE_FILE) {
            return report(draft, start, Outcome.REFUSED);
        }
        return request.effect() == ImportRequest.Effect.DRY_RUN
                ? report(draft, start, Outcome.DRY_RUN)
                : commit(draft, start, progress, cancellation);
    }

    /** Reads a file without changing the case, for review, and tells which of its rows the case knows. */
    public ImportDraft read(SourceFile file, ImportRequest request, Progress progress, Cancellation cancellation) {
        ImportDraft draft = catalog.choose(file, request.kind(), request.options())
                .read(file, request.options(), progress, cancellation);
        return known.counted(draft, progress, cancellation);
    }

    /** Commits what was read and reviewed. Fails as {@link #importFile} does. */
    public ImportReport commit(ImportDraft draft, Progress progress, Cancellation cancellation) {
        return commit(draft, clock.instant(), progress, cancellation);
    }

    private ImportReport commit(ImportDraft draft, Instant start, Progress progress, Cancellation cancellation) {
        SourceFile file = draft.file();
        progress.report(0, -1, "keeping the original");
        Kept kept = originals.map(archive -> archive.keep(file, cancellation)).orElse(Kept.BEFORE);
        boolean committed = false;
        try {
            log.ifPresent(l -> l.record(Decision.IMPORT, particulars(draft)));
            CaseStore.Outcome outcome = store.commit(draft.toAddition(clock.instant(), user), progress, cancellation);
            committed = true;
            return outcome == CaseStore.Outcome.COMMITTED
                    ? report(draft, start, Outcome.COMMITTED)
                    : alreadyKnown(file, store.source(file.id()).orElseThrow(), start);
        } finally {
            if (!committed) {
                if (kept == Kept.NEWLY) {
                    originals.ifPresent(archive -> archive.forget(file.id()));
                }
                log.ifPresent(l -> l.record(
                        Decision.IMPORT_FAILED, Map.of("sha256", file.id().sha256())));
            }
        }
    }

    /**
     * Takes an import back: its claims, its records, and its original.
     *
     * @return false when the case has no such source
     */
    public boolean withdraw(Source source, String reason, Progress progress) {
        log.ifPresent(l -> l.record(
                Decision.WITHDRAW,
                Map.of("file", source.fileName(), "sha256", source.id().sha256(), "reason", reason)));
        boolean withdrawn = store.withdraw(source.id(), progress);
        if (withdrawn) {
            originals.ifPresent(archive -> archive.forget(source.id()));
        }
        return withdrawn;
    }

    /** Takes the import of a source back, where the case has it. */
    public boolean withdraw(SourceId source, String reason, Progress progress) {
        return store.source(source)
                .map(known -> withdraw(known, reason, progress))
                .orElse(false);
    }

    private static Map<String, String> particulars(ImportDraft draft) {
        return Map.of(
                "file", draft.file().fileName(),
                "sha256", draft.file().id().sha256(),
                "kind", draft.kind(),
                "rowsRead", Long.toString(draft.rowsRead()),
                "rowsAccepted", Long.toString(draft.rowsAccepted()),
                "rowsRejected", Long.toString(draft.rowsRejected()),
                "rowsDuplicate", Long.toString(draft.rowsDuplicate()));
    }

    private ImportReport report(ImportDraft draft, Instant start, Outcome outcome) {
        Map<EntityKind, Integer> entities = new EnumMap<>(EntityKind.class);
        for (Entity entity : draft.entities()) {
            entities.merge(entity.kind(), 1, Integer::sum);
        }
        return new ImportReport(
                draft.file().path(),
                draft.file().id(),
                draft.kind(),
                draft.profile(),
                Duration.between(start, clock.instant()),
                draft.rowsRead(),
                draft.rowsAccepted(),
                draft.rowsRejected(),
                draft.rowsDuplicate(),
                draft.issues(),
                draft.claimCount(),
                entities,
                outcome);
    }

    private ImportReport alreadyKnown(SourceFile file, Source known, Instant start) {
        ImportIssue note = new ImportIssue(
                Severity.NOTE,
                "",
                0,
                "",
                file.fileName(),
                "a file not imported before",
                "the same content was imported on " + known.importedAt() + " as " + known.fileName()
                        + "; nothing was added");
        return new ImportReport(
                file.path(),
                file.id(),
                known.kind(),
                known.profile(),
                Duration.between(start, clock.instant()),
                known.rowsRead(),
                0,
                0,
                known.rowsRead(),
                List.of(note),
                0,
                Map.of(),
                Outcome.ALREADY_KNOWN);
    }
}
