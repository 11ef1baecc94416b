package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.CurrencyWords;
import org.manumit.importers.tabular.value.Money;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.transfers.MoneyWords.Direction;
import org.manumit.importers.transfers.TransferPlaces.View;

/**
 * Reads how much the transfers of a table are, in which currency, and which way they went seen from the account: by the
 * sign, by the column the amount stands in, by a mark beside it or by the word for its kind. Keeps the marks it has read;
 * not thread-safe.
 */
final class TransferSums {

    /**
     * How much.
     *
     * @param amount as written, sign included
     * @param currency named beside the amount
     * @param direction seen from the account, where something says it
     * @param within whether it moved within what the account's holder has
     */
    record Sum(BigDecimal amount, Optional<String> currency, Optional<Direction> direction, boolean within) {

        Sum(BigDecimal amount, Optional<String> currency, Optional<Direction> direction) {
            this(amount, currency, direction, false);
        }
    }

    private final TransferPlaces places;
    private final Table table;
    private final ColumnReadings readings;
    private final SignMarks marks;
    private final String currency;
    private final boolean plusIsOut;
    private final boolean signed;
    private final boolean typesTell;
    private final boolean apart;
    private final Optional<Direction> titled;

    TransferSums(TransferPlaces places, ColumnReadings readings) {
        this.places = places;
        this.table = places.mapped().table();
        this.readings = readings;
        this.marks = SignMarks.of(table, places.column(TransferColumns.SIGN));
        this.currency = commonCurrency();
        this.plusIsOut = places.hinted(TransferColumns.AMOUNT, ColumnVocabulary.PLUS_IS_OUT);
        // An amount without any sign beside columns for out and in says nothing that they do not.
        this.apart = places.has(TransferColumns.DEBIT)
                && places.has(TransferColumns.CREDIT)
                && !places.has(TransferColumns.SIGN)
                && !hasMinus();
        boolean statement = places.view() == View.STATEMENT;
        this.signed = statement && isSigned();
        this.typesTell = statement
                && !places.has(TransferColumns.SIGN)
                && places.has(TransferColumns.TYPE)
                && !signed
                && typesTell();
        boolean silent = statement
                && !signed
                && !typesTell
                && !places.has(TransferColumns.SIGN, TransferColumns.DEBIT, TransferColumns.CREDIT);
        this.titled = silent ? titled() : Optional.empty();
    }

    /** Which way all amounts went, where nothing in the rows says it and the sheet or the title does: "Deposits". */
    private Optional<Direction> titled() {
        List<Row> above = table.layout().preamble();
        String title = above.isEmpty() ? "" : String.join(" ", above.getLast().texts());
        for (String text : List.of(table.sheetName(), title)) {
            String plain = HeaderText.plain(text);
            List<String> words = List.of(plain.split(" ", -1));
            // "In" and "out" may be any preposition, and a credit card is no credit.
            boolean ends = plain.endsWith(" in") || plain.endsWith(" out");
            Optional<Direction> direction = MoneyWords.direction(
                    ends
                            ? plain
                            : words.stream().filter(word -> word.length() > 3).collect(Collectors.joining(" ")));
            if (direction.isPresent() && words.size() <= 2 && !plain.contains("card")) {
                return direction;
            }
        }
        return Optional.empty();
    }

    /** What the sheet or the title says of all amounts. */
    Optional<Direction> saidByTitle() {
        return titled;
    }

    /** Whether something says which way money went in each row. */
    boolean tellDirections() {
        return signed || typesTell || titled.isPresent();
    }

    /** Whether the word for the kind of transfer alone says which way it went. */
    boolean typesAloneTell() {
        return typesTell;
    }

    /** What a user should know of signs that nothing bears out: most people pay more often than they are paid. */
    Optional<String> doubt() {
        boolean otherwiseSaid =
                places.has(TransferColumns.SIGN, TransferColumns.DEBIT, TransferColumns.CREDIT, TransferColumns.BALANCE)
                        || (places.has(TransferColumns.FROM, TransferColumns.FROM_NAME)
                                && places.has(TransferColumns.TO, TransferColumns.TO_NAME));
        if (!signed || plusIsOut || otherwiseSaid) {
            return Optional.empty();
        }
        int in = 0;
        int all = 0;
        for (Row row : table.sample()) {
            if (money(row, TransferColumns.AMOUNT) instanceof Parsed.Value<Money>(Money money)) {
                all++;
                in += money.amount().signum() > 0 ? 1 : 0;
            }
        }
        return in * 3 > all * 2
                ? Optional.of("Amounts without a minus are taken as paid in, and " + in + " of " + all
                        + " have none. Where they are what was spent, as lists of cards have it, say '"
                        + ColumnVocabulary.PLUS_IS_OUT + "' for the column and import again.")
                : Optional.empty();
    }

    /** The currency that the header or a line above the table names for all amounts; empty when none does. */
    String currency() {
        return currency;
    }

    /** The part whose column is at fault where an amount cannot be read. */
    String key() {
        return places.has(TransferColumns.AMOUNT)
                ? TransferColumns.AMOUNT
                : places.has(TransferColumns.DEBIT) ? TransferColumns.DEBIT : TransferColumns.CREDIT;
    }

    private String commonCurrency() {
        for (String key : List.of(TransferColumns.AMOUNT, TransferColumns.DEBIT, TransferColumns.CREDIT)) {
            if (places.has(key)) {
                Optional<String> named = readings.currencyInHeader(key);
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        for (Row row : table.above().stream().flatMap(List::stream).toList()) {
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
        if (places.has(TransferColumns.SIGN)
                || places.has(TransferColumns.DEBIT)
                || places.has(TransferColumns.CREDIT)) {
            return true;
        }
        return hasMinus();
    }

    private boolean hasMinus() {
        for (Row row : table.sample()) {
            if (money(row, TransferColumns.AMOUNT) instanceof Parsed.Value<Money>(Money money)
                    && money.amount().signum() < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean typesTell() {
        int told = 0;
        int filled = 0;
        for (Row row : table.sample()) {
            String type = places.value(row, TransferColumns.TYPE);
            if (!type.isEmpty()) {
                filled++;
                told += MoneyWords.direction(type).isPresent() ? 1 : 0;
            }
        }
        return filled > 0 && told * 10 >= filled * 9;
    }

    /** What stands in the column of one amount. */
    Parsed<Money> money(Row row, String key) {
        int column = places.column(key);
        return column < 0 ? Parsed.absent() : readings.money(key).read(row.value(column), row.kind(column));
    }

    Parsed<Sum> read(Row row) {
        boolean plain = places.has(TransferColumns.AMOUNT)
                && !apart
                && !(money(row, TransferColumns.AMOUNT) instanceof Parsed.Absent<Money>
                        && places.has(TransferColumns.DEBIT, TransferColumns.CREDIT));
        return plain ? plainSum(row) : debitOrCredit(row);
    }

    private Parsed<Sum> plainSum(Row row) {
        return switch (money(row, TransferColumns.AMOUNT)) {
            case Parsed.Absent<Money> absent -> Parsed.absent();
            case Parsed.Malformed<Money>(String found, String expected) -> Parsed.malformed(found, expected);
            case Parsed.Value<Money>(Money money) -> {
                String mark = places.value(row, TransferColumns.SIGN);
                if (mark.isEmpty() || places.view() == View.PARTIES) {
                    boolean out = money.amount().signum() < 0 != plusIsOut;
                    Optional<Direction> direction = signed ? Optional.of(out ? Direction.OUT : Direction.IN) : titled;
                    yield Parsed.of(new Sum(money.amount(), money.currency(), direction));
                }
                if (MoneyWords.isNeither(mark)) {
                    yield Parsed.of(new Sum(money.amount(), money.currency(), Optional.empty(), true));
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
        boolean negative = false;
        boolean positive = false;
        for (Row row : table.sample()) {
            if (marks.direction(places.value(row, TransferColumns.SIGN)).equals(Optional.of(Direction.OUT))
                    && money(row, TransferColumns.AMOUNT) instanceof Parsed.Value<Money>(Money money)) {
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
}
