package org.manumit.benchmarks.measures;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.analysis.calls.UnknownNumbers;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.money.MoneyAnalysis;
import org.manumit.graph.analysis.money.MoneyParameters;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;

/**
 * Times every analysis of ties, calls and money on one invented large case: a million calls between 10,000 numbers that
 * each have their circle, and 50,000 transfers. Run with {@code -Xmx2g} to see that it fits.
 */
public final class LargeCaseMeasurement {

    private static final long START = 1_704_067_200L;

    private final PrintStream out;

    private LargeCaseMeasurement(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        new LargeCaseMeasurement(System.out).run();
    }

    private void run() {
        CaseGraph graph = timed("invent the case", () -> invent(1_000_000, 10_000, 50_000));
        long start = System.nanoTime();
        Actors actors = timed("who stands behind what", () -> Actors.of(graph));
        Victims victims = timed("victims", () -> Victims.of(graph, actors));
        TieGraph ties =
                timed("ties", () -> TieGraph.of(graph, actors, TieOptions.ACTORS, Progress.NONE, Cancellation.NEVER));
        out.printf("  %,d nodes, %,d ties%n", ties.nodeCount(), ties.tieCount());
        out.println("  "
                + timed(
                                "measures",
                                () -> CentralityAnalysis.analyse(
                                        ties, CentralityParameters.USUAL, Progress.NONE, Cancellation.NEVER))
                        .betweenness()
                        .exactness());
        CallIndex index = timed("call index", () -> CallIndex.of(graph));
        found(timed(
                "successor numbers",
                () -> SuccessorNumbers.find(
                        index, victims, SuccessorParameters.USUAL, Progress.NONE, Cancellation.NEVER)));
        found(timed(
                "holders of victims' numbers",
                () -> ContactCoverages.find(index, actors, victims, Cancellation.NEVER)));
        found(timed(
                "unknown numbers",
                () -> UnknownNumbers.find(index, actors, victims, nobody -> false, 100, Cancellation.NEVER)));
        found(timed(
                "money",
                () -> MoneyAnalysis.analyse(
                        graph, actors, victims, MoneyParameters.USUAL, Progress.NONE, Cancellation.NEVER)));
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                "all of it %.1f s; heap in use %,d MB of %,d%n",
                (System.nanoTime() - start) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private void found(List<?> findings) {
        out.printf("  %,d findings%n", findings.size());
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        out.printf("%-28s %7.2f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static CaseGraph invent(int callCount, int numbers, int transferCount) {
        Random random = new Random(1);
        SourceId source = new SourceId("a".repeat(64));
        List<Entity> entities = new ArrayList<>();
        for (int n = 0; n < numbers; n++) {
            entities.add(entity(EntityKind.PHONE, "+40" + (700_000_000 + n)));
        }
        int accounts = 5_000;
        for (int a = 0; a < accounts; a++) {
            entities.add(entity(EntityKind.ACCOUNT, "RO" + a));
        }
        int[][] circles = new int[numbers][];
        for (int n = 0; n < numbers; n++) {
            circles[n] = random.ints(5 + random.nextInt(25), 0, numbers).toArray();
        }
        CallTable.Builder calls = new CallTable.Builder();
        for (int i = 0; i < callCount; i++) {
            int from = random.nextInt(numbers);
            // some numbers are in use for a part of the year only
            int first = from % 7 == 0 ? from % 200 : 0;
            int days = from % 7 == 0 ? 100 : 365;
            double nearer = random.nextDouble() * random.nextDouble();
            int to = circles[from][(int) (circles[from].length * nearer)];
            calls.add(
                    from,
                    to,
                    CallTable.Kind.CALL,
                    START + (long) ((first + random.nextDouble() * days) * 86_400),
                    random.nextInt(400),
                    source,
                    "",
                    i + 2);
        }
        TransferTable.Builder transfers = new TransferTable.Builder();
        for (int i = 0; i < transferCount; i++) {
            transfers.add(
                    numbers + random.nextInt(accounts),
                    numbers + (int) (accounts * random.nextDouble() * random.nextDouble()),
                    BigDecimal.valueOf(100 + random.nextInt(200_000), 2),
                    "EUR",
                    START + random.nextInt(365 * 86_400),
                    TransferTable.TimeBasis.INSTANT,
                    source,
                    "",
                    i + 2);
        }
        return CaseGraph.of("large", List.of(), entities, List.of(), calls.build(), transfers.build());
    }

    private static Entity entity(EntityKind kind, String key) {
        return new Entity(EntityId.of(kind, key), kind, key, Entity.Standing.DESCRIBED);
    }
}
