package org.manumit.app.session;

import java.nio.file.Path;
import java.util.Optional;
import org.manumit.graph.store.CaseStore;

/**
 * A case that is open: its store, and its folder when it is kept on this machine.
 *
 * @param store where it is kept
 * @param folder the folder of a local case; empty for a shared one
 */
public record OpenedCase(CaseStore store, Optional<Path> folder) implements AutoCloseable {

    /** Closes the case into which nothing was put: a local case that was made by opening it is taken away again. */
    public void closeUnused() {
        if (store instanceof LocalCase local) {
            local.closeUnused();
        } else {
            store.close();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
