package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.manumit.app.brief.BriefWriter;
import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.OpenedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code manumit brief}. */
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the intelligence brief: verdicts, reasons, exhibits, gaps, sources.",
            "Victims are called by pseudonyms."
        })
final class BriefCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The brief to write: .docx or .pdf.")
    @SuppressWarnings("NullAway.Init") // required
    Path out;

    @Mixin
    ReleaseArguments release = new ReleaseArguments();

    BriefCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (BriefWriter.Format.of(out).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + out + ": the name of a brief ends with .docx or .pdf");
        }
        ReleaseOptions options = release.options(Naming.VICTIMS_PSEUDONYMOUS);
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "brief");
                OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            workplace
                    .output()
                    .write(
                            opened,
                            opened.store().load(bar, interruption),
                            Product.BRIEF,
                            options,
                            out,
                            bar,
                            interruption);
        }
        return CommandLineProgram.DONE;
    }
}
