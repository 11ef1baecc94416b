package org.manumit.app.feature.chart.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.RoleBadge;

class ChartPaintingTest {

    private final ChartScene pair = ChartScene.all(ChartModel.of(
            List.of(
                    ChartNode.of("a", "Ana", NodeKind.PERSON).withRoles(List.of(RoleBadge.stated(ChartRole.EXPLOITER))),
                    ChartNode.of("b", "Bo", NodeKind.PHONE)),
            List.of(ChartLink.of("ab", "a", "b", LinkKind.CALL).withLabel("12 calls"))));
    private final LayoutResult places = new LayoutResult(new double[] {-150, 150}, new double[] {0, 0}, List.of());

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void paintsTheSamePlacesAtEveryDisplayScale(double scale) {
        BufferedImage image = paint(pair, places, Detail.SMOOTH, scale, new Camera(0, 0, 1));

        int ring = ringColour("person,phase_exploitation,exploiter");
        int y = (int) Math.round(200 * scale);
        double radius = pair.radius(0);
        int rimX = (int) Math.round((250 - radius) * scale);
        assertThat(near(image, rimX, y, ring)).isTrue();
        assertThat(image.getRGB(2, 2))
                .isEqualTo(ChartTheme.LIGHT.colour("canvas").getRGB());
    }

    @Test
    void pickingAgreesWithWhatIsPaintedAtAnyZoom() {
        for (double zoom : new double[] {0.3, 1, 3}) {
            ChartFrame frame =
                    ChartFrame.of(pair, places, ChartFrame.GroupOutlines.HIDDEN, new Camera(-150, 0, zoom), 800, 400);
            double rim = frame.viewRadius(0);

            assertThat(ChartPicking.nodeAt(frame, 400, 200)).isZero();
            assertThat(ChartPicking.nodeAt(frame, 400 - rim + 1, 200)).isZero();
            assertThat(ChartPicking.nodeAt(frame, 400 - rim - 6, 200)).isEqualTo(-1);
            assertThat(ChartPicking.linkAt(frame, 400 + 150 * zoom, 203)).isZero();
            assertThat(ChartPicking.linkAt(frame, 400 + 150 * zoom, 215)).isEqualTo(-1);
        }
    }

    @Test
    void parallelLinksAreApartAndCanEachBePicked() {
        ChartScene scene = ChartScene.all(ChartModel.of(
                List.of(ChartNode.of("a", "", NodeKind.PERSON), ChartNode.of("b", "", NodeKind.PERSON)),
                List.of(
                        ChartLink.of("there", "a", "b", LinkKind.CALL),
                        ChartLink.of("back", "b", "a", LinkKind.MONEY),
                        ChartLink.of("third", "a", "b", LinkKind.TASKING))));
        ChartFrame frame = ChartFrame.of(scene, places, ChartFrame.GroupOutlines.HIDDEN, new Camera(0, 0, 1), 800, 400);
        BitSet found = new BitSet();
        for (double y = 150; y < 250; y++) {
            int link = ChartPicking.linkAt(frame, 400, y);
            if (link >= 0) {
                found.set(link);
            }
        }
        assertThat(found.cardinality()).isEqualTo(3);
    }

    @Test
    void lassoTakesWhatLiesInside() {
        ChartFrame frame = ChartFrame.of(pair, places, ChartFrame.GroupOutlines.HIDDEN, new Camera(0, 0, 1), 800, 400);

        assertThat(ChartPicking.nodesIn(frame, new Rectangle2D.Double(200, 150, 100, 100)).stream())
                .containsExactly(0);
    }

    @Test
    void labelsNeverFallOnOneAnother() {
        LabelSpace space = new LabelSpace();
        space.take(10, 10, 60, 24);

        assertThat(space.isFree(59, 20, 90, 30)).isFalse();
        assertThat(space.isFree(61, 10, 90, 24)).isTrue();
        assertThat(space.isFree(-500, -500, -400, -480)).isTrue();
        space.take(100, 100, 120, 120, 7);
        assertThat(space.isFree(110, 110, 130, 130, 7)).isTrue();
        assertThat(space.isFree(110, 110, 130, 130, 8)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void paintsEntitiesWithoutAPlaceAsNothingRatherThanFailing(Detail detail) {
        LayoutResult nowhere = new LayoutResult(new double[] {Double.NaN, 0}, new double[] {Double.NaN, 0}, List.of());

        BufferedImage image = paint(pair, nowhere, detail, 1, Camera.HOME);

        assertThat(image.getRGB(5, 5))
                .isEqualTo(ChartTheme.LIGHT.colour("canvas").getRGB());
    }

    @Test
    void stopsPaintingWhenThePictureIsNoLongerWanted() {
        ChartPainter painter = new ChartPainter(new ChartStyles(ChartTheme.LIGHT), new Symbols(), new ChartFonts());
        BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        ChartFrame frame = ChartFrame.of(pair, places, ChartFrame.GroupOutlines.HIDDEN, Camera.HOME, 800, 400);

        assertThat(painter.paint(image.createGraphics(), frame, Detail.SMOOTH, 1, () -> true))
                .isFalse();
    }

    @Test
    void theStylesheetDecidesByClassInBothThemes() {
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            ChartStyles styles = new ChartStyles(theme);

            assertThat(styles.node("person,phase_movement,transporter").ring()).isEqualTo(theme.colour("movement"));
            assertThat(styles.node("person,phase_protected,victim,recruiter").shape())
                    .isEqualTo(StyleConstants.Shape.POLYGON);
            assertThat(styles.node("person,phase_protected,victim,recruiter").ring())
                    .isEqualTo(theme.colour("victim"));
            assertThat(styles.node("phone").shape()).isEqualTo(StyleConstants.Shape.ROUNDED_BOX);
            assertThat(styles.link("money,presumed").mode()).isEqualTo(StyleConstants.StrokeMode.DOTS);
            assertThat(styles.link("money,inferred").mode()).isEqualTo(StyleConstants.StrokeMode.DASHES);
            assertThat(styles.link("money,stated").line()).isEqualTo(theme.colour("money"));
        }
    }

    @Test
    void everyKindHasASymbolWithinItsSquare() {
        Symbols symbols = new Symbols();
        for (NodeKind kind : NodeKind.values()) {
            Rectangle2D bounds = symbols.glyph(kind, 0, 0, 24).getBounds2D();
            assertThat(bounds.getWidth()).as(kind.name()).isGreaterThan(8);
            assertThat(new Rectangle2D.Double(-12, -12, 24, 24).contains(bounds))
                    .as(kind.name())
                    .isTrue();
        }
    }

    @Test
    void longLabelsBreakIntoTwoLinesAndNeverMore() {
        LabelText text = new LabelText(new ChartFonts());

        assertThat(text.lines("Viktor Baran", 12, LabelText.Weight.BOLD)).containsExactly("Viktor Baran");
        List<String> lines = text.lines(
                "Flat in the second courtyard, Wiedner G\u00fcrtel 12, staircase 4, Vienna",
                12,
                LabelText.Weight.PLAIN);
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).endsWith("\u2026");
    }

    @Test
    void picturesBecomePngAndSvgWithTheLabelsAsTextInAnyScript() throws Exception {
        ChartScene scene = ChartScene.all(ChartModel.of(
                List.of(ChartNode.of("a", "\u041e\u043b\u044c\u0433\u0430 <&>", NodeKind.PERSON)), List.of()));
        ChartPicture picture = ChartPicture.of(
                        scene, new LayoutResult(new double[] {0}, new double[] {0}, List.of()), "Case")
                .withNote("Restricted")
                .sized(500, 400, 1.5);
        ChartImage images = new ChartImage(Locale.UK);

        BufferedImage png = ImageIO.read(new ByteArrayInputStream(images.png(picture)));
        String svg = images.svg(picture);

        assertThat(png.getWidth()).isEqualTo(750);
        assertThat(png.getHeight()).isEqualTo(600);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTextContent())
                .contains("\u041e\u043b\u044c\u0433\u0430 <&>")
                .contains("Restricted");
    }

    @Test
    void refusesAPictureTooLargeToHold() {
        assertThatThrownBy(() -> ChartPicture.of(pair, places, "x").sized(50_000, 50_000, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLegendNamesOnlyWhatIsOnTheChart() {
        Legend legend = Legend.of(pair, new ChartWords(Locale.UK));

        assertThat(legend.sections())
                .flatExtracting(Legend.Section::entries)
                .extracting(Legend.Entry::label)
                .containsExactly("Exploiter", "Person", "Phone", "Calls");
    }

    private static BufferedImage paint(
            ChartScene scene, LayoutResult places, Detail detail, double scale, Camera camera) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(800 * scale), (int) Math.round(400 * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        ChartFrame frame = ChartFrame.of(scene, places, ChartFrame.GroupOutlines.HIDDEN, camera, 800, 400);
        new ChartPainter(new ChartStyles(ChartTheme.LIGHT), new Symbols(), new ChartFonts())
                .paint(g, frame, detail, scale, () -> false);
        g.dispose();
        return image;
    }

    private static int ringColour(String classes) {
        return new ChartStyles(ChartTheme.LIGHT).node(classes).ring().getRGB();
    }

    private static boolean near(BufferedImage image, int x, int y, int colour) {
        for (int dx = -3; dx <= 3; dx++) {
            int rgb = image.getRGB(x + dx, y);
            int difference = Math.abs((rgb >> 16 & 255) - (colour >> 16 & 255))
                    + Math.abs((rgb >> 8 & 255) - (colour >> 8 & 255))
                    + Math.abs((rgb & 255) - (colour & 255));
            if (difference < 40) {
                return true;
            }
        }
        return false;
    }
}
