package org.manumit.app.brief;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Block;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Contents;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.PageBreak;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Writes a brief as a Word document: real heading styles and a table of contents by them, repeated table headers, the
 * marking and page numbers on every page. The contents list sections by number and leads to them by a click; it names no
 * pages, because only the program that lays the document out knows them.
 */
final class DocxBrief {

    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
    /** Word moves a table out by the margin of its first cell; the indent moves it back in line with the text. */
    private static final int CELL_MARGIN = 85;

    static final String HEAD_FILL = "23567F";
    static final String FACT_FILL = "EEF3F8";
    static final String RULE = "C5CED8";
    private static final double LARGEST_PICTURE_SHARE = 0.62;

    private final BriefDocument brief;
    private final XWPFDocument word;
    private final BigInteger bullets;
    private int bookmark;
    private boolean breakBeforeNext;

    private DocxBrief(BriefDocument brief, XWPFDocument word) throws IOException {
        this.brief = brief;
        this.word = word;
        styles();
        bullets = bulletList();
        page();
    }

    /** Writes a brief. */
    static void write(BriefDocument brief, OutputStream out) throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            DocxBrief writer = new DocxBrief(brief, word);
            writer.properties();
            writer.title();
            for (int i = 0; i < brief.blocks().size(); i++) {
                writer.block(brief.blocks().get(i), brief.isLeadIn(i));
            }
            writer.headerAndFooter();
            word.write(out);
        }
    }

    private void styles() throws IOException {
        XWPFStyles styles = word.createStyles();
        try (InputStream in = BriefStyles.open()) {
            styles.setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("the brief's styles are part of the program and must be well formed", e);
        }
    }

    private BigInteger bulletList() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("\u2022");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(340));
        indent.setHanging(BigInteger.valueOf(227));
        BigInteger abstractId = word.createNumbering().addAbstractNum(new XWPFAbstractNum(list));
        return word.getNumbering().addNum(abstractId);
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(1250));
        margin.setBottom(BigInteger.valueOf(1250));
        margin.setHeader(BigInteger.valueOf(560));
        margin.setFooter(BigInteger.valueOf(560));
        margin.setGutter(BigInteger.ZERO);
    }

    private void properties() {
        var core = word.getProperties().getCoreProperties();
        core.setTitle(brief.title());
        core.setCreator(brief.author());
        core.setSubjectProperty(brief.marking());
    }

    private void title() {
        paragraph("Title").createRun().setText(brief.title());
        if (!brief.subtitle().isEmpty()) {
            paragraph("Subtitle").createRun().setText(brief.subtitle());
        }
    }

    private void block(Block block, boolean leadIn) throws IOException {
        switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph, leadIn);
            case Table table -> table(table);
            case Picture picture -> picture(picture);
            case Contents contents -> contents();
            case PageBreak pageBreak -> breakBeforeNext = true;
        }
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        paragraph.setPageBreak(breakBeforeNext);
        breakBeforeNext = false;
        return paragraph;
    }

    private void heading(Heading heading) {
        XWPFParagraph paragraph = paragraph("Heading" + heading.level());
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(bookmark));
        start.setName(bookmarkName(bookmark));
        paragraph.createRun().setText(heading.whole());
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmark));
        bookmark++;
    }

    private static String bookmarkName(int number) {
        return "_Toc" + (900000 + number);
    }

    private void paragraph(Paragraph paragraph, boolean leadIn) {
        XWPFParagraph p = paragraph(BriefStyles.idOf(paragraph.style()));
        if (paragraph.style() == Style.BULLET) {
            p.setNumID(bullets);
        }
        if (leadIn) {
            p.setKeepNext(true);
        }
        runs(p, paragraph.runs());
    }

    private static void runs(XWPFParagraph paragraph, List<Run> runs) {
        for (Run run : runs) {
            if (run.text().isEmpty()) {
                continue;
            }
            XWPFRun r = paragraph.createRun();
            r.setText(run.text());
            switch (run.look()) {
                case PLAIN -> {
                    // as the paragraph's style says
                }
                case STRONG -> r.setBold(true);
                case CITATION -> r.setStyle("Citation");
                case CODE -> r.setStyle("Code");
                case BAR -> r.setStyle("Bar");
            }
        }
    }

    private void table(Table table) {
        boolean facts = table.look() == TableLook.FACTS;
        XWPFTable t = word.createTable();
        while (t.getNumberOfRows() > 0) {
            t.removeRow(0);
        }
        int[] widths = widths(table.columns());
        properties(t, widths);
        if (!facts) {
            XWPFTableRow head = t.createRow();
            head.setRepeatHeader(true);
            head.setCantSplitRow(true);
            for (int c = 0; c < widths.length; c++) {
                Column column = table.columns().get(c);
                XWPFTableCell cell = cell(head, c, widths[c]);
                fill(cell, HEAD_FILL);
                content(cell, "TableHead", Cell.of(column.title()), column.alignment());
            }
        }
        for (List<Cell> row : table.rows()) {
            XWPFTableRow r = t.createRow();
            r.setCantSplitRow(true);
            for (int c = 0; c < widths.length; c++) {
                XWPFTableCell cell = cell(r, c, widths[c]);
                if (facts && c == 0) {
                    fill(cell, FACT_FILL);
                }
                content(cell, "TableText", row.get(c), table.columns().get(c).alignment());
            }
        }
        XWPFParagraph after = paragraph("Normal");
        after.setSpacingAfter(0);
        after.setSpacingBefore(0);
        after.setSpacingBetween(0.5);
    }

    private static int[] widths(List<Column> columns) {
        int shares = columns.stream().mapToInt(Column::share).sum();
        return columns.stream().mapToInt(c -> TEXT_WIDTH * c.share() / shares).toArray();
    }

    private static void properties(XWPFTable table, int[] widths) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties == null) {
            properties = table.getCTTbl().addNewTblPr();
        }
        table.setWidth(TEXT_WIDTH);
        properties.getTblW().setType(STTblWidth.DXA);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var indent = properties.addNewTblInd();
        indent.setType(STTblWidth.DXA);
        indent.setW(BigInteger.valueOf(CELL_MARGIN));
        table.setCellMargins(20, CELL_MARGIN, 20, CELL_MARGIN);
        XWPFTable.XWPFBorderType line = XWPFTable.XWPFBorderType.SINGLE;
        XWPFTable.XWPFBorderType none = XWPFTable.XWPFBorderType.NONE;
        table.setTopBorder(line, 4, 0, RULE);
        table.setBottomBorder(line, 4, 0, RULE);
        table.setInsideHBorder(line, 4, 0, RULE);
        table.setInsideVBorder(none, 0, 0, RULE);
        table.setLeftBorder(none, 0, 0, RULE);
        table.setRightBorder(none, 0, 0, RULE);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    private static XWPFTableCell cell(XWPFTableRow row, int column, int width) {
        XWPFTableCell cell = column < row.getTableCells().size() ? row.getCell(column) : row.addNewTableCell();
        cell.setWidth(Integer.toString(width));
        return cell;
    }

    private static void fill(XWPFTableCell cell, String colour) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var shading = properties.isSetShd() ? properties.getShd() : properties.addNewShd();
        shading.setVal(STShd.CLEAR);
        shading.setColor("auto");
        shading.setFill(colour);
    }

    private static void content(XWPFTableCell cell, String style, Cell content, Alignment alignment) {
        XWPFParagraph paragraph = cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().getFirst();
        paragraph.setStyle(style);
        if (alignment == Alignment.RIGHT) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        runs(paragraph, content.runs());
    }

    private void picture(Picture picture) throws IOException {
        XWPFParagraph paragraph = paragraph("Normal");
        paragraph.setKeepNext(true);
        double widest = Units.toEMU(TEXT_WIDTH / 20.0);
        double tallest = Units.toEMU((PAGE_HEIGHT - 2500) / 20.0) * LARGEST_PICTURE_SHARE;
        double scale = Math.min(widest / picture.width(), tallest / picture.height());
        try {
            XWPFPicture drawn = paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(picture.png()),
                            PictureType.PNG,
                            "chart.png",
                            (int) (picture.width() * scale),
                            (int) (picture.height() * scale));
            drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(picture.description());
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private void contents() {
        paragraph("ContentsHeading").createRun().setText("Contents");
        List<Heading> headings = new ArrayList<>();
        for (Block block : brief.blocks()) {
            if (block instanceof Heading heading && heading.level() <= 2) {
                headings.add(heading);
            }
        }
        for (int i = 0; i < headings.size(); i++) {
            XWPFParagraph line = paragraph("TOC" + headings.get(i).level());
            if (i == 0) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                line.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-2\" \\n \\h \\z \\u ");
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            }
            CTHyperlink link = line.getCTP().addNewHyperlink();
            link.setAnchor(bookmarkName(i));
            link.addNewR().addNewT().setStringValue(headings.get(i).whole());
            if (i == headings.size() - 1) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            }
        }
    }

    private void headerAndFooter() {
        XWPFHeader header = word.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph top = header.createParagraph();
        top.setStyle("Header");
        top.createRun().setText(brief.marking().toUpperCase(Locale.ROOT));
        XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph marking = footer.createParagraph();
        marking.setStyle("Header");
        marking.createRun().setText(brief.marking().toUpperCase(Locale.ROOT));
        XWPFParagraph bottom = footer.createParagraph();
        bottom.setStyle("Footer");
        bottom.createRun().setText(brief.footer());
        bottom.createRun().addTab();
        bottom.createRun().setText("Page ");
        field(bottom, "PAGE");
        bottom.createRun().setText(" of ");
        field(bottom, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(" " + instruction + " ");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        paragraph.createRun().setText("1");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }
}
