package org.manumit.app.feature.documents;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.EntityId;
import org.manumit.importers.findings.Finding;

/**
 * A finding as it is offered.
 *
 * @param finding what was found
 * @param document the document it stands in
 * @param value what it is, as shown: a number, a date, whom a name means
 * @param match whom or what of the case it is, as shown; a word for new things; empty where neither can be said
 * @param place where it stands: page and paragraph
 * @param sentence its sentence, as shown
 * @param candidates whom or what of the case it may be, as shown
 * @param owners whose it may be, those of the sentence first, as shown; empty when it can be nobody's
 */
public record Offer(
        Finding finding,
        EntityId document,
        String value,
        String match,
        String place,
        String sentence,
        List<Named> candidates,
        List<Named> owners) {

    /** Somebody or something of the case, as shown. */
    public record Named(EntityId entity, String name) {}

    public Offer {
        candidates = List.copyOf(candidates);
        owners = List.copyOf(owners);
    }

    /** The match that goes without saying. */
    Optional<EntityId> only() {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst().entity()) : Optional.empty();
    }
}
