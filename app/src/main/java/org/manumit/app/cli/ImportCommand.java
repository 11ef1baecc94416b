package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Detects what each file is, reads it, and adds it to the case.")
final class ImportCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    ImportCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("import: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
