package org.manumit.importers.transfers;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.tabular.ClockChange;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecordRows;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.value.CurrencyWords;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.ZoneWords;
import org.manumit.importers.transfers.MoneyWords.Direction;

/** Turns the rows of one table of transfers into transfers, one by one. Not thread-safe. */
final class TransferRows implements RecordRows<TransferEntry> {

    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\\b");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("(?<![\\d*.,])\\d[\\d -]{5,30}\\d(?![.,]?\\d)");
    private static final Pattern DATES = Pattern.compile("\\b\\d{1,4}[-./]\\d{1,2}[-./]\\d{2,4}\\b");
    private static final Pattern IN_NAME = Pattern.compile("\\d{8,30}");

    /** From whom a row tells. */
    enum View {
        /** Sender and receiver stand in columns of their own. */
        PARTIES,
        /** One account's movements, the sign or column of the amount saying which way. */
        STATEMENT
    }

    private record When(long time, TransferTable.TimeBasis basis) {}

    private record Sum(BigDecimal amount, Optional<String> currency, Optional<Direction> direction) {}

    private final MappedTable mapped;
    private final ColumnMapping mapping;
    private final Map<String, Integer> places = new HashMap<>();
    private final View view;
    private final ZoneId zone;
    private final ColumnReadings readings;
    private final String own;
    private final String currency;
    private final boolean signed;
    private final boolean typeTellsDirection;
    private final SignMarks marks;
    private final boolean knowsOtherAccounts;
    private final BalanceCheck balances = new BalanceCheck();
    private final RowRemarks remarks = new RowRemarks();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();
    private final Map<String, Optional<ZoneId>> zones = new HashMap<>();
    private boolean sawLocalTime;

    private TransferRows(
            MappedTable mapped,
            View view,
            String fileName,
            ZoneId zone,
            ColumnVocabulary vocabulary,
            Cancellation cancellation)
            throws IOException {
        this.mapped = mapped;
        this.mapping = mapped.mapping();
        for (ColumnMapping.Column column : mapping.columns()) {
            if (column.isMapped()) {
                places.putIfAbsent(column.meaning(), column.index());
            }
        }
        this.view = view;
        this.zone = zone;
        issues.addAll(mapped.issues());
        if (view == View.STATEMENT && !places.containsKey(TransferColumns.ACCOUNT)) {
            // "IBAN of the orderer" in every row of amounts with and without a minus: the account itself.
            int account = SignedParties.ownAccount(mapping, mapped.table());
            if (account >= 0) {
                places.values().remove(account);
                places.put(TransferColumns.ACCOUNT, account);
            }
        }
        nameOfWhom();
        idsAreOfPapers(TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PAPER);
        idsAreOfPapers(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PAPER);
        if (view == View.STATEMENT && isOfTheOtherSide()) {
            int account = places.getOrDefault(TransferColumns.ACCOUNT, -1);
            places.remove(TransferColumns.ACCOUNT);
            places.put(TransferColumns.COUNTERPARTY_ACCOUNT, account);
            issues.add(issue(
                    Severity.NOTE,
                    "'" + mapping.columns().get(account).header()
                            + "' changes with the other party or is empty, so it is the other party's account."));
        }
        this.readings = ColumnReadings.learn(mapped.table(), mapping, vocabulary, cancellation);
        issues.addAll(readings.issues(key -> key.equals(TransferColumns.AMOUNT)
                || key.equals(TransferColumns.DEBIT)
                || key.equals(TransferColumns.CREDIT)
                || key.equals(TransferColumns.DATE)
                || (key.equals(TransferColumns.VALUE_DATE) && !mapping.has(TransferColumns.DATE))));
        this.own = own(fileName, vocabulary);
        this.knowsOtherAccounts =
                hasAny(TransferColumns.COUNTERPARTY_ACCOUNT, TransferColumns.FROM, TransferColumns.TO);
        this.marks = SignMarks.of(mapped.table(), places.getOrDefault(TransferColumns.SIGN, -1));
        this.currency = commonCurrency();
        this.signed = view == View.STATEMENT && isSigned();
        this.typeTellsDirection = view == View.STATEMENT
                && !mapping.has(TransferColumns.SIGN)
                && mapping.has(TransferColumns.TYPE)
                && !signed
                && typesTell();
        if (view == View.STATEMENT && !signed && !typeTellsDirection) {
            issues.add(issue(
                    Severity.WARNING,
                    "No amount has a sign and no column says which way the money went: every row is taken as paid from"
                            + " the account to the other party."));
        }
        Set<Integer> used = new HashSet<>();
        for (String key : List.of(
                TransferColumns.FROM,
                TransferColumns.TO,
                TransferColumns.ACCOUNT,
                TransferColumns.COUNTERPARTY_ACCOUNT,
                TransferColumns.COUNTERPARTY,
                TransferColumns.HOLDER,
                TransferColumns.FROM_NAME,
                TransferColumns.TO_NAME,
                TransferColumns.FROM_FIRST_NAME,
                TransferColumns.TO_FIRST_NAME,
                TransferColumns.FROM_PHONE,
                TransferColumns.TO_PHONE,
                TransferColumns.FROM_PAPER,
                TransferColumns.TO_PAPER,
                TransferColumns.ON_BEHALF_OF,
                TransferColumns.FOR_THE_BENEFIT_OF,
                TransferColumns.AMOUNT,
                TransferColumns.DEBIT,
                TransferColumns.CREDIT,
                TransferColumns.SIGN,
                TransferColumns.CURRENCY,
                TransferColumns.DATE,
                TransferColumns.TIME)) {
            mapping.indexOf(key).ifPresent(used::add);
        }
        if (!mapping.has(TransferColumns.DATE)) {
            mapping.indexOf(TransferColumns.VALUE_DATE).ifPresent(used::add);
            mapping.indexOf(TransferColumns.STEP).ifPresent(used::add);
        }
        for (ColumnMapping.Column column : mapping.columns()) {
            if (!used.contains(column.index())) {
                others.add(column.index());
            }
        }
    }

    static TransferRows of(
            MappedTable mapped,
            View view,
            String fileName,
            ZoneId zone,
            ColumnVocabulary vocabulary,
            Cancellation cancellation)
            throws IOException {
        return new TransferRows(mapped, view, fileName, zone, vocabulary, cancellation);
    }

    /** Whether the columns are those of transfers, and how the parties are named. */
    static Optional<View> viewOf(ColumnMapping mapping, Table table) {
        boolean money = mapping.has(TransferColumns.AMOUNT)
                || (mapping.has(TransferColumns.DEBIT) && mapping.has(TransferColumns.CREDIT));
        boolean when = mapping.has(TransferColumns.DATE)
                || mapping.has(TransferColumns.VALUE_DATE)
                || mapping.has(TransferColumns.STEP);
        if (!money) {
            return Optional.empty();
        }
        boolean from = has(mapping, TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PHONE);
        boolean to = has(mapping, TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
        if (from && to) {
            return Optional.of(SignedParties.of(mapping, table).areOfOneAccount() ? View.STATEMENT : View.PARTIES);
        }
        boolean counterparty =
                has(mapping, TransferColumns.COUNTERPARTY, TransferColumns.NAME, TransferColumns.COUNTERPARTY_ACCOUNT)
                        || from
                        || to;
        // Most banks' own lists name the other side in the description only.
        boolean list = mapping.has(TransferColumns.PURPOSE)
                && (mapping.has(TransferColumns.BALANCE)
                        || mapping.has(TransferColumns.SIGN)
                        || mapping.has(TransferColumns.CREDIT)
                        || SignedParties.of(mapping, table).areSigned());
        list |= mapping.has(TransferColumns.DEBIT) && mapping.has(TransferColumns.CREDIT);
        if (when && (counterparty || list || mapping.has(TransferColumns.ACCOUNT))) {
            if (from != to && !mapping.has(TransferColumns.ACCOUNT) && SignedParties.ownAccount(mapping, table) >= 0) {
                return Optional.of(View.STATEMENT);
            }
            // One side only: with an account of the other side it is that account's list.
            return Optional.of(from != to && !mapping.has(TransferColumns.ACCOUNT) ? View.PARTIES : View.STATEMENT);
        }
        return Optional.empty();
    }

    /** A bare "name" is the other party's, unless that has a column and this one says the same in every row. */
    private void nameOfWhom() {
        int column = places.getOrDefault(TransferColumns.NAME, -1);
        if (column < 0) {
            return;
        }
        Set<String> names = new HashSet<>();
        mapped.table().sample().forEach(row -> names.add(row.value(column)));
        boolean otherNamed = hasAny(TransferColumns.COUNTERPARTY, TransferColumns.FROM_NAME, TransferColumns.TO_NAME);
        if (!otherNamed) {
            places.put(TransferColumns.COUNTERPARTY, column);
        } else if (names.size() == 1 && !places.containsKey(TransferColumns.HOLDER)) {
            places.put(TransferColumns.HOLDER, column);
        }
    }

    /** A "sender id" beside the sender's name is what the sender showed, unless it is an account. */
    private void idsAreOfPapers(String account, String name, String paper) {
        int column = places.getOrDefault(account, -1);
        if (column < 0 || !places.containsKey(name) || places.containsKey(paper)) {
            return;
        }
        List<String> words = HeaderText.words(mapping.columns().get(column).header());
        boolean ibans = mapped.table().sample().stream().anyMatch(row -> Iban.isValid(row.value(column)));
        if (words.contains("id") && !words.contains("account") && !words.contains("node") && !ibans) {
            places.remove(account);
            places.put(paper, column);
        }
    }

    /** A statement's own account is always there and always the same: what goes with the other party is theirs. */
    private boolean isOfTheOtherSide() {
        boolean ownAbove = accountAbove().isPresent();
        boolean named =
                ownAbove || hasAny(TransferColumns.COUNTERPARTY, TransferColumns.FROM_NAME, TransferColumns.TO_NAME);
        if (!places.containsKey(TransferColumns.ACCOUNT)
                || !named
                || places.containsKey(TransferColumns.COUNTERPARTY_ACCOUNT)) {
            return false;
        }
        Map<String, Set<String>> accountsOf = new HashMap<>();
        Set<String> accounts = new HashSet<>();
        boolean empty = false;
        for (Row row : mapped.table().sample()) {
            if (sumCells(row).isEmpty()) {
                continue;
            }
            String account = value(row, TransferColumns.ACCOUNT);
            empty |= account.isEmpty();
            if (!account.isEmpty()) {
                accounts.add(account);
                accountsOf
                        .computeIfAbsent(
                                value(row, TransferColumns.COUNTERPARTY)
                                        + value(row, TransferColumns.FROM_NAME)
                                        + value(row, TransferColumns.TO_NAME),
                                name -> new HashSet<>())
                        .add(account);
            }
        }
        boolean goTogether = accountsOf.values().stream().allMatch(a -> a.size() == 1);
        if (ownAbove) {
            String above = accountAbove().orElse("").replaceAll("[^A-Za-z0-9]", "");
            boolean ownInRows = accounts.stream()
                    .anyMatch(a -> a.replaceAll("[^A-Za-z0-9]", "").equalsIgnoreCase(above));
            return !accounts.isEmpty() && !ownInRows;
        }
        return !accounts.isEmpty() && (empty || (accounts.size() > 1 && goTogether));
    }

    /** The international number of the account whose list this is, where a line above the table has one. */
    private Optional<String> accountAbove() {
        for (Row row : mapped.table().layout().preamble()) {
            Optional<String> valid = Iban.within(String.join(" ", row.texts()), "");
            if (valid.isPresent()) {
                return valid;
            }
        }
        return Optional.empty();
    }

    private String sumCells(Row row) {
        return value(row, TransferColumns.AMOUNT)
                + value(row, TransferColumns.DEBIT)
                + value(row, TransferColumns.CREDIT);
    }

    private static boolean has(ColumnMapping mapping, String... keys) {
        for (String key : keys) {
            if (mapping.has(key)) {
                return true;
            }
        }
        return false;
    }

    private ImportIssue issue(Severity severity, String message) {
        return TableNotes.issue(severity, mapped.table(), 0, message);
    }

    /** The account whose list this is, where no column says: from a line above the table, or the file's name. */
    private String own(String fileName, ColumnVocabulary vocabulary) {
        boolean oneSided = view == View.PARTIES
                && hasAny(TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PHONE)
                        != hasAny(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
        if ((view == View.STATEMENT && places.containsKey(TransferColumns.ACCOUNT))
                || (view == View.PARTIES && !oneSided)) {
            return "";
        }
        for (Row row : mapped.table().layout().preamble()) {
            String line = String.join(" ", row.texts());
            Optional<String> valid = Iban.within(line, "");
            Matcher iban = IBAN.matcher(line);
            boolean found = iban.find();
            if (valid.isPresent() || found) {
                return found(found && Iban.isValid(iban.group()) ? iban.group() : valid.orElseGet(iban::group), row);
            }
        }
        Row before = null;
        for (Row row : mapped.table().layout().preamble()) {
            // "Account number;1234567", or the label in a line and the number in the next.
            boolean named = vocabulary.names(String.join(" ", row.texts()), TransferColumns.ACCOUNT)
                    || (before != null
                            && before.filled() == 1
                            && vocabulary.names(String.join(" ", before.texts()), TransferColumns.ACCOUNT));
            for (int column = 0; named && column < row.size(); column++) {
                Matcher number =
                        ACCOUNT_NUMBER.matcher(DATES.matcher(row.value(column)).replaceAll(" "));
                if (number.find()) {
                    return found(number.group(), row);
                }
            }
            before = row;
        }
        Set<String> only = new HashSet<>();
        for (Row row : mapped.table().layout().preamble()) {
            Matcher number = ACCOUNT_NUMBER.matcher(
                    DATES.matcher(String.join("; ", row.texts())).replaceAll(" "));
            while (number.find()) {
                if (number.group().chars().filter(Character::isDigit).count() >= 8) {
                    only.add(number.group());
                }
            }
        }
        if (only.size() == 1) {
            String account = only.iterator().next();
            issues.add(issue(
                    Severity.WARNING,
                    "The account is taken for " + account + ", the only long number above the table."));
            return account;
        }
        String holder = SignedParties.of(mapping, mapped.table()).holder();
        if (!holder.isEmpty() && hasAny(TransferColumns.FROM) && hasAny(TransferColumns.TO)) {
            issues.add(issue(
                    Severity.NOTE,
                    "The account is " + holder
                            + ", the payer of all amounts with a minus and the payee of the others."));
            return holder;
        }
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String digits = stem.replaceAll("[^A-Za-z0-9]+", " ");
        Matcher number = IN_NAME.matcher(digits);
        String account =
                Iban.within(digits.toUpperCase(Locale.ROOT), "").orElseGet(() -> number.find() ? number.group() : stem);
        issues.add(issue(
                Severity.WARNING,
                "No column and no line above the table names the account; '" + account
                        + "' is taken from the file's name."));
        return account;
    }

    private String found(String account, Row row) {
        issues.add(issue(
                Severity.NOTE, "The account " + account + " is taken from row " + row.number() + " above the table."));
        return account;
    }

    private String commonCurrency() {
        for (String key : List.of(TransferColumns.AMOUNT, TransferColumns.DEBIT, TransferColumns.CREDIT)) {
            if (places.containsKey(key)) {
                Optional<String> named = readings.currencyInHeader(key);
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        for (Row row : mapped.table().layout().preamble()) {
            for (int column = 0; column < row.size(); column++) {
                for (String word : row.value(column).split("[\\s:;,]+", -1)) {
                    Optional<String> code = word.length() == 3 && word.equals(word.toUpperCase(Locale.ROOT))
                            ? CurrencyWords.code(word)
                            : Optional.empty();
                    if (code.isPresent()) {
                        return code.get();
                    }
                }
            }
        }
        return "";
    }

    /** Whether amounts say which way the money went. */
    private boolean isSigned() {
        if (places.containsKey(TransferColumns.SIGN)
                || (places.containsKey(TransferColumns.DEBIT) && places.containsKey(TransferColumns.CREDIT))) {
            return true;
        }
        int column = places.getOrDefault(TransferColumns.AMOUNT, -1);
        for (Row row : mapped.table().sample()) {
            if (column >= 0
                    && readings.money(TransferColumns.AMOUNT).read(row.value(column), row.kind(column))
                            instanceof Parsed.Value<Money>(Money money)
                    && money.amount().signum() < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean typesTell() {
        int column = places.getOrDefault(TransferColumns.TYPE, -1);
        int told = 0;
        int filled = 0;
        for (Row row : mapped.table().sample()) {
            if (!row.isBlank(column)) {
                filled++;
                told += MoneyWords.direction(row.value(column)).isPresent() ? 1 : 0;
            }
        }
        return filled > 0 && told * 10 >= filled * 9;
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
        return sawLocalTime;
    }

    private boolean hasAny(String... keys) {
        for (String key : keys) {
            if (places.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    private String name(Row row, String first, String last) {
        return places.containsKey(first) ? (value(row, first) + " " + value(row, last)).strip() : value(row, last);
    }

    private String value(Row row, String key) {
        int column = places.getOrDefault(key, -1);
        return column < 0 ? "" : row.value(column);
    }

    @Override
    public RowOutcome<TransferEntry> read(Row row) {
        Sum sum;
        switch (sum(row)) {
            case Parsed.Value<Sum>(Sum value) -> sum = value;
            case Parsed.Absent<Sum> absent -> {
                return rejected(moneyColumn(), "", "an amount");
            }
            case Parsed.Malformed<Sum>(String found, String expected) -> {
                return rejected(moneyColumn(), found, expected);
            }
        }
        if (sum.amount.abs().precision() > 18 || sum.amount.scale() > 18) {
            return rejected(moneyColumn(), sum.amount.toPlainString(), "an amount of at most 18 digits");
        }
        When when;
        switch (when(row)) {
            case Parsed.Value<When>(When value) -> when = value;
            case Parsed.Absent<When> absent -> {
                when = new When(0, TransferTable.TimeBasis.NONE);
                remarks.add(Severity.WARNING, row, "", "", "Transfers without a date, kept");
            }
            case Parsed.Malformed<When>(String found, String expected) -> {
                return rejected(
                        places.containsKey(TransferColumns.DATE)
                                ? TransferColumns.DATE
                                : places.containsKey(TransferColumns.VALUE_DATE)
                                        ? TransferColumns.VALUE_DATE
                                        : TransferColumns.STEP,
                        found,
                        expected);
            }
        }
        String code = value(row, TransferColumns.CURRENCY);
        if (code.isEmpty()) {
            code = sum.currency.orElse(currency);
        } else {
            Optional<String> known = CurrencyWords.code(code);
            if (known.isEmpty()) {
                return rejected(TransferColumns.CURRENCY, code, "a currency, such as EUR");
            }
            if (sum.currency.isPresent() && !sum.currency.equals(known)) {
                return rejected(
                        moneyColumn(),
                        sum.currency.get(),
                        "an amount in " + known.get() + ", as the currency column says");
            }
            code = known.get();
        }
        return parties(row, sum, when, code);
    }

    private String moneyColumn() {
        return places.containsKey(TransferColumns.AMOUNT) ? TransferColumns.AMOUNT : TransferColumns.DEBIT;
    }

    private RowOutcome<TransferEntry> parties(Row row, Sum sum, When when, String code) {
        Party from;
        Party to;
        BigDecimal amount = sum.amount.abs();
        switch (view) {
            case PARTIES -> {
                from = new Party(
                        value(row, TransferColumns.FROM),
                        name(row, TransferColumns.FROM_FIRST_NAME, TransferColumns.FROM_NAME),
                        value(row, TransferColumns.FROM_PHONE),
                        value(row, TransferColumns.FROM_PAPER));
                to = new Party(
                        value(row, TransferColumns.TO),
                        name(row, TransferColumns.TO_FIRST_NAME, TransferColumns.TO_NAME),
                        value(row, TransferColumns.TO_PHONE),
                        value(row, TransferColumns.TO_PAPER));
                if (!own.isEmpty()) {
                    boolean ownReceives =
                            !hasAny(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
                    from = ownReceives ? from : Party.account(own);
                    to = ownReceives ? Party.account(own) : to;
                }
                if (sum.amount.signum() < 0) {
                    remarks.add(
                            Severity.WARNING,
                            row,
                            "",
                            sum.amount.toPlainString(),
                            "Transfers with a negative amount, read as paid back the other way");
                    Party swapped = from;
                    from = to;
                    to = swapped;
                }
            }
            case STATEMENT -> {
                String account =
                        places.containsKey(TransferColumns.ACCOUNT) ? value(row, TransferColumns.ACCOUNT) : own;
                Party self = new Party(account, value(row, TransferColumns.HOLDER), "", "");
                Optional<Direction> direction = sum.direction;
                if (direction.isEmpty() && typeTellsDirection) {
                    String type = value(row, TransferColumns.TYPE);
                    direction = MoneyWords.direction(type);
                    if (direction.isEmpty()) {
                        return rejected(TransferColumns.TYPE, type, "in or out");
                    }
                }
                boolean incoming = direction.equals(Optional.of(Direction.IN));
                Party other = other(row, incoming);
                from = incoming ? other : self;
                to = incoming ? self : other;
                if (places.containsKey(TransferColumns.BALANCE)
                        && money(row, TransferColumns.BALANCE) instanceof Parsed.Value<Money>(Money after)) {
                    balances.add(account, after.amount(), incoming ? amount : amount.negate());
                }
                if (account.isEmpty()) {
                    return rejected(TransferColumns.ACCOUNT, "", "an account");
                }
            }
            default -> throw new IllegalStateException("no such view: " + view);
        }
        if (from.isNobody() && to.isNobody()) {
            return rejected(
                    places.containsKey(TransferColumns.FROM) ? TransferColumns.FROM : TransferColumns.FROM_NAME,
                    "",
                    "a sender or a receiver");
        }
        if (from.isNobody() || to.isNobody()) {
            remarks.add(Severity.NOTE, row, "", "", "Transfers that name one side only (cash, fees, interest), kept");
        }
        if (!from.isNobody() && from.equals(to)) {
            remarks.add(Severity.NOTE, row, "", "", "Transfers to oneself, kept");
        }
        if (amount.signum() == 0) {
            remarks.add(Severity.NOTE, row, "", "0", "Transfers of nothing, kept");
        }
        String behalf = value(row, TransferColumns.ON_BEHALF_OF);
        String benefit = value(row, TransferColumns.FOR_THE_BENEFIT_OF);
        Party shownFrom = behalf.isEmpty() || behalf.equalsIgnoreCase(from.name()) ? Party.NOBODY : from;
        Party shownTo = benefit.isEmpty() || benefit.equalsIgnoreCase(to.name()) ? Party.NOBODY : to;
        return new RowOutcome.Accepted<>(new TransferEntry(
                shownFrom.isNobody() ? from : new Party("", behalf, "", ""),
                shownTo.isNobody() ? to : new Party("", benefit, "", ""),
                shownFrom,
                shownTo,
                amount,
                code,
                when.time,
                when.basis,
                text(row)));
    }

    private Party other(Row row, boolean incoming) {
        String account = value(row, TransferColumns.COUNTERPARTY_ACCOUNT);
        String name = value(row, TransferColumns.COUNTERPARTY);
        if (account.isEmpty()) {
            account = value(row, incoming ? TransferColumns.FROM : TransferColumns.TO);
        }
        if (name.isEmpty()) {
            name = incoming
                    ? name(row, TransferColumns.FROM_FIRST_NAME, TransferColumns.FROM_NAME)
                    : name(row, TransferColumns.TO_FIRST_NAME, TransferColumns.TO_NAME);
        }
        if (account.isEmpty() && !knowsOtherAccounts) {
            account = Iban.within(value(row, TransferColumns.PURPOSE), own).orElse("");
        }
        return new Party(
                account,
                name,
                value(row, incoming ? TransferColumns.FROM_PHONE : TransferColumns.TO_PHONE),
                value(row, incoming ? TransferColumns.FROM_PAPER : TransferColumns.TO_PAPER));
    }

    private Parsed<Sum> sum(Row row) {
        if (places.containsKey(TransferColumns.AMOUNT)) {
            return money(row, TransferColumns.AMOUNT) instanceof Parsed.Absent<Money>
                            && places.containsKey(TransferColumns.DEBIT)
                    ? debitOrCredit(row)
                    : plainSum(row);
        }
        return debitOrCredit(row);
    }

    private Parsed<Money> money(Row row, String key) {
        int column = places.getOrDefault(key, -1);
        return column < 0 ? Parsed.absent() : readings.money(key).read(row.value(column), row.kind(column));
    }

    private Parsed<Sum> plainSum(Row row) {
        return switch (money(row, TransferColumns.AMOUNT)) {
            case Parsed.Absent<Money> absent -> Parsed.absent();
            case Parsed.Malformed<Money>(String found, String expected) -> Parsed.malformed(found, expected);
            case Parsed.Value<Money>(Money money) -> {
                String mark = value(row, TransferColumns.SIGN);
                if (mark.isEmpty() || view == View.PARTIES) {
                    Optional<Direction> direction = signed
                            ? Optional.of(money.amount().signum() < 0 ? Direction.OUT : Direction.IN)
                            : Optional.empty();
                    yield Parsed.of(new Sum(money.amount(), money.currency(), direction));
                }
                Optional<Direction> direction = marks.direction(mark);
                yield direction.isEmpty()
                        ? Parsed.malformed(mark, "debit or credit")
                        : Parsed.of(new Sum(
                                money.amount(),
                                money.currency(),
                                // A negative debit is a debit taken back.
                                money.amount().signum() < 0 && !mark.equals("-") && bothSigns()
                                        ? Optional.of(opposite(direction.get()))
                                        : direction));
            }
        };
    }

    /** Whether debits come with and without a minus, so that the minus means something of its own. */
    private boolean bothSigns() {
        int column = places.getOrDefault(TransferColumns.AMOUNT, -1);
        int sign = places.getOrDefault(TransferColumns.SIGN, -1);
        boolean negative = false;
        boolean positive = false;
        for (Row row : mapped.table().sample()) {
            if (marks.direction(row.value(sign)).equals(Optional.of(Direction.OUT))
                    && readings.money(TransferColumns.AMOUNT).read(row.value(column), row.kind(column))
                            instanceof Parsed.Value<Money>(Money money)) {
                negative |= money.amount().signum() < 0;
                positive |= money.amount().signum() > 0;
            }
        }
        return negative && positive;
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case IN -> Direction.OUT;
            case OUT -> Direction.IN;
        };
    }

    private Parsed<Sum> debitOrCredit(Row row) {
        Parsed<Money> debit = money(row, TransferColumns.DEBIT);
        Parsed<Money> credit = money(row, TransferColumns.CREDIT);
        if (debit instanceof Parsed.Malformed<Money>(String found, String expected)) {
            return Parsed.malformed(found, expected);
        }
        if (credit instanceof Parsed.Malformed<Money>(String found, String expected)) {
            return Parsed.malformed(found, expected);
        }
        Optional<Money> out = filled(debit);
        Optional<Money> in = filled(credit);
        if (out.isPresent() && in.isPresent()) {
            return Parsed.malformed(
                    out.get().amount().toPlainString() + " and "
                            + in.get().amount().toPlainString(),
                    "an amount either paid out or paid in");
        }
        if (out.isPresent()) {
            return Parsed.of(new Sum(out.get().amount(), out.get().currency(), Optional.of(Direction.OUT)));
        }
        if (in.isPresent()) {
            boolean back = in.get().amount().signum() < 0;
            return Parsed.of(
                    new Sum(in.get().amount(), in.get().currency(), Optional.of(back ? Direction.OUT : Direction.IN)));
        }
        return Parsed.absent();
    }

    private static Optional<Money> filled(Parsed<Money> parsed) {
        return parsed instanceof Parsed.Value<Money>(Money money)
                        && money.amount().signum() != 0
                ? Optional.of(money)
                : Optional.empty();
    }

    private Parsed<When> when(Row row) {
        for (String key : List.of(TransferColumns.DATE, TransferColumns.VALUE_DATE)) {
            if (!places.containsKey(key) || value(row, key).isEmpty()) {
                continue;
            }
            int column = places.getOrDefault(key, -1);
            MomentReading reading = readings.moment(key);
            return switch (reading.read(row.value(column), row.kind(column))) {
                case Parsed.Absent<Moment> absent -> Parsed.absent();
                case Parsed.Malformed<Moment>(String found, String expected) -> Parsed.malformed(found, expected);
                case Parsed.Value<Moment>(Moment moment) -> at(row, key, reading, moment);
            };
        }
        if (places.containsKey(TransferColumns.DATE) || !places.containsKey(TransferColumns.STEP)) {
            return Parsed.absent();
        }
        int column = places.getOrDefault(TransferColumns.STEP, -1);
        return switch (readings.decimal(TransferColumns.STEP).read(row.value(column), row.kind(column))) {
            case Parsed.Value<BigDecimal>(BigDecimal step)
            when step.stripTrailingZeros().scale() <= 0 && step.abs().precision() < 18 ->
                Parsed.of(new When(step.longValue(), TransferTable.TimeBasis.STEP));
            case Parsed.Absent<BigDecimal> absent -> Parsed.absent();
            default -> Parsed.malformed(row.value(column), "a whole number, the step in time");
        };
    }

    private Parsed<When> at(Row row, String key, MomentReading reading, Moment moment) {
        if (moment.precision() != Moment.Precision.DAY) {
            Optional<ZoneOffset> stated = readings.zoneInHeader(key);
            sawLocalTime |= moment.offset().isEmpty() && stated.isEmpty();
            if (stated.isEmpty()) {
                ClockChange.remark(remarks, row, "", moment.local().toString(), moment, zone);
            }
            return Parsed.of(new When(
                    moment.toInstant(stated.isPresent() ? stated.get() : zone).getEpochSecond(),
                    TransferTable.TimeBasis.INSTANT));
        }
        int time = places.getOrDefault(TransferColumns.TIME, -1);
        if (time >= 0 && !row.isBlank(time)) {
            return switch (reading.readTime(row.value(time), row.kind(time))) {
                case Parsed.Value<LocalTime>(LocalTime clock) -> {
                    Optional<ZoneId> said = zoneOf(row);
                    sawLocalTime |= said.isEmpty();
                    yield Parsed.of(new When(
                            moment.local()
                                    .toLocalDate()
                                    .atTime(clock)
                                    .atZone(said.isPresent() ? said.get() : zone)
                                    .toEpochSecond(),
                            TransferTable.TimeBasis.INSTANT));
                }
                case Parsed.Absent<LocalTime> absent -> day(moment);
                case Parsed.Malformed<LocalTime>(String found, String expected) -> Parsed.malformed(found, expected);
            };
        }
        return day(moment);
    }

    /** The zone that the row itself names. */
    private Optional<ZoneId> zoneOf(Row row) {
        String named = value(row, TransferColumns.ZONE);
        return named.isEmpty() ? Optional.empty() : zones.computeIfAbsent(named, ZoneWords::zone);
    }

    private static Parsed<When> day(Moment moment) {
        return Parsed.of(new When(moment.local().toEpochSecond(ZoneOffset.UTC), TransferTable.TimeBasis.DATE));
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
        String header = mapping.column(key).map(ColumnMapping.Column::header).orElse(key);
        return RowOutcome.Rejected.cell(header, found, expected);
    }
}
