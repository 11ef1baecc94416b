package org.manumit.importers.draft;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;

/**
 * A cell that an analyst corrected. The file keeps what it says; its row is read with the correction, and the case keeps
 * both, with who and when.
 *
 * @param sheet the sheet, or empty for a text file
 * @param row the row as a spreadsheet or text editor counts
 * @param column the cell's place in the row, from 0
 * @param header the column's header
 * @param before what the file says
 * @param after what is read in its place
 * @param by who corrected it
 * @param at when
 */
public record CellCorrection(
        String sheet, long row, int column, String header, String before, String after, String by, Instant at) {

    private static final Pattern TOLD = Pattern.compile(
            "Cell (\\d{1,6}) of the row was corrected by (.*) at (\\S+); the file itself is unchanged\\.");

    public CellCorrection {
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (row < 1 || column < 0) {
            throw new IllegalArgumentException("no such cell: row " + row + ", column " + column);
        }
    }

    /** As it is kept with the source. */
    public ImportIssue toIssue() {
        return new ImportIssue(
                Severity.CORRECTED,
                sheet,
                row,
                header,
                before,
                after,
                "Cell " + (column + 1) + " of the row was corrected by " + by + " at " + at
                        + "; the file itself is unchanged.");
    }

    /** The correction that was kept as this issue. */
    public static Optional<CellCorrection> of(ImportIssue issue) {
        Matcher told = TOLD.matcher(issue.message());
        if (issue.severity() != Severity.CORRECTED || !told.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CellCorrection(
                    issue.sheet(),
                    issue.line(),
                    Integer.parseInt(told.group(1)) - 1,
                    issue.column(),
                    issue.found(),
                    issue.expected(),
                    told.group(2),
                    Instant.parse(told.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
