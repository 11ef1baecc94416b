package org.manumit.importers.tabular;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that the cells of a workbook share, packed as bytes: a large export has millions of them, which as strings
 * would fill the memory. Eight bytes of administration a text; a text is made anew each time it is asked for. Not
 * thread-safe.
 */
final class SharedTexts {

    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<byte[]> blocks = new ArrayList<>();

    /** Where each text begins, counted through all blocks; behind the last one, where the next will. */
    private long[] starts = new long[1 << 10];

    private int count;

    /** Adds the next one. */
    void add(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        long filled = starts[count];
        for (int from = 0; from < bytes.length; ) {
            int block = (int) (filled >>> BLOCK_BITS);
            if (blocks.size() == block) {
                blocks.add(new byte[BLOCK]);
            }
            int at = (int) (filled & (BLOCK - 1));
            int n = Math.min(bytes.length - from, BLOCK - at);
            System.arraycopy(bytes, from, blocks.get(block), at, n);
            from += n;
            filled += n;
        }
        starts[++count] = filled;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** How much memory they take. */
    long bytes() {
        return (long) BLOCK * blocks.size() + (long) Long.BYTES * starts.length;
    }

    /**
     * One of them.
     *
     * @throws IndexOutOfBoundsException when there is none of this number
     */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("shared text " + index + " of " + count);
        }
        long start = starts[index];
        int length = (int) (starts[index + 1] - start);
        int block = (int) (start >>> BLOCK_BITS);
        int at = (int) (start & (BLOCK - 1));
        if (at + length <= BLOCK) {
            return length == 0 ? "" : new String(blocks.get(block), at, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            int n = Math.min(length - done, BLOCK - at);
            System.arraycopy(blocks.get(block++), at, bytes, done, n);
            done += n;
            at = 0;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
