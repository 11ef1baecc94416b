package org.manumit.benchmarks.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.manumit.app.localstore.CaseFolder;
import org.manumit.app.localstore.LocalStore;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.neo4j.StoreConnector;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Call records into the embedded store, as the program commits them and as {@code LOAD CSV} would take them, one after
 * the other in one process: what a ratio is worth is that both met the same machine.
 *
 * <p>Arguments: how many records (300,000), how many pairs of numbers (6,000).
 */
public final class CallImportAgainstLoadCsv {

    private static final long SOME_DAY = 1_700_000_000L;
    private static final int NUMBERS = 2_000;

    private CallImportAgainstLoadCsv() {}

    public static void main(String[] arguments) throws IOException {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6_000;
        Path folder = Files.createTempDirectory("manumit-benchmark");
        try {
            Instant stopping = measure(folder, calls(records, pairs));
            say("stop", stopping, 0);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        System.exit(0);
    }

    /** Measures, and returns when it began to stop the store. */
    private static Instant measure(Path folder, CallTable calls) throws IOException {
        Instant begin = Instant.now();
        try (LocalStore store = LocalStore.open(new CaseFolder(folder.resolve("case")), LocalStore.IfAbsent.CREATE)) {
            say("start of a new store", begin, 0);
            warmUp(store);
            commit(store, calls);
            if (Boolean.parseBoolean(System.getProperty("loadCsv", "true"))) {
                loadCsv(store, folder.resolve("case").resolve("store").resolve("calls.csv"), calls);
            }
            return Instant.now();
        }
    }

    private static void say(String what, Instant since, int records) {
        Duration took = Duration.between(since, Instant.now());
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.2f s%s%n",
                what,
                took.toMillis() / 1000.0,
                records == 0
                        ? ""
                        : String.format(Locale.ROOT, " %,12.0f records/s", records * 1000.0 / took.toMillis()));
    }

    private static CaseStore open(LocalStore store) {
        return StoreConnector.local(store.address(), LocalStore.USER, store.secret(), LocalStore.DATABASE, "benchmark");
    }

    private static void warmUp(LocalStore store) {
        try (CaseStore cases = open(store)) {
            CaseAddition small = addition("ab".repeat(32), calls(5_000, 500));
            cases.commit(small, Progress.NONE, Cancellation.NEVER);
            cases.load(Progress.NONE, Cancellation.NEVER);
            cases.withdraw(small.source().id(), Progress.NONE);
        }
    }

    private static void commit(LocalStore store, CallTable calls) {
        try (CaseStore cases = open(store)) {
            CaseAddition addition = addition(SOURCE, calls);
            Instant begin = Instant.now();
            cases.commit(addition, Progress.NONE, Cancellation.NEVER);
            say("commit", begin, calls.size());
            begin = Instant.now();
            CaseGraph graph = cases.load(Progress.NONE, Cancellation.NEVER);
            say("load", begin, graph.calls().size());
            begin = Instant.now();
            cases.withdraw(addition.source().id(), Progress.NONE);
            say("withdraw", begin, calls.size());
        }
    }

    private static void loadCsv(LocalStore store, Path file, CallTable calls) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("from,to,start,duration,row\n");
            for (int i = 0; i < calls.size(); i++) {
                csv.write(number(calls.from(i)) + "," + number(calls.to(i)) + "," + calls.start(i) + ","
                        + calls.duration(i) + "," + calls.row(i) + "\n");
            }
        }
        try (Driver driver = GraphDatabase.driver(store.address(), AuthTokens.basic(LocalStore.USER, store.secret()));
                var session = driver.session()) {
            session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:Number) REQUIRE n.id IS UNIQUE")
                    .consume();
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < NUMBERS; i++) {
                numbers.add(number(i));
            }
            session.run("UNWIND $numbers AS id CREATE (:Number {id: id})", Map.of("numbers", numbers))
                    .consume();
            Instant begin = Instant.now();
            session.run("LOAD CSV WITH HEADERS FROM '" + file.toUri() + "' AS row "
                            + "CALL (row) { MATCH (a:Number {id: row.from}) MATCH (b:Number {id: row.to}) "
                            + "CREATE (a)-[:CALL {start: toInteger(row.start), "
                            + "duration: toInteger(row.duration), row: toInteger(row.row)}]->(b) } "
                            + "IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
            say("LOAD CSV, a relationship per call", begin, calls.size());
        }
    }

    private static final String SOURCE = "cd".repeat(32);

    private static String number(int entity) {
        return "+4366" + (1_000_000 + entity);
    }

    private static CallTable calls(int records, int pairs) {
        Random random = new Random(7);
        int[] from = random.ints(pairs, 0, NUMBERS).toArray();
        int[] to = random.ints(pairs, 0, NUMBERS).toArray();
        SourceId source = new SourceId(records == 5_000 ? "ab".repeat(32) : SOURCE);
        CallTable.Builder calls = new CallTable.Builder();
        long time = SOME_DAY;
        for (int i = 0; i < records; i++) {
            int pair = random.nextInt(pairs);
            time += random.nextInt(60);
            calls.add(from[pair], to[pair], CallTable.Kind.CALL, time, random.nextInt(1800), source, "", i + 2);
        }
        return calls.build();
    }

    private static CaseAddition addition(String sha256, CallTable calls) {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            entities.add(new Entity(
                    EntityId.of(EntityKind.PHONE, number(i)), EntityKind.PHONE, number(i), Entity.Standing.DESCRIBED));
        }
        Source source = new Source(
                new SourceId(sha256),
                "calls.csv",
                0,
                "calls",
                "",
                "UTC",
                "AT",
                Instant.EPOCH,
                "benchmark",
                calls.size(),
                calls.size(),
                0,
                0,
                Grades.NONE);
        return new CaseAddition(source, entities, List.of(), calls, TransferTable.EMPTY, List.of());
    }
}
