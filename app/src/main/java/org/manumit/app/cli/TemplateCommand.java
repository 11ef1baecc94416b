package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code manumit template}. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Writes an empty case workbook with its instructions.")
final class TemplateCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.xlsx", description = "The workbook to write.")
    @SuppressWarnings("NullAway.Init") // required
    Path file;

    TemplateCommand(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new ParameterException(spec.commandLine(), file + ": the name of a workbook ends with .xlsx");
        }
        workplace.writeTemplate(file);
        terminal.print(file + ": an empty case workbook; its first sheet says how to fill it in");
        return CommandLineProgram.DONE;
    }
}
