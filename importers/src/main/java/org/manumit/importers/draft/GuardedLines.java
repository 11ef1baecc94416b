package org.manumit.importers.draft;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines of a text of unknown origin, one at a time, none longer than memory bears. Ends of lines are those of any
 * system. Not thread-safe.
 */
public final class GuardedLines implements Closeable {

    private final Path file;
    private final BufferedReader in;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private final char[] block = new char[1 << 15];
    private int at;
    private int end;
    private boolean afterReturn;
    private long number;

    /**
     * Lines of a text.
     *
     * @param file its name, for what the user is told
     * @param in the text, closed with this
     * @param longest how many characters a line may have
     */
    public GuardedLines(Path file, Reader in, int longest) {
        this.file = file;
        this.in = in instanceof BufferedReader buffered ? buffered : new BufferedReader(in);
        this.longest = longest;
    }

    /** The number of the line read last; the first is 1. */
    public long number() {
        return number;
    }

    /**
     * The next line, without its end; empty after the last.
     *
     * @throws ImportException when it is longer than allowed
     */
    public Optional<String> next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(block, 0, block.length));
                if (end == 0) {
                    number += any ? 1 : 0;
                    return any ? Optional.of(line.toString()) : Optional.empty();
                }
            }
            if (afterReturn && block[at] == '\n') {
                afterReturn = false;
                at++;
                continue;
            }
            afterReturn = false;
            int stop = at;
            while (stop < end && block[stop] != '\n' && block[stop] != '\r') {
                stop++;
            }
            any = true;
            if (line.length() + (stop - at) > longest) {
                throw new ImportException(
                        file.getFileName() + ": line " + (number + 1) + " is longer than "
                                + String.format(Locale.ROOT, "%,d", longest)
                                + " characters, which no such file needs. Ask for it with ends of lines, or for another format.");
            }
            line.append(block, at, stop - at);
            at = stop;
            if (stop < end) {
                afterReturn = block[stop] == '\r';
                at++;
                number++;
                return Optional.of(line.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
