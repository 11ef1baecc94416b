package org.manumit.app.export;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntFunction;
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

/** Draws charts for briefs and files with no window, as the screen draws them. Safe for use from several threads. */
public final class ChartPictures {

    /** More than this many on one page cannot be read; the best connected are drawn and the rest counted. */
    public static final int MOST_SHOWN = 120;

    private final ChartImage image = new ChartImage(Locale.ENGLISH);
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
        int n = scene.nodeCount();
        double[] nowhere = new double[n];
        Arrays.fill(nowhere, Double.NaN);
        LayoutProblem problem =
                ChartBounds.problem(scene, nowhere, nowhere, new BitSet(), new LabelText(new ChartFonts()));
        LayoutResult places = new ForceLayout().arrange(problem, LayoutProblem.NEVER_CANCELLED, (x, y) -> {});
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
        return image.svg(picture);
    }

    /** The painter itself, for anything Java2D can draw on. */
    public ChartImage painter() {
        return image;
    }
}
