package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.transfers.TransferMoments.When;
import org.manumit.importers.transfers.TransferPlaces.View;
import org.manumit.importers.transfers.TransferSums.Sum;

/**
 * Tells the rows of a list of transfers that are none: balances, sums of what stands above, text at the foot of a page,
 * and lines on which the text of the row above goes on. A row that has an amount and a date is always a transfer, unless
 * its text says that it is a balance. Not thread-safe.
 */
final class AsideRows {

    private static final RowOutcome.Aside<TransferEntry> BALANCE =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "balances");
    private static final RowOutcome.Aside<TransferEntry> SUM =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "sums of the rows above");
    private static final RowOutcome.Aside<TransferEntry> TEXT =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "text without an amount");
    private static final RowOutcome.Aside<TransferEntry> FAILED =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_NOTHING, "payments that were never carried out, by their status");
    private static final RowOutcome.Aside<TransferEntry> MORE =
            new RowOutcome.Aside<>(RowOutcome.Part.OF_THE_ROW_ABOVE, "text of the row above that goes on");

    private static final List<String> SUMS =
            List.of(TransferColumns.AMOUNT, TransferColumns.DEBIT, TransferColumns.CREDIT);

    private final TransferPlaces places;
    private final TransferSums sums;
    private final Map<String, BigDecimal> totals = new HashMap<>();
    private long transfers;

    AsideRows(TransferPlaces places, TransferSums sums) {
        this.places = places;
        this.sums = sums;
    }

    /** What a row is that is no transfer; empty when it is one, or should be. */
    Optional<RowOutcome.Aside<TransferEntry>> of(Row row, Parsed<Sum> amount, Parsed<When> time) {
        boolean dated = time instanceof Parsed.Value<When>;
        boolean wordForDate = time instanceof Parsed.Malformed<When>(String found, String expected) && isWord(found);
        boolean undated = wordForDate || (time instanceof Parsed.Absent<When> && places.has(TransferColumns.DATE));
        if (amount instanceof Parsed.Absent<Sum>) {
            if (dated) {
                return isBalanceOnly(row) ? Optional.of(BALANCE) : Optional.empty();
            }
            return undated ? Optional.of(goesOn(row) ? MORE : TEXT) : Optional.empty();
        }
        if (undated && transfers > 1 && isSumOfAbove(row)) {
            return Optional.of(SUM);
        }
        if (!(amount instanceof Parsed.Value<Sum>)) {
            return Optional.empty();
        }
        if (MoneyWords.isBalanceLine(places.value(row, TransferColumns.PURPOSE))
                || MoneyWords.isBalanceLine(places.value(row, TransferColumns.COUNTERPARTY))
                || (wordForDate && MoneyWords.isBalanceLine(places.value(row, TransferColumns.DATE)))) {
            return Optional.of(BALANCE);
        }
        if (wordForDate && row.filled() <= 2) {
            return Optional.of(TEXT);
        }
        if (MoneyWords.isNotCarriedOut(places.value(row, TransferColumns.STATUS))) {
            return Optional.of(FAILED);
        }
        transfers++;
        add(row);
        return Optional.empty();
    }

    /** Whether there is a balance, and nothing that speaks of a movement. */
    private boolean isBalanceOnly(Row row) {
        String purpose = places.value(row, TransferColumns.PURPOSE);
        boolean spoken = MoneyWords.isBalanceLine(purpose);
        for (String key : new String[] {
            TransferColumns.AMOUNT,
            TransferColumns.DEBIT,
            TransferColumns.CREDIT,
            TransferColumns.COUNTERPARTY,
            TransferColumns.COUNTERPARTY_ACCOUNT,
            TransferColumns.FROM_NAME,
            TransferColumns.TO_NAME
        }) {
            String cell = places.value(row, key);
            if (!cell.isEmpty()
                    && !MoneyWords.isBalanceLine(cell)
                    && !(spoken && SUMS.contains(key) && isNothing(row, key))) {
                return false;
            }
        }
        return (purpose.isEmpty() || spoken) && sums.money(row, TransferColumns.BALANCE) instanceof Parsed.Value<Money>;
    }

    private boolean isNothing(Row row, String key) {
        return sums.money(row, key) instanceof Parsed.Value<Money>(Money money)
                && money.amount().signum() == 0;
    }

    /** A word stands where a number of some kind should: it has letters and no digit. */
    static boolean isWord(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.chars().noneMatch(Character::isDigit);
    }

    /** Whether nothing is filled but the text, which is not what the list begins with. */
    private boolean goesOn(Row row) {
        int purpose = places.column(TransferColumns.PURPOSE);
        return places.view() == View.STATEMENT
                && transfers > 0
                && purpose > 0
                && row.filled() == 1
                && !row.isBlank(purpose);
    }

    private void add(Row row) {
        for (String key : SUMS) {
            if (sums.money(row, key) instanceof Parsed.Value<Money>(Money money)) {
                totals.merge(key, money.amount(), BigDecimal::add);
            }
        }
    }

    /** Whether each amount of the row is what the rows above come to, and one is more than nothing. */
    private boolean isSumOfAbove(Row row) {
        boolean some = false;
        for (String key : SUMS) {
            if (sums.money(row, key) instanceof Parsed.Value<Money>(Money money)) {
                if (money.amount().compareTo(totals.getOrDefault(key, BigDecimal.ZERO)) != 0) {
                    return false;
                }
                some |= money.amount().signum() != 0;
            }
        }
        return some;
    }
}
