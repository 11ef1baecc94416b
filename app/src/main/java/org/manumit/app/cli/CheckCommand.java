package org.manumit.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manumit.app.custody.CaseCheck;
import org.manumit.app.session.OpenedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manumit check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the store, the hashes of the originals and the audit log; says what is wrong.")
final class CheckCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    CheckCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "check");
                OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            CaseCheck.Result result = CaseCheck.run(opened.store(), opened.folder(), bar);
            bar.clear();
            List<String> wrong = result.wrong();
            wrong.forEach(line -> terminal.tell("manumit: " + theCase.word + ": " + line));
            if (wrong.isEmpty()) {
                terminal.print(String.format(
                        Locale.ROOT,
                        "%s: the store, %,d sources and %,d lines of the audit log are as they were written",
                        theCase.word,
                        result.sources(),
                        result.logLines()));
            }
            return wrong.isEmpty() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        }
    }
}
