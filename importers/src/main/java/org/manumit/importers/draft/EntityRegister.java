package org.manumit.importers.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;

/** The distinct entities of one draft, each with its index. Not safe for use from several threads. */
public final class EntityRegister {
    private final List<Entity> entities = new ArrayList<>();
    private final Map<EntityId, Integer> indexes = new HashMap<>();

    /** Index of an entity, added when new; of two accounts of one entity the better described one stays. */
    public int index(Entity entity) {
        Integer known = indexes.get(entity.id());
        if (known == null) {
            known = entities.size();
            entities.add(entity);
            indexes.put(entity.id(), known);
        } else {
            entities.set(known, CaseGraph.better(entities.get(known), entity));
        }
        return known;
    }

    /** Index of a described entity known by a natural key, labelled with that key. */
    public int index(EntityKind kind, String key) {
        return index(new Entity(EntityId.of(kind, key), kind, key, Entity.Standing.DESCRIBED));
    }

    /** Whether an entity stands in the register. */
    public boolean contains(EntityId id) {
        return indexes.containsKey(id);
    }

    /** The entity at an index. */
    public Entity get(int index) {
        return entities.get(index);
    }

    /** How many so far. */
    public int size() {
        return entities.size();
    }

    /** All of them, in the order of their indexes. */
    public List<Entity> toList() {
        return List.copyOf(entities);
    }
}
