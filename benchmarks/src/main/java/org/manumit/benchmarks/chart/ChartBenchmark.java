package org.manumit.benchmarks.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.MultiGraph;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;
import org.manumit.app.feature.chart.layout.ForceLayout;
import org.manumit.app.feature.chart.layout.LayoutProblem;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.render.Camera;
import org.manumit.app.feature.chart.render.ChartBounds;
import org.manumit.app.feature.chart.render.ChartFonts;
import org.manumit.app.feature.chart.render.ChartFrame;
import org.manumit.app.feature.chart.render.ChartPainter;
import org.manumit.app.feature.chart.render.ChartPicking;
import org.manumit.app.feature.chart.render.ChartStyles;
import org.manumit.app.feature.chart.render.ChartTheme;
import org.manumit.app.feature.chart.render.Detail;
import org.manumit.app.feature.chart.render.LabelText;
import org.manumit.app.feature.chart.render.Symbols;

/**
 * How long the chart takes to choose, arrange and paint, beside GraphStream's spring layout in the same run. Paints into
 * an image of 1280 by 800, what the window shows, with the camera moving between pictures. Prints processor time beside
 * clock time, so that runs on a busy machine can be read. Needs no display.
 */
public final class ChartBenchmark {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long PAINT_FOR_NANOS = 3_000_000_000L;

    private ChartBenchmark() {}

    /** Runs all measurements and prints a table. */
    public static void main(String[] arguments) {
        measure(500, 1500, Report.WARM_UP);
        System.out.println(
                "| entities | links | scene ms | layout ms (cpu) | draft ms a frame (cpu) | smooth ms a frame (cpu) | pick ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        measure(200, 600, Report.PRINT);
        measure(1000, 3000, Report.PRINT);
        measure(5000, 20_000, Report.PRINT);
        measure(10_000, 50_000, Report.PRINT);
        springBox(5000, 20_000);
    }

    private enum Report {
        WARM_UP,
        PRINT
    }

    private static void measure(int entities, int links, Report report) {
        ChartModel model = network(entities, links, 7);
        long begin = System.nanoTime();
        ChartScene scene = ChartScene.all(model);
        double sceneMillis = millisSince(begin);
        double[] nowhere = new double[entities];
        java.util.Arrays.fill(nowhere, Double.NaN);
        LabelText text = new LabelText(new ChartFonts());
        begin = System.nanoTime();
        double layoutCpu = cpuMillis();
        LayoutProblem problem = ChartBounds.problem(scene, nowhere, nowhere, new BitSet(), text);
        LayoutResult places = new ForceLayout().arrange(problem, LayoutProblem.NEVER_CANCELLED, (x, y) -> {});
        double layoutMillis = millisSince(begin);
        layoutCpu = cpuMillis() - layoutCpu;
        Camera fit = ChartBounds.fit(scene, places.x(), places.y(), text, WIDTH, HEIGHT, 1.25);
        Cost draft = paint(scene, places, fit, Detail.DRAFT);
        Cost smooth = paint(scene, places, fit, Detail.SMOOTH);
        ChartFrame frame = frame(scene, places, fit);
        begin = System.nanoTime();
        int picks = 200;
        for (int k = 0; k < picks; k++) {
            ChartPicking.nodeAt(frame, k * 6.1, k * 3.7);
            ChartPicking.linkAt(frame, k * 6.1, k * 3.7);
        }
        double pick = millisSince(begin) / picks;
        if (report == Report.PRINT) {
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.0f | %.0f (%.0f) | %.1f (%.1f) | %.1f (%.1f) | %.2f |%n",
                    entities,
                    links,
                    sceneMillis,
                    layoutMillis,
                    layoutCpu,
                    draft.clock(),
                    draft.cpu(),
                    smooth.clock(),
                    smooth.cpu(),
                    pick);
        }
    }

    private static ChartFrame frame(ChartScene scene, LayoutResult places, Camera camera) {
        return ChartFrame.of(scene, places, ChartFrame.GroupOutlines.HIDDEN, camera, WIDTH, HEIGHT);
    }

    private record Cost(double clock, double cpu) {}

    /** Processor time of the whole process, milliseconds. */
    private static double cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    /** Mean milliseconds a picture while panning and zooming. */
    private static Cost paint(ChartScene scene, LayoutResult places, Camera fit, Detail detail) {
        ChartPainter painter = new ChartPainter(new ChartStyles(ChartTheme.LIGHT), new Symbols(), new ChartFonts());
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int frames = -3;
        long begin = System.nanoTime();
        double cpu = cpuMillis();
        while (frames < 5 || System.nanoTime() - begin < PAINT_FOR_NANOS) {
            if (frames == 0) {
                begin = System.nanoTime();
                cpu = cpuMillis();
            }
            Camera camera = fit.panned(40 * Math.sin(frames / 9.0), 25 * Math.cos(frames / 7.0))
                    .zoomedAt(1 + 0.05 * Math.sin(frames / 20.0), WIDTH / 2.0, HEIGHT / 2.0, WIDTH, HEIGHT);
            Graphics2D g = image.createGraphics();
            painter.paint(g, frame(scene, places, camera), detail, 1, () -> false);
            g.dispose();
            frames++;
        }
        return new Cost(millisSince(begin) / frames, (cpuMillis() - cpu) / frames);
    }

    private static void springBox(int entities, int links) {
        ChartModel model = network(entities, links, 7);
        Graph graph = new MultiGraph("spring");
        SpringBox layout = new SpringBox(false);
        graph.addSink(layout);
        layout.addAttributeSink(graph);
        model.nodes().forEach(node -> graph.addNode(node.id()));
        model.links().forEach(link -> graph.addEdge(link.id(), link.from(), link.to()));
        layout.compute();
        long begin = System.nanoTime();
        int steps = 5;
        for (int k = 0; k < steps; k++) {
            layout.compute();
        }
        System.out.printf(
                Locale.ROOT,
                "%nGraphStream's SpringBox, %,d entities and %,d links: %.0f ms for one step of the hundreds it needs.%n",
                entities,
                links,
                millisSince(begin) / steps);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Communities of about 60 with some links between them, as anonymised call data show. */
    private static ChartModel network(int entities, int links, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ChartNode> nodes = new ArrayList<>();
        List<ChartLink> ties = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            nodes.add(ChartNode.of("n" + i, "Entity " + i, i % 3 == 0 ? NodeKind.PERSON : NodeKind.PHONE)
                    .withWeight(100 * Math.pow(random.nextDouble(), 6)));
        }
        int community = 60;
        for (int l = 0; l < links; l++) {
            int a = random.nextInt(entities);
            int b = random.nextInt(100) < 88
                    ? Math.min(entities - 1, a / community * community + random.nextInt(community))
                    : random.nextInt(entities);
            ties.add(ChartLink.of("l" + l, "n" + a, "n" + b, l % 9 == 0 ? LinkKind.MONEY : LinkKind.CALL)
                    .withWeight(1 + 200 * Math.pow(random.nextDouble(), 4)));
        }
        return ChartModel.of(nodes, ties);
    }
}
