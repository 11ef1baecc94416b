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

    /**
     * Three days each, a month, six accounts, as likely as not, 200 of a kind. The thresholds are those above which
     * payments are recorded, asked about or reported in the European Union and the United States (Regulation (EU)
     * 2023/1113: 1,000; 31 CFR 1010: 3,000 and 10,000; Directives (EU) 2015/849 and 2018/843: 10,000 and 15,000).
     */
    public static final MoneyParameters USUAL =
            new MoneyParameters(3, 3, 30, 6, List.of(1_000, 3_000, 10_000, 15_000), 0.5, 200);

    public MoneyParameters {
        thresholds = List.copyOf(thresholds);
        if (fanDays < 1 || passDays < 1 || cycleDays < 1 || longestCycle < 2) {
            throw new IllegalArgumentException("lengths of time must be positive, and a cycle have two accounts");
        }
    }
}
