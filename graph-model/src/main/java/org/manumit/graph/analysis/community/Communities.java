package org.manumit.graph.analysis.community;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.manumit.graph.query.CompactGraph;

/**
 * A division of a graph into communities, each connected. They are numbered from the largest; of equals, by their first
 * node. Immutable; safe for use from several threads.
 */
public final class Communities {

    private final int[] community;
    private final int[] sizes;
    private final double modularity;

    Communities(int[] membership, int count, double modularity) {
        int[] size = new int[count];
        int[] first = new int[count];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int v = 0; v < membership.length; v++) {
            size[membership[v]]++;
            first[membership[v]] = Math.min(first[membership[v]], v);
        }
        long[] keys = new long[count];
        int[] at = new int[membership.length];
        for (int c = 0; c < count; c++) {
            keys[c] = (long) (Integer.MAX_VALUE - size[c]) << 32 | first[c];
            at[first[c]] = c;
        }
        Arrays.sort(keys);
        int[] renumbered = new int[count];
        sizes = new int[count];
        for (int i = 0; i < count; i++) {
            int old = at[(int) keys[i]];
            renumbered[old] = i;
            sizes[i] = size[old];
        }
        community = IntStream.of(membership).map(c -> renumbered[c]).toArray();
        this.modularity = modularity;
    }

    /** How many communities. */
    public int count() {
        return sizes.length;
    }

    /** The community a node lies in. */
    public int community(int node) {
        return community[node];
    }

    /** How many nodes lie in a community. */
    public int size(int number) {
        return sizes[number];
    }

    /** The nodes of a community, ascending. */
    public int[] members(int number) {
        return IntStream.range(0, community.length)
                .filter(v -> community[v] == number)
                .toArray();
    }

    /**
     * How much more weight lies within communities than chance would put there (Newman and Girvan 2004), at the
     * resolution asked for; at most 1.
     */
    public double modularity() {
        return modularity;
    }

    /** How many ties lead out of communities. */
    public int tiesBetween(CompactGraph graph) {
        int between = 0;
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                between += community[v] < community[graph.target(p)] ? 1 : 0;
            }
        }
        return between;
    }
}
