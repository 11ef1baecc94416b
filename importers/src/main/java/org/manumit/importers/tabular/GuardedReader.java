package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Vets a delimited text on its way to the parser, line by line and in bounded memory: refuses lines beyond the limit
 * and text that is binary after all, and takes the meaning from an opening quote that has no closing one. Without that
 * a single stray quote would swallow all rows up to the next one, or to the end of the file, without a word.
 *
 * <p>An opening quote is stray when its closing one does not end a cell, is further away than the limits allow, or when
 * the lines in between look like records of their own. It is passed on as {@link #LITERAL_QUOTE}; the row reader puts
 * it back.
 */
final class GuardedReader extends Reader {

    /** Stands for a quote character that is meant as itself: from the private use area, unlikely in any text. */
    static final char LITERAL_QUOTE = '\uf8f1';

    private static final int MAX_REPAIRS = 1000;

    private final Reader in;
    private final Path file;
    private final Dialect dialect;
    private final TabularLimits limits;
    private final List<RowReader.Repair> repairs = new ArrayList<>();

    private char[] buffer = new char[1 << 16];
    private int next;
    private int vetted;
    private int limit;
    private boolean ended;
    private long line = 1;
    private long replaced;

    GuardedReader(Reader in, Path file, Dialect dialect, TabularLimits limits) {
        this.in = in;
        this.file = file;
        this.dialect = dialect;
        this.limits = limits;
    }

    List<RowReader.Repair> repairs() {
        return repairs;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (next == vetted) {
            if (!vetLine()) {
                return -1;
            }
            // Hand out as many whole lines as were asked for and are already in the buffer.
            boolean more = true;
            while (more && vetted - next < length) {
                more = vetBufferedLine();
            }
        }
        int count = Math.min(length, vetted - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Vets one more line only if its end is already in the buffer. */
    private boolean vetBufferedLine() throws IOException {
        for (int i = vetted; i < limit - 1; i++) {
            char c = buffer[i];
            if (c == '\n' || c == '\r') {
                return vetLine();
            }
        }
        return false;
    }

    private boolean vetLine() throws IOException {
        int end = lineEnd(vetted, line);
        if (end < 0) {
            return false;
        }
        boolean quoted = false;
        for (int i = vetted; i < end; i++) {
            char c = buffer[i];
            if (c == dialect.quote()) {
                quoted = true;
            } else if (c == '\ufffd') {
                noteReplacement();
            }
        }
        vetted = quoted ? vetQuotes(end) : end;
        if (!quoted) {
            line++;
        }
        return true;
    }

    private void noteReplacement() {
        replaced++;
        if (replaced <= 20) {
            repairs.add(
                    new RowReader.Repair(line, "a character that cannot be read in this encoding, shown as \ufffd"));
        }
    }

    /**
     * Walks through the cells of the line that ends at {@code end}, and on into the following lines where a quoted cell
     * spans them. Returns the end of what was vetted; counts the lines passed.
     */
    private int vetQuotes(int end) throws IOException {
        int at = vetted;
        int lineEnd = end;
        int cells = 0;
        while (at < lineEnd) {
            cells++;
            at = afterBlanks(at, lineEnd);
            if (at >= lineEnd || buffer[at] != dialect.quote()) {
                at = afterCell(at, lineEnd);
                continue;
            }
            Span span = closing(at, lineEnd, cells);
            // The buffer may have moved while lines were added to it.
            at -= span.shift;
            lineEnd -= span.shift;
            if (span.close < 0) {
                buffer[at] = LITERAL_QUOTE;
                if (repairs.size() < MAX_REPAIRS) {
                    repairs.add(new RowReader.Repair(line, "a quote that is never closed, read as part of the text"));
                }
                at = afterCell(at, lineEnd);
            } else {
                line += span.lines;
                lineEnd = span.lineEnd;
                at = afterCell(span.close + 1, lineEnd);
            }
        }
        line++;
        return lineEnd;
    }

    private int afterCell(int from, int lineEnd) {
        int at = from;
        while (at < lineEnd && buffer[at] != dialect.delimiter()) {
            at++;
        }
        return Math.min(lineEnd, at + 1);
    }

    /** Where a quoted cell closes: index of the quote or -1, lines passed, end of its line, how far the buffer moved. */
    private record Span(int close, int lines, int lineEnd, int shift) {}

    /**
     * Looks for the end of the quoted cell that is the {@code cell}-th of its record. Whole records inside it mean that
     * the quote was never closed, unless the record comes out with the right number of cells all the same.
     */
    private Span closing(int open, int firstLineEnd, int cell) throws IOException {
        int before = next;
        int at = open + 1;
        int lineEnd = firstLineEnd;
        int lines = 0;
        int shift = 0;
        int lineStart = open;
        boolean heldRecords = false;
        while (true) {
            while (at < lineEnd) {
                if (buffer[at] != dialect.quote()) {
                    at++;
                } else if (at + 1 < lineEnd && buffer[at + 1] == dialect.quote()) {
                    at += 2;
                } else if (endsCell(at + 1, lineEnd)) {
                    boolean fits = !heldRecords || completes(cell, at + 1, lineEnd);
                    return fits ? new Span(at, lines, lineEnd, shift) : new Span(-1, 0, lineEnd, shift);
                } else {
                    return new Span(-1, 0, lineEnd, shift);
                }
            }
            boolean wholeLine = lines > 0;
            if (wholeLine && dialect.columns() > 2 && delimiters(lineStart, lineEnd) >= dialect.columns() - 1) {
                heldRecords = true;
            }
            if (lines >= limits.quotedLines() || lineEnd - open + shift > limits.cellLength()) {
                return new Span(-1, 0, lineEnd, shift);
            }
            int following = lineEnd(lineEnd, line + lines + 1);
            int moved = before - next;
            if (moved != 0) {
                shift += moved;
                lineEnd -= moved;
                before = next;
            }
            if (following < 0) {
                return new Span(-1, 0, lineEnd, shift);
            }
            lineStart = lineEnd;
            at = lineEnd;
            lineEnd = following;
            lines++;
        }
    }

    /** Some programs put a blank before a quoted cell, or a tab behind it to keep its digits. */
    private int afterBlanks(int from, int lineEnd) {
        int at = from;
        while (dialect.trimsAroundQuotes() && at < lineEnd && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
        return at;
    }

    private boolean endsCell(int from, int lineEnd) {
        int at = afterBlanks(from, lineEnd);
        return at >= lineEnd || buffer[at] == dialect.delimiter() || buffer[at] == '\n' || buffer[at] == '\r';
    }

    /** Whether a record whose {@code cell}-th cell ends at {@code from} can have the right number of cells. */
    private boolean completes(int cell, int from, int lineEnd) {
        int cells = cell;
        boolean inside = false;
        for (int i = from; i < lineEnd; i++) {
            if (buffer[i] == dialect.quote()) {
                inside = !inside;
            } else if (!inside && buffer[i] == dialect.delimiter()) {
                cells++;
            }
        }
        // A quote still open goes on in the next line, and more cells may follow there.
        return inside ? cells <= dialect.columns() : cells == dialect.columns();
    }

    private int delimiters(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (buffer[i] == dialect.delimiter()) {
                count++;
            }
        }
        return count;
    }

    /**
     * Index after the line break that ends the line starting at {@code from}, or -1 at the end of the text. May move
     * the buffer's content down by {@code next}, which then is 0; the result counts in the moved buffer.
     */
    private int lineEnd(int from, long number) throws IOException {
        int start = from;
        int i = from;
        while (true) {
            while (i < limit) {
                char c = buffer[i];
                if (c == '\n') {
                    return i + 1;
                }
                if (c == '\r') {
                    if (i + 1 < limit) {
                        return buffer[i + 1] == '\n' ? i + 2 : i + 1;
                    }
                    if (ended) {
                        return i + 1;
                    }
                    break;
                }
                if (c == 0) {
                    throw UnreadableTable.because(
                            file,
                            "line " + number + " holds zero bytes, so this is no text or it is damaged",
                            "Export the table again as CSV or XLSX");
                }
                i++;
            }
            if (i - start > limits.lineLength()) {
                throw UnreadableTable.because(
                        file,
                        String.format(
                                Locale.ROOT, "line %d is longer than %,d characters", number, limits.lineLength()),
                        "Check that this is a table with one record per line, and export it again");
            }
            if (ended) {
                return i > start ? i : -1;
            }
            int moved = fill();
            start -= moved;
            i -= moved;
        }
    }

    /** Reads more; returns by how much the content moved down. */
    private int fill() throws IOException {
        int moved = 0;
        if (limit == buffer.length) {
            if (next > 0) {
                System.arraycopy(buffer, next, buffer, 0, limit - next);
                moved = next;
                vetted -= moved;
                limit -= moved;
                next = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
        return moved;
    }
}
