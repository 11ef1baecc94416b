package org.manumit.app.release;

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

    /** Whether something is called otherwise than its sources call it, so that nothing may lead to its name. */
    boolean conceals(int entity);

    /** Whether texts that witnesses and officers wrote may be given at all. */
    FreeText freeText();

    /** Whether free text may be given. */
    enum FreeText {
        REDACTED,
        LEFT_OUT
    }

    /** What is called how when these names may be given. */
    static Wording of(CaseGraph graph, Naming naming) {
        return switch (naming) {
            case EVERYBODY_NAMED -> everybodyNamed(graph);
            case VICTIMS_PSEUDONYMOUS -> victimsPseudonymous(graph);
            case NOBODY_NAMED -> new NobodyNamedWording(graph);
        };
    }

    private static Wording everybodyNamed(CaseGraph graph) {
        return new Wording() {
            @Override
            public String label(int entity) {
                return graph.entity(entity).label();
            }

            @Override
            public String text(String text) {
                return text;
            }

            @Override
            public boolean conceals(int entity) {
                return false;
            }

            @Override
            public FreeText freeText() {
                return FreeText.REDACTED;
            }
        };
    }

    private static Wording victimsPseudonymous(CaseGraph graph) {
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
            public boolean conceals(int entity) {
                return pseudonyms.pseudonym(entity).isPresent();
            }

            @Override
            public FreeText freeText() {
                return FreeText.REDACTED;
            }
        };
    }

    /** What to call an entity by its id; the id itself is never shown. */
    default String label(CaseGraph graph, EntityId id) {
        OptionalInt index = graph.indexOf(id);
        return index.isPresent() ? label(index.getAsInt()) : "an entity not in this brief";
    }
}
