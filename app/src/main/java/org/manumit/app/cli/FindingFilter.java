package org.manumit.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.app.session.FindingChoice;
import org.manumit.graph.CaseGraph;
import org.manumit.importers.findings.Finding;
import org.manumit.importers.findings.FindingKind;
import org.manumit.importers.findings.Sureness;
import picocli.CommandLine.Option;

/** Which findings a command is about. */
final class FindingFilter {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only these: name, phone, account, email, vehicle, paper, device, place, amount, date.")
    @Nullable
    List<FindingKind> kinds;

    @Option(
            names = "--sureness",
            paramLabel = "LEVEL",
            description = "Only those at least so sure: sure, likely or weak (all).")
    Sureness sureness = Sureness.WEAK;

    @Option(names = "--document", paramLabel = "NAME", description = "Only in documents whose file name holds this.")
    @Nullable
    String document;

    boolean takes(CaseGraph graph, Finding finding) {
        return (kinds == null || kinds.contains(finding.kind()))
                && finding.sureness().compareTo(sureness) <= 0
                && Optional.ofNullable(document)
                        .map(name -> graph.claim(finding.passage())
                                .map(passage -> FindingChoice.place(graph, passage))
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .contains(name.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }
}
