package org.manumit.importers.transfers;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowFingerprints;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.TabularFile;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * Reads transfers of money from text files and workbooks: bank statements (an account, the other party, an amount with
 * a sign or in columns for paid out and paid in), lists with sender and receiver, transfer agents' exports with names,
 * numbers and papers, and lists of accounts. Amounts are exact. Rows that repeat each other are transfers of their own
 * unless they bear the same record number.
 */
public final class TransfersImporter implements SourceImporter {

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(TransfersImporter.class, "columns.txt");
    private static final TableKind TABLES = new TableKind("transfers", VOCABULARY, table -> Optional.empty());

    private enum Content {
        TRANSFERS,
        ACCOUNTS
    }

    private record Recognised(MappedTable mapped, Content content, Optional<TransferRows.View> view) {}

    /** An importer of transfers. */
    public TransfersImporter() {}

    @Override
    public String kind() {
        return "transfers";
    }

    /** The column mappings chosen for a file's tables, to be corrected and saved under a name. */
    public List<ColumnMapping> mappings(SourceFile file, ImportOptions options) {
        try {
            return TABLES.map(TabularFile.inspect(file.path()), wishes(options)).stream()
                    .map(MappedTable::mapping)
                    .toList();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static TableKind.Wishes wishes(ImportOptions options) {
        return new TableKind.Wishes(options.profile(), options.profiles(), options.columns());
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            Optional<TabularFile> tabular = TabularFile.inspectIfTable(file.path());
            if (tabular.isEmpty()) {
                return Optional.empty();
            }
            return recognised(TABLES.map(tabular.get(), wishes(options))).stream()
                    .map(TransfersImporter::detection)
                    .max(Comparator.comparingDouble(Detection::confidence));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Detection detection(Recognised table) {
        ColumnMapping mapping = table.mapped.mapping();
        double confidence =
                switch (table.content) {
                    case ACCOUNTS -> 0.5;
                    case TRANSFERS -> {
                        double sure = 0.65;
                        for (String key : List.of(
                                TransferColumns.CURRENCY,
                                TransferColumns.DATE,
                                TransferColumns.ACCOUNT,
                                TransferColumns.COUNTERPARTY_ACCOUNT,
                                TransferColumns.DEBIT,
                                TransferColumns.BALANCE)) {
                            sure += mapping.has(key) ? 0.1 : 0;
                        }
                        yield Math.min(Math.round(sure * 100) / 100.0, 0.95);
                    }
                };
        return new Detection("transfers", confidence, layout(table));
    }

    private static List<Recognised> recognised(List<MappedTable> tables) {
        List<Recognised> recognised = new ArrayList<>();
        for (MappedTable table : tables) {
            ColumnMapping mapping = table.mapping();
            Optional<TransferRows.View> view = TransferRows.viewOf(mapping);
            if (view.isPresent()) {
                recognised.add(new Recognised(table, Content.TRANSFERS, view));
            } else if (mapping.has(TransferColumns.ACCOUNT)
                    && !mapping.has(TransferColumns.AMOUNT)
                    && (mapping.has(TransferColumns.HOLDER) || mapping.has(TransferColumns.BALANCE))) {
                recognised.add(new Recognised(table, Content.ACCOUNTS, Optional.empty()));
            }
        }
        return recognised;
    }

    private static String layout(Recognised table) {
        String columns = table.mapped.mapping().columns().stream()
                .filter(ColumnMapping.Column::isMapped)
                .map(c -> c.meaning() + " '" + c.header() + "'")
                .collect(Collectors.joining(", "));
        String what =
                switch (table.content) {
                    case ACCOUNTS -> "list of accounts";
                    case TRANSFERS ->
                        switch (table.view.orElseThrow()) {
                            case PARTIES -> "transfers, sender and receiver";
                            case STATEMENT -> "statement of an account";
                        };
                };
        String name = table.mapped.mapping().name();
        return (name.isEmpty() ? "" : name + ": ") + what + ": " + columns;
    }

    private static PhoneNumbers numbers(ImportOptions options) {
        try {
            return new PhoneNumbers(options.country());
        } catch (IllegalArgumentException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ImportException noTable(SourceFile file) {
        return new ImportException(file.path() + ": there is no row in it. Check that the export was completed.");
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        try {
            List<MappedTable> tables = TABLES.map(TabularFile.inspect(file.path()), wishes(options));
            List<Recognised> recognised = recognised(tables);
            MappedTable shown = recognised.isEmpty()
                    ? tables.stream().findFirst().orElseThrow(() -> noTable(file))
                    : recognised.getFirst().mapped;
            List<Preview.Column> columns = shown.mapping().columns().stream()
                    .map(c -> new Preview.Column(c.header(), c.meaning(), c.reason()))
                    .toList();
            List<Row> sample = shown.table().sample().stream().limit(rows).toList();
            List<String> becomes = new ArrayList<>();
            List<ImportIssue> issues = new ArrayList<>();
            Detection detection = new Detection("transfers", 0, "no columns of transfers recognised");
            if (recognised.isEmpty()) {
                sample.forEach(row -> becomes.add("not read: say which columns hold the parties and the amount"));
            } else {
                detection = detection(recognised.getFirst());
                describe(recognised.getFirst(), file, options, sample, becomes, issues);
            }
            return new Preview(
                    detection, columns, sample.stream().map(Row::texts).toList(), becomes, issues);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static void describe(
            Recognised table,
            SourceFile file,
            ImportOptions options,
            List<Row> sample,
            List<String> becomes,
            List<ImportIssue> issues)
            throws IOException {
        switch (table.content) {
            case ACCOUNTS ->
                sample.forEach(row -> becomes.add("account "
                        + row.value(table.mapped
                                .mapping()
                                .indexOf(TransferColumns.ACCOUNT)
                                .orElseThrow())));
            case TRANSFERS -> {
                ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
                TransferRows rows = TransferRows.of(
                        table.mapped, table.view.orElseThrow(), file.fileName(), zone, VOCABULARY, Cancellation.NEVER);
                for (Row row : sample) {
                    becomes.add(words(rows.read(row), zone));
                }
                issues.addAll(rows.issues());
            }
        }
    }

    private static String words(TransferRows.Outcome outcome, ZoneId zone) {
        return switch (outcome) {
            case TransferRows.Outcome.Rejected rejected -> "rejected: " + rejected.message();
            case TransferRows.Outcome.Accepted transfer -> {
                String when =
                        switch (transfer.basis()) {
                            case INSTANT ->
                                ", "
                                        + Instant.ofEpochSecond(transfer.time())
                                                .atZone(zone)
                                                .toLocalDateTime();
                            case DATE ->
                                ", "
                                        + Instant.ofEpochSecond(transfer.time())
                                                .atZone(ZoneOffset.UTC)
                                                .toLocalDate();
                            case STEP -> ", step " + transfer.time();
                            case NONE -> "";
                        };
                String shown =
                        transfer.shownFrom().isNobody() && transfer.shownTo().isNobody()
                                ? ""
                                : ", shown as " + named(transfer.shownFrom()) + " to " + named(transfer.shownTo());
                yield transfer.amount().toPlainString()
                        + (transfer.currency().isEmpty() ? "" : " " + transfer.currency())
                        + " from " + named(transfer.from()) + " to " + named(transfer.to()) + when + shown;
            }
        };
    }

    private static String named(Party party) {
        for (String text : List.of(party.name(), party.account(), party.phone(), party.paper())) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "nobody named";
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        try {
            List<MappedTable> tables = TABLES.map(TabularFile.inspect(file.path()), wishes(options));
            List<Recognised> recognised = recognised(tables);
            if (tables.isEmpty()) {
                throw noTable(file);
            }
            if (recognised.isEmpty()) {
                throw new ImportException(file.path()
                        + ": no transfers recognised: an amount and two parties are needed, or an amount, a date and an"
                        + " account. Its columns are "
                        + tables.getFirst().mapping().columns().stream()
                                .map(ColumnMapping.Column::header)
                                .limit(30)
                                .collect(Collectors.joining(", "))
                        + "; say which is which, or import it as another kind.");
            }
            return new Reading(file, options, progress, cancellation).read(tables, recognised);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    /** One import. */
    private static final class Reading {
        private final SourceFile file;
        private final ImportOptions options;
        private final Progress progress;
        private final Cancellation cancellation;
        private final ZoneId zone;
        private final TransferEntities entities;
        private final TransferTable.Builder transfers = new TransferTable.Builder();
        private final List<Claim> claims = new ArrayList<>();
        private final List<ImportIssue> issues = new ArrayList<>();
        private long read;
        private long rejected;
        private long duplicate;
        private boolean sawLocalTime;
        private boolean sawNoCurrency;

        Reading(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.cancellation = cancellation;
            this.zone = options.zone().orElse(ZoneOffset.UTC);
            this.entities = new TransferEntities(file.id(), numbers(options));
        }

        ImportDraft read(List<MappedTable> tables, List<Recognised> recognised) throws IOException {
            for (MappedTable table : tables) {
                if (recognised.stream().noneMatch(r -> r.mapped.equals(table))) {
                    issues.add(TableNotes.notRecognised(table.table(), "transfers"));
                }
            }
            for (Recognised table : recognised) {
                issues.addAll(TableNotes.above(table.mapped.table()));
                switch (table.content) {
                    case TRANSFERS -> transfers(table);
                    case ACCOUNTS -> accounts(table.mapped);
                }
            }
            if (sawLocalTime && options.zone().isEmpty()) {
                issues.add(note("Times carry no zone and are taken as UTC; give the zone to correct that."));
            }
            if (sawNoCurrency) {
                issues.add(note("Some amounts have no currency; they are kept without one."));
            }
            progress.report(read, read, "rows read");
            claims.addAll(entities.claims());
            return new ImportDraft(
                    file,
                    "transfers",
                    recognised.stream().map(TransfersImporter::layout).collect(Collectors.joining(" | ")),
                    options.zone().map(ZoneId::getId).orElse(sawLocalTime ? "UTC" : ""),
                    options.country().orElse(""),
                    read,
                    read - rejected - duplicate,
                    rejected,
                    duplicate,
                    entities.register().toList(),
                    claims,
                    CallTable.EMPTY,
                    transfers.build(),
                    issues,
                    Grades.NONE);
        }

        private static ImportIssue note(String message) {
            return new ImportIssue(Severity.NOTE, "", 0, "", "", "", message);
        }

        private void step() {
            read++;
            if ((read & 0x3FFF) == 0) {
                cancellation.check();
                progress.report(read, -1, "rows read");
            }
        }

        private void transfers(Recognised recognised) throws IOException {
            MappedTable mapped = recognised.mapped;
            TransferRows reader = TransferRows.of(
                    mapped, recognised.view.orElseThrow(), file.fileName(), zone, VOCABULARY, cancellation);
            int record = mapped.mapping().indexOf(TransferColumns.RECORD).orElse(-1);
            RowFingerprints fingerprints = new RowFingerprints();
            RowRemarks remarks = new RowRemarks();
            List<ImportIssue> rejections = new ArrayList<>();
            String sheet = mapped.table().sheetName();
            try (Table.Rows rows = mapped.table().open()) {
                while (rows.advance()) {
                    Row row = rows.row();
                    step();
                    boolean repeated = fingerprints.seen(row);
                    switch (reader.read(row)) {
                        case TransferRows.Outcome.Rejected(
                                String column,
                                String found,
                                String expected,
                                String message) -> {
                            rejected++;
                            rejections.add(new ImportIssue(
                                    Severity.REJECTED, sheet, row.number(), column, found, expected, message));
                        }
                        case TransferRows.Outcome.Accepted transfer -> {
                            if (repeated && record >= 0 && !row.isBlank(record)) {
                                duplicate++;
                                remarks.add(
                                        Severity.NOTE,
                                        row,
                                        "",
                                        row.value(record),
                                        "Rows that repeat another one with the same record number, counted as duplicates");
                            } else {
                                if (repeated) {
                                    remarks.add(
                                            Severity.NOTE,
                                            row,
                                            "",
                                            "",
                                            "Rows equal to an earlier one in every cell, kept as transfers of their own");
                                }
                                add(transfer, sheet, row);
                            }
                        }
                    }
                }
                issues.addAll(reader.issues());
                issues.addAll(remarks.issues());
                issues.addAll(rejections);
                issues.addAll(TableNotes.among(rows, mapped.table()));
            }
            sawLocalTime |= reader.sawLocalTime();
        }

        private void add(TransferRows.Outcome.Accepted transfer, String sheet, Row row) {
            int index = transfers.add(
                    entities.index(transfer.from(), sheet, row.number()),
                    entities.index(transfer.to(), sheet, row.number()),
                    transfer.amount(),
                    transfer.currency(),
                    transfer.time(),
                    transfer.basis(),
                    file.id(),
                    sheet,
                    Math.toIntExact(row.number()));
            if (!transfer.shownFrom().isNobody() || !transfer.shownTo().isNobody()) {
                transfers.nominal(
                        index,
                        entities.index(transfer.shownFrom(), sheet, row.number()),
                        entities.index(transfer.shownTo(), sheet, row.number()));
            }
            if (!transfer.text().isEmpty()) {
                transfers.text(index, transfer.text());
            }
            sawNoCurrency |= transfer.currency().isEmpty();
        }

        private void accounts(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            int account = mapping.indexOf(TransferColumns.ACCOUNT).orElseThrow();
            int holder = mapping.indexOf(TransferColumns.HOLDER).orElse(-1);
            String sheet = mapped.table().sheetName();
            issues.addAll(mapped.issues());
            try (Table.Rows rows = mapped.table().open()) {
                while (rows.advance()) {
                    Row row = rows.row();
                    step();
                    if (row.isBlank(account)) {
                        rejected++;
                        issues.add(new ImportIssue(
                                Severity.REJECTED,
                                sheet,
                                row.number(),
                                mapping.columns().get(account).header(),
                                "",
                                "an account",
                                "The account is empty; the row says about nothing what it says."));
                        continue;
                    }
                    account(row, sheet, mapping, account, holder);
                }
                issues.addAll(TableNotes.among(rows, mapped.table()));
            }
        }

        private void account(Row row, String sheet, ColumnMapping mapping, int account, int holder) {
            List<Claim.Participant> participants = new ArrayList<>();
            EntityId id = entities.account(row.value(account));
            participants.add(Claim.Participant.stated(Part.SUBJECT, id));
            if (holder >= 0 && !row.isBlank(holder)) {
                participants.add(Claim.Participant.stated(Part.HOLDER, entities.customer(row.value(holder))));
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (ColumnMapping.Column column : mapping.columns()) {
                String value = row.value(column.index());
                if (!value.isEmpty() && column.index() != account && column.index() != holder) {
                    values.put(column.header(), value);
                }
            }
            claims.add(new Claim(
                    ClaimId.of(file.id(), sheet, row.number()),
                    ClaimType.ACCOUNT,
                    participants,
                    values,
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), sheet, row.number(), "", ""),
                    Grades.NONE));
        }
    }
}
