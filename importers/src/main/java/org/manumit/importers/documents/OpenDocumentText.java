package org.manumit.importers.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportException;

/** The paragraphs, rows of tables and notes of an OpenDocument text (ODT). */
final class OpenDocumentText {

    private static final long LARGEST = 512L << 20;
    private static final Set<String> UNREAD =
            Set.of("tracked-changes", "forms", "annotation-end", "desc", "sequence-decls");

    private final Path file;
    private final PassageCollector passages;
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private int cells;
    private int unread;

    OpenDocumentText(Path file, PassageCollector passages) {
        this.file = file;
        this.passages = passages;
    }

    /** Whether an archive is such a text. */
    static boolean is(ZipFile zip) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type == null || zip.getEntry("content.xml") == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(type)) {
            return new String(in.readNBytes(100), StandardCharsets.US_ASCII)
                    .startsWith("application/vnd.oasis.opendocument.text");
        }
    }

    void read() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry content = zip.getEntry("content.xml");
            if (content.getSize() > LARGEST) {
                throw new ImportException(
                        file.getFileName() + ": the text of the document is larger than any that people write.");
            }
            try (InputStream in = new BufferedInputStream(zip.getInputStream(content))) {
                read(GuardedXml.reader(in));
            } catch (XMLStreamException e) {
                throw new ImportException(
                        file.getFileName()
                                + ": the text of the document is damaged, or protected by a password. Open it in the word"
                                + " processor and save it anew, without one.",
                        e);
            }
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (unread == 0 && !texts.isEmpty()) {
                        texts.getFirst().append(xml.getText().replaceAll("\\s+", " "));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (UNREAD.contains(name)) {
            unread++;
        }
        switch (name) {
            case "p", "h" -> {
                if (cells == 0 || texts.isEmpty()) {
                    if (texts.size() > 100) {
                        throw new XMLStreamException("paragraphs stand in one another without end", xml.getLocation());
                    }
                    texts.push(new StringBuilder());
                }
            }
            case "table-row" -> {
                if (cells++ == 0) {
                    texts.push(new StringBuilder());
                }
            }
            case "note" -> texts.push(new StringBuilder());
            case "tab" -> sign("\t");
            case "line-break" -> sign("\n");
            case "s" -> sign(" ");
            default -> {}
        }
    }

    private void sign(String sign) {
        if (unread == 0 && !texts.isEmpty()) {
            texts.getFirst().append(sign);
        }
    }

    private void end(String name) {
        if (UNREAD.contains(name)) {
            unread--;
        }
        switch (name) {
            case "p", "h" -> {
                if (cells == 0) {
                    flush("");
                } else {
                    sign(" ");
                }
            }
            case "table-cell", "covered-table-cell" -> sign("\t");
            case "table-row" -> {
                if (--cells == 0) {
                    flush("");
                }
            }
            case "note" -> flush("footnote");
            default -> {}
        }
    }

    private void flush(String page) {
        if (!texts.isEmpty()) {
            passages.add(page, texts.pop().toString());
        }
    }
}
