package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit analyse}. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Says who plays which role, what kind of network it is, and why.")
final class AnalyseCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    AnalyseCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("analyse: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
