package org.manumit.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands have in common that look at a case, change nothing, and answer in words or as JSON. */
abstract class CaseCommand {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - is standard output.")
    @Nullable
    Path json;

    CaseCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    Workplace workplace() {
        return workplace;
    }

    Terminal terminal() {
        return terminal;
    }

    Interruption interruption() {
        return interruption;
    }

    /** The whole case. */
    CaseGraph load(ProgressBar bar) {
        try (OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            return opened.store().load(bar, interruption);
        }
    }
}
