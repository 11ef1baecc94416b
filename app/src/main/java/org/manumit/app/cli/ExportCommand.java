package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.export.CaseExporter;
import org.manumit.app.export.CaseExporter.Format;
import org.manumit.app.release.VictimNames;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code manumit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the graph, its tables or its chart for other programs, in the format the file's name ends with:",
            ".graphml .gexf (graph), .csv .xlsx (tables), .png .svg (chart). Victims are called by pseudonyms."
        })
final class ExportCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = "The case: a folder, or neo4j://USER@HOST:PORT/DATABASE.")
    @SuppressWarnings("NullAway.Init") // required
    String caseWord;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // required
    Path out;

    @Option(
            names = "--name-victims",
            description = "Give victims' names. The file must then not leave the originating agency.")
    boolean nameVictims;

    ExportCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Format format = Format.of(out)
                .orElseThrow(() -> new CommandFailure(
                        out + ": this ending is not served; name a file that ends with one of " + Format.endings()));
        VictimNames names = nameVictims ? VictimNames.NAMES : VictimNames.PSEUDONYMS;
        try (Interruption interruption = new Interruption();
                ProgressBar bar = new ProgressBar(terminal, "export");
                OpenedCase opened = workplace.open(caseWord, Workplace.OpenFor.READING, bar, interruption)) {
            CaseGraph graph = opened.store().load(bar, interruption);
            CaseAnalysis analysis = workplace.analyse(graph, bar, interruption);
            new CaseExporter(workplace.charts()).write(graph, analysis, names, format, out);
            opened.folder().ifPresent(folder -> new AuditLog(folder, workplace.clock(), workplace.user())
                    .record(
                            Decision.EXPORT,
                            Map.of("file", String.valueOf(out.getFileName()), "victims", names.name())));
        }
        return CommandLineProgram.DONE;
    }
}
