package org.manumit.importers.draft;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML of unknown origin as a stream: no document types, so neither outside entities nor entities that expand to
 * gigabytes; nothing is ever fetched; of attributes and comments of many megabytes only the beginning.
 */
public final class GuardedXml {

    private static final String ENTITIES = "entities of its own";

    private GuardedXml() {}

    /** A reader at the beginning of the document. */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return new StreamReaderDelegate(factory.createXMLStreamReader(new MarkupSieve(in))) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new XMLStreamException(ENTITIES, getLocation());
                }
                return event;
            }
        };
    }

    /** Why a file is no XML that can be read, in one line. */
    public static ImportException unreadable(Path file, XMLStreamException cause) {
        String why = String.valueOf(cause.getMessage()).replaceAll("(?s)^ParseError at.*?Message: ", "");
        boolean depth = why.contains("JAXP00010006") || why.contains("maxElementDepth");
        boolean large = !depth && (why.contains("JAXP0001000") || why.contains("AttributeLimit"));
        boolean entity = why.contains(ENTITIES)
                || (large && why.toLowerCase(Locale.ROOT).contains("entit") && !why.contains("[xml]"));
        int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
        return new ImportException(
                file.getFileName() + ": line " + Math.max(line, 1)
                        + (entity
                                ? " uses entities of its own, as attacks do, and is not read. Ask for the file without them."
                                : depth || large
                                        ? " goes beyond what any such file holds, as attacks do, and is not read. Ask for"
                                                + " a file that the program wrote itself."
                                        : " is not well-formed XML ("
                                                + why.replaceAll("\\s+", " ").strip()
                                                + "), so the file is damaged or cut off. Copy it again from where it came from."),
                cause);
    }
}
