package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.GuardedXml;

/**
 * Rows of the sheets of an XLSX workbook, streamed in constant memory. Formulas are never evaluated: the result that the
 * workbook was saved with is read. Not thread-safe.
 */
final class XlsxRowReader implements RowReader {

    private final Path file;
    private final TabularLimits limits;
    private final XlsxWorkbook workbook;
    private final Iterator<XlsxWorkbook.Sheet> sheets;
    private final XlsxText text;
    private final StringBuilder value = new StringBuilder();
    private String sheet = "";
    private long lastRow;
    private @Nullable InputStream bytes;
    private @Nullable XMLStreamReader xml;

    private String[] cells = new String[16];
    private CellKind[] kinds = new CellKind[16];
    private int width;

    /** The workbook is not closed with the reader of some of its sheets. */
    XlsxRowReader(Path file, TabularLimits limits, XlsxWorkbook workbook, List<XlsxWorkbook.Sheet> sheets) {
        this.file = file;
        this.limits = limits;
        this.workbook = workbook;
        this.sheets = sheets.iterator();
        text = new XlsxText(limits.cellLength() + 1);
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            while (true) {
                XMLStreamReader open = xml;
                if (open == null) {
                    if (!sheets.hasNext()) {
                        return Optional.empty();
                    }
                    XlsxWorkbook.Sheet next = sheets.next();
                    sheet = next.name();
                    lastRow = 0;
                    bytes = workbook.open(next);
                    xml = open = GuardedXml.reader(bytes);
                }
                while (open.hasNext()) {
                    if (open.next() == XMLStreamConstants.START_ELEMENT
                            && open.getLocalName().equals("row")
                            && read(open)) {
                        return Optional.of(
                                Row.ofSheet(sheet, lastRow, Arrays.copyOf(cells, width), Arrays.copyOf(kinds, width)));
                    }
                }
                closeSheet();
            }
        } catch (XMLStreamException
                | IOException
                | XlsxPackage.TooLarge
                | IndexOutOfBoundsException
                | NumberFormatException e) {
            throw Workbooks.damaged(file, "sheet '" + sheet + "' after row " + lastRow, e);
        }
    }

    /** Reads one row to its end; whether anything stands in it. */
    private boolean read(XMLStreamReader in) throws XMLStreamException {
        String said = in.getAttributeValue(null, "r");
        lastRow = said == null ? lastRow + 1 : Long.parseLong(said);
        width = 0;
        boolean filled = false;
        int column = -1;
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) {
                return filled;
            }
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("c")) {
                String reference = in.getAttributeValue(null, "r");
                column = reference == null ? column + 1 : column(reference);
                filled |= cell(in, column);
            }
        }
    }

    /** The column of a reference such as {@code AB12}, counted from 0. */
    private static int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 4) {
            int letter = (reference.charAt(at) | 0x20) - 'a';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
            at++;
        }
        if (at == 0 || at == 4) {
            throw new NumberFormatException("no cell is called " + reference);
        }
        return column - 1;
    }

    private boolean cell(XMLStreamReader in, int column) throws XMLStreamException {
        String type = in.getAttributeValue(null, "t");
        String style = in.getAttributeValue(null, "s");
        value.setLength(0);
        CharSequence inline = null;
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "v" -> value(in);
                    case "is" -> inline = text.read(in);
                    default -> {}
                }
            }
        }
        boolean filled = inline == null ? !value.isEmpty() : !inline.isEmpty();
        if (column >= limits.columns()) {
            if (!filled) {
                return false;
            }
            throw UnreadableTable.because(
                    file,
                    "sheet '" + sheet + "' row " + lastRow + " has " + String.format(Locale.ROOT, "%,d", column + 1)
                            + " columns",
                    "Export only the columns that are needed");
        }
        widen(column);
        if (inline != null) {
            cells[column] = limited(inline.toString());
        } else if (filled) {
            interpret(type == null ? "n" : type, style, column);
        }
        return !cells[column].isBlank();
    }

    private void value(XMLStreamReader in) throws XMLStreamException {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = limits.cellLength() + 1 - value.length();
                    value.append(
                            in.getTextCharacters(), in.getTextStart(), Math.min(Math.max(0, room), in.getTextLength()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void widen(int column) {
        if (column >= cells.length) {
            int length = Math.max(column + 1, 2 * cells.length);
            cells = Arrays.copyOf(cells, length);
            kinds = Arrays.copyOf(kinds, length);
        }
        for (; width <= column; width++) {
            cells[width] = "";
            kinds[width] = CellKind.TEXT;
        }
        cells[column] = "";
        kinds[column] = CellKind.TEXT;
    }

    private void interpret(String type, @Nullable String style, int column) {
        switch (type) {
            case "s" -> cells[column] = limited(workbook.texts().get(Integer.parseInt(value, 0, value.length(), 10)));
            case "b" -> {
                cells[column] = Boolean.toString(
                        !value.toString().equals("0") && !value.toString().equals("false"));
                kinds[column] = CellKind.BOOLEAN;
            }
            case "e" -> {
                cells[column] = value.toString();
                kinds[column] = CellKind.ERROR;
            }
            case "d" -> date(column);
            case "n" -> {
                String written = value.toString().strip();
                NumberFormat format = style == null ? NumberFormat.GENERAL : workbook.style(Integer.parseInt(style));
                try {
                    format.write(written, workbook.isEpoch1904(), column, cells, kinds);
                } catch (NumberFormatException e) {
                    cells[column] = limited(written); // a program forgot to say that it is text
                }
            }
            // "str", a formula's text; "inlineStr" with its text in the wrong place; what is not known yet
            default -> cells[column] = limited(XlsxText.unescaped(value).toString());
        }
    }

    /** A date as ISO 8601 writes it, which workbooks of the strict kind may hold. */
    private void date(int column) {
        String written = value.toString().strip();
        try {
            if (written.indexOf('T') < 0) {
                cells[column] = LocalDate.parse(written).toString();
                kinds[column] = CellKind.DATE;
            } else {
                LocalDateTime moment = LocalDateTime.parse(written, DateTimeFormatter.ISO_DATE_TIME);
                cells[column] = NumberFormat.spelled(moment);
                kinds[column] = CellKind.DATE_TIME;
            }
        } catch (DateTimeException e) {
            cells[column] = written; // whoever reads the column judges it as text
        }
    }

    private String limited(String text) {
        if (text.length() > limits.cellLength()) {
            throw UnreadableTable.because(
                    file,
                    "sheet '" + sheet + "' row " + lastRow + " has a cell of more than "
                            + String.format(Locale.ROOT, "%,d", limits.cellLength()) + " characters",
                    "Shorten it or leave the column out");
        }
        return text;
    }

    @Override
    public List<Repair> repairs() {
        return List.of();
    }

    private void closeSheet() throws IOException {
        xml = null;
        if (bytes != null) {
            bytes.close();
            bytes = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeSheet();
    }
}
