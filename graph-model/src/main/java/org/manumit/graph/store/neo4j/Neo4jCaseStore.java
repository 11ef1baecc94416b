package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.StoreException;
import org.manumit.graph.store.neo4j.SourceWriter.Place;

/**
 * A case in a Neo4j database, embedded or on a server: see the package for what stands there. Safe for use from several
 * threads; those of this program that write wait for each other.
 */
public final class Neo4jCaseStore implements CaseStore {

    private static final int MOST_READS = 5;

    private final Database database;
    private final String caseName;
    private final Sharing sharing;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** Sources hidden when their import was cancelled, to be taken out before the next writing; under the lock. */
    private final Set<String> leftBehind = new LinkedHashSet<>();

    private Neo4jCaseStore(Database database, String caseName, Sharing sharing) {
        this.database = database;
        this.caseName = caseName;
        this.sharing = sharing;
    }

    /** Opens the case in a database: brings its schema up and sweeps away what died half-way. */
    static Neo4jCaseStore open(Database database, String caseName, Sharing sharing, List<Schema.Step> steps) {
        Objects.requireNonNull(caseName, "caseName");
        Schema.Before before = new Schema(database, steps).bringUp(caseName);
        Neo4jCaseStore store = new Neo4jCaseStore(database, caseName, sharing);
        if (before == Schema.Before.A_CASE) {
            store.sweep();
        }
        return store;
    }

    private void sweep() {
        List<String> remains = database.read("tell what was cut short", tx -> tx.run(
                        "MATCH (s:Source) WHERE s.state <> 'complete' AND timestamp() - s.heartbeat >= $stale "
                                + "RETURN s.id AS id",
                        Map.of("stale", StaleAfter.in(sharing).millis()))
                .list(r -> r.get("id").asString()));
        SourceRemover remover = new SourceRemover(database);
        remains.forEach(id -> remover.remove(id, Progress.NONE, Cancellation.NEVER));
    }

    private void clearUp(Progress progress, Cancellation cancellation) {
        SourceRemover remover = new SourceRemover(database);
        for (String id : List.copyOf(leftBehind)) {
            remover.remove(id, progress, cancellation);
            leftBehind.remove(id);
        }
    }

    @Override
    public String caseName() {
        return caseName;
    }

    @Override
    public Sharing sharing() {
        return sharing;
    }

    @Override
    public Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation) {
        writing.lock();
        try {
            clearUp(progress, cancellation);
            return write(
                    new SourceWriter(database, addition, Place.ITS_OWN, progress, cancellation),
                    addition,
                    Place.ITS_OWN,
                    progress,
                    cancellation);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void replace(CaseAddition addition, Progress progress, Cancellation cancellation) {
        writing.lock();
        try {
            clearUp(progress, cancellation);
            if (source(addition.source().id()).isEmpty()) {
                throw new StoreException(
                        addition.source().fileName() + " is not in the case any more; import it again");
            }
            SourceWriter writer = new SourceWriter(database, addition, Place.BESIDE, progress, cancellation);
            SourceRemover remover = new SourceRemover(database);
            // What an earlier replacement left when it was cut short has the names that this one needs
            remover.remove(writer.replaced(), progress, cancellation);
            write(writer, addition, Place.BESIDE, progress, cancellation);
            remover.remove(writer.replaced(), Progress.NONE, Cancellation.NEVER);
        } finally {
            writing.unlock();
        }
    }

    private Outcome write(
            SourceWriter writer, CaseAddition addition, Place place, Progress progress, Cancellation cancellation) {
        String id = place.name(addition.source().id().sha256());
        cancellation.check();
        SourceWriter.Found found = writer.begin(StaleAfter.in(sharing));
        if (found == SourceWriter.Found.REMAINS) {
            new SourceRemover(database).remove(id, progress, cancellation);
            found = writer.begin(StaleAfter.in(sharing));
        }
        return switch (found) {
            case COMPLETE -> Outcome.ALREADY_KNOWN;
            case BUSY, REMAINS ->
                throw new StoreException(addition.source().fileName()
                        + " is being imported or withdrawn by another program; wait for it and try again");
            case NOTHING -> {
                writeOrRemove(writer, id);
                yield Outcome.COMMITTED;
            }
        };
    }

    private void writeOrRemove(SourceWriter writer, String id) {
        try {
            writer.write();
        } catch (RuntimeException | Error e) {
            // Cancelling interrupts, and an interrupted thread cannot talk to the store
            boolean interrupted = Thread.interrupted();
            try {
                if (e instanceof CancelledException) {
                    // Whoever cancels does not wait until a million rows are taken out again
                    leftBehind.add(id);
                    if (sharing == Sharing.SHARED) {
                        new SourceRemover(database).abandon(id);
                    }
                } else {
                    new SourceRemover(database).remove(id, Progress.NONE, Cancellation.NEVER);
                }
            } catch (RuntimeException whileRemoving) {
                // Invisible anyhow, and swept away when the case is next opened
                e.addSuppressed(whileRemoving);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            throw e;
        }
    }

    @Override
    public boolean withdraw(SourceId source, Progress progress) {
        writing.lock();
        try {
            clearUp(progress, Cancellation.NEVER);
            SourceRemover remover = new SourceRemover(database);
            if (!remover.hide(source.sha256())) {
                return false;
            }
            remover.remove(source.sha256(), progress, Cancellation.NEVER);
            return true;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public CaseGraph load(Progress progress, Cancellation cancellation) {
        for (int i = 1; ; i++) {
            boolean last = i == MOST_READS;
            try {
                return database.read("be read", tx -> {
                    CaseReader reader = new CaseReader(tx, progress, cancellation);
                    CaseGraph graph = reader.read(caseName);
                    // The server does not freeze what a transaction sees: a source withdrawn meanwhile was half read
                    if (!reader.sources().keySet().containsAll(reader.numbers())) {
                        throw new Disturbed();
                    }
                    return graph;
                });
            } catch (Disturbed | IllegalStateException e) {
                if (last) {
                    throw new StoreException(
                            "the store " + database.trouble().store() + " could not be read: " + e.getMessage()
                                    + "; run 'manumit check' on the case",
                            e);
                }
            }
        }
    }

    private static final class Disturbed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Disturbed() {
            super("sources are being withdrawn all the time");
        }
    }

    @Override
    public List<Source> sources() {
        return database.read(
                "name its sources",
                tx -> List.copyOf(new CaseReader(tx, Progress.NONE, Cancellation.NEVER)
                        .sources()
                        .values()));
    }

    @Override
    public List<ImportIssue> issues(SourceId source) {
        return database.read("list the issues", tx -> {
            List<ImportIssue> issues = new ArrayList<>();
            Database.each(
                    tx,
                    "MATCH (s:Source {id: $id})<-[:NOTICED_IN]-(i:ImportIssues) WHERE s.state = 'complete' "
                            + "RETURN i ORDER BY i.at",
                    Map.of("id", source.sha256()),
                    record -> IssueRows.unpack(record.get("i"), issues));
            return List.copyOf(issues);
        });
    }

    @Override
    public List<String> check(Progress progress) {
        return database.read("be checked", tx -> new StoreCheck(tx).run(StaleAfter.in(sharing), progress));
    }

    @Override
    public void close() {
        database.driver().close();
    }
}
