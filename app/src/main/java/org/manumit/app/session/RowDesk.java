package org.manumit.app.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.RowExtract;

/**
 * The rows of one file that were not taken, are doubtful or were corrected: whole, to be corrected and read again.
 * Blocks; safe for use from several threads.
 */
public interface RowDesk {

    /** More than anybody corrects by hand; the rest is saved as a file and corrected there. */
    int MOST_ROWS = 2000;

    /** The file. */
    String fileName();

    /** The rows as they were read last. */
    Rows look(Progress progress, Cancellation cancellation);

    /**
     * Reads the file again with these cells corrected, and no others.
     *
     * @throws ImportException when it cannot be read again; nothing is then changed
     */
    Rows readAgain(Corrections corrections, Progress progress, Cancellation cancellation);

    /** A correction by the user, now. */
    CellCorrection corrected(String sheet, long row, int column, String header, String before, String after);

    /** The same rows of a protected file, opened with a password. */
    RowDesk withPassword(Password password);

    /**
     * The rows.
     *
     * @param parts by sheet, as they stand in the file; empty when the file is no table
     * @param corrections the cells that are read otherwise than they stand
     * @param read rows in the file
     * @param rejected of these, rows that cannot be read
     * @param unlisted rows beyond {@link #MOST_ROWS}
     */
    record Rows(List<RowExtract.Part> parts, Corrections corrections, long read, long rejected, long unlisted) {

        public Rows {
            parts = List.copyOf(parts);
            Objects.requireNonNull(corrections, "corrections");
        }

        /** What there is to look at in a file, after what was noticed about it. */
        static Rows of(SourceFile file, List<ImportIssue> issues, long read, long rejected) {
            // Of several things noticed about one row, what matters most is shown with it
            List<ImportIssue> ofRows = new ArrayList<>(issues.stream()
                    .filter(issue -> issue.line() > 0 && issue.severity() != Severity.NOTE)
                    .sorted(Comparator.comparing(ImportIssue::severity))
                    .toList());
            long rows = ofRows.stream()
                    .map(issue -> issue.sheet() + "!" + issue.line())
                    .distinct()
                    .count();
            try {
                Optional<RowExtract> extract = RowExtract.of(file, ofRows);
                return new Rows(
                        extract.isPresent() ? extract.get().parts(MOST_ROWS) : List.of(),
                        Corrections.among(issues),
                        read,
                        rejected,
                        extract.isPresent() ? Math.max(0, rows - MOST_ROWS) : 0);
            } catch (IOException e) {
                throw ImportException.unreadable(file.path(), e);
            }
        }
    }
}
