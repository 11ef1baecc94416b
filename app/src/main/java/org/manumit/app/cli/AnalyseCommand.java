package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.app.export.AnalysisJson;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.query.CaseExtract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code manumit analyse}. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Says who plays which role, what kind of network it is, whose loss would hurt it, and why.")
final class AnalyseCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Option(names = "--network", paramLabel = "NAME", description = "Only the network of this name.")
    @Nullable
    String network;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only what held or happened from this date on: 2024, 2024-03 or 2024-03-05.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only what held or happened up to and with this date.")
    @Nullable
    String to;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the whole analysis as JSON; - is standard output.")
    @Nullable
    Path json;

    AnalyseCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        DateSpan span = DateSpan.parse(spec.commandLine(), from, to);
        CaseGraph graph;
        CaseAnalysis analysis;
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "analyse")) {
            try (OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
                graph = opened.store().load(bar, interruption);
            }
            analysis = chosen(workplace.analyse(graph, span.period(), bar, interruption));
        }
        if (json == null) {
            new AnalysisSummary(CaseExtract.within(graph, span.period())).print(analysis, terminal.out());
        } else {
            JsonTarget.write(json, terminal, out -> new AnalysisJson(graph).write(analysis, out));
        }
        return CommandLineProgram.DONE;
    }

    private CaseAnalysis chosen(CaseAnalysis all) {
        if (network == null) {
            return all;
        }
        List<CaseAnalysis.Network> named = all.networks().stream()
                .filter(n -> n.name().equalsIgnoreCase(network))
                .toList();
        if (named.isEmpty()) {
            throw new CommandFailure("no network is called " + network + "; the networks are "
                    + (all.networks().isEmpty()
                            ? "none"
                            : all.networks().stream()
                                    .map(CaseAnalysis.Network::name)
                                    .collect(Collectors.joining(", "))));
        }
        return new CaseAnalysis(
                all.caseName(),
                named,
                all.calls(),
                all.moneyFindings(),
                all.profits(),
                all.centrality(),
                all.betweenness());
    }
}
