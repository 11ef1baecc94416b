package org.manumit.app.feature.chart.layout;

import java.util.Arrays;

/** Different neighbours of each entity, itself excepted, with the number of links to each. */
final class Adjacency {

    private final int[] start;
    private final int[] neighbour;

    Adjacency(int nodes, int[] from, int[] to) {
        int[] rough = new int[nodes + 1];
        for (int l = 0; l < from.length; l++) {
            if (from[l] != to[l]) {
                rough[from[l] + 1]++;
                rough[to[l] + 1]++;
            }
        }
        for (int i = 0; i < nodes; i++) {
            rough[i + 1] += rough[i];
        }
        int[] all = new int[rough[nodes]];
        int[] next = rough.clone();
        for (int l = 0; l < from.length; l++) {
            if (from[l] != to[l]) {
                all[next[from[l]]++] = to[l];
                all[next[to[l]]++] = from[l];
            }
        }
        start = new int[nodes + 1];
        int size = 0;
        for (int i = 0; i < nodes; i++) {
            Arrays.sort(all, rough[i], rough[i + 1]);
            int previous = -1;
            for (int a = rough[i]; a < rough[i + 1]; a++) {
                if (all[a] != previous) {
                    previous = all[a];
                    all[size++] = previous;
                }
            }
            start[i + 1] = size;
        }
        neighbour = Arrays.copyOf(all, size);
    }

    int size() {
        return start.length - 1;
    }

    int degree(int node) {
        return start[node + 1] - start[node];
    }

    int neighbour(int node, int k) {
        return neighbour[start[node] + k];
    }

    /** Steps from a node to every other; -1 where there is no way. Returns the nodes reached, nearest first. */
    int[] breadthFirst(int source, int[] distance) {
        Arrays.fill(distance, -1);
        int[] queue = new int[size()];
        int tail = 0;
        queue[tail++] = source;
        distance[source] = 0;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int a = start[node]; a < start[node + 1]; a++) {
                int other = neighbour[a];
                if (distance[other] < 0) {
                    distance[other] = distance[node] + 1;
                    queue[tail++] = other;
                }
            }
        }
        return Arrays.copyOf(queue, tail);
    }
}
