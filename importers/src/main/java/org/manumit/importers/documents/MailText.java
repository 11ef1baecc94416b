package org.manumit.importers.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.manumit.importers.draft.ImportException;

/** A mail as it was sent (EML): who, to whom, when, about what, its text, and the names of what is attached. */
final class MailText {

    private static final int DEEPEST = 10;
    private static final int LARGEST_PART = 20_000_000;
    private static final List<String> FIELDS = List.of("From", "Sender", "To", "Cc", "Bcc", "Date", "Subject");

    private final Path file;
    private final PassageCollector passages;

    MailText(Path file, PassageCollector passages) {
        this.file = file;
        this.passages = passages;
    }

    /** Whether a file begins with the fields of a mail. */
    static boolean is(String head) {
        int found = 0;
        int lines = 0;
        for (String line : head.split("\r?\n", 200)) {
            if (line.isEmpty()) {
                break;
            }
            boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!continued && !line.matches("[!-9;-~]+:.*")) {
                return false;
            }
            lines++;
            String name = line.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
            found += List.of("from", "to", "date", "subject", "message-id", "received", "mime-version", "return-path")
                            .contains(name)
                    ? 1
                    : 0;
        }
        return found >= 3 && lines >= 3;
    }

    void read() throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(1_000_000)
                .setMaxHeaderLen(1_000_000)
                .setMaxHeaderCount(5_000)
                .build());
        try (InputStream in = Files.newInputStream(file)) {
            Message message = builder.parseMessage(in);
            try {
                message(message, "", 0);
            } finally {
                message.dispose();
            }
        } catch (MimeIOException e) {
            throw damaged(e);
        }
    }

    private ImportException damaged(Exception e) {
        return new ImportException(
                file.getFileName() + ": the mail is damaged or is none. Export it again from the mail program.", e);
    }

    private void message(Message message, String page, int depth) throws IOException {
        for (String name : FIELDS) {
            for (Field field : message.getHeader().getFields(name)) {
                String value = DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT);
                passages.add(page, name + ": " + value.replaceAll("\\s+", " "));
            }
        }
        part(message, page, depth);
    }

    private void part(Entity entity, String page, int depth) throws IOException {
        if (depth > DEEPEST) {
            passages.remark("a mail within a mail within a mail, more than " + DEEPEST + " deep, was not read further");
            return;
        }
        Body body = entity.getBody();
        switch (body) {
            case Multipart parts
            when entity.getMimeType().equals("multipart/alternative") ->
                best(parts).ifPresent(part -> alternative(part, page, depth));
            case Multipart parts -> {
                for (Entity part : parts.getBodyParts()) {
                    part(part, page, depth + 1);
                }
            }
            case Message within -> message(within, page.isEmpty() ? "attached mail" : page, depth + 1);
            case SingleBody single -> single(entity, single, page);
            case null, default -> {}
        }
    }

    private void alternative(Entity part, String page, int depth) {
        try {
            part(part, page, depth + 1);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** The plain text of several forms of one text; the web page where there is none. */
    private static Optional<Entity> best(Multipart parts) {
        return parts.getBodyParts().stream()
                .filter(p -> p.getMimeType().equals("text/plain"))
                .findFirst()
                .or(() -> parts.getBodyParts().stream()
                        .filter(p -> p.getMimeType().startsWith("multipart/")
                                || p.getMimeType().equals("text/html"))
                        .findFirst())
                .or(() -> parts.getBodyParts().stream().findFirst());
    }

    private void single(Entity entity, SingleBody body, String page) throws IOException {
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        String type = entity.getMimeType();
        if (attached || body instanceof BinaryBody || !type.startsWith("text/")) {
            String name = entity.getFilename();
            passages.add(page, "Attachment: " + (name == null ? type : name + " (" + type + ")"));
            return;
        }
        String text = text(entity, body);
        if (type.equals("text/html")) {
            HtmlText.read(text, page, passages);
        } else {
            for (String paragraph : text.split("\\R\\s*\\R", -1)) {
                passages.add(page, paragraph);
            }
        }
    }

    private static String text(Entity entity, SingleBody body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = body.getInputStream()) {
            bytes.write(in.readNBytes(LARGEST_PART));
        }
        return bytes.toString(charset(entity.getCharset()));
    }

    private static Charset charset(String name) {
        try {
            // What calls itself ASCII and is not was written on Windows, mostly.
            return name == null || name.equalsIgnoreCase("us-ascii") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
