package org.manumit.graph.store.neo4j;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.localstore.CaseFolder;
import org.manumit.app.localstore.LocalStore;
import org.manumit.graph.store.CaseStore.Sharing;

class EmbeddedCaseStoreTest extends CaseStoreContract {

    @TempDir
    static Path folder;

    private static LocalStore embedded;

    @BeforeAll
    static void start() {
        embedded = LocalStore.open(new CaseFolder(folder.resolve("case")), LocalStore.IfAbsent.CREATE);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Override
    URI server() {
        return embedded.address();
    }

    @Override
    String password() {
        return embedded.secret();
    }

    @Override
    Sharing sharing() {
        return Sharing.LOCAL;
    }
}
