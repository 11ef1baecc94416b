package org.manumit.importers.transfers;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecordRows;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.value.CurrencyWords;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.transfers.MoneyWords.Direction;
import org.manumit.importers.transfers.TransferMoments.When;
import org.manumit.importers.transfers.TransferPlaces.View;
import org.manumit.importers.transfers.TransferSums.Sum;

/** Turns the rows of one table of transfers into transfers, one by one. Not thread-safe. */
final class TransferRows implements RecordRows<TransferEntry> {

    private final MappedTable mapped;
    private final ColumnMapping mapping;
    private final TransferPlaces places;
    private final ZoneId zone;
    private final String own;
    private final TransferSums sums;
    private final TransferMoments moments;
    private final AsideRows asides;
    private final boolean knowsOtherAccounts;
    private final boolean namesOthers;
    private final BalanceCheck balances = new BalanceCheck();
    private final RowRemarks remarks = new RowRemarks();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final List<Integer> others;
    private final Party ofSigns;

    private TransferRows(
            TransferPlaces places,
            SourceFile file,
            ZoneId zone,
            Optional<String> country,
            ColumnVocabulary vocabulary,
            Cancellation cancellation)
            throws IOException {
        this.places = places;
        this.mapped = places.mapped();
        this.mapping = mapped.mapping();
        this.zone = zone;
        issues.addAll(mapped.issues());
        issues.addAll(places.issues());
        ColumnReadings readings = ColumnReadings.learn(mapped.table(), mapping, vocabulary, cancellation);
        issues.addAll(readings.issues(key -> key.equals(TransferColumns.AMOUNT)
                || key.equals(TransferColumns.DEBIT)
                || key.equals(TransferColumns.CREDIT)
                || key.equals(TransferColumns.DATE)
                || (key.equals(TransferColumns.VALUE_DATE) && !mapping.has(TransferColumns.DATE))));
        readings.zonesOf(country).forEach(message -> issues.add(issue(Severity.WARNING, message)));
        OwnAccount account = OwnAccount.of(places, file, vocabulary);
        this.own = account.account();
        issues.addAll(account.issues());
        this.knowsOtherAccounts =
                places.has(TransferColumns.COUNTERPARTY_ACCOUNT, TransferColumns.FROM, TransferColumns.TO);
        this.namesOthers = knowsOtherAccounts
                || places.has(TransferColumns.COUNTERPARTY, TransferColumns.FROM_NAME, TransferColumns.TO_NAME);
        this.sums = new TransferSums(places, readings);
        this.moments = new TransferMoments(places, readings, zone, country, remarks);
        this.asides = new AsideRows(places, sums);
        if (places.view() == View.STATEMENT && !sums.tellDirections()) {
            issues.add(issue(
                    Severity.WARNING,
                    "No amount has a sign and no column says which way the money went: every row is taken as paid from"
                            + " the account to the other party."));
        }
        sums.saidByTitle()
                .ifPresent(way -> issues.add(issue(
                        Severity.NOTE,
                        "No amount has a sign: every row is taken as paid "
                                + switch (way) {
                                    case IN -> "in";
                                    case OUT -> "out";
                                }
                                + ", as the title says.")));
        sums.doubt().ifPresent(doubt -> issues.add(issue(Severity.WARNING, doubt)));
        this.others = places.others();
        this.ofSigns = places.view() == View.PARTIES && own.isEmpty() ? ofSigns() : Party.NOBODY;
        if (!ofSigns.isNobody()) {
            issues.add(issue(
                    Severity.NOTE,
                    "The list is that of " + (ofSigns.name().isEmpty() ? ofSigns.account() : ofSigns.name())
                            + ", who has a part in every row: a minus was paid, a plus received."));
        }
    }

    static TransferRows of(
            MappedTable mapped,
            View view,
            SourceFile file,
            ZoneId zone,
            Optional<String> country,
            ColumnVocabulary vocabulary,
            Cancellation cancellation)
            throws IOException {
        return new TransferRows(TransferPlaces.of(mapped, view), file, zone, country, vocabulary, cancellation);
    }

    private ImportIssue issue(Severity severity, String message) {
        return TableNotes.issue(severity, mapped.table(), 0, message);
    }

    @Override
    public String words(TransferEntry entry) {
        return entry.words(zone);
    }

    @Override
    public List<ImportIssue> issues() {
        List<ImportIssue> all = new ArrayList<>(issues);
        all.addAll(remarks.issues());
        balances.finding().ifPresent(found -> all.add(issue(found.severity(), found.message())));
        return all;
    }

    @Override
    public boolean sawLocalTime() {
        return moments.sawLocalTime();
    }

    @Override
    public TransferEntry continued(TransferEntry entry, Row row) {
        return entry.with(text(row));
    }

    @Override
    public RowOutcome<TransferEntry> read(Row row) {
        Parsed<Sum> amount = sums.read(row);
        Parsed<When> time = moments.read(row);
        Optional<RowOutcome.Aside<TransferEntry>> aside = asides.of(row, amount, time);
        if (aside.isPresent()) {
            return aside.get();
        }
        Sum sum;
        switch (amount) {
            case Parsed.Value<Sum>(Sum value) -> sum = value;
            case Parsed.Absent<Sum> absent -> {
                return rejected(sums.key(), "", "an amount");
            }
            case Parsed.Malformed<Sum>(String found, String expected) -> {
                boolean mark = found.equals(places.value(row, TransferColumns.SIGN));
                return rejected(mark ? TransferColumns.SIGN : sums.key(), found, expected);
            }
        }
        if (sum.amount().abs().precision() > 18 || sum.amount().scale() > 18) {
            return rejected(sums.key(), sum.amount().toPlainString(), "an amount of at most 18 digits");
        }
        When when;
        switch (time) {
            case Parsed.Value<When>(When value) -> when = value;
            case Parsed.Absent<When> absent -> {
                when = When.UNKNOWN;
                remarks.add(Severity.WARNING, row, "", "", "Transfers without a date, kept");
            }
            case Parsed.Malformed<When>(String found, String expected) -> {
                if (!AsideRows.isWord(found)) {
                    return rejected(moments.key(), found, expected);
                }
                when = When.UNKNOWN;
                remarks.add(
                        Severity.WARNING,
                        row,
                        places.header(moments.key()),
                        found,
                        "Transfers with a word in place of the date, kept without one");
            }
        }
        String code = places.value(row, TransferColumns.CURRENCY);
        if (code.isEmpty()) {
            code = sum.currency().orElse(sums.currency());
        } else {
            Optional<String> known = CurrencyWords.code(code);
            if (known.isEmpty()) {
                return rejected(TransferColumns.CURRENCY, code, "a currency, such as EUR");
            }
            if (sum.currency().isPresent() && !sum.currency().equals(known)) {
                return rejected(
                        sums.key(),
                        sum.currency().get(),
                        "an amount in " + known.get() + ", as the currency column says");
            }
            code = known.get();
        }
        return parties(row, sum, when, code);
    }

    private RowOutcome<TransferEntry> parties(Row row, Sum sum, When when, String code) {
        Party from;
        Party to;
        BigDecimal amount = sum.amount().abs();
        switch (places.view()) {
            case PARTIES -> {
                from = party(row, Direction.IN);
                to = party(row, Direction.OUT);
                if (!own.isEmpty()) {
                    boolean ownReceives =
                            !places.has(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
                    from = ownReceives ? from : Party.account(own);
                    to = ownReceives ? Party.account(own) : to;
                }
                if (!ofSigns.isNobody() && (from.equals(ofSigns) || to.equals(ofSigns))) {
                    // In the owner's own list the sign goes before who asked for the money: "charge" beside "payment".
                    Party other = from.equals(ofSigns) ? to : from;
                    from = sum.amount().signum() < 0 ? ofSigns : other;
                    to = sum.amount().signum() < 0 ? other : ofSigns;
                } else if (sum.amount().signum() < 0) {
                    remarks.add(
                            Severity.WARNING,
                            row,
                            "",
                            sum.amount().toPlainString(),
                            "Transfers with a negative amount, read as paid back the other way");
                    Party swapped = from;
                    from = to;
                    to = swapped;
                }
            }
            case STATEMENT -> {
                String account = places.value(row, TransferColumns.ACCOUNT);
                if (account.isEmpty() && !own.isEmpty()) {
                    account = own;
                    if (places.has(TransferColumns.ACCOUNT)) {
                        remarks.add(
                                Severity.WARNING,
                                row,
                                places.header(TransferColumns.ACCOUNT),
                                "",
                                "Rows without an account, taken as of " + own + ", the only one in the list");
                    }
                }
                Party self = new Party(account, places.value(row, TransferColumns.HOLDER), "", "");
                Optional<Direction> direction = sum.direction();
                if (direction.isEmpty() && sums.typesAloneTell()) {
                    String type = places.value(row, TransferColumns.TYPE);
                    direction = MoneyWords.direction(type);
                    if (direction.isEmpty()) {
                        return rejected(TransferColumns.TYPE, type, "in or out");
                    }
                }
                boolean incoming = direction.equals(Optional.of(Direction.IN));
                Party other = sum.within() ? self : other(row, incoming);
                from = incoming ? other : self;
                to = incoming ? self : other;
                if (sums.money(row, TransferColumns.BALANCE) instanceof Parsed.Value<Money>(Money after)) {
                    balances.add(account, after.amount(), incoming ? amount : amount.negate());
                }
                if (account.isEmpty()) {
                    return rejected(TransferColumns.ACCOUNT, "", "an account");
                }
            }
            default -> throw new IllegalStateException("no such view: " + places.view());
        }
        if (from.isNobody() && to.isNobody()) {
            return rejected(
                    places.has(TransferColumns.FROM) ? TransferColumns.FROM : TransferColumns.FROM_NAME,
                    "",
                    "a sender or a receiver");
        }
        remark(row, from, to, sum);
        String behalf = places.value(row, TransferColumns.ON_BEHALF_OF);
        String benefit = places.value(row, TransferColumns.FOR_THE_BENEFIT_OF);
        Party shownFrom = behalf.isEmpty() || behalf.equalsIgnoreCase(from.name()) ? Party.NOBODY : from;
        Party shownTo = benefit.isEmpty() || benefit.equalsIgnoreCase(to.name()) ? Party.NOBODY : to;
        return new RowOutcome.Accepted<>(new TransferEntry(
                shownFrom.isNobody() ? from : new Party("", behalf, "", ""),
                shownTo.isNobody() ? to : new Party("", benefit, "", ""),
                shownFrom,
                shownTo,
                amount,
                code,
                when.time(),
                when.basis(),
                sum.within() ? (textOfOther(row) + text(row)) : text(row)));
    }

    /** Whom a row names that moved money within the account, which else would be lost. */
    private String textOfOther(Row row) {
        StringBuilder text = new StringBuilder();
        for (String key : List.of(TransferColumns.COUNTERPARTY, TransferColumns.COUNTERPARTY_ACCOUNT)) {
            append(text, places.header(key), places.party(row, key));
        }
        return text.isEmpty() ? "" : text.append("; ").toString();
    }

    private void remark(Row row, Party from, Party to, Sum sum) {
        if (from.isNobody() || to.isNobody()) {
            remarks.add(Severity.NOTE, row, "", "", "Transfers that name one side only (cash, fees, interest), kept");
        }
        if (sum.within()) {
            remarks.add(
                    Severity.NOTE,
                    row,
                    places.header(TransferColumns.SIGN),
                    places.value(row, TransferColumns.SIGN),
                    "Amounts marked as neither paid out nor paid in, kept as moved within the account");
        } else if (!from.isNobody() && from.equals(to)) {
            remarks.add(Severity.NOTE, row, "", "", "Transfers to oneself, kept");
        }
        if (MoneyWords.isPaidBack(places.value(row, TransferColumns.STATUS))) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    places.header(TransferColumns.STATUS),
                    places.value(row, TransferColumns.STATUS),
                    "Transfers whose status says that the money went back, kept as paid");
        }
        if (sum.amount().signum() == 0) {
            remarks.add(Severity.NOTE, row, "", "0", "Transfers of nothing, kept");
        }
    }

    /**
     * Who has a part in all rows of a list that names senders and receivers, where most amounts with a minus are sent by
     * that party and those without received: the list is that party's own, and its signs are.
     */
    private Party ofSigns() {
        Map<Party, Integer> parts = new HashMap<>();
        Map<Party, Integer> agreeing = new HashMap<>();
        int rows = 0;
        int minus = 0;
        for (Row row : mapped.table().sample()) {
            if (!(sums.read(row) instanceof Parsed.Value<Sum>(Sum sum))
                    || sum.amount().signum() == 0) {
                continue;
            }
            Party from = party(row, Direction.IN);
            Party to = party(row, Direction.OUT);
            boolean out = sum.amount().signum() < 0;
            rows++;
            minus += out ? 1 : 0;
            parts.merge(from, 1, Integer::sum);
            if (!from.equals(to)) {
                parts.merge(to, 1, Integer::sum);
            }
            agreeing.merge(out ? from : to, 1, Integer::sum);
        }
        int all = rows;
        int out = minus;
        List<Party> everywhere = parts.keySet().stream()
                .filter(party -> !party.isNobody() && parts.getOrDefault(party, 0) == all)
                .toList();
        return all >= 3
                        && out > 0
                        && out < all
                        && everywhere.size() == 1
                        && agreeing.getOrDefault(everywhere.getFirst(), 0) * 2 > all
                ? everywhere.getFirst()
                : Party.NOBODY;
    }

    /** Whom the columns of senders name, for money that came in, or those of receivers. */
    private Party party(Row row, Direction direction) {
        return switch (direction) {
            case IN ->
                new Party(
                        places.party(row, TransferColumns.FROM),
                        places.name(row, TransferColumns.FROM_FIRST_NAME, TransferColumns.FROM_NAME),
                        places.party(row, TransferColumns.FROM_PHONE),
                        places.party(row, TransferColumns.FROM_PAPER));
            case OUT ->
                new Party(
                        places.party(row, TransferColumns.TO),
                        places.name(row, TransferColumns.TO_FIRST_NAME, TransferColumns.TO_NAME),
                        places.party(row, TransferColumns.TO_PHONE),
                        places.party(row, TransferColumns.TO_PAPER));
        };
    }

    private Party other(Row row, boolean incoming) {
        boolean senders = places.has(TransferColumns.FROM, TransferColumns.FROM_NAME);
        boolean receivers = places.has(TransferColumns.TO, TransferColumns.TO_NAME);
        // A list with "payee" alone names the other side there, whichever way the money went.
        boolean asSender = senders == receivers ? incoming : senders;
        Party named = party(row, asSender ? Direction.IN : Direction.OUT);
        String account = places.party(row, TransferColumns.COUNTERPARTY_ACCOUNT);
        String name = places.withoutDirection(places.party(row, TransferColumns.COUNTERPARTY));
        account = account.isEmpty() ? named.account() : account;
        if (account.isEmpty() && !knowsOtherAccounts) {
            account =
                    Iban.within(places.value(row, TransferColumns.PURPOSE), own).orElse("");
        }
        Party party = new Party(account, name.isEmpty() ? named.name() : name, named.phone(), named.paper());
        return party.isNobody() && !namesOthers
                ? PartyInText.of(places.value(row, TransferColumns.PURPOSE), incoming ? Direction.IN : Direction.OUT)
                        .orElse(party)
                : party;
    }

    private String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int column : others) {
            append(text, mapping.columns().get(column).header(), row.value(column));
        }
        for (int column = mapping.columns().size(); column < row.size(); column++) {
            append(text, "column " + (column + 1), row.value(column));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String header, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? "" : "; ").append(header).append('=').append(value);
        }
    }

    private RowOutcome<TransferEntry> rejected(String key, String found, String expected) {
        return RowOutcome.Rejected.cell(places.header(key), found, expected);
    }
}
