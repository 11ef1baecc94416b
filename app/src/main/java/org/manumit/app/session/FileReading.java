package org.manumit.app.session;

import java.time.Clock;
import java.time.Instant;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;

/**
 * The part of an import that asks nothing of the case: finding out what a file is, and reading it. Safe for use from
 * several threads.
 *
 * @param catalog the kinds of file known
 * @param clock what time it is
 */
public record FileReading(ImporterCatalog catalog, Clock clock) {

    /**
     * A file that was read, whatever the case knows of it.
     *
     * @param draft what it says
     * @param begun when reading began
     */
    public record Read(ImportDraft draft, Instant begun) {}

    /**
     * Reads a file.
     *
     * @throws org.manumit.importers.draft.ImportException when it cannot be read
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public Read read(SourceFile file, ImportRequest request, Progress progress, Cancellation cancellation) {
        Instant begun = clock.instant();
        ImportOptions options = request.options();
        SourceImporter importer = catalog.choose(file, request.kind(), options);
        ImportDraft draft = importer.read(file, options, progress, cancellation);
        return new Read(
                draft.noting(Instructions.kept(options, importer.profile(file, options)))
                        .noting(file.readAs().corrections().cells().stream()
                                .map(CellCorrection::toIssue)
                                .toList()),
                begun);
    }
}
