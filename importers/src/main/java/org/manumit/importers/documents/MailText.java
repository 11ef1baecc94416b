package org.manumit.importers.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
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
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;

/** A mail as it was sent (EML): who, to whom, when, about what, its text, and the names of what is attached. */
final class MailText {

    private static final int DEEPEST = 10;
    private static final String POSTMARK = "From ";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
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
        String fields = head.startsWith(POSTMARK) ? head.substring(head.indexOf('\n') + 1) : head;
        for (String line : fields.split("\r?\n", 200)) {
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(POSTMARK.length());
            boolean folder = new String(in.readNBytes(POSTMARK.length()), StandardCharsets.ISO_8859_1).equals(POSTMARK);
            in.reset();
            if (folder) {
                folder(in);
            } else {
                mail(in, "");
            }
        } catch (MimeIOException e) {
            throw damaged(e);
        }
    }

    /** A folder of mails as many programs keep it: each after a line that begins with "From ". */
    private void folder(InputStream in) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        int mails = 0;
        for (int c = in.read(); ; c = in.read()) {
            if (c >= 0 && line.size() < LARGEST_PART) {
                line.write(c);
            }
            if (c != '\n' && c >= 0) {
                continue;
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            boolean begins = blank && text.startsWith(POSTMARK);
            if (!begins) {
                line.writeTo(mail);
            }
            if ((begins || c < 0) && mail.size() > 0) {
                mails++;
                mail(new ByteArrayInputStream(mail.toByteArray()), "mail " + mails);
                passages.check();
                mail.reset();
            }
            if (mail.size() > 4 * LARGEST_PART) {
                throw damaged(new IOException("a mail without end"));
            }
            blank = text.isBlank();
            line.reset();
            if (c < 0) {
                return;
            }
        }
    }

    private void mail(InputStream in, String page) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(1_000_000)
                .setMaxHeaderLen(1_000_000)
                .setMaxHeaderCount(5_000)
                .build());
        Message message = builder.parseMessage(in);
        try {
            message(message, page, 0);
        } finally {
            message.dispose();
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
        @Nullable String name = name(entity);
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || name != null;
        String type = entity.getMimeType();
        boolean isText = !(body instanceof BinaryBody) && (type.equals("text/plain") || type.equals("text/html"));
        if (attached || !isText) {
            passages.add(page, "Attachment: " + (name == null ? type : name + " (" + type + ")"));
        }
        if (!isText) {
            passages.attachmentNotRead(name == null ? type : name);
            return;
        }
        String where = attached && page.isEmpty() ? "attachment" : page;
        String text = text(entity, body);
        if (type.equals("text/html")) {
            HtmlText.read(text, where, passages);
        } else {
            for (String paragraph : text.split("\\R\\s*\\R", -1)) {
                passages.add(where, paragraph);
            }
        }
    }

    /** What a part is called, in either of the two places where mail programs say so. */
    private static @Nullable String name(Entity entity) {
        if (entity.getFilename() != null) {
            return DecoderUtil.decodeEncodedWords(entity.getFilename(), DecodeMonitor.SILENT);
        }
        return entity.getHeader() != null
                        && entity.getHeader().getField("Content-Type") instanceof ContentTypeField type
                        && type.getParameter("name") != null
                ? DecoderUtil.decodeEncodedWords(type.getParameter("name"), DecodeMonitor.SILENT)
                : null;
    }

    private static String text(Entity entity, SingleBody body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = body.getInputStream()) {
            bytes.write(in.readNBytes(LARGEST_PART));
        }
        return decoded(bytes.toByteArray(), entity.getCharset());
    }

    /** As the mail says, where its bytes can be so read; otherwise as UTF-8, or as Windows writes. */
    private static String decoded(byte[] bytes, @Nullable String name) {
        for (Charset charset : charsets(name)) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // another is tried
            }
        }
        return new String(bytes, WINDOWS);
    }

    private static List<Charset> charsets(@Nullable String name) {
        try {
            // What calls itself ASCII and is not is in something else.
            return name == null || name.equalsIgnoreCase("us-ascii")
                    ? List.of(StandardCharsets.UTF_8)
                    : List.of(Charset.forName(name), StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return List.of(StandardCharsets.UTF_8);
        }
    }
}
