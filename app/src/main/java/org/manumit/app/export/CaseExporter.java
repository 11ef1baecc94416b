package org.manumit.app.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.render.ChartPicture;
import org.manumit.app.release.VictimNames;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.query.Pseudonyms;

/** Writes a case for other programs, in the format that the file's name ends with. Safe for use from several threads. */
public final class CaseExporter {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1100;
    private static final double SCALE = 2;

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
        /** The chart as pixels. */
        PNG(".png"),
        /** The chart as lines. */
        SVG(".svg");

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

    /**
     * An exporter.
     *
     * @param charts what draws charts
     */
    public CaseExporter(ChartPictures charts) {
        this.charts = charts;
    }

    /**
     * Writes a case.
     *
     * @param names whether victims are named; where they are not, nothing in the file leads to a name
     * @throws OutputException when the file cannot be written
     */
    public void write(CaseGraph graph, CaseAnalysis analysis, VictimNames names, Format format, Path file) {
        switch (format) {
            case GRAPHML -> OutputFile.write(file, out -> GraphMl.write(GraphTable.of(graph, analysis, names), out));
            case GEXF -> OutputFile.write(file, out -> Gexf.write(GraphTable.of(graph, analysis, names), out));
            case CSV ->
                OutputFile.write(file, out -> EvidenceTables.writeCsv(GraphTable.of(graph, analysis, names), out));
            case XLSX ->
                OutputFile.write(
                        file,
                        out -> EvidenceTables.writeWorkbook(
                                graph, analysis, GraphTable.of(graph, analysis, names), redaction(graph, names), out));
            case PNG -> OutputFile.write(file, out -> out.write(charts.png(picture(graph, analysis, names))));
            case SVG ->
                OutputFile.write(
                        file,
                        out -> out.write(
                                charts.svg(picture(graph, analysis, names)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private ChartPicture picture(CaseGraph graph, CaseAnalysis analysis, VictimNames names) {
        Pseudonyms pseudonyms = Pseudonyms.of(graph);
        ChartModel chart = charts.chart(
                graph,
                analysis,
                names == VictimNames.NAMES ? e -> graph.entity(e).label() : e -> pseudonyms.label(graph, e));
        return charts.picture(chart, graph.title(), WIDTH, HEIGHT, SCALE);
    }

    private static UnaryOperator<String> redaction(CaseGraph graph, VictimNames names) {
        return names == VictimNames.NAMES ? UnaryOperator.identity() : Pseudonyms.of(graph)::redact;
    }
}
