package org.manumit.graph.analysis.money;

import java.util.List;

/**
 * What counts as a pattern of money. Lengths of time are in days; where a source gives steps instead of dates, a step
 * counts as a day.
 *
 * @param fanDays within how many days many senders or recipients count as at once
 * @param passDays within how many days money that leaves counts as leaving at once
 * @param cycleDays within how many days money must be back
 * @param longestCycle over how many accounts at most
 * @param thresholds reporting thresholds, in units of any currency
 * @param leastScore from which score a finding is told
 * @param mostOfAKind how many findings of a kind to tell at most
 */
public record MoneyParameters(
        int fanDays,
        int passDays,
        int cycleDays,
        int longestCycle,
        List<Integer> thresholds,
        double leastScore,
        int mostOfAKind) {

    /** Three days, two days, a month, six accounts, 10,000 and 15,000, as likely as not, 200 of a kind. */
    public static final MoneyParameters USUAL = new MoneyParameters(3, 2, 30, 6, List.of(10_000, 15_000), 0.5, 200);

    public MoneyParameters {
        thresholds = List.copyOf(thresholds);
        if (fanDays < 1 || passDays < 1 || cycleDays < 1 || longestCycle < 2) {
            throw new IllegalArgumentException("lengths of time must be positive, and a cycle have two accounts");
        }
    }
}
