package org.manumit.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.manumit.graph.ClaimId;

/**
 * Weighs what speaks for and against a finding as log-odds, so that weak signs add up and none decides alone. Not safe
 * for use from several threads.
 */
public final class Weighing {

    private final List<Reason> reasonsFor = new ArrayList<>();
    private final List<Reason> reasonsAgainst = new ArrayList<>();
    private double logOdds;

    /**
     * Begins with how likely the finding is before anything speaks for it.
     *
     * @param prior log-odds; -3 is one in twenty
     */
    public Weighing(double prior) {
        logOdds = prior;
    }

    /**
     * Adds what speaks for the finding.
     *
     * @param strength how fully the criterion is met, from 0 to 1; nothing is added at 0
     */
    public Weighing add(Criterion criterion, double strength, String text, List<ClaimId> evidence) {
        double weight = weight(criterion, strength);
        if (weight > 0) {
            logOdds += weight;
            reasonsFor.add(new Reason(criterion.key(), weight, text, criterion.source(), evidence));
        }
        return this;
    }

    /** Adds what speaks against the finding. */
    public Weighing subtract(Criterion criterion, double strength, String text, List<ClaimId> evidence) {
        double weight = weight(criterion, strength);
        if (weight > 0) {
            logOdds -= weight;
            reasonsAgainst.add(new Reason(criterion.key(), weight, text, criterion.source(), evidence));
        }
        return this;
    }

    private static double weight(Criterion criterion, double strength) {
        return criterion.weight() * Math.clamp(strength, 0, 1);
    }

    /** How well founded the finding is, from 0 to 1. */
    public double score() {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** What speaks for it, as it was added. */
    public List<Reason> reasonsFor() {
        return List.copyOf(reasonsFor);
    }

    /** What speaks against it, as it was added. */
    public List<Reason> reasonsAgainst() {
        return List.copyOf(reasonsAgainst);
    }
}
