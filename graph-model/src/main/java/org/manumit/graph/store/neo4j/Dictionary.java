package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Ids that a bundle's lists refer to by number; number 0 stands for none. */
final class Dictionary {

    private static final int NONE = -1;

    private final List<String> words = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();

    int index(String word) {
        return numbers.computeIfAbsent(word, w -> {
            words.add(w);
            return words.size() - 1;
        });
    }

    boolean isEmpty() {
        return words.size() == 1;
    }

    List<String> words() {
        return words;
    }

    /** Where the entities of a stored dictionary stand in the snapshot's list; -1 for none. */
    static int[] entities(Value dictionary, Map<String, Integer> entityIndex) {
        int[] entities = new int[dictionary.size()];
        for (int i = 0; i < entities.length; i++) {
            String id = dictionary.get(i).asString();
            entities[i] = id.isEmpty() ? NONE : entityIndex.get(id);
        }
        return entities;
    }
}
