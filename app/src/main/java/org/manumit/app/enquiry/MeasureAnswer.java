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
 * @param directed what direction or weight shows, where asked for
 */
public record MeasureAnswer(
        List<CentralityScore> scores,
        List<Integer> components,
        List<List<Entity>> bridges,
        Exactness betweenness,
        Optional<ByDirection> directed) {

    /**
     * What the direction or weight of ties shows; all exact.
     *
     * @param nodes the measures of each node, the most between first
     * @param bridges the arcs, from and to, without which some who reach each other would no longer
     */
    public record ByDirection(List<Directed> nodes, List<List<Entity>> bridges) {
        public ByDirection {
            nodes = List.copyOf(nodes);
            bridges = List.copyOf(bridges);
        }
    }

    /**
     * The measures of one node by the direction or weight of its ties; all exact.
     *
     * @param in how many lead to it
     * @param out how many it leads to
     * @param weightIn how much leads to it
     * @param weightOut how much it leads to
     * @param betweenness on how many of the shortest ways between two others it lies
     * @param reaching how close others are along the arcs
     * @param reached how close it is to others along the arcs
     * @param eigenvector how well tied those are who lead to it
     * @param pageRank the share of a walk along the arcs
     * @param coreIn the largest k so that it is in a part where everybody is approached by k others of it
     * @param coreOut the same for approaching k others of it
     * @param place whether others who reach each other would no longer without it
     * @param community those whom it sends to or receives from more than chance would have it
     * @param strongPart the part in which everybody reaches everybody
     */
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
            double coreIn,
            double coreOut,
            CentralityScore.Place place,
            int community,
            int strongPart) {}

    public MeasureAnswer {
        scores = List.copyOf(scores);
        components = List.copyOf(components);
        bridges = List.copyOf(bridges);
    }
}
