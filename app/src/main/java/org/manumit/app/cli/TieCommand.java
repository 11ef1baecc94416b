package org.manumit.app.cli;

import org.manumit.app.enquiry.PathEnquiry;
import org.manumit.graph.query.TieOptions;
import picocli.CommandLine.Option;

/** What commands have in common that look at who is tied to whom in a period. */
abstract class TieCommand extends PeriodCommand {

    @Option(names = "--directed", description = "Follow calls, payments and orders only the way they run.")
    boolean directed;

    @Option(names = "--things", description = "Take numbers, accounts and premises for ends of ties of their own.")
    boolean things;

    TieCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    PathEnquiry.Direction direction() {
        return directed ? PathEnquiry.Direction.AS_THEY_RUN : PathEnquiry.Direction.EITHER_WAY;
    }

    TieOptions.Level level() {
        return things ? TieOptions.Level.ENTITY : TieOptions.Level.ACTOR;
    }
}
