package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.Contest.Finding;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Word;

/** Weighs what was found: the class best supported, or what stands in the way of naming one. */
final class ClassDecision {

    /** How well supported the best class must be, and by how much better than the next. */
    private static final double SURE = 0.6;

    private static final double LEAD = 0.2;

    /** How much must speak about who decides and where the profit goes. */
    private static final double STRUCTURE = 0.8;

    /** How much the scores count: criteria overlap, so their log-odds are not added up at full. */
    private static final double SHARPNESS = 0.6;

    private static final double BLOCKED_SHARPNESS = 0.3;

    /** Reasons shown for the class that would be named, were there not something in the way. */
    private static final int SHOWN = 6;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    ClassDecision(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    Verdict<NetworkClass> decide() {
        NetworkClass best = contest.best();
        List<Reason> blocking = blocking(best);
        boolean nothing = blocking.stream()
                .anyMatch(r -> r.criterion().equals(ClassCriterion.READS_AS_SMUGGLING.key())
                        || r.criterion().equals(ClassCriterion.BETWEEN_SMUGGLING_AND_TRAFFICKING.key()));
        // what stands in the way of a verdict makes the support less certain too
        Map<NetworkClass, Double> support =
                contest.support(nothing ? 0 : blocking.isEmpty() ? SHARPNESS : BLOCKED_SHARPNESS);
        if (blocking.isEmpty() && (support.getOrDefault(best, 0.0) < SURE || contest.lead(support) < LEAD)) {
            blocking.add(block(
                    ClassCriterion.SIGNS_CONFLICT,
                    "The signs point different ways: " + words(best) + " is best supported, but not by enough.",
                    List.of()));
        }
        List<Reason> reasonsFor = contest.reasonsFor(best);
        List<MissingEvidence> missing = new ClassGaps(facts, slots, contest).missing();
        if (blocking.isEmpty()) {
            return new Verdict<>(best, support, reasonsFor, contest.reasonsAgainst(best), missing);
        }
        return new Verdict<>(
                NetworkClass.INSUFFICIENT,
                support,
                blocking,
                nothing ? List.of() : reasonsFor.stream().limit(SHOWN).toList(),
                missing);
    }

    private static String words(NetworkClass answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    /** How much speaks for a class about who decides and where the profit goes. */
    private double structure(NetworkClass answer) {
        return contest.findings().stream()
                .filter(f -> f.criterion().isStructural() && f.criterion().lean(answer) > 0)
                .mapToDouble(f -> f.strength() * f.criterion().lean(answer))
                .sum();
    }

    private Reason block(ClassCriterion criterion, String text, Collection<ClaimId> evidence) {
        return new Reason(
                criterion.key(),
                Math.max(1, criterion.weight()),
                text,
                criterion.source(),
                evidence.stream().distinct().limit(Contest.EVIDENCE_SHOWN).toList());
    }

    private List<Reason> blocking(NetworkClass best) {
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
        double firm = contest.findings().stream()
                .filter(f -> f.criterion() == ClassCriterion.TASKING_FROM_A_CENTRE
                        || f.criterion() == ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES
                        || f.criterion() == ClassCriterion.ONE_ORGANISATION_IN_EVERY_PHASE
                        || f.criterion() == ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY)
                .mapToDouble(f -> f.strength() * Math.max(0, f.criterion().lean(best)))
                .sum();
        for (Finding<ClassCriterion> f : contest.findings()) {
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
            contest.findings().stream()
                    .filter(f -> f.criterion() == ClassCriterion.TRUNCATED_BY_POLICING)
                    .forEach(f -> blocking.add(block(f.criterion(), f.text(), f.evidence())));
        } else if (structure(best) < STRUCTURE) {
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
