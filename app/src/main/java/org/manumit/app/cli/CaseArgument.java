package org.manumit.app.cli;

import picocli.CommandLine.Parameters;

/** The case that a command works on. */
final class CaseArgument {

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = "The case: a folder, or neo4j://USER@HOST:PORT/DATABASE.")
    @SuppressWarnings("NullAway.Init") // the parser refuses a command without it
    String word;
}
