package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.manumit.app.custody.CustodyException;
import org.manumit.app.export.OutputException;
import org.manumit.app.release.ReleaseException;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.store.StoreException;
import org.manumit.importers.draft.ImportException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The program as the command line sees it: finds the command, runs it, and turns what happened into an exit status and,
 * where it failed, into one line. Safe to run several times in one process.
 */
public final class CommandLineProgram {

    /** Done. */
    public static final int DONE = 0;

    /** Could not be done; nothing is left half-written. */
    public static final int FAILED = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    private final Workplace workplace;
    private final Terminal terminal;
    private final String version;

    public CommandLineProgram(Workplace workplace, Terminal terminal, String version) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.version = version;
    }

    /** Runs a command and returns its exit status. */
    public int run(String... arguments) {
        Interruption interruption = new Interruption(terminal);
        try {
            return commandLine(interruption).execute(arguments);
        } finally {
            terminal.flush();
            interruption.end();
        }
    }

    private CommandLine commandLine(Interruption interruption) {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root);
        line.getCommandSpec().version("Manumit " + version);
        for (Object command : List.of(
                new DemoCommand(workplace, terminal, interruption),
                new OpenCommand(workplace),
                new ImportCommand(workplace, terminal, interruption),
                new AnalyseCommand(workplace, terminal, interruption),
                new FindingsCommand(workplace, terminal, interruption),
                new ReviewCommand.Accept(workplace, terminal, interruption),
                new ReviewCommand.Dismiss(workplace, terminal, interruption),
                new SearchCommand(workplace, terminal, interruption),
                new WhatIfCommand(workplace, terminal, interruption),
                new PathsCommand(workplace, terminal, interruption),
                new CallsCommand(workplace, terminal, interruption),
                new MeasuresCommand(workplace, terminal, interruption),
                new BriefCommand(workplace, terminal, interruption),
                new ExportCommand(workplace, terminal, interruption),
                new TemplateCommand(workplace, terminal),
                new CheckCommand(workplace, terminal, interruption))) {
            line.addSubcommand(command);
        }
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(this::wrongUsage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, root, interruption));
        line.setExecutionStrategy(parsed -> {
            quietLogs(root);
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    private int wrongUsage(ParameterException failure, String[] arguments) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        terminal.tell(
                command.qualifiedName() + ": " + message(failure) + "; see '" + command.qualifiedName() + " --help'");
        return USAGE;
    }

    private int failed(Exception failure, RootCommand root, Interruption interruption) {
        PrintWriter err = terminal.err();
        err.println(
                switch (failure) {
                    case CommandFailure f -> "manumit: " + message(f);
                    // What fails while the process ends fails because it ends
                    case Exception f when interruption.isCancelled() -> "manumit: cancelled; nothing was changed";
                    case ImportException f -> "manumit: " + message(f);
                    case StoreException f -> "manumit: " + message(f);
                    case ReleaseException f -> "manumit: " + message(f);
                    case OutputException f -> "manumit: " + message(f);
                    case CustodyException f -> "manumit: " + message(f);
                    case CancelledException f -> "manumit: cancelled; nothing was changed";
                    default ->
                        "manumit: a fault in the program (" + failure.getClass().getSimpleName() + ": "
                                + message(failure)
                                + "); please report it with the output of the same command and --debug";
                });
        if (root.debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    private static String message(Throwable failure) {
        return oneLine(Optional.ofNullable(failure.getMessage()).orElse("no further word"));
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    /** Libraries log to standard error; what a user must know is said by the commands themselves. */
    private static void quietLogs(RootCommand root) {
        Logger everything = Logger.getLogger("");
        everything.setLevel(root.debug ? Level.INFO : Level.OFF);
    }
}
