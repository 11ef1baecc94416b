package org.manumit.graph.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;

/**
 * Says which shape a network has, from what can be measured of its parties and their ties. It knows nothing of the
 * class: the two are separate judgements (the same rings are a hub in one chapter and hybrid in another: 003,
 * l. 16162-16171, 5041-5053). Stateless; safe for use from several threads.
 */
public final class ShapeClassifier {

    private static final double SURE = 0.5;
    private static final double LEAD = 0.15;
    private static final double STRUCTURE = 1.0;
    private static final double SHARPNESS = 0.9;

    /** Reasons against shown beside a verdict of insufficient. */
    private static final int SHOWN = 6;

    private static final List<NetworkShape> SHAPES =
            List.of(NetworkShape.FLUX, NetworkShape.BROKER, NetworkShape.CHAIN, NetworkShape.MESH, NetworkShape.HUB);

    /**
     * Judges one network.
     *
     * @param facts what is known of it
     * @param loneOperators how many networks of the case have a single perpetrator
     */
    public Verdict<NetworkShape> classify(NetworkFacts facts, int loneOperators) {
        PartyGraph graph = new PartyGraph(facts);
        Contest<NetworkShape, ShapeCriterion> contest = new Contest<>(SHAPES);
        boolean lone = facts.people() <= 1 && facts.victims().least() <= 2 && loneOperators >= 3;
        if (lone) {
            contest.add(
                    ShapeCriterion.LONE_OPERATORS,
                    1,
                    "The case holds " + loneOperators + " who operate alone, each with a victim or two.",
                    List.of());
        } else if (graph.measures().parties() < 3) {
            return insufficient(
                    contest,
                    ShapeCriterion.TOO_FEW_TO_TELL,
                    "Fewer than three are known to act in it: no shape to speak of.",
                    List.of(),
                    graph);
        } else if (graph.measures().ties() == 0) {
            return insufficient(
                    contest,
                    ShapeCriterion.TIES_NOT_KNOWN,
                    "Nothing is known of who of them deals with whom.",
                    List.of(),
                    graph);
        } else {
            new ShapeSigns(facts, graph, contest).read();
        }
        return decide(contest, graph);
    }

    /** Measures a network's parties and ties. */
    public ShapeMeasures measure(NetworkFacts facts) {
        return new PartyGraph(facts).measures();
    }

    private static Verdict<NetworkShape> decide(Contest<NetworkShape, ShapeCriterion> contest, PartyGraph graph) {
        NetworkShape best = contest.best();
        Map<NetworkShape, Double> support = contest.support(SHARPNESS);
        List<Reason> reasonsFor = contest.reasonsFor(best);
        if (contest.score(best) < STRUCTURE) {
            return insufficient(
                    contest,
                    ShapeCriterion.TIES_NOT_KNOWN,
                    ShapeCriterion.TIES_NOT_KNOWN.statement(),
                    reasonsFor,
                    graph);
        }
        if (support.getOrDefault(best, 0.0) < SURE || contest.lead(support) < LEAD) {
            return insufficient(
                    contest,
                    ShapeCriterion.TIES_NOT_KNOWN,
                    "The ties point to " + best.name().toLowerCase(Locale.ROOT)
                            + ", but not by enough over other shapes.",
                    reasonsFor,
                    graph);
        }
        return new Verdict<>(best, support, reasonsFor, contest.reasonsAgainst(best), missing(graph));
    }

    private static Verdict<NetworkShape> insufficient(
            Contest<NetworkShape, ShapeCriterion> contest,
            ShapeCriterion why,
            String text,
            List<Reason> against,
            PartyGraph graph) {
        return new Verdict<>(
                NetworkShape.INSUFFICIENT,
                contest.support(SHARPNESS),
                List.of(new Reason(why.key(), 1, text, why.source(), List.of())),
                against.stream().limit(SHOWN).toList(),
                missing(graph));
    }

    private static List<MissingEvidence> missing(PartyGraph graph) {
        List<MissingEvidence> missing = new ArrayList<>();
        if (graph.recruiting().isEmpty() || graph.exploiting().isEmpty()) {
            missing.add(new MissingEvidence(
                    "Who stands at the ends: recruitment and exploitation.",
                    "Calls before departure and at the destination; statements."));
        }
        ShapeMeasures measures = graph.measures();
        if (measures.repeatedShare() == 0 && measures.singleShare() == 0) {
            missing.add(new MissingEvidence(
                    "Whether dealings were single or repeated.",
                    "Dates of calls, transfers and hand-overs between the same parties."));
        }
        if (measures.density() < 0.3) {
            missing.add(new MissingEvidence(
                    "Whether parties that seem apart deal with each other.",
                    "Operators' records of all parties' numbers for the same months; common contacts."));
        }
        return missing;
    }
}
