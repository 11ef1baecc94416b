package org.manumit.importers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.poifs.crypt.temp.AesZipFileZipEntrySource;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ProtectedPackage;

/**
 * The text of a Word document (DOCX), streamed: paragraphs of the body and of text boxes, a table's row as one passage
 * with tabs between its cells, foot- and endnotes, comments, headers and footers at the end. What change tracking has deleted is left out; what it has
 * inserted is read. Pages are counted as Word last laid them out, where it left marks.
 *
 * <p>POI opens the package and guards against bombs; the text itself is streamed, because POI's document model would
 * need many times the memory for a hostile file. Entities and external references of the XML are never resolved.
 */
final class WordText {

    private static final String MAIN = ".main+xml";

    /** Foot- and endnotes, comments of readers, and what stands at the head and foot of pages. */
    private static final List<String> AFTER_THE_TEXT = List.of("notes+xml", "comments+xml", "header+xml", "footer+xml");

    /** Elements whose content is no text of the document. */
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr");

    private final SourceFile source;
    private final Path file;
    private final PassageCollector passages;

    WordText(SourceFile source, PassageCollector passages) {
        this.source = source;
        this.file = source.path();
        this.passages = passages;
    }

    void read() throws IOException {
        try (OPCPackage opened = open()) {
            PackagePart main = opened.getParts().stream()
                    .filter(p -> p.getContentType().contains("wordprocessingml")
                            || p.getContentType().contains("ms-word"))
                    .filter(p -> p.getContentType().endsWith(MAIN))
                    .findFirst()
                    .orElseThrow(() -> damaged("it holds no text", null));
            read(main, true);
            for (String kind : AFTER_THE_TEXT) {
                for (PackagePart part : opened.getParts()) {
                    if (part.getContentType().contains("wordprocessingml")
                            && part.getContentType().endsWith(kind)) {
                        read(part, false);
                    }
                }
            }
            // Read only: closing must not write anything back.
            opened.revert();
        } catch (InvalidFormatException | OpenXML4JRuntimeException | UnsupportedFileFormatException e) {
            throw damaged("the document is damaged or incomplete", e);
        }
    }

    private OPCPackage open() throws IOException, InvalidFormatException {
        if (!ProtectedPackage.is(source)) {
            return OPCPackage.open(file.toFile(), PackageAccess.READ);
        }
        // What is decrypted stands on the disk only encrypted again, under a key that nobody keeps.
        try (InputStream in = ProtectedPackage.open(source)) {
            return OPCPackage.open(AesZipFileZipEntrySource.createZipEntrySource(in));
        }
    }

    private void read(PackagePart part, boolean pages) throws IOException {
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = GuardedXml.reader(in);
            try {
                new Walk(pages).run(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw bombOr(io);
            }
            throw damaged("the text of the document is damaged", e);
        } catch (IOException e) {
            throw bombOr(e);
        }
    }

    private ImportException bombOr(IOException e) {
        return String.valueOf(e.getMessage()).contains("Zip bomb")
                ? new ImportException(
                        file.getFileName()
                                + ": the document unpacks to far more than it should, as in an attack. Do not open it"
                                + " elsewhere; ask the sender for a PDF or plain text.",
                        e)
                : damaged("the document is damaged or incomplete", e);
    }

    private ImportException damaged(String what, @Nullable Exception cause) {
        String message = file.getFileName() + ": " + what + ". Copy it again, or open it in Word and save it anew.";
        return cause == null ? new ImportException(message) : new ImportException(message, cause);
    }

    /** One pass over one part. */
    private final class Walk {
        /** Paragraphs begun and not ended: a text box stands inside a paragraph. */
        private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();

        /** Rows begun and not ended: tables stand inside tables. */
        private final Deque<StringBuilder> rows = new ArrayDeque<>();

        private final boolean countsPages;
        private int page = 1;
        private boolean marked;
        private boolean inText;

        Walk(boolean countsPages) {
            this.countsPages = countsPages;
        }

        void run(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (SKIPPED.contains(xml.getLocalName())) {
                            skip(xml);
                        } else {
                            start(xml);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (inText && !paragraphs.isEmpty()) {
                            paragraphs.peek().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        }
                    }
                    default -> {}
                }
            }
        }

        private void skip(XMLStreamReader xml) throws XMLStreamException {
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }

        private void start(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "p" -> paragraphs.push(new StringBuilder());
                case "tr" -> rows.push(new StringBuilder());
                case "t" -> inText = true;
                case "tab" -> append('\t');
                case "br", "cr" -> {
                    if ("page".equals(attribute(xml, "type"))) {
                        nextPage();
                    } else {
                        append('\n');
                    }
                }
                case "lastRenderedPageBreak" -> nextPage();
                case "noBreakHyphen" -> append('-');
                default -> {}
            }
        }

        private static String attribute(XMLStreamReader xml, String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }

        private void nextPage() {
            if (countsPages) {
                page++;
                marked = true;
            }
        }

        private void append(char c) {
            if (!paragraphs.isEmpty()) {
                paragraphs.peek().append(c);
            }
        }

        private void end(String name) {
            switch (name) {
                case "t" -> inText = false;
                case "p" -> {
                    String text = paragraphs.isEmpty() ? "" : paragraphs.pop().toString();
                    if (rows.isEmpty()) {
                        passages.add(pageMark(), text);
                    } else if (!text.isBlank()) {
                        StringBuilder row = rows.peek();
                        boolean beginsCell = row.isEmpty() || row.charAt(row.length() - 1) == '\t';
                        row.append(beginsCell ? "" : " ").append(text.strip());
                    }
                }
                case "tc" -> {
                    if (!rows.isEmpty()) {
                        rows.peek().append('\t');
                    }
                }
                case "tr" -> {
                    if (!rows.isEmpty()) {
                        passages.add(pageMark(), rows.pop().toString());
                    }
                }
                default -> {}
            }
        }

        /** Empty where the document has no marks at all: page 1 of an unknown number says nothing. */
        private String pageMark() {
            return marked ? Integer.toString(page) : "";
        }
    }

    static List<String> endings() {
        return List.of(".docx", ".docm");
    }
}
