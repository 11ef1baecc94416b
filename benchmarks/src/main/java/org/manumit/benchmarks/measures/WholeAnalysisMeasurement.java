package org.manumit.benchmarks.measures;

import java.io.IOException;
import java.time.LocalDate;
import org.manumit.examples.CaseSpec;
import org.manumit.examples.NetworkModel;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;

/**
 * Times the whole analysis, as {@code analyse} and the window run it, of a generated case among ordinary traffic: by
 * default a million calls, 10,000 numbers and 50,000 transfers around a hybrid network of twenty crews. Then cancels it
 * at several moments and says how long it took to stop. Run with {@code -Xmx2g} to see that it fits.
 */
public final class WholeAnalysisMeasurement {

    private WholeAnalysisMeasurement() {}

    /** Arguments: calls, numbers, transfers, crews. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int numbers = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int transfers = args.length > 2 ? Integer.parseInt(args[2]) : 50_000;
        int crews = args.length > 3 ? Integer.parseInt(args[3]) : 20;
        CaseSpec spec = new CaseSpec(
                "Large",
                NetworkModel.HYBRID,
                1,
                LocalDate.of(2025, 1, 6),
                38,
                crews,
                10,
                Math.max(100, numbers / 20),
                calls / 10,
                true,
                false);
        CaseGraph graph = GeneratedCase.of(spec, calls, numbers, transfers);
        System.out.printf(
                "%,d entities, %,d claims, %,d calls, %,d transfers%n",
                graph.entities().size(),
                graph.claims().size(),
                graph.calls().size(),
                graph.transfers().size());
        long start = System.nanoTime();
        CaseAnalysis analysis =
                new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, new Steps(start), Cancellation.NEVER);
        double whole = seconds(start);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "whole analysis %.1f s; heap in use %,d MB of %,d%n",
                whole, (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
        analysis.networks()
                .forEach(n -> System.out.printf(
                        "  %s: %,d members, %s, %s%n",
                        n.name(),
                        n.members().size(),
                        n.networkClass().answer(),
                        n.shape().answer()));
        System.out.printf(
                "  %,d successors, %,d money findings%n",
                analysis.successors().size(), analysis.moneyFindings().size());
        double slowest = 0;
        for (int at = 1; at <= 8; at++) {
            slowest = Math.max(slowest, cancelledAfter(graph, whole * at / 9));
        }
        System.out.printf("slowest to stop when cancelled %.2f s%n", slowest);
    }

    private static double cancelledAfter(CaseGraph graph, double seconds) throws InterruptedException {
        long[] asked = {Long.MAX_VALUE};
        long due = System.nanoTime() + (long) (seconds * 1e9);
        try {
            new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, Progress.NONE, () -> {
                long now = System.nanoTime();
                if (now >= due) {
                    asked[0] = now;
                    return true;
                }
                return false;
            });
            return 0;
        } catch (CancelledException e) {
            // between the moment and the next look at the flag, and from there until it had stopped
            double late = (System.nanoTime() - due) / 1e9;
            System.out.printf("  cancelled at %.1f s, stopped %.2f s later%n", seconds, late);
            return late;
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Says when each step began. */
    private record Steps(long start) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            System.out.printf("%7.1f s  %d of %d %s%n", seconds(start), done, total, message);
        }
    }
}
