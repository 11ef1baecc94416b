package org.manumit.app.session;

import java.nio.file.Path;
import java.util.Optional;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.SourceFile;

/** The rows of a file that is in the case. Reading them again changes the case. */
public final class CommittedRows implements RowDesk {

    private final CaseImporter importer;
    private final SourceId source;
    private final Path file;
    private final Optional<Password> password;

    /**
     * The rows of a source.
     *
     * @param file the original that the case keeps, or the file it was imported from
     * @param password what opens it, where it is protected
     */
    public CommittedRows(CaseImporter importer, SourceId source, Path file, Optional<Password> password) {
        this.importer = importer;
        this.source = source;
        this.file = file;
        this.password = password;
    }

    @Override
    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public CellCorrection corrected(String sheet, long row, int column, String header, String before, String after) {
        return importer.corrected(sheet, row, column, header, before, after);
    }

    @Override
    public RowDesk withPassword(Password given) {
        return new CommittedRows(importer, source, file, Optional.of(given));
    }

    @Override
    public Rows look(Progress progress, Cancellation cancellation) {
        Source now = now();
        return Rows.of(
                SourceFile.of(file, progress, cancellation).readAs(importer.readAs(now, password)),
                importer.issues(source),
                now.rowsRead(),
                now.rowsRejected());
    }

    private Source now() {
        return importer.source(source)
                .orElseThrow(
                        () -> new ImportException(fileName() + ": it is not in the case any more; import it again"));
    }

    @Override
    public Rows readAgain(Corrections corrections, Progress progress, Cancellation cancellation) {
        Source now = now();
        ImportReport report = importer.correct(now, corrections, Optional.of(file), password, progress, cancellation);
        return Rows.of(
                SourceFile.of(file, progress, cancellation).readAs(importer.readAs(now, password)),
                report.issues(),
                report.rowsRead(),
                report.issues().stream()
                        .filter(issue -> issue.severity() == Severity.REJECTED)
                        .count());
    }
}
