package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowFingerprints;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * Takes the movements of a bank's message as they are read, counts them, and checks each statement's sums. Not
 * thread-safe.
 */
final class BankStatements {

    /**
     * A balance that a statement gives.
     *
     * @param amount negative when the account is overdrawn
     */
    record Balance(BigDecimal amount, String currency) {}

    private final Cancellation cancellation;
    private final Consumer<BankEntry> sink;
    private final List<ImportIssue> issues = new ArrayList<>();
    private final RowFingerprints seen = new RowFingerprints();
    private final RowRemarks remarks = new RowRemarks();
    private long accepted;
    private long rejected;
    private long duplicate;

    private String name = "";
    private long line;
    private BigDecimal sum = BigDecimal.ZERO;
    private final Set<String> currencies = new HashSet<>();
    private boolean complete = true;

    BankStatements(Cancellation cancellation, Consumer<BankEntry> sink) {
        this.cancellation = cancellation;
        this.sink = sink;
    }

    /** Begins a statement. */
    void begin(String statement, long at) {
        name = statement;
        line = at;
        sum = BigDecimal.ZERO;
        currencies.clear();
        complete = true;
    }

    /** A movement that changes the balance. */
    void booked(BankEntry entry) {
        sum = entry.direction() == Direction.IN ? sum.add(entry.amount()) : sum.subtract(entry.amount());
        currencies.add(entry.currency());
        add(entry);
    }

    /** A movement, perhaps one that is only announced. */
    void add(BankEntry entry) {
        if (((accepted + duplicate) & 0xFFF) == 0) {
            cancellation.check();
        }
        boolean repeated = seen.seen(Row.of(
                entry.row(),
                entry.own().toString(),
                entry.other().toString(),
                entry.real().toString(),
                entry.direction().name(),
                entry.amount().toPlainString(),
                entry.currency(),
                Long.toString(entry.time()),
                entry.number(),
                entry.particulars().toString()));
        if (repeated && !entry.number().isEmpty()) {
            duplicate++;
            remark("Movements that repeat another one with the same number, counted as duplicates", entry.row());
            return;
        }
        if (repeated) {
            remark("Movements equal to an earlier one in everything, kept as records of their own", entry.row());
        }
        accepted++;
        sink.accept(entry);
    }

    /** A movement that cannot be read. */
    void reject(long row, String field, String found, String expected) {
        rejected++;
        complete = false;
        issues.add(new ImportIssue(
                Severity.REJECTED,
                "",
                row,
                field,
                found,
                expected,
                found.isEmpty()
                        ? "'" + field + "' is empty; expected " + expected + "."
                        : "'" + found + "' in '" + field + "' is not " + expected + "."));
    }

    /** Something that holds for a movement. */
    void remark(String message, long row) {
        remarks.add(Severity.WARNING, Row.of(row), "", "", message);
    }

    /** Something about a statement. */
    void note(Severity severity, long row, String message) {
        issues.add(new ImportIssue(severity, "", row, "", "", "", message));
    }

    /** Ends a statement: what it began with and its movements must make what it ends with. */
    void end(Optional<Balance> opening, Optional<Balance> closing) {
        if (opening.isEmpty() || closing.isEmpty() || !complete) {
            return;
        }
        String currency = opening.get().currency();
        boolean one =
                currency.equals(closing.get().currency()) && currencies.stream().allMatch(currency::equals);
        if (!one) {
            note(
                    Severity.NOTE,
                    line,
                    "Statement " + name + " has more than one currency, so its balances cannot be checked.");
            return;
        }
        BigDecimal end = opening.get().amount().add(sum);
        String words = "Statement " + name + ": " + opening.get().amount().toPlainString() + " at the beginning and "
                + sum.toPlainString() + " moved make " + end.toPlainString() + " " + currency;
        if (end.compareTo(closing.get().amount()) == 0) {
            note(Severity.NOTE, line, words + ", as the statement says.");
        } else {
            note(
                    Severity.WARNING,
                    line,
                    words + ", but the statement says "
                            + closing.get().amount().toPlainString()
                            + ": movements are missing or changed. Ask the bank for the statement again.");
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    long duplicate() {
        return duplicate;
    }

    /** What was noticed; complete at the end. */
    List<ImportIssue> issues() {
        List<ImportIssue> all = new ArrayList<>(remarks.issues());
        all.addAll(issues);
        return all;
    }
}
