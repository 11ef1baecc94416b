package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.manumit.app.brief.BriefWriter;
import org.manumit.app.export.AnalysisJson;
import org.manumit.app.export.CaseExporter;
import org.manumit.app.export.OutputFile;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.criticality.CriticalElement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code manumit demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Imports the example case, analyses it, writes its analysis, brief and chart, prints the verdicts, and opens the "
                    + "workstation on it.",
            "The case is invented."
        })
final class DemoCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "manumit-demo",
            description = "Where to put it (default: ${DEFAULT-VALUE}). A case of an earlier demo there is replaced.")
    @SuppressWarnings("NullAway.Init") // has a default
    Path out;

    @Option(names = "--no-window", description = "Do not open the workstation.")
    boolean noWindow;

    DemoCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Path caseFolder;
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "demo")) {
            DemoCase demo = new DemoCase(workplace);
            caseFolder = demo.make(out, bar, interruption);
            CaseGraph graph;
            try (OpenedCase opened =
                    workplace.open(caseFolder.toString(), Workplace.OpenFor.READING, bar, interruption)) {
                graph = opened.store().load(bar, interruption);
            }
            CaseAnalysis analysis = workplace.analyse(graph, bar, interruption);
            OutputFile.write(out.resolve("analysis.json"), to -> new AnalysisJson(graph).write(analysis, to));
            new BriefWriter(
                            (part, progress, cancellation) ->
                                    part.equals(graph) ? analysis : workplace.analyse(part, progress, cancellation),
                            workplace.charts(),
                            workplace.clock(),
                            workplace.user(),
                            workplace.version())
                    .write(graph, ReleaseOptions.USUAL, out.resolve("brief.docx"), bar, interruption);
            new CaseExporter(workplace.charts(), workplace.clock(), workplace.version())
                    .write(
                            Release.of(graph, Optional.empty()),
                            analysis,
                            ReleaseOptions.USUAL,
                            CaseExporter.Format.PNG,
                            out.resolve("chart.png"),
                            bar,
                            interruption);
            bar.clear();
            long rows = demo.reports().stream()
                    .mapToLong(ImportReport::rowsAccepted)
                    .sum();
            long rejected = demo.reports().stream()
                    .mapToLong(ImportReport::rowsRejected)
                    .sum();
            terminal.print(String.format(
                    Locale.ROOT,
                    "Operation Lantern (invented): %d files, %,d rows imported, %,d rejected",
                    demo.reports().size(),
                    rows,
                    rejected));
            analysis.networks().forEach(this::print);
            terminal.print("Written: " + out.resolve("analysis.json") + ", " + out.resolve("brief.docx") + ", "
                    + out.resolve("chart.png"));
            terminal.flush();
        }
        interruption.end();
        if (noWindow) {
            return CommandLineProgram.DONE;
        }
        Optional<String> missing = workplace.whyNoWindow();
        if (missing.isPresent()) {
            terminal.tell("The workstation was not opened: " + missing.get());
            return CommandLineProgram.DONE;
        }
        workplace.openWindow(Optional.of(caseFolder.toString()));
        return CommandLineProgram.DONE;
    }

    private void print(CaseAnalysis.Network network) {
        String critical = network.critical().stream()
                .sorted(Comparator.comparingDouble(CriticalElement::criticality).reversed())
                .map(CriticalElement::label)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        terminal.print("  " + network.name() + " (" + network.members().size() + " members): "
                + word(network.networkClass().answer()) + ", shape "
                + word(network.shape().answer())
                + (critical.isEmpty() ? "" : "; most critical: " + critical));
    }

    private static String word(Enum<?> answer) {
        return answer.name().equals("INSUFFICIENT")
                ? "insufficient evidence"
                : answer.name().toLowerCase(Locale.ROOT);
    }
}
