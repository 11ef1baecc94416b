package org.manumit.app.session;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;

/** What the user is looking at; one selection across all views. */
public sealed interface Selection {

    /** Nothing. */
    Selection NOTHING = new Nothing();

    /** Nothing. */
    record Nothing() implements Selection {}

    /** Somebody or something. */
    record OfEntity(EntityId entity) implements Selection {
        public OfEntity {
            Objects.requireNonNull(entity, "entity");
        }
    }

    /** Everything that ties two to each other; in no order. */
    record OfLink(EntityId one, EntityId other) implements Selection {
        public OfLink {
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
        }
    }

    /** Several at once, as a lasso gives them. */
    record OfEntities(List<EntityId> entities) implements Selection {
        public OfEntities {
            entities = List.copyOf(entities);
        }
    }

    /**
     * A way from one to another, or a network that joins several.
     *
     * @param title what it is, for the user
     * @param on who is on it, in its order
     * @param ties the ties that it follows
     * @param evidence what the ties rest on
     */
    record OfWay(String title, List<EntityId> on, List<OfLink> ties, List<ClaimId> evidence) implements Selection {
        public OfWay {
            Objects.requireNonNull(title, "title");
            on = List.copyOf(on);
            ties = List.copyOf(ties);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The evidence of a statement that the program makes.
     *
     * @param title what the statement is about, for the user
     * @param statement the statement
     * @param source where its criterion comes from; may be empty
     * @param evidence the claims it rests on
     */
    record OfEvidence(String title, String statement, String source, List<ClaimId> evidence) implements Selection {
        public OfEvidence {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(source, "source");
            evidence = List.copyOf(evidence);
        }
    }
}
