package org.manumit.importers.tabular;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the text of a cell or of a shared text: its runs together, without the pronunciation that Japanese workbooks keep
 * beside it, and with characters that XML cannot hold turned back ({@code _x000D_}, ECMA-376 part 1, 22.9.2.19). Used
 * again for one text after the other. Not thread-safe.
 */
final class XlsxText {

    private static final int ESCAPE = 7;

    private final StringBuilder text = new StringBuilder();
    private final int most;

    /** @param most characters after which the rest of a text is left out */
    XlsxText(int most) {
        this.most = most;
    }

    /** The text of the element whose start was just read; its end is read too. Valid until the next call. */
    CharSequence read(XMLStreamReader xml) throws XMLStreamException {
        text.setLength(0);
        int depth = 1;
        int spoken = 0;
        int inText = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    String name = xml.getLocalName();
                    spoken = spoken == 0 && name.equals("rPh") ? depth : spoken;
                    inText = inText == 0 && spoken == 0 && name.equals("t") ? depth : inText;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    spoken = spoken == depth ? 0 : spoken;
                    inText = inText == depth ? 0 : inText;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText > 0) {
                        append(xml);
                    }
                }
                default -> {}
            }
        }
        return unescaped(text);
    }

    private void append(XMLStreamReader xml) {
        int room = Math.max(0, most - text.length());
        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
    }

    /** With the characters that were written as escapes put back, in place. */
    static CharSequence unescaped(StringBuilder text) {
        int at = text.indexOf("_x");
        while (at >= 0) {
            int character = escaped(text, at);
            if (character >= 0) {
                text.replace(at, at + ESCAPE, String.valueOf((char) character));
            }
            at = text.indexOf("_x", at + 1);
        }
        return text;
    }

    private static int escaped(StringBuilder text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at + ESCAPE - 1) != '_') {
            return -1;
        }
        int character = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            character = character << 4 | digit;
        }
        return character;
    }
}
