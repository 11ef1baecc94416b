package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.async.AsyncTransactionContext;
import org.neo4j.driver.async.ResultCursor;

/**
 * Writes one source in transactions of bounded size. The source stays invisible until the last of them. Each is numbered,
 * so that one whose outcome got lost on the way is not written twice.
 */
final class SourceWriter {

    /** Weight of a transaction: about the number of values it sets. */
    private static final int LARGEST_TRANSACTION = 200_000;

    /**
     * What a node with its links weighs: about the time of so many values, for it is looked up and indexed. A transaction
     * that is being committed cannot be ended, and whoever cancels waits for it.
     */
    private static final int NODE = 20;

    private static final String BETTER = "$ranks[row.standing] < $ranks[e.standing]";
    private static final Map<String, Object> RANKS = ranks();

    private final Database database;
    private final CaseAddition addition;
    private final String id;
    private final Place place;
    private final String token = UUID.randomUUID().toString();
    private final Progress progress;
    private final Cancellation cancellation;
    private final long total;
    private int number;
    private int batches;
    private long done;
    private Optional<Underway<?>> underway = Optional.empty();

    /** Where a source is written. */
    enum Place {
        ITS_OWN(""),
        /** Beside what the case has of the same file, to take its place when all is written. */
        BESIDE("~next");

        private final String suffix;

        Place(String suffix) {
            this.suffix = suffix;
        }

        /** The name under which something stands there. */
        String name(String id) {
            return id + suffix;
        }
    }

    SourceWriter(Database database, CaseAddition addition, Place place, Progress progress, Cancellation cancellation) {
        this.database = database;
        this.addition = addition;
        this.place = place;
        this.progress = progress;
        this.cancellation = cancellation;
        id = place.name(addition.source().id().sha256());
        total = (long) addition.entities().size()
                + addition.claims().size()
                + addition.calls().size()
                + addition.transfers().size();
        requireWhole(addition);
    }

    /** Lower is better: how well a source describes an entity. */
    static Map<String, Object> ranks() {
        Map<String, Object> ranks = new HashMap<>();
        for (Entity.Standing standing : Entity.Standing.values()) {
            ranks.put(standing.name(), standing.compareTo(Entity.Standing.DESCRIBED));
        }
        return Map.copyOf(ranks);
    }

    /** What stands in the store of a source before it is written. */
    enum Found {
        NOTHING,
        COMPLETE,
        /** Remains of an import or withdrawal that was cut short. */
        REMAINS,
        /** Somebody else is importing it. */
        BUSY
    }

    private static void requireWhole(CaseAddition addition) {
        SourceId source = addition.source().id();
        Set<EntityId> known = HashSet.newHashSet(addition.entities().size());
        for (Entity entity : addition.entities()) {
            if (!known.add(entity.id())) {
                throw new IllegalArgumentException("entity twice in an addition: " + entity.id());
            }
        }
        for (Claim claim : addition.claims()) {
            if (!claim.provenance().source().equals(source)) {
                throw new IllegalArgumentException("claim " + claim.id() + " stands in another source");
            }
            for (Participant participant : claim.participants()) {
                if (!known.contains(participant.entity())) {
                    throw new IllegalArgumentException(
                            "claim " + claim.id() + " is about " + participant.entity() + ", not in the addition");
                }
            }
        }
        if (addition.calls().sources().stream().anyMatch(s -> !s.equals(source))
                || addition.transfers().sources().stream().anyMatch(s -> !s.equals(source))) {
            throw new IllegalArgumentException("records of another source in the addition of " + source);
        }
    }

    /** Enters the source as being imported, when nothing of it is there. */
    Found begin(StaleAfter staleAfter) {
        return database.write("begin an import", tx -> {
            Record found = tx.run(
                            "MATCH (k:ManumitCase {key: 'case'}) SET k.touched = timestamp() WITH k "
                                    + "OPTIONAL MATCH (s:Source {id: $id}) "
                                    + "RETURN s.state AS state, s.token AS token, s.number AS number, "
                                    + "timestamp() - s.heartbeat AS silence",
                            Map.of("id", id))
                    .single();
            if (found.get("state").isNull()) {
                number = tx.run(
                                "MATCH (k:ManumitCase {key: 'case'}) SET k.sources = k.sources + 1 "
                                        + "CREATE (s:Source) SET s = $source, s.number = k.sources, "
                                        + "s.state = 'importing', s.token = $token, s.heartbeat = timestamp(), "
                                        + "s.batches = 0 RETURN s.number AS number",
                                Map.of("source", SourceRows.pack(addition.source(), id), "token", token))
                        .single()
                        .get("number")
                        .asInt();
                return Found.NOTHING;
            }
            if (found.get("state").asString().equals(State.COMPLETE)) {
                return Found.COMPLETE;
            }
            if (token.equals(found.get("token").asString(""))) {
                number = found.get("number").asInt();
                return Found.NOTHING;
            }
            return found.get("silence").asLong(Long.MAX_VALUE) >= staleAfter.millis() ? Found.REMAINS : Found.BUSY;
        });
    }

    /**
     * Writes everything and makes it visible. Nothing is under way when it returns or fails; when it is cancelled, a last
     * transaction may still be ending, which holds the source: whoever takes that out waits for it.
     */
    void write() {
        try {
            writeAll();
        } catch (RuntimeException | Error e) {
            endQuietly(e);
            throw e;
        }
    }

    private void awaitUnderway() {
        underway.ifPresent(batch -> batch.await(cancellation));
    }

    private void endQuietly(Throwable because) {
        boolean interrupted = because instanceof CancelledException && Thread.interrupted();
        try {
            if (because instanceof CancelledException && underway.isPresent()) {
                database.end("end the import", token);
            }
        } catch (StoreException e) {
            // Then it ends by itself, only later
            because.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (because instanceof CancelledException) {
            return;
        }
        try {
            underway.ifPresent(Underway::await);
        } catch (StoreException e) {
            // The import has failed already, and its caller is told of that
        }
    }

    private void writeAll() {
        List<Entity> entities = addition.entities();
        inBatches(
                "Names",
                entities.size(),
                NODE,
                i -> entityRow(i),
                "MATCH (s:Source {id: $id}) UNWIND $rows AS row MERGE (e:Entity {id: row.id}) "
                        + "ON CREATE SET e.label = row.label, e.standing = row.standing, e:$(row.kind) "
                        + "ON MATCH SET e.label = CASE WHEN " + BETTER + " THEN row.label ELSE e.label END, "
                        + "e.standing = CASE WHEN " + BETTER + " THEN row.standing ELSE e.standing END "
                        + "CREATE (s)-[:SPEAKS_OF "
                        + "{at: row.at, kind: row.kind, label: row.label, standing: row.standing}]->(e)");
        List<Claim> claims = addition.claims();
        inBatches(
                "Claims",
                claims.size(),
                NODE,
                this::claimRow,
                "MATCH (s:Source {id: $id}) UNWIND $rows AS row CREATE (c:Claim)-[:STATED_IN]->(s) SET c = row");
        List<Map<String, Object>> participants = participants(claims);
        inBatches(
                "Claims",
                participants.size(),
                NODE,
                participants::get,
                "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) MATCH (e:Entity {id: row.entity}) "
                        + "CREATE (c)-[r:$(row.part) {at: row.at, certainty: row.certainty}]->(e)");
        List<int[]> calls = CallBundles.grouped(addition.calls());
        inBatches(
                "Calls",
                calls.size(),
                i -> 10 + 4 * calls.get(i).length,
                i -> CallBundles.pack(addition.calls(), calls.get(i), entities, number),
                bundles("CALLED"));
        List<int[]> transfers = TransferBundles.grouped(addition.transfers());
        if (TransferBundles.lacksParty(addition.transfers())) {
            inBatches(
                    "Transfers",
                    1,
                    1,
                    i -> Map.of("id", TransferBundles.NOBODY),
                    "UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e:Nobody");
        }
        inBatches(
                "Transfers",
                transfers.size(),
                i -> 10 + 6 * transfers.get(i).length,
                i -> TransferBundles.pack(addition.transfers(), transfers.get(i), entities, number),
                bundles("PAID"));
        List<Map<String, Object>> issues = IssueRows.pack(addition.issues());
        inBatches(
                "Issues",
                issues.size(),
                6 * IssueRows.TO_A_NODE,
                issues::get,
                "MATCH (s:Source {id: $id}) UNWIND $rows AS row "
                        + "CREATE (i:ImportIssues)-[:NOTICED_IN]->(s) SET i = row");
        complete();
    }

    /**
     * Writes bundles with their properties named one by one. {@code SET r = row} would say nearly the same, but looks up
     * what the new relationship has already, and keeps every row of a batch until all are matched.
     */
    private static String bundles(String type) {
        return "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:" + type
                + "]->(b) SET r = row.bundle";
    }

    private Map<String, Object> entityRow(int i) {
        Entity entity = addition.entities().get(i);
        return Map.of(
                "id", entity.id().value(),
                "at", i,
                "kind", entity.kind().label(),
                "label", entity.label(),
                "standing", entity.standing().name());
    }

    private Map<String, Object> claimRow(int i) {
        Claim claim = addition.claims().get(i);
        return ClaimRows.pack(claim, place.name(claim.id().value()), i);
    }

    private List<Map<String, Object>> participants(List<Claim> claims) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Claim claim : claims) {
            int at = 0;
            for (Participant participant : claim.participants()) {
                rows.add(Map.of(
                        "claim", place.name(claim.id().value()),
                        "entity", participant.entity().value(),
                        "part", participant.part().name(),
                        "certainty", participant.certainty().name(),
                        "at", at++));
            }
        }
        return rows;
    }

    private void inBatches(String step, int size, int weight, IntFunction<Map<String, Object>> row, String statement) {
        inBatches(step, size, i -> weight, row, statement);
    }

    private void inBatches(
            String step, int size, IntUnaryOperator weight, IntFunction<Map<String, Object>> row, String statement) {
        int i = 0;
        while (i < size) {
            cancellation.check();
            List<Map<String, Object>> rows = new ArrayList<>();
            int weighs = 0;
            while (i < size && weighs < LARGEST_TRANSACTION) {
                weighs += weight.applyAsInt(i);
                rows.add(row.apply(i));
                i++;
            }
            batch(statement, rows);
            done += rows.size();
            progress.report(Math.min(done, total), total, step);
        }
        if (size > 0 && (step.equals("Calls") || step.equals("Transfers"))) {
            done += step.equals("Calls")
                    ? addition.calls().size() - size
                    : addition.transfers().size() - size;
        }
    }

    /** Hands a batch to the store. While it writes, the next one is prepared; it never has two of them. */
    private void batch(String statement, List<Map<String, Object>> rows) {
        int expected = batches++;
        Value parameters = Values.parameters("rows", rows, "id", id, "ranks", RANKS);
        awaitUnderway();
        underway = Optional.of(database.begin("take the import", token, tx -> mine(tx, expected)
                .thenCompose(before -> before == expected
                        ? tx.runAsync(statement, parameters).thenCompose(ResultCursor::consumeAsync)
                        : CompletableFuture.completedStage(null))));
    }

    /** Counts the batch and tells how many had been written before. */
    private CompletionStage<Integer> mine(AsyncTransactionContext tx, int expected) {
        return tx.runAsync(
                        "MATCH (s:Source {id: $id}) WHERE s.state = 'importing' AND s.token = $token "
                                + "WITH s, s.batches AS before SET s.batches = $after, s.heartbeat = timestamp() "
                                + "RETURN before",
                        Map.of("id", id, "token", token, "after", expected + 1))
                .thenCompose(ResultCursor::listAsync)
                .thenApply(found -> {
                    if (found.isEmpty()) {
                        throw takenBack();
                    }
                    return found.getFirst().get("before").asInt();
                });
    }

    private StoreException takenBack() {
        return new StoreException("the import of " + addition.source().fileName()
                + " was taken back by another program in the meantime; import it again");
    }

    private void complete() {
        awaitUnderway();
        underway = Optional.empty();
        cancellation.check();
        database.write("complete the import", tx -> {
            if (!done(tx)) {
                if (place == Place.BESIDE) {
                    makeRoom(tx);
                }
                boolean completed = tx.run(
                                        "MATCH (s:Source {id: $id}) WHERE s.state = 'importing' AND s.token = $token "
                                                + "SET s.id = $own, s.state = 'complete', s.entities = $entities, "
                                                + "s.claims = $claims, s.calls = $calls, s.transfers = $transfers, "
                                                + "s.issues = $issues "
                                                + "REMOVE s.token, s.heartbeat, s.batches RETURN s.number",
                                        Map.of(
                                                "id", id,
                                                "own", own(),
                                                "token", token,
                                                "entities", addition.entities().size(),
                                                "claims", addition.claims().size(),
                                                "calls", addition.calls().size(),
                                                "transfers",
                                                        addition.transfers().size(),
                                                "issues", addition.issues().size()))
                                .list()
                                .size()
                        == 1;
                if (!completed) {
                    throw takenBack();
                }
            }
            return number;
        });
        progress.report(total, total, "Done");
    }

    /** Whether it was completed before, and only the word of it got lost. */
    private boolean done(TransactionContext tx) {
        return !tx.run(
                        "MATCH (s:Source {id: $own}) WHERE s.state = 'complete' AND s.number = $number RETURN s.number",
                        Map.of("own", own(), "number", number))
                .list()
                .isEmpty();
    }

    private String own() {
        return addition.source().id().sha256();
    }

    /** The name of what was replaced, until it is taken out. */
    String replaced() {
        return own() + "~before";
    }

    /** Names are unique: what was there gives its names up, and what takes its place gets them. */
    private void makeRoom(TransactionContext tx) {
        Map<String, Object> names = Map.of("own", own(), "next", id, "replaced", replaced());
        boolean there = tx.run(
                                "MATCH (b:Source {id: $own}) WHERE b.state = 'complete' MATCH (s:Source {id: $next}) "
                                        + "SET s.place = coalesce(b.place, b.number), "
                                        + "b.id = $replaced, b.state = 'leaving', b.heartbeat = timestamp() "
                                        + "RETURN b.number",
                                names)
                        .list()
                        .size()
                == 1;
        if (!there) {
            throw new StoreException(addition.source().fileName() + " is not in the case any more; import it again");
        }
        tx.run("MATCH (:Source {id: $replaced})<-[:STATED_IN]-(c:Claim) SET c.id = c.id + '~before'", names)
                .consume();
        tx.run(
                        "MATCH (:Source {id: $next})<-[:STATED_IN]-(c:Claim) "
                                + "SET c.id = substring(c.id, 0, size(c.id) - $suffix)",
                        Map.of("next", id, "suffix", Place.BESIDE.suffix.length()))
                .consume();
    }
}
