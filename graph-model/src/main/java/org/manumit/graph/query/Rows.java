package org.manumit.graph.query;

import java.util.Arrays;

/** Growable pairs of (group, row), then packed into a list of rows per group. */
final class Rows {
    private int[] groups = new int[64];
    private int[] rows = new int[64];
    private int size;

    void add(int group, int row) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        groups[size] = group;
        rows[size] = row;
        size++;
    }

    /** Packs them, group {@code g} becoming {@code renumbered[g]}; the order within a group is kept. */
    Packed pack(int groupCount, int[] renumbered) {
        int[] offsets = new int[groupCount + 1];
        for (int i = 0; i < size; i++) {
            offsets[renumbered[groups[i]] + 1]++;
        }
        for (int g = 0; g < groupCount; g++) {
            offsets[g + 1] += offsets[g];
        }
        int[] next = offsets.clone();
        int[] packed = new int[size];
        for (int i = 0; i < size; i++) {
            packed[next[renumbered[groups[i]]]++] = rows[i];
        }
        return new Packed(offsets, packed);
    }

    /** Rows per group. */
    static final class Packed {
        private final int[] offsets;
        private final int[] rows;

        private Packed(int[] offsets, int[] rows) {
            this.offsets = offsets;
            this.rows = rows;
        }

        int count(int group) {
            return offsets[group + 1] - offsets[group];
        }

        int[] of(int group) {
            return Arrays.copyOfRange(rows, offsets[group], offsets[group + 1]);
        }
    }
}
