package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.typology.Findings.Finding;

/** What was found for and against the classes, as it is found. Used by one thread. */
final class Findings {

    /**
     * One criterion met.
     *
     * @param strength how far it is met, above 0 and at most 1
     */
    record Finding(ClassCriterion criterion, double strength, String text, List<ClaimId> evidence) {}

    private static final double NOT_WORTH_SAYING = 0.05;

    /** Evidence shown with one reason, at most: more is not read, and each claim leads on to the rest. */
    static final int EVIDENCE_SHOWN = 40;

    private final List<Finding> findings = new ArrayList<>();

    void add(ClassCriterion criterion, double strength, String text, Collection<ClaimId> evidence) {
        if (strength > NOT_WORTH_SAYING) {
            findings.add(new Finding(
                    criterion,
                    Math.min(1, strength),
                    text,
                    evidence.stream().distinct().limit(EVIDENCE_SHOWN).toList()));
        }
    }

    void add(Finding finding) {
        add(finding.criterion(), finding.strength(), finding.text(), finding.evidence());
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** How far a criterion is met; 0 where nothing was found. */
    double strength(ClassCriterion criterion) {
        return findings.stream()
                .filter(f -> f.criterion() == criterion)
                .mapToDouble(Finding::strength)
                .max()
                .orElse(0);
    }

    /** How little speaks for one party that tasks or coordinates the others, from 0 to 1. */
    double uncoordinated() {
        return (1 - 0.8 * strength(ClassCriterion.DEMAND_MEETS_SUPPLY_IN_ONE_PARTY))
                * (1 - 0.8 * strength(ClassCriterion.TASKING_FROM_A_CENTRE));
    }
}
