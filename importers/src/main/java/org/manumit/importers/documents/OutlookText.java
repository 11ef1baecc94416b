package org.manumit.importers.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.CancelledException;
import org.manumit.importers.draft.ImportException;

/** A mail as Outlook keeps it (MSG): the same as of a mail as it was sent. */
final class OutlookText {

    private static final int DEEPEST = 10;

    private final Path file;
    private final PassageCollector passages;

    OutlookText(Path file, PassageCollector passages) {
        this.file = file;
        this.passages = passages;
    }

    private interface Part {
        @Nullable
        String get() throws ChunkNotFoundException;
    }

    void read() throws IOException {
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            message(message, "", 0);
        } catch (ImportException | CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ImportException(
                    file.getFileName() + ": the Outlook mail is cut off or damaged. Save it again from Outlook.", e);
        }
    }

    private void message(MAPIMessage message, String page, int depth) throws IOException {
        if (depth > DEEPEST) {
            passages.remark("a mail within a mail within a mail, more than " + DEEPEST + " deep, was not read further");
            return;
        }
        message.setReturnNullOnMissingChunk(true);
        if (message.has7BitEncodingStrings()) {
            message.guess7BitEncoding();
        }
        field(page, "From", message::getDisplayFrom);
        field(page, "To", message::getDisplayTo);
        field(page, "Cc", message::getDisplayCC);
        field(page, "Bcc", message::getDisplayBCC);
        field(page, "Date", () -> date(message.getMessageDate()));
        field(page, "Subject", message::getSubject);
        body(message, page);
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            if (attachment.isEmbeddedMessage()) {
                message(attachment.getEmbeddedMessage(), page.isEmpty() ? "attached mail" : page, depth + 1);
                continue;
            }
            Object name = attachment.getAttachLongFileName() == null
                    ? attachment.getAttachFileName()
                    : attachment.getAttachLongFileName();
            passages.add(page, "Attachment: " + (name == null ? "without a name" : name));
            passages.attachmentNotRead(String.valueOf(name));
        }
    }

    /** The plain text, or that of the web page or rich text where there is none. */
    private void body(MAPIMessage message, String page) {
        String text = read(message::getTextBody);
        if (!text.isBlank()) {
            for (String paragraph : text.split("\\R\\s*\\R", -1)) {
                passages.add(page, paragraph);
            }
            return;
        }
        String html = read(message::getHtmlBody);
        if (!html.isBlank()) {
            HtmlText.read(html, page, passages);
            return;
        }
        String rich = read(message::getRtfBody);
        if (!rich.isBlank()) {
            RtfText.read(rich.getBytes(StandardCharsets.ISO_8859_1), page, passages);
        }
    }

    private static @Nullable String date(@Nullable Calendar date) {
        if (date == null) {
            return null;
        }
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(date.getTime());
    }

    private void field(String page, String name, Part part) {
        String value = read(part);
        if (!value.isBlank()) {
            passages.add(page, name + ": " + value);
        }
    }

    private static String read(Part part) {
        try {
            String text = part.get();
            return text == null ? "" : text.replace("\0", "").strip();
        } catch (ChunkNotFoundException e) {
            return "";
        }
    }
}
