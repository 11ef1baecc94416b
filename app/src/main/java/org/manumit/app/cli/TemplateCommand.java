package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manumit template}. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Writes an empty case workbook with instructions.")
final class TemplateCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    TemplateCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new CommandFailure("template: not in this build " + workplace.hashCode() + terminal.errKind());
    }
}
