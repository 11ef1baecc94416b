package org.manumit.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.manumit.app.cli.CommandFailure;
import org.manumit.app.cli.Workplace;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;

/** Makes the parts of the program and connects them, each when it is first needed. */
final class Wiring implements Workplace {

    @Override
    public OpenedCase open(String word, OpenFor purpose) {
        throw new CommandFailure("cases: not in this build");
    }

    @Override
    public ImporterCatalog importers() {
        return new ImporterCatalog(List.of());
    }

    @Override
    public CaseAnalysis analyse(CaseGraph graph, Progress progress, Cancellation cancellation) {
        throw new CommandFailure("analysis: not in this build");
    }

    @Override
    public ChartPictures charts() {
        return new ChartPictures();
    }

    @Override
    public void writeTemplate(Path file) {
        throw new CommandFailure("template: not in this build");
    }

    @Override
    public List<Path> exampleFiles(Path folder) {
        throw new CommandFailure("example case: not in this build");
    }

    @Override
    public void openWindow(Optional<String> caseWord) {
        throw new CommandFailure("workstation: not in this build");
    }

    @Override
    public Path profiles() {
        return Path.of(System.getProperty("user.home"), ".manumit", "profiles");
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public String user() {
        return System.getProperty("user.name", "unknown");
    }

    @Override
    public String version() {
        return ProgramVersion.read();
    }
}
