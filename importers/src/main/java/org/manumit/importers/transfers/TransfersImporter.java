package org.manumit.importers.transfers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecognisedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.TableImporter;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.TableReading;
import org.manumit.importers.tabular.TablesInTurn;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * Reads transfers of money from text files and workbooks: bank statements (an account, the other party, an amount with
 * a sign or in columns for paid out and paid in), lists with sender and receiver, transfer agents' exports with names,
 * numbers and papers, and lists of accounts. Amounts are exact. Rows that repeat each other are transfers of their own
 * unless they bear the same record number.
 */
public final class TransfersImporter extends TableImporter<TransfersImporter.Content> {

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(TransfersImporter.class, "columns.txt");

    /** What the columns of a ledger of debts are called in claims. */
    private static final Map<String, String> DEBT_VALUES = Map.of(
            TransferColumns.DEBT, "amount",
            TransferColumns.REPAID, "paid so far",
            TransferColumns.BALANCE, "left");

    /** What a table of this kind can hold. */
    sealed interface Content {

        /** Transfers. */
        record Transfers(TransferPlaces.View view) implements Content {}

        /** Accounts, their holders and balances. */
        record Accounts() implements Content {}

        /** Who owes how much. */
        record Debts() implements Content {}

        /** Shares held or traded, which are no transfers. */
        record Securities(int column) implements Content {}
    }

    /** An importer of transfers. */
    public TransfersImporter() {
        super(
                new TableKind("transfers", VOCABULARY, new HeaderlessTransfers()),
                new Phrases(
                        "transfers",
                        "an amount and two parties are needed, or an amount, a date and an account.",
                        "say which columns hold the parties and the amount"));
    }

    @Override
    protected Optional<Content> contentOf(MappedTable mapped) {
        ColumnMapping mapping = mapped.mapping();
        if (debtorOf(mapping).isPresent() && mapping.has(TransferColumns.DEBT)) {
            return Optional.of(new Content.Debts());
        }
        OptionalInt securities = SecuritiesList.of(mapped);
        if (securities.isPresent()) {
            return Optional.of(new Content.Securities(securities.getAsInt()));
        }
        Optional<Content> transfers =
                TransferPlaces.viewOf(mapping, mapped.table()).map(Content.Transfers::new);
        boolean accounts = mapping.has(TransferColumns.ACCOUNT)
                && !mapping.has(TransferColumns.AMOUNT)
                && (mapping.has(TransferColumns.HOLDER) || mapping.has(TransferColumns.BALANCE));
        return transfers.isEmpty() && accounts ? Optional.of(new Content.Accounts()) : transfers;
    }

    /** The column that names who owes. */
    private static Optional<ColumnMapping.Column> debtorOf(ColumnMapping mapping) {
        return Stream.of(
                        TransferColumns.NAME,
                        TransferColumns.COUNTERPARTY,
                        TransferColumns.FROM_NAME,
                        TransferColumns.HOLDER)
                .flatMap(key -> mapping.column(key).stream())
                .findFirst();
    }

    @Override
    protected double confidence(RecognisedTable<Content> recognised) {
        return switch (recognised.content()) {
            case Content.Accounts accounts -> 0.5;
            case Content.Debts debts -> 0.7;
            case Content.Securities securities -> 0.75;
            case Content.Transfers transfers ->
                growing(
                        TransferPlaces.isBare(recognised.mapping(), recognised.table())
                                ? 0.35
                                : recognised.table().layout().header().isPresent() ? 0.65 : 0.5,
                        recognised.mapping(),
                        List.of(
                                TransferColumns.CURRENCY,
                                TransferColumns.DATE,
                                TransferColumns.ACCOUNT,
                                TransferColumns.COUNTERPARTY_ACCOUNT,
                                TransferColumns.DEBIT,
                                TransferColumns.BALANCE));
        };
    }

    @Override
    protected String words(Content content) {
        return switch (content) {
            case Content.Accounts accounts -> "list of accounts";
            case Content.Debts debts -> "ledger of debts";
            case Content.Securities securities -> "list of securities, no transfers";
            case Content.Transfers(TransferPlaces.View view) ->
                switch (view) {
                    case PARTIES -> "transfers, sender and receiver";
                    case STATEMENT -> "statement of an account";
                };
        };
    }

    @Override
    protected Sampler sampler(RecognisedTable<Content> recognised, SourceFile file, ImportOptions options)
            throws IOException {
        return switch (recognised.content()) {
            case Content.Accounts accounts ->
                Sampler.naming(
                        "account",
                        recognised.mapping().indexOf(TransferColumns.ACCOUNT).orElseThrow());
            case Content.Debts debts ->
                Sampler.naming(
                        "debt of", debtorOf(recognised.mapping()).orElseThrow().index());
            case Content.Securities(int column) -> Sampler.naming("no transfer, but a security:", column);
            case Content.Transfers(TransferPlaces.View view) ->
                Sampler.of(rows(recognised.mapped(), view, file, options, Cancellation.NEVER));
        };
    }

    private static TransferRows rows(
            MappedTable mapped,
            TransferPlaces.View view,
            SourceFile file,
            ImportOptions options,
            Cancellation cancellation)
            throws IOException {
        return TransferRows.of(mapped, view, file, zone(options), options.country(), VOCABULARY, cancellation);
    }

    @Override
    protected ImportDraft read(TableReading reading, TablesInTurn<Content> recognised) throws IOException {
        Tables tables = new Tables(reading);
        boolean securitiesOnly = true;
        for (Optional<RecognisedTable<Content>> next = recognised.next(); next.isPresent(); next = recognised.next()) {
            RecognisedTable<Content> table = next.get();
            switch (table.content()) {
                case Content.Securities securities -> {
                    reading.notice(
                            TableNotes.issue(
                                    ImportIssue.Severity.WARNING,
                                    table.table(),
                                    0,
                                    "A list of securities, left out: what they cost or are worth is paid to nobody who is named."));
                    continue;
                }
                case Content.Transfers(TransferPlaces.View view) -> tables.transfers(table.mapped(), view);
                case Content.Accounts accounts -> tables.accounts(table.mapped());
                case Content.Debts debts -> tables.debts(table.mapped());
            }
            securitiesOnly = false;
        }
        if (securitiesOnly) {
            throw new ImportException(reading.file().path()
                    + ": this lists securities, held or traded, and no transfers: nobody is named who pays or is paid."
                    + " Import the statement of the account that they are settled on, or this as a document");
        }
        return tables.draft(layouts(recognised.taken()));
    }

    /** The tables of one file. */
    private static final class Tables {
        private final TableReading reading;
        private final SourceFile file;
        private final TransferEntities entities;
        private final TransferTable.Builder transfers = new TransferTable.Builder();
        private final List<Claim> claims = new ArrayList<>();
        private boolean sawNoCurrency;

        Tables(TableReading reading) {
            this.reading = reading;
            this.file = reading.file();
            this.entities = new TransferEntities(
                    file.id(), PhoneNumbers.of(reading.options().country()));
        }

        void transfers(MappedTable mapped, TransferPlaces.View view) throws IOException {
            TransferRows rows = rows(mapped, view, file, reading.options(), reading.cancellation());
            String sheet = mapped.table().sheetName();
            reading.records(mapped, rows, TransferColumns.RECORD, (entry, row) -> add(entry, sheet, row));
        }

        ImportDraft draft(String profile) {
            if (reading.assumedZone()) {
                reading.note("Times carry no zone and are taken as UTC; give the zone to correct that.");
            }
            if (sawNoCurrency) {
                reading.note("Some amounts have no currency; they are kept without one.");
            }
            entities.issues().forEach(reading::notice);
            claims.addAll(entities.claims());
            return reading.draft(profile, entities.register().toList(), claims, CallTable.EMPTY, transfers.build());
        }

        private void add(TransferEntry transfer, String sheet, Row row) {
            TransferRecords.add(transfers, entities, transfer, file.id(), sheet, row.number());
            sawNoCurrency |= transfer.currency().isEmpty();
        }

        void accounts(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            ColumnMapping.Column account =
                    mapping.column(TransferColumns.ACCOUNT).orElseThrow();
            int holder = mapping.indexOf(TransferColumns.HOLDER).orElse(-1);
            String sheet = mapped.table().sheetName();
            reading.entries(
                    mapped,
                    row -> row.isBlank(account.index())
                            ? Optional.of(new RowOutcome.Rejected<>(
                                    account.header(),
                                    "",
                                    "an account",
                                    "The account is empty; the row says about nothing what it says."))
                            : Optional.empty(),
                    row -> account(row, sheet, mapping, account.index(), holder));
        }

        /** A ledger of debts: of somebody, what was put on the account, what was paid, and what is left. */
        void debts(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            ColumnMapping.Column debtor = debtorOf(mapping).orElseThrow();
            ColumnReadings readings = ColumnReadings.learn(mapped.table(), mapping, VOCABULARY, reading.cancellation());
            readings.issues().forEach(reading::notice);
            reading.note("The ledger does not say to whom the debts are owed; they are entered without a creditor.");
            reading.entries(
                    mapped,
                    row -> row.isBlank(debtor.index())
                            ? Optional.of(new RowOutcome.Rejected<>(
                                    debtor.header(), "", "a name", "The row does not say who owes."))
                            : amountFault(row, mapping, readings),
                    row -> claims.add(debt(row, mapped, debtor.index(), readings)));
        }

        private static Optional<RowOutcome.Rejected<Row>> amountFault(
                Row row, ColumnMapping mapping, ColumnReadings readings) {
            for (String key : DEBT_VALUES.keySet()) {
                int column = mapping.indexOf(key).orElse(-1);
                if (column >= 0
                        && readings.money(key).read(row.value(column), row.kind(column))
                                instanceof Parsed.Malformed<Money>(String found, String expected)) {
                    String header = mapping.columns().get(column).header();
                    return Optional.of(new RowOutcome.Rejected<>(
                            header, found, expected, "'" + found + "' in '" + header + "' is not " + expected + "."));
                }
            }
            return Optional.empty();
        }

        private Claim debt(Row row, MappedTable mapped, int debtor, ColumnReadings readings) {
            String sheet = mapped.table().sheetName();
            Map<String, String> values = new LinkedHashMap<>();
            Period when = Period.UNKNOWN;
            for (ColumnMapping.Column column : mapped.mapping().columns()) {
                String value = row.value(column.index());
                CellKind kind = row.kind(column.index());
                String name = DEBT_VALUES.get(column.meaning());
                if (value.isEmpty() || column.index() == debtor) {
                    continue;
                }
                if (name != null
                        && readings.money(column.meaning()).read(value, kind)
                                instanceof Parsed.Value<Money>(Money money)) {
                    values.put(name, money.amount().toPlainString());
                    money.currency()
                            .or(() -> readings.currencyInHeader(column.meaning()))
                            .ifPresent(code -> values.putIfAbsent("currency", code));
                } else if (column.meaning().equals(TransferColumns.DATE)
                        && readings.moment(TransferColumns.DATE).read(value, kind)
                                instanceof Parsed.Value<Moment>(Moment moment)) {
                    when = Period.on(new PartialDate(
                            moment.local().toLocalDate().atStartOfDay(), PartialDate.Precision.DAY, Certainty.STATED));
                } else {
                    values.put(column.header(), value);
                }
            }
            return new Claim(
                    ClaimId.of(file.id(), sheet, row.number()),
                    ClaimType.DEBT,
                    List.of(Claim.Participant.stated(Part.DEBTOR, entities.name(row.value(debtor)))),
                    values,
                    when,
                    List.of(),
                    new Provenance(file.id(), sheet, row.number(), "", ""),
                    Grades.NONE);
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
