package org.manumit.graph.store.neo4j;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import org.manumit.graph.store.StoreException;

/**
 * Where a shared store is: {@code neo4j://USER@HOST:PORT/DATABASE}.
 *
 * @param server the server, with scheme, host and port
 * @param user who asks
 * @param database the database on it
 */
public record StoreAddress(URI server, String user, String database) {

    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "bolt", "bolt+s");
    private static final int USUAL_PORT = 7687;
    private static final String FORM = "neo4j://USER@HOST:PORT/DATABASE (or neo4j+s, bolt, bolt+s)";

    public StoreAddress {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(database, "database");
    }

    /** Whether a word that names a case means a server rather than a folder. */
    public static boolean isAddress(String word) {
        return word.contains("://");
    }

    /**
     * Reads an address. User and database may be left out and are then both {@code neo4j}.
     *
     * @throws StoreException when it is none, or carries a password, which would show in histories and lists of processes
     */
    public static StoreAddress parse(String word) {
        URI uri;
        try {
            uri = new URI(word);
        } catch (URISyntaxException e) {
            throw new StoreException(word + " is not the address of a store; write " + FORM, e);
        }
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || !SCHEMES.contains(scheme)) {
            throw new StoreException(word + " is not the address of a store; write " + FORM);
        }
        String user = Objects.requireNonNullElse(uri.getUserInfo(), "neo4j");
        if (user.contains(":")) {
            throw new StoreException("the address of a store must not carry the password; leave it out and set "
                    + "MANUMIT_STORE_PASSWORD");
        }
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        String database = path.startsWith("/") ? path.substring(1) : path;
        if (database.contains("/")) {
            throw new StoreException(word + " is not the address of a store; write " + FORM);
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new StoreAddress(
                URI.create(scheme + "://" + host + ":" + port), user, database.isEmpty() ? "neo4j" : database);
    }

    @Override
    public String toString() {
        return server + "/" + database;
    }
}
