package org.manumit.importers.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.draft.UnpackedStream;

/**
 * The parts of a workbook of Office 2007 and later (ECMA-376 part 2), found by their names and by what refers to them.
 * The file is only read; a protected one is decrypted in memory, never onto a disk. Parts that unpack to more than
 * {@value #MOST_RATIO} times their packed size are refused. Not thread-safe.
 */
final class XlsxPackage implements Closeable {

    /** What a part may unpack to whatever its packed size. */
    private static final long FREE_BYTES = 1 << 20;

    private static final int MOST_RATIO = 100;

    /** How much of a protected workbook is taken into memory, packed. */
    private static final int MOST_PROTECTED = 1 << 28;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

    /** A reference from one part to another. */
    record Relation(String type, String part) {}

    /** Says that a part unpacks to far more than it should. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("unpacks to far more than it should");
        }
    }

    private XlsxPackage(ZipFile zip) {
        this.zip = zip;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            parts.putIfAbsent(key(entry.getName()), entry);
        }
    }

    static XlsxPackage open(SourceFile source) throws IOException {
        if (!ProtectedPackage.is(source)) {
            return new XlsxPackage(ZipFile.builder().setPath(source.path()).get());
        }
        try (InputStream in = ProtectedPackage.open(source)) {
            byte[] bytes = in.readNBytes(MOST_PROTECTED + 1);
            if (bytes.length > MOST_PROTECTED) {
                throw UnreadableTable.because(
                        source.path(),
                        "it is protected and larger than " + (MOST_PROTECTED >> 20) + " MB",
                        "Open it with the password, save it without one, and import that");
            }
            return new XlsxPackage(ZipFile.builder().setByteArray(bytes).get());
        }
    }

    /** Names of parts count alike whatever their case (ECMA-376), and some programs write them as Windows paths. */
    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /** The bytes of a part, if it is there. */
    Optional<InputStream> part(String name) throws IOException {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        long most = Math.max(FREE_BYTES, MOST_RATIO * entry.getCompressedSize());
        return Optional.of(new UnpackedStream(
                zip.getInputStream(entry), Math.min(most, ZipSecureFile.getMaxEntrySize()), TooLarge::new));
    }

    /** What a part refers to, by the identifiers it uses; a part's name is empty for the package itself. */
    Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Relation> relations = new HashMap<>();
        Optional<InputStream> in = part(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        if (in.isEmpty()) {
            return relations;
        }
        try (InputStream bytes = in.get()) {
            XMLStreamReader xml = GuardedXml.reader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = xml.getAttributeValue(null, "Target");
                    String type = xml.getAttributeValue(null, "Type");
                    if (target != null && type != null) {
                        relations.put(
                                String.valueOf(xml.getAttributeValue(null, "Id")),
                                new Relation(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
                    }
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        String plain = target.replace('\\', '/');
        Deque<String> path = new ArrayDeque<>();
        for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
