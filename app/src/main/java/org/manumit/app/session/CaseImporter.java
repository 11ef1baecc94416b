package org.manumit.app.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;

/**
 * Brings files into a case, one at a time and each wholly or not at all: hash, detection, reading, the original into
 * the archive, a line in the audit log, the commit. The window and the command line both import through it. Safe for
 * use from several threads.
 */
public final class CaseImporter {

    /** The kind of sources that hold passages. */
    private static final String DOCUMENT = "document";

    private final CaseStore store;
    private final CaseDecisions decisions;
    private final KnownRecords known;
    private final Optional<OriginalsArchive> originals;
    private final Optional<AuditLog> log;
    private final FileReading reading;
    private final Clock clock;
    private final String user;
    private final Optional<Path> profiles;

    /**
     * An importer into an open case.
     *
     * @param opened the case; originals and the log are kept in its folder when it has one
     * @param catalog the kinds of file known
     * @param clock what time it is
     * @param user who imports
     */
    public CaseImporter(OpenedCase opened, ImporterCatalog catalog, Clock clock, String user) {
        this(opened, catalog, clock, user, Optional.empty());
    }

    /**
     * The same where column mappings are saved.
     *
     * @param profiles the folder where they are
     */
    public CaseImporter(OpenedCase opened, ImporterCatalog catalog, Clock clock, String user, Optional<Path> profiles) {
        this.profiles = profiles;
        this.store = opened.store();
        this.known = new KnownRecords(store);
        this.decisions = new CaseDecisions(opened, clock, user);
        this.originals = opened.folder().map(OriginalsArchive::new);
        this.log = opened.folder().map(folder -> new AuditLog(folder, clock, user));
        this.reading = new FileReading(catalog, clock);
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
        return importFile(
                SourceFile.of(path, progress, cancellation)
                        .readAs(request.options().readAs()),
                request,
                progress,
                cancellation);
    }

    /** The same for a file whose hash is taken: what was found out about it before is not found out again. */
    public ImportReport importFile(
            SourceFile file, ImportRequest request, Progress progress, Cancellation cancellation) {
        Instant start = clock.instant();
        return store.source(file.id())
                .map(known -> kept(file, known, start, progress, cancellation))
                .orElseGet(() -> {
                    SourceImporter importer = reading.choose(file, request);
                    try (KnownRecords.Ahead _ = known.ahead(importer.kind(), cancellation)) {
                        return importRead(
                                reading.read(file, importer, request, progress, cancellation),
                                request,
                                progress,
                                cancellation);
                    }
                });
    }

    /** The same for a file that was read before the case was at hand. */
    public ImportReport importRead(
            FileReading.Read read, ImportRequest request, Progress progress, Cancellation cancellation) {
        SourceFile file = read.draft().file();
        Optional<Source> source = store.source(file.id());
        if (source.isPresent()) {
            return kept(file, source.get(), read.begun(), progress, cancellation);
        }
        ImportDraft draft = known.counted(read.draft(), progress, cancellation);
        if (draft.rowsRejected() > 0 && request.rejects() == ImportRequest.OnRejects.REFUSE_FILE) {
            return report(draft, read.begun(), Outcome.REFUSED);
        }
        return request.effect() == ImportRequest.Effect.DRY_RUN
                ? report(draft, read.begun(), Outcome.DRY_RUN)
                : commit(draft, read.begun(), progress, cancellation);
    }

    private ImportReport kept(
            SourceFile file, Source known, Instant start, Progress progress, Cancellation cancellation) {
        originals.ifPresent(archive -> archive.keep(file, progress, cancellation));
        return alreadyKnown(file, known, start);
    }

    /** Reads a file without changing the case, for review, and tells which of its rows the case knows. */
    public ImportDraft read(SourceFile file, ImportRequest request, Progress progress, Cancellation cancellation) {
        return known.counted(reading.read(file, request, progress, cancellation).draft(), progress, cancellation);
    }

    /** A source, as the case has it now. */
    public Optional<Source> source(SourceId id) {
        return store.source(id);
    }

    /** What was noticed about the rows of a source, and what the user said of it. */
    public List<ImportIssue> issues(SourceId source) {
        return store.issues(source);
    }

    /** The original of a source, where the case keeps it. */
    public Optional<Path> original(SourceId source) {
        return originals.flatMap(archive -> archive.original(source));
    }

    /** How a committed source was read, corrections included. */
    ReadAs readAs(Source source, Optional<Password> password) {
        ReadAs readAs =
                Instructions.of(source, store.issues(source.id()), profiles).readAs();
        return password.map(readAs::withPassword).orElse(readAs);
    }

    /**
     * Reads a committed file again with these cells corrected, and no others, and puts what it says now in the place of
     * what it said: the same source, its rows under their numbers, those that read now among its records. The rest of
     * the file stays as it was read.
     *
     * @param path where the file is; empty for the original that the case keeps
     * @param password what opens it, where it is protected
     * @return its rows counted anew
     * @throws ImportException when it is not there, not the same any more, or would be read otherwise than before
     * @throws org.manumit.graph.store.StoreException when the store cannot take it
     * @throws org.manumit.app.custody.CustodyException when the log cannot be kept
     * @throws org.manumit.graph.job.CancelledException when cancelled; in every case the case is as before
     */
    public ImportReport correct(
            Source source,
            Corrections corrections,
            Optional<Path> path,
            Optional<Password> password,
            Progress progress,
            Cancellation cancellation) {
        Instant start = clock.instant();
        List<ImportIssue> issues = store.issues(source.id());
        ImportOptions options = Instructions.of(source, issues, profiles);
        Corrections before = options.readAs().corrections();
        ReadAs readAs = options.readAs().withCorrections(corrections);
        Path stands = path.or(() -> original(source.id()))
                .orElseThrow(() -> new ImportException(source.fileName()
                        + ": the case does not keep the file itself; correct its rows where it was imported"));
        SourceFile file = SourceFile.of(stands, progress, cancellation)
                .readAs(password.map(readAs::withPassword).orElse(readAs));
        if (!file.id().equals(source.id())) {
            throw new ImportException(file.path() + ": the file is not the one that was imported as "
                    + source.fileName() + " any more; 'manumit check' says more");
        }
        ImportDraft draft = read(
                file,
                new ImportRequest(
                        Optional.of(source.kind()),
                        options.withReadAs(file.readAs()),
                        ImportRequest.OnRejects.KEEP_GOOD_ROWS,
                        ImportRequest.Effect.COMMIT),
                progress,
                cancellation);
        requireTheRestUnchanged(source, issues, draft, before.and(corrections.cells()));
        boolean replaced = false;
        log.ifPresent(l -> l.record(Decision.CORRECT, particulars(source, before, corrections)));
        try {
            store.replace(draft.toAddition(source.importedAt(), source.importedBy()), progress, cancellation);
            replaced = true;
            return report(draft, start, Outcome.COMMITTED);
        } finally {
            if (!replaced) {
                log.ifPresent(l -> l.record(
                        Decision.IMPORT_FAILED, Map.of("sha256", source.id().sha256())));
            }
        }
    }

    /** Correcting a cell must change its row and nothing else. */
    private static void requireTheRestUnchanged(
            Source source, List<ImportIssue> before, ImportDraft draft, Corrections touched) {
        Set<String> rejectedBefore = rejected(before, touched);
        Set<String> rejectedNow = rejected(draft.issues(), touched);
        if (draft.rowsRead() != source.rowsRead() || !rejectedBefore.equals(rejectedNow)) {
            throw new ImportException(
                    source.fileName() + ": with these corrections other rows would be read otherwise than before ("
                            + draft.rowsRead() + " rows read, " + source.rowsRead() + " before); take the import back"
                            + " and import the file anew");
        }
    }

    private static Set<String> rejected(List<ImportIssue> issues, Corrections touched) {
        Set<String> rows = issues.stream()
                .filter(issue -> issue.severity() == Severity.REJECTED)
                .map(issue -> issue.sheet() + "!" + issue.line())
                .collect(Collectors.toCollection(HashSet::new));
        touched.cells().forEach(cell -> rows.remove(cell.sheet() + "!" + cell.row()));
        return rows;
    }

    private static Map<String, String> particulars(Source source, Corrections before, Corrections now) {
        Map<String, String> particulars = new TreeMap<>();
        particulars.put("file", source.fileName());
        particulars.put("sha256", source.id().sha256());
        List<CellCorrection> taken = before.cells().stream()
                .filter(cell -> !now.ofRow(cell.sheet(), cell.row()).containsKey(cell.column()))
                .toList();
        now.cells().stream()
                .filter(cell -> !before.cells().contains(cell))
                .forEach(cell -> particulars.put(cell(cell), told(cell.before(), cell.after())));
        taken.forEach(cell -> particulars.put(cell(cell), "'" + cell.before() + "' read as it stands again"));
        return particulars;
    }

    private static String cell(CellCorrection cell) {
        return (cell.sheet().isEmpty() ? "" : cell.sheet() + ", ") + "row " + cell.row() + ", cell "
                + (cell.column() + 1) + (cell.header().isEmpty() ? "" : " (" + cell.header() + ")");
    }

    private static String told(String before, String after) {
        return "'" + before + "' read as '" + after + "'";
    }

    /** A correction by the user of this importer, now. */
    public CellCorrection corrected(String sheet, long row, int column, String header, String before, String after) {
        return new CellCorrection(
                sheet, row, column, header, before, after, user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Commits what was read and reviewed. Fails as {@link #importFile} does. */
    public ImportReport commit(ImportDraft draft, Progress progress, Cancellation cancellation) {
        return commit(draft, clock.instant(), progress, cancellation);
    }

    private ImportReport commit(ImportDraft draft, Instant start, Progress progress, Cancellation cancellation) {
        SourceFile file = draft.file();
        progress.report(0, -1, "keeping the original");
        Kept kept = originals
                .map(archive -> archive.keep(file, progress, cancellation))
                .orElse(Kept.BEFORE);
        boolean committed = false;
        try {
            log.ifPresent(l -> record(l, draft));
            progress.report(0, -1, "writing into the case");
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
     * Takes an import back: its claims, its records, and its original; of a document also what was accepted and dismissed of
     * what it speaks of.
     *
     * @return false when the case has no such source
     */
    public boolean withdraw(Source source, String reason, Progress progress) {
        if (source.kind().equals(DOCUMENT)) {
            decisions.withdrawReviewsOf(source.id(), progress);
        }
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

    private void record(AuditLog to, ImportDraft draft) {
        to.record(Decision.IMPORT, particulars(draft));
        Corrections corrections = draft.file().readAs().corrections();
        if (!corrections.isEmpty()) {
            to.record(
                    Decision.CORRECT,
                    particulars(draft.toAddition(clock.instant(), user).source(), Corrections.NONE, corrections));
        }
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
