package org.manumit.app.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.graph.Source;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;

/** Checks a case against everything that was written down about it. */
public final class CaseCheck {

    private CaseCheck() {}

    /**
     * What a check found.
     *
     * @param wrong what is wrong, a line each; empty when all is well
     * @param sources how many sources were checked
     * @param logLines how many lines of the audit log
     */
    public record Result(List<String> wrong, int sources, int logLines) {
        public Result {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Checks the store by its own rules, the originals by their hashes, the audit log by its chain, and that every
     * source in the store has its line in the log.
     *
     * @param folder the folder of a local case; without one there are neither originals nor a log to check
     */
    public static Result run(CaseStore store, Optional<Path> folder, Progress progress) {
        List<String> wrong = new ArrayList<>();
        progress.report(0, -1, "the store");
        store.check(progress).forEach(line -> wrong.add("store: " + line));
        List<Source> sources = store.sources();
        int lines = 0;
        if (folder.isPresent()) {
            progress.report(0, -1, "the originals");
            wrong.addAll(new OriginalsArchive(folder.get()).check(sources));
            progress.report(0, -1, "the audit log");
            AuditLog log = new AuditLog(folder.get(), Clock.systemUTC(), "");
            // A case into which nothing was ever put has no log yet
            if (log.exists() || log.wasBegun() || !sources.isEmpty()) {
                wrong.addAll(log.verify());
            }
            List<AuditLog.Entry> entries = log.entries();
            lines = entries.size();
            wrong.addAll(notLogged(sources, entries));
        }
        return new Result(wrong, sources.size(), lines);
    }

    private static List<String> notLogged(List<Source> sources, List<AuditLog.Entry> entries) {
        Set<String> logged = new HashSet<>();
        for (AuditLog.Entry entry : entries) {
            if (entry.decision() == Decision.IMPORT) {
                logged.add(entry.details().getOrDefault("sha256", ""));
            }
        }
        return sources.stream()
                .filter(source -> !logged.contains(source.id().sha256()))
                .map(source -> "audit.log: it has no line for the import of " + source.fileName() + " (SHA-256 "
                        + source.id() + ")")
                .toList();
    }
}
