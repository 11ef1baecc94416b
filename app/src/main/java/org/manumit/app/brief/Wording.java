package org.manumit.app.brief;

import java.util.OptionalInt;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.query.Pseudonyms;

/** What people and things are called in what leaves the program. Safe for use from several threads. */
public interface Wording {

    /** What to call an entity, by its index in the snapshot. */
    String label(int entity);

    /** A text in which whoever must not be named is not. */
    String text(String text);

    /** Whether texts that witnesses and officers wrote may be given at all. */
    FreeText freeText();

    /** Whether free text may be given. */
    enum FreeText {
        REDACTED,
        LEFT_OUT
    }

    /** Victims and their numbers by pseudonyms, everybody else by name. */
    static Wording victimsPseudonymous(CaseGraph graph) {
        Pseudonyms pseudonyms = Pseudonyms.of(graph);
        return new Wording() {
            @Override
            public String label(int entity) {
                return pseudonyms.label(graph, entity);
            }

            @Override
            public String text(String text) {
                return pseudonyms.redact(text);
            }

            @Override
            public FreeText freeText() {
                return FreeText.REDACTED;
            }
        };
    }

    /** Everybody and everything by kind and number; no text that anybody wrote. */
    static Wording nobodyNamed(CaseGraph graph) {
        return new NobodyNamedWording(graph);
    }

    /** What to call an entity by its id; the id itself is never shown. */
    default String label(CaseGraph graph, EntityId id) {
        OptionalInt index = graph.indexOf(id);
        return index.isPresent() ? label(index.getAsInt()) : "an entity not in this brief";
    }
}
