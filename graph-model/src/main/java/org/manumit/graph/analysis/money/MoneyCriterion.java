package org.manumit.graph.analysis.money;

import org.manumit.graph.analysis.CriterionText;
import org.manumit.graph.analysis.WrittenCriterion;

/** What transfers and payments are asked, each with where it comes from and how much it counts. */
public enum MoneyCriterion implements WrittenCriterion {
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
    FOLLOWS_TAKINGS_SEEN_IN_PART(
            "follows-takings-seen-in-part",
            "Regular payments rise and fall with what is seen of what came in, though no percentage is kept of it.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 5051)",
            "transfers in and out of the one who pays, seen in others' accounts",
            4.2,
            "Without the payer's own account a part of the takings is missing; traders pay suppliers by their sales too."),
    PERCENTAGE_OF_EACH_SUM(
            "percentage-of-each-sum",
            "Payments are the same percentage of one sum each that came in shortly before, while these sums vary.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 5051)",
            "transfers in and out of the one who pays",
            5.0,
            "Rent and wages follow no single sum; agents' commissions and taxes do."),
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
            "Nearly all that comes in, or sums one by one, leaves within days.",
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
    FUNDED_BY_ANOTHER(
            "funded-by-another",
            "One who really pays gives several the money, and they send it on to one recipient at once.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "transfers of the payer, the names and the recipient, with dates",
            5.5,
            "Weighed against how much chance gives with time running backwards; a family that pools money looks alike."),
    PAY_IN_LOCKSTEP(
            "pay-in-lockstep",
            "Several pay one recipient the same sum at the same time, more than once, and not month by month.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "transfers with dates",
            4.5,
            "Accounts under one hand act together; members of a club do too, whose fees come at fixed times and are left out."),
    PAY_LITTLE_ELSE(
            "pay-little-else",
            "Those who send the money hardly pay anything else.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "the senders' other transfers",
            1.5,
            "A name that is lent has no life of its own; but of other people's accounts often little is known."),
    PAY_HANDED_OVER(
            "pay-handed-over",
            "Several hand one recipient the same share of their pay as soon as they are paid.",
            "ICMPD Background Reader, ch. 4.2.1 and 4.3 (001, l. 2016, 2153)",
            "transfers in and out of those who are paid, with dates",
            3.5,
            "Rent follows pay as well, but as a fixed sum that differs from one tenant's pay to another's."),
    LARGE_PART_OF_PAY(
            "large-part-of-pay",
            "What is handed over is nearly half of the pay or more.",
            "ICMPD Background Reader, ch. 2.4.1 (001, l. 773-776)",
            "transfers in and out of those who are paid",
            1.0,
            "Rents are seldom so high a part of pay; some are."),
    FOLLOWS_PAY(
            "follows-pay",
            "What is handed over rises and falls with the pay.",
            "ICMPD Background Reader, ch. 4.3 (001, l. 2153)",
            "transfers in and out of those who are paid",
            1.5,
            "A fixed sum is rent or an instalment; a share of the pay is neither."),
    SAME_EMPLOYER(
            "same-employer",
            "They are paid by one employer.",
            "ICMPD Background Reader, ch. 2.4.1 (001, l. 773-776)",
            "transfers in and out of those who are paid",
            1.0,
            "Colleagues also share landlords and savings clubs."),
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
            "Paying a possible victim's room is itself an indicator of the source."),
    DEBT_GROWS(
            "debt-grows",
            "A debt is larger later than it was.",
            "Buckland, ch. 4, in Friesendorf 2009 (003, l. 5600-5604)",
            "debts with dates and amounts",
            4.5,
            "A debt that work does not reduce is the source's mark of debt bondage; interest on a loan grows too."),
    DEBT_PAID_OFF(
            "debt-paid-off",
            "More was paid than the debt really was for, and it is still claimed.",
            "Buckland, ch. 4, in Friesendorf 2009 (003, l. 5600-5604)",
            "debts with what was paid so far and the true cost; payments for a debt",
            4.5,
            "A debt without end is as good as stated once it was paid off."),
    DEBT_ABOVE_COST(
            "debt-above-cost",
            "A debt is far above what it was for.",
            "Buckland, ch. 4, in Friesendorf 2009 (003, l. 5600-5604)",
            "debts with amount and true cost",
            4.0,
            "Agents charge fees as well, so it takes a multiple to tell by itself."),
    EARNINGS_TAKEN(
            "earnings-taken",
            "Of what others earn they keep little.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 7259)",
            "exploitation with what was earned and what the victim kept",
            5.5,
            "It is said of the exploitation itself; how much is kept decides how much it counts."),
    WAGES_FORWARDED(
            "wages-forwarded",
            "Most of nearly every wage goes on to the same recipient within days.",
            "ICMPD Background Reader, ch. 2.4.1 (001, l. 773-776)",
            "transfers to and from victims' accounts",
            6.0,
            "Rent takes a large part of one person's wage too; of several people's it does not go to one recipient.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts never changes
    private final CriterionText text;

    MoneyCriterion(String key, String statement, String source, String needs, double weight, String why) {
        text = new CriterionText(key, statement, source, needs, weight, why);
    }

    @Override
    public CriterionText text() {
        return text;
    }
}
