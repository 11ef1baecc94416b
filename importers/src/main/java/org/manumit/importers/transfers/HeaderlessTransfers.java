package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.value.CurrencyWords;
import org.manumit.importers.tabular.value.DecimalLearner;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.MoneyReading;
import org.manumit.importers.tabular.value.Parsed;

/**
 * Tells the columns of transfers without a header from their values: dates, amounts with decimals, currencies, account
 * numbers whose check digits are right, and names. Without a date, an amount and two parties it is no list of
 * transfers.
 */
final class HeaderlessTransfers implements TableKind.HeaderlessGuess {

    @Override
    public Optional<TableKind.Guessed> guess(Table table) {
        if (table.sample().size() < 2) {
            return Optional.empty();
        }
        int columns = table.layout().columns();
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            profiles.add(table.profile(column));
        }
        @Nullable String[] meanings = new @Nullable String[columns];
        boolean dated = take(meanings, profiles, TransferColumns.DATE, p -> p.writtenMoments() >= 0.9);
        take(meanings, profiles, TransferColumns.VALUE_DATE, p -> p.writtenMoments() >= 0.9);
        boolean currency = take(meanings, profiles, TransferColumns.CURRENCY, HeaderlessTransfers::isCurrency);
        boolean from = take(meanings, profiles, TransferColumns.FROM, HeaderlessTransfers::isAccount);
        boolean to = from && take(meanings, profiles, TransferColumns.TO, HeaderlessTransfers::isAccount);
        boolean borneOut = followBalances(meanings, profiles, table) || (!to && inAndOutByBalances(meanings, table));
        boolean signed =
                !borneOut && !to && take(meanings, profiles, TransferColumns.AMOUNT, p -> isMoney(p) && p.least() < 0);
        boolean inTwo = !borneOut && !signed && !to && inAndOut(meanings, profiles, table);
        boolean statement = borneOut || signed || inTwo;
        boolean money = statement || take(meanings, profiles, TransferColumns.AMOUNT, HeaderlessTransfers::isMoney);
        if (statement && !to) {
            // The one account of the list stands in every row.
            int own = Arrays.asList(meanings).indexOf(TransferColumns.FROM);
            if (own >= 0) {
                meanings[own] = profiles.get(own).distinct() == 1
                        ? TransferColumns.ACCOUNT
                        : TransferColumns.COUNTERPARTY_ACCOUNT;
            }
            if (!Arrays.asList(meanings).contains(TransferColumns.ACCOUNT)) {
                take(meanings, profiles, TransferColumns.ACCOUNT, HeaderlessTransfers::isOneAccount);
            }
            from = true;
            to = true;
        }
        if (!from) {
            from = take(meanings, profiles, TransferColumns.FROM_NAME, HeaderlessTransfers::isName);
            to = from && take(meanings, profiles, TransferColumns.TO_NAME, HeaderlessTransfers::isName);
        }
        if (!dated || !money || !from || !to) {
            return Optional.empty();
        }
        if (!Arrays.asList(meanings).contains(TransferColumns.PURPOSE)) {
            take(meanings, profiles, TransferColumns.PURPOSE, p -> p.filled() > 0 && p.letters() >= 0.5);
        }
        List<ColumnMapping.Column> mapped = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            String meaning = meanings[column];
            String words = profiles.get(column).words();
            mapped.add(new ColumnMapping.Column(
                    column,
                    table.layout().headerOf(column),
                    meaning == null ? "" : meaning,
                    "",
                    meaning == null ? "no header; kept as it stands: " + words : "no header; " + words));
            if (meaning != null) {
                said.add((column + 1) + " " + meaning);
            }
        }
        List<ImportIssue> issues = List.of(new ImportIssue(
                ImportIssue.Severity.WARNING,
                table.sheetName(),
                0,
                "",
                "",
                "",
                "The file has no header; the columns were told from their values: " + String.join(", ", said)
                        + (currency ? "" : ", no currency")
                        + (borneOut
                                ? ". The balances bear out the amounts and their signs."
                                : signed
                                        ? ". Amounts with a minus are taken as paid out: check it."
                                        : inTwo
                                                ? ". Of the two columns of amounts the first is taken as paid out:"
                                                        + " check it."
                                                : ". The first party is taken for the sender: check it.")));
        return Optional.of(new TableKind.Guessed(mapped, issues));
    }

    /** Columns for in and out that a third one's steps bear out. */
    private static boolean inAndOutByBalances(@Nullable String[] meanings, Table table) {
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (int column = 0; column < meanings.length; column++) {
            String meaning = meanings[column];
            columns.add(new ColumnMapping.Column(column, "", meaning == null ? "" : meaning, "", ""));
        }
        Set<String> taken = new HashSet<>();
        for (String meaning : meanings) {
            if (meaning != null) {
                taken.add(meaning);
            }
        }
        if (!byBalances(table, columns, taken)) {
            return false;
        }
        columns.forEach(column -> meanings[column.index()] = column.isMapped() ? column.meaning() : null);
        return true;
    }

    /** Two columns of amounts, of which every row fills just one. */
    private static boolean inAndOut(@Nullable String[] meanings, List<ColumnProfile> profiles, Table table) {
        for (int out = 0; out < meanings.length; out++) {
            for (int in = out + 1; in < meanings.length; in++) {
                if (meanings[out] == null
                        && meanings[in] == null
                        && isMoneyOrNothing(profiles.get(out))
                        && isMoneyOrNothing(profiles.get(in))
                        && profiles.get(out).filled() + profiles.get(in).filled() > 0
                        && fillOne(table, out, in)) {
                    meanings[out] = TransferColumns.DEBIT;
                    meanings[in] = TransferColumns.CREDIT;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMoneyOrNothing(ColumnProfile profile) {
        return profile.filled() > 0 && isMoney(profile);
    }

    private static boolean fillOne(Table table, int one, int other) {
        int apart = 0;
        for (Row row : table.sample()) {
            apart += row.isBlank(one) == row.isBlank(other) ? 0 : 1;
        }
        return apart * 10 >= table.sample().size() * 9;
    }

    @Override
    public Optional<TableKind.Guessed> complete(Table table, ColumnMapping mapping) {
        List<ColumnMapping.Column> columns = new ArrayList<>(mapping.columns());
        Set<String> taken = new HashSet<>();
        mapping.columns().forEach(column -> taken.add(column.meaning()));
        List<ImportIssue> issues = new ArrayList<>();
        if (!taken.contains(TransferColumns.AMOUNT)
                && !taken.contains(TransferColumns.CREDIT)
                && !taken.contains(TransferColumns.DEBIT)
                && !onlyAmount(columns, taken)
                && !onlyMoney(table, columns, taken)) {
            if (!byBalances(table, columns, taken)) {
                return Optional.empty();
            }
            issues.add(new ImportIssue(
                    ImportIssue.Severity.WARNING,
                    table.sheetName(),
                    0,
                    "",
                    "",
                    "",
                    "The headers do not tell what was paid in and out; the columns were told from their values, and the"
                            + " balances bear them out. Check them."));
        }
        byValues(table, columns, taken);
        boolean accounts = taken.contains(TransferColumns.COUNTERPARTY_ACCOUNT)
                || taken.contains(TransferColumns.FROM)
                || taken.contains(TransferColumns.TO);
        boolean twoNames = taken.contains(TransferColumns.FROM_NAME) && taken.contains(TransferColumns.TO_NAME);
        boolean unsigned = taken.contains(TransferColumns.AMOUNT)
                && !taken.contains(TransferColumns.SIGN)
                && !taken.contains(TransferColumns.CREDIT)
                && !SignedParties.of(mapping, table).areSigned();
        for (ColumnMapping.Column column : mapping.columns()) {
            boolean place = column.meaning().equals("place");
            if ((column.isMapped() && !place) || columns.get(column.index()).isMapped() != column.isMapped()) {
                continue;
            }
            ColumnProfile profile = table.profile(column.index());
            String meaning = "";
            boolean account = profile.filled() > 0 && !accounts && !twoNames;
            if (account && isAccount(profile) && !place) {
                meaning = profile.distinct() == 1 && profile.filled() > 2
                        ? TransferColumns.ACCOUNT
                        : TransferColumns.COUNTERPARTY_ACCOUNT;
            } else if (account && isWallet(profile)) {
                meaning = TransferColumns.COUNTERPARTY_ACCOUNT;
            } else if (unsigned && !place && isSign(table, column.index(), profile)) {
                meaning = TransferColumns.SIGN;
            } else if (profile.filled() > 0 && !place && isCurrency(profile)) {
                meaning = TransferColumns.CURRENCY;
            }
            if (!meaning.isEmpty() && taken.add(meaning)) {
                columns.set(column.index(), told(column, meaning, "its values tell: " + profile.words()));
            }
        }
        return columns.equals(mapping.columns())
                ? Optional.empty()
                : Optional.of(new TableKind.Guessed(columns, issues));
    }

    /** "Billing amount" is another amount than the amount, unless there is no other. */
    private static boolean onlyAmount(List<ColumnMapping.Column> columns, Set<String> taken) {
        for (ColumnMapping.Column column : columns) {
            if (column.meaning().equals(TransferColumns.OTHER_AMOUNT)) {
                columns.set(
                        column.index(),
                        told(
                                column,
                                TransferColumns.AMOUNT,
                                "the only amount, by its header '" + column.header() + "'"));
                taken.remove(TransferColumns.OTHER_AMOUNT);
                taken.add(TransferColumns.AMOUNT);
                return true;
            }
        }
        return false;
    }

    /** A header that names a currency alone, over the only column of amounts there is. */
    private static boolean onlyMoney(Table table, List<ColumnMapping.Column> columns, Set<String> taken) {
        List<Integer> money = unmappedMoney(table, columns);
        boolean dated = taken.contains(TransferColumns.DATE) || taken.contains(TransferColumns.VALUE_DATE);
        if (money.size() != 1 || !dated || taken.contains(TransferColumns.BALANCE)) {
            return false;
        }
        set(columns, taken, money.getFirst(), TransferColumns.AMOUNT, "the only column of amounts");
        return true;
    }

    private static List<Integer> unmappedMoney(Table table, List<ColumnMapping.Column> columns) {
        return columns.stream()
                .filter(column -> !column.isMapped() && isMoney(table.profile(column.index())))
                .map(ColumnMapping.Column::index)
                .toList();
    }

    /** What a list cannot do without, where its header is not understood and only one column can be it. */
    private static void byValues(Table table, List<ColumnMapping.Column> columns, Set<String> taken) {
        boolean debit = taken.contains(TransferColumns.DEBIT);
        if (debit != taken.contains(TransferColumns.CREDIT) && !taken.contains(TransferColumns.AMOUNT)) {
            int known = columns.stream()
                    .filter(c -> c.meaning().equals(debit ? TransferColumns.DEBIT : TransferColumns.CREDIT))
                    .mapToInt(ColumnMapping.Column::index)
                    .findFirst()
                    .orElse(-1);
            unmappedMoney(table, columns).stream()
                    .filter(column -> fillOne(table, column, known))
                    .findFirst()
                    .ifPresent(column -> set(
                            columns,
                            taken,
                            column,
                            debit ? TransferColumns.CREDIT : TransferColumns.DEBIT,
                            "filled just where '" + columns.get(known).header() + "' is not"));
        }
        boolean money = taken.contains(TransferColumns.AMOUNT)
                || taken.contains(TransferColumns.DEBIT)
                || taken.contains(TransferColumns.CREDIT);
        if (money
                && !taken.contains(TransferColumns.DATE)
                && !taken.contains(TransferColumns.VALUE_DATE)
                && !taken.contains(TransferColumns.STEP)) {
            columns.stream()
                    .filter(column -> !column.isMapped())
                    .map(ColumnMapping.Column::index)
                    .filter(column -> {
                        ColumnProfile profile = table.profile(column);
                        return profile.filled() * 10 >= profile.rows() * 9
                                && profile.filled() > 0
                                && profile.writtenMoments() >= 0.9
                                && !profile.isClock();
                    })
                    .findFirst()
                    .ifPresent(column -> set(columns, taken, column, TransferColumns.DATE, "its values are dates"));
        }
    }

    private static ColumnMapping.Column told(ColumnMapping.Column column, String meaning, String reason) {
        return new ColumnMapping.Column(column.index(), column.header(), meaning, "", reason);
    }

    /**
     * Tells the columns of a statement in words nobody knows by its arithmetic: two columns of which each row fills one,
     * or one with signs, that a third column's steps from row to row follow.
     */
    private static boolean byBalances(Table table, List<ColumnMapping.Column> columns, Set<String> taken) {
        List<Integer> money = new ArrayList<>();
        List<List<BigDecimal>> sums = new ArrayList<>();
        int date = -1;
        int longest = -1;
        for (ColumnMapping.Column column : columns) {
            ColumnProfile profile = table.profile(column.index());
            boolean balance = column.meaning().equals(TransferColumns.BALANCE);
            if (date < 0 && profile.filled() > 0 && profile.writtenMoments() >= 0.9) {
                date = column.index();
            } else if ((!column.isMapped() || balance) && profile.filled() > 0 && isMoney(profile)) {
                money.add(column.index());
                sums.add(sums(table, column.index()));
            } else if (longest < 0 && !column.isMapped() && profile.letters() >= 0.8) {
                longest = column.index();
            }
        }
        for (int balance = 0; balance < money.size() && date >= 0; balance++) {
            for (int out = 0; out < money.size(); out++) {
                for (int in = 0; in < money.size(); in++) {
                    boolean apart = balance != out && balance != in;
                    if (!apart || !follows(sums.get(balance), out == in ? List.of() : sums.get(out), sums.get(in))) {
                        continue;
                    }
                    set(columns, taken, money.get(balance), TransferColumns.BALANCE);
                    set(columns, taken, money.get(in), out == in ? TransferColumns.AMOUNT : TransferColumns.CREDIT);
                    if (out != in) {
                        set(columns, taken, money.get(out), TransferColumns.DEBIT);
                    }
                    if (!taken.contains(TransferColumns.DATE)) {
                        set(columns, taken, date, TransferColumns.DATE);
                    }
                    if (longest >= 0 && !taken.contains(TransferColumns.PURPOSE)) {
                        set(columns, taken, longest, TransferColumns.PURPOSE);
                    }
                    return true;
                }
            }
        }
        return false;
    }

    private static void set(List<ColumnMapping.Column> columns, Set<String> taken, int column, String meaning) {
        set(columns, taken, column, meaning, "the balances bear it out");
    }

    private static void set(
            List<ColumnMapping.Column> columns, Set<String> taken, int column, String meaning, String reason) {
        taken.add(meaning);
        columns.set(column, told(columns.get(column), meaning, reason));
    }

    /** Whether the balance steps by what came in less what went out, the rows in the order of time or against it. */
    private static boolean follows(List<BigDecimal> balance, List<BigDecimal> out, List<BigDecimal> in) {
        int steps = balance.size() - 1;
        int onwards = 0;
        int backwards = 0;
        for (int i = 1; i < balance.size(); i++) {
            BigDecimal step = balance.get(i).subtract(balance.get(i - 1));
            onwards += step.compareTo(moved(out, in, i)) == 0 ? 1 : 0;
            backwards += step.negate().compareTo(moved(out, in, i - 1)) == 0 ? 1 : 0;
        }
        return steps >= 4 && Math.max(onwards, backwards) * 10 >= steps * 9;
    }

    private static BigDecimal moved(List<BigDecimal> out, List<BigDecimal> in, int row) {
        return out.isEmpty() ? in.get(row) : in.get(row).subtract(out.get(row).abs());
    }

    /** Addresses of coins: long, letters and digits, nothing else. */
    private static boolean isWallet(ColumnProfile profile) {
        return profile.values().stream()
                .allMatch(v -> v.length() >= 26
                        && v.length() <= 62
                        && v.chars().allMatch(Character::isLetterOrDigit)
                        && v.chars().anyMatch(Character::isLetter)
                        && v.chars().anyMatch(Character::isDigit));
    }

    /** Two or more marks, all known, for both ways. */
    private static boolean isSign(Table table, int column, ColumnProfile profile) {
        SignMarks marks = SignMarks.of(table, column);
        Set<Optional<MoneyWords.Direction>> said = new HashSet<>();
        profile.values().forEach(value -> said.add(marks.direction(value)));
        return profile.filled() * 10 >= profile.rows() * 8 && said.size() == 2 && !said.contains(Optional.empty());
    }

    /**
     * Finds a column of amounts with a sign that two others, the balances before and after, differ by, and so proves which
     * is which.
     */
    private static boolean followBalances(@Nullable String[] meanings, List<ColumnProfile> profiles, Table table) {
        List<Integer> candidates = new ArrayList<>();
        List<List<BigDecimal>> sums = new ArrayList<>();
        for (int column = 0; column < meanings.length; column++) {
            if (meanings[column] == null && isMoney(profiles.get(column))) {
                candidates.add(column);
                sums.add(sums(table, column));
            }
        }
        for (int before = 0; before < candidates.size(); before++) {
            for (int after = 0; after < candidates.size(); after++) {
                for (int amount = 0; amount < candidates.size(); amount++) {
                    if (before != after
                            && after != amount
                            && before != amount
                            && differBy(sums.get(before), sums.get(after), sums.get(amount))) {
                        meanings[candidates.get(amount)] = TransferColumns.AMOUNT;
                        meanings[candidates.get(after)] = TransferColumns.BALANCE;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<BigDecimal> sums(Table table, int column) {
        DecimalLearner learner = new DecimalLearner();
        table.sample().forEach(row -> learner.add(row.value(column), row.kind(column)));
        MoneyReading reading = new MoneyReading(learner.reading());
        return table.sample().stream()
                .map(row ->
                        reading.read(row.value(column), row.kind(column)) instanceof Parsed.Value<Money>(Money money)
                                ? money.amount()
                                : BigDecimal.ZERO)
                .toList();
    }

    /** With amounts of both signs: an amount without one proves nothing of which balance is the later. */
    private static boolean differBy(List<BigDecimal> before, List<BigDecimal> after, List<BigDecimal> amount) {
        int fits = 0;
        boolean negative = false;
        boolean positive = false;
        for (int i = 0; i < amount.size(); i++) {
            fits += before.get(i).add(amount.get(i)).compareTo(after.get(i)) == 0 ? 1 : 0;
            negative |= amount.get(i).signum() < 0;
            positive |= amount.get(i).signum() > 0;
        }
        return negative && positive && amount.size() >= 3 && fits == amount.size();
    }

    /** Gives the meaning to the first free column that fits. */
    private static boolean take(
            @Nullable String[] meanings, List<ColumnProfile> profiles, String meaning, Predicate<ColumnProfile> fits) {
        for (int column = 0; column < meanings.length; column++) {
            if (meanings[column] == null && fits.test(profiles.get(column))) {
                meanings[column] = meaning;
                return true;
            }
        }
        return false;
    }

    private static boolean isCurrency(ColumnProfile profile) {
        Set<String> values = profile.values();
        return !values.isEmpty()
                && values.size() <= 20
                && values.stream()
                        .allMatch(v -> v.length() == 3 && CurrencyWords.code(v).isPresent());
    }

    private static boolean isAccount(ColumnProfile profile) {
        long valid = profile.values().stream().filter(Iban::isValid).count();
        return valid > 0 && valid * 2 >= profile.distinct();
    }

    /** The same in every row, and made of digits for the most part, as numbers of accounts and cards are. */
    private static boolean isOneAccount(ColumnProfile profile) {
        String value = profile.values().stream().findFirst().orElse("");
        long digits = value.chars().filter(Character::isDigit).count();
        return profile.distinct() == 1
                && profile.filled() == profile.rows()
                && digits >= 6
                && digits * 2 >= value.length()
                && value.chars().noneMatch(c -> c == '.' || c == ',')
                && profile.writtenMoments() < 0.5;
    }

    /** Amounts have two decimals, or a currency beside them; whole numbers could be anything. */
    private static boolean isMoney(ColumnProfile profile) {
        Set<String> values = profile.values();
        long money = values.stream()
                .filter(v -> v.matches(
                        "[-+(]?\\p{Sc}?\\s?\\d{1,3}([., '\u00a0]?\\d{3})*+[.,]\\d{2}\\)?-?\\s?(\\p{Sc}|[A-Z]{3})?"))
                .count();
        return !values.isEmpty() && money * 10 >= values.size() * 8L;
    }

    private static boolean isName(ColumnProfile profile) {
        return profile.filled() * 2 > profile.rows() && profile.letters() >= 0.8 && profile.writtenMoments() < 0.1;
    }
}
