package org.manumit.app.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
import org.manumit.graph.store.neo4j.StoreAddress;
import org.manumit.graph.store.neo4j.StoreConnector;

/**
 * Opens the case that a word names: the folder of a local case, whose embedded store it starts, or the address of a
 * shared store. Closing what it returns shuts down everything it started. Safe for use from several threads.
 */
public final class CaseOpener implements CaseOpening {

    private final Passwords passwords;

    public CaseOpener(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Where the password of a shared store comes from. */
    @FunctionalInterface
    public interface Passwords {

        /** The password, or empty when there is none to be had. */
        Optional<String> of(StoreAddress address);

        /** From the environment variable {@code MANUMIT_STORE_PASSWORD}. */
        static Passwords fromEnvironment() {
            return address -> Optional.ofNullable(System.getenv("MANUMIT_STORE_PASSWORD"));
        }
    }

    @Override
    public OpenedCase open(CaseRequest request, Progress progress, Cancellation cancellation) {
        return open(
                request.location(),
                request.ifAbsent(),
                address -> request.password().or(() -> passwords.of(address)),
                progress,
                cancellation);
    }

    /**
     * Opens a case.
     *
     * @param location a folder, or the address of a shared store
     * @param ifAbsent what to do where there is no case yet; a shared store's empty database is taken in either case
     * @throws StoreException when it cannot be opened; the message is one line that says why and what to do
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing is left running
     */
    public OpenedCase open(String location, IfAbsent ifAbsent, Progress progress, Cancellation cancellation) {
        return open(location, ifAbsent, passwords, progress, cancellation);
    }

    private static OpenedCase open(
            String location, IfAbsent ifAbsent, Passwords passwords, Progress progress, Cancellation cancellation) {
        if (StoreAddress.isAddress(location)) {
            StoreAddress address = StoreAddress.parse(location);
            progress.report(0, -1, "Connecting");
            String password = passwords
                    .of(address)
                    .orElseThrow(() -> new StoreException("the store " + address.server()
                            + " wants a password; set MANUMIT_STORE_PASSWORD to it and try again"));
            return new OpenedCase(StoreConnector.shared(address, password), Optional.empty());
        }
        CaseFolder folder;
        try {
            folder = new CaseFolder(Path.of(location));
        } catch (InvalidPathException e) {
            throw new StoreException(location + " cannot be the name of a folder: " + e.getReason(), e);
        }
        progress.report(0, -1, "Starting the store");
        LocalStore local = LocalStore.open(folder, ifAbsent);
        try {
            cancellation.check();
            progress.report(0, -1, "Opening the case");
            CaseStore store = StoreConnector.local(
                    local.address(), LocalStore.USER, local.secret(), LocalStore.DATABASE, folder.caseName());
            return new OpenedCase(new LocalCase(store, local), Optional.of(folder.path()));
        } catch (StoreException e) {
            StoreException told = withTrouble(e, local);
            local.close();
            throw told;
        } catch (RuntimeException | Error e) {
            local.close();
            throw e;
        }
    }

    private static StoreException withTrouble(StoreException e, LocalStore local) {
        return local.trouble().map(trouble -> new StoreException(trouble, e)).orElse(e);
    }

    /** A case together with the embedded store it is kept in. */
    private static final class LocalCase implements CaseStore {
        private final CaseStore store;
        private final LocalStore local;
        private final AtomicBoolean closed = new AtomicBoolean();

        LocalCase(CaseStore store, LocalStore local) {
            this.store = store;
            this.local = local;
        }

        private <T> T told(Supplier<T> work) {
            try {
                return work.get();
            } catch (StoreException e) {
                throw withTrouble(e, local);
            }
        }

        @Override
        public String caseName() {
            return store.caseName();
        }

        @Override
        public Sharing sharing() {
            return store.sharing();
        }

        @Override
        public Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation) {
            return told(() -> store.commit(addition, progress, cancellation));
        }

        @Override
        public boolean withdraw(SourceId source, Progress progress) {
            return told(() -> store.withdraw(source, progress));
        }

        @Override
        public CaseGraph load(Progress progress, Cancellation cancellation) {
            return told(() -> store.load(progress, cancellation));
        }

        @Override
        public List<Source> sources() {
            return told(store::sources);
        }

        @Override
        public List<ImportIssue> issues(SourceId source) {
            return told(() -> store.issues(source));
        }

        @Override
        public List<String> check(Progress progress) {
            return told(() -> store.check(progress));
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                try {
                    store.close();
                } finally {
                    local.close();
                }
            }
        }
    }
}
