package org.manumit.importers.draft;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes XML on, but of attributes, comments and sections that are longer than any text only the beginning: handset
 * backups keep whole films in an attribute, and a parser would hold each in memory at once. What is left is well-formed
 * where the whole was. In encodings of two bytes a character nothing can be left out; there a mark-up beyond all measure
 * is refused. Not thread-safe.
 */
final class MarkupSieve extends FilterInputStream {

    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_WIDE = 1 << 25;

    private enum State {
        TEXT,
        /** After {@code <}, while it is not known what follows. */
        OPENING,
        TAG,
        QUOTED,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final byte[] raw = new byte[1 << 15];
    private final byte[] sieved = new byte[(1 << 15) + 16];
    private int at;
    private int end;
    private State state = State.TEXT;
    private int opening;
    private byte quote;
    private long length;
    private long dropped;
    private int reference;
    private byte before;
    private byte beforeThat;
    private boolean started;
    private boolean wide;

    MarkupSieve(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return fill() ? sieved[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(count, end - at);
        System.arraycopy(sieved, at, bytes, offset, n);
        at += n;
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int n = in.read(raw, 0, raw.length);
            if (n < 0) {
                return false;
            }
            at = 0;
            end = 0;
            if (!started && n > 0) {
                started = true;
                int first = raw[0] & 0xFF;
                wide = first == 0xFE || first == 0xFF || first == 0 || (n > 1 && raw[1] == 0);
            }
            for (int i = 0; i < n; i++) {
                if (passes(raw[i])) {
                    sieved[end++] = raw[i];
                }
            }
        }
        return true;
    }

    private boolean passes(byte b) throws IOException {
        if (wide) {
            length = b == '<' ? 0 : length + 1;
            if (length > LONGEST_WIDE) {
                throw new IOException("it holds a piece of more than " + LONGEST_WIDE / 1_000_000
                        + " million bytes, as no such file does");
            }
            return true;
        }
        boolean passes = true;
        switch (state) {
            case TEXT -> {
                if (b == '<') {
                    enter(State.OPENING);
                }
            }
            case OPENING -> opening(b);
            case TAG -> {
                if (b == '"' || b == '\'') {
                    quote = b;
                    enter(State.QUOTED);
                } else if (b == '>') {
                    enter(State.TEXT);
                }
            }
            case QUOTED -> {
                if (b == quote) {
                    enter(State.TAG);
                } else {
                    passes = withinMeasure(b);
                }
            }
            case COMMENT -> passes = until(b, (byte) '-', (byte) '-');
            case CDATA -> passes = until(b, (byte) ']', (byte) ']');
            case INSTRUCTION -> passes = until(b, before, (byte) '?');
        }
        beforeThat = before;
        before = b;
        return passes;
    }

    private void enter(State next) {
        state = next;
        opening = 0;
        length = 0;
        dropped = 0;
        reference = 0;
    }

    /** Finds out what a {@code <} begins. */
    private void opening(byte b) {
        opening++;
        if (opening == 1 && b == '?') {
            enter(State.INSTRUCTION);
        } else if (opening == 1 && b != '!') {
            enter(b == '>' ? State.TEXT : State.TAG);
        } else if (opening == 3 && before == '-' && b == '-') {
            enter(State.COMMENT);
        } else if (opening == 2 && b == '[') {
            opening = 10; // the word CDATA and a second bracket follow
        } else if (opening == 16) {
            enter(b == '[' ? State.CDATA : State.TAG);
        } else if ((opening == 2 && b != '-') || (opening == 3 && b != '-')) {
            enter(State.TAG);
        }
    }

    /** Whether a byte of a value stands near enough to its beginning; no character and no reference is cut in two. */
    private boolean withinMeasure(byte b) {
        length++;
        boolean continued = (b & 0xC0) == 0x80;
        boolean passes = dropped == 0 && (length <= LONGEST || continued || reference > 0);
        dropped += passes ? 0 : 1;
        if (b == '&') {
            reference = passes ? 1 : 0;
        } else if (reference > 0) {
            reference = b == ';' || reference > 14 ? 0 : reference + 1;
        }
        return passes;
    }

    /** Whether a byte of a section passes; its end always does. */
    private boolean until(byte b, byte first, byte second) {
        boolean ends = b == '>' && before == second && beforeThat == first && length > 0;
        boolean instruction = state == State.INSTRUCTION;
        if (ends || (instruction && b == '>' && before == '?')) {
            long missing = dropped;
            enter(State.TEXT);
            // What closes the section was left out with the rest of it.
            if (missing > 1 && !instruction) {
                sieved[end++] = ' ';
                sieved[end++] = first;
            }
            if (missing > 0) {
                sieved[end++] = second;
            }
            return true;
        }
        length++;
        boolean passes = dropped == 0 && (length <= LONGEST || (b & 0xC0) == 0x80);
        dropped += passes ? 0 : 1;
        return passes;
    }
}
