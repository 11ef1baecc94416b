package org.manumit.app.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.manumit.app.job.WorkAhead;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.RepeatedRecords;
import org.manumit.graph.RepeatedRecords.Kin;
import org.manumit.graph.RepeatedRecords.Kinship;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.importers.draft.ImportDraft;

/**
 * Tells which rows of a file the case knows from other files, so that overlapping exports count only what is new. The
 * rows themselves are kept with their file, as further sources of what they say: when the other file is taken back,
 * nothing of this one goes with it. Reads the case when its sources have changed since. Safe for use from several
 * threads.
 */
final class KnownRecords {

    private static final int LISTED = 20;

    /** The kinds of file whose rows are compared. */
    private static final Set<String> COMPARED = Set.of("calls", "transfers");

    private final CaseStore store;
    private Optional<CaseGraph> read = Optional.empty();

    KnownRecords(CaseStore store) {
        this.store = store;
    }

    /**
     * Begins to read what the case knows, where a file of this kind will be compared with it: while the file itself is
     * read, the store has nothing else to do. To be closed when the file is done with.
     */
    Ahead ahead(String kind, Cancellation cancellation) {
        return COMPARED.contains(kind)
                        && store.sources().stream()
                                .anyMatch(source -> source.kind().equals(kind))
                ? new Ahead(Optional.of(
                        new WorkAhead<>("known-records", () -> known(Progress.NONE, cancellation), cancellation)))
                : new Ahead(Optional.empty());
    }

    /**
     * Reading begun.
     *
     * @param reading the case; empty when nothing will be compared
     */
    record Ahead(Optional<WorkAhead<CaseGraph>> reading) implements AutoCloseable {

        /** Nothing goes on in the store when it returns, unless cancelled. */
        @Override
        public void close() {
            reading.ifPresent(work -> work.abandon(graph -> {}));
        }
    }

    /** The draft with the rows counted that the case knows. */
    ImportDraft counted(ImportDraft draft, Progress progress, Cancellation cancellation) {
        if (draft.calls().size() == 0 && draft.transfers().size() == 0) {
            return draft;
        }
        // A file that is read again counts against those before it, as it did at first
        Set<SourceId> before = new HashSet<>();
        boolean others = false;
        boolean again = false;
        for (Source source : store.sources()) {
            if (source.id().equals(draft.file().id())) {
                again = true;
                break;
            }
            before.add(source.id());
            others |= source.kind().equals(draft.kind());
        }
        if (!others) {
            return draft;
        }
        CaseGraph known = known(progress, cancellation);
        RepeatedRecords.Watch watch = (done, all) -> {
            cancellation.check();
            progress.report(done, all, "comparing with what the case knows");
        };
        Counting counting = new Counting(known);
        CallTable calls = draft.calls();
        CallTable knownCalls = again ? of(before, known.callStatements()) : known.callStatements();
        counting.count(
                RepeatedRecords.of(knownCalls, known.entities(), calls, draft.entities(), watch),
                calls::sheet,
                calls::row,
                knownCalls::source);
        TransferTable transfers = draft.transfers();
        TransferTable knownTransfers = again ? of(before, known.transferStatements()) : known.transferStatements();
        counting.count(
                RepeatedRecords.of(knownTransfers, known.entities(), transfers, draft.entities(), watch),
                transfers::sheet,
                transfers::row,
                knownTransfers::source);
        return counting.same == 0 && counting.remarks.isEmpty()
                ? draft
                : draft.withKnown(counting.same, counting.issues());
    }

    private static CallTable of(Set<SourceId> sources, CallTable all) {
        CallTable.Builder some = new CallTable.Builder();
        for (int i = 0; i < all.size(); i++) {
            if (sources.contains(all.source(i))) {
                some.add(all, i, entity -> entity);
            }
        }
        return some.build();
    }

    private static TransferTable of(Set<SourceId> sources, TransferTable all) {
        TransferTable.Builder some = new TransferTable.Builder();
        for (int i = 0; i < all.size(); i++) {
            if (sources.contains(all.source(i))) {
                some.add(all, i, entity -> entity);
            }
        }
        return some.build();
    }

    private synchronized CaseGraph known(Progress progress, Cancellation cancellation) {
        // Not by their names alone: a file that was read again says something else under its name
        Set<Source> now = Set.copyOf(store.sources());
        CaseGraph known = read.filter(graph -> Set.copyOf(graph.sources()).equals(now))
                .orElseGet(() -> store.load(progress, cancellation));
        read = Optional.of(known);
        return known;
    }

    /** The rows that repeat others, by file and kinship. */
    private static final class Counting {
        private final CaseGraph known;
        private final Map<String, Rows> remarks = new LinkedHashMap<>();
        private long same;

        private static final class Rows {
            private final List<String> first = new ArrayList<>();
            private final Set<String> sheets = new HashSet<>();
            private int firstRow;
            private long count;
        }

        Counting(CaseGraph known) {
            this.known = known;
        }

        void count(List<Kin> kin, IntFunction<String> sheet, IntUnaryOperator row, IntFunction<SourceId> knownSource) {
            for (int i = 0; i < kin.size(); i++) {
                Kin one = kin.get(i);
                if (one.kinship() == Kinship.NEW || one.known() < 0) {
                    continue;
                }
                String file = known.source(knownSource.apply(one.known()))
                        .map(Source::fileName)
                        .orElse("another file");
                String remark =
                        switch (one.kinship()) {
                            case SAME_ROW ->
                                "Rows known from " + file + ", kept as a further source and not counted twice";
                            case OTHER_END, NEW ->
                                "Rows that are the other end's records of calls known from " + file
                                        + ", one call with two sources each";
                        };
                same += one.kinship() == Kinship.SAME_ROW ? 1 : 0;
                Rows rows = remarks.computeIfAbsent(remark, r -> new Rows());
                if (rows.count++ == 0) {
                    rows.firstRow = row.applyAsInt(i);
                }
                rows.sheets.add(sheet.apply(i));
                if (rows.first.size() < LISTED) {
                    rows.first.add((sheet.apply(i).isEmpty() ? "" : sheet.apply(i) + "!") + row.applyAsInt(i));
                }
            }
        }

        List<ImportIssue> issues() {
            List<ImportIssue> issues = new ArrayList<>();
            remarks.forEach((remark, rows) -> issues.add(new ImportIssue(
                    Severity.NOTE,
                    rows.sheets.size() == 1 ? rows.sheets.iterator().next() : "",
                    rows.sheets.size() == 1 ? rows.firstRow : 0,
                    "",
                    "",
                    "",
                    remark + ": " + rows.count + (rows.count == 1 ? " row (" : " rows (")
                            + String.join(", ", rows.first) + (rows.count > rows.first.size() ? ", \u2026" : "")
                            + ").")));
            return issues;
        }
    }
}
