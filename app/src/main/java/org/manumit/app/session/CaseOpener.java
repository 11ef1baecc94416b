package org.manumit.app.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.manumit.app.localstore.CaseFolder;
import org.manumit.app.localstore.LocalStore;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.StoreException;
import org.manumit.graph.store.neo4j.StoreAddress;
import org.manumit.graph.store.neo4j.StoreConnector;

/**
 * Opens the case that a word names: the folder of a local case, whose embedded store it starts, or the address of a
 * shared store. Closing what it returns shuts down everything it started. Safe for use from several threads.
 */
public final class CaseOpener implements CaseOpening {

    private final Passwords passwords;
    private final LocalCase.Starter starter;

    public CaseOpener(Passwords passwords) {
        this(passwords, LocalStore::open);
    }

    CaseOpener(Passwords passwords, LocalCase.Starter starter) {
        this.passwords = passwords;
        this.starter = starter;
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

    private OpenedCase open(
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
        LocalCase opened = LocalCase.open(folder, ifAbsent, starter);
        try {
            cancellation.check();
        } catch (RuntimeException e) {
            opened.closeUnused();
            throw e;
        }
        return new OpenedCase(opened, Optional.of(folder.path()));
    }
}
