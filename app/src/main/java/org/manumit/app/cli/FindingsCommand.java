package org.manumit.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.app.release.Release;
import org.manumit.app.session.FindingChoice;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.importers.findings.CaseFindings;
import org.manumit.importers.findings.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code manumit findings}. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what the documents of a case speak of and nobody has reviewed yet.",
            "Numbers, accounts, addresses, plates, papers, amounts, dates, and names and places that the case knows. Changes nothing."
        })
final class FindingsCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Mixin
    FindingFilter filter = new FindingFilter();

    @Option(
            names = "--audience",
            paramLabel = "CODE",
            description = "Look only at what may be released to them, as a handling code of the case's grading scheme.")
    @Nullable
    String audience;

    @Option(names = "--json", paramLabel = "FILE", description = "Write them as JSON; - is standard output.")
    @Nullable
    Path json;

    FindingsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        CaseGraph graph;
        List<Finding> found = new ArrayList<>();
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, "findings")) {
            try (OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
                graph = Release.of(opened.store().load(bar, interruption), Optional.ofNullable(audience))
                        .graph();
            }
            CaseFindings.of(graph).find(bar, interruption, finding -> {
                if (filter.takes(graph, finding)) {
                    found.add(finding);
                }
            });
        }
        if (json == null) {
            print(graph, found);
        } else {
            JsonTarget.write(json, terminal, out -> FindingJson.write(graph, found, out));
        }
        return CommandLineProgram.DONE;
    }

    private void print(CaseGraph graph, List<Finding> found) {
        String place = "";
        for (Finding finding : found) {
            String here =
                    FindingChoice.place(graph, graph.claim(finding.passage()).orElseThrow());
            if (!here.equals(place)) {
                terminal.out().println();
                terminal.out().println(here);
                place = here;
            }
            String known = finding.matches().stream()
                    .map(id -> graph.entity(id).map(Entity::label).orElse(id.value()))
                    .collect(Collectors.joining(" or "));
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "  %-40s %-7s %s%s  [%s: %s]%n",
                            finding.id(),
                            finding.kind().name().toLowerCase(Locale.ROOT),
                            finding.value(),
                            known.isEmpty() || known.equals(finding.value()) ? "" : " = " + known,
                            finding.sureness().name().toLowerCase(Locale.ROOT),
                            finding.why());
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%n%,d found and not reviewed; 'manumit accept' and 'manumit dismiss' take their names%n",
                        found.size());
        terminal.out().flush();
    }
}
