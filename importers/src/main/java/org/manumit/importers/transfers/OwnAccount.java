package org.manumit.importers.transfers;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.NamelessList;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableNotes;

/**
 * Whose list a table is, where no column says: the account that a line above the table names, or the file's name.
 *
 * @param account the account; empty where each row names both sides itself
 * @param issues where it was taken from
 */
record OwnAccount(String account, List<ImportIssue> issues) {

    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\\b");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("(?<![\\d*.,])\\d[\\d -]{5,30}\\d(?![.,]?\\d)");
    private static final Pattern WHOLE = Pattern.compile("[A-Z0-9]{2,}(?:[ ./-]?[A-Z0-9]+){0,8}");
    private static final Pattern DATES = Pattern.compile("\\b\\d{1,4}[-./]\\d{1,2}[-./]\\d{2,4}\\b");
    private static final Pattern DAY = Pattern.compile(
            "(19|20)\\d\\d(0\\d|1[0-2])([0-2]\\d|3[01])(\\d{4}|\\d{6})?|([0-2]\\d|3[01])(0\\d|1[0-2])(19|20)\\d\\d");
    private static final Pattern IN_NAME = Pattern.compile("\\d{8,30}");

    static OwnAccount of(TransferPlaces places, SourceFile file, ColumnVocabulary vocabulary) {
        return switch (places.view()) {
            case STATEMENT -> places.has(TransferColumns.ACCOUNT) ? onlyOf(places) : found(places, file, vocabulary);
            case PARTIES -> {
                boolean from = places.has(TransferColumns.FROM, TransferColumns.FROM_NAME, TransferColumns.FROM_PHONE);
                boolean to = places.has(TransferColumns.TO, TransferColumns.TO_NAME, TransferColumns.TO_PHONE);
                yield from == to ? new OwnAccount("", List.of()) : found(places, file, vocabulary);
            }
        };
    }

    private static List<Row> rowsAbove(Table table) {
        return table.above().stream().flatMap(List::stream).toList();
    }

    /** The one account that the rows give, for the rows that give none. */
    private static OwnAccount onlyOf(TransferPlaces places) {
        Set<String> accounts = new HashSet<>();
        for (Row row : places.mapped().table().sample()) {
            accounts.add(places.value(row, TransferColumns.ACCOUNT));
        }
        accounts.remove("");
        return new OwnAccount(accounts.size() == 1 ? accounts.iterator().next() : "", List.of());
    }

    /** The international number of the account whose list this is, where a line above the table has one. */
    static Optional<String> above(Table table) {
        for (Row row : rowsAbove(table)) {
            Optional<String> valid = Iban.within(String.join(" ", row.texts()), "");
            if (valid.isPresent()) {
                return valid;
            }
        }
        return Optional.empty();
    }

    private static OwnAccount found(TransferPlaces places, SourceFile file, ColumnVocabulary vocabulary) {
        Table table = places.mapped().table();
        for (Row row : rowsAbove(table)) {
            String line = String.join(" ", row.texts());
            Optional<String> valid = Iban.within(line, "");
            Matcher iban = IBAN.matcher(line);
            boolean like = iban.find();
            if (valid.isPresent() || like) {
                return inRow(
                        like && Iban.isValid(iban.group()) ? iban.group() : valid.orElseGet(iban::group), row, table);
            }
        }
        Row before = null;
        for (Row row : rowsAbove(table)) {
            // "Account number;1234567", or the label in a line and the number in the next.
            boolean named = vocabulary.names(String.join(" ", row.texts()), TransferColumns.ACCOUNT)
                    || (before != null
                            && before.filled() == 1
                            && vocabulary.names(String.join(" ", before.texts()), TransferColumns.ACCOUNT));
            for (int column = 0; named && column < row.size(); column++) {
                Matcher number =
                        ACCOUNT_NUMBER.matcher(DATES.matcher(row.value(column)).replaceAll(" "));
                if (isNumber(row.value(column))) {
                    return inRow(row.value(column), row, table);
                }
                if (number.find()) {
                    return inRow(number.group(), row, table);
                }
            }
            before = row;
        }
        Optional<String> only = onlyLongNumber(table);
        if (only.isPresent()) {
            return new OwnAccount(
                    only.get(),
                    List.of(TableNotes.issue(
                            Severity.WARNING,
                            table,
                            0,
                            "The account is taken for " + only.get() + ", the only long number above the table.")));
        }
        String holder = SignedParties.of(places.mapped().mapping(), table).holder();
        if (!holder.isEmpty() && places.has(TransferColumns.FROM) && places.has(TransferColumns.TO)) {
            return new OwnAccount(
                    holder,
                    List.of(TableNotes.issue(
                            Severity.NOTE,
                            table,
                            0,
                            "The account is " + holder
                                    + ", the payer of all amounts with a minus and the payee of the others.")));
        }
        return inName(file, table);
    }

    /** Whether a whole cell is an account number, letters included. */
    private static boolean isNumber(String cell) {
        return WHOLE.matcher(cell).matches()
                && cell.chars().filter(Character::isDigit).count() >= 6
                && !DATES.matcher(cell).find();
    }

    private static Optional<String> onlyLongNumber(Table table) {
        Set<String> numbers = new HashSet<>();
        for (Row row : table.layout().preamble()) {
            Matcher number = ACCOUNT_NUMBER.matcher(
                    DATES.matcher(String.join("; ", row.texts())).replaceAll(" "));
            while (number.find()) {
                if (number.group().chars().filter(Character::isDigit).count() >= 8) {
                    numbers.add(number.group());
                }
            }
        }
        return numbers.size() == 1 ? Optional.of(numbers.iterator().next()) : Optional.empty();
    }

    private static OwnAccount inRow(String account, Row row, Table table) {
        return new OwnAccount(
                account,
                List.of(TableNotes.issue(
                        Severity.NOTE,
                        table,
                        0,
                        "The account " + account + " is taken from " + Table.place(row, table) + ".")));
    }

    /** The first long number that is no date. */
    private static Optional<String> numberIn(String name) {
        Matcher number = IN_NAME.matcher(name);
        while (number.find()) {
            if (!DAY.matcher(number.group()).matches()) {
                return Optional.of(number.group());
            }
        }
        return Optional.empty();
    }

    private static OwnAccount inName(SourceFile file, Table table) {
        String digits = file.stem().replaceAll("[^A-Za-z0-9]+", " ");
        String account = Iban.within(digits.toUpperCase(Locale.ROOT), "")
                .orElseGet(() -> numberIn(digits).orElseGet(() -> NamelessList.name(file)));
        List<ImportIssue> issues = List.of(TableNotes.issue(
                Severity.WARNING,
                table,
                0,
                "No column and no line above the table names the account; '" + account
                        + "' is taken from the file's name."));
        return new OwnAccount(account, issues);
    }
}
