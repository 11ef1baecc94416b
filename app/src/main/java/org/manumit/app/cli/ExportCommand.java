package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the graph, its tables or its chart for other programs.")
final class ExportCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    ExportCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("export: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
