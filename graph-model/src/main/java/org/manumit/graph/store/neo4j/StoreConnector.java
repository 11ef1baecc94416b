package org.manumit.graph.store.neo4j;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.CaseStore.Sharing;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.exceptions.Neo4jException;

/** Connects to where a case is kept. */
public final class StoreConnector {

    private StoreConnector() {}

    /**
     * The case in a database of a server that others may use too.
     *
     * @throws StoreException when the server cannot be reached, refuses the user or password, has no such database, or
     *     the database holds something else
     */
    public static CaseStore shared(StoreAddress address, String password) {
        return open(
                address.server(),
                password,
                new DriverTrouble(address.server().toString(), address.user(), address.database()),
                address.database(),
                Sharing.SHARED,
                Schema.STEPS);
    }

    /**
     * The case in an embedded store, which this program alone uses.
     *
     * @param server where the embedded store answers
     */
    public static CaseStore local(URI server, String user, String secret, String database, String caseName) {
        return open(
                server,
                secret,
                new DriverTrouble("of case " + caseName, user, database),
                caseName,
                Sharing.LOCAL,
                Schema.STEPS);
    }

    static CaseStore open(
            URI server,
            String password,
            DriverTrouble trouble,
            String caseName,
            Sharing sharing,
            List<Schema.Step> steps) {
        Driver driver;
        try {
            driver = GraphDatabase.driver(server, AuthTokens.basic(trouble.user(), password), config(sharing));
        } catch (Neo4jException e) {
            throw trouble.explain("be connected to", e);
        } catch (IllegalArgumentException e) {
            throw new StoreException("the store " + trouble.store() + " cannot be connected to: " + e.getMessage(), e);
        }
        try {
            return Neo4jCaseStore.open(new Database(driver, trouble.database(), trouble), caseName, sharing, steps);
        } catch (RuntimeException | Error e) {
            driver.close();
            throw e;
        }
    }

    /** A network may recover; an embedded store that does not answer has failed, and its user is waiting. */
    private static long retrySeconds(Sharing sharing) {
        return switch (sharing) {
            case SHARED -> 15;
            case LOCAL -> 1;
        };
    }

    /**
     * Nothing is logged: what goes wrong is told by exceptions, and the driver puts every message in words for the
     * system's logger even where that is off, which takes a tenth of an import.
     */
    @SuppressWarnings("deprecation") // there is no other way to keep the driver from it
    private static Config config(Sharing sharing) {
        return Config.builder()
                // What goes wrong is told by exceptions; and the system's logger, even when off, has every message put
                // in
                // words first, which takes a tenth of an import.
                .withLogging(Logging.none())
                .withUserAgent("Manumit")
                .withTelemetryDisabled(true)
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .withEventLoopThreads(2)
                .withMaxConnectionPoolSize(10)
                .withConnectionTimeout(10, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(20, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(retrySeconds(sharing), TimeUnit.SECONDS)
                .build();
    }
}
