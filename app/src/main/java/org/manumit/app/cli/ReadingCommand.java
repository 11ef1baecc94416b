package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.app.release.Release;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands have in common that look at a case, whole or as far as an audience may see it, and change nothing. */
abstract class ReadingCommand {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Option(
            names = "--audience",
            paramLabel = "CODE",
            description = "Look only at what may be released to them, as a handling code of the case's grading scheme.")
    @Nullable
    String audience;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    @Nullable
    Path json;

    ReadingCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    Terminal terminal() {
        return terminal;
    }

    Interruption interruption() {
        return interruption;
    }

    /** The case, or what of it the audience may see. */
    CaseGraph read(ProgressBar bar) {
        try (OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            return Release.of(opened.store().load(bar, interruption), Optional.ofNullable(audience))
                    .graph();
        }
    }
}
