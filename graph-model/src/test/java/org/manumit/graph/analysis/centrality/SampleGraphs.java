package org.manumit.graph.analysis.centrality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.manumit.graph.query.CompactGraph;

/** Graphs to measure: classic ones and random ones. */
public final class SampleGraphs {

    private SampleGraphs() {}

    /** A graph with a name for test reports. */
    public record Sample(String name, CompactGraph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Ties written as pairs of numbers. */
    public static CompactGraph of(int nodes, int... ends) {
        int[] one = new int[ends.length / 2];
        int[] other = new int[ends.length / 2];
        for (int i = 0; i < one.length; i++) {
            one[i] = ends[2 * i];
            other[i] = ends[2 * i + 1];
        }
        return CompactGraph.of(nodes, one, other);
    }

    /** So many distinct ties drawn evenly. */
    public static CompactGraph random(int nodes, int ties, long seed) {
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        List<Integer> ends = new ArrayList<>();
        int most = (int) Math.min(ties, (long) nodes * (nodes - 1) / 2);
        while (seen.size() < most) {
            int a = random.nextInt(nodes);
            int b = random.nextInt(nodes);
            if (a != b && seen.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
                ends.add(a);
                ends.add(b);
            }
        }
        return of(nodes, ends.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A few hubs with many who have one tie only, as call records give. */
    public static CompactGraph contacts(int nodes, int extra, long seed) {
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        List<Integer> ends = new ArrayList<>();
        for (int v = 1; v < nodes; v++) {
            int to = random.nextInt(3) > 0
                    ? ends.isEmpty() ? 0 : ends.get(random.nextInt(ends.size()))
                    : random.nextInt(v);
            if (seen.add((long) Math.min(v, to) << 32 | Math.max(v, to))) {
                ends.add(v);
                ends.add(to);
            }
        }
        for (int i = 0; i < extra; i++) {
            int a = random.nextInt(nodes);
            int b = random.nextInt(nodes);
            if (a != b && seen.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
                ends.add(a);
                ends.add(b);
            }
        }
        return of(nodes, ends.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Zachary's karate club (1977): 34 members, 78 ties. */
    public static CompactGraph karate() {
        return of(
                34, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 0, 12, 0, 13, 0, 17, 0, 19, 0, 21, 0,
                31, 1, 2, 1, 3, 1, 7, 1, 13, 1, 17, 1, 19, 1, 21, 1, 30, 2, 3, 2, 7, 2, 8, 2, 9, 2, 13, 2, 27, 2, 28, 2,
                32, 3, 7, 3, 12, 3, 13, 4, 6, 4, 10, 5, 6, 5, 10, 5, 16, 6, 16, 8, 30, 8, 32, 8, 33, 9, 33, 13, 33, 14,
                32, 14, 33, 15, 32, 15, 33, 18, 32, 18, 33, 19, 33, 20, 32, 20, 33, 22, 32, 22, 33, 23, 25, 23, 27, 23,
                29, 23, 32, 23, 33, 24, 25, 24, 27, 24, 31, 25, 31, 26, 29, 26, 33, 27, 33, 28, 31, 28, 33, 29, 32, 29,
                33, 30, 32, 30, 33, 31, 32, 31, 33, 32, 33);
    }

    /** One after the other. */
    public static CompactGraph path(int nodes) {
        int[] ends = new int[2 * (nodes - 1)];
        for (int i = 0; i < nodes - 1; i++) {
            ends[2 * i] = i;
            ends[2 * i + 1] = i + 1;
        }
        return of(nodes, ends);
    }

    static CompactGraph star(int leaves) {
        int[] ends = new int[2 * leaves];
        for (int i = 0; i < leaves; i++) {
            ends[2 * i + 1] = i + 1;
        }
        return of(leaves + 1, ends);
    }

    /** Graphs of many kinds, small enough for slow judges. */
    public static Stream<Sample> all() {
        List<Sample> samples = new ArrayList<>(List.of(
                new Sample("nothing", of(0)),
                new Sample("one node", of(1)),
                new Sample("three nodes, no tie", of(3)),
                new Sample("one tie", of(2, 0, 1)),
                new Sample("path", path(7)),
                new Sample("star", star(6)),
                new Sample("ring", of(6, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0)),
                new Sample("two triangles and a bridge", of(6, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 5, 5, 3)),
                new Sample("triangle with branches", of(9, 0, 1, 1, 2, 2, 0, 0, 3, 3, 4, 3, 5, 1, 6, 6, 7, 7, 8)),
                new Sample("several components", of(9, 0, 1, 1, 2, 3, 4, 5, 6, 6, 7, 7, 5)),
                new Sample("two sides", of(5, 0, 2, 0, 3, 0, 4, 1, 2, 1, 3, 1, 4)),
                new Sample("karate club", karate())));
        for (int seed = 0; seed < 12; seed++) {
            samples.add(new Sample("random " + seed, random(20 + 10 * seed, 15 + 22 * seed, seed)));
            samples.add(new Sample("contacts " + seed, contacts(15 + 12 * seed, 5 * seed, seed)));
        }
        return samples.stream();
    }
}
