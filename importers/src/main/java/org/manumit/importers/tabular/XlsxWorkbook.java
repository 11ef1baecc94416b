package org.manumit.importers.tabular;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.SourceFile;

/**
 * A workbook of Office 2007 and later (ECMA-376 part 1, chapter 18), transitional or strict: its sheets, what the styles
 * of its cells say, and the texts they share. The sheets themselves are streamed. Not thread-safe.
 */
final class XlsxWorkbook implements Closeable {

    private static final String DEFAULT_PART = "xl/workbook.xml";

    private final XlsxPackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<NumberFormat> styles = new ArrayList<>();
    private final SharedTexts texts = new SharedTexts();
    private boolean epoch1904;

    /**
     * A sheet.
     *
     * @param name its name on the tab
     * @param part where its cells stand
     */
    record Sheet(String name, String part) {}

    private XlsxWorkbook(XlsxPackage parts) {
        this.parts = parts;
    }

    static XlsxWorkbook open(SourceFile source) throws IOException, XMLStreamException {
        XlsxWorkbook workbook = new XlsxWorkbook(XlsxPackage.open(source));
        try {
            workbook.read();
            return workbook;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private void read() throws IOException, XMLStreamException {
        String part = parts.relations("").values().stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(XlsxPackage.Relation::part)
                .findFirst()
                .orElse(DEFAULT_PART);
        Map<String, XlsxPackage.Relation> relations = parts.relations(part);
        sheets(part, relations);
        for (XlsxPackage.Relation relation : relations.values()) {
            if (relation.type().equals("styles")) {
                styles(relation.part());
            } else if (relation.type().equals("sharedStrings")) {
                texts(relation.part());
            }
        }
    }

    private void sheets(String part, Map<String, XlsxPackage.Relation> relations)
            throws IOException, XMLStreamException {
        try (InputStream in = parts.part(part).orElseThrow(() -> new FileNotFoundException("no part " + part))) {
            XMLStreamReader xml = GuardedXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    epoch1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                } else if (xml.getLocalName().equals("sheet")) {
                    XlsxPackage.Relation relation = relations.get(String.valueOf(relationOf(xml)));
                    String name = xml.getAttributeValue(null, "name");
                    if (relation != null && relation.type().equals("worksheet")) {
                        sheets.add(new Sheet(name == null ? "" : name, relation.part()));
                    }
                }
            }
        }
    }

    /** The attribute {@code r:id}, whose namespace is not the same in both kinds. */
    private static @Nullable String relationOf(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private void styles(String part) throws IOException, XMLStreamException {
        Optional<InputStream> found = parts.part(part);
        if (found.isEmpty()) {
            return;
        }
        Map<Integer, String> codes = new HashMap<>();
        Map<Integer, NumberFormat> formats = new HashMap<>();
        boolean cells = false;
        try (InputStream in = found.get()) {
            XMLStreamReader xml = GuardedXml.reader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    cells &= !xml.getLocalName().equals("cellXfs");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "numFmt" -> {
                            String code = xml.getAttributeValue(null, "formatCode");
                            if (code != null) {
                                codes.putIfAbsent(number(xml.getAttributeValue(null, "numFmtId")), code);
                            }
                        }
                        case "cellXfs" -> cells = true;
                        case "xf" -> {
                            if (cells) {
                                styles.add(formats.computeIfAbsent(
                                        number(xml.getAttributeValue(null, "numFmtId")), id -> format(id, codes)));
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    private static NumberFormat format(int id, Map<Integer, String> codes) {
        String code = codes.get(id);
        if (code == null) {
            code = id < 0 ? null : BuiltinFormats.getBuiltinFormat(id);
        }
        return code == null ? NumberFormat.GENERAL : NumberFormat.of(id, code);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1; // a style nobody can know: the number is shown as it is
        }
    }

    private void texts(String part) throws IOException, XMLStreamException {
        Optional<InputStream> found = parts.part(part);
        if (found.isEmpty()) {
            return;
        }
        // A quarter of the memory: what is beyond would leave none to work with.
        long most = Runtime.getRuntime().maxMemory() / 4;
        try (InputStream in = found.get()) {
            XMLStreamReader xml = GuardedXml.reader(in);
            XlsxText text = new XlsxText(Integer.MAX_VALUE);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    texts.add(text.read(xml));
                    if (texts.bytes() > most) {
                        throw new XlsxPackage.TooLarge();
                    }
                }
            }
        }
    }

    /** Its sheets, in their order; charts that have a tab of their own are none. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** The bytes of a sheet. */
    InputStream open(Sheet sheet) throws IOException {
        return parts.part(sheet.part()).orElseThrow(() -> new FileNotFoundException("no part " + sheet.part()));
    }

    /** What the style of a cell says, by its number. */
    NumberFormat style(int number) {
        return number >= 0 && number < styles.size() ? styles.get(number) : NumberFormat.GENERAL;
    }

    /** The texts its cells share. */
    SharedTexts texts() {
        return texts;
    }

    /** Whether its days are counted from 1904. */
    boolean isEpoch1904() {
        return epoch1904;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
