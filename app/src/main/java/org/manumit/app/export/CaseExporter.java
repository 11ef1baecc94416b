package org.manumit.app.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.render.ChartPicture;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.release.Wording;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** Writes a case for other programs, in the format that the file's name ends with. Safe for use from several threads. */
public final class CaseExporter {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1100;
    private static final double SCALE = 2;

    /** Units of an i2 chart a logical pixel. */
    private static final double SPREAD = 1.5;

    /** The formats, by the ending of the file's name. */
    public enum Format {
        /** The whole graph, for Gephi, networkx, igraph, yEd. */
        GRAPHML(".graphml"),
        /** The whole graph with times, for Gephi. */
        GEXF(".gexf"),
        /** The ties, a row each. */
        CSV(".csv"),
        /** Entities, ties, verdicts with reasons, sources. */
        XLSX(".xlsx"),
        /** The whole case as FollowTheMoney entities, for Aleph and its kin. */
        FTM(".ftm.json"),
        /** The whole graph with its evidence as cards, for i2 Analyst's Notebook. */
        ANX(".anx"),
        /** The chart as pixels. */
        PNG(".png"),
        /** The chart as lines. */
        SVG(".svg"),
        /** The chart as a page. */
        PDF(".pdf");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** What the file's name ends with. */
        public String ending() {
            return ending;
        }

        /** The format that a file's name asks for. */
        public static Optional<Format> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(f -> name.endsWith(f.ending)).findFirst();
        }

        /** All endings, for messages. */
        public static String endings() {
            return Arrays.stream(values()).map(Format::ending).collect(Collectors.joining(" "));
        }
    }

    private final ChartPictures charts;
    private final Clock clock;
    private final String version;

    /**
     * An exporter.
     *
     * @param charts what draws charts
     * @param clock what day it is
     * @param version the program's version
     */
    public CaseExporter(ChartPictures charts, Clock clock, String version) {
        this.charts = charts;
        this.clock = clock;
        this.version = version;
    }

    /**
     * Writes a case.
     *
     * @param release what of it may leave
     * @param analysis what follows from that
     * @param options for whom it is; where somebody's name may not be given, nothing in the file leads to it
     * @return what the file says of itself, and what it could not hold
     * @throws OutputException when the file cannot be written
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing is written then
     */
    public Colophon write(
            Release release,
            CaseAnalysis analysis,
            ReleaseOptions options,
            Format format,
            Path file,
            Progress progress,
            Cancellation cancellation) {
        CaseGraph graph = release.graph();
        progress.report(0, -1, "writing");
        OutgoingCase outgoing = new OutgoingCase(graph, analysis, Wording.of(graph, options.naming()));
        return switch (format) {
            case GRAPHML, GEXF, CSV, XLSX, ANX ->
                graph(outgoing, colophon(release, outgoing, options), format, file, cancellation);
            case FTM -> {
                List<String> omitted = new ArrayList<>();
                OutputFile.write(file, out -> omitted.addAll(FtmJson.write(outgoing, out)), cancellation);
                yield with(colophon(release, outgoing, options), omitted);
            }
            case PNG, SVG, PDF -> picture(outgoing, colophon(release, outgoing, options), format, file, cancellation);
        };
    }

    private Colophon graph(
            OutgoingCase outgoing, Colophon whence, Format format, Path file, Cancellation cancellation) {
        GraphTable table = GraphTable.of(outgoing);
        Colophon colophon = with(whence, table.omitted());
        Colophon measured = format == Format.CSV
                ? colophon
                : colophon.measured(outgoing.analysis().betweenness());
        OutputFile.write(
                file,
                out -> {
                    switch (format) {
                        case GRAPHML -> GraphMl.write(table, measured, out);
                        case GEXF -> Gexf.write(table, measured, out);
                        case CSV -> EvidenceTables.writeCsv(table, out);
                        case XLSX -> EvidenceTables.writeWorkbook(outgoing, table, measured, out);
                        case ANX -> Anx.write(outgoing, table, measured, this::places, out);
                        case FTM, PNG, SVG, PDF -> throw new IllegalArgumentException(format + " is no graph");
                    }
                },
                cancellation);
        return colophon;
    }

    private Colophon picture(
            OutgoingCase outgoing, Colophon colophon, Format format, Path file, Cancellation cancellation) {
        PdfType type = new PdfType();
        IntFunction<String> label =
                format == Format.PDF ? e -> type.settable(PdfType.Face.REGULAR, outgoing.label(e)) : outgoing::label;
        ChartModel chart = charts.chart(outgoing.graph(), outgoing.analysis(), label);
        cancellation.check();
        ChartPicture picture = charts.picture(chart, colophon.title(), WIDTH, HEIGHT, SCALE);
        OutputFile.write(
                file,
                out -> {
                    switch (format) {
                        case PNG -> out.write(charts.png(picture));
                        case SVG -> out.write(charts.svg(picture).getBytes(StandardCharsets.UTF_8));
                        case PDF -> charts.pdf(picture, colophon, out);
                        case GRAPHML, GEXF, CSV, XLSX, FTM, ANX ->
                            throw new IllegalArgumentException(format + " is no picture");
                    }
                },
                cancellation);
        int undrawn = chart.nodeCount() - picture.scene().nodeCount();
        return undrawn == 0
                ? colophon
                : with(
                        colophon,
                        List.of(String.format(
                                Locale.ROOT,
                                "%,d of %,d people and things, which play no part in a network and link nobody who does.",
                                undrawn,
                                chart.nodeCount())));
    }

    private Colophon colophon(Release release, OutgoingCase outgoing, ReleaseOptions options) {
        return new Colophon(
                outgoing.text(outgoing.graph().title()),
                version,
                LocalDate.now(clock),
                options,
                release.leftOut(),
                List.of(),
                Optional.empty());
    }

    private static Colophon with(Colophon colophon, List<String> omitted) {
        return new Colophon(
                colophon.title(),
                colophon.version(),
                colophon.date(),
                colophon.options(),
                colophon.withheld(),
                omitted,
                colophon.betweenness());
    }

    /** The graph laid out as the chart lays it out, in units in which neighbours' labels stay apart. */
    private Map<String, Anx.Place> places(GraphTable table) {
        ChartModel model = ChartModel.of(
                table.nodes().stream()
                        .map(n -> ChartNode.of(n.id(), n.label(), NodeKind.PERSON))
                        .toList(),
                table.edges().stream()
                        .map(e -> ChartLink.of(e.id(), e.from(), e.to(), LinkKind.TIE))
                        .toList());
        BitSet all = new BitSet();
        all.set(0, model.nodeCount());
        ChartScene scene = ChartScene.of(model, all);
        LayoutResult laidOut = charts.places(scene);
        Map<String, Anx.Place> places = new HashMap<>();
        for (int i = 0; i < scene.nodeCount(); i++) {
            places.put(
                    scene.node(i).id(),
                    new Anx.Place(Math.round(laidOut.x()[i] * SPREAD), Math.round(laidOut.y()[i] * SPREAD)));
        }
        return places;
    }
}
