package org.manumit.importers.transfers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.DecimalLearner;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.MoneyReading;
import org.manumit.importers.tabular.value.Parsed;

/**
 * Tells a statement that names payer and payee from a list of transfers between anybody: amounts with a minus are those
 * that the account's holder pays, the others those the holder receives.
 *
 * @param out rows with a minus
 * @param in rows without
 * @param fits rows that name just the other side: the payee where the amount has a minus, the payer where it has none
 * @param silent rows that name nobody
 * @param ofOne rows in which the commonest party is the payer of a minus and the payee of a plus
 * @param commonest that party
 */
record SignedParties(int out, int in, int fits, int silent, int ofOne, String commonest) {

    static SignedParties of(ColumnMapping mapping, Table table) {
        int amount = mapping.indexOf(TransferColumns.AMOUNT).orElse(-1);
        int out = 0;
        int in = 0;
        int fits = 0;
        int silent = 0;
        Map<String, Integer> holders = new HashMap<>();
        if (amount >= 0) {
            DecimalLearner learner = new DecimalLearner();
            table.sample().forEach(row -> learner.add(row.value(amount), row.kind(amount)));
            MoneyReading reading = new MoneyReading(learner.reading());
            for (Row row : table.sample()) {
                if (!(reading.read(row.value(amount), row.kind(amount)) instanceof Parsed.Value<Money>(Money money))) {
                    continue;
                }
                boolean negative = money.amount().signum() < 0;
                out += negative ? 1 : 0;
                in += negative ? 0 : 1;
                String from = party(mapping, row, TransferColumns.FROM, TransferColumns.FROM_NAME);
                String to = party(mapping, row, TransferColumns.TO, TransferColumns.TO_NAME);
                silent += from.isEmpty() && to.isEmpty() ? 1 : 0;
                fits += (negative ? from : to).isEmpty() && !(negative ? to : from).isEmpty() ? 1 : 0;
                holders.merge(negative ? from : to, 1, Integer::sum);
            }
        }
        holders.remove("");
        String commonest = holders.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return new SignedParties(out, in, fits, silent, holders.getOrDefault(commonest, 0), commonest);
    }

    private static String party(ColumnMapping mapping, Row row, String account, String name) {
        int accounts = mapping.indexOf(account).orElse(-1);
        int names = mapping.indexOf(name).orElse(-1);
        return accounts >= 0 && !row.isBlank(accounts) ? row.value(accounts) : names >= 0 ? row.value(names) : "";
    }

    /**
     * The column of one side's account that says the same in all rows, the amounts having both signs; -1 when there is
     * none.
     */
    static int ownAccount(ColumnMapping mapping, Table table) {
        for (String side : new String[] {TransferColumns.FROM, TransferColumns.TO}) {
            int column = mapping.indexOf(side).orElse(-1);
            if (column < 0) {
                continue;
            }
            Set<String> accounts = new HashSet<>();
            table.sample().forEach(row -> accounts.add(row.value(column)));
            if (accounts.size() == 1
                    && table.sample().size() > 2
                    && of(mapping, table).areSigned()) {
                return column;
            }
        }
        return -1;
    }

    /** Whether no row names anybody, though there are columns for it. */
    boolean nameNobody() {
        return out + in > 0 && silent == out + in;
    }

    /** Whether some amounts have a minus and some have none. */
    boolean areSigned() {
        return out > 0 && in > 0;
    }

    /** The party whose movements the rows are, if they name it; empty otherwise. */
    String holder() {
        int rows = out + in - silent;
        return areSigned() && out + in >= 3 && rows > 1 && ofOne * 10 >= rows * 9 ? commonest : "";
    }

    /** Whether the rows are the movements of one account. */
    boolean areOfOneAccount() {
        int rows = out + in - silent;
        return areSigned() && rows > 0 && (fits * 10 >= rows * 9 || !holder().isEmpty());
    }
}
