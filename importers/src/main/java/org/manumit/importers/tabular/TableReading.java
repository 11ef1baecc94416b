package org.manumit.importers.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

/**
 * The reading of one file's tables: each row counted once, what was noticed, and in the end the draft. A row equal to an
 * earlier one in every cell is kept and pointed out, because repeated payments and calls are evidence; only where the
 * file gives records a number of their own, and that repeats too, is it the same record written twice. Not thread-safe.
 */
public final class TableReading {

    private final SourceFile file;
    private final String kind;
    private final ImportOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final List<ImportIssue> issues = new ArrayList<>();
    private long read;
    private long rejected;
    private long duplicate;
    private boolean sawLocalTime;
    private Optional<Below> below = Optional.empty();

    TableReading(SourceFile file, String kind, ImportOptions options, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.kind = kind;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The file. */
    public SourceFile file() {
        return file;
    }

    /** What the user says about it. */
    public ImportOptions options() {
        return options;
    }

    /** How reading is stopped. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Keeps something noticed. */
    public void notice(ImportIssue issue) {
        issues.add(issue);
    }

    /** Keeps a remark about the whole file. */
    public void note(String message) {
        issues.add(new ImportIssue(Severity.NOTE, "", 0, "", "", "", message));
    }

    /** Whether some time carried no zone and none was given. */
    public boolean assumedZone() {
        return sawLocalTime && options.zone().isEmpty();
    }

    /**
     * Reads the records of a table.
     *
     * @param mapped the table
     * @param reader makes records of its rows
     * @param recordNumber meaning of the column that numbers the records
     * @param add takes each record with its row
     */
    public <R> void records(MappedTable mapped, RecordRows<R> reader, String recordNumber, BiConsumer<R, Row> add)
            throws IOException {
        int number = numbering(mapped, recordNumber);
        RowFingerprints fingerprints = new RowFingerprints();
        RowRemarks remarks = new RowRemarks();
        List<ImportIssue> rejections = new ArrayList<>();
        issues.addAll(TableNotes.above(mapped.table()));
        Pending<R> pending = new Pending<>(add);
        try (Table.Rows rows = mapped.table().openToNextHeaders()) {
            while (rows.advance()) {
                Row row = rows.row();
                step();
                boolean repeated = fingerprints.seen(row);
                switch (reader.read(row)) {
                    case RowOutcome.Rejected<R> fault -> {
                        pending.end();
                        rejected++;
                        rejections.add(rejection(mapped, row, fault));
                    }
                    case RowOutcome.Aside<R>(RowOutcome.Part part, String what) -> {
                        read--;
                        if (part == RowOutcome.Part.OF_THE_ROW_ABOVE) {
                            pending.goesOn(reader, row);
                        } else {
                            pending.end();
                        }
                        remarks.add(
                                Severity.NOTE,
                                row,
                                "",
                                String.join(" ", row.texts()).strip(),
                                "No records but " + what
                                        + (part == RowOutcome.Part.OF_THE_ROW_ABOVE ? ", joined to it" : ", left out"));
                    }
                    case RowOutcome.Accepted<R>(R entry) -> {
                        pending.end();
                        if (repeated && number >= 0 && !row.isBlank(number)) {
                            duplicate++;
                            remarks.add(
                                    Severity.NOTE,
                                    row,
                                    "",
                                    row.value(number),
                                    "Rows that repeat another one with the same record number, counted as duplicates");
                        } else {
                            if (repeated) {
                                remarks.add(
                                        Severity.WARNING,
                                        row,
                                        "",
                                        "",
                                        "Rows equal to an earlier one in every cell, kept as records of their own");
                            }
                            pending.begin(entry, row);
                        }
                    }
                }
            }
            pending.end();
            issues.addAll(reader.issues());
            issues.addAll(remarks.issues());
            issues.addAll(rejections);
            issues.addAll(TableNotes.among(rows, mapped.table()));
            goesOn(mapped.table(), rows);
        }
        sawLocalTime |= reader.sawLocalTime();
    }

    /** The record read last, which the next row may go on with. */
    private static final class Pending<R> {
        private final BiConsumer<R, Row> add;
        private @Nullable R record;
        private @Nullable Row row;

        Pending(BiConsumer<R, Row> add) {
            this.add = add;
        }

        void begin(R read, Row at) {
            record = read;
            row = at;
        }

        void goesOn(RecordRows<R> reader, Row next) {
            R before = record;
            if (before != null) {
                record = reader.continued(before, next);
            }
        }

        void end() {
            R done = record;
            Row at = row;
            record = null;
            row = null;
            if (done != null && at != null) {
                add.accept(done, at);
            }
        }
    }

    /** Where records have numbers of their own; -1 where a column of that name says the same of many ("rent"). */
    private static int numbering(MappedTable mapped, String recordNumber) {
        int column = mapped.mapping().indexOf(recordNumber).orElse(-1);
        if (column < 0) {
            return -1;
        }
        RowFingerprints seen = new RowFingerprints();
        Set<String> numbers = new HashSet<>();
        int rows = 0;
        for (Row row : mapped.table().sample()) {
            String cell = row.value(column);
            if (!cell.isEmpty() && !seen.seen(row)) {
                rows++;
                if (cell.chars().anyMatch(Character::isDigit)) {
                    numbers.add(cell);
                }
            }
        }
        return numbers.size() * 2 >= rows ? column : -1;
    }

    /**
     * Reads a table whose rows each describe one thing.
     *
     * @param mapped the table
     * @param fault why a row describes nothing; empty when it does
     * @param add takes each good row
     */
    public void entries(MappedTable mapped, Function<Row, Optional<RowOutcome.Rejected<Row>>> fault, Consumer<Row> add)
            throws IOException {
        issues.addAll(TableNotes.above(mapped.table()));
        issues.addAll(mapped.issues());
        try (Table.Rows rows = mapped.table().openToNextHeaders()) {
            while (rows.advance()) {
                Row row = rows.row();
                step();
                Optional<RowOutcome.Rejected<Row>> found = fault.apply(row);
                if (found.isPresent()) {
                    rejected++;
                    issues.add(rejection(mapped, row, found.get()));
                } else {
                    add.accept(row);
                }
            }
            issues.addAll(TableNotes.among(rows, mapped.table()));
            goesOn(mapped.table(), rows);
        }
    }

    private void goesOn(Table table, Table.Rows rows) {
        rows.further().ifPresent(row -> below = Optional.of(new Below(table, row)));
    }

    /**
     * Where a table was found to end because other headers follow.
     *
     * @param above the table
     * @param row where what follows begins
     */
    record Below(Table above, long row) {}

    /** Where the table read last ended, once. */
    Optional<Below> takeBelow() {
        Optional<Below> found = below;
        below = Optional.empty();
        return found;
    }

    /** Passes over a table that nobody knows, up to other headers. */
    void passOver(Table table) throws IOException {
        try (Table.Rows rows = table.openToNextHeaders()) {
            long passed = 0;
            while (rows.advance()) {
                if ((++passed & 0x3FF) == 0) {
                    cancellation.check();
                }
            }
            goesOn(table, rows);
        }
    }

    private void step() {
        read++;
        if ((read & 0x3FF) == 0) {
            cancellation.check();
            progress.report(read, -1, "rows read");
        }
    }

    private static ImportIssue rejection(MappedTable mapped, Row row, RowOutcome.Rejected<?> fault) {
        return new ImportIssue(
                Severity.REJECTED,
                mapped.table().sheetName(),
                row.number(),
                fault.column(),
                fault.found(),
                fault.expected(),
                fault.message());
    }

    /**
     * The draft, once everything is read.
     *
     * @param profile what the layout was taken for
     */
    public ImportDraft draft(
            String profile, List<Entity> entities, List<Claim> claims, CallTable calls, TransferTable transfers) {
        progress.report(read, read, "rows read");
        return new ImportDraft(
                file,
                kind,
                profile,
                options.zone().map(Object::toString).orElse(sawLocalTime ? "UTC" : ""),
                options.country().orElse(""),
                read,
                read - rejected - duplicate,
                rejected,
                duplicate,
                entities,
                claims,
                calls,
                transfers,
                issues,
                Grades.NONE);
    }
}
