package org.manumit.importers.transfers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.value.CurrencyWords;

/**
 * Which column of a table of transfers plays which part. The headers say most of it; whose a name or an account is, and
 * whether a column of signs or currencies holds any, only the values tell. Not thread-safe.
 */
final class TransferPlaces {

    /** From whom a row tells. */
    enum View {
        /** Sender and receiver stand in columns of their own. */
        PARTIES,
        /** One account's movements, the sign or column of the amount saying which way. */
        STATEMENT
    }

    /** What goes into a transfer itself; everything else is kept as its text. */
    private static final List<String> READ = List.of(
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
            TransferColumns.TIME);

    /** What only tells whose a statement is, and who stands on its other side. */
    private static final List<String> OF_STATEMENTS = List.of(
            TransferColumns.ACCOUNT,
            TransferColumns.COUNTERPARTY_ACCOUNT,
            TransferColumns.COUNTERPARTY,
            TransferColumns.HOLDER);

    /** What exchanges and banks call the pockets of everybody's account. */
    private static final Set<String> POCKETS = Set.of(
            "spot",
            "funding",
            "margin",
            "futures",
            "earn",
            "savings",
            "main",
            "trading",
            "pool",
            "p2p",
            "wallet",
            "cash",
            "checking",
            "current",
            "available",
            "usd m futures",
            "coin m futures",
            "simple earn");

    private static final Set<String> CUSTOMERS = Set.of("user id", "uid", "userid", "customer id", "client id");

    private final MappedTable mapped;
    private final ColumnMapping mapping;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<Integer> put = new HashSet<>();
    private final View view;
    private final List<ImportIssue> issues = new ArrayList<>();

    private TransferPlaces(MappedTable mapped, View view) {
        this.mapped = mapped;
        this.mapping = mapped.mapping();
        this.view = view;
        for (ColumnMapping.Column column : mapping.columns()) {
            if (column.isMapped()) {
                places.putIfAbsent(column.meaning(), column.index());
            }
        }
        marksThatAreNone();
        if (view == View.STATEMENT) {
            leaveOutEmpty(TransferColumns.FROM_NAME, TransferColumns.TO_NAME, TransferColumns.COUNTERPARTY);
        }
        if (view == View.STATEMENT && !has(TransferColumns.ACCOUNT)) {
            // "IBAN of the orderer" in every row of amounts with and without a minus: the account itself.
            int account = SignedParties.ownAccount(mapping, mapped.table());
            if (account >= 0) {
                places.values().remove(account);
                places.put(TransferColumns.ACCOUNT, account);
            }
        }
        accountsInPlaceOfNames();
        holderPays();
        agentsBesideNames(TransferColumns.FROM, TransferColumns.FROM_NAME);
        agentsBesideNames(TransferColumns.TO, TransferColumns.TO_NAME);
        nameOfWhom();
        idsAreOfPapers(TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PAPER);
        idsAreOfPapers(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PAPER);
        if (view == View.STATEMENT) {
            whoseAccount();
        }
    }

    static TransferPlaces of(MappedTable mapped, View view) {
        return new TransferPlaces(mapped, view);
    }

    /** Whether the columns are those of transfers, and how the parties are named. */
    static Optional<View> viewOf(ColumnMapping mapping, Table table) {
        boolean money = has(mapping, TransferColumns.AMOUNT, TransferColumns.DEBIT, TransferColumns.CREDIT);
        boolean when = has(mapping, TransferColumns.DATE, TransferColumns.VALUE_DATE, TransferColumns.STEP);
        if (!money) {
            return Optional.empty();
        }
        boolean from = has(mapping, TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PHONE);
        boolean to = has(mapping, TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
        SignedParties signs = SignedParties.of(mapping, table);
        boolean inAndOut = mapping.has(TransferColumns.SIGN)
                || (mapping.has(TransferColumns.DEBIT) && mapping.has(TransferColumns.CREDIT))
                || signs.areSigned();
        if (from && to && !signs.nameNobody()) {
            boolean ofOne = signs.areOfOneAccount()
                    || (mapping.has(TransferColumns.ACCOUNT) && inAndOut && !nameBothAccounts(mapping, table));
            return Optional.of(ofOne ? View.STATEMENT : View.PARTIES);
        }
        boolean inOrOut = has(mapping, TransferColumns.DEBIT, TransferColumns.CREDIT);
        if (!when || !(isOfSomebody(mapping) || from || to || isList(mapping) || inAndOut || inOrOut)) {
            return Optional.empty();
        }
        if (from != to && !mapping.has(TransferColumns.ACCOUNT) && SignedParties.ownAccount(mapping, table) >= 0) {
            return Optional.of(View.STATEMENT);
        }
        // One side only: with an account of the other side, or money both ways, it is one account's list.
        boolean oneSided = from != to && !mapping.has(TransferColumns.ACCOUNT) && !inAndOut;
        return Optional.of(oneSided ? View.PARTIES : View.STATEMENT);
    }

    /** Whether nearly all rows name the accounts of both sides, so that columns for in and out only repeat which is which. */
    private static boolean nameBothAccounts(ColumnMapping mapping, Table table) {
        int from = mapping.indexOf(TransferColumns.FROM).orElse(-1);
        int to = mapping.indexOf(TransferColumns.TO).orElse(-1);
        long both = from < 0 || to < 0 || mapping.has(TransferColumns.AMOUNT)
                ? 0
                : table.sample().stream()
                        .filter(row -> !row.isBlank(from) && !row.isBlank(to))
                        .count();
        return both > 0 && both * 10 >= table.sample().size() * 9L;
    }

    /** Whether only a date, an amount and a text speak for a list of movements: invoices and bills have these too. */
    static boolean isBare(ColumnMapping mapping, Table table) {
        return !isOfSomebody(mapping)
                && !has(mapping, TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PHONE)
                && !has(mapping, TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE)
                && !has(mapping, TransferColumns.SIGN, TransferColumns.BALANCE)
                && !(mapping.has(TransferColumns.DEBIT) && mapping.has(TransferColumns.CREDIT))
                && !SignedParties.of(mapping, table).areSigned();
    }

    /** Most banks' own lists name the other side in the description only. */
    private static boolean isList(ColumnMapping mapping) {
        return has(mapping, TransferColumns.PURPOSE, TransferColumns.BALANCE, TransferColumns.SIGN);
    }

    private static boolean isOfSomebody(ColumnMapping mapping) {
        return has(
                mapping,
                TransferColumns.ACCOUNT,
                TransferColumns.COUNTERPARTY,
                TransferColumns.NAME,
                TransferColumns.COUNTERPARTY_ACCOUNT);
    }

    private static boolean has(ColumnMapping mapping, String... keys) {
        for (String key : keys) {
            if (mapping.has(key)) {
                return true;
            }
        }
        return false;
    }

    /** "Symbol" over shares is no currency, and a column of signs nobody knows says nothing. */
    private void marksThatAreNone() {
        leaveOut(
                TransferColumns.CURRENCY,
                cell -> CurrencyWords.code(cell).isPresent(),
                "holds hardly any currency, so it is kept as it stands.");
        SignMarks marks = SignMarks.of(mapped.table(), column(TransferColumns.SIGN));
        leaveOut(
                TransferColumns.SIGN,
                cell -> marks.direction(cell).isPresent() || MoneyWords.isNeither(cell),
                "holds no marks that are known for paid in and paid out, so it is kept as it stands.");
    }

    /** A column that names nobody leaves its part to another. */
    private void leaveOutEmpty(String... keys) {
        for (String key : keys) {
            int column = column(key);
            if (column >= 0 && mapped.table().sample().stream().allMatch(row -> row.isBlank(column))) {
                places.remove(key);
            }
        }
    }

    private void leaveOut(String key, Predicate<String> known, String message) {
        int column = column(key);
        if (column < 0) {
            return;
        }
        int filled = 0;
        int understood = 0;
        for (Row row : mapped.table().sample()) {
            if (!row.isBlank(column)) {
                filled++;
                understood += known.test(row.value(column)) ? 1 : 0;
            }
        }
        if (understood * 2 < filled) {
            places.remove(key);
            put.add(column);
            note("'" + mapping.columns().get(column).header() + "' " + message);
        }
    }

    /** "Counterparty" over account numbers beside a column of names. */
    private void accountsInPlaceOfNames() {
        int column = column(TransferColumns.COUNTERPARTY);
        if (column < 0 || has(TransferColumns.COUNTERPARTY_ACCOUNT)) {
            return;
        }
        int filled = 0;
        int accounts = 0;
        for (Row row : mapped.table().sample()) {
            String cell = row.value(column);
            filled += cell.isEmpty() ? 0 : 1;
            accounts += Iban.isValid(cell) ? 1 : 0;
        }
        if (filled > 0 && accounts == filled) {
            places.remove(TransferColumns.COUNTERPARTY);
            places.put(TransferColumns.COUNTERPARTY_ACCOUNT, column);
        }
    }

    /** An agent's "customer", where only the receiver has a column of his own, is who pays. */
    private void holderPays() {
        int holder = column(TransferColumns.HOLDER);
        if (holder >= 0
                && view == View.PARTIES
                && !has(
                        TransferColumns.FROM,
                        TransferColumns.FROM_NAME,
                        TransferColumns.FROM_PHONE,
                        TransferColumns.ACCOUNT)) {
            places.remove(TransferColumns.HOLDER);
            places.put(TransferColumns.FROM_NAME, holder);
        }
    }

    /** Names beside names of senders or receivers are those of the agents in between, not of accounts. */
    private void agentsBesideNames(String account, String name) {
        int column = column(account);
        if (column < 0 || !has(name)) {
            return;
        }
        List<String> cells = mapped.table().sample().stream()
                .map(row -> row.value(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        long words = cells.stream()
                .filter(cell -> cell.chars().noneMatch(Character::isDigit))
                .filter(cell -> cell.indexOf(' ') > 0)
                .count();
        if (!cells.isEmpty() && words * 2 > cells.size()) {
            places.remove(account);
            int names = column(name);
            long named = mapped.table().sample().stream()
                    .filter(row -> !row.isBlank(column) && !row.isBlank(names))
                    .count();
            if (named * 4 < cells.size() * 3L) {
                // Few rows have a name beside it: it is the name itself, and the other column is something else.
                places.put(name, column);
                put.add(names);
                return;
            }
            put.add(column);
            note("'" + mapping.columns().get(column).header()
                    + "' holds names and no accounts, so it is taken for the agent in between and kept as it stands.");
        }
    }

    private static final Pattern DIRECTION =
            Pattern.compile("(?i)(?:received from|paid to|sent to|from|to)[ :-]+(?=\\S)");

    /** A party without the "to" or "from" before it, where most cells of the column begin so. */
    String withoutDirection(String party) {
        Boolean begin = directed;
        if (begin == null) {
            int column = column(TransferColumns.COUNTERPARTY);
            List<String> cells = mapped.table().sample().stream()
                    .map(row -> column < 0 ? "" : row.value(column))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            long directions = cells.stream()
                    .filter(cell -> DIRECTION.matcher(cell).lookingAt())
                    .count();
            begin = directions * 2 > cells.size();
            directed = begin;
        }
        return begin ? DIRECTION.matcher(party).replaceFirst("") : party;
    }

    private @Nullable Boolean directed;

    /** A bare "name" is the other party's, unless that has a column and this one says the same in every row. */
    private void nameOfWhom() {
        int column = column(TransferColumns.NAME);
        if (column < 0) {
            return;
        }
        Set<String> names = new HashSet<>();
        mapped.table().sample().forEach(row -> names.add(row.value(column)));
        boolean otherNamed = has(TransferColumns.COUNTERPARTY, TransferColumns.FROM_NAME, TransferColumns.TO_NAME);
        if (!otherNamed) {
            places.put(TransferColumns.COUNTERPARTY, column);
        } else if (names.size() == 1 && !has(TransferColumns.HOLDER)) {
            places.put(TransferColumns.HOLDER, column);
        }
    }

    /** A "sender id" beside the sender's name is what the sender showed, unless it is an account. */
    private void idsAreOfPapers(String account, String name, String paper) {
        int column = column(account);
        if (column < 0 || !has(name) || has(paper)) {
            return;
        }
        List<String> words = HeaderText.words(mapping.columns().get(column).header());
        boolean ibans = mapped.table().sample().stream().anyMatch(row -> Iban.isValid(row.value(column)));
        if (words.contains("id") && !words.contains("account") && !words.contains("node") && !ibans) {
            places.remove(account);
            places.put(paper, column);
        }
    }

    /** An account that goes with the other party is theirs, and one that no row gives is nobody's. */
    private void whoseAccount() {
        int account = column(TransferColumns.ACCOUNT);
        if (account < 0) {
            return;
        }
        List<Row> sample = mapped.table().sample();
        if (sample.stream().allMatch(row -> row.isBlank(account) || isPocket(row.value(account)))) {
            places.remove(TransferColumns.ACCOUNT);
            put.add(account);
            mapping.columns().stream()
                    .filter(column -> CUSTOMERS.contains(HeaderText.comparable(column.header())))
                    .findFirst()
                    .ifPresent(column -> places.put(TransferColumns.ACCOUNT, column.index()));
            return;
        }
        boolean filled = sample.stream().anyMatch(row -> !row.isBlank(account));
        if (!filled) {
            places.remove(TransferColumns.ACCOUNT);
        } else if (areWordsForSeveral(account)) {
            places.remove(TransferColumns.ACCOUNT);
            put.add(account);
        } else if (isOfTheOtherSide()) {
            places.remove(TransferColumns.ACCOUNT);
            places.put(TransferColumns.COUNTERPARTY_ACCOUNT, account);
            note("'" + mapping.columns().get(account).header()
                    + "' changes with the other party or is empty, so it is the other party's account.");
        }
    }

    private static boolean isPocket(String cell) {
        return POCKETS.contains(HeaderText.plain(cell));
    }

    /** A statement's own account is always there and always the same: what goes with the other party is theirs. */
    private boolean isOfTheOtherSide() {
        Optional<String> above = OwnAccount.above(mapped.table());
        boolean named = above.isPresent()
                || has(TransferColumns.COUNTERPARTY, TransferColumns.FROM_NAME, TransferColumns.TO_NAME);
        if (!named || has(TransferColumns.COUNTERPARTY_ACCOUNT, TransferColumns.HOLDER)) {
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
        if (accounts.isEmpty()) {
            return false;
        }
        if (above.isPresent()) {
            String own = above.get().replaceAll("[^A-Za-z0-9]", "");
            return accounts.stream()
                    .noneMatch(a -> a.replaceAll("[^A-Za-z0-9]", "").equalsIgnoreCase(own));
        }
        boolean goTogether = accountsOf.values().stream().allMatch(a -> a.size() == 1);
        boolean ofSeveral = accounts.size() == 1 && accountsOf.size() > 1;
        return empty ? !ofSeveral : accounts.size() > 1 && goTogether;
    }

    /** "Your cash", "Visa 1234": a wallet's words for where its money lies, the same with several other parties. */
    private boolean areWordsForSeveral(int account) {
        Map<String, Set<String>> partiesOf = new HashMap<>();
        for (Row row : mapped.table().sample()) {
            String cell = row.value(account);
            String party = value(row, TransferColumns.COUNTERPARTY);
            if (cell.chars().filter(Character::isDigit).count() > 5) {
                return false;
            }
            if (!cell.isEmpty() && !party.isEmpty()) {
                partiesOf.computeIfAbsent(cell, known -> new HashSet<>()).add(party);
            }
        }
        return partiesOf.values().stream().anyMatch(parties -> parties.size() > 1);
    }

    private String sumCells(Row row) {
        return value(row, TransferColumns.AMOUNT)
                + value(row, TransferColumns.DEBIT)
                + value(row, TransferColumns.CREDIT);
    }

    private void note(String message) {
        issues.add(TableNotes.issue(Severity.NOTE, mapped.table(), 0, message));
    }

    MappedTable mapped() {
        return mapped;
    }

    View view() {
        return view;
    }

    /** What was found out by the values. */
    List<ImportIssue> issues() {
        return List.copyOf(issues);
    }

    /** Whether a column plays any of these parts. */
    boolean has(String... keys) {
        for (String key : keys) {
            if (places.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    /** The column that plays the part; -1 when none does. */
    int column(String key) {
        return places.getOrDefault(key, -1);
    }

    /** The header of the column that plays the part; the part itself where none does. */
    String header(String key) {
        int column = column(key);
        return column < 0 ? key : mapping.columns().get(column).header();
    }

    /** What the row says there; empty where no column plays the part. */
    String value(Row row, String key) {
        int column = column(key);
        return column < 0 ? "" : row.value(column);
    }

    /** What the row says of a party; strokes and dashes that stand for nobody are nothing. */
    String party(Row row, String key) {
        String value = value(row, key);
        return value.codePoints().anyMatch(Character::isLetterOrDigit) ? value : "";
    }

    /** A name that may stand in two columns. */
    String name(Row row, String first, String last) {
        return has(first) ? (party(row, first) + " " + party(row, last)).strip() : party(row, last);
    }

    /** Whether the user says so of the column that plays the part. */
    boolean hinted(String key, String hint) {
        int column = column(key);
        return column >= 0 && mapping.columns().get(column).hint().contains(hint);
    }

    /** The columns that play no part in a transfer itself, in their order. */
    List<Integer> others() {
        Set<Integer> used = new HashSet<>();
        for (String key : READ) {
            boolean unread = view == View.PARTIES && OF_STATEMENTS.contains(key) && has(key);
            if (!unread) {
                mapping.indexOf(key).ifPresent(used::add);
            }
        }
        if (!mapping.has(TransferColumns.DATE)) {
            mapping.indexOf(TransferColumns.VALUE_DATE).ifPresent(used::add);
            mapping.indexOf(TransferColumns.STEP).ifPresent(used::add);
        }
        used.removeAll(put);
        return mapping.columns().stream()
                .map(ColumnMapping.Column::index)
                .filter(column -> !used.contains(column))
                .toList();
    }
}
