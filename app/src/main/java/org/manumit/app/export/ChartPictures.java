package org.manumit.app.export;

import java.awt.Font;
import java.awt.Graphics2D;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntFunction;
import org.manumit.app.export.PdfType.Face;
import org.manumit.app.feature.chart.CaseChart;
import org.manumit.app.feature.chart.layout.ForceLayout;
import org.manumit.app.feature.chart.layout.LayoutProblem;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.render.ChartBounds;
import org.manumit.app.feature.chart.render.ChartFonts;
import org.manumit.app.feature.chart.render.ChartImage;
import org.manumit.app.feature.chart.render.ChartPicture;
import org.manumit.app.feature.chart.render.LabelText;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.styles.Words;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontMapper;
import org.openpdf.text.pdf.PdfGraphics2D;
import org.openpdf.text.pdf.PdfWriter;

/** Draws charts for briefs and files with no window, as the screen draws them. Safe for use from several threads. */
public final class ChartPictures {

    /** More than this many on one page cannot be read; the best connected are drawn and the rest counted. */
    public static final int MOST_SHOWN = 120;

    /** Points a logical pixel. */
    private static final float POINTS = 0.75f;

    /** Always these, so that a picture looks the same wherever it was made. */
    private final ChartFonts fonts = new ChartFonts(Face.REGULAR.forJava2D(), Face.BOLD.forJava2D());

    private final ChartImage image = new ChartImage(Locale.ENGLISH, fonts);
    private final Words words = Words.in(Locale.UK);

    /**
     * What a case looks like on a chart, as the window charts it.
     *
     * @param label what the entity at an index is called
     */
    public ChartModel chart(CaseGraph graph, CaseAnalysis analysis, IntFunction<String> label) {
        return CaseChart.of(CaseSnapshot.of(graph).with(analysis), label, words);
    }

    /**
     * Lays a chart out, and readies it for drawing.
     *
     * @param model what it shows; labels are drawn as given
     * @param title what stands above it; may be empty
     * @param width in logical pixels
     * @param height in logical pixels
     * @param scale pixels a logical pixel
     */
    public ChartPicture picture(ChartModel model, String title, int width, int height, double scale) {
        ChartScene scene = ChartScene.of(model, model.opening(MOST_SHOWN));
        LayoutResult places = places(scene);
        int n = scene.nodeCount();
        int hidden = model.nodeCount() - n;
        ChartPicture picture = ChartPicture.of(scene, places, title).sized(width, height, scale);
        return hidden == 0
                ? picture
                : picture.withNote(
                        n + " of " + model.nodeCount() + " are drawn: those who play a part, and who links them");
    }

    /** The picture as a PNG file's bytes. */
    public byte[] png(ChartPicture picture) {
        return image.png(picture);
    }

    /** The picture as an SVG document. */
    public String svg(ChartPicture picture) {
        // for machines that have not this typeface, those of the same widths
        return image.svg(picture).replace("\"Liberation Sans\"", "\"Liberation Sans\", Arial, Helvetica, sans-serif");
    }

    /** Where everything of a scene best stands. */
    LayoutResult places(ChartScene scene) {
        double[] nowhere = new double[scene.nodeCount()];
        Arrays.fill(nowhere, Double.NaN);
        LayoutProblem problem = ChartBounds.problem(scene, nowhere, nowhere, new BitSet(), new LabelText(fonts));
        return new ForceLayout().arrange(problem, LayoutProblem.NEVER_CANCELLED, (x, y) -> {});
    }

    /** Writes the picture as a PDF file of one page, as lines and text in embedded type. */
    void pdf(ChartPicture picture, Colophon colophon, OutputStream out) {
        PdfType type = new PdfType();
        float width = picture.width() * POINTS;
        float height = picture.height() * POINTS;
        Document document = new Document(new Rectangle(width, height));
        PdfWriter pdf = PdfWriter.getInstance(document, out);
        pdf.setCloseStream(false);
        pdf.setPdfVersion(PdfWriter.VERSION_1_7);
        document.addTitle(colophon.title());
        document.addSubject(String.join(" ", colophon.lines()));
        document.open();
        Graphics2D g = new PdfGraphics2D(pdf.getDirectContent(), width, height, new Embedded(type), false, false, 0);
        g.scale(POINTS, POINTS);
        image.paint(g, picture);
        g.dispose();
        document.close();
    }

    /** Whatever font is asked for, the file's own is drawn: it is the one that was measured. */
    private record Embedded(PdfType type) implements FontMapper {
        @Override
        public BaseFont awtToPdf(Font font) {
            return type.font(
                    font.isBold() || font.getFontName(Locale.ROOT).contains("Bold") ? Face.BOLD : Face.REGULAR);
        }

        @Override
        public Font pdfToAwt(BaseFont font, int size) {
            return Face.REGULAR.forJava2D().deriveFont((float) size);
        }
    }
}
