package org.manumit.app.enquiry;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.Entity;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;

/**
 * Who stands where among those tied to each other; victims are ranked nowhere.
 *
 * @param scores the most between first
 * @param components the part of the graph that each hangs together with, in the order of the scores
 * @param bridges ties without which others would lose touch, as pairs of ends
 * @param betweenness whether the betweenness of the scores is exact; their other figures are
 * @param directed figures by direction or weight, where asked for
 */
public record MeasureAnswer(
        List<CentralityScore> scores,
        List<Integer> components,
        List<List<Entity>> bridges,
        Exactness betweenness,
        Optional<List<Directed>> directed) {

    /** The measures of one node by the direction or weight of its ties; all exact. */
    public record Directed(
            Entity entity,
            int in,
            int out,
            double weightIn,
            double weightOut,
            double betweenness,
            double reaching,
            double reached,
            double eigenvector,
            double pageRank,
            int strongPart) {}

    public MeasureAnswer {
        scores = List.copyOf(scores);
        components = List.copyOf(components);
        bridges = List.copyOf(bridges);
        directed = directed.map(List::copyOf);
    }
}
