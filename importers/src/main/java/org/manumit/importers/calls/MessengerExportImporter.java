package org.manumit.importers.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads what messengers hand their users of their own chats in JSON: Telegram's {@code result.json}, of one chat or of
 * all, and the {@code message_1.json} of Facebook and Instagram. Each message goes from its writer to whoever else is in
 * the chat; calls that stand among them are calls. Stateless.
 */
public final class MessengerExportImporter implements SourceImporter {

    private static final int HEAD = 1 << 16;

    /** Which messenger wrote the file. */
    enum Messenger {
        TELEGRAM("messages and calls of Telegram, its own export"),
        META("messages and calls of Facebook or Instagram, their own export");

        private final String words;

        Messenger(String words) {
            this.words = words;
        }
    }

    private static final Pattern TELEGRAM =
            Pattern.compile("\"from_id\"\\s*:\\s*\"?(?:user|channel)?\\d|\"(?:date_unixtime|actor_id)\"\\s*:\\s*\"");
    private static final Pattern MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\\[");
    private static final Pattern META = Pattern.compile("\"sender_name\"\\s*:|\"participants\"\\s*:\\s*\\[");
    private static final Pattern META_TIME = Pattern.compile("\"timestamp_ms\"\\s*:\\s*\\d");

    /** An importer of messengers' own exports. */
    public MessengerExportImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        return messenger(file).map(messenger -> new Detection(kind(), 0.97, messenger.words));
    }

    private static Optional<Messenger> messenger(SourceFile file) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        String head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\u00ef\u00bb\u00bf", "")
                    .stripLeading();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        if (!head.startsWith("{")) {
            return Optional.empty();
        }
        if (TELEGRAM.matcher(head).find() && MESSAGES.matcher(head).find()) {
            return Optional.of(Messenger.TELEGRAM);
        }
        return META.matcher(head).find() && META_TIME.matcher(head).find()
                ? Optional.of(Messenger.META)
                : Optional.empty();
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        Messenger messenger = messenger(file)
                .orElseThrow(() -> new ImportException(file.fileName()
                        + ": this is no export of Telegram, Facebook or Instagram. Import it as another kind."));
        MessengerExportReading reading = new MessengerExportReading(file, options, messenger, progress, cancellation);
        try {
            reading.learn();
            reading.read();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft(messenger.words);
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.97,
                List.of(
                        new Preview.Column("writer", "caller", "who wrote or called"),
                        new Preview.Column("others", "called", "whoever else is in the chat"),
                        new Preview.Column("time", "start", "as the messenger counts it")),
                rows);
    }
}
