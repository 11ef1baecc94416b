package org.manumit.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code manumit} itself: what every command shares. */
@Command(
        name = "manumit",
        mixinStandardHelpOptions = true,
        description = "Link analysis for human-trafficking cases.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "CASE is a folder (a case kept on this machine) or neo4j://USER@HOST:PORT/DATABASE (a shared one, with the "
                    + "password in MANUMIT_STORE_PASSWORD or asked for).",
            "Exit status: 0 done, 1 could not be done, 2 wrong usage."
        })
final class RootCommand implements Callable<Integer> {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Say everything about a failure, for a report to the developers.")
    boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLineProgram.USAGE;
    }
}
