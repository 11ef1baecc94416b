package org.manumit.graph.store.neo4j;

import java.util.Arrays;

/** The records that go into one bundle, as indexes into their table. */
final class Group {

    /** More records than these make a further bundle, so that no transaction or message grows without bound. */
    static final int LARGEST = 5_000;

    private int[] indexes = new int[4];
    private int size;

    void add(int index) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
        }
        indexes[size++] = index;
    }

    int size() {
        return size;
    }

    int[] indexes() {
        return Arrays.copyOf(indexes, size);
    }
}
