package org.manumit.app.session;

import java.util.List;
import java.util.function.Function;
import org.manumit.app.localstore.CaseFolder;
import org.manumit.app.localstore.LocalStore;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.StoreException;
import org.manumit.graph.store.neo4j.StoreConnector;

/**
 * A case together with the embedded store it is kept in. When the disk of the store fails, what was being done fails with
 * a message that says so, and the store is started anew for what is asked next.
 */
final class LocalCase implements CaseStore {

    private final CaseFolder folder;
    private final Starter starter;
    private Running running;
    private boolean closed;

    private LocalCase(CaseFolder folder, Starter starter, Running running) {
        this.folder = folder;
        this.starter = starter;
        this.running = running;
    }

    /** Starts embedded stores. */
    @FunctionalInterface
    interface Starter {
        LocalStore start(CaseFolder folder, IfAbsent ifAbsent);
    }

    /**
     * Starts the store of a case and connects to it.
     *
     * @throws StoreException when the case cannot be opened
     */
    static LocalCase open(CaseFolder folder, IfAbsent ifAbsent, Starter starter) {
        return new LocalCase(folder, starter, Running.start(folder, ifAbsent, starter));
    }

    /** A store that has been started, and the connection to it. */
    private record Running(LocalStore local, CaseStore store) {

        static Running start(CaseFolder folder, IfAbsent ifAbsent, Starter starter) {
            LocalStore local = starter.start(folder, ifAbsent);
            try {
                return new Running(
                        local,
                        StoreConnector.local(
                                local.address(),
                                LocalStore.USER,
                                local.secret(),
                                LocalStore.DATABASE,
                                folder.caseName()));
            } catch (StoreException e) {
                StoreException told = explained(e, local);
                local.closeUnused();
                throw told;
            } catch (RuntimeException | Error e) {
                local.closeUnused();
                throw e;
            }
        }

        private static StoreException explained(StoreException e, LocalStore local) {
            return local.trouble()
                    .map(trouble -> new StoreException(trouble, e))
                    .orElse(e);
        }

        boolean hasFailed() {
            return local.trouble().isPresent();
        }

        void close() {
            try {
                store.close();
            } finally {
                local.close();
            }
        }
    }

    private synchronized Running running() {
        if (!closed && running.hasFailed()) {
            running.close();
            running = Running.start(folder, IfAbsent.REFUSE, starter);
        }
        return running;
    }

    private <T> T written(Function<CaseStore, T> work) {
        Running now = running();
        try {
            return work.apply(now.store());
        } catch (StoreException e) {
            throw Running.explained(e, now.local());
        }
    }

    /** What was read while the disk failed may be half of what is there. */
    private <T> T read(Function<CaseStore, T> work) {
        Running now = running();
        try {
            T result = work.apply(now.store());
            now.local().trouble().ifPresent(trouble -> {
                throw new StoreException(trouble);
            });
            return result;
        } catch (StoreException e) {
            throw Running.explained(e, now.local());
        }
    }

    @Override
    public String caseName() {
        return folder.caseName();
    }

    @Override
    public Sharing sharing() {
        return Sharing.LOCAL;
    }

    @Override
    public Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation) {
        return written(store -> store.commit(addition, progress, cancellation));
    }

    @Override
    public void replace(CaseAddition addition, Progress progress, Cancellation cancellation) {
        written(store -> {
            store.replace(addition, progress, cancellation);
            return addition.source().id();
        });
    }

    @Override
    public boolean withdraw(SourceId source, Progress progress) {
        return written(store -> store.withdraw(source, progress));
    }

    @Override
    public CaseGraph load(Progress progress, Cancellation cancellation) {
        return read(store -> store.load(progress, cancellation));
    }

    @Override
    public List<Source> sources() {
        return read(CaseStore::sources);
    }

    @Override
    public List<ImportIssue> issues(SourceId source) {
        return read(store -> store.issues(source));
    }

    @Override
    public List<String> check(Progress progress) {
        return read(store -> store.check(progress));
    }

    /** Closes the case into which nothing was put, and takes away one that was made by opening it. */
    synchronized void closeUnused() {
        if (!closed) {
            closed = true;
            try {
                running.store().close();
            } finally {
                running.local().closeUnused();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            running.close();
        }
    }
}
