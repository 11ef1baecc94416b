package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit open}. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the workstation.")
final class OpenCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    OpenCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("open: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
