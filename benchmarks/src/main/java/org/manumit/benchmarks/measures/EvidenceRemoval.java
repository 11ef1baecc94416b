package org.manumit.benchmarks.measures;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.examples.CaseSpec;
import org.manumit.examples.NetworkModel;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
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
 * leads were not followed, which truncates a network as policing does; once whole files of operators and banks, as when a
 * request was refused; and once rows name somebody else of the case by mistake. Argument: how many cases of each class.
 */
public final class EvidenceRemoval {

    private static final int STEPS = 10;
    private static final int BINS = 5;
    private static final int MOST_FILES = 6;

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
        ROWS("Rows, calls and transfers withheld at random:", "evidence removed", STEPS),
        PEOPLE(
                "Everything withheld that names some of the people and groups, victims included:",
                "people unknown",
                STEPS),
        FILES("Records of operators, banks and transfer agents missing, whichever:", "files missing", MOST_FILES + 1),
        MISTAKEN("Rows that name somebody else of the case by mistake:", "rows mistaken", 6);

        private final String title;
        private final String what;
        private final int steps;

        Withheld(String title, String what, int steps) {
            this.title = title;
            this.what = what;
            this.steps = steps;
        }

        private String amount(int step) {
            return switch (this) {
                case ROWS, PEOPLE, MISTAKEN -> step * 10 + " %";
                case FILES -> Integer.toString(step);
            };
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
                for (int step = 0; step < withheld.steps; step++) {
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
                    case FILES -> withoutFiles(whole, step, random);
                    case MISTAKEN -> mistaken(whole, 1 - kept, random);
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

    private static CaseGraph withoutFiles(CaseGraph whole, int missing, Random random) {
        CallTable calls = whole.callStatements();
        TransferTable transfers = whole.transferStatements();
        List<SourceId> files = Stream.concat(calls.sources().stream(), transfers.sources().stream())
                .distinct()
                .sorted(Comparator.comparing(SourceId::sha256))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(files, random);
        Set<SourceId> gone = new HashSet<>(files.subList(0, Math.min(missing, files.size())));
        return CaseExtract.of(
                        whole,
                        claim -> !gone.contains(claim.provenance().source()),
                        call -> !gone.contains(calls.source(call)),
                        transfer -> !gone.contains(transfers.source(transfer)))
                .graph();
    }

    /** Whoever wrote a row down took one of those it names for somebody else of the case. */
    private static CaseGraph mistaken(CaseGraph whole, double share, Random random) {
        List<EntityId> actors = whole.entities().stream()
                .filter(e -> e.kind().isActor())
                .map(Entity::id)
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : whole.claims()) {
            List<Claim.Participant> participants = new ArrayList<>(claim.participants());
            int which = participants.isEmpty() ? -1 : random.nextInt(participants.size());
            if (random.nextDouble() < share
                    && which >= 0
                    && actors.contains(participants.get(which).entity())) {
                Claim.Participant taken = participants.get(which);
                participants.set(
                        which,
                        new Claim.Participant(
                                taken.part(), actors.get(random.nextInt(actors.size())), taken.certainty()));
            }
            claims.add(new Claim(
                    claim.id(),
                    claim.type(),
                    participants,
                    claim.values(),
                    claim.when(),
                    claim.refersTo(),
                    claim.provenance(),
                    claim.grades()));
        }
        return CaseGraph.of(
                whole.name(),
                whole.sources(),
                whole.entities(),
                claims,
                whole.callStatements(),
                whole.transferStatements());
    }

    private void tell() {
        out.println(withheld.title);
        out.println();
        out.println("| " + withheld.what + " | cases | class given | right of those given | wrong of all |");
        out.println("|---|---|---|---|---|");
        for (int step = 0; step < withheld.steps; step++) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f %% | %s | %.0f %% |%n",
                    withheld.amount(step),
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
