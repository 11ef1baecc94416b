package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue.Severity;

/**
 * Follows the balance column of a statement: whether each balance is the one before with the amount added, the rows
 * standing in the order of time or against it. It shows what no look at single rows can: that rows are missing, or that
 * money is read as going the other way. Not thread-safe.
 */
final class BalanceCheck {

    private static final int FEW = 4;

    private @Nullable BigDecimal balance;
    private BigDecimal movement = BigDecimal.ZERO;
    private String account = "";
    private long steps;
    private long onwards;
    private long backwards;
    private long turnedOnwards;
    private long turnedBackwards;

    /** What the check says. */
    record Finding(Severity severity, String message) {}

    /**
     * Takes in one row.
     *
     * @param of whose balance it is
     * @param after the balance after the movement
     * @param signed the amount, negative when it went out
     */
    void add(String of, BigDecimal after, BigDecimal signed) {
        if (balance != null && of.equals(account)) {
            BigDecimal step = after.subtract(balance);
            steps++;
            onwards += step.compareTo(signed) == 0 ? 1 : 0;
            turnedOnwards += step.compareTo(signed.negate()) == 0 ? 1 : 0;
            backwards += step.compareTo(movement.negate()) == 0 ? 1 : 0;
            turnedBackwards += step.compareTo(movement) == 0 ? 1 : 0;
        }
        account = of;
        balance = after;
        movement = signed;
    }

    /** What was found; empty when the column follows no rule, or there are too few rows. */
    Optional<Finding> finding() {
        long fits = Math.max(onwards, backwards);
        long turned = Math.max(turnedOnwards, turnedBackwards);
        if (steps < FEW || Math.max(fits, turned) * 2 < steps) {
            return Optional.empty();
        }
        if (turned > fits) {
            return Optional.of(new Finding(
                    Severity.WARNING,
                    "The balances say that money went the other way than it is read in " + turned + " of " + steps
                            + " rows: check which sign or column means paid out."));
        }
        return Optional.of(
                fits == steps
                        ? new Finding(Severity.NOTE, "Each balance follows from the one before and the amount.")
                        : new Finding(
                                Severity.WARNING,
                                (steps - fits) + " of " + steps + " balances do not follow from the one before and the"
                                        + " amount: rows may be missing, or stand in another order."));
    }
}
