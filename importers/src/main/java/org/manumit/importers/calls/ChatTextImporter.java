package org.manumit.importers.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.EncodingDetector;

/**
 * Reads the text that messengers write of one chat ({@code _chat.txt}): each message below or behind its time and its
 * writer. A message goes from its writer to everybody else who writes in the chat. Stateless.
 */
public final class ChatTextImporter implements SourceImporter {

    static final int LONGEST_LINE = 200_000;

    private static final String LAYOUT = "messages of a chat, as a messenger writes them out";
    private static final int LOOKED_AT = 60;
    private static final int HEAD_LINE = 4000;
    private static final int HEAD_BYTES = 4096;
    private static final Pattern OPENING = Pattern.compile(
            "[^\\p{Alnum}\\[]{0,8}\\[?(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{1,4}|\\d{4}[^\\x00-\\x7f]{2,3} ?\\d{1,2}[^\\x00-\\x7f])");

    /** An importer of chats. */
    public ChatTextImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try {
            return form(file).map(form -> new Detection(kind(), 0.96, LAYOUT));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Optional<ChatForm> form(SourceFile file) throws IOException {
        try (InputStream head = Files.newInputStream(file.path())) {
            // Nothing else of the file is read unless it looks like one.
            String opening = new String(head.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1).replace("\0", "");
            if (!OPENING.matcher(opening).lookingAt() && !ChatForm.maybeIn(opening)) {
                return Optional.empty();
            }
        }
        List<String> first = new ArrayList<>();
        try (Reader text = EncodingDetector.text(file.path());
                GuardedLines in = new GuardedLines(file.path(), text, HEAD_LINE)) {
            for (Optional<String> line = in.next(); line.isPresent() && first.size() < LOOKED_AT; line = in.next()) {
                if (!line.get().isBlank()) {
                    first.add(line.get());
                }
            }
        } catch (ImportException e) {
            // A line longer than any message: whatever it is, it is no chat.
            return Optional.empty();
        }
        return ChatForm.of(first);
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        try {
            ChatForm form = form(file).orElse(ChatForm.OPENED);
            ChatReading reading = new ChatReading(file, form, options, progress, cancellation);
            reading.learn();
            reading.read();
            return reading.draft(LAYOUT);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.96,
                List.of(
                        new Preview.Column("writer", "caller", "who wrote it"),
                        new Preview.Column("others", "called", "everybody else who writes in the chat"),
                        new Preview.Column("time", "start", "before the writer")),
                rows);
    }
}
