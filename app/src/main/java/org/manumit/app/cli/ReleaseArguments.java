package org.manumit.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ReleaseOptions;
import picocli.CommandLine.Option;

/** For whom something is that a command writes. */
final class ReleaseArguments {

    @Option(
            names = "--audience",
            paramLabel = "CODE",
            description =
                    "Whom it is for, as a handling code of the case's grading scheme. What is not released to them is "
                            + "left out and counted; what is not graded counts as released to nobody.")
    @Nullable
    String audience;

    @Option(names = "--de-personalised", description = "Leave out the personal data of everybody, not of victims only.")
    boolean dePersonalised;

    /** What was asked for; whose names are given where nothing was said of them. */
    ReleaseOptions options(Naming otherwise) {
        return new ReleaseOptions(Optional.ofNullable(audience), dePersonalised ? Naming.NOBODY_NAMED : otherwise);
    }
}
