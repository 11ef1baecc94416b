package org.manumit.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.app.export.AnalysisJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.query.CaseExtract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code manumit analyse}. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Says who plays which role, what kind of network it is, whose loss would hurt it, and why.")
final class AnalyseCommand extends PeriodCommand implements Callable<Integer> {

    @Option(names = "--network", paramLabel = "NAME", description = "Only the network of this name.")
    @Nullable
    String network;

    AnalyseCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        CaseGraph graph;
        CaseAnalysis analysis;
        interruption().begin();
        try (ProgressBar bar = new ProgressBar(terminal(), "analyse")) {
            graph = load(bar);
            analysis = chosen(workplace().analyse(graph, span.period(), bar, interruption()));
        }
        if (json == null) {
            new AnalysisSummary(CaseExtract.within(graph, span.period()))
                    .print(analysis, terminal().out());
        } else {
            JsonTarget.write(json, terminal(), out -> new AnalysisJson(graph).write(analysis, out));
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
