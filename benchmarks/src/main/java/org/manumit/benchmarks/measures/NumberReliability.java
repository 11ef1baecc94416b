package org.manumit.benchmarks.measures;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Victims;

/**
 * How many numbers that took over from others are found in {@linkplain Town towns} where numbers change hands in all the
 * ways they do, how many are told wrongly, of whom, and whether scores mean what they say. Arguments: the first seed and how
 * many of each kind of town. Seeds from 1,000 on were never looked at while rules were written.
 */
public final class NumberReliability {

    static final Map<String, Town.Habits> TOWNS = new LinkedHashMap<>();

    static {
        TOWNS.put("everything recorded", new Town.Habits(500, 130, 1, 1, 1, 5, 0.6, 1.2, 0.25));
        TOWNS.put("no antennas", new Town.Habits(500, 130, 1, 0, 1, 5, 0.6, 1.2, 0.25));
        TOWNS.put("calls only", new Town.Habits(500, 130, 1, 0, 0, 5, 0.6, 1.2, 0.25));
        TOWNS.put("half of the numbers' records", new Town.Habits(600, 120, 0.5, 1, 0.7, 5, 0.6, 1.2, 0.25));
        TOWNS.put("little is said", new Town.Habits(500, 100, 0.8, 0.6, 0.5, 5, 0.4, 0.5, 0.25));
        TOWNS.put("telephones for work", new Town.Habits(500, 130, 1, 1, 1, 5, 0.6, 1.5, 0.8));
        TOWNS.put("a town of other habits", new Town.Habits(900, 200, 0.7, 0.5, 0.3, 8, 0.5, 0.8, 0.5));
    }

    private final PrintStream out;
    final Reliability reliability = new Reliability();
    private final Map<String, Integer> wrongly = new TreeMap<>();

    private NumberReliability(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        int first = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int each = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        new NumberReliability(System.out).run(first, each);
    }

    private void run(int first, int each) {
        out.println(
                "| town | changed | found | told | right of those told | by shared contacts | by degree | at random |");
        out.println("|---|---|---|---|---|---|---|---|");
        TOWNS.forEach((name, habits) -> {
            int[] counts = new int[4];
            double[] baselines = new double[3];
            for (int seed = first; seed < first + each; seed++) {
                town(habits, seed, counts, baselines);
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.2f | %.2f | %.2f | %.2f |%n",
                    name,
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[2] == 0 ? 1 : (double) counts[1] / counts[2],
                    baselines[0] / each,
                    baselines[1] / each,
                    baselines[2] / each);
        });
        out.println();
        out.println("| told wrongly | times |");
        out.println("|---|---|");
        wrongly.forEach((story, times) -> out.printf("| %s | %d |%n", story, times));
        out.println();
        reliability.print(out, 0.5);
    }

    private void town(Town.Habits habits, int seed, int[] counts, double[] baselines) {
        Random random = new Random(seed * 7_919L + habits.hashCode());
        PlantedCase sketch = new PlantedCase(random);
        Town town = new Town(sketch, habits, random);
        town.change();
        town.talk();
        CaseGraph graph = sketch.graph();
        CallIndex index = CallIndex.of(graph);
        // a change that has left no five records of either number is nobody's to find
        Map<Integer, Integer> planted = new TreeMap<>();
        town.successors().forEach((old, young) -> {
            if (seen(index, old) && seen(index, young)) {
                planted.put(old, young);
            }
        });
        List<SuccessorNumber> told = SuccessorNumbers.find(
                index, Victims.of(graph), SuccessorParameters.USUAL, Progress.NONE, Cancellation.NEVER);
        counts[0] += planted.size();
        counts[2] += told.size();
        for (SuccessorNumber s : told) {
            int from = graph.indexOf(s.from()).orElseThrow();
            int to = graph.indexOf(s.to()).orElseThrow();
            boolean right = town.successors().getOrDefault(from, -1) == to;
            counts[1] += right ? 1 : 0;
            reliability.add(s.score(), right);
            if (!right) {
                wrongly.merge(
                        town.successors().containsValue(to)
                                ? "somebody's new number, taken for another's"
                                : town.story(to),
                        1,
                        Integer::sum);
            }
        }
        baselines(index, planted, baselines);
    }

    private static boolean seen(CallIndex index, int entity) {
        int number = index.number(entity);
        return number >= 0 && index.count(number) >= SuccessorParameters.USUAL.leastRecords();
    }

    /** Of as many pairs as were planted, how many are right when taken by simpler means among those that fit in time. */
    private static void baselines(CallIndex index, Map<Integer, Integer> planted, double[] baselines) {
        List<int[]> pairs = new ArrayList<>();
        long silence = SuccessorParameters.USUAL.shortestSilence().toSeconds();
        for (int a = 0; a < index.size(); a++) {
            for (int b = 0; b < index.size(); b++) {
                long gap = index.first(b) - index.last(a);
                if (a != b
                        && index.count(a) >= 5
                        && index.count(b) >= 5
                        && index.coveredUntil(a) - index.last(a) >= silence
                        && index.first(b) - index.coveredSince(b) >= silence
                        && gap >= -7 * PlantedCase.DAY
                        && gap <= 30 * PlantedCase.DAY) {
                    Set<Integer> shared = new HashSet<>();
                    for (int c : index.contacts(a)) {
                        shared.add(c);
                    }
                    int mine = 0;
                    for (int c : index.contacts(b)) {
                        mine += shared.contains(c) ? 1 : 0;
                    }
                    int right = planted.getOrDefault(index.entity(a), -1) == index.entity(b) ? 1 : 0;
                    pairs.add(new int[] {mine, index.contacts(a).length + index.contacts(b).length, right});
                }
            }
        }
        for (int by = 0; by < 2; by++) {
            int column = by;
            pairs.sort((p, q) -> Integer.compare(q[column], p[column]));
            baselines[by] += (double) pairs.stream()
                            .limit(planted.size())
                            .mapToInt(p -> p[2])
                            .sum()
                    / planted.size();
        }
        baselines[2] += pairs.stream().mapToInt(p -> p[2]).average().orElse(0);
    }
}
