package org.manumit.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.app.release.Release;
import org.manumit.graph.CaseGraph;
import picocli.CommandLine.Option;

/** What commands have in common that look at a case, whole or as far as an audience may see it, and change nothing. */
abstract class ReadingCommand extends CaseCommand {

    @Option(
            names = "--audience",
            paramLabel = "CODE",
            description = "Look only at what may be released to them, as a handling code of the case's grading scheme.")
    @Nullable
    String audience;

    ReadingCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    /** The case, or what of it the audience may see. */
    CaseGraph read(ProgressBar bar) {
        return Release.of(load(bar), Optional.ofNullable(audience)).graph();
    }
}
