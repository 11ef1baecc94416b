package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manumit.app.export.MeasuresJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityResult;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.DirectedMeasures;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.DirectedTies;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.TimeWindow;
import org.manumit.graph.query.Victims;
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
final class MeasuresCommand extends PeriodCommand implements Callable<Integer> {

    private static final int ROWS = 20;

    @Option(names = "--exact", description = "Reckon betweenness exactly, however large the case.")
    boolean exact;

    @Option(names = "--directed", description = "Follow calls, payments and orders only the way they run.")
    boolean directed;

    @Option(names = "--weighted", description = "A tie of many calls, transfers and claims is a short one.")
    boolean weighted;

    @Option(names = "--things", description = "Measure numbers, accounts and premises as well as people and firms.")
    boolean things;

    MeasuresCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        interruption().begin();
        MeasuresJson.Answer answer;
        try (ProgressBar bar = new ProgressBar(terminal(), "measures")) {
            CaseGraph whole;
            whole = load(bar);
            Actors actors = Actors.of(whole);
            Victims victims = Victims.of(whole, actors);
            CaseGraph graph = CaseExtract.within(whole, span.period());
            TieOptions options = (things ? TieOptions.ENTITIES : TieOptions.ACTORS)
                    .within(TimeWindow.of(span.period(), CaseZone.of(whole)));
            TieGraph ties = TieGraph.of(graph, actors, options, bar, interruption());
            CentralityResult result = CentralityAnalysis.analyse(
                    ties, exact ? CentralityParameters.EXACT : CentralityParameters.USUAL, bar, interruption());
            List<CentralityScore> scores = result.ranked(victims::isProtected);
            Optional<List<MeasuresJson.Directed>> along =
                    directed || weighted ? Optional.of(directed(ties, victims, bar)) : Optional.empty();
            List<Integer> nodes = scores.stream()
                    .map(score -> ties.node(graph.indexOf(score.entity()).orElseThrow())
                            .orElseThrow())
                    .toList();
            answer = new MeasuresJson.Answer(
                    scores,
                    nodes.stream().map(result.components()::component).toList(),
                    bridges(ties, result, victims),
                    result.betweenness().exactness(),
                    along);
        }
        if (json == null) {
            print(answer, terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> MeasuresJson.write(answer, out));
        }
        return CommandLineProgram.DONE;
    }

    private static List<List<Entity>> bridges(TieGraph ties, CentralityResult result, Victims victims) {
        List<List<Entity>> bridges = new ArrayList<>();
        for (int t = 0; t < ties.tieCount(); t++) {
            boolean victim = victims.isProtected(ties.entityIndex(ties.one(t)))
                    || victims.isProtected(ties.entityIndex(ties.other(t)));
            if (result.cutPoints().isBridge(t) && !victim) {
                bridges.add(List.of(ties.entity(ties.one(t)), ties.entity(ties.other(t))));
            }
        }
        return bridges;
    }

    private List<MeasuresJson.Directed> directed(TieGraph ties, Victims victims, ProgressBar bar) {
        Digraph graph =
                directed ? DirectedTies.of(ties) : Digraph.bothWays(ties.topology(), DirectedTies.weights(ties));
        DirectedMeasures measures =
                DirectedMeasures.of(graph, weighted ? Length.STRENGTH : Length.STEPS, bar, interruption());
        int[] parts = graph.strongParts();
        List<MeasuresJson.Directed> rows = new ArrayList<>();
        for (int v = 0; v < graph.nodeCount(); v++) {
            if (!victims.isProtected(ties.entityIndex(v))) {
                rows.add(new MeasuresJson.Directed(
                        ties.entity(v),
                        graph.inDegree(v),
                        graph.outDegree(v),
                        graph.inStrength(v),
                        graph.outStrength(v),
                        measures.betweenness(v),
                        measures.reaching(v),
                        measures.reached(v),
                        measures.pageRank(v),
                        parts[v]));
            }
        }
        rows.sort(Comparator.comparingDouble(MeasuresJson.Directed::betweenness)
                .reversed()
                .thenComparing(row -> row.entity().id()));
        return rows;
    }

    private static void print(MeasuresJson.Answer answer, PrintWriter out) {
        if (answer.directed().isPresent()) {
            out.println("Ties by direction or weight, exact (in, out, weight in, weight out, betweenness, reaches, is "
                    + "reached, rank)");
            for (MeasuresJson.Directed row :
                    answer.directed().get().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "  %-36s %5d %5d %9.0f %9.0f %12.1f %6.3f %6.3f %8.5f%n",
                        row.entity().label(),
                        row.in(),
                        row.out(),
                        row.weightIn(),
                        row.weightOut(),
                        row.betweenness(),
                        row.reaching(),
                        row.reached(),
                        row.pageRank());
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
