package org.manumit.app.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.manumit.app.enquiry.PathAnswer.Step;
import org.manumit.app.enquiry.PathAnswer.Way;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Digraph;
import org.manumit.graph.query.DirectedTies;
import org.manumit.graph.query.SmallestNetwork;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.TimedPaths;
import org.manumit.graph.query.WeightedPaths;

/**
 * Asks how some are joined.
 *
 * @param ends who, as indexes into the case, at least two; of more than two the smallest network is sought
 * @param manner which ways count as good ones between two
 * @param direction whether ties may be followed against the way they run
 * @param level whether numbers, accounts and premises are steps of their own
 * @param most how many ways to tell at most
 * @param gap on a way in time, how long after one call the next may begin at most
 */
public record PathEnquiry(
        List<Integer> ends, Manner manner, Direction direction, TieOptions.Level level, int most, Duration gap) {

    /** Which ways count as good ones. */
    public enum Manner {
        FEWEST_STEPS,
        /** Ties of many calls, transfers and claims. */
        STRONGEST_TIES,
        /** Calls that come one after the other, the earliest arrival first. */
        IN_TIME
    }

    /** How ties may be followed. */
    public enum Direction {
        EITHER_WAY,
        AS_THEY_RUN
    }

    private static final int EVIDENCE = 20;

    public PathEnquiry {
        ends = List.copyOf(ends);
        if (ends.size() < 2) {
            throw new IllegalArgumentException("two at least are joined, not " + ends.size());
        }
        if (manner == Manner.IN_TIME && ends.size() != 2) {
            throw new IllegalArgumentException("a way in time goes from one to another, not among " + ends.size());
        }
        if (most < 1) {
            throw new IllegalArgumentException("at least one way is sought, not " + most);
        }
        if (gap.isNegative() || gap.isZero()) {
            throw new IllegalArgumentException("some time must pass between two calls, not " + gap);
        }
    }

    /**
     * Answers it.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public PathAnswer answer(EnquiryScope scope, Progress progress, Cancellation cancellation) {
        if (manner == Manner.IN_TIME) {
            return inTime(scope, cancellation);
        }
        TieOptions options =
                (level == TieOptions.Level.ENTITY ? TieOptions.ENTITIES : TieOptions.ACTORS).within(scope.window());
        TieGraph ties = TieGraph.of(scope.graph(), scope.actors(), options, progress, cancellation);
        int[] nodes = new int[ends.size()];
        for (int i = 0; i < nodes.length; i++) {
            OptionalInt node = ties.nodeBehind(ends.get(i));
            if (node.isEmpty()) {
                return PathAnswer.nothing(nodes.length > 2 ? PathAnswer.Kind.NETWORK : PathAnswer.Kind.WAYS);
            }
            nodes[i] = node.getAsInt();
        }
        return nodes.length > 2 ? network(ties, nodes) : ways(ties, nodes[0], nodes[1]);
    }

    private static PathAnswer network(TieGraph ties, int[] nodes) {
        SmallestNetwork network = SmallestNetwork.joining(ties.topology(), nodes);
        List<Step> steps = new ArrayList<>();
        for (int a : network.nodes()) {
            for (int b : network.nodes()) {
                if (a < b && ties.tie(a, b).isPresent()) {
                    steps.add(step(ties, a, b));
                }
            }
        }
        return new PathAnswer(
                PathAnswer.Kind.NETWORK,
                List.of(new Way(network.nodes().stream().map(ties::entity).toList(), steps, steps.size())),
                Optional.of(network.size()));
    }

    private PathAnswer ways(TieGraph ties, int from, int to) {
        if (from == to) {
            return PathAnswer.nothing(PathAnswer.Kind.WAYS);
        }
        Digraph arcs = direction == Direction.AS_THEY_RUN
                ? DirectedTies.of(ties)
                : Digraph.bothWays(ties.topology(), DirectedTies.weights(ties));
        WeightedPaths.Length length =
                manner == Manner.STRONGEST_TIES ? WeightedPaths.Length.STRENGTH : WeightedPaths.Length.STEPS;
        List<Way> ways = WeightedPaths.in(arcs, length).shortest(from, to, most).stream()
                .map(way -> {
                    List<Step> steps = new ArrayList<>();
                    for (int i = 0; i + 1 < way.nodes().size(); i++) {
                        steps.add(step(ties, way.nodes().get(i), way.nodes().get(i + 1)));
                    }
                    return new Way(way.nodes().stream().map(ties::entity).toList(), steps, way.length());
                })
                .toList();
        return new PathAnswer(PathAnswer.Kind.WAYS, ways, Optional.empty());
    }

    private static Step step(TieGraph ties, int a, int b) {
        int tie = ties.tie(a, b).orElseThrow();
        return new Step(
                ties.entity(a),
                ties.entity(b),
                ties.claimCount(tie),
                ties.callCount(tie),
                ties.transferCount(tie),
                Optional.empty(),
                ties.evidence(tie, EVIDENCE));
    }

    private PathAnswer inTime(EnquiryScope scope, Cancellation cancellation) {
        CaseGraph graph = scope.graph();
        Set<Integer> starts = scope.withThings(ends.getFirst());
        Set<Integer> stops = scope.withThings(ends.getLast());
        TimedPaths paths = TimedPaths.of(graph);
        Optional<TimedPaths.Way> best = Optional.empty();
        for (int start : starts) {
            for (int stop : stops) {
                cancellation.check();
                Optional<TimedPaths.Way> way = start == stop
                        ? Optional.empty()
                        : paths.earliestArrival(start, stop, scope.window().from(), gap);
                if (way.isPresent() && (best.isEmpty() || arrival(graph, way.get()) < arrival(graph, best.get()))) {
                    best = way;
                }
            }
        }
        return best.map(way -> new PathAnswer(PathAnswer.Kind.IN_TIME, List.of(timed(graph, way)), Optional.empty()))
                .orElseGet(() -> PathAnswer.nothing(PathAnswer.Kind.IN_TIME));
    }

    private static Way timed(CaseGraph graph, TimedPaths.Way way) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < way.rows().size(); i++) {
            int row = way.rows().get(i);
            steps.add(new Step(
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
        return new Way(way.entities().stream().map(graph::entity).toList(), steps, steps.size());
    }

    private static long arrival(CaseGraph graph, TimedPaths.Way way) {
        return graph.calls().start(way.rows().getLast());
    }
}
