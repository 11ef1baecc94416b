package org.manumit.app.brief;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Contents;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.PageBreak;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.app.brief.BriefStyles.Lettering;
import org.manumit.app.brief.BriefStyles.Setting;
import org.manumit.app.export.PdfType;
import org.manumit.app.export.PdfType.Face;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.text.pdf.draw.DottedLineSeparator;

/**
 * Writes a brief as a PDF file, with the content, order and look of the Word file: fonts embedded, headings in the outline,
 * a table of contents with page numbers, repeated table headers, the marking and page numbers on every page. It is laid
 * out twice, because only the first time tells on which page a heading stands.
 */
final class PdfBrief {

    private static final float MARGIN = 56.7f;
    private static final float TOP = 62.5f;
    private static final float BOTTOM = 68;
    private static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;
    private static final float LARGEST_PICTURE_SHARE = 0.62f;

    /** Liberation Sans stands larger on its body than the typeface of the Word file. */
    private static final float TYPE_SCALE = 0.9f;

    /** A line's height, relative to its type. */
    private static final float LINE = 1.2f;

    /** What a line keeps free above its capitals and below its baseline, relative to its type. */
    private static final float ABOVE = 0.12f;

    private static final float BELOW = 0.22f;

    private static final float CELL_MARGIN = 4.25f;
    private static final Color HEAD_FILL = new Color(Integer.parseInt(DocxBrief.HEAD_FILL, 16));
    private static final Color FACT_FILL = new Color(Integer.parseInt(DocxBrief.FACT_FILL, 16));
    private static final Color RULE = new Color(Integer.parseInt(DocxBrief.RULE, 16));

    private final BriefDocument brief;
    private final BriefStyles styles;
    private final PdfType type = new PdfType();
    private final List<Heading> headings;
    private final int[] pageOfHeading;
    private int pages;

    private PdfBrief(BriefDocument brief) throws IOException {
        this.brief = brief;
        styles = BriefStyles.read();
        headings = brief.blocks().stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .toList();
        pageOfHeading = new int[headings.size()];
    }

    /** Writes a brief. */
    static void write(BriefDocument brief, OutputStream out) throws IOException {
        PdfBrief writer = new PdfBrief(brief);
        writer.layOut(OutputStream.nullOutputStream());
        writer.layOut(out);
    }

    private void layOut(OutputStream out) throws IOException {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, TOP, BOTTOM);
        PdfWriter pdf = PdfWriter.getInstance(document, out);
        pdf.setCloseStream(false);
        pdf.setPdfVersion(PdfWriter.VERSION_1_7);
        pdf.setPageEvent(new Pages());
        pdf.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        document.addTitle(brief.title());
        document.addAuthor(brief.author());
        document.addSubject(brief.marking());
        document.open();
        pdf.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
        Flow flow = new Flow(document, pdf);
        flow.add(paragraph("Title", brief.title()));
        if (!brief.subtitle().isEmpty()) {
            flow.add(paragraph("Subtitle", brief.subtitle()));
        }
        PdfOutline section = pdf.getRootOutline();
        int heading = 0;
        for (int i = 0; i < brief.blocks().size(); i++) {
            switch (brief.blocks().get(i)) {
                case Heading h -> {
                    section = outline(pdf, section, h, heading);
                    flow.add(heading(h, heading));
                    heading++;
                }
                case Paragraph p -> flow.add(paragraph(p, brief.isLeadIn(i)));
                case Table t -> flow.add(table(t));
                case Picture p -> flow.add(picture(p));
                case Contents c -> {
                    flow.add(paragraph("ContentsHeading", "Contents"));
                    contents().forEach(flow::add);
                }
                case PageBreak b -> flow.newPage();
            }
        }
        flow.end();
        pages = pdf.getPageNumber();
        document.close();
    }

    private static PdfOutline outline(PdfWriter pdf, PdfOutline section, Heading heading, int number) {
        PdfOutline parent = heading.level() == 1 ? pdf.getRootOutline() : section;
        PdfOutline own = new PdfOutline(
                parent, PdfAction.gotoLocalPage(destination(number), false), heading.whole(), heading.level() > 1);
        return heading.level() == 1 ? own : section;
    }

    private static String destination(int heading) {
        return "heading-" + heading;
    }

    // ---- what stands on a page

    /**
     * Something on a page.
     *
     * @param box what
     * @param keepWithNext whether it stands on the page of what follows
     * @param least how much of it must fit for it to begin on a page
     */
    private record Piece(PdfPTable box, boolean keepWithNext, float least) {}

    /** Puts pieces on pages; what belongs to the next waits for it. */
    private static final class Flow {
        private final Document document;
        private final PdfWriter pdf;
        private final List<Piece> waiting = new ArrayList<>();
        private boolean empty = true;

        Flow(Document document, PdfWriter pdf) {
            this.document = document;
            this.pdf = pdf;
        }

        void add(Piece piece) {
            waiting.add(piece);
            if (!piece.keepWithNext()) {
                end();
            }
        }

        void newPage() {
            end();
            document.newPage();
            empty = true;
        }

        void end() {
            double needed = waiting.stream()
                    .mapToDouble(p -> p.box().spacingBefore() + p.least())
                    .sum();
            if (!empty && pdf.getVerticalPosition(false) - needed < document.bottom()) {
                document.newPage();
            }
            for (Piece piece : waiting) {
                document.add(piece.box());
                empty = false;
            }
            waiting.clear();
        }
    }

    /** The marking above and below, the footer, and the page on which each heading has come to stand. */
    private final class Pages extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter pdf, Document document) {
            float middle = PageSize.A4.getWidth() / 2;
            Phrase marking = phrase("Header", brief.marking().toUpperCase(Locale.ROOT));
            var canvas = pdf.getDirectContent();
            ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, marking, middle, PageSize.A4.getHeight() - 36, 0);
            ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, marking, middle, 42, 0);
            ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, phrase("Footer", brief.footer()), MARGIN, 29, 0);
            ColumnText.showTextAligned(
                    canvas,
                    Element.ALIGN_RIGHT,
                    phrase("Footer", "Page " + pdf.getPageNumber() + " of " + pages),
                    PageSize.A4.getWidth() - MARGIN,
                    29,
                    0);
        }

        @Override
        public void onGenericTag(PdfWriter pdf, Document document, Rectangle place, String heading) {
            pageOfHeading[Integer.parseInt(heading)] = pdf.getPageNumber();
        }
    }

    // ---- blocks

    private Piece heading(Heading heading, int number) {
        String style = "Heading" + heading.level();
        Chunk chunk = chunk(styles.type(style), heading.whole(), Look.PLAIN);
        chunk.setLocalDestination(destination(number));
        chunk.setGenericTag(Integer.toString(number));
        return paragraph(styles.setting(style), new Phrase(chunk));
    }

    private Piece paragraph(String style, String text) {
        return paragraph(styles.setting(style), phrase(style, text));
    }

    private Piece paragraph(Paragraph paragraph, boolean leadIn) {
        Setting setting = styles.setting(BriefStyles.idOf(paragraph.style()));
        Phrase text = phrase(setting.type(), paragraph.runs());
        if (paragraph.style() == Style.BULLET) {
            return bullet(setting, text);
        }
        Piece piece = paragraph(setting, text);
        return leadIn ? piece(piece.box(), true) : piece;
    }

    private Piece paragraph(Setting setting, Phrase text) {
        PdfPTable box = box(setting, 1);
        PdfPCell cell = new PdfPCell(text);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setUseVariableBorders(true);
        cell.setBorderWidthTop(setting.top().width());
        cell.setBorderColorTop(setting.top().colour());
        cell.setBorderWidthBottom(setting.bottom().width());
        cell.setBorderColorBottom(setting.bottom().colour());
        cell.setBorderWidthLeft(setting.leftEdge().width());
        cell.setBorderColorLeft(setting.leftEdge().colour());
        cell.setBorderWidthRight(setting.rightEdge().width());
        cell.setBorderColorRight(setting.rightEdge().colour());
        cell.setPaddingTop(setting.top().space()
                + setting.top().width()
                + ABOVE * setting.type().size());
        cell.setPaddingBottom(setting.bottom().space() + BELOW * setting.type().size());
        cell.setPaddingLeft(setting.leftEdge().space() + (isBoxed(setting) ? 0 : setting.left()));
        cell.setPaddingRight(setting.rightEdge().space());
        setting.fill().ifPresent(cell::setBackgroundColor);
        lines(cell, setting);
        box.addCell(cell);
        return piece(box, setting.keepWithNext());
    }

    /** Whether the indent moves the lines round the paragraph and not the text inside them. */
    private static boolean isBoxed(Setting setting) {
        return setting.leftEdge().width() > 0;
    }

    private Piece bullet(Setting setting, Phrase text) {
        PdfPTable box = box(setting, 2);
        box.setWidths(new float[] {17, WIDTH - 17});
        PdfPCell mark = new PdfPCell(new Phrase(chunk(setting.type(), "\u2022", Look.PLAIN)));
        mark.setHorizontalAlignment(Element.ALIGN_CENTER);
        for (PdfPCell cell : List.of(mark, new PdfPCell(text))) {
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            cell.setPaddingTop(ABOVE * setting.type().size());
            cell.setPaddingBottom(BELOW * setting.type().size());
            lines(cell, setting);
            box.addCell(cell);
        }
        return piece(box, false);
    }

    private static PdfPTable box(Setting setting, int columns) {
        PdfPTable box = new PdfPTable(columns);
        // Word counts the indent to the text and draws the lines outside it
        float left = isBoxed(setting) ? setting.left() - setting.leftEdge().space() : 0;
        float right = isBoxed(setting) ? setting.right() - setting.rightEdge().space() : 0;
        box.setTotalWidth(WIDTH - Math.max(0, left) - Math.max(0, right));
        box.setLockedWidth(true);
        box.setHorizontalAlignment(right > 0 ? Element.ALIGN_CENTER : Element.ALIGN_RIGHT);
        box.setSpacingBefore(setting.before());
        box.setSpacingAfter(setting.after());
        return box;
    }

    private static Piece piece(PdfPTable box, boolean keepWithNext) {
        return new Piece(box, keepWithNext, box.getTotalHeight() + (keepWithNext ? box.spacingAfter() : 0));
    }

    private static void lines(PdfPCell cell, Setting setting) {
        cell.setLeading(0, LINE * setting.lines());
        cell.setUseAscender(true);
    }

    private Piece table(Table table) {
        boolean list = table.look() == TableLook.LIST;
        PdfPTable box = new PdfPTable(table.columns().size());
        box.setTotalWidth(WIDTH);
        box.setLockedWidth(true);
        float[] shares = new float[table.columns().size()];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = table.columns().get(c).share();
        }
        box.setWidths(shares);
        box.setSpacingAfter(9);
        if (list) {
            for (Column column : table.columns()) {
                PdfPCell cell = cell("TableHead", Cell.of(column.title()), column.alignment());
                cell.setBackgroundColor(HEAD_FILL);
                box.addCell(cell);
            }
            box.setHeaderRows(1);
        }
        for (List<Cell> row : table.rows()) {
            for (int c = 0; c < row.size(); c++) {
                PdfPCell cell =
                        cell("TableText", row.get(c), table.columns().get(c).alignment());
                if (!list && c == 0) {
                    cell.setBackgroundColor(FACT_FILL);
                }
                box.addCell(cell);
            }
        }
        int beginning = Math.min(box.size(), list ? 2 : 1);
        float least = 0;
        for (int r = 0; r < beginning; r++) {
            least += box.getRowHeight(r);
        }
        return new Piece(box, false, least);
    }

    private PdfPCell cell(String style, Cell content, Alignment alignment) {
        Setting setting = styles.setting(style);
        PdfPCell cell = new PdfPCell(phrase(setting.type(), content.runs()));
        cell.setBorder(Rectangle.TOP | Rectangle.BOTTOM);
        cell.setBorderWidth(0.5f);
        cell.setBorderColor(RULE);
        cell.setPaddingLeft(CELL_MARGIN);
        cell.setPaddingRight(CELL_MARGIN);
        cell.setPaddingTop(setting.before() + 2);
        cell.setPaddingBottom(setting.after() + 3);
        cell.setHorizontalAlignment(alignment == Alignment.RIGHT ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        lines(cell, setting);
        return cell;
    }

    private Piece picture(Picture picture) throws IOException {
        Image image = Image.getInstance(picture.png());
        float tallest = (PageSize.A4.getHeight() - TOP - BOTTOM) * LARGEST_PICTURE_SHARE;
        float scale = Math.min(WIDTH / picture.width(), tallest / picture.height());
        image.scaleAbsolute(picture.width() * scale, picture.height() * scale);
        PdfPTable box = box(styles.setting("BodyText"), 1);
        PdfPCell cell = new PdfPCell(image, false);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        box.addCell(cell);
        return piece(box, true);
    }

    private List<Piece> contents() {
        List<Piece> lines = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (heading.level() > 2) {
                continue;
            }
            Setting setting = styles.setting("TOC" + heading.level());
            Chunk title = chunk(setting.type(), heading.whole() + " ", Look.PLAIN);
            title.setLocalGoto(destination(i));
            Chunk page = chunk(setting.type(), Integer.toString(pageOfHeading[i]), Look.PLAIN);
            page.setLocalGoto(destination(i));
            DottedLineSeparator dots = new DottedLineSeparator();
            dots.setLineColor(setting.type().colour());
            dots.setLineWidth(0.5f);
            Phrase line = new Phrase(title);
            line.add(new Chunk(dots));
            line.add(page);
            lines.add(paragraph(setting, line));
        }
        return lines;
    }

    // ---- text

    private Phrase phrase(String style, String text) {
        return new Phrase(chunk(styles.type(style), text, Look.PLAIN));
    }

    private Phrase phrase(Lettering base, List<Run> runs) {
        Phrase phrase = new Phrase();
        for (Run run : runs) {
            phrase.add(chunk(base, run.text(), run.look()));
        }
        return phrase;
    }

    private Chunk chunk(Lettering base, String text, Look look) {
        Lettering own =
                switch (look) {
                    case PLAIN, STRONG -> base;
                    case CITATION ->
                        new Lettering(base.size(), styles.type("Citation").colour(), base.bold(), base.italic());
                    case CODE -> new Lettering(styles.type("Code").size(), base.colour(), base.bold(), base.italic());
                    case BAR -> new Lettering(base.size(), styles.type("Bar").colour(), base.bold(), base.italic());
                };
        Face face = look == Look.CODE
                ? Face.MONO
                : own.bold() || look == Look.STRONG ? Face.BOLD : own.italic() ? Face.ITALIC : Face.REGULAR;
        if (look == Look.BAR && !text.isEmpty()) {
            // one character drawn wide, because seams show between many
            Chunk bar = new Chunk(
                    text.substring(0, 1),
                    new Font(type.font(face), own.size() * TYPE_SCALE, Font.UNDEFINED, own.colour()));
            return bar.setHorizontalScaling(text.length());
        }
        Font font = new Font(type.font(face), own.size() * TYPE_SCALE, Font.UNDEFINED, own.colour());
        return new Chunk(type.settable(face, text), font);
    }
}
