package org.manumit.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manumit.app.custody.CaseCheck;
import org.manumit.app.session.OpenedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code manumit check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the store, the hashes of the originals and the audit log; says what is wrong.")
final class CheckCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = "The case: a folder, or neo4j://USER@HOST:PORT/DATABASE.")
    @SuppressWarnings("NullAway.Init") // required
    String caseWord;

    CheckCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "check");
                OpenedCase opened = workplace.open(caseWord, Workplace.OpenFor.READING, bar, interruption)) {
            CaseCheck.Result result = CaseCheck.run(opened.store(), opened.folder(), bar);
            bar.clear();
            List<String> wrong = result.wrong();
            wrong.forEach(line -> terminal.tell("manumit: " + caseWord + ": " + line));
            if (wrong.isEmpty()) {
                terminal.print(String.format(
                        Locale.ROOT,
                        "%s: the store, %,d sources and %,d lines of the audit log are as they were written",
                        caseWord,
                        result.sources(),
                        result.logLines()));
            }
            return wrong.isEmpty() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        }
    }
}
