package org.manumit.graph.analysis.centrality;

import java.util.Arrays;
import org.manumit.graph.query.CompactGraph;

/** Which nodes reach each other at all. Components are numbered from the largest; of equals, by their first node. */
public final class Components {

    private final int[] component;
    private final int[] sizes;

    private Components(int[] component, int[] sizes) {
        this.component = component;
        this.sizes = sizes;
    }

    /** Finds them, in time O(nodes + ties). */
    public static Components of(CompactGraph graph) {
        int n = graph.nodeCount();
        int[] component = new int[n];
        Arrays.fill(component, -1);
        int[] sizes = new int[n];
        int[] queue = new int[n];
        int count = 0;
        for (int root = 0; root < n; root++) {
            if (component[root] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = root;
            component[root] = count;
            for (int head = 0; head < tail; head++) {
                int v = queue[head];
                for (int p = graph.start(v); p < graph.start(v + 1); p++) {
                    int u = graph.target(p);
                    if (component[u] < 0) {
                        component[u] = count;
                        queue[tail++] = u;
                    }
                }
            }
            sizes[count++] = tail;
        }
        return new Components(component, Arrays.copyOf(sizes, count)).largestFirst();
    }

    /** The same groups, numbered from the largest; of equals, by their first node. */
    private Components largestFirst() {
        int count = sizes.length;
        long[] keys = new long[count];
        for (int c = 0; c < count; c++) {
            keys[c] = (long) (Integer.MAX_VALUE - sizes[c]) << 32 | c;
        }
        Arrays.sort(keys);
        int[] renumbered = new int[count];
        int[] ordered = new int[count];
        for (int i = 0; i < count; i++) {
            int old = (int) keys[i];
            renumbered[old] = i;
            ordered[i] = sizes[old];
        }
        int[] of = new int[component.length];
        for (int v = 0; v < of.length; v++) {
            of[v] = renumbered[component[v]];
        }
        return new Components(of, ordered);
    }

    /** How many components. */
    public int count() {
        return sizes.length;
    }

    /** The component a node lies in. */
    public int component(int node) {
        return component[node];
    }

    /** How many nodes lie in a component. */
    public int size(int component) {
        return sizes[component];
    }
}
