package org.manumit.app.feature.chart.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.render.LabelText.Weight;

/**
 * Makes pictures of charts for briefs and files, with title and legend, by the painter the screen uses. Needs no display
 * and no JavaFX. Thread-safe.
 */
public final class ChartImage {

    private static final double MARGIN = 28;

    private final Symbols symbols = new Symbols();
    private final ChartFonts fonts;
    private final ChartWords words;

    /** Makes pictures with legends in this language, in the fonts of the screen. */
    public ChartImage(Locale locale) {
        this(locale, new ChartFonts());
    }

    /** Makes pictures with legends in this language and these fonts. */
    public ChartImage(Locale locale, ChartFonts fonts) {
        this.fonts = fonts;
        words = new ChartWords(locale);
    }

    /** The picture as pixels. */
    public BufferedImage draw(ChartPicture picture) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(picture.width() * picture.scale()),
                (int) Math.round(picture.height() * picture.scale()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(picture.scale(), picture.scale());
        paint(g, picture);
        g.dispose();
        return image;
    }

    /** The picture as a PNG file's bytes. */
    public byte[] png(ChartPicture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(draw(picture), "png", bytes)) {
                throw new IOException("this Java runtime cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the chart picture cannot be encoded", e);
        }
        return bytes.toByteArray();
    }

    /** The picture as an SVG document, in logical pixels, its labels as text. */
    public String svg(ChartPicture picture) {
        SVGGraphics2D g = new SVGGraphics2D(picture.width(), picture.height());
        g.setDefsKeyPrefix("part"); // the same chart gives the same file
        paint(g, picture);
        return g.getSVGDocument();
    }

    /** Draws the picture anywhere Java2D can draw, in logical pixels from the origin. */
    public void paint(Graphics2D g, ChartPicture picture) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ChartStyles styles = new ChartStyles(picture.theme());
        LegendPainter legendPainter = new LegendPainter(styles, symbols, fonts);
        LabelText text = new LabelText(fonts);
        ChartScene scene = picture.scene();
        Legend legend = Legend.of(scene, words);
        boolean explained = picture.legend() == ChartPicture.LegendStrip.SHOWN
                && !legend.sections().isEmpty();
        double inner = picture.width() - 2 * MARGIN;
        double head = head(picture);
        double foot = explained ? legendPainter.height(legend, inner) + 34 : 0;
        Color canvas = picture.theme().colour("canvas");
        g.setColor(canvas);
        g.fill(new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
        double height = Math.max(40, picture.height() - head - foot);
        AffineTransform whole = g.getTransform();
        java.awt.Shape clip = g.getClip();
        g.translate(0, head);
        g.clip(new Rectangle2D.Double(0, 0, picture.width(), height));
        Camera camera =
                ChartBounds.fit(scene, picture.places().x(), picture.places().y(), text, picture.width(), height, 1.6);
        ChartFrame frame = ChartFrame.of(scene, picture.places(), picture.groups(), camera, picture.width(), height);
        new ChartPainter(styles, symbols, fonts).paint(g, frame, Detail.PRINT, picture.scale(), () -> false);
        g.setTransform(whole);
        g.setClip(clip);
        title(g, picture, text);
        if (explained) {
            double top = picture.height() - foot;
            g.setColor(picture.theme().colour("outline"));
            g.setStroke(new java.awt.BasicStroke(1));
            g.draw(new Line2D.Double(MARGIN, top + 8, picture.width() - MARGIN, top + 8));
            legendPainter.paint(g, legend, MARGIN, top + 22, inner);
        }
    }

    private static double head(ChartPicture picture) {
        double head = picture.title().isEmpty() && picture.note().isEmpty() ? 0 : 18;
        head += picture.title().isEmpty() ? 0 : 30;
        head += picture.note().isEmpty() ? 0 : 20;
        return head;
    }

    private void title(Graphics2D g, ChartPicture picture, LabelText text) {
        double baseline = 40;
        if (!picture.title().isEmpty()) {
            g.setColor(picture.theme().colour("label"));
            text.draw(g, picture.title(), 20, Weight.BOLD, MARGIN, baseline);
            baseline += 22;
        }
        if (!picture.note().isEmpty()) {
            g.setColor(picture.theme().colour("label-muted"));
            text.draw(g, picture.note(), 13, Weight.PLAIN, MARGIN, baseline);
        }
    }
}
