package org.manumit.graph.store;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * What the program asks of the place where a case is kept. Whatever the store: a source is committed as a whole or not
 * at all, even when the process is killed; committing the same source again adds nothing; readers see only committed
 * sources. Calls block; safe for use from several threads, which are served one after the other where they write.
 */
public interface CaseStore extends AutoCloseable {

    /** The case's name. */
    String caseName();

    /** Whether the case is kept by this program alone, or by a server that others use too. */
    Sharing sharing();

    /** Where a case is kept. */
    enum Sharing {
        LOCAL,
        SHARED
    }

    /** What became of an addition. */
    enum Outcome {
        COMMITTED,
        /** A source of the same content is in the case; nothing was added. */
        ALREADY_KNOWN
    }

    /**
     * Adds a file's content to the case.
     *
     * @throws StoreException when the store cannot take it; the case is then as before
     * @throws org.manumit.graph.job.CancelledException when cancelled; the case is then as before
     */
    Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation);

    /**
     * Puts what was read anew of a committed file in the place of what the case has of it, which keeps its place in the
     * order of import. Readers see either, never both and never neither, even when the process is killed.
     *
     * @throws StoreException when the case has no such source, or cannot take it; the case is then as before
     * @throws org.manumit.graph.job.CancelledException when cancelled; the case is then as before
     */
    void replace(CaseAddition addition, Progress progress, Cancellation cancellation);

    /**
     * Takes back one import exactly: its claims, records and issues, and the entities that nothing else speaks of.
     *
     * @return false when the case has no such source
     */
    boolean withdraw(SourceId source, Progress progress);

    /** Reads the whole case. */
    CaseGraph load(Progress progress, Cancellation cancellation);

    /** The committed sources, in the order of import. */
    List<Source> sources();

    /** A committed source. */
    default Optional<Source> source(SourceId id) {
        return sources().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** What the reader noticed about a source's rows, in the order of the file. */
    List<ImportIssue> issues(SourceId source);

    /** Checks what the store holds against its own rules; each line names something wrong. Empty when all is well. */
    List<String> check(Progress progress);

    @Override
    void close();
}
