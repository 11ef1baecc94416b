package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit brief}. */
@Command(name = "brief", mixinStandardHelpOptions = true, description = "Writes the intelligence brief.")
final class BriefCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    BriefCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("brief: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
