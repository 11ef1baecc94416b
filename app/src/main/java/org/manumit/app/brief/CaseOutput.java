package org.manumit.app.brief;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.export.CaseExporter;
import org.manumit.app.export.CaseExporter.Format;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.export.MeasureTable;
import org.manumit.app.export.OutputException;
import org.manumit.app.export.OutputFile;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.ExactMeasures;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * Writes what leaves a case, and notes in its log what left for whom. The window and the command line both write through
 * it. Safe for use from several threads.
 */
public final class CaseOutput {

    /** What can leave a case. */
    public enum Product {
        /** Verdicts, reasons, exhibits, gaps and sources, for people. */
        BRIEF,
        /** The graph, its tables or its chart, for other programs. */
        EXPORT
    }

    private final BriefWriter.Assessment assessment;
    private final ChartPictures charts;
    private final Clock clock;
    private final String user;
    private final String version;

    /**
     * A writer of what leaves a case.
     *
     * @param assessment how what may be released is analysed
     * @param charts what draws the charts
     * @param clock what time it is
     * @param user who has it made
     * @param version the program's version
     */
    public CaseOutput(
            BriefWriter.Assessment assessment, ChartPictures charts, Clock clock, String user, String version) {
        this.assessment = assessment;
        this.charts = charts;
        this.clock = clock;
        this.user = user;
        this.version = version;
    }

    /** A writer of the same with exact measures, however long they take. */
    public CaseOutput withExactMeasures() {
        return new CaseOutput(
                (graph, progress, cancellation) ->
                        ExactMeasures.of(graph, assessment.of(graph, progress, cancellation), progress, cancellation),
                charts,
                clock,
                user,
                version);
    }

    /**
     * Writes a file, wholly or not at all.
     *
     * @param graph what the case holds
     * @param options for whom it is
     * @param file where to; its name's ending says in which format
     * @return what was left out, a sentence each; a brief says so itself
     * @throws org.manumit.app.release.ReleaseException when the audience is none of the case's grading scheme
     * @throws OutputException when the file cannot be written
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing is written then
     */
    public List<String> write(
            OpenedCase opened,
            CaseGraph graph,
            Product product,
            ReleaseOptions options,
            Path file,
            Progress progress,
            Cancellation cancellation) {
        List<String> leftOut =
                switch (product) {
                    case BRIEF -> {
                        new BriefWriter(assessment, charts, clock, user, version)
                                .write(graph, options, file, progress, cancellation);
                        yield List.of();
                    }
                    case EXPORT -> export(graph, options, file, progress, cancellation);
                };
        note(
                opened,
                product == Product.BRIEF ? Decision.BRIEF : Decision.EXPORT,
                file,
                options.audience().orElse("none given"),
                options.naming().name());
        return leftOut;
    }

    /**
     * Writes measures, in which no victim has a row, as a table for a spreadsheet, wholly or not at all.
     *
     * @throws OutputException when the file cannot be written
     * @throws org.manumit.graph.job.CancelledException when cancelled; nothing is written then
     */
    public void write(OpenedCase opened, MeasureTable measures, Path file, Cancellation cancellation) {
        OutputFile.write(file, measures::write, cancellation);
        note(opened, Decision.EXPORT, file, "none given", "VICTIMS_LEFT_OUT");
    }

    private void note(OpenedCase opened, Decision what, Path file, String audience, String people) {
        opened.folder().ifPresent(folder -> new AuditLog(folder, clock, user)
                .record(
                        what,
                        Map.of("file", String.valueOf(file.getFileName()), "audience", audience, "people", people)));
    }

    private List<String> export(
            CaseGraph graph, ReleaseOptions options, Path file, Progress progress, Cancellation cancellation) {
        Format format = Format.of(file)
                .orElseThrow(() -> new OutputException(
                        file + ": this ending is not served; name a file that ends with one of " + Format.endings()));
        Release released = Release.of(graph, options.audience());
        CaseAnalysis analysis = assessment.of(released.graph(), progress, cancellation);
        return new CaseExporter(charts, clock, version)
                .write(released, analysis, options, format, file, progress, cancellation)
                .leftOut();
    }
}
