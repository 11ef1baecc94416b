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
 * @param eigenvector scaled so that the largest is 1
 * @param community number of the community, from 0, the largest first
 */
public record CentralityScore(
        EntityId entity, String label, int degree, double betweenness, double eigenvector, int community) {
    public CentralityScore {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(label, "label");
    }
}
