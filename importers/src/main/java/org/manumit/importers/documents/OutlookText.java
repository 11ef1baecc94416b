package org.manumit.importers.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;

/** A mail as Outlook keeps it (MSG): the same as of a mail as it was sent. */
final class OutlookText {

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
            message.setReturnNullOnMissingChunk(true);
            if (message.has7BitEncodingStrings()) {
                message.guess7BitEncoding();
            }
            field("From", message::getDisplayFrom);
            field("To", message::getDisplayTo);
            field("Cc", message::getDisplayCC);
            field("Bcc", message::getDisplayBCC);
            field("Date", () -> date(message.getMessageDate()));
            field("Subject", message::getSubject);
            String text = read(message::getTextBody);
            String html = text.isBlank() ? read(message::getHtmlBody) : "";
            if (!html.isBlank()) {
                HtmlText.read(html, "", passages);
            }
            for (String paragraph : text.split("\\R\\s*\\R", -1)) {
                passages.add("", paragraph);
            }
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                Object name = attachment.getAttachLongFileName() == null
                        ? attachment.getAttachFileName()
                        : attachment.getAttachLongFileName();
                passages.add("", "Attachment: " + (name == null ? "without a name" : name));
            }
        } catch (ImportException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ImportException(
                    file.getFileName() + ": the Outlook mail is cut off or damaged. Save it again from Outlook.", e);
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

    private void field(String name, Part part) {
        String value = read(part);
        if (!value.isBlank()) {
            passages.add("", name + ": " + value);
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
