package org.manumit.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.manumit.app.session.FindingChoice;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.importers.findings.CaseFindings;
import org.manumit.importers.findings.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manumit findings}. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what the documents of a case speak of and nobody has reviewed yet.",
            "Numbers, accounts, addresses, plates, papers, amounts, dates, and names and places that the case knows. Changes nothing."
        })
final class FindingsCommand extends ReadingCommand implements Callable<Integer> {

    @Mixin
    FindingFilter filter = new FindingFilter();

    FindingsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        CaseGraph graph;
        List<Finding> found = new ArrayList<>();
        interruption().begin();
        try (ProgressBar bar = new ProgressBar(terminal(), "findings")) {
            graph = read(bar);
            CaseFindings.of(graph).find(bar, interruption(), finding -> {
                if (filter.takes(graph, finding)) {
                    found.add(finding);
                }
            });
        }
        if (json == null) {
            print(graph, found);
        } else {
            JsonTarget.write(json, terminal(), out -> FindingJson.write(graph, found, out));
        }
        return CommandLineProgram.DONE;
    }

    private void print(CaseGraph graph, List<Finding> found) {
        String place = "";
        for (Finding finding : found) {
            String here =
                    FindingChoice.place(graph, graph.claim(finding.passage()).orElseThrow());
            if (!here.equals(place)) {
                terminal().out().println();
                terminal().out().println(here);
                place = here;
            }
            String known = finding.matches().stream()
                    .map(id -> graph.entity(id).map(Entity::label).orElse(id.value()))
                    .collect(Collectors.joining(" or "));
            terminal()
                    .out()
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
        terminal()
                .out()
                .printf(
                        Locale.ROOT,
                        "%n%,d found and not reviewed; 'manumit accept' and 'manumit dismiss' take their names%n",
                        found.size());
        terminal().out().flush();
    }
}
