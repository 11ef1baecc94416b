package org.manumit.importers.contacts;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes an address book on, but of lines longer than any name or note, with what is folded under them, only the
 * beginning: pictures and sounds stand in such lines, and whoever takes cards apart holds each in memory at once. Not
 * thread-safe.
 */
final class LineSieve extends FilterReader {

    private static final int LONGEST = 100_000;

    private long length;
    private int before;
    private boolean atStart;
    private boolean continued;

    LineSieve(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int passed = 0;
        while (passed == 0 && count > 0) {
            int n = in.read(target, offset, count);
            if (n < 0) {
                return -1;
            }
            for (int i = offset; i < offset + n; i++) {
                char c = target[i];
                if (passes(c)) {
                    target[offset + passed++] = c;
                }
            }
        }
        return passed;
    }

    private boolean passes(char c) {
        if (c == '\n' || c == '\r') {
            // An equals sign at the end of a line carries it on, in the oldest cards.
            continued = atStart ? continued : before == '=';
            atStart = true;
            before = c;
            return true;
        }
        if (atStart) {
            length = continued || c == ' ' || c == '\t' ? length : 0;
            atStart = false;
        }
        length++;
        before = c;
        return length <= LONGEST;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
