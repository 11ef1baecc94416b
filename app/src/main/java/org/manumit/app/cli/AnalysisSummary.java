package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.assessment.VerdictStability;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.history.NetworkChange;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.money.ProfitEstimate;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;

/** An analysis in a page of plain text. */
final class AnalysisSummary {

    private static final int REASONS = 4;
    private static final int ROWS = 10;

    private final CaseGraph graph;

    AnalysisSummary(CaseGraph graph) {
        this.graph = graph;
    }

    void print(CaseAnalysis analysis, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Case %s: %,d sources, %,d entities, %,d claims, %,d call records, %,d transfers%n",
                analysis.caseName(),
                graph.sources().size(),
                graph.entities().size(),
                graph.claims().size(),
                graph.calls().size(),
                graph.transfers().size());
        if (analysis.networks().isEmpty()) {
            out.println(
                    "No network: nothing in the sources ties acts of recruitment, movement or exploitation together.");
        }
        for (CaseAnalysis.Network network : analysis.networks()) {
            network(network, out);
        }
        new CallsSummary(this::label, out).findings(analysis.calls());
        if (!analysis.profits().isEmpty()) {
            out.println();
            out.println("What exploitation brought in, by what the case file says was earned");
            for (ProfitEstimate profit : analysis.profits().stream().limit(ROWS).toList()) {
                out.println("  " + profit.by().stream().map(this::label).collect(Collectors.joining(", ")) + ": "
                        + profit.most()
                                .map(most -> profit.least().toPlainString() + " to " + most.toPlainString())
                                .orElse("at least " + profit.least().toPlainString())
                        + " " + profit.currency() + " [" + profit.evidence().size()
                        + (profit.evidence().size() == 1 ? " row]" : " rows]"));
            }
            more(analysis.profits().size(), out);
        }
        if (!analysis.moneyFindings().isEmpty()) {
            out.println();
            out.println("Money");
            for (MoneyFinding finding :
                    analysis.moneyFindings().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "  %s (%.2f): %s%n",
                        words(finding.kind()),
                        finding.score(),
                        finding.reasons().isEmpty()
                                ? finding.accounts().stream()
                                        .limit(5)
                                        .map(this::label)
                                        .collect(Collectors.joining(", "))
                                : finding.reasons().getFirst().text());
            }
            more(analysis.moneyFindings().size(), out);
        }
        if (!analysis.centrality().isEmpty()) {
            out.println();
            out.println("Best placed (contacts, betweenness, " + analysis.betweenness() + ", eigenvector)");
            for (CentralityScore score :
                    analysis.centrality().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "  %-40s %5d %12.1f %6.3f%n",
                        score.label(),
                        score.degree(),
                        score.betweenness(),
                        score.eigenvector());
            }
            more(analysis.centrality().size(), out);
        }
        out.flush();
    }

    private void network(CaseAnalysis.Network network, PrintWriter out) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%s (%,d members)%n",
                network.name(),
                network.members().size());
        verdict("Class", network.networkClass(), out);
        verdict("Shape", network.shape(), out);
        VerdictStability stability = network.stability();
        if (stability.trials() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  Firmness: the class stays the same in %d of %d trials that withhold a tenth of the rows%s%n",
                    stability.same(),
                    stability.trials(),
                    stability.decisive().isEmpty()
                            ? ""
                            : "; it rests on what is said of "
                                    + stability.decisive().stream()
                                            .limit(5)
                                            .map(this::label)
                                            .collect(Collectors.joining(", ")));
        }
        history(network.history(), out);
        Map<Role, List<RoleFinding>> byRole = new LinkedHashMap<>();
        network.roles().stream().sorted(Comparator.comparing(RoleFinding::role)).forEach(r -> byRole.computeIfAbsent(
                        r.role(), k -> new ArrayList<>())
                .add(r));
        if (!byRole.isEmpty()) {
            out.println("  Roles");
            byRole.forEach((role, findings) -> out.println("    " + words(role) + ": "
                    + findings.stream().limit(ROWS).map(AnalysisSummary::holder).collect(Collectors.joining(", "))
                    + (findings.size() > ROWS ? ", and " + (findings.size() - ROWS) + " more" : "")));
        }
        if (!network.critical().isEmpty()) {
            out.println("  Critical (importance, redundancy)");
            for (CriticalElement c : network.critical().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "    %s: %s (%.2f, %.2f)%s%n",
                        words(c.kind()),
                        c.label(),
                        c.importance(),
                        c.redundancy(),
                        c.substitutes().isEmpty()
                                ? ", nobody could replace them"
                                : ", could be replaced by "
                                        + c.substitutes().stream()
                                                .limit(3)
                                                .map(this::label)
                                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private static void history(NetworkHistory history, PrintWriter out) {
        if (history.stretches().isEmpty()) {
            return;
        }
        out.println("  Changes with time");
        for (int i = 0; i < history.stretches().size(); i++) {
            NetworkHistory.Stretch stretch = history.stretches().get(i);
            if (i > 0) {
                NetworkChange change = history.changes().get(i - 1);
                out.println("    change about " + change.at());
                change.reasons().forEach(r -> out.println("      " + sentence(r)));
            }
            out.println("    " + span(stretch.when()) + ": class " + answer(stretch.networkClass()) + ", shape "
                    + answer(stretch.shape()));
        }
    }

    private static String span(Period when) {
        return when.from().map(d -> "from " + d).orElse("")
                + (when.from().isPresent() && when.to().isPresent() ? " " : "")
                + when.to().map(d -> "until " + d).orElse("");
    }

    private static String answer(Verdict<?> verdict) {
        return verdict.answer().name().equals("INSUFFICIENT") ? "insufficient evidence" : words(verdict.answer());
    }

    private static <E extends Enum<E>> void verdict(String what, Verdict<E> verdict, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %s: %s%s%n",
                what,
                answer(verdict),
                verdict.support().isEmpty()
                        ? ""
                        : verdict.support().entrySet().stream()
                                .sorted(Map.Entry.<E, Double>comparingByValue().reversed())
                                .map(e ->
                                        String.format(Locale.ROOT, "%s %.0f %%", words(e.getKey()), e.getValue() * 100))
                                .collect(Collectors.joining(", ", " (support: ", ")")));
        verdict.reasonsFor().stream().limit(REASONS).forEach(r -> out.println("    for: " + sentence(r)));
        verdict.reasonsAgainst().stream().limit(REASONS).forEach(r -> out.println("    against: " + sentence(r)));
        for (MissingEvidence missing : verdict.missing().stream().limit(REASONS).toList()) {
            out.println("    missing: " + missing.what() + "; ask for: " + missing.inquiry());
        }
    }

    private static String sentence(Reason reason) {
        return reason.text() + " [" + reason.evidence().size()
                + (reason.evidence().size() == 1 ? " row]" : " rows]");
    }

    private static String holder(RoleFinding role) {
        return role.label()
                + (role.basis() == RoleFinding.Basis.INFERRED
                        ? String.format(Locale.ROOT, " (inferred, %.2f)", role.score())
                        : "");
    }

    private void more(int size, PrintWriter out) {
        if (size > ROWS) {
            out.printf(Locale.ROOT, "  and %,d more; --json FILE lists them all%n", size - ROWS);
        }
    }

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
