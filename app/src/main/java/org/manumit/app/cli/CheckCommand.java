package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the store, the sources' hashes and the audit log.")
final class CheckCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    CheckCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("check: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
