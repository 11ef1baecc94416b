package org.manumit.importers.graphs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.importers.draft.ShelterGuard;

/**
 * Takes the nodes and edges of a network in the order of its file, each a row. What a node is, is told by an attribute
 * of a common name where its value is a kind of thing. Not thread-safe.
 */
final class NetworkRows {

    /** Where programs keep what a node is. */
    private static final Set<String> KIND_NAMES =
            Set.of("kind", "type", "entity type", "entitytype", "node type", "nodetype", "class", "category", "schema");

    private static final Set<String> TRUE = Set.of("true", "1", "yes");

    private final TieDraft draft;

    NetworkRows(TieDraft draft) {
        this.draft = draft;
    }

    TieDraft draft() {
        return draft;
    }

    /** Whether an attribute gives away a victims' shelter, which is never entered: then nothing of the row is kept. */
    private boolean isRefused(String label, Map<String, String> values) {
        boolean refused = ShelterGuard.givesAway(label, ShelterGuard.Text.PLACE)
                || values.values().stream().anyMatch(v -> ShelterGuard.givesAway(v, ShelterGuard.Text.PLACE));
        if (refused) {
            draft.reject("", draft.rows(), "", "", "no victims' shelter", ShelterGuard.REMEDY);
        }
        return refused;
    }

    private static Optional<EntityKind> kind(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(e -> KIND_NAMES.contains(e.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(e -> ThingWords.kind(e.getValue()).stream())
                .findFirst();
    }

    /** A node. */
    void node(String id, String label, Map<String, String> values) {
        draft.step();
        if (id.isEmpty()) {
            draft.reject("", draft.rows(), "id", "", "an id", "A node has no id.");
            return;
        }
        if (isRefused(label, values)) {
            return;
        }
        String shown = label.isEmpty() ? id : label;
        Optional<EntityKind> kind = kind(values);
        EntityId entity = kind.isPresent() ? draft.thing(id, shown, kind.get()) : draft.actor(id, shown);
        Map<String, String> said = new LinkedHashMap<>(values);
        if (TRUE.contains(values.getOrDefault("victim", "").toLowerCase(Locale.ROOT))) {
            said.put("status", "victim");
        }
        if (!said.isEmpty()) {
            draft.describe(entity, said, period(said), "", Grades.NONE, "", draft.rows());
        }
    }

    /** A node of which only some things may be told apart, such as events that people take part in. */
    void node(String id, String label, EntityKind kind) {
        draft.step();
        if (!isRefused(label, Map.of())) {
            draft.thing(id, label.isEmpty() ? id : label, kind);
        }
    }

    /** Other programs' words for what we call the kind and weight of a tie, the plainest first. */
    static Map<String, String> inOurWords(Map<String, String> values) {
        Optional<String> kind = first(values, List.of("kind", "interaction", "relationship", "relation", "label"));
        Optional<String> weight = first(values, List.of("weight", "value", "strength"));
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (kind.equals(Optional.of(key))) {
                named.put("kind", value);
            } else if (weight.equals(Optional.of(key))) {
                named.put("weight", value);
            } else {
                named.putIfAbsent(key, value);
            }
        });
        return named;
    }

    private static Optional<String> first(Map<String, String> values, List<String> words) {
        return words.stream()
                .flatMap(word -> values.keySet().stream().filter(word::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * An edge.
     *
     * @param directed empty where the file does not tell
     */
    void edge(String from, String to, Optional<Boolean> directed, Map<String, String> values) {
        draft.step();
        if (from.isEmpty() || to.isEmpty()) {
            draft.reject("", draft.rows(), "", from + to, "two ends", "A tie names one end only.");
            return;
        }
        if (isRefused("", values)) {
            return;
        }
        Map<String, String> said = new LinkedHashMap<>(values);
        Optional<OwnStatements.Statement> own = said.containsKey("evidence")
                ? OwnStatements.of(said.getOrDefault("type", ""), said.getOrDefault("kind", ""))
                : Optional.empty();
        if (own.isPresent()) {
            String kind = said.getOrDefault("kind", "");
            said.remove("kind");
            said.remove("type");
            if (!own.get().value().isEmpty() && !kind.isEmpty()) {
                said.put(own.get().value(), kind);
            }
        } else {
            directed.ifPresent(whether -> said.put("directed", whether ? "yes" : "no"));
        }
        draft.claim(
                own.map(OwnStatements.Statement::type).orElse(ClaimType.TIE),
                List.of(
                        Participant.stated(
                                own.map(OwnStatements.Statement::from).orElse(Part.WHO), draft.actor(from)),
                        Participant.stated(own.map(OwnStatements.Statement::to).orElse(Part.WHOM), draft.actor(to))),
                said,
                period(said),
                "",
                Grades.NONE,
                "",
                draft.rows());
    }

    /** When it held, where the file gives dates and not steps. */
    private static Period period(Map<String, String> values) {
        Optional<PartialDate> from = date(values, "start", "first");
        Optional<PartialDate> to = date(values, "end", "last");
        return Period.between(from, to);
    }

    private static Optional<PartialDate> date(Map<String, String> values, String name, String other) {
        String text = values.getOrDefault(name, values.getOrDefault(other, ""));
        // A bare number may be a year or a step of a sequence: nothing but a whole date is one.
        return text.length() < 7 ? Optional.empty() : IsoDates.date(text);
    }
}
