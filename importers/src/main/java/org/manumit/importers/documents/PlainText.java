package org.manumit.importers.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.tabular.TextEncoding;

/**
 * The paragraphs of a plain text: parted by empty lines, or line by line where there are none. A form feed begins a new
 * page.
 */
final class PlainText {

    private static final int LONGEST_LINE = 5_000_000;

    private final Path file;
    private final TextEncoding encoding;
    private final PassageCollector passages;

    PlainText(Path file, TextEncoding encoding, PassageCollector passages) {
        this.file = file;
        this.encoding = encoding;
        this.passages = passages;
    }

    void read() throws IOException {
        boolean paragraphs = hasEmptyLines();
        int page = 1;
        boolean marked = false;
        StringBuilder paragraph = new StringBuilder();
        try (BufferedReader lines = open()) {
            for (String line = readLine(lines); line != null; line = readLine(lines)) {
                String rest = line;
                for (int feed = rest.indexOf('\f'); feed >= 0; feed = rest.indexOf('\f')) {
                    paragraph.append(rest, 0, feed);
                    flush(paragraph, marked, page);
                    page++;
                    marked = true;
                    rest = rest.substring(feed + 1);
                }
                if (rest.isBlank() || !paragraphs) {
                    paragraph.append(rest);
                    flush(paragraph, marked, page);
                } else {
                    paragraph.append(rest.strip()).append('\n');
                }
            }
        }
        flush(paragraph, marked, page);
    }

    private void flush(StringBuilder paragraph, boolean marked, int page) {
        passages.add(marked ? Integer.toString(page) : "", paragraph.toString());
        paragraph.setLength(0);
    }

    private boolean hasEmptyLines() throws IOException {
        boolean text = false;
        boolean gap = false;
        try (BufferedReader lines = open()) {
            for (String line = readLine(lines); line != null; line = readLine(lines)) {
                if (line.isBlank()) {
                    gap = text;
                } else if (gap) {
                    return true;
                } else {
                    text = true;
                }
            }
        }
        return false;
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(encoding.open(file));
    }

    /** A line, or null at the end; a line without end would otherwise fill the memory. */
    private @Nullable String readLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c == '\r') {
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
                return line.toString();
            }
            if (line.length() >= LONGEST_LINE) {
                throw new ImportException(String.format(
                        Locale.ROOT,
                        "%s: a line has more than %,d characters, so this is no text that people wrote. Ask the sender"
                                + " what it is.",
                        file.getFileName(),
                        LONGEST_LINE));
            }
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
