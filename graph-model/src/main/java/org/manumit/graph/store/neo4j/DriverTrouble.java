package org.manumit.graph.store.neo4j;

import java.util.Optional;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/**
 * Says in one line, for the user, what the driver's exceptions mean.
 *
 * @param store how the store is called
 * @param user who asks
 * @param database the database asked for
 */
record DriverTrouble(String store, String user, String database) {

    private static final String FAULT_OF_THE_STORE = "Neo.DatabaseError";
    private static final String REMEDY =
            "; its disk may be full or its files damaged: make room there, restore it from a "
                    + "copy, or import the files into a new case";

    StoreException explain(String what, Neo4jException e) {
        return new StoreException(why(what, e), e);
    }

    private String why(String what, Neo4jException e) {
        String code = Optional.ofNullable(e.code()).orElse("");
        if (code.endsWith("DatabaseNotFound") || e instanceof FatalDiscoveryException) {
            return "the store " + store + " has no database '" + database + "'; check the name after the last / of the "
                    + "address";
        }
        return switch (e) {
            case AuthenticationException a ->
                "the store " + store + " does not accept user '" + user
                        + "' with this password; check the user in the address and MANUMIT_STORE_PASSWORD";
            case SecurityException s ->
                "the store " + store + " does not let user '" + user + "' do this: " + firstLine(s);
            case ServiceUnavailableException s -> unreachable();
            case SessionExpiredException s -> unreachable();
            default ->
                code.endsWith("DatabaseUnavailable")
                        ? "the database '" + database + "' of the store " + store + " does not run; start it first"
                        : "the store " + store + " could not " + what + ": " + firstLine(e)
                                + (code.startsWith(FAULT_OF_THE_STORE) ? REMEDY : "");
        };
    }

    private String unreachable() {
        return "the store " + store + " cannot be reached; check that it runs and that host and port are right";
    }

    private static String firstLine(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(m -> m.lines().findFirst())
                .orElse(e.getClass().getSimpleName());
    }
}
