package org.manumit.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.UserPreferences;
import org.manumit.examples.ExampleCase;
import org.manumit.examples.ExampleCase.ExampleFile;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.documents.DocumentImporter;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.transfers.TransfersImporter;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;

/**
 * Draws the window with the example case for the documentation: {@code PictureGallery FOLDER}, with {@code
 * -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class PictureGallery {
    private static final ImporterCatalog IMPORTERS = new ImporterCatalog(
            List.of(new CaseWorkbookImporter(), new CallsImporter(), new TransfersImporter(), new DocumentImporter()));

    private static final CaseOutput OUTPUT = new CaseOutput(
            (graph, progress, cancellation) ->
                    new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, progress, cancellation),
            new ChartPictures(),
            Clock.systemUTC(),
            "analyst",
            "test");

    private static final String NAME = "Operation Lantern";
    private static final WindowPicture.Frame LIGHT = new WindowPicture.Frame(1280, 800, 1, Theme.LIGHT);
    private static final WindowPicture.Frame DARK = new WindowPicture.Frame(1280, 800, 1, Theme.DARK);

    /** Draws one case into one folder. */
    private record Gallery(Path folder, WorkstationParts parts) {

        /** Opens the case, shows something of it, and draws the window. */
        void draw(String file, WindowPicture.Frame frame, Consumer<Workstation> scene) throws IOException {
            WindowPicture.write(
                    parts,
                    new SilentDialogs(),
                    CaseSnapshot.EMPTY,
                    frame,
                    w -> w.session().open("example", () -> scene.accept(w)),
                    folder.resolve(file));
        }
    }

    private PictureGallery() {}

    /** Somebody critical to whom no direct tie leads. */
    private static EntityId farthest(CaseSnapshot snapshot, EntityId from, List<EntityId> critical) {
        int start = snapshot.graph().indexOf(from).orElseThrow();
        return critical.stream()
                .filter(id -> snapshot.links()
                        .between(start, snapshot.graph().indexOf(id).orElseThrow())
                        .isEmpty())
                .filter(id -> !id.equals(from))
                .findFirst()
                .orElse(critical.getLast());
    }

    /** Draws into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<ExampleFile> files = ExampleCase.copyTo(Files.createTempDirectory("example"));
        List<Path> chosen = files.stream().map(ExampleFile::path).toList();
        List<CaseAddition> additions = read(files);
        CaseGraph graph = CaseGraph.of(NAME, additions);
        CaseAnalysis analysis =
                new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER);
        List<EntityId> critical = analysis.networks().getFirst().critical().stream()
                .map(CriticalElement::target)
                .distinct()
                .toList();
        EntityId first = critical.getFirst();
        EntityId far = farthest(CaseSnapshot.of(graph), first, critical);
        Gallery gallery = new Gallery(folder, parts(Files.createTempDirectory("gallery"), additions, analysis));
        gallery.draw("window-light.png", LIGHT, w -> w.session().select(first));
        gallery.draw("window-dark.png", DARK, w -> w.session().select(first));
        gallery.draw("window-2x.png", new WindowPicture.Frame(1280, 800, 2, Theme.LIGHT), w -> w.session()
                .select(first));
        gallery.draw("verdicts.png", LIGHT, w -> {
            w.shell().goTo(Place.VERDICT);
            w.session().select(first);
        });
        gallery.draw("calls.png", LIGHT, w -> {
            w.shell().goTo(Place.CALLS);
            critical.stream().limit(2).forEach(w.calls().chosen()::add);
            w.session().select(first);
        });
        gallery.draw("paths.png", LIGHT, w -> {
            w.shell().goTo(Place.PATHS);
            w.paths().chosen().add(first);
            w.paths().chosen().add(far);
            w.session().select(far);
        });
        gallery.draw("measures.png", LIGHT, w -> {
            w.shell().goTo(Place.MEASURES);
            w.session().select(first);
        });
        gallery.draw("release.png", LIGHT, w -> {
            w.session().select(first);
            w.releasing().begin(CaseOutput.Product.BRIEF);
            w.shell().showSheet(ShellViewModel.Sheet.RELEASE);
        });
        gallery.draw("documents.png", LIGHT, w -> {
            w.shell().goTo(Place.DOCUMENTS);
            w.session().select(first);
        });
        gallery.draw("tables.png", DARK, w -> {
            w.shell().goTo(Place.TABLES);
            w.session().select(first);
        });
        Gallery empty = new Gallery(folder, parts(Files.createTempDirectory("gallery"), List.of(), analysis));
        empty.draw("import-review.png", LIGHT, w -> {
            w.importing().add(chosen);
            w.shell().showSheet(ShellViewModel.Sheet.IMPORT);
        });
        WindowPicture.write(
                empty.parts(), new SilentDialogs(), CaseSnapshot.EMPTY, LIGHT, w -> {}, folder.resolve("start.png"));
        System.exit(0);
    }

    private static List<CaseAddition> read(List<ExampleFile> files) {
        List<CaseAddition> additions = new ArrayList<>();
        for (ExampleFile said : files) {
            SourceFile file = SourceFile.of(said.path());
            ImportOptions options = new ImportOptions(
                    Optional.of(said.zone()),
                    Optional.of(said.country()),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
            try {
                additions.add(IMPORTERS
                        .choose(file, Optional.of(said.kind()), options)
                        .read(file, options, Progress.NONE, Cancellation.NEVER)
                        .toAddition(Instant.parse("2026-01-10T09:00:00Z"), "analyst"));
            } catch (ImportException e) {
                System.err.println(e.getMessage());
            }
        }
        return additions;
    }

    private static List<NetworkFacts> networks(CaseGraph graph, Progress progress, Cancellation cancellation) {
        return new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation);
    }

    private static WorkstationParts parts(Path folder, List<CaseAddition> additions, CaseAnalysis analysis) {
        return new WorkstationParts(
                (location, progress, cancellation) -> {
                    MemoryStore store = new MemoryStore(NAME);
                    additions.forEach(addition -> store.commit(addition, progress, cancellation));
                    return new OpenedCase(store, Optional.empty());
                },
                (graph, progress, cancellation) -> analysis,
                PictureGallery::networks,
                IMPORTERS,
                Optional.of((progress, cancellation) -> "example"),
                OUTPUT,
                Optional.empty(),
                new UserPreferences(folder),
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "analyst");
    }

    /** Parts for tests: opening gives the sample case. */
    static WorkstationParts sampleParts(Path folder, ImporterCatalog importers) {
        return new WorkstationParts(
                (location, progress, cancellation) -> {
                    MemoryStore store = new MemoryStore("Operation Sample");
                    SampleCase.additions().forEach(a -> store.commit(a, progress, cancellation));
                    return new OpenedCase(store, Optional.empty());
                },
                (graph, progress, cancellation) -> SampleCase.analysis(),
                PictureGallery::networks,
                importers,
                Optional.empty(),
                OUTPUT,
                Optional.empty(),
                new UserPreferences(folder),
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "tester");
    }
}
