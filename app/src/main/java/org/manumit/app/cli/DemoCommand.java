package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Imports the example case, analyses it, writes its brief and chart, and opens it.")
final class DemoCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    DemoCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("demo: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
