package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.manumit.app.export.PathsJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.DirectedTies;
import org.manumit.graph.query.SmallestNetwork;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.TimeWindow;
import org.manumit.graph.query.TimedPaths;
import org.manumit.graph.query.WeightedPaths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code manumit paths}. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        description = {
            "Says how people, firms and numbers are joined.",
            "Two names: the shortest ways between them. More: the smallest network that joins them all.",
            "With --in-time, the calls by which word from the first can have reached the second first."
        })
final class PathsCommand extends PeriodCommand implements Callable<Integer> {

    private static final int EVIDENCE = 20;

    @Parameters(
            index = "1..*",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Names, numbers or ids of the case, at least two.")
    List<String> names = new ArrayList<>();

    @Option(names = "--most", paramLabel = "N", defaultValue = "3", description = "How many ways (${DEFAULT-VALUE}).")
    int most;

    @Option(names = "--strongest", description = "Prefer ties of many calls, transfers and claims to few steps.")
    boolean strongest;

    @Option(names = "--directed", description = "Follow calls, payments and orders only the way they run.")
    boolean directed;

    @Option(names = "--things", description = "Show numbers, accounts and premises as steps of their own.")
    boolean things;

    @Option(names = "--in-time", description = "Follow calls that come one after the other.")
    boolean inTime;

    @Option(
            names = "--gap",
            paramLabel = "HOURS",
            defaultValue = "24",
            description =
                    "With --in-time: how long after one call the next may begin at most (${DEFAULT-VALUE} hours).")
    double gap;

    PathsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--most " + most + ": at least one way is sought");
        }
        if (!(gap > 0)) {
            throw new ParameterException(spec.commandLine(), "--gap " + gap + ": more than no time must pass");
        }
        if (inTime && names.size() != 2) {
            throw new ParameterException(spec.commandLine(), "--in-time goes from one name to another: give two");
        }
        interruption().begin();
        CaseGraph graph;
        PathsJson.Answer answer;
        try (ProgressBar bar = new ProgressBar(terminal(), "paths")) {
            graph = CaseExtract.within(load(bar), span.period());
            TimeWindow window = TimeWindow.of(span.period(), CaseZone.of(graph));
            answer = inTime ? inTime(graph, window) : ways(graph, window);
        }
        if (json == null) {
            print(answer, terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> PathsJson.write(answer, out));
        }
        return CommandLineProgram.DONE;
    }

    private PathsJson.Answer ways(CaseGraph graph, TimeWindow window) {
        TieOptions options = (things ? TieOptions.ENTITIES : TieOptions.ACTORS).within(window);
        TieGraph ties = TieGraph.of(graph, Actors.of(graph), options, Progress.NONE, interruption());
        NamedEntities named = new NamedEntities(graph);
        int[] nodes = new int[names.size()];
        for (int i = 0; i < nodes.length; i++) {
            OptionalInt node = ties.nodeBehind(named.entity(names.get(i)));
            if (node.isEmpty()) {
                return new PathsJson.Answer(PathsJson.Kind.WAYS, List.of(), Optional.empty());
            }
            nodes[i] = node.getAsInt();
        }
        if (nodes.length > 2) {
            SmallestNetwork network = SmallestNetwork.joining(ties.topology(), nodes);
            List<PathsJson.Step> steps = new ArrayList<>();
            for (int a : network.nodes()) {
                for (int b : network.nodes()) {
                    if (a < b && ties.tie(a, b).isPresent()) {
                        steps.add(step(ties, a, b));
                    }
                }
            }
            List<Entity> on = network.nodes().stream().map(ties::entity).toList();
            return new PathsJson.Answer(
                    PathsJson.Kind.NETWORK,
                    List.of(new PathsJson.Way(on, steps, steps.size())),
                    Optional.of(network.size()));
        }
        Digraph arcs = directed ? DirectedTies.of(ties) : Digraph.bothWays(ties.topology(), DirectedTies.weights(ties));
        WeightedPaths.Length length = strongest ? WeightedPaths.Length.STRENGTH : WeightedPaths.Length.STEPS;
        List<PathsJson.Way> ways = WeightedPaths.in(arcs, length).shortest(nodes[0], nodes[1], most).stream()
                .map(way -> {
                    List<PathsJson.Step> steps = new ArrayList<>();
                    for (int i = 0; i + 1 < way.nodes().size(); i++) {
                        steps.add(step(ties, way.nodes().get(i), way.nodes().get(i + 1)));
                    }
                    return new PathsJson.Way(
                            way.nodes().stream().map(ties::entity).toList(), steps, way.length());
                })
                .toList();
        return new PathsJson.Answer(PathsJson.Kind.WAYS, ways, Optional.empty());
    }

    private static PathsJson.Step step(TieGraph ties, int a, int b) {
        int tie = ties.tie(a, b).orElseThrow();
        return new PathsJson.Step(
                ties.entity(a),
                ties.entity(b),
                ties.claimCount(tie),
                ties.callCount(tie),
                ties.transferCount(tie),
                Optional.empty(),
                ties.evidence(tie, EVIDENCE));
    }

    private PathsJson.Answer inTime(CaseGraph graph, TimeWindow window) {
        NamedEntities named = new NamedEntities(graph);
        Actors actors = Actors.of(graph);
        Set<Integer> starts = named.withThings(named.entity(names.getFirst()), actors);
        Set<Integer> ends = named.withThings(named.entity(names.getLast()), actors);
        TimedPaths paths = TimedPaths.of(graph);
        Duration longest = Duration.ofMillis((long) (gap * 3_600_000));
        Optional<TimedPaths.Way> best = Optional.empty();
        for (int start : starts) {
            for (int end : ends) {
                interruption().check();
                Optional<TimedPaths.Way> way =
                        start == end ? Optional.empty() : paths.earliestArrival(start, end, window.from(), longest);
                if (way.isPresent() && (best.isEmpty() || arrival(graph, way.get()) < arrival(graph, best.get()))) {
                    best = way;
                }
            }
        }
        List<PathsJson.Way> ways = best.map(way -> {
                    List<PathsJson.Step> steps = new ArrayList<>();
                    for (int i = 0; i < way.rows().size(); i++) {
                        int row = way.rows().get(i);
                        steps.add(new PathsJson.Step(
                                graph.entity(way.entities().get(i)),
                                graph.entity(way.entities().get(i + 1)),
                                0,
                                1,
                                0,
                                Optional.of(Instant.ofEpochSecond(graph.calls().start(row))
                                        .atZone(CaseZone.of(graph))
                                        .toOffsetDateTime()),
                                List.of(graph.calls().claim(row))));
                    }
                    return List.of(new PathsJson.Way(
                            way.entities().stream().map(graph::entity).toList(), steps, steps.size()));
                })
                .orElse(List.of());
        return new PathsJson.Answer(PathsJson.Kind.IN_TIME, ways, Optional.empty());
    }

    private static long arrival(CaseGraph graph, TimedPaths.Way way) {
        return graph.calls().start(way.rows().getLast());
    }

    private void print(PathsJson.Answer answer, PrintWriter out) {
        if (answer.ways().isEmpty()) {
            out.println("Nothing in the case joins " + String.join(" and ", names) + ".");
            return;
        }
        if (answer.kind() == PathsJson.Kind.NETWORK) {
            out.println("The smallest network that joins them"
                    + (answer.size()
                                    .filter(s -> s == SmallestNetwork.Size.AT_MOST_TWICE)
                                    .isPresent()
                            ? " (estimated: at most twice as many ties as needed)"
                            : ""));
        }
        for (PathsJson.Way way : answer.ways()) {
            out.println(String.join(
                    answer.kind() == PathsJson.Kind.NETWORK ? ", " : " - ",
                    way.entities().stream().map(Entity::label).toList()));
            for (PathsJson.Step step : way.steps()) {
                out.printf(
                        Locale.ROOT,
                        "  %s - %s: %s%n",
                        step.one().label(),
                        step.other().label(),
                        step.when().map(Object::toString).orElseGet(() -> counts(step)));
            }
        }
    }

    private static String counts(PathsJson.Step step) {
        List<String> parts = new ArrayList<>();
        count(parts, step.claims(), "claim");
        count(parts, step.calls(), "call");
        count(parts, step.transfers(), "transfer");
        return String.join(", ", parts);
    }

    private static void count(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }
}
