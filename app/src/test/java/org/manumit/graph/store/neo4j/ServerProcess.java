package org.manumit.graph.store.neo4j;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.manumit.app.testing.ChildProgram;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;

/** A Neo4j server in a process of its own, as an administrator would start it, but for its random port. */
final class ServerProcess implements AutoCloseable {

    static final String PASSWORD = "of-the-server-under-test";

    private final ChildProgram program;
    private final URI address;

    private ServerProcess(ChildProgram program, URI address) {
        this.program = program;
        this.address = address;
    }

    static ServerProcess start(Path home) throws IOException {
        // The server does not tell which port it got when it was given none
        int port = freePort();
        URI address = URI.create("bolt://127.0.0.1:" + port);
        Path configuration = Files.createDirectories(home.resolve("conf"));
        Files.writeString(configuration.resolve("neo4j.conf"), """
                server.bolt.listen_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                server.memory.pagecache.size=64m
                dbms.usage_report.enabled=false
                """.formatted(port));
        ChildProgram program = ChildProgram.start(
                "org.neo4j.server.Neo4jCommunity",
                Map.of(),
                "--home-dir=" + home,
                "--config-dir=" + configuration,
                "--console-mode");
        try {
            program.awaitLineContaining("Started.");
            try (Driver driver = GraphDatabase.driver(address, AuthTokens.basic("neo4j", "neo4j"));
                    var session = driver.session(SessionConfig.forDatabase("system"))) {
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO '" + PASSWORD + "'")
                        .consume();
            }
            return new ServerProcess(program, address);
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
