package org.manumit.graph.analysis.typology;

import java.util.List;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.network.NetworkFacts;

/**
 * Says whether a network is entrepreneurial, hybrid or transnational, why, and what would settle it (Picarelli, ch. 3, in
 * Friesendorf 2009; 003, l. 4915-5068). The leanings of {@link ClassCriterion} add up; no class is likelier than another
 * to begin with (the sources contradict each other on that: 000, l. 475-479; 002, l. 409-411). Stateless; safe for use
 * from several threads.
 */
public final class NetworkClassifier {

    private static final List<NetworkClass> CLASSES =
            List.of(NetworkClass.ENTREPRENEURIAL, NetworkClass.HYBRID, NetworkClass.TRANSNATIONAL);

    /** Judges one network. */
    public Verdict<NetworkClass> classify(NetworkFacts facts) {
        Slots slots = new Slots(facts);
        Contest<NetworkClass, ClassCriterion> contest = new Contest<>(CLASSES);
        // first, because how far somebody coordinates bears on what separate groups mean
        new DecisionSigns(facts, slots, contest).read();
        new DivisionSigns(facts, slots, contest).read();
        new ProfitSigns(facts, slots, contest).read();
        new ScaleSigns(facts, slots, contest).read();
        new AncillarySigns(facts, slots, contest).read();
        new TruncationSigns(facts, slots, contest).read();
        return new ClassDecision(facts, slots, contest).decide();
    }
}
