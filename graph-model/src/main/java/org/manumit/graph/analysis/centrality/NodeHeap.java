package org.manumit.graph.analysis.centrality;

import java.util.Arrays;

/**
 * Nodes waiting in the order of a number each, the least first and of equals the smaller node; a node's number can be
 * lowered while it waits. Every node is in it at most once. On arrays, so that searches from thousands of nodes make no
 * garbage. Adding, lowering and taking cost O(log nodes).
 */
final class NodeHeap {

    private static final int ABSENT = -1;

    private final double[] key;
    private final int[] heap;
    private final int[] place;
    private int size;

    /** An empty heap for nodes below {@code nodeCount}. */
    NodeHeap(int nodeCount) {
        key = new double[nodeCount];
        heap = new int[nodeCount];
        place = new int[nodeCount];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a node, or lowers the number of one that waits. */
    void put(int node, double number) {
        if (place[node] == ABSENT) {
            place[node] = size++;
        }
        key[node] = number;
        rise(node);
    }

    /** The number that a node had when it was put in last. */
    double number(int node) {
        return key[node];
    }

    /** Takes the first node out. */
    int take() {
        int first = heap[0];
        place[first] = ABSENT;
        int last = heap[--size];
        if (size > 0) {
            place[last] = 0;
            sink(last);
        }
        return first;
    }

    private boolean comesBefore(int one, int other) {
        return key[one] < key[other] || (key[one] == key[other] && one < other);
    }

    private void rise(int node) {
        int at = place[node];
        while (at > 0) {
            int up = (at - 1) / 2;
            int above = heap[up];
            if (!comesBefore(node, above)) {
                break;
            }
            heap[at] = above;
            place[above] = at;
            at = up;
        }
        heap[at] = node;
        place[node] = at;
    }

    private void sink(int node) {
        int at = 0;
        while (2 * at + 1 < size) {
            int down = 2 * at + 1;
            if (down + 1 < size && comesBefore(heap[down + 1], heap[down])) {
                down++;
            }
            int below = heap[down];
            if (!comesBefore(below, node)) {
                break;
            }
            heap[at] = below;
            place[below] = at;
            at = down;
        }
        heap[at] = node;
        place[node] = at;
    }
}
