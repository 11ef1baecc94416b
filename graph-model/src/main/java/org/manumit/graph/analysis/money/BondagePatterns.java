package org.manumit.graph.analysis.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Quantity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/** What binds people by money: debts that grow or are long paid off, and earnings that are taken from them. */
final class BondagePatterns {
    private static final double PRIOR = -3;

    /** A debt that rose by less is the same debt. */
    private static final double GROWN = 1.05;

    private static final double ABOVE_COST = 1.25;

    /** Who keeps more than this of what they earned is not told of here. */
    private static final double KEPT = 0.5;

    private static final long SOON = Duration.ofDays(5).toSeconds();
    private static final double LARGE_PART = 0.4;
    private static final int FEWEST_WAGES = 3;
    private static final double NEARLY_ALWAYS = 0.7;

    private final CaseGraph graph;
    private final Actors actors;
    private final Victims victims;
    private final Reporter reporter;

    BondagePatterns(CaseGraph graph, Actors actors, Victims victims, Reporter reporter) {
        this.graph = graph;
        this.actors = actors;
        this.victims = victims;
        this.reporter = reporter;
    }

    private int actor(EntityId id) {
        return actors.actorOf(graph.indexOf(id).orElseThrow());
    }

    private String label(int entity) {
        return graph.entity(entity).label();
    }

    private static String people(int count) {
        return count == 1 ? "one person" : count + " people";
    }

    private static String peopleFirst(int count) {
        return count == 1 ? "One person" : people(count);
    }

    private static Optional<BigDecimal> amount(Claim claim, String column) {
        return Quantity.parse(claim.value(column)).map(Quantity::least);
    }

    private static String currency(Claim claim) {
        return claim.value("currency").strip().toUpperCase(Locale.ROOT);
    }

    private static final class Debts {
        final Set<Integer> debtors = new TreeSet<>();
        final Set<Integer> grown = new TreeSet<>();
        final Set<Integer> paidOff = new TreeSet<>();
        final Set<Integer> inflated = new TreeSet<>();
        String example = "";
        double growth;
        double inflation;
        final List<ClaimId> growing = new ArrayList<>();
        final List<ClaimId> paid = new ArrayList<>();
        final List<ClaimId> above = new ArrayList<>();
    }

    private record Pair(int debtor, int creditor, String currency) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparingInt(Pair::creditor)
                    .thenComparingInt(Pair::debtor)
                    .thenComparing(Pair::currency)
                    .compare(this, other);
        }
    }

    /** To whom debts are owed that grow, that were paid off long ago, or that are far above what they were for. */
    void debts() {
        Map<Pair, List<Claim>> byPair = new TreeMap<>();
        for (Claim claim : graph.claims(ClaimType.DEBT)) {
            claim.holders(Part.DEBTOR)
                    .forEach(debtor -> claim.holders(Part.CREDITOR).forEach(creditor -> byPair.computeIfAbsent(
                                    new Pair(actor(debtor), actor(creditor), currency(claim)), k -> new ArrayList<>())
                            .add(claim)));
        }
        Map<Pair, BigDecimal> repaid = repaid();
        Map<Integer, Debts> byCreditor = new TreeMap<>();
        byPair.forEach((pair, claims) -> {
            if (pair.debtor() != pair.creditor() && !victims.isProtected(pair.creditor())) {
                read(
                        byCreditor.computeIfAbsent(pair.creditor(), k -> new Debts()),
                        pair,
                        claims,
                        repaid.getOrDefault(pair, BigDecimal.ZERO));
            }
        });
        byCreditor.forEach((creditor, debts) -> {
            Weighing weighing = new Weighing(PRIOR)
                    .add(
                            MoneyCriterion.DEBT_GROWS,
                            debts.growth,
                            "What " + people(debts.grown.size()) + (debts.grown.size() == 1 ? " owes " : " owe ")
                                    + label(creditor) + " grows " + debts.example + ".",
                            debts.growing)
                    .add(
                            MoneyCriterion.DEBT_PAID_OFF,
                            debts.paidOff.isEmpty() ? 0 : 1,
                            peopleFirst(debts.paidOff.size()) + " paid " + label(creditor)
                                    + " more than the debt really was for, and it is still claimed.",
                            debts.paid)
                    .add(
                            MoneyCriterion.DEBT_ABOVE_COST,
                            debts.inflation,
                            label(creditor) + " claims far more of " + people(debts.inflated.size()) + " than it cost.",
                            debts.above);
            reporter.report(
                    MoneyFinding.Kind.DEBT_GROWTH,
                    List.of(graph.entity(creditor).id()),
                    weighing);
        });
    }

    private Map<Pair, BigDecimal> repaid() {
        Map<Pair, BigDecimal> repaid = new TreeMap<>();
        for (Claim claim : graph.claims(ClaimType.PAYMENT)) {
            Optional<BigDecimal> amount = amount(claim, "amount");
            if (amount.isPresent()
                    && claim.value("purpose").strip().toLowerCase(Locale.ROOT).startsWith("debt")) {
                BigDecimal times = amount(claim, "times").orElse(BigDecimal.ONE).max(BigDecimal.ONE);
                claim.holders(Part.PAYER).forEach(payer -> claim.holders(Part.PAYEE)
                        .forEach(payee -> repaid.merge(
                                new Pair(actor(payer), actor(payee), currency(claim)),
                                amount.get().multiply(times),
                                BigDecimal::add)));
            }
        }
        return repaid;
    }

    private void read(Debts debts, Pair pair, List<Claim> claims, BigDecimal payments) {
        debts.debtors.add(pair.debtor());
        List<Claim> dated = claims.stream()
                .filter(c -> c.when().from().or(c.when()::to).isPresent()
                        && amount(c, "amount").isPresent())
                .sorted(Comparator.comparing(BondagePatterns::date))
                .toList();
        if (dated.size() > 1) {
            double first = amount(dated.getFirst(), "amount").orElseThrow().doubleValue();
            double last = amount(dated.getLast(), "amount").orElseThrow().doubleValue();
            if (first > 0 && last >= GROWN * first && date(dated.getFirst()).compareTo(date(dated.getLast())) < 0) {
                debts.grown.add(pair.debtor());
                debts.growth = Math.max(debts.growth, Math.min(1, 0.6 + (last / first - 1)));
                debts.example = "from " + dated.getFirst().value("amount") + " to "
                        + dated.getLast().value("amount") + " " + pair.currency() + " between "
                        + date(dated.getFirst()) + " and " + date(dated.getLast());
                dated.forEach(c -> reporter.add(debts.growing, c.id()));
            }
        }
        for (Claim claim : claims) {
            Optional<BigDecimal> cost = amount(claim, "true cost").filter(c -> c.signum() > 0);
            Optional<BigDecimal> owed = amount(claim, "amount");
            BigDecimal paid =
                    amount(claim, "paid so far").orElse(BigDecimal.ZERO).max(payments);
            if (cost.isPresent()
                    && paid.compareTo(cost.get()) >= 0
                    && owed.filter(o -> o.signum() > 0).isPresent()) {
                debts.paidOff.add(pair.debtor());
                reporter.add(debts.paid, claim.id());
            }
            if (cost.isPresent() && owed.isPresent()) {
                double ratio = owed.get().doubleValue() / cost.get().doubleValue();
                if (ratio >= ABOVE_COST) {
                    debts.inflated.add(pair.debtor());
                    debts.inflation = Math.max(debts.inflation, Math.min(1, 0.5 + (ratio - 1) / 2));
                    reporter.add(debts.above, claim.id());
                }
            }
        }
    }

    private static PartialDate date(Claim claim) {
        return claim.when().from().or(claim.when()::to).orElseThrow();
    }

    private static final class Taken {
        final Set<Integer> people = new TreeSet<>();
        final Set<Integer> forwarding = new TreeSet<>();
        double share;
        String example = "";
        final List<ClaimId> rows = new ArrayList<>();
        final List<ClaimId> transfers = new ArrayList<>();
    }

    /** Who takes what others earn: as rows of the case file say, and as transfers show. */
    void wages() {
        Map<Integer, Taken> byTaker = new TreeMap<>();
        for (Claim claim : graph.claims(ClaimType.EXPLOITATION)) {
            Optional<BigDecimal> earned = amount(claim, "earned").filter(e -> e.signum() > 0);
            Optional<BigDecimal> kept = Quantity.parse(claim.value("kept by victim"))
                    .map(q -> q.most().orElse(q.least()));
            if (earned.isPresent() && kept.isPresent()) {
                double share = kept.get().doubleValue() / earned.get().doubleValue();
                claim.holders(Part.BY).filter(by -> share <= KEPT).forEach(by -> {
                    Taken taken = byTaker.computeIfAbsent(actor(by), k -> new Taken());
                    claim.holders(Part.VICTIM).forEach(v -> taken.people.add(actor(v)));
                    if (1 - share > taken.share) {
                        taken.share = 1 - share;
                        taken.example = "of " + claim.value("earned") + " " + currency(claim)
                                + (claim.value("per").isBlank()
                                        ? ""
                                        : " a " + claim.value("per").strip())
                                + " they keep " + claim.value("kept by victim");
                    }
                    reporter.add(taken.rows, claim.id());
                });
            }
        }
        forwarded(byTaker);
        byTaker.forEach((taker, taken) -> {
            if (victims.isProtected(taker)) {
                return;
            }
            Weighing weighing = new Weighing(PRIOR)
                    .add(
                            MoneyCriterion.EARNINGS_TAKEN,
                            taken.share,
                            label(taker) + " takes what "
                                    + (taken.people.isEmpty() ? "others" : people(taken.people.size()))
                                    + " earn: " + taken.example + ".",
                            taken.rows)
                    .add(
                            MoneyCriterion.WAGES_FORWARDED,
                            1 - Math.exp(-taken.forwarding.size() / 1.2),
                            "Wages of " + people(taken.forwarding.size()) + " go on to " + label(taker)
                                    + " within days, again and again.",
                            taken.transfers);
            reporter.report(
                    MoneyFinding.Kind.WAGE_SKIMMING,
                    Stream.of(graph.entity(taker).id()).toList(),
                    weighing);
        });
    }

    private record Move(long time, int other, BigDecimal amount, String currency, ClaimId claim) {}

    private void forwarded(Map<Integer, Taken> byTaker) {
        Map<Integer, List<Move>> in = new TreeMap<>();
        Map<Integer, List<Move>> out = new TreeMap<>();
        TransferTable transfers = graph.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            boolean dated =
                    switch (transfers.basis(i)) {
                        case INSTANT, DATE -> true;
                        case STEP, NONE -> false;
                    };
            if (!dated || transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                continue;
            }
            int from = actors.actorOf(transfers.from(i));
            int to = actors.actorOf(transfers.to(i));
            if (from != to && victims.isProtected(to)) {
                in.computeIfAbsent(to, k -> new ArrayList<>()).add(move(transfers, i, from));
            }
            if (from != to && victims.isProtected(from)) {
                out.computeIfAbsent(from, k -> new ArrayList<>()).add(move(transfers, i, to));
            }
        }
        in.forEach((victim, wages) -> {
            List<Move> spent = out.getOrDefault(victim, List.of());
            Map<Integer, List<ClaimId>> passedOn = new TreeMap<>();
            Map<Integer, Integer> times = new TreeMap<>();
            for (Move wage : wages) {
                Set<Integer> told = new TreeSet<>();
                for (Move move : spent) {
                    boolean soon = move.time() >= wage.time() && move.time() - wage.time() <= SOON;
                    double part = move.amount().doubleValue()
                            / Math.max(1e-9, wage.amount().doubleValue());
                    if (soon
                            && move.currency().equals(wage.currency())
                            && part >= LARGE_PART
                            && part <= 1
                            && !victims.isProtected(move.other())
                            && told.add(move.other())) {
                        times.merge(move.other(), 1, Integer::sum);
                        passedOn.computeIfAbsent(move.other(), k -> new ArrayList<>())
                                .addAll(List.of(wage.claim(), move.claim()));
                    }
                }
            }
            times.forEach((taker, hits) -> {
                if (hits >= FEWEST_WAGES && hits >= NEARLY_ALWAYS * wages.size()) {
                    Taken taken = byTaker.computeIfAbsent(taker, k -> new Taken());
                    taken.forwarding.add(victim);
                    passedOn.getOrDefault(taker, List.of()).forEach(c -> reporter.add(taken.transfers, c));
                }
            });
        });
    }

    private static Move move(TransferTable transfers, int row, int other) {
        return new Move(
                transfers.time(row), other, transfers.amount(row), transfers.currency(row), transfers.claim(row));
    }
}
