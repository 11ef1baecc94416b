package org.manumit.graph.store.neo4j;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * One database, as the parts of the adapter use it: whole transactions, driver exceptions explained.
 *
 * @param driver the connection; not closed here
 * @param name the database
 * @param trouble explains what goes wrong
 */
record Database(Driver driver, String name, DriverTrouble trouble) {

    /** Rows of the largest kind are some hundred kilobytes, so few at a time keep memory small. */
    private static final int FETCH_SIZE = 500;

    private static final String MARK = "manumit";

    private Session session() {
        return driver.session(sessions());
    }

    private SessionConfig sessions() {
        return SessionConfig.builder()
                .withDatabase(name)
                .withFetchSize(FETCH_SIZE)
                .build();
    }

    /** A transaction that writes; it may run several times, so it must be idempotent or check what it finds. */
    <T> T write(String what, Function<TransactionContext, T> work) {
        try (Session session = session()) {
            return session.executeWrite(work::apply);
        } catch (Neo4jException e) {
            throw trouble.explain(what, e);
        }
    }

    /**
     * Begins a transaction that writes, and does not wait for its end; it may run several times, as {@link #write} does.
     *
     * @param mark what it can be ended by
     */
    <T> Underway<T> begin(String what, String mark, Function<AsyncTransactionContext, CompletionStage<T>> work) {
        AsyncSession session = driver.session(AsyncSession.class, sessions());
        CompletionStage<T> result = session.executeWriteAsync(
                work::apply,
                TransactionConfig.builder().withMetadata(Map.of(MARK, mark)).build());
        return new Underway<>(
                what,
                trouble,
                result.handle((value, failure) -> session.closeAsync())
                        .thenCompose(closed -> closed.handle((nothing, failure) -> result))
                        .thenCompose(ended -> ended)
                        .toCompletableFuture());
    }

    /** Ends what was begun under a mark, wherever it is in its work. */
    void end(String what, String mark) {
        try (Session session = session()) {
            session.run(
                            "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData." + MARK + " = $mark "
                                    + "TERMINATE TRANSACTIONS id YIELD message RETURN message",
                            Map.of("mark", mark))
                    .consume();
        } catch (Neo4jException e) {
            throw trouble.explain(what, e);
        }
    }

    /** A transaction that reads. */
    <T> T read(String what, Function<TransactionContext, T> work) {
        try (Session session = session()) {
            return session.executeRead(work::apply);
        } catch (Neo4jException e) {
            throw trouble.explain(what, e);
        }
    }

    /** A statement that the server wants in a transaction of its own: changes of the schema. */
    void alone(String what, String statement) {
        try (Session session = session()) {
            session.run(statement).consume();
        } catch (Neo4jException e) {
            throw trouble.explain(what, e);
        }
    }

    /** Each record of a query, as it arrives. */
    static void each(TransactionContext tx, String query, Map<String, Object> parameters, Consumer<Record> consumer) {
        tx.run(query, parameters).forEachRemaining(consumer);
    }
}
