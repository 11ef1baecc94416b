package org.manumit.graph.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.CaseStore.Outcome;
import org.manumit.graph.store.CaseStore.Sharing;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** What the adapter promises, whatever Neo4j it speaks to. Every test begins with an empty database. */
abstract class CaseStoreContract {

    private static final String USER = "neo4j";
    private static final String NAME = "neo4j";

    private Driver raw;
    private CaseStore store;

    /** Where the Neo4j under test answers. */
    abstract URI server();

    /** The password of user neo4j. */
    abstract String password();

    /** As the program uses such a store. */
    abstract Sharing sharing();

    @BeforeEach
    void openAnEmptyCase() {
        raw = GraphDatabase.driver(server(), AuthTokens.basic(USER, password()));
        cypher("MATCH (n) DETACH DELETE n");
        store = open();
    }

    @AfterEach
    void close() {
        store.close();
        raw.close();
    }

    private CaseStore open() {
        return open(Schema.STEPS);
    }

    private CaseStore open(List<Schema.Step> steps) {
        return StoreConnector.open(
                server(), password(), new DriverTrouble("under test", USER, NAME), "A case", sharing(), steps);
    }

    private void reopen() {
        store.close();
        store = open();
    }

    private List<Record> cypher(String query) {
        try (var session = raw.session()) {
            return session.run(query).list();
        }
    }

    /** Everything in the database but what counts up, as text. */
    private List<String> rawContent() {
        List<String> lines = new ArrayList<>();
        cypher("MATCH (n) WHERE NOT n:ManumitCase RETURN labels(n) AS l, properties(n) AS p")
                .forEach(r ->
                        lines.add(r.get("l").asList() + " " + sorted(r.get("p").asMap())));
        cypher("MATCH (a)-[r]->(b) RETURN type(r) AS t, properties(r) AS p, a.id AS a, b.id AS b")
                .forEach(r -> lines.add(r.get("a") + " " + r.get("t") + " " + r.get("b") + " "
                        + sorted(r.get("p").asMap())));
        lines.sort(null);
        return lines;
    }

    private static String sorted(Map<String, Object> properties) {
        return new java.util.TreeMap<>(properties).toString();
    }

    private void commit(CaseAddition addition) {
        assertThat(store.commit(addition, Progress.NONE, Cancellation.NEVER)).isEqualTo(Outcome.COMMITTED);
    }

    private List<String> written() {
        return Samples.written(store.load(Progress.NONE, Cancellation.NEVER));
    }

    private static List<String> written(CaseAddition... additions) {
        return Samples.written(CaseGraph.of("A case", List.of(additions)));
    }

    @Test
    void givesBackExactlyWhatWasCommittedInTheOrderOfImport() {
        CaseAddition second = Samples.addition(2, 12_000);
        CaseAddition first = Samples.addition(1, 300);
        CaseAddition third = Samples.addition(4, 300);
        commit(second);
        commit(first);
        commit(third);
        assertThat(written()).isEqualTo(written(second, first, third));
        reopen();
        assertThat(written()).isEqualTo(written(second, first, third));
        assertThat(store.sources()).containsExactly(second.source(), first.source(), third.source());
        assertThat(store.issues(first.source().id())).isEqualTo(first.issues());
        assertThat(store.check(Progress.NONE)).isEmpty();
    }

    @Test
    void readsAnEmptyCase() {
        assertThat(written()).isEqualTo(written(new CaseAddition[0]));
        assertThat(store.sources()).isEmpty();
        assertThat(store.check(Progress.NONE)).isEmpty();
    }

    @Test
    void addsNothingWhenTheSameSourceComesAgain() {
        commit(Samples.addition(1, 100));
        List<String> before = rawContent();
        assertThat(store.commit(Samples.addition(1, 100), Progress.NONE, Cancellation.NEVER))
                .isEqualTo(Outcome.ALREADY_KNOWN);
        assertThat(rawContent()).isEqualTo(before);
    }

    @Test
    void takesOneImportBackExactly() {
        CaseAddition kept = Samples.addition(1, 200);
        commit(kept);
        List<String> before = rawContent();
        CaseAddition undone = Samples.addition(2, 12_000);
        commit(undone);
        CaseAddition later = Samples.addition(3, 50);
        commit(later);
        assertThat(store.withdraw(undone.source().id(), Progress.NONE)).isTrue();
        assertThat(written()).isEqualTo(written(kept, later));
        assertThat(store.check(Progress.NONE)).isEmpty();
        assertThat(store.withdraw(later.source().id(), Progress.NONE)).isTrue();
        assertThat(rawContent()).isEqualTo(before);
        assertThat(store.withdraw(undone.source().id(), Progress.NONE)).isFalse();
        commit(undone);
        assertThat(written()).isEqualTo(written(kept, undone));
    }

    @Test
    void leavesTheCaseAsItWasWhenAnImportIsCancelled() {
        commit(Samples.addition(1, 200));
        List<String> before = rawContent();
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress cancelsInTheMiddle = (done, total, step) -> cancelled.set(step.equals("Calls"));
        assertThatThrownBy(() -> store.commit(Samples.addition(2, 3000), cancelsInTheMiddle, cancelled::get))
                .isInstanceOf(CancelledException.class);
        assertThat(cancelled).isTrue();
        assertThat(written()).isEqualTo(written(Samples.addition(1, 200)));
        reopen();
        assertThat(rawContent()).isEqualTo(before);
    }

    @Test
    void takesOutWhatACancelledImportLeftBeforeTheNextOne() {
        commit(Samples.addition(1, 200));
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress cancelsInTheMiddle = (done, total, step) -> cancelled.set(step.equals("Calls"));
        assertThatThrownBy(() -> store.commit(Samples.addition(2, 3000), cancelsInTheMiddle, cancelled::get))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> store.commit(Samples.addition(3, 50), Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);

        commit(Samples.addition(3, 50));

        assertThat(written()).isEqualTo(written(Samples.addition(1, 200), Samples.addition(3, 50)));
        assertThat(store.check(Progress.NONE)).isEmpty();
        assertThat(store.commit(Samples.addition(2, 3000), Progress.NONE, Cancellation.NEVER))
                .isEqualTo(Outcome.COMMITTED);
        assertThat(store.check(Progress.NONE)).isEmpty();
    }

    /** A transaction that waits for what another program holds does not end by itself. */
    @Test
    @Timeout(60)
    void endsACancelledImportInTheMiddleOfATransaction() {
        commit(Samples.addition(1, 200));
        List<String> before = rawContent();
        AtomicInteger asked = new AtomicInteger();
        try (var session = raw.session();
                var other = session.beginTransaction()) {
            other.run("MATCH (e:Entity) SET e.held = true").consume();
            assertThatThrownBy(() ->
                            store.commit(Samples.addition(3, 200), Progress.NONE, () -> asked.incrementAndGet() > 10))
                    .isInstanceOf(CancelledException.class);
            other.rollback();
        }
        reopen();
        assertThat(rawContent()).isEqualTo(before);
        commit(Samples.addition(3, 200));
    }

    @Test
    void leavesTheCaseAsItWasWhenTheStoreRefusesAnImport() {
        commit(Samples.addition(1, 200));
        List<String> before = rawContent();
        CaseAddition good = Samples.addition(2, 100);
        List<Claim> twice =
                Stream.concat(good.claims().stream(), good.claims().stream()).toList();
        CaseAddition bad =
                new CaseAddition(good.source(), good.entities(), twice, good.calls(), good.transfers(), good.issues());
        assertThatThrownBy(() -> store.commit(bad, Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("\n");
        assertThat(rawContent()).isEqualTo(before);
    }

    @Test
    void showsReadersNothingOfAnImportThatIsNotComplete() {
        commit(Samples.addition(1, 100));
        List<String> before = written();
        List<Boolean> seen = new ArrayList<>();
        try (CaseStore reader = open()) {
            store.commit(
                    Samples.addition(2, 3000),
                    (done, total, step) -> {
                        if (!step.equals("Done")) {
                            seen.add(Samples.written(reader.load(Progress.NONE, Cancellation.NEVER))
                                    .equals(before));
                        }
                    },
                    Cancellation.NEVER);
        }
        assertThat(seen).hasSizeGreaterThan(3).containsOnly(true);
        assertThat(written()).isNotEqualTo(before);
    }

    @Test
    void putsAFileReadAnewInThePlaceOfWhatItSaidBefore() {
        CaseAddition first = Samples.addition(1, 300);
        CaseAddition readAnew = Samples.addition(2, 4000);
        CaseAddition last = Samples.addition(3, 50);
        commit(first);
        commit(Samples.addition(2, 500));
        commit(last);
        List<String> before = written();
        List<String> after = written(first, readAnew, last);
        List<String> seen = new ArrayList<>();
        try (CaseStore reader = open()) {
            store.replace(
                    readAnew,
                    (done, total, step) -> {
                        List<String> now = Samples.written(reader.load(Progress.NONE, Cancellation.NEVER));
                        seen.add(now.equals(before) ? "before" : now.equals(after) ? "after" : "neither");
                    },
                    Cancellation.NEVER);
        }
        assertThat(seen).contains("before", "after").doesNotContain("neither");
        reopen();
        assertThat(written()).isEqualTo(after);
        assertThat(store.sources()).containsExactly(first.source(), readAnew.source(), last.source());
        assertThat(store.issues(readAnew.source().id())).isEqualTo(readAnew.issues());
        assertThat(store.check(Progress.NONE)).isEmpty();
        store.replace(Samples.addition(2, 500), Progress.NONE, Cancellation.NEVER);
        assertThat(written()).isEqualTo(before);
        assertThat(store.withdraw(readAnew.source().id(), Progress.NONE)).isTrue();
        assertThat(written()).isEqualTo(written(first, last));
    }

    @Test
    void leavesTheCaseAsItWasWhenReadingAnewIsCancelled() {
        commit(Samples.addition(2, 500));
        List<String> before = rawContent();
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress cancelsInTheMiddle = (done, total, step) -> cancelled.set(step.equals("Calls"));
        assertThatThrownBy(() -> store.replace(Samples.addition(2, 3000), cancelsInTheMiddle, cancelled::get))
                .isInstanceOf(CancelledException.class);
        reopen();
        assertThat(rawContent()).isEqualTo(before);
        assertThatThrownBy(() -> store.replace(Samples.addition(5, 10), Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not in the case any more");
    }

    @Test
    void sweepsAwayWhatAReplacementLeftThatWasKilled() {
        commit(Samples.addition(2, 500));
        List<String> before = rawContent();
        for (String left : List.of("~before", "~next")) {
            commit(Samples.addition(4, 100));
            cypher("MATCH (s:Source {fileName: 'file 4.csv'})<-[:STATED_IN]-(c) SET c.id = c.id + '" + left + "'");
            cypher("MATCH (s:Source {fileName: 'file 4.csv'}) SET s.id = '"
                    + Samples.sourceId(2).sha256() + left + "', s.state = 'leaving', s.heartbeat = 0");
            if (left.equals("~before")) {
                reopen();
            } else {
                store.replace(Samples.addition(2, 500), Progress.NONE, Cancellation.NEVER);
            }
            assertThat(store.check(Progress.NONE)).isEmpty();
            assertThat(written()).isEqualTo(written(Samples.addition(2, 500)));
        }
        assertThat(rawContent()).hasSameSizeAs(before);
    }

    @Test
    void sweepsAwayWhatDiedHalfWayWhenTheCaseIsOpened() {
        commit(Samples.addition(1, 100));
        List<String> before = rawContent();
        commit(Samples.addition(2, 100));
        cypher(
                "MATCH (s:Source {fileName: 'file 2.csv'}) SET s.state = 'importing', s.heartbeat = 0, s.token = 'dead'");
        assertThat(store.check(Progress.NONE)).singleElement().asString().contains("file 2.csv was cut short");
        reopen();
        assertThat(rawContent()).isEqualTo(before);
    }

    @Test
    void importsAgainWhatDiedHalfWayWithoutBeingOpenedAnew() {
        CaseAddition addition = Samples.addition(2, 100);
        commit(addition);
        cypher("MATCH (s:Source) SET s.state = 'leaving', s.heartbeat = 0");
        commit(addition);
        assertThat(written()).isEqualTo(written(addition));
    }

    @Test
    void servesSeveralImportersAtOnce() throws Exception {
        List<CaseAddition> additions =
                Stream.of(1, 2, 3, 4).map(n -> Samples.addition(n, 500)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (CaseAddition addition : additions) {
                for (int twice = 0; twice < 2; twice++) {
                    outcomes.add(threads.submit(() -> store.commit(addition, Progress.NONE, Cancellation.NEVER)));
                }
            }
            int committed = 0;
            for (Future<Outcome> outcome : outcomes) {
                committed += outcome.get() == Outcome.COMMITTED ? 1 : 0;
            }
            assertThat(committed).isEqualTo(4);
        }
        assertThat(store.load(Progress.NONE, Cancellation.NEVER).calls().size()).isEqualTo(2000);
        assertThat(store.check(Progress.NONE)).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithADamagedStore() {
        commit(Samples.addition(1, 100));
        cypher("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 DETACH DELETE c");
        cypher("MATCH ()-[r:CALLED]->() WHERE size(r.at) > 5 WITH r LIMIT 1 SET r.row = [1]");
        assertThat(store.check(Progress.NONE))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("59 claims are held where 60 were imported"))
                .anySatisfy(line -> assertThat(line).contains("1 bundles of call records are damaged"));
    }

    @Test
    void canBeReadWithPlainCypher() {
        commit(Samples.addition(1, 400));
        assertThat(cypher(
                                "MATCH (:Entity)-[c:CALLED]->(:Entity) WHERE c.start IS NOT NULL UNWIND range(0, c.count - 1) AS i "
                                        + "WITH datetime({epochSeconds: c.start[i]}) AS time, c.row[i] AS row "
                                        + "WHERE time.year = 2023 RETURN count(*) AS n")
                        .getFirst()
                        .get("n")
                        .asInt())
                .isGreaterThan(300);
        assertThat(cypher("MATCH (:Entity)-[c:CALLED]->(:Entity) WHERE c.fromSimThroughout IS NOT NULL "
                        + "MATCH (:Source {number: c.source})-[:SPEAKS_OF {at: c.fromSimThroughout - 1}]->(sim) "
                        + "RETURN sim.id"))
                .isNotEmpty();
        assertThat(cypher(
                        "MATCH (:Entity)-[c:CALLED]->(:Entity) WHERE c.extraBeyondRow = 100 AND c.extraOf = 'Record=' "
                                + "RETURN c"))
                .isNotEmpty();
        assertThat(cypher("MATCH (p:Person)<-[:VICTIM]-(c:Claim)-[:STATED_IN]->(s:Source) RETURN s.fileName"))
                .isNotNull();
    }

    @Test
    void bringsAStoreOfVersionZeroUp() {
        store.close();
        cypher("MATCH (n) DETACH DELETE n");
        for (Record constraint : cypher("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'manumit' RETURN name")) {
            cypher("DROP CONSTRAINT " + constraint.get("name").asString());
        }
        for (Record index : cypher("SHOW INDEXES YIELD name WHERE name STARTS WITH 'manumit' RETURN name")) {
            cypher("DROP INDEX " + index.get("name").asString());
        }
        store = open();
        assertThat(cypher("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'manumit' RETURN name"))
                .hasSize(4);
        assertThat(cypher("MATCH (k:ManumitCase) RETURN k.schema")
                        .getFirst()
                        .get(0)
                        .asInt())
                .isEqualTo(Schema.STEPS.size());
        commit(Samples.addition(1, 10));
    }

    @Test
    void runsEachStepOfAMigrationOnceAndInOrder() {
        commit(Samples.addition(1, 10));
        store.close();
        List<String> ran = new ArrayList<>();
        List<Schema.Step> steps = new ArrayList<>(Schema.STEPS);
        steps.add(database -> ran.add("second"));
        steps.add(database -> {
            ran.add("third");
            if (ran.size() == 2) {
                throw new IllegalStateException("cut short");
            }
        });
        assertThatThrownBy(() -> open(steps)).hasMessage("cut short");
        store = open(steps);
        assertThat(ran).containsExactly("second", "third", "third");
        reopenWith(steps);
        assertThat(ran).hasSize(3);
        assertThat(written()).isEqualTo(written(Samples.addition(1, 10)));
    }

    private void reopenWith(List<Schema.Step> steps) {
        store.close();
        store = open(steps);
    }

    @Test
    void refusesAStoreOfANewerVersion() {
        cypher("MATCH (k:ManumitCase) SET k.schema = 99");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("made by a newer version of Manumit (schema 99");
    }

    @Test
    void refusesADatabaseThatHoldsSomethingElse() {
        cypher("MATCH (n) DETACH DELETE n");
        cypher("CREATE (:Film {title: 'Of somebody else'})");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds something else than a case");
    }
}
