package org.manumit.app.brief;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.export.OutputException;
import org.manumit.app.export.OutputFile;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.release.Wording;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.whatif.EventComparison;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** Writes the brief of a case. Safe for use from several threads. */
public final class BriefWriter {

    private static final double CHART_SCALE = 2.5;

    private final Assessment assessment;
    private final ChartPictures charts;
    private final Clock clock;
    private final String author;
    private final String version;

    /** What a brief can be written as. */
    public enum Format {
        DOCX,
        PDF;

        /** The format that a file's name asks for. */
        public static Optional<Format> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(f -> name.endsWith("." + f.name().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** How a snapshot is analysed. */
    @FunctionalInterface
    public interface Assessment {
        /** Says what follows from a snapshot. */
        CaseAnalysis of(CaseGraph graph, Progress progress, Cancellation cancellation);
    }

    /**
     * A writer of briefs.
     *
     * @param assessment how what may be released is analysed
     * @param charts what draws the charts
     * @param clock what day it is
     * @param author who has it made
     * @param version the program's version
     */
    public BriefWriter(Assessment assessment, ChartPictures charts, Clock clock, String author, String version) {
        this.assessment = assessment;
        this.charts = charts;
        this.clock = clock;
        this.author = author;
        this.version = version;
    }

    /**
     * Writes a brief.
     *
     * @param whole the case
     * @param file where to; its name's ending says in which format
     * @throws org.manumit.app.release.ReleaseException when the audience is none of the case's grading scheme
     * @throws org.manumit.app.export.OutputException when the file cannot be written
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing is written then
     */
    public void write(
            CaseGraph whole, ReleaseOptions options, Path file, Progress progress, Cancellation cancellation) {
        Format format = Format.of(file)
                .orElseThrow(() -> new OutputException(file + ": the name of a brief ends with .docx or .pdf"));
        BriefDocument document = compose(whole, options, progress, cancellation);
        progress.report(0, -1, "writing");
        OutputFile.write(
                file,
                out -> {
                    switch (format) {
                        case DOCX -> DocxBrief.write(document, out);
                        case PDF -> PdfBrief.write(document, out);
                    }
                },
                cancellation);
    }

    /** The content of a brief. */
    BriefDocument compose(CaseGraph unreleased, ReleaseOptions options, Progress progress, Cancellation cancellation) {
        Release release = Release.of(unreleased, options.audience());
        CaseGraph graph = release.graph();
        CaseAnalysis analysis = assessment.of(graph, progress, cancellation);
        Wording wording = Wording.of(graph, options.naming());
        Map<String, Picture> pictures = new LinkedHashMap<>();
        ChartModel whole = charts.chart(graph, analysis, wording::label);
        for (CaseAnalysis.Network network : analysis.networks()) {
            cancellation.check();
            progress.report(pictures.size(), analysis.networks().size(), "drawing charts");
            pictures.put(network.name(), picture(members(whole, network), wording.text(network.name())));
        }
        List<EventEffect> blows = new CaseAnalyser()
                .aroundBlows(
                        graph,
                        AnalysisParameters.ALL,
                        Duration.ofDays(EventComparison.USUAL_DAYS),
                        BlowSection.BLOWS,
                        Progress.NONE,
                        cancellation);
        cancellation.check();
        progress.report(0, -1, "putting it into words");
        BriefSection.Frame frame =
                new BriefSection.Frame(options, release.leftOut(), author, version, LocalDate.now(clock));
        return new BriefComposer(BriefSection.Parts.of(graph, analysis, wording, frame), pictures, blows).compose();
    }

    private static ChartModel members(ChartModel whole, CaseAnalysis.Network network) {
        Set<String> ids = network.members().stream().map(EntityId::value).collect(Collectors.toSet());
        return whole.restrictedTo(node -> ids.contains(node.id()));
    }

    private Picture picture(ChartModel model, String title) {
        // The fewer there are, the larger each is drawn.
        int width = Math.clamp(560 + 7L * model.nodeCount(), 640, 1200);
        int height = width * 4 / 5;
        return new Picture(
                charts.png(charts.picture(model, "", width, height, CHART_SCALE)),
                width,
                height,
                "Chart of " + title + ": " + model.nodeCount() + " people and things and " + model.linkCount()
                        + " links");
    }
}
