package org.manumit.graph.analysis.typology;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Word;
import org.manumit.graph.analysis.typology.Findings.Finding;

/** Weighs what was found: the class best supported, or what stands in the way of naming one. */
final class ClassDecision {

    /** How well supported the best class must be, and by how much better than the next. */
    private static final double SURE = 0.6;

    private static final double LEAD = 0.2;

    /** How much must speak about who decides and where the profit goes. */
    private static final double STRUCTURE = 0.8;

    private static final List<NetworkClass> CLASSES =
            List.of(NetworkClass.ENTREPRENEURIAL, NetworkClass.HYBRID, NetworkClass.TRANSNATIONAL);

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final List<Finding> findings;

    ClassDecision(NetworkFacts facts, Slots slots, Findings findings) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.findings = findings.all();
    }

    Verdict<NetworkClass> decide() {
        Map<NetworkClass, Double> scores = new EnumMap<>(NetworkClass.class);
        CLASSES.forEach(c -> scores.put(
                c,
                findings.stream()
                        .mapToDouble(f -> f.strength() * f.criterion().lean(c))
                        .sum()));
        NetworkClass best = CLASSES.stream()
                .max(comparingDouble((NetworkClass c) -> scores.getOrDefault(c, 0.0)))
                .orElseThrow();
        double structure = findings.stream()
                .filter(f -> f.criterion().isStructural() && f.criterion().lean(best) > 0)
                .mapToDouble(f -> f.strength() * f.criterion().lean(best))
                .sum();
        List<Reason> blocking = blocking(best, structure);
        boolean nothing = blocking.stream()
                .anyMatch(r -> r.criterion().equals(ClassCriterion.READS_AS_SMUGGLING.key())
                        || r.criterion().equals(ClassCriterion.BETWEEN_SMUGGLING_AND_TRAFFICKING.key()));
        // what stands in the way of a verdict makes the support less certain too
        Map<NetworkClass, Double> support =
                nothing ? softmax(scores, 0) : softmax(scores, blocking.isEmpty() ? 0.6 : 0.3);
        double top = support.getOrDefault(best, 0.0);
        double second = CLASSES.stream()
                .filter(c -> c != best)
                .mapToDouble(c -> support.getOrDefault(c, 0.0))
                .max()
                .orElse(0);
        if (blocking.isEmpty() && (top < SURE || top - second < LEAD)) {
            blocking.add(new Reason(
                    "signs-conflict",
                    1,
                    "The signs point different ways: " + words(best) + " is best supported, but not by enough.",
                    ClassCriterion.NOBODY_DECIDES_YET.source(),
                    List.of()));
        }
        List<Reason> reasonsFor = new ArrayList<>();
        List<Reason> reasonsAgainst = new ArrayList<>();
        for (Finding f : findings) {
            double margin = f.strength() * margin(f.criterion(), best);
            Reason reason = new Reason(
                    f.criterion().key(),
                    Math.abs(margin),
                    f.text(),
                    f.criterion().source(),
                    f.evidence());
            if (margin > 0.01) {
                reasonsFor.add(reason);
            } else if (margin < -0.01) {
                reasonsAgainst.add(reason);
            }
        }
        reasonsFor.sort(comparingDouble(Reason::weight).reversed());
        reasonsAgainst.sort(comparingDouble(Reason::weight).reversed());
        if (!blocking.isEmpty()) {
            return new Verdict<>(
                    NetworkClass.INSUFFICIENT,
                    support,
                    blocking,
                    nothing ? List.of() : reasonsFor.stream().limit(6).toList(),
                    new ClassGaps(facts, slots, this.findings).missing());
        }
        return new Verdict<>(
                best, support, reasonsFor, reasonsAgainst, new ClassGaps(facts, slots, this.findings).missing());
    }

    /** How much a criterion sets a class apart from the other two. */
    private static double margin(ClassCriterion criterion, NetworkClass answer) {
        double others = CLASSES.stream()
                .filter(c -> c != answer)
                .mapToDouble(criterion::lean)
                .average()
                .orElse(0);
        return criterion.lean(answer) - others;
    }

    private static Map<NetworkClass, Double> softmax(Map<NetworkClass, Double> scores, double sharpness) {
        double max =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Map<NetworkClass, Double> support = new EnumMap<>(NetworkClass.class);
        double sum = 0;
        for (NetworkClass c : CLASSES) {
            double e = Math.exp(sharpness * (scores.getOrDefault(c, 0.0) - max));
            support.put(c, e);
            sum += e;
        }
        double total = sum;
        support.replaceAll((c, e) -> e / total);
        return support;
    }

    private static String words(NetworkClass answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    private Reason block(ClassCriterion criterion, String text, Collection<ClaimId> evidence) {
        return new Reason(
                criterion.key(),
                Math.max(1, criterion.weight()),
                text,
                criterion.source(),
                evidence.stream().distinct().limit(Findings.EVIDENCE_SHOWN).toList());
    }

    private List<Reason> blocking(NetworkClass best, double structure) {
        List<Reason> blocking = new ArrayList<>();
        List<ClaimId> journeys = facts.journeys().stream().map(Journey::claim).toList();
        if (!facts.exploitationSeen()) {
            List<ClaimId> control = control();
            if (control.isEmpty()
                    && facts.network().victims().isEmpty()
                    && (!slots.movers().isEmpty() || !journeys.isEmpty())) {
                blocking.add(block(
                        ClassCriterion.READS_AS_SMUGGLING,
                        "People were moved and nothing in the file says that anybody exploited them: this reads as smuggling, which gets no class.",
                        journeys.isEmpty() ? Slots.evidence(slots.movers()) : journeys));
                return blocking;
            }
            if (!slots.movers().isEmpty() || !journeys.isEmpty()) {
                blocking.add(block(
                        ClassCriterion.BETWEEN_SMUGGLING_AND_TRAFFICKING,
                        "People were moved and some signs point to control over them, but no exploitation is known: undetermined between smuggling and trafficking.",
                        Stream.concat(control.stream(), journeys.stream()).toList()));
                return blocking;
            }
            blocking.add(block(
                    ClassCriterion.EMPTY_SLOTS,
                    "Nobody is known to exploit, and no exploitation is described.",
                    List.of()));
            return blocking;
        }
        double firm = findings.stream()
                .filter(f -> f.criterion() == ClassCriterion.TASKING_FROM_A_CENTRE
                        || f.criterion() == ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES
                        || f.criterion() == ClassCriterion.ONE_ORGANISATION_IN_EVERY_PHASE
                        || f.criterion() == ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY)
                .mapToDouble(f -> f.strength() * Math.max(0, f.criterion().lean(best)))
                .sum();
        for (Finding f : findings) {
            if (f.criterion() == ClassCriterion.SIZE_AGAINST_VOLUME && firm < 1.5) {
                blocking.add(block(f.criterion(), f.text(), f.evidence()));
            }
        }
        if (slots.exploiters().isEmpty()) {
            blocking.add(block(ClassCriterion.EMPTY_SLOTS, "Nobody is known to exploit.", List.of()));
        }
        if (slots.recruiters().isEmpty() && slots.movers().isEmpty() && firm < 1.5) {
            blocking.add(block(
                    ClassCriterion.EMPTY_SLOTS,
                    "Nobody is known to recruit or to move people: only the last part of the network is in the file.",
                    Slots.evidence(slots.exploiters())));
        }
        if (!blocking.isEmpty()) {
            findings.stream()
                    .filter(f -> f.criterion() == ClassCriterion.TRUNCATED_BY_POLICING)
                    .forEach(f -> blocking.add(block(f.criterion(), f.text(), f.evidence())));
        } else if (structure < STRUCTURE) {
            blocking.add(
                    block(ClassCriterion.NOBODY_DECIDES_YET, ClassCriterion.NOBODY_DECIDES_YET.statement(), List.of()));
        }
        return blocking;
    }

    /** Signs that those moved were controlled: papers taken, debts, threats, a call for help. */
    private List<ClaimId> control() {
        List<ClaimId> claims = new ArrayList<>();
        for (Claim claim : facts.claims()) {
            boolean controls =
                    switch (claim.type()) {
                        case PAPER -> {
                            List<EntityId> bearers = reading.actors(claim, Part.FOR);
                            yield !bearers.isEmpty()
                                    && reading.actors(claim, Part.HELD_BY).stream()
                                            .anyMatch(id -> !bearers.contains(id));
                        }
                        case DEBT -> !reading.actors(claim, Part.CREDITOR).isEmpty();
                        case TIE -> Word.has(claim, "kind", "threatens") || Word.has(claim, "kind", "controls");
                        case EVENT ->
                            List.of("threat", "violence", "call for help", "escape", "rescue", "killing").stream()
                                    .anyMatch(kind -> Word.has(claim, "kind", kind));
                        case RECRUITMENT -> true;
                        default -> false;
                    };
            if (controls) {
                claims.add(claim.id());
            }
        }
        return claims;
    }
}
