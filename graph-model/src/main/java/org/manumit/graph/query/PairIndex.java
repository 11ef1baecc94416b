package org.manumit.graph.query;

import java.util.Arrays;

/** Numbers unordered pairs of small integers in the order of their first appearance; open addressing, no boxes. */
final class PairIndex {
    private static final long FREE = -1;

    private long[] slots = filled(1 << 10);
    private int[] numbers = new int[1 << 10];
    private long[] pairs = new long[1 << 9];
    private int size;

    private static long[] filled(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** The number of a pair, a new one when it was not seen before. */
    int number(int a, int b) {
        long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
        int mask = slots.length - 1;
        int at = mix(key) & mask;
        while (slots[at] != FREE) {
            if (slots[at] == key) {
                return numbers[at];
            }
            at = at + 1 & mask;
        }
        if (size == pairs.length) {
            grow();
            return number(a, b);
        }
        slots[at] = key;
        numbers[at] = size;
        pairs[size] = key;
        return size++;
    }

    private void grow() {
        pairs = Arrays.copyOf(pairs, pairs.length * 2);
        slots = filled(slots.length * 2);
        numbers = new int[slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int at = mix(pairs[i]) & mask;
            while (slots[at] != FREE) {
                at = at + 1 & mask;
            }
            slots[at] = pairs[i];
            numbers[at] = i;
        }
    }

    private static int mix(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h ^ h >>> 32);
    }

    int size() {
        return size;
    }

    int smaller(int number) {
        return (int) (pairs[number] >>> 32);
    }

    int larger(int number) {
        return (int) pairs[number];
    }
}
