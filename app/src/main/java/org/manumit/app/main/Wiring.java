package org.manumit.app.main;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.cli.DemoCase;
import org.manumit.app.cli.Workplace;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.export.OutputFile;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.app.session.AbsentCase;
import org.manumit.app.session.CaseOpener;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.UserPreferences;
import org.manumit.app.shell.DisplayCheck;
import org.manumit.app.shell.WorkstationApplication;
import org.manumit.app.shell.WorkstationParts;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.neo4j.StoreAddress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.calls.ChatTextImporter;
import org.manumit.importers.calls.ExtractionReportImporter;
import org.manumit.importers.calls.HandsetWorkbookImporter;
import org.manumit.importers.calls.LocationHistoryImporter;
import org.manumit.importers.calls.MessengerExportImporter;
import org.manumit.importers.calls.PhoneBackupImporter;
import org.manumit.importers.calls.VoicePageImporter;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.casefile.CaseWorkbookTemplate;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.contacts.ContactsImporter;
import org.manumit.importers.documents.DocumentImporter;
import org.manumit.importers.graphs.AnxImporter;
import org.manumit.importers.graphs.FtmImporter;
import org.manumit.importers.graphs.GraphsImporter;
import org.manumit.importers.graphs.NetworkFileImporter;
import org.manumit.importers.transfers.BankMessageImporter;
import org.manumit.importers.transfers.TransfersImporter;
import org.manumit.styles.Words;

/** Makes the parts of the program and connects them, each when it is first needed. */
public final class Wiring implements Workplace {

    private final CaseOpener opener = new CaseOpener(new AskedPassword());

    @Override
    public OpenedCase open(String word, OpenFor purpose, Progress progress, Cancellation cancellation) {
        return switch (purpose) {
            case IMPORT -> opener.open(word, IfAbsent.CREATE, progress, cancellation);
            case READING -> opener.open(word, IfAbsent.REFUSE, progress, cancellation);
            case DRY_RUN ->
                isAbsent(word)
                        ? new OpenedCase(new AbsentCase(word), Optional.empty())
                        : opener.open(word, IfAbsent.REFUSE, progress, cancellation);
        };
    }

    private static boolean isAbsent(String word) {
        try {
            return !StoreAddress.isAddress(word) && !Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false; // opening it says what is wrong with the name
        }
    }

    @Override
    public ImporterCatalog importers() {
        return new ImporterCatalog(List.of(
                new CaseWorkbookImporter(),
                new CallsImporter(),
                new TransfersImporter(),
                new BankMessageImporter(),
                new PhoneBackupImporter(),
                new ExtractionReportImporter(),
                new ChatTextImporter(),
                new MessengerExportImporter(),
                new LocationHistoryImporter(),
                new VoicePageImporter(),
                new HandsetWorkbookImporter(),
                new ContactsImporter(),
                new GraphsImporter(),
                new NetworkFileImporter(),
                new FtmImporter(),
                new AnxImporter(),
                new DocumentImporter()));
    }

    @Override
    public CaseAnalysis analyse(CaseGraph graph, Period period, Progress progress, Cancellation cancellation) {
        return new CaseAnalyser().analyse(graph, AnalysisParameters.ALL.within(period), progress, cancellation);
    }

    @Override
    public List<NetworkFacts> networks(CaseGraph graph, Progress progress, Cancellation cancellation) {
        return new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation);
    }

    @Override
    public CaseOutput output() {
        return new CaseOutput(this::analyse, charts(), clock(), user(), version());
    }

    @Override
    public List<EventEffect> around(
            CaseGraph graph, CaseEvent event, Duration about, Progress progress, Cancellation cancellation) {
        return new CaseAnalyser().around(graph, AnalysisParameters.ALL, event, about, progress, cancellation);
    }

    @Override
    public ChartPictures charts() {
        return new ChartPictures();
    }

    @Override
    public void writeTemplate(Path file) {
        OutputFile.write(file, out -> new CaseWorkbookTemplate().write(out));
    }

    @Override
    public Optional<String> whyNoWindow() {
        return DisplayCheck.whatIsMissing();
    }

    @Override
    public void openWindow(Optional<String> caseWord) {
        WorkstationApplication.launch(
                new WorkstationParts(
                        opener,
                        this::analyse,
                        this::networks,
                        importers(),
                        Optional.of((progress, cancellation) -> new DemoCase(this)
                                .make(preferencesFolder().resolve("example"), progress, cancellation)
                                .toString()),
                        output(),
                        Optional.of(profiles()),
                        new UserPreferences(preferencesFolder()),
                        Words.in(Locale.ENGLISH),
                        clock(),
                        user()),
                caseWord);
    }

    private static Path preferencesFolder() {
        return UserPreferences.usualFolder(
                System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    @Override
    public Path profiles() {
        return preferencesFolder().resolve("profiles");
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
