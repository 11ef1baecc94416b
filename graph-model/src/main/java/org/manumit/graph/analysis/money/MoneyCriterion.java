package org.manumit.graph.analysis.money;

import org.manumit.graph.analysis.Criterion;

/** What transfers and payments are asked, each with where it comes from and how much it counts. */
public enum MoneyCriterion implements Criterion {
    STATED_SHARE(
            "stated-share",
            "A source states that a share of the proceeds is paid.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 5051)",
            "payments of the case file with a share or the purpose profit share",
            6.0,
            "It is said outright; the grade of the source says how far to trust it."),
    STEADY_PERCENTAGE(
            "steady-percentage",
            "Payments keep the same percentage of what came in since the last one, while what came in varies.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 5051)",
            "transfers in and out of the one who pays",
            5.0,
            "Rent and wages do not follow the takings; taxes and commissions of lawful firms do."),
    REGULAR_INTERVAL(
            "regular-interval",
            "The payments come at regular intervals, as weekly or monthly shares do.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5051)",
            "dates of the transfers",
            1.0,
            "Ordinary life is regular too; it only supports the percentage."),
    MANY_NEW_SENDERS(
            "many-senders-at-once",
            "Far more new senders within a few days than ever before.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 7826-7832, 8009-8016)",
            "transfers with dates",
            5.0,
            "Judged against the recipient's own rate, so a shop's steady customers do not count."),
    SENDERS_OUT_OF_HABIT(
            "senders-out-of-habit",
            "Several senders send amounts quite unlike what they send otherwise.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "the senders' other transfers",
            5.0,
            "One odd amount is nothing; several senders who all depart from their habit towards one recipient are."),
    SPLIT_IN_ONE_GO(
            "split-in-one-go",
            "Several transfers between the same two on the same day, unlike their habit.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "transfers with dates",
            3.0,
            "Splitting a sum has a reason; corrections and instalments are the innocent ones."),
    MANY_SENDERS(
            "many-senders",
            "Is paid by more others than most.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 7826-7832)",
            "transfers",
            1.0,
            "Every shop is; it only breaks the balance where something else speaks."),
    MANY_NEW_RECIPIENTS(
            "many-recipients-at-once",
            "Far more new recipients within a few days than ever before.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "transfers with dates",
            5.0,
            "Judged against the sender's own rate; recipients paid again and again, as employees are, do not count."),
    RETURNS_TO_START(
            "returns-to-start",
            "Money comes back to where it started, step after step in time, nearly whole.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5021-5022)",
            "transfers with dates",
            6.0,
            "Weighed by how many such rounds chance gives, counted with time running backwards."),
    LEAVES_AT_ONCE(
            "leaves-at-once",
            "Nearly all that comes in leaves within two days.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5021-5022)",
            "transfers in and out, with dates",
            5.5,
            "Weighed against how much would match with time running backwards, as a busy shop's does."),
    JUST_BELOW_THRESHOLD(
            "just-below-threshold",
            "Amounts are kept just below a reporting threshold, and none is just above.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5021-5022)",
            "exact amounts and currency",
            5.5,
            "Prices cluster below round numbers as well, so several within a month are asked for."),
    OTHER_NAMES(
            "sent-in-other-names",
            "Money is sent in the names of people who do not profit by it.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "transfers or payments whose record shows another sender",
            4.5,
            "The source describes it as traffickers' practice; relatives send for each other too."),
    VICTIMS_NAMES(
            "sent-in-victims-names",
            "Money is sent in the names or from the accounts of several victims to one recipient.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "transfers, victims' names or accounts",
            5.0,
            "Several victims rarely support the same recipient of their own will; it accuses the recipient, never them."),
    PAYS_FOR_OTHERS(
            "payer-is-not-occupant",
            "Pays for premises in which others live.",
            "ICMPD Background Reader, ch. 5.1.2 and 4.9.1 (001, l. 2935-2957, 2771-2773)",
            "premises with payer and occupants, rent payments",
            3.0,
            "Parents and employers pay for others too."),
    OCCUPANT_IS_VICTIM(
            "occupant-is-victim",
            "Those who live there are victims.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2771-2773)",
            "premises with occupants, victims",
            2.5,
            "Paying a possible victim's room is itself an indicator of the source.");

    private final String key;
    private final String statement;
    private final String source;
    private final String needs;
    private final double weight;
    private final String why;

    MoneyCriterion(String key, String statement, String source, String needs, double weight, String why) {
        this.key = key;
        this.statement = statement;
        this.source = source;
        this.needs = needs;
        this.weight = weight;
        this.why = why;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String needs() {
        return needs;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public String whyThatWeight() {
        return why;
    }
}
