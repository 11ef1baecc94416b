package org.manumit.graph.analysis.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Quantity;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * What exploitation brought in, from what the rows of a case file say was earned, less what victims kept (003, l.
 * 14168-14201). Costs are not known and not taken off. A range: the least takes earnings as of all people of a row
 * together, five days of seven, and the shortest time that the dates allow; the most takes them as of each person, every
 * day, and the longest time.
 *
 * @param by who exploited
 * @param currency in which currency
 * @param least at least so much
 * @param most at most so much; empty where the file bounds it nowhere
 * @param assumptions what was assumed, in sentences
 * @param evidence the rows reckoned with
 */
public record ProfitEstimate(
        List<EntityId> by,
        String currency,
        BigDecimal least,
        Optional<BigDecimal> most,
        List<String> assumptions,
        List<ClaimId> evidence) {

    /** Where the estimate comes from. */
    public static final String SOURCE = "Jernow, ch. 9, in Friesendorf 2009 (003, l. 14168-14201)";

    private static final double WORKING_DAYS = 5.0 / 7;

    public ProfitEstimate {
        by = List.copyOf(by);
        assumptions = List.copyOf(assumptions);
        evidence = List.copyOf(evidence);
    }

    private record Key(List<EntityId> by, String currency) {}

    private static final class Sum {
        double least;
        double most;
        boolean bounded = true;
        final Set<String> assumptions = new LinkedHashSet<>();
        final List<ClaimId> evidence = new ArrayList<>();
    }

    /** The estimates of a case, by who exploited and by currency; none where nothing says what was earned. */
    public static List<ProfitEstimate> of(CaseGraph graph, Actors actors, Victims victims) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Claim claim : graph.claims(ClaimType.EXPLOITATION)) {
            Optional<Quantity> earned = Quantity.parse(claim.value("earned"));
            String currency = claim.value("currency").strip().toUpperCase(Locale.ROOT);
            if (earned.isEmpty()) {
                continue;
            }
            List<EntityId> by = claim.holders(Part.BY)
                    .map(id -> graph.entity(actors.actorOf(graph.indexOf(id).orElseThrow())))
                    .map(Entity::id)
                    .filter(id -> !victims.isVictim(id))
                    .distinct()
                    .sorted()
                    .toList();
            add(sums.computeIfAbsent(new Key(by, currency), k -> new Sum()), claim, earned.get());
        }
        List<ProfitEstimate> estimates = new ArrayList<>();
        sums.forEach((key, sum) -> estimates.add(new ProfitEstimate(
                key.by(),
                key.currency(),
                rounded(sum.least),
                sum.bounded ? Optional.of(rounded(sum.most)) : Optional.empty(),
                List.copyOf(sum.assumptions),
                sum.evidence)));
        return estimates;
    }

    /** Two figures are more than the rows bear out. */
    private static BigDecimal rounded(double amount) {
        return new BigDecimal(amount)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static void add(Sum sum, Claim claim, Quantity earned) {
        Optional<Quantity> kept = Quantity.parse(claim.value("kept by victim"));
        if (kept.isEmpty()) {
            sum.assumptions.add("Where nothing says what victims kept, all that was earned is counted.");
        }
        double low = Math.max(
                0,
                earned.atLeast()
                        - kept.map(k -> k.most().orElse(k.least()).doubleValue())
                                .orElse(0.0));
        double high = Math.max(
                0,
                earned.most().orElse(earned.least()).doubleValue()
                        - kept.map(Quantity::atLeast).orElse(0.0));
        if (earned.most().isEmpty()) {
            sum.bounded = false;
        }
        double named = claim.holders(Part.VICTIM).distinct().count();
        double people = Math.max(
                Math.max(1, named),
                Quantity.parse(claim.value("count")).map(Quantity::atLeast).orElse(1.0));
        if (people > 1) {
            sum.assumptions.add(
                    "Where a row names several people, its earnings are those of all at least, and of each at most.");
        }
        double days =
                switch (claim.value("per").strip().toLowerCase(Locale.ROOT)) {
                    case "day" -> 1;
                    case "week" -> 7;
                    case "month" -> 30.4;
                    default -> 0;
                };
        sum.evidence.add(claim.id());
        if (days == 0) {
            sum.least += low;
            sum.most += high * people;
            return;
        }
        Optional<PartialDate> from = claim.when().from();
        Optional<PartialDate> to = claim.when().to();
        double shortest = 1;
        double longest = 1;
        if (from.isPresent() && to.isPresent()) {
            shortest = Math.max(1, days(from.get().end(), to.get().start()) + 2);
            longest = Math.max(shortest, days(from.get().start(), to.get().end()));
        } else {
            sum.bounded = false;
            sum.assumptions.add(
                    "Where a beginning or an end is not known, one day, week or month is counted at least.");
            shortest = days;
        }
        if (days == 1) {
            sum.assumptions.add("Earnings of a day are counted for five days of seven at least.");
            sum.least += low * Math.max(1, shortest * WORKING_DAYS);
        } else {
            sum.least += low * Math.max(1, Math.floor(shortest / days));
        }
        sum.most += high * people * Math.max(1, longest / days);
    }

    private static double days(LocalDateTime from, LocalDateTime to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
