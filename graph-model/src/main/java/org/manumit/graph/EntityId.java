package org.manumit.graph;

import java.util.Objects;

/**
 * The stable name of an entity in a case. It is made from what identifies the entity in the sources (a telephone
 * number in E.164, an IBAN, a workbook's {@code id}), never from a database's own numbering, so that saved views,
 * evidence references and repeated imports keep meaning the same thing.
 *
 * @param value the whole identifier, for example {@code phone:+40722123456}
 */
public record EntityId(String value) implements Comparable<EntityId> {

    public EntityId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("an entity id must not be blank");
        }
    }

    /** The id of an entity that is known by a natural key of its kind, such as a normalised number. */
    public static EntityId of(EntityKind kind, String key) {
        return new EntityId(kind.prefix() + ":" + key);
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
