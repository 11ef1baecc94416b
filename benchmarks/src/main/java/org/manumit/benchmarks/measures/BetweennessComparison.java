package org.manumit.benchmarks.measures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.graphstream.algorithm.BetweennessCentrality;
import org.graphstream.graph.implementations.SingleGraph;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.manumit.graph.analysis.centrality.Betweenness;
import org.manumit.graph.query.CompactGraph;

/**
 * Times exact betweenness of one random graph with our kernel, JGraphT, GraphStream and, where Python has it, igraph;
 * checks that all agree; prints medians and ratios. Arguments: nodes, ties, rounds (3000 15000 5).
 */
public final class BetweennessComparison {

    private static final String IGRAPH = """
            import sys, time, igraph
            ends = [tuple(map(int, line.split())) for line in open(sys.argv[1])]
            graph = igraph.Graph(n=int(sys.argv[2]), edges=ends)
            best = []
            for i in range(int(sys.argv[3])):
                start = time.perf_counter()
                scores = graph.betweenness()
                best.append(time.perf_counter() - start)
            print(sorted(best)[len(best) // 2])
            print(repr(sum(scores)))
            """;

    /** Debian's python3-igraph belongs to Debian's Python, whatever else is on the path. */
    private static final String PYTHON =
            Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    private final int nodes;
    private final int rounds;
    private final int[] one;
    private final int[] other;
    private final PrintStream out;

    private BetweennessComparison(int nodes, int ties, int rounds, PrintStream out) {
        this.nodes = nodes;
        this.rounds = rounds;
        this.out = out;
        Random random = new Random(42);
        Set<Long> seen = new HashSet<>();
        one = new int[ties];
        other = new int[ties];
        while (seen.size() < ties) {
            int a = random.nextInt(nodes);
            int b = random.nextInt(nodes);
            if (a != b && seen.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
                one[seen.size() - 1] = a;
                other[seen.size() - 1] = b;
            }
        }
    }

    public static void main(String[] args) {
        int nodes = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
        int ties = args.length > 1 ? Integer.parseInt(args[1]) : 15000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        new BetweennessComparison(nodes, ties, rounds, System.out).run();
    }

    private interface Work {
        double[] scores();
    }

    private void run() {
        CompactGraph compact = CompactGraph.of(nodes, one, other);
        Graph<Integer, DefaultEdge> jgrapht = new SimpleGraph<>(DefaultEdge.class);
        SingleGraph graphStream = new SingleGraph("ties");
        for (int v = 0; v < nodes; v++) {
            jgrapht.addVertex(v);
            graphStream.addNode(Integer.toString(v));
        }
        for (int t = 0; t < one.length; t++) {
            jgrapht.addEdge(one[t], other[t]);
            graphStream.addEdge(Integer.toString(t), Integer.toString(one[t]), Integer.toString(other[t]));
        }
        Work ours = () -> Betweenness.exact(compact).scores();
        Work jgraphtWork = () -> {
            Map<Integer, Double> scores = new org.jgrapht.alg.scoring.BetweennessCentrality<>(jgrapht).getScores();
            double[] array = new double[nodes];
            scores.forEach((v, score) -> array[v] = score);
            return array;
        };
        Work graphStreamWork = () -> {
            BetweennessCentrality algorithm = new BetweennessCentrality();
            algorithm.setUnweighted();
            algorithm.init(graphStream);
            algorithm.compute();
            double[] array = new double[nodes];
            for (int v = 0; v < nodes; v++) {
                // it counts every pair from both ends
                array[v] = graphStream.getNode(v).getNumber("Cb") / 2;
            }
            return array;
        };
        for (int i = 0; i < 3; i++) {
            ours.scores(); // the others run long enough to be compiled on their way
        }
        Map<String, double[]> times = new HashMap<>();
        double[] expected = ours.scores();
        for (int round = 0; round < rounds; round++) {
            time("ours", ours, round, times, expected);
            time("JGraphT", jgraphtWork, round, times, expected);
            if (round == 0) {
                time("GraphStream", graphStreamWork, round, times, expected);
            }
        }
        double mine = median(times.getOrDefault("ours", new double[0]));
        out.printf("betweenness, %,d nodes, %,d ties, %d cores%n", nodes, one.length, cores());
        out.printf("%-12s %8.3f s%n", "ours", mine);
        for (String name : new String[] {"JGraphT", "GraphStream"}) {
            double theirs = median(times.getOrDefault(name, new double[0]));
            out.printf("%-12s %8.3f s  %6.1f times ours%n", name, theirs, theirs / mine);
        }
        Optional<String> igraph = igraph(Arrays.stream(expected).sum());
        out.println(igraph.map(seconds -> String.format(
                        "%-12s %8.3f s  %6.2f times ours",
                        "igraph (C)", Double.parseDouble(seconds), Double.parseDouble(seconds) / mine))
                .orElse("igraph (C)   not installed for python3"));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void time(String name, Work work, int round, Map<String, double[]> times, double[] expected) {
        long start = System.nanoTime();
        double[] scores = work.scores();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (int v = 0; v < nodes; v++) {
            if (Math.abs(scores[v] - expected[v]) > 1e-6 * Math.max(1, expected[v])) {
                throw new IllegalStateException(
                        name + " disagrees on node " + v + ": " + scores[v] + ", not " + expected[v]);
            }
        }
        double[] sofar = times.getOrDefault(name, new double[0]);
        double[] more = Arrays.copyOf(sofar, round + 1);
        more[round] = seconds;
        times.put(name, more);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private Optional<String> igraph(double sum) {
        try {
            Path file = Files.createTempFile("ties", ".txt");
            try {
                StringBuilder text = new StringBuilder();
                for (int t = 0; t < one.length; t++) {
                    text.append(one[t]).append(' ').append(other[t]).append('\n');
                }
                Files.writeString(file, text);
                Process python = new ProcessBuilder(
                                PYTHON,
                                "-c",
                                IGRAPH,
                                file.toString(),
                                Integer.toString(nodes),
                                Integer.toString(rounds))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try (BufferedReader reader = python.inputReader(StandardCharsets.UTF_8)) {
                    String seconds = reader.readLine();
                    String total = reader.readLine();
                    if (seconds == null || total == null) {
                        return Optional.empty();
                    }
                    if (Math.abs(Double.parseDouble(total) - sum) > 1e-6 * sum) {
                        throw new IllegalStateException("igraph disagrees: " + total + ", not " + sum);
                    }
                    return Optional.of(seconds);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
