package org.manumit.graph.analysis.centrality;

import java.util.Objects;
import org.manumit.graph.EntityId;

/**
 * Where one actor stands among those tied to each other.
 *
 * @param entity who
 * @param label what the source calls them
 * @param degree how many others they are tied to
 * @param betweenness Freeman's (1977), undirected and unnormalised
 * @param betweennessBound by how much at most the betweenness is off, as surely as its {@link Exactness} says; 0 when
 *     exact
 * @param closeness one over the mean distance to those reached, times the share of others reached (Wasserman and Faust
 *     1994)
 * @param eigenvector scaled so that the largest is 1
 * @param pageRank share of a walk that follows ties at random (Brin and Page 1998); all add up to 1
 * @param core the largest k so that they belong to a part in which everybody is tied to k others (Seidman 1983)
 * @param place whether their loss would part others
 * @param community number of the community, from 0, the largest first
 */
public record CentralityScore(
        EntityId entity,
        String label,
        int degree,
        double betweenness,
        double betweennessBound,
        double closeness,
        double eigenvector,
        double pageRank,
        int core,
        Place place,
        int community) {

    /** Whether others hang together without somebody. */
    public enum Place {
        ORDINARY,
        /** Without them some would lose touch: an articulation point. */
        CUT_POINT
    }

    /** The same with an exact betweenness in place of an estimate. */
    public CentralityScore exactly(double exact) {
        return new CentralityScore(
                entity, label, degree, exact, 0, closeness, eigenvector, pageRank, core, place, community);
    }

    public CentralityScore {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(place, "place");
    }
}
