package org.manumit.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.custody.CustodyException;
import org.manumit.app.custody.OriginalsArchive;
import org.manumit.app.custody.OriginalsArchive.Kept;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.SourceId;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.Note;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.importers.draft.SourceFile;

/**
 * Keeps what analysts decide in the case, as imports are kept: a note among the originals, a line in the audit log, a
 * claim in the store; wholly or not at all. Blocks; safe for use from several threads.
 */
public final class CaseDecisions {

    private final CaseStore store;
    private final Optional<OriginalsArchive> originals;
    private final Optional<AuditLog> log;

    /**
     * The decisions of an open case.
     *
     * @param user who decides
     */
    public CaseDecisions(OpenedCase opened, Clock clock, String user) {
        store = opened.store();
        originals = opened.folder().map(OriginalsArchive::new);
        log = opened.folder().map(folder -> new AuditLog(folder, clock, user));
    }

    /**
     * Keeps a decision.
     *
     * @throws org.manumit.graph.store.StoreException when the store cannot take it
     * @throws CustodyException when its note or the log cannot be kept; in every case nothing is changed
     */
    public void keep(Note decision) {
        boolean committed = false;
        Kept kept = originals.map(archive -> note(archive, decision)).orElse(Kept.BEFORE);
        try {
            log.ifPresent(l -> l.record(kind(decision), particulars(decision)));
            store.commit(decision.toAddition(), Progress.NONE, Cancellation.NEVER);
            committed = true;
        } finally {
            if (!committed && kept == Kept.NEWLY) {
                originals.ifPresent(archive -> archive.forget(decision.noteId()));
            }
        }
    }

    /** Takes a decision back; the log keeps that it was made. */
    public void withdraw(Note decision) {
        log.ifPresent(l -> l.record(Decision.WITHDRAW, particulars(decision)));
        store.withdraw(decision.noteId(), Progress.NONE);
        originals.ifPresent(archive -> archive.forget(decision.noteId()));
    }

    /**
     * Takes back what was accepted or dismissed of a document, which is about to leave the case: nothing may rest on pages
     * that nobody can look at. What the same review decided of other documents stays.
     */
    public void withdrawReviewsOf(SourceId document, Progress progress) {
        CaseGraph graph = store.load(progress, Cancellation.NEVER);
        FindingReview.of(graph).forEach((note, review) -> {
            List<FindingReview.Item> others = review.items().stream()
                    .filter(item -> graph.claim(item.passage())
                            .map(passage -> !passage.provenance().source().equals(document))
                            .orElse(true))
                    .toList();
            if (others.size() == review.items().size()) {
                return;
            }
            if (!others.isEmpty()) {
                keep(new FindingReview(review.ruling(), others, review.by(), review.at()));
            }
            log.ifPresent(l -> l.record(
                    Decision.WITHDRAW,
                    Map.of(
                            "file",
                            review.noteName(),
                            "sha256",
                            note.sha256(),
                            "reason",
                            "its document is taken back")));
            store.withdraw(note, progress);
            originals.ifPresent(archive -> archive.forget(note));
        });
    }

    private static Decision kind(Note decision) {
        return switch (decision) {
            case RoleDecision role ->
                switch (role.ruling()) {
                    case CONFIRMED -> Decision.CONFIRM;
                    case OVERRULED -> Decision.OVERRULE;
                };
            case FindingReview review ->
                switch (review.ruling()) {
                    case ACCEPTED -> Decision.ACCEPT;
                    case DISMISSED -> Decision.DISMISS;
                };
        };
    }

    private static Map<String, String> particulars(Note decision) {
        Map<String, String> particulars = new LinkedHashMap<>();
        particulars.put("file", decision.noteName());
        particulars.put("sha256", decision.noteId().sha256());
        switch (decision) {
            case RoleDecision role -> {
                particulars.put("about", role.actor().id().value());
                particulars.put("role", role.role());
                particulars.put("reason", role.reason());
            }
            case FindingReview review ->
                particulars.put("findings", Integer.toString(review.items().size()));
        }
        return particulars;
    }

    private static Kept note(OriginalsArchive archive, Note decision) {
        try {
            Path folder = Files.createTempDirectory("manumit-decision");
            Path note = folder.resolve(decision.noteName());
            try {
                Files.write(note, decision.note());
                return archive.keep(SourceFile.of(note), Progress.NONE, Cancellation.NEVER);
            } finally {
                Files.deleteIfExists(note);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new CustodyException(
                    "the note of the decision cannot be written (" + e.getMessage()
                            + "); nothing was decided; free space or check the folder for temporary files",
                    e);
        }
    }
}
