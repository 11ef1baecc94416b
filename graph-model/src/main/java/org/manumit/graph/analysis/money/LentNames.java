package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;

/**
 * Senders who lend their names, as transfers alone show it. Either one who really pays gives several the money, who send it
 * on to one recipient within days, as scatter and gather (Altman and others, Realistic synthetic financial transactions,
 * NeurIPS 2023); how often chance gives that is counted with time running backwards. Or several who pay one recipient the
 * same sum at the same time, and do so again, as accounts under one hand act in lockstep (Beutel and others, CopyCatch,
 * WWW 2013). The senders are named in the evidence and not accused: whose name is lent may be a victim.
 */
final class LentNames {
    private static final double PRIOR = -4;
    private static final int FEWEST_NAMES = 3;
    private static final double LEAST_SENT_ON = 0.85;
    private static final double MOST_SENT_ON = 1.02;

    /** How much sums sent in one go may differ. */
    private static final double SAME_SUM = 1.05;

    private static final double AT_ONCE_DAYS = 2;
    private static final int FEWEST_ROUNDS = 2;

    /** Which part of a usual month's takings a sum must be to matter; of small change many pay the same at once. */
    private static final double MATTERS = 0.1;

    private final Ledger ledger;
    private final Habits habits;
    private final MoneyParameters parameters;
    private final Reporter reporter;
    private final double leastSum;
    private final double[] spent;

    LentNames(Ledger ledger, Habits habits, MoneyParameters parameters, Reporter reporter) {
        this.ledger = ledger;
        this.habits = habits;
        this.parameters = parameters;
        this.reporter = reporter;
        leastSum = MATTERS * ledger.usualInAMonth(true);
        spent = new double[ledger.partyCount];
        for (int t = 0; t < ledger.size; t++) {
            spent[ledger.from[t]] += ledger.amount[t];
        }
    }

    /** What lies between one who pays and one who receives: names, and the payments through them. */
    private static final class Between {
        final Set<Integer> names = new LinkedHashSet<>();
        final List<Integer> payments = new ArrayList<>();
    }

    /** Whoever lends a name to the same two is found among all, so this is asked once for the whole ledger. */
    void find(Cancellation cancellation) {
        Map<Long, Between> forwards = sentOn(true, cancellation);
        Map<Long, Between> backwards = sentOn(false, cancellation);
        Map<Integer, List<Long>> funded = new TreeMap<>();
        forwards.forEach((pair, between) -> {
            Between chance = backwards.get(pair);
            int names = between.names.size();
            if (names >= FEWEST_NAMES && names > 2 * (chance == null ? 0 : chance.names.size())) {
                funded.computeIfAbsent((int) (long) pair, r -> new ArrayList<>())
                        .add(pair);
            }
        });
        for (int recipient = 0; recipient < ledger.partyCount; recipient++) {
            if ((recipient & 0xff) == 0) {
                cancellation.check();
            }
            if (reporter.mayTell(ledger, recipient)) {
                recipient(recipient, funded.getOrDefault(recipient, List.of()), forwards, backwards);
            }
        }
    }

    private void recipient(
            int recipient, List<Long> funded, Map<Long, Between> forwards, Map<Long, Between> backwards) {
        Weighing weighing = new Weighing(PRIOR);
        Set<Integer> payers = new LinkedHashSet<>();
        funded.stream().sorted().forEach(pair -> {
            Between between = forwards.getOrDefault(pair, new Between());
            int chance = backwards.getOrDefault(pair, new Between()).names.size();
            int payer = (int) (pair >>> 32);
            int names = between.names.size();
            if (payers.isEmpty()) {
                payers.add(payer);
                List<ClaimId> evidence = new ArrayList<>();
                between.payments.forEach(t -> reporter.add(evidence, ledger.claim(t)));
                weighing.add(
                        MoneyCriterion.FUNDED_BY_ANOTHER,
                        (1 - (chance + 0.5) / (names + 0.5)) * (1 - Math.exp(-(names - 1) / 1.2)) * 1.15,
                        String.format(
                                Locale.ENGLISH,
                                "%s pays %d others who send it on to %s within %d days, nearly whole; with time running"
                                        + " backwards it would be %d.",
                                ledger.label(payer),
                                names,
                                ledger.label(recipient),
                                parameters.passDays(),
                                chance),
                        evidence);
            } else {
                payers.add(payer);
            }
        });
        lockstep(recipient, weighing);
        if (weighing.score() >= parameters.leastScore()) {
            List<Integer> accounts = new ArrayList<>(payers);
            accounts.add(recipient);
            reporter.report(MoneyFinding.Kind.NOMINEE_SENDER, reporter.ids(ledger, accounts), weighing);
        }
    }

    private Map<Long, Between> sentOn(boolean forwards, Cancellation cancellation) {
        Map<Long, Between> between = new HashMap<>();
        for (int paid = 0; paid < ledger.size; paid++) {
            if ((paid & 0x3ff) == 0) {
                cancellation.check();
            }
            if (!matters(paid)) {
                continue;
            }
            int name = ledger.to[paid];
            int step = forwards ? 1 : -1;
            for (int o = forwards ? ledger.outAfter(name, paid) : ledger.outAfter(name, paid) - 1;
                    o >= ledger.outStart(name) && o < ledger.outEnd(name);
                    o += step) {
                int sent = ledger.out(o);
                if (Math.abs(ledger.day[sent] - ledger.day[paid]) > parameters.passDays()) {
                    break;
                }
                double passed = ledger.amount[sent] / ledger.amount[paid];
                if (passed >= LEAST_SENT_ON
                        && passed <= MOST_SENT_ON
                        && ledger.currency[sent] == ledger.currency[paid]
                        && ledger.to[sent] != ledger.from[paid]
                        && matters(sent)) {
                    Between found = between.computeIfAbsent(
                            (long) ledger.from[paid] << 32 | ledger.to[sent], pair -> new Between());
                    found.names.add(name);
                    found.payments.add(paid);
                    found.payments.add(sent);
                    break;
                }
            }
        }
        return between;
    }

    private boolean matters(int transfer) {
        return ledger.amount[transfer] >= leastSum && !habits.isSteady(transfer);
    }

    /** Payments of the same sum by several at the same time. */
    private record Round(Set<Integer> senders, List<Integer> payments) {}

    private void lockstep(int recipient, Weighing weighing) {
        List<Round> rounds = rounds(recipient);
        List<Round> together = List.of();
        for (Round round : rounds) {
            List<Round> like = rounds.stream().filter(r -> alike(round, r)).toList();
            if (like.size() > together.size()) {
                together = like;
            }
        }
        if (together.size() < FEWEST_ROUNDS) {
            return;
        }
        Map<Integer, Long> times = together.stream()
                .flatMap(r -> r.senders().stream())
                .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        Set<Integer> names = new HashSet<>();
        times.forEach((sender, count) -> {
            if (count >= FEWEST_ROUNDS) {
                names.add(sender);
            }
        });
        if (names.size() < FEWEST_NAMES) {
            return;
        }
        List<ClaimId> evidence = new ArrayList<>();
        Map<Integer, Double> here = new HashMap<>();
        double sum = 0;
        for (Round round : together) {
            for (int t : round.payments()) {
                reporter.add(evidence, ledger.claim(t));
                here.merge(ledger.from[t], ledger.amount[t], Double::sum);
                sum += ledger.amount[t];
            }
        }
        int rounded = together.size();
        weighing.add(
                MoneyCriterion.PAY_IN_LOCKSTEP,
                (1 - Math.exp(-(rounded - 0.5) / 1.2)) * (1 - Math.exp(-(names.size() - 1) / 1.5)),
                String.format(
                        Locale.ENGLISH,
                        "%d others pay %s much the same sum within %.0f days of each other, %d times over, together %,.2f.",
                        names.size(),
                        ledger.label(recipient),
                        AT_ONCE_DAYS,
                        rounded,
                        sum),
                evidence);
        double only = names.stream()
                        .mapToDouble(name -> here.getOrDefault(name, 0.0) / Math.max(1e-9, spent[name]))
                        .sum()
                / names.size();
        weighing.add(
                MoneyCriterion.PAY_LITTLE_ELSE,
                (only - 0.1) / 0.5,
                String.format(
                        Locale.ENGLISH,
                        "That is %s of all they pay, as far as their records show.",
                        Ledger.percent(only)),
                evidence);
    }

    private static boolean alike(Round one, Round other) {
        long shared = one.senders().stream().filter(other.senders()::contains).count();
        return shared >= FEWEST_NAMES
                && shared * 3
                        >= 2L * Math.min(one.senders().size(), other.senders().size());
    }

    /** Whenever three or more pay the same sum at once, the earliest first; what is paid month by month is left out. */
    private List<Round> rounds(int recipient) {
        int begin = ledger.inStart(recipient);
        int end = ledger.inEnd(recipient);
        List<Round> rounds = new ArrayList<>();
        if (end - begin < FEWEST_NAMES * FEWEST_ROUNDS) {
            return rounds;
        }
        Set<Integer> used = new HashSet<>();
        for (int i = begin; i < end; i++) {
            int first = ledger.in(i);
            if (used.contains(first) || !matters(first)) {
                continue;
            }
            List<Integer> payments = new ArrayList<>();
            Set<Integer> senders = new HashSet<>();
            for (int j = i; j < end && ledger.day[ledger.in(j)] - ledger.day[first] <= AT_ONCE_DAYS; j++) {
                int t = ledger.in(j);
                double ratio = ledger.amount[t] / ledger.amount[first];
                if (ratio <= SAME_SUM
                        && ratio >= 1 / SAME_SUM
                        && ledger.currency[t] == ledger.currency[first]
                        && matters(t)
                        && !used.contains(t)) {
                    payments.add(t);
                    senders.add(ledger.from[t]);
                }
            }
            if (senders.size() >= FEWEST_NAMES) {
                used.addAll(payments);
                rounds.add(new Round(senders, payments));
            }
        }
        return rounds;
    }
}
