package org.manumit.graph;

import java.util.Arrays;

/** Growable primitive columns, for the packed tables' builders. */
final class Columns {

    private Columns() {}

    static int[] room(int[] a, int size) {
        return size < a.length ? a : Arrays.copyOf(a, grown(size));
    }

    static long[] room(long[] a, int size) {
        return size < a.length ? a : Arrays.copyOf(a, grown(size));
    }

    static byte[] room(byte[] a, int size) {
        return size < a.length ? a : Arrays.copyOf(a, grown(size));
    }

    static <T> T[] room(T[] a, int size) {
        return size < a.length ? a : Arrays.copyOf(a, grown(size));
    }

    private static int grown(int size) {
        return Math.max(16, size + (size >> 1));
    }
}
