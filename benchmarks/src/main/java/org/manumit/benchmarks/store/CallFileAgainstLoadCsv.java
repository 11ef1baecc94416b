package org.manumit.benchmarks.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manumit.app.localstore.CaseFolder;
import org.manumit.app.localstore.LocalStore;
import org.manumit.app.main.Wiring;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.neo4j.StoreConnector;
import org.manumit.importers.spi.ImportOptions;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * An operator's file of call records into the embedded store: as the program imports it, from the hash of the file to the
 * last line of the log, and as {@code LOAD CSV} takes its columns, a relationship per call between numbers that are there
 * and indexed. One after the other in one process, so that both met the same machine; a small file of each goes before.
 *
 * <p>Arguments: how many records (1,000,000), between how many pairs of numbers (20,000).
 */
public final class CallFileAgainstLoadCsv {

    private static final int NUMBERS = 10_000;
    private static final int ANTENNAS = 800;
    private static final int WARM_UP = 20_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CallFileAgainstLoadCsv() {}

    public static void main(String[] arguments) throws IOException {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path folder = Files.createTempDirectory("manumit-benchmark");
        try {
            measure(folder, records, pairs);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        System.exit(0);
    }

    private static void measure(Path folder, int records, int pairs) throws IOException {
        Path store = folder.resolve("case");
        try (LocalStore local = LocalStore.open(new CaseFolder(store), LocalStore.IfAbsent.CREATE);
                CaseStore cases = StoreConnector.local(
                        local.address(), LocalStore.USER, local.secret(), LocalStore.DATABASE, "benchmark")) {
            // LOAD CSV reads only what lies in the store's folder.
            Path small = write(store.resolve("store").resolve("small.csv"), WARM_UP, pairs, 1);
            Path large = write(store.resolve("store").resolve("large.csv"), records, pairs, 2);
            CaseImporter importer = new CaseImporter(
                    new OpenedCase(cases, Optional.of(store)),
                    new Wiring().importers(),
                    Clock.systemUTC(),
                    "benchmark");
            imported(importer, small);
            long before = bytes(store.resolve("store").resolve("data"));
            double ours = imported(importer, large);
            long after = bytes(store.resolve("store").resolve("data"));
            System.out.printf(
                    Locale.ROOT,
                    "import            %8.2f s %,12.0f records/s, %.0f bytes a record in the store, %d MB of heap%n",
                    ours,
                    records / ours,
                    (after - before) / (double) records,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            try (Driver driver =
                    GraphDatabase.driver(local.address(), AuthTokens.basic(LocalStore.USER, local.secret()))) {
                numbers(driver);
                loadCsv(driver, small);
                double theirs = loadCsv(driver, large);
                System.out.printf(
                        Locale.ROOT,
                        "LOAD CSV          %8.2f s %,12.0f records/s; import is %.1f times as fast%n",
                        theirs,
                        records / theirs,
                        theirs / ours);
            }
        }
    }

    private static double imported(CaseImporter importer, Path file) {
        ImportRequest request = new ImportRequest(
                Optional.empty(),
                ImportOptions.NONE.withZone(ZoneId.of("Europe/Bucharest")).withCountry("RO"),
                ImportRequest.OnRejects.KEEP_GOOD_ROWS,
                ImportRequest.Effect.COMMIT);
        long begin = System.nanoTime();
        ImportReport report = importer.importFile(file, request, Progress.NONE, Cancellation.NEVER);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (report.rowsAccepted() != report.rowsRead()) {
            throw new IllegalStateException(report.rowsRejected() + " rows rejected");
        }
        return seconds;
    }

    private static void numbers(Driver driver) {
        try (var session = driver.session()) {
            session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:Number) REQUIRE n.id IS UNIQUE")
                    .consume();
            List<String> numbers = IntStream.range(0, NUMBERS)
                    .mapToObj(CallFileAgainstLoadCsv::number)
                    .toList();
            session.run("UNWIND $numbers AS id CREATE (:Number {id: id})", Map.of("numbers", numbers))
                    .consume();
        }
    }

    private static double loadCsv(Driver driver, Path file) {
        long begin = System.nanoTime();
        try (var session = driver.session()) {
            session.run("LOAD CSV WITH HEADERS FROM '" + file.toUri() + "' AS row FIELDTERMINATOR ';' "
                            + "CALL (row) { MATCH (a:Number {id: row.`Calling number`}) "
                            + "MATCH (b:Number {id: row.`Called number`}) "
                            + "CREATE (a)-[:CALL {record: toInteger(row.`Record No`), date: row.Date, time: row.Time, "
                            + "duration: toInteger(row.`Duration (s)`), kind: row.Type, cell: row.`Cell ID`, "
                            + "imei: row.IMEI}]->(b) } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String number(int which) {
        return "+40722" + String.format(Locale.ROOT, "%06d", 100_000 + which);
    }

    private static Path write(Path file, int records, int pairs, int seed) throws IOException {
        Random random = new Random(seed);
        int[] from = random.ints(pairs, 0, NUMBERS).toArray();
        int[] to = random.ints(pairs, 0, NUMBERS).toArray();
        Instant first = FIRST.toInstant(ZoneOffset.UTC);
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("Record No;Calling number;Called number;Date;Time;Duration (s);Type;Cell ID;IMEI\n");
            for (int i = 0; i < records; i++) {
                int pair = random.nextInt(pairs);
                LocalDateTime start =
                        LocalDateTime.ofInstant(first.plusSeconds(random.nextInt(180 * 86_400)), ZoneOffset.UTC);
                csv.write((seed * 10_000_000 + i) + ";" + number(from[pair]) + ";" + number(to[pair]) + ";"
                        + DAY.format(start) + ";" + TIME.format(start) + ";" + random.nextInt(600) + ";"
                        + (random.nextInt(4) == 0 ? "SMS" : "VOICE") + ";226-10-1001-"
                        + (10_000 + (from[pair] + random.nextInt(4)) % ANTENNAS) + ";35"
                        + (1_000_000_000_000L + from[pair] * 7L) + "\n");
            }
        }
        return file;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(p -> p.toFile().length())
                    .sum();
        }
    }
}
