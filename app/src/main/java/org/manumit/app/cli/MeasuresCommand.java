package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.enquiry.MeasureAnswer;
import org.manumit.app.enquiry.MeasureEnquiry;
import org.manumit.app.export.MeasuresJson;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.query.WeightedPaths.Length;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code manumit measures}. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        description = {
            "Measures who stands where among those tied to each other.",
            "Betweenness of a large case is estimated, and says from how many; --exact reckons it whatever it takes.",
            "With --directed or --weighted, calls, payments and orders count the way they run or by how many they are."
        })
final class MeasuresCommand extends TieCommand implements Callable<Integer> {

    private static final int ROWS = 20;

    @Option(names = "--exact", description = "Reckon betweenness exactly, however large the case.")
    boolean exact;

    @Option(names = "--weighted", description = "A tie of many calls, transfers and claims is a short one.")
    boolean weighted;

    MeasuresCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        interruption().begin();
        MeasureAnswer answer;
        try (ProgressBar bar = new ProgressBar(terminal(), "measures")) {
            answer = new MeasureEnquiry(
                            level(),
                            direction(),
                            weighted ? Length.STRENGTH : Length.STEPS,
                            exact ? CentralityParameters.EXACT : CentralityParameters.USUAL)
                    .answer(EnquiryScope.of(load(bar), span.period()), bar, interruption());
        }
        if (json == null) {
            print(answer, terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> MeasuresJson.write(answer, out));
        }
        return CommandLineProgram.DONE;
    }

    private static void print(MeasureAnswer answer, PrintWriter out) {
        if (answer.directed().isPresent()) {
            out.println("Ties by direction or weight, exact (in, out, weight in, weight out, betweenness, reaches, is "
                    + "reached, eigenvector, rank, core in, core out, community; * cut point)");
            for (MeasureAnswer.Directed row :
                    answer.directed().get().nodes().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "  %-36s %5d %5d %9.0f %9.0f %12.1f %6.3f %6.3f %6.3f %8.5f %6.0f %6.0f %4d%s%n",
                        row.entity().label(),
                        row.in(),
                        row.out(),
                        row.weightIn(),
                        row.weightOut(),
                        row.betweenness(),
                        row.reaching(),
                        row.reached(),
                        row.eigenvector(),
                        row.pageRank(),
                        row.coreIn(),
                        row.coreOut(),
                        row.community(),
                        row.place() == CentralityScore.Place.CUT_POINT ? " *" : "");
            }
            return;
        }
        out.println(
                "Contacts, betweenness (" + answer.betweenness() + "), eigenvector, closeness, rank, core, community");
        for (CentralityScore score : answer.scores().stream().limit(ROWS).toList()) {
            out.printf(
                    Locale.ROOT,
                    "  %-36s %5d %12.1f %6.3f %6.3f %8.5f %4d %4d%n",
                    score.label(),
                    score.degree(),
                    score.betweenness(),
                    score.eigenvector(),
                    score.closeness(),
                    score.pageRank(),
                    score.core(),
                    score.community());
        }
        if (answer.scores().size() > ROWS) {
            out.printf(
                    Locale.ROOT,
                    "  and %,d more; --json FILE lists them all%n",
                    answer.scores().size() - ROWS);
        }
    }
}
