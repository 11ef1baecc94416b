package org.manumit.app.session;

import java.nio.file.Path;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.draft.SourceFile;

/** The rows of a file that is still in review. Reading them again changes nothing but what would be imported. */
public final class ReviewedRows implements RowDesk {

    private final CaseImporter importer;
    private final Path file;
    private final ImportRequest request;

    /**
     * The rows of a file.
     *
     * @param request how it is to be imported
     */
    public ReviewedRows(CaseImporter importer, Path file, ImportRequest request) {
        this.importer = importer;
        this.file = file;
        this.request = request;
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
    public RowDesk withPassword(Password password) {
        return new ReviewedRows(
                importer,
                file,
                request.with(
                        request.options().withReadAs(request.options().readAs().withPassword(password))));
    }

    @Override
    public Rows look(Progress progress, Cancellation cancellation) {
        return readAgain(request.options().readAs().corrections(), progress, cancellation);
    }

    @Override
    public Rows readAgain(Corrections corrections, Progress progress, Cancellation cancellation) {
        ReadAs readAs = request.options().readAs().withCorrections(corrections);
        SourceFile source = SourceFile.of(file, progress, cancellation).readAs(readAs);
        ImportDraft draft =
                importer.read(source, request.with(request.options().withReadAs(readAs)), progress, cancellation);
        return Rows.of(source, draft.issues(), draft.rowsRead(), draft.rowsRejected());
    }
}
