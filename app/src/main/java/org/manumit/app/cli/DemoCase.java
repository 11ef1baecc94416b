package org.manumit.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.app.export.OutputException;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.ImportRequest.Effect;
import org.manumit.app.session.ImportRequest.OnRejects;
import org.manumit.app.session.OpenedCase;
import org.manumit.examples.ExampleCase;
import org.manumit.examples.ExampleCase.ExampleFile;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.spi.ImportOptions;

/** Makes the example case anew in a folder. */
public final class DemoCase {

    private static final String MARK = ".manumit-demo";

    private final Workplace workplace;
    private final List<ImportReport> reports = new ArrayList<>();

    /**
     * A maker of the example case.
     *
     * @param workplace what opens cases and reads files
     */
    public DemoCase(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Lays the example's files into {@code folder/files} and imports them into {@code folder/case}. A case that an
     * earlier demo made there is replaced; any other is left alone.
     *
     * @return the case's folder
     * @throws OutputException when the folder cannot be written, or holds a case that no demo made
     */
    public Path make(Path folder, Progress progress, Cancellation cancellation) {
        Path caseFolder = folder.resolve("case");
        List<ExampleFile> files;
        try {
            if (Files.exists(caseFolder) && !Files.exists(folder.resolve(MARK))) {
                throw new OutputException(
                        caseFolder + ": there is a case that no demo made; choose another folder with --out");
            }
            Files.createDirectories(folder.resolve("files"));
            Files.writeString(folder.resolve(MARK), "Made by 'manumit demo', which replaces the case beside it.\n");
            files = ExampleCase.copyTo(folder.resolve("files"));
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": the example case cannot be laid there (" + e.getMessage() + "); choose another folder "
                            + "with --out",
                    e);
        }
        if (Files.exists(caseFolder)) {
            // a case that is open elsewhere must not be pulled out from under whoever works on it
            workplace
                    .open(caseFolder.toString(), Workplace.OpenFor.READING, progress, cancellation)
                    .close();
        }
        delete(caseFolder);
        try (OpenedCase opened =
                workplace.open(caseFolder.toString(), Workplace.OpenFor.IMPORT, progress, cancellation)) {
            CaseImporter importer =
                    new CaseImporter(opened, workplace.importers(), workplace.clock(), workplace.user());
            for (ExampleFile file : files) {
                progress.report(
                        reports.size(), files.size(), "importing " + file.path().getFileName());
                reports.add(importer.importFile(file.path(), request(file), progress, cancellation));
            }
        }
        return caseFolder;
    }

    /** What became of each file. */
    public List<ImportReport> reports() {
        return List.copyOf(reports);
    }

    private ImportRequest request(ExampleFile file) {
        return new ImportRequest(
                Optional.of(file.kind()),
                new ImportOptions(
                        Optional.of(file.zone()),
                        Optional.of(file.country()),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                OnRejects.KEEP_GOOD_ROWS,
                Effect.COMMIT);
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        } catch (IOException e) {
            throw new OutputException(
                    path + ": the case of an earlier demo cannot be removed (" + e.getMessage() + ")", e);
        }
    }
}
