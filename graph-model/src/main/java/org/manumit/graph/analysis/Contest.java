package org.manumit.graph.analysis;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.ClaimId;

/**
 * Answers that exclude each other, and what was found for and against each. What criteria lean adds up as log-odds; no
 * answer is likelier than another to begin with. Not safe for use from several threads.
 *
 * @param <A> the answers
 * @param <C> what tells them apart
 */
public final class Contest<A extends Enum<A>, C extends LeaningCriterion<A>> {

    /**
     * One criterion met.
     *
     * @param strength how far it is met, above 0 and at most 1
     * @param text one sentence for the user, naming who and what
     * @param evidence the claims it rests on
     */
    public record Finding<C>(C criterion, double strength, String text, List<ClaimId> evidence) {}

    /** Evidence shown with one reason, at most: more is not read, and each claim leads on to the rest. */
    public static final int EVIDENCE_SHOWN = 40;

    private static final double NOT_WORTH_SAYING = 0.05;
    private static final double NO_MARGIN = 0.01;

    private final List<A> answers;
    private final List<Finding<C>> findings = new ArrayList<>();

    /** @param answers those that may win, at least two */
    public Contest(List<A> answers) {
        if (answers.size() < 2) {
            throw new IllegalArgumentException("a contest needs two answers at least");
        }
        this.answers = List.copyOf(answers);
    }

    /** Adds what was found; what is hardly met is left out. */
    public void add(C criterion, double strength, String text, Collection<ClaimId> evidence) {
        if (strength > NOT_WORTH_SAYING) {
            findings.add(new Finding<>(
                    criterion,
                    Math.min(1, strength),
                    text,
                    evidence.stream().distinct().limit(EVIDENCE_SHOWN).toList()));
        }
    }

    /** Adds what was found; what is hardly met is left out. */
    public void add(Finding<C> finding) {
        add(finding.criterion(), finding.strength(), finding.text(), finding.evidence());
    }

    /** All that was found, as it was added. */
    public List<Finding<C>> findings() {
        return List.copyOf(findings);
    }

    /** How far a criterion is met; 0 where nothing was found. */
    public double strength(C criterion) {
        return findings.stream()
                .filter(f -> f.criterion().equals(criterion))
                .mapToDouble(Finding::strength)
                .max()
                .orElse(0);
    }

    /** What speaks for an answer less what speaks against it, in log-odds. */
    public double score(A answer) {
        return findings.stream()
                .mapToDouble(f -> f.strength() * f.criterion().lean(answer))
                .sum();
    }

    /** The answer with the best score; of equals, the first named. */
    public A best() {
        A best = answers.getFirst();
        for (A answer : answers) {
            if (score(answer) > score(best)) {
                best = answer;
            }
        }
        return best;
    }

    /**
     * Shares of support, adding up to 1.
     *
     * @param sharpness how much a score counts: 1 takes criteria as independent of each other, 0 all answers as equal
     */
    public Map<A, Double> support(double sharpness) {
        double max = score(best());
        Map<A, Double> support = new EnumMap<>(answers.getFirst().getDeclaringClass());
        answers.forEach(answer -> support.put(answer, Math.exp(sharpness * (score(answer) - max))));
        double sum = support.values().stream().mapToDouble(Double::doubleValue).sum();
        support.replaceAll((answer, share) -> share / sum);
        return support;
    }

    /** By how much the best supported answer is ahead of the next. */
    public double lead(Map<A, Double> support) {
        List<Double> shares = support.values().stream()
                .sorted(comparingDouble((Double share) -> share).reversed())
                .toList();
        return shares.get(0) - shares.get(1);
    }

    /** What sets an answer apart from the others, weightiest first. */
    public List<Reason> reasonsFor(A answer) {
        return reasons(answer, 1);
    }

    /** What sets the others apart from an answer, weightiest first. */
    public List<Reason> reasonsAgainst(A answer) {
        return reasons(answer, -1);
    }

    private List<Reason> reasons(A answer, int side) {
        List<Reason> reasons = new ArrayList<>();
        for (Finding<C> finding : findings) {
            C criterion = finding.criterion();
            double others = answers.stream()
                    .filter(a -> a != answer)
                    .mapToDouble(criterion::lean)
                    .average()
                    .orElse(0);
            double margin = side * finding.strength() * (criterion.lean(answer) - others);
            if (margin > NO_MARGIN) {
                reasons.add(
                        new Reason(criterion.key(), margin, finding.text(), criterion.source(), finding.evidence()));
            }
        }
        reasons.sort(comparingDouble(Reason::weight).reversed());
        return List.copyOf(reasons);
    }
}
