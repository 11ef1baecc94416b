package org.manumit.benchmarks.measures;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.manumit.examples.CaseSpec;
import org.manumit.examples.NetworkModel;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseExtract;

/**
 * Takes more and more of the evidence out of generated cases of each class and asks what class the network has: how often
 * an answer is given, how often it is right, and whether support means what it says. Once rows of the case file, calls
 * and transfers are withheld at random, each for itself; once everything that names some of the people and groups, as when
 * leads were not followed. Argument: how many cases of each class.
 */
public final class EvidenceRemoval {

    private static final int STEPS = 10;
    private static final int BINS = 5;

    private final PrintStream out;
    private final int[] asked = new int[STEPS];
    private final int[] answered = new int[STEPS];
    private final int[] right = new int[STEPS];
    private final int[] inBin = new int[BINS];
    private final int[] rightInBin = new int[BINS];
    private final double[] supportInBin = new double[BINS];

    private final Withheld withheld;

    /** What is withheld. */
    private enum Withheld {
        ROWS("Rows, calls and transfers withheld at random:"),
        PEOPLE("Everything withheld that names some of the people and groups, victims included:");

        private final String title;

        Withheld(String title) {
            this.title = title;
        }
    }

    private EvidenceRemoval(PrintStream out, Withheld withheld) {
        this.out = out;
        this.withheld = withheld;
    }

    public static void main(String[] args) throws IOException {
        for (Withheld withheld : Withheld.values()) {
            new EvidenceRemoval(System.out, withheld).run(args.length > 0 ? Integer.parseInt(args[0]) : 6);
        }
    }

    private void run(int cases) throws IOException {
        for (NetworkModel model : NetworkModel.values()) {
            for (int seed = 1; seed <= cases; seed++) {
                CaseSpec spec = new CaseSpec(
                        "Removal",
                        model,
                        seed,
                        LocalDate.of(2025, 1, 6),
                        16 + seed,
                        model == NetworkModel.ENTREPRENEURIAL ? 1 : 2 + seed % 3,
                        3 + seed % 4,
                        120,
                        2_500,
                        false,
                        true);
                CaseGraph whole = CaseGraph.of(spec.name(), GeneratedCase.read(spec));
                for (int step = 0; step < STEPS; step++) {
                    ask(whole, model, step, seed * 100L + step);
                }
            }
        }
        tell();
    }

    private void ask(CaseGraph whole, NetworkModel truth, int step, long seed) {
        Random random = new Random(seed);
        double kept = 1 - (double) step / STEPS;
        Set<EntityId> unknown = new HashSet<>();
        whole.entities().stream()
                .filter(e -> e.kind().isActor() && random.nextDouble() >= kept)
                .forEach(e -> unknown.add(e.id()));
        CaseGraph left =
                switch (withheld) {
                    case ROWS ->
                        CaseExtract.of(
                                        whole,
                                        claim -> random.nextDouble() < kept,
                                        call -> random.nextDouble() < kept,
                                        transfer -> random.nextDouble() < kept)
                                .graph();
                    case PEOPLE ->
                        CaseExtract.of(
                                        whole,
                                        claim -> claim.participants().stream()
                                                .noneMatch(p -> unknown.contains(p.entity())),
                                        call -> true,
                                        transfer -> true)
                                .graph();
                };
        Optional<CaseAnalysis.Network> network = new CaseAnalyser()
                        .analyse(
                                left,
                                new AnalysisParameters(
                                        Optional.empty(), Period.UNKNOWN, AnalysisParameters.Stability.SKIP),
                                Progress.NONE,
                                Cancellation.NEVER)
                        .networks()
                        .stream()
                        .max(Comparator.comparingInt(n -> n.members().size()));
        asked[step]++;
        if (network.isEmpty()) {
            return;
        }
        NetworkClass answer = network.get().networkClass().answer();
        boolean correct = answer.name().equals(truth.name());
        if (answer == NetworkClass.INSUFFICIENT) {
            return;
        }
        answered[step]++;
        right[step] += correct ? 1 : 0;
        double support = network.get().networkClass().support().entrySet().stream()
                .filter(e -> e.getKey() == answer)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        int bin = Math.clamp((int) ((support - 0.5) * 2 * BINS), 0, BINS - 1);
        inBin[bin]++;
        rightInBin[bin] += correct ? 1 : 0;
        supportInBin[bin] += support;
    }

    private void tell() {
        out.println(withheld.title);
        out.println();
        out.println("| evidence removed | cases | class given | right of those given | wrong of all |");
        out.println("|---|---|---|---|---|");
        for (int step = 0; step < STEPS; step++) {
            out.printf(
                    Locale.ROOT,
                    "| %d %% | %d | %.0f %% | %s | %.0f %% |%n",
                    step * 10,
                    asked[step],
                    100.0 * answered[step] / asked[step],
                    answered[step] == 0 ? "–" : Math.round(100.0 * right[step] / answered[step]) + " %",
                    100.0 * (answered[step] - right[step]) / asked[step]);
        }
        out.println();
        out.println("| support | verdicts | mean support | right |");
        out.println("|---|---|---|---|");
        List<String> rows = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %.1f to %.1f | %d | %s | %s |",
                    0.5 + bin * 0.5 / BINS,
                    0.5 + (bin + 1) * 0.5 / BINS,
                    inBin[bin],
                    inBin[bin] == 0 ? "–" : String.format(Locale.ROOT, "%.2f", supportInBin[bin] / inBin[bin]),
                    inBin[bin] == 0 ? "–" : String.format(Locale.ROOT, "%.2f", (double) rightInBin[bin] / inBin[bin])));
        }
        rows.forEach(out::println);
        out.println();
    }
}
