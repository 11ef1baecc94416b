package org.manumit.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands have in common that look at a case in a period, and change nothing. */
abstract class PeriodCommand extends CaseCommand {

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only what held or happened from this date on: 2024, 2024-03 or 2024-03-05.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only what held or happened up to and with this date.")
    @Nullable
    String to;

    PeriodCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    /** The period, or wrong usage. */
    DateSpan span() {
        return DateSpan.parse(spec.commandLine(), from, to);
    }
}
