package org.manumit.graph;

import java.util.Objects;

/**
 * What claims are about.
 *
 * @param id stable identifier
 * @param kind what it is
 * @param label what the source called it: a name, a number as normalised, a plate
 * @param standing whether a source describes it or only refers to it
 */
public record Entity(EntityId id, EntityKind kind, String label, Standing standing) {

    /** How an entity came to be known. */
    public enum Standing {
        /** A row of its own, or a record of it, describes the entity. */
        DESCRIBED,
        /** Somebody or something is named in a row but described nowhere. */
        REFERENCE_ONLY,
        /** Only a name as a record shows it (the sender of a transfer); may be anybody of that name. */
        NAME_ONLY
    }

    public Entity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(standing, "standing");
    }
}
