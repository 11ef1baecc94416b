package org.manumit.graph.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.session.CaseOpener;
import org.manumit.app.session.CaseRequest;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore.Sharing;
import org.manumit.graph.store.StoreException;

class ServerCaseStoreTest extends CaseStoreContract {

    @TempDir
    static Path home;

    private static ServerProcess process;

    @BeforeAll
    static void start() throws IOException {
        process = ServerProcess.start(home);
    }

    @AfterAll
    static void stop() throws IOException {
        process.close();
    }

    @Override
    URI server() {
        return process.address();
    }

    @Override
    String password() {
        return ServerProcess.PASSWORD;
    }

    @Override
    Sharing sharing() {
        return Sharing.SHARED;
    }

    private static OpenedCase open(String word, String password) {
        return new CaseOpener(address -> Optional.of(password))
                .open(CaseRequest.made(word), Progress.NONE, Cancellation.NEVER);
    }

    private String word(String scheme, String user, String database) {
        return scheme + "://" + user + "@127.0.0.1:" + server().getPort() + "/" + database;
    }

    @Test
    void opensByItsAddress() {
        try (OpenedCase opened = open(word("bolt", "neo4j", "neo4j"), password())) {
            assertThat(opened.folder()).isEmpty();
            assertThat(opened.store().sharing()).isEqualTo(Sharing.SHARED);
        }
        open(word("neo4j", "neo4j", "neo4j"), password()).close();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        assertThatThrownBy(() -> open(word("bolt", "neo4j", "neo4j"), "guessed-wrong"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not accept user 'neo4j'")
                .hasMessageContaining("MANUMIT_STORE_PASSWORD")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        for (String scheme : new String[] {"bolt", "neo4j"}) {
            assertThatThrownBy(() -> open(word(scheme, "neo4j", "elsewhere"), password()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("has no database 'elsewhere'")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (String scheme : new String[] {"bolt", "neo4j"}) {
            assertThatThrownBy(() -> open(scheme + "://neo4j@127.0.0.1:" + free + "/neo4j", "any"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void wantsAPasswordThatIsNotInTheAddress() {
        assertThatThrownBy(() -> open("bolt://neo4j:secret@127.0.0.1/neo4j", "any"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("must not carry the password")
                .hasMessageNotContaining("secret");
    }
}
