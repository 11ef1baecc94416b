package org.manumit.importers.tabular;

import java.util.Arrays;

/**
 * Tells whether a row with exactly the same cells was seen before, in eight bytes a row. Two different rows count as
 * the same with a probability of about one in 2^64 for each pair, so it serves to point rows out, never to drop them
 * unseen. Not thread-safe.
 */
public final class RowFingerprints {

    private long[] table = new long[1 << 12];
    private int size;

    /** Remembers the row; true when an equal one was there. */
    public boolean seen(Row row) {
        return !add(row.fingerprint());
    }

    private boolean add(long hash) {
        if (size * 2 >= table.length) {
            grow();
        }
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(hash -> hash != 0).forEach(this::add);
    }
}
