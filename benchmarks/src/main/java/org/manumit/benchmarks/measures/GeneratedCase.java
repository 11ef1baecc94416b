package org.manumit.benchmarks.measures;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.manumit.examples.CaseGenerator;
import org.manumit.examples.CaseSpec;
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
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.transfers.TransfersImporter;

/** Cases of the generator read as the program reads them, with as much ordinary traffic around them as is asked for. */
final class GeneratedCase {

    private static final ImporterCatalog IMPORTERS =
            new ImporterCatalog(List.of(new CaseWorkbookImporter(), new CallsImporter(), new TransfersImporter()));

    private static final long START = 1_736_121_600L;
    private static final int DAYS = 266;

    private GeneratedCase() {}

    /**
     * A generated case among ordinary traffic.
     *
     * @param calls how many call records in all
     * @param numbers how many numbers of people who have nothing to do with it call each other
     * @param transfers how many transfers in all
     */
    static CaseGraph of(CaseSpec spec, int calls, int numbers, int transfers) throws IOException {
        List<CaseAddition> additions = new ArrayList<>(read(spec));
        CaseGraph network = CaseGraph.of(spec.name(), additions);
        additions.add(ordinary(
                network,
                Math.max(0, calls - network.calls().size()),
                numbers,
                Math.max(0, transfers - network.transfers().size()),
                spec.seed()));
        return CaseGraph.of(spec.name(), additions);
    }

    /** The files of a generated case, read. */
    static List<CaseAddition> read(CaseSpec spec) throws IOException {
        Path folder = Files.createTempDirectory("generated-case");
        try {
            List<CaseAddition> additions = new ArrayList<>();
            for (Path path : CaseGenerator.generate(spec, folder)) {
                SourceFile file = SourceFile.of(path);
                try {
                    additions.add(IMPORTERS
                            .choose(file, Optional.empty(), ImportOptions.NONE)
                            .read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER)
                            .toAddition(Instant.EPOCH, "measurement"));
                } catch (ImportException e) {
                    // a small case leaves some of its files without rows
                    System.err.println(e.getMessage());
                }
            }
            return additions;
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** People with circles of their own, some of whom also know the people of the case, and accounts that pay each other. */
    private static CaseAddition ordinary(CaseGraph network, int calls, int numbers, int transfers, long seed) {
        Random random = new Random(seed);
        SourceId source = new SourceId("a".repeat(64));
        List<Entity> entities = new ArrayList<>();
        for (int n = 0; n < numbers; n++) {
            entities.add(entity(EntityKind.PHONE, "+40" + (700_000_000 + n)));
        }
        int cells = entities.size();
        for (int c = 0; c < 400; c++) {
            entities.add(entity(EntityKind.CELL_SITE, "cell-" + c));
        }
        int handsets = entities.size();
        for (int h = 0; h < numbers; h++) {
            entities.add(entity(EntityKind.HANDSET, "35" + (1_000_000_000_000L + h)));
        }
        int known = entities.size();
        network.entities().stream()
                .filter(e -> e.kind() == EntityKind.PHONE)
                .limit(2_000)
                .forEach(entities::add);
        int last = entities.size();
        int[][] circles = new int[numbers][];
        for (int n = 0; n < numbers; n++) {
            circles[n] = random.ints(5 + random.nextInt(25), 0, numbers).toArray();
            if (n % 50 == 0 && last > known) {
                circles[n][0] = known + random.nextInt(last - known);
            }
        }
        CallTable.Builder table = new CallTable.Builder();
        for (int i = 0; i < calls; i++) {
            int from = random.nextInt(numbers);
            // some numbers are in use for a part of the time only
            int first = from % 7 == 0 ? from % 160 : 0;
            int days = from % 7 == 0 ? 80 : DAYS;
            double nearer = random.nextDouble() * random.nextDouble();
            int to = circles[from][(int) (circles[from].length * nearer)];
            int row = table.add(
                    from,
                    to,
                    random.nextInt(3) == 0 ? CallTable.Kind.MESSAGE : CallTable.Kind.CALL,
                    START + (long) ((first + random.nextDouble() * days) * 86_400),
                    random.nextInt(400),
                    source,
                    "",
                    i + 2);
            table.equipment(row, CallTable.Equipment.FROM_CELL, cells + (from + random.nextInt(5)) % 400);
            table.equipment(row, CallTable.Equipment.FROM_HANDSET, handsets + from);
        }
        int accounts = entities.size();
        int accountCount = Math.max(10, transfers / 10);
        for (int a = 0; a < accountCount; a++) {
            entities.add(entity(EntityKind.ACCOUNT, "RO00ORDI" + a));
        }
        TransferTable.Builder money = new TransferTable.Builder();
        for (int i = 0; i < transfers; i++) {
            money.add(
                    accounts + random.nextInt(accountCount),
                    accounts + (int) (accountCount * random.nextDouble() * random.nextDouble()),
                    BigDecimal.valueOf(100 + random.nextInt(200_000), 2),
                    "EUR",
                    START + random.nextInt(DAYS * 86_400),
                    TransferTable.TimeBasis.INSTANT,
                    source,
                    "",
                    i + 2);
        }
        return new CaseAddition(
                new Source(
                        source,
                        "ordinary.csv",
                        0,
                        "calls",
                        "",
                        "UTC",
                        "RO",
                        Instant.EPOCH,
                        "measurement",
                        calls,
                        calls,
                        0,
                        0,
                        Grades.NONE),
                entities,
                List.of(),
                table.build(),
                money.build(),
                List.of());
    }

    private static Entity entity(EntityKind kind, String key) {
        return new Entity(EntityId.of(kind, key), kind, key, Entity.Standing.DESCRIBED);
    }
}
