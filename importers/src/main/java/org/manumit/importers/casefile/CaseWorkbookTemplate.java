package org.manumit.importers.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.manumit.importers.casefile.CaseColumn.Content;

/**
 * Writes the empty case workbook: instructions, every sheet with its columns, pick-lists and one example row. All cells
 * are text, so that {@code 2024-03} stays a month and {@code 0041} keeps its zeros. Stateless; safe for use from several
 * threads.
 */
public final class CaseWorkbookTemplate {

    private static final String INSTRUCTIONS = "Instructions";
    private static final int LAST_ROW = 5000;

    private static final String INK = "1F2933";
    private static final String HEADER = "243B53";
    private static final String HEADER_COMMON = "627D98";
    private static final String EXAMPLE_PAPER = "F7F3E8";
    private static final String EXAMPLE_INK = "7B6A45";
    private static final String RULE = "D9E2EC";
    private static final String WARNING = "9B1C1C";
    private static final String LINK = "1A5A96";

    private static final List<String[]> RULES = List.of(
            new String[] {
                "Fill in what you have",
                "Leave any cell, column or whole sheet empty: empty means unknown. Order does not matter, and neither do"
                        + " capitals or spaces in the names of sheets and columns. Columns and sheets of your own are"
                        + " kept as you wrote them, and the import tells you that it did."
            },
            new String[] {
                "Ids",
                "An id is any short text that stands once in the workbook: P1, F3, Flat-Nord. Telephones, accounts,"
                        + " vehicles and papers are recognised by their number; give them an id as well when the number"
                        + " is not known."
            },
            new String[] {
                "Naming someone",
                "Wherever a column asks for someone or something, enter an id or exactly the name in its own row. People"
                        + " and organisations may stand in the same columns; the parties of a payment may be accounts too."
                        + " Whoever is described nowhere is kept as known only by reference, with a warning. A name that"
                        + " two rows bear is never guessed: use the id."
            },
            new String[] {"Several in one cell", "Separate them by a semicolon: P1; P2; P7."},
            new String[] {
                "Presumed",
                "A question mark after a value, or after one element of a list, says that it is presumed: victim?, P2?."
            },
            new String[] {
                "Dates",
                "As precise as you know and no more: 2024-03-05, 2024-03, 2024, 1990s, ~2024 for about. In the column to,"
                        + " open means that it still goes on. Times of day may follow: 2024-03-05 14:30."
            },
            new String[] {
                "Numbers",
                "12, >=8, ~100, 8-10, several, many. Amounts likewise, with a point for decimals and the currency's three"
                        + " letters in its own column."
            },
            new String[] {
                "Countries", "The two letters of ISO 3166 (RO), a country's name, or a region such as Eastern Europe."
            },
            new String[] {
                "count",
                "For how many the row stands. Empty means one for somebody named and unknown for a group. Give a row of its"
                        + " own to everyone who is known one by one."
            },
            new String[] {"every, times", "Make a row recur: every week, 12 times."},
            new String[] {
                "Pointing at rows",
                "Where a column takes rows, write Sheet!row as the spreadsheet counts: Payments!2 is the first row below"
                        + " the header."
            },
            new String[] {
                "Sources and grades",
                "Every row may name its source (an id of Sources), the page, its grades and handling code, and a note."
                        + " Grades left empty are taken from the source, and then from the sheet Case."
            },
            new String[] {
                "Pick-lists",
                "Lists are offered where words are expected. Other words are kept and reported. Where several apply,"
                        + " type them with semicolons."
            },
            new String[] {
                "Example rows",
                "Row 2 of each sheet is an invented example. It is not imported while it stands unchanged; as soon as you"
                        + " change a cell of it, it is data. Delete it or overwrite it whole."
            },
            new String[] {"Conflicting accounts", "Enter both, each with its source. Nothing overwrites anything."});

    /** Writes the workbook to a file, whole or not at all; an existing file is replaced. */
    public void write(Path file) throws IOException {
        Path written = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                write(out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Writes the workbook to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreator("Manumit");
            workbook.getProperties().getCoreProperties().setTitle("Case workbook");
            Looks looks = new Looks(workbook);
            instructions(workbook, looks);
            for (CaseSheet sheet : CaseSheet.values()) {
                sheet(workbook, looks, sheet);
            }
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    /** The styles of one workbook. */
    private static final class Looks {
        final CellStyle title;
        final CellStyle lead;
        final CellStyle warning;
        final CellStyle term;
        final CellStyle text;
        final CellStyle section;
        final CellStyle link;
        final CellStyle header;
        final CellStyle headerCommon;
        final CellStyle cell;
        final CellStyle example;

        Looks(XSSFWorkbook workbook) {
            title = style(workbook, INK, 20, true, false);
            lead = wrapped(style(workbook, INK, 11, false, false));
            warning = wrapped(style(workbook, WARNING, 11, true, false));
            term = ruled(wrapped(style(workbook, INK, 11, true, false)));
            text = ruled(wrapped(style(workbook, INK, 11, false, false)));
            XSSFCellStyle head = wrapped(style(workbook, "FFFFFF", 11, true, false));
            fill(head, HEADER);
            section = head;
            XSSFCellStyle linked = ruled(wrapped(style(workbook, LINK, 11, true, false)));
            link = linked;
            header = header(workbook, HEADER);
            headerCommon = header(workbook, HEADER_COMMON);
            cell = asText(workbook, wrapped(style(workbook, INK, 11, false, false)));
            XSSFCellStyle shown = asText(workbook, wrapped(style(workbook, EXAMPLE_INK, 11, false, true)));
            fill(shown, EXAMPLE_PAPER);
            example = shown;
        }

        private static XSSFCellStyle style(
                XSSFWorkbook workbook, String colour, int points, boolean bold, boolean italic) {
            XSSFFont font = workbook.createFont();
            font.setFontName("Calibri");
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            font.setItalic(italic);
            font.setColor(colour(colour));
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        }

        private static XSSFCellStyle wrapped(XSSFCellStyle style) {
            style.setWrapText(true);
            return style;
        }

        private static XSSFCellStyle ruled(XSSFCellStyle style) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(colour(RULE));
            return style;
        }

        private static XSSFCellStyle asText(XSSFWorkbook workbook, XSSFCellStyle style) {
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            return style;
        }

        private static XSSFCellStyle header(XSSFWorkbook workbook, String colour) {
            XSSFCellStyle style = style(workbook, "FFFFFF", 11, true, false);
            fill(style, colour);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setAlignment(HorizontalAlignment.LEFT);
            return style;
        }

        private static void fill(XSSFCellStyle style, String colour) {
            style.setFillForegroundColor(colour(colour));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }

        static XSSFColor colour(String rgb) {
            return new XSSFColor(
                    new byte[] {
                        (byte) Integer.parseInt(rgb.substring(0, 2), 16),
                        (byte) Integer.parseInt(rgb.substring(2, 4), 16),
                        (byte) Integer.parseInt(rgb.substring(4, 6), 16)
                    },
                    null);
        }
    }

    private static void instructions(XSSFWorkbook workbook, Looks looks) {
        XSSFSheet sheet = workbook.createSheet(INSTRUCTIONS);
        sheet.setDisplayGridlines(false);
        sheet.setTabColor(Looks.colour(HEADER));
        sheet.setColumnWidth(0, width(3));
        sheet.setColumnWidth(1, width(22));
        sheet.setColumnWidth(2, width(22));
        sheet.setColumnWidth(3, width(78));
        int r = 1;
        Row title = sheet.createRow(r++);
        title.setHeightInPoints(30);
        put(title, 1, "Case workbook", looks.title);
        r = across(
                sheet,
                r,
                "For everything in an investigation that is not a call record or a bank line: who is who, who stands to"
                        + " whom how, who was recruited, moved and exploited, where, and what became of the money. Fill"
                        + " in the sheets that you need and import the file into Manumit. Every row keeps its place, so"
                        + " that whatever Manumit says leads back to it.",
                looks.lead,
                4);
        r++;
        r = across(
                sheet,
                r,
                "Never enter a victims' shelter: not as premises, not as an address, not in a note. The import refuses"
                        + " such a row and keeps nothing of it.",
                looks.warning,
                2);
        r++;
        r = band(sheet, r, looks, "Rules for every sheet", "");
        for (String[] rule : RULES) {
            Row row = sheet.createRow(r);
            put(row, 1, rule[0], looks.term);
            put(row, 2, rule[1], looks.text);
            put(row, 3, "", looks.text);
            sheet.addMergedRegion(new CellRangeAddress(r, r, 2, 3));
            row.setHeightInPoints(lines(rule[1], 112) * 15f + 4);
            r++;
        }
        r++;
        r = band(sheet, r, looks, "Sheets", "what each is for; click a name to go there");
        for (CaseSheet each : CaseSheet.values()) {
            Row row = sheet.createRow(r);
            Cell name = put(row, 1, each.title(), looks.link);
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + each.title() + "'!A1");
            name.setHyperlink(link);
            put(row, 2, each.purpose(), looks.text);
            put(row, 3, "", looks.text);
            sheet.addMergedRegion(new CellRangeAddress(r, r, 2, 3));
            row.setHeightInPoints(lines(each.purpose(), 112) * 15f + 4);
            r++;
        }
        r++;
        r = band(sheet, r, looks, "Columns", "what to enter, and the words of the pick-lists");
        for (CaseSheet each : CaseSheet.values()) {
            boolean first = true;
            for (CaseColumn column : each.columns()) {
                r = column(sheet, r, looks, first ? each.title() : "", column);
                first = false;
            }
        }
        boolean first = true;
        for (CaseColumn column : CaseSheet.COMMON) {
            r = column(sheet, r, looks, first ? "Every sheet" : "", column);
            first = false;
        }
        print(sheet, false);
    }

    private static int column(Sheet sheet, int r, Looks looks, String title, CaseColumn column) {
        Row row = sheet.createRow(r);
        put(row, 1, title, looks.term);
        put(row, 2, column.name(), looks.text);
        String words = column.words().isEmpty() ? "" : ": " + String.join(", ", column.words());
        String text = column.hint() + words;
        put(row, 3, text, looks.text);
        row.setHeightInPoints(lines(text, 84) * 15f + 3);
        return r + 1;
    }

    private static int band(Sheet sheet, int r, Looks looks, String heading, String text) {
        Row row = sheet.createRow(r);
        put(row, 1, heading, looks.section);
        put(row, 2, text, looks.section);
        put(row, 3, "", looks.section);
        sheet.addMergedRegion(new CellRangeAddress(r, r, 2, 3));
        row.setHeightInPoints(20);
        return r + 1;
    }

    private static int across(Sheet sheet, int r, String text, CellStyle style, int lines) {
        Row row = sheet.createRow(r);
        put(row, 1, text, style);
        sheet.addMergedRegion(new CellRangeAddress(r, r, 1, 3));
        row.setHeightInPoints(lines * 15f + 4);
        return r + 1;
    }

    private static void sheet(XSSFWorkbook workbook, Looks looks, CaseSheet caseSheet) {
        XSSFSheet sheet = workbook.createSheet(caseSheet.title());
        sheet.setTabColor(Looks.colour(tab(caseSheet)));
        List<CaseColumn> columns = caseSheet.allColumns();
        Map<String, String> example = CaseExamples.of(caseSheet);
        Row header = sheet.createRow(0);
        header.setHeightInPoints(22);
        Row row = sheet.createRow(1);
        int lines = 1;
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        for (int c = 0; c < columns.size(); c++) {
            CaseColumn column = columns.get(c);
            boolean own = caseSheet.columns().contains(column);
            int wide = characters(column);
            sheet.setColumnWidth(c, width(wide));
            sheet.setDefaultColumnStyle(c, looks.cell);
            Cell head = put(header, c, column.name(), own ? looks.header : looks.headerCommon);
            explain(workbook, drawing, head, column);
            String value = example.getOrDefault(column.name(), "");
            put(row, c, value, looks.example);
            lines = Math.max(lines, lines(value, wide));
            if (!column.words().isEmpty()) {
                pickList(sheet, c, column);
            }
        }
        row.setHeightInPoints(lines * 15f + 2);
        boolean named = caseSheet.columns().getFirst().content() == Content.ID;
        sheet.createFreezePane(named ? 1 : 0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        print(sheet, true);
    }

    /** The hint as a note on the header. */
    private static void explain(XSSFWorkbook workbook, Drawing<?> drawing, Cell head, CaseColumn column) {
        CreationHelper helper = workbook.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(head.getColumnIndex());
        anchor.setCol2(head.getColumnIndex() + 2);
        anchor.setRow1(1);
        anchor.setRow2(column.words().isEmpty() ? 4 : 8);
        Comment comment = drawing.createCellComment(anchor);
        String words = column.words().isEmpty() ? "" : "\n\n" + String.join(", ", column.words());
        comment.setString(helper.createRichTextString(column.hint() + words));
        comment.setAuthor("Manumit");
        head.setCellComment(comment);
    }

    /** A list to choose from that forbids nothing: several words, other words and question marks may be typed. */
    private static void pickList(XSSFSheet sheet, int column, CaseColumn of) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(of.words().toArray(String[]::new)),
                new CellRangeAddressList(1, LAST_ROW, column, column));
        validation.setShowErrorBox(false);
        validation.setEmptyCellAllowed(true);
        // The library's flag says the opposite of its name for this format.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private static String tab(CaseSheet sheet) {
        return switch (sheet) {
            case CASE, SOURCES -> HEADER_COMMON;
            case PEOPLE, ORGANISATIONS, MEMBERS, ROLES, TIES -> "2F6F8F";
            case RECRUITMENT, JOURNEYS, EXPLOITATION -> "B4532A";
            case PHONES, ACCOUNTS, PREMISES, VEHICLES, PAPERS, ADVERTS -> "4F7A4A";
            case PAYMENTS, DEBTS -> "A07C1F";
            case EVENTS, STATEMENTS -> "6B5B95";
        };
    }

    private static int characters(CaseColumn column) {
        int text =
                switch (column.name()) {
                    case "says", "text" -> 52;
                    case "note", "title" -> 40;
                    case "value", "name", "address", "promised", "aliases", "contacts", "account", "for" -> 26;
                    case "id", "key" -> 15;
                    case "page", "version", "imei", "imsi" -> 12;
                    default ->
                        switch (column.content()) {
                            case FROM, TO, DATE, DATE_VALUE -> 13;
                            case QUANTITY, SHARE, CURRENCY -> 11;
                            case SOURCE, SOURCE_GRADE, INFORMATION_GRADE, HANDLING, PAGE -> 13;
                            case COUNTRY -> 15;
                            case ID, TEXT, REFERENCE, REFERENCE_OR_ROW, ROW -> 20;
                        };
                };
        // Room for the filter's button beside the header.
        return Math.max(text, column.name().length() + 5);
    }

    private static int width(int characters) {
        return Math.min(255, characters) * 256;
    }

    private static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += 1 + Math.max(0, line.length() - 1) / Math.max(1, width - 2);
        }
        return lines;
    }

    private static void print(Sheet sheet, boolean landscape) {
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        if (landscape) {
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, SpreadsheetVersion.EXCEL2007.getLastColumnIndex()));
        }
        sheet.getFooter().setCenter("&A, page &P of &N");
    }

    private static Cell put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        cell.setCellStyle(style);
        return cell;
    }
}
