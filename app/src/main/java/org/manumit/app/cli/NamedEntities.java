package org.manumit.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;

/** What a user's words name in a case. */
final class NamedEntities {

    private final CaseGraph graph;

    NamedEntities(CaseGraph graph) {
        this.graph = graph;
    }

    /** The entity of a name, number or id. */
    int entity(String word) {
        String sought = word.strip();
        List<Entity> all = graph.entities();
        int[] found = IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().value().equals(sought)
                        || all.get(i).id().value().endsWith("/" + sought)
                        || all.get(i).label().equalsIgnoreCase(sought))
                .toArray();
        if (found.length == 0) {
            throw new CommandFailure("nothing in the case is called " + word + "; names are written as in the case");
        }
        // a name that a described person bears is theirs before it is a name on some record
        return Arrays.stream(found)
                .filter(i -> all.get(i).standing() == Entity.Standing.DESCRIBED)
                .findFirst()
                .orElse(found[0]);
    }
}
