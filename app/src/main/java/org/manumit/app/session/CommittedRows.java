package org.manumit.app.session;

import java.nio.file.Path;
import java.util.Optional;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.SourceFile;

/** The rows of a file that is in the case. Reading them again changes the case. */
public final class CommittedRows implements RowDesk {

    private final CaseImporter importer;
    private final Source source;
    private final Path file;
    private final Optional<Password> password;

    /**
     * The rows of a source.
     *
     * @param file the original that the case keeps, or the file it was imported from
     * @param password what opens it, where it is protected
     */
    public CommittedRows(CaseImporter importer, Source source, Path file, Optional<Password> password) {
        this.importer = importer;
        this.source = source;
        this.file = file;
        this.password = password;
    }

    @Override
    public String fileName() {
        return source.fileName();
    }

    @Override
    public Rows look(Progress progress, Cancellation cancellation) {
        Source now = importer.source(source.id())
                .orElseThrow(() ->
                        new ImportException(source.fileName() + ": it is not in the case any more; import it again"));
        return Rows.of(
                SourceFile.of(file).readAs(importer.readAs(now, password)),
                importer.issues(source.id()),
                now.rowsRead(),
                now.rowsRejected());
    }

    @Override
    public Rows readAgain(Corrections corrections, Progress progress, Cancellation cancellation) {
        Source now = importer.source(source.id())
                .orElseThrow(() ->
                        new ImportException(source.fileName() + ": it is not in the case any more; import it again"));
        ImportReport report = importer.correct(now, corrections, Optional.of(file), password, progress, cancellation);
        return Rows.of(
                SourceFile.of(file).readAs(importer.readAs(now, password)),
                report.issues(),
                report.rowsRead(),
                report.issues().stream()
                        .filter(issue -> issue.severity() == Severity.REJECTED)
                        .count());
    }
}
