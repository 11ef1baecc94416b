package org.manumit.app.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
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
     * What reads a file.
     *
     * @throws org.manumit.importers.draft.ImportException when it cannot be told
     */
    SourceImporter choose(SourceFile file, ImportRequest request) {
        return catalog.choose(file, request.kind(), request.options());
    }

    /**
     * Reads a file.
     *
     * @throws org.manumit.importers.draft.ImportException when it cannot be read
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public Read read(SourceFile file, ImportRequest request, Progress progress, Cancellation cancellation) {
        return read(file, choose(file, request), request, progress, cancellation);
    }

    /** The same by what was chosen to read it. */
    Read read(
            SourceFile file,
            SourceImporter importer,
            ImportRequest request,
            Progress progress,
            Cancellation cancellation) {
        Instant begun = clock.instant();
        ImportOptions options = request.options();
        ImportDraft draft = importer.read(file, options, progress, cancellation);
        file.requireUnchanged(progress, cancellation);
        if (request.kind().isEmpty() && catalog.isTableNobodyKnows(file, options)) {
            draft = draft.noting(List.of(readAsWords(file)));
        }
        if (draft.rowsRead() == 0
                && draft.claims().isEmpty()
                && draft.entities().isEmpty()) {
            draft = draft.noting(List.of(nothing(file)));
        }
        return new Read(
                draft.noting(Instructions.kept(options, importer.profile(file, options)))
                        .noting(file.readAs().corrections().cells().stream()
                                .map(CellCorrection::toIssue)
                                .toList()),
                begun);
    }

    /** An empty export looks as one that was not understood. */
    private static ImportIssue nothing(SourceFile file) {
        return new ImportIssue(
                Severity.WARNING,
                "",
                0,
                "",
                file.fileName(),
                "records",
                "No row was read as a record: there is none below the headers, or none was understood. If the file holds"
                        + " records, take the import back and say what it is (--kind) and which columns hold what"
                        + " (--column), or review it in the window.");
    }

    /** A table whose rows could be calls or payments must not pass for read. */
    private static ImportIssue readAsWords(SourceFile file) {
        return new ImportIssue(
                Severity.WARNING,
                "",
                0,
                "",
                file.fileName(),
                "columns that somebody knows",
                "This is a table whose columns nobody knows: only its words were read, and no calls, payments or ties. If"
                        + " its rows are such, take the import back and say what it is (--kind) and which columns hold"
                        + " what (--column), or review it in the window.");
    }
}
