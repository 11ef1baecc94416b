package org.manumit.importers.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.value.CurrencyWords;

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
            profiles.add(ColumnProfile.of(table.sample(), column));
        }
        @Nullable String[] meanings = new @Nullable String[columns];
        boolean dated = take(meanings, profiles, TransferColumns.DATE, p -> p.writtenMoments() >= 0.9);
        take(meanings, profiles, TransferColumns.VALUE_DATE, p -> p.writtenMoments() >= 0.9);
        boolean currency = take(meanings, profiles, TransferColumns.CURRENCY, HeaderlessTransfers::isCurrency);
        boolean from = take(meanings, profiles, TransferColumns.FROM, HeaderlessTransfers::isAccount);
        boolean to = from && take(meanings, profiles, TransferColumns.TO, HeaderlessTransfers::isAccount);
        boolean money = take(meanings, profiles, TransferColumns.AMOUNT, HeaderlessTransfers::isMoney);
        if (!from) {
            from = take(meanings, profiles, TransferColumns.FROM_NAME, HeaderlessTransfers::isName);
            to = from && take(meanings, profiles, TransferColumns.TO_NAME, HeaderlessTransfers::isName);
        }
        if (!dated || !money || !from || !to) {
            return Optional.empty();
        }
        take(meanings, profiles, TransferColumns.PURPOSE, p -> p.filled() > 0 && p.letters() >= 0.5);
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
                        + ". The first party is taken for the sender: check it."));
        return Optional.of(new TableKind.Guessed(mapped, issues));
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

    /** Amounts have two decimals, or a currency beside them; whole numbers could be anything. */
    private static boolean isMoney(ColumnProfile profile) {
        Set<String> values = profile.values();
        long money = values.stream()
                .filter(v -> v.matches(
                        "[-+(]?\\p{Sc}?\\s?\\d{1,3}([., '\u00a0]?\\d{3})*[.,]\\d{2}\\)?-?\\s?(\\p{Sc}|[A-Z]{3})?"))
                .count();
        return !values.isEmpty() && money * 10 >= values.size() * 8L;
    }

    private static boolean isName(ColumnProfile profile) {
        return profile.filled() * 2 > profile.rows() && profile.letters() >= 0.8 && profile.writtenMoments() < 0.1;
    }
}
