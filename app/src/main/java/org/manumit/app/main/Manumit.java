package org.manumit.app.main;

import org.manumit.app.cli.CommandLineProgram;
import org.manumit.app.cli.Terminal;

/** Where the program starts. */
public final class Manumit {

    private Manumit() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        int status = new CommandLineProgram(new Wiring(), terminal, ProgramVersion.read()).run(arguments);
        terminal.flush();
        System.exit(status);
    }
}
