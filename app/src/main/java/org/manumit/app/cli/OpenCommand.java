package org.manumit.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code manumit open}. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the workstation.")
final class OpenCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CASE",
            description = "The case to open: a folder, or neo4j://USER@HOST:PORT/DATABASE.")
    @Nullable
    String caseWord;

    OpenCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        workplace.openWindow(Optional.ofNullable(caseWord));
        return CommandLineProgram.DONE;
    }
}
