package org.manumit.importers.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.draft.ImportException;

/** Numbers the passages of one document and stops a document that is too large to be one. */
final class PassageCollector {

    private static final int MOST_PASSAGES = 200_000;
    private static final int LISTED = 20;
    private static final long MOST_CHARACTERS = 50_000_000L;

    private final Path file;
    private final Cancellation cancellation;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private long characters;

    PassageCollector(Path file, Cancellation cancellation) {
        this.file = file;
        this.cancellation = cancellation;
    }

    void add(String page, String text) {
        String stripped = tidy(text);
        if (stripped.isEmpty()) {
            return;
        }
        characters += stripped.length();
        if (passages.size() >= MOST_PASSAGES || characters > MOST_CHARACTERS) {
            throw new ImportException(String.format(
                    Locale.ROOT,
                    "%s: the text goes on after %,d paragraphs and %,d characters, more than any statement or report."
                            + " Split it, or ask the sender what it is.",
                    file.getFileName(),
                    passages.size(),
                    characters));
        }
        if ((passages.size() & 0x3FF) == 0) {
            cancellation.check();
        }
        passages.add(new Passage(passages.size() + 1L, page, stripped));
    }

    /** Stops when cancelled. */
    void check() {
        cancellation.check();
    }

    /** Keeps something noticed about the document. */
    void remark(String message) {
        remarks.add(message);
    }

    /** Notes what hangs on a mail and is a document of its own. */
    void attachmentNotRead(String name) {
        attachments.add(name);
    }

    List<String> remarks() {
        if (attachments.isEmpty()) {
            return List.copyOf(remarks);
        }
        List<String> all = new ArrayList<>(remarks);
        all.add("not read, because they are files of their own: "
                + String.join(", ", attachments.subList(0, Math.min(attachments.size(), LISTED)))
                + (attachments.size() > LISTED ? ", \u2026" : "")
                + "; save these attachments and import them too");
        return all;
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** Without the control characters that some programs leave in texts and no store or report can carry. */
    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || (c >= ' ' && c != '\u007f' && c != '\ufffe' && c != '\uffff')) {
                tidy.append(c);
            }
        }
        return tidy.toString().strip();
    }
}
