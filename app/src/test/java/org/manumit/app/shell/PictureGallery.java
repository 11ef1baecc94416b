package org.manumit.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.UserPreferences;
import org.manumit.graph.CaseGraph;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;

/** Draws the sample case into a folder, to look at while working on the window. */
public final class PictureGallery {
    private PictureGallery() {}

    /** Draws into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        WorkstationParts parts = parts(Files.createTempDirectory("gallery"));
        SilentDialogs dialogs = new SilentDialogs();
        WindowPicture.Frame light = new WindowPicture.Frame(1280, 800, 1, Theme.LIGHT);
        WindowPicture.Frame dark = new WindowPicture.Frame(1280, 800, 1, Theme.DARK);
        WindowPicture.write(
                parts,
                dialogs,
                org.manumit.app.session.CaseSnapshot.EMPTY,
                light,
                w -> {},
                folder.resolve("start.png"));
        WindowPicture.write(
                parts,
                dialogs,
                SampleCase.snapshot(),
                light,
                w -> w.session().select(SampleCase.DORIN),
                folder.resolve("main.png"));
        WindowPicture.write(
                parts,
                dialogs,
                SampleCase.snapshot(),
                dark,
                w -> {
                    w.session().select(SampleCase.MIRA);
                    w.shell().goTo(Place.VERDICT);
                },
                folder.resolve("verdict.png"));
        System.exit(0);
    }

    static WorkstationParts parts(Path folder) {
        return new WorkstationParts(
                (location, progress, cancellation) -> {
                    throw new org.manumit.graph.store.StoreException(location + ": not in this test");
                },
                (CaseGraph graph,
                        org.manumit.graph.job.Progress progress,
                        org.manumit.graph.job.Cancellation cancellation) -> SampleCase.analysis(),
                new ImporterCatalog(List.of()),
                Optional.empty(),
                Optional.empty(),
                new UserPreferences(folder),
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "tester");
    }
}
