package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.export.CaseExporter.Format;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.OpenedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code manumit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the graph, its tables or its chart for other programs.",
            "In the format that the file's name ends with:",
            ".graphml .gexf (graph), .anx (i2 chart), .ftm.json (FollowTheMoney), .csv .xlsx (tables),",
            ".png .svg .pdf (chart). Victims are called by pseudonyms."
        })
final class ExportCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // required
    Path out;

    @Option(
            names = "--name-victims",
            description = "Give victims' names. The file must then not leave the originating agency.")
    boolean nameVictims;

    @Option(names = "--exact", description = "Reckon betweenness exactly, however large the case.")
    boolean exact;

    @Mixin
    ReleaseArguments release = new ReleaseArguments();

    ExportCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (Format.of(out).isEmpty()) {
            throw new CommandFailure(
                    out + ": this ending is not served; name a file that ends with one of " + Format.endings());
        }
        if (nameVictims && release.dePersonalised) {
            throw new ParameterException(spec.commandLine(), "--name-victims and --de-personalised exclude each other");
        }
        ReleaseOptions options = release.options(nameVictims ? Naming.EVERYBODY_NAMED : Naming.VICTIMS_PSEUDONYMOUS);
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "export");
                OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            CaseOutput output = workplace.output();
            List<String> leftOut = (exact ? output.withExactMeasures() : output)
                    .write(
                            opened,
                            opened.store().load(bar, interruption),
                            Product.EXPORT,
                            options,
                            out,
                            bar,
                            interruption);
            bar.clear();
            leftOut.forEach(terminal::tell);
        }
        return CommandLineProgram.DONE;
    }
}
