package org.manumit.graph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.Claim.Participant;

/**
 * Whom references mean that one workbook makes and another of the same case describes, so that it does not matter how a case
 * was cut into files, nor in which order they came. Somebody known only by reference is whoever alone in the case answers
 * to that id, name or number. Two workbooks that give one id to different names count their people apart, and so do those of
 * which each states a reference of its own: then nothing is concluded.
 */
final class CrossReferences {

    private static final List<String> ANSWERS_TO = List.of("id", "name", "address", "plate", "number", "account");

    private record Described(EntityId entity, EntityKind kind) {}

    /** What one workbook calls its own. */
    private static final class Workbook {
        final Map<String, Set<Described>> asWritten = new HashMap<>();
        final Map<String, Set<Described>> folded = new HashMap<>();
        final Map<String, Set<String>> namesOfId = new HashMap<>();
        String reference = "";

        boolean mayCountWith(Workbook other) {
            if (!reference.isEmpty() && !other.reference.isEmpty() && !reference.equals(other.reference)) {
                return false;
            }
            for (Map.Entry<String, Set<String>> e : namesOfId.entrySet()) {
                Set<String> theirs = other.namesOfId.getOrDefault(e.getKey(), e.getValue());
                if (theirs.stream().noneMatch(e.getValue()::contains)) {
                    return false;
                }
            }
            return true;
        }
    }

    private CrossReferences() {}

    /** Who of those known only by reference is whom. */
    static Map<EntityId, EntityId> find(List<Entity> entities, List<Claim> claims) {
        Map<EntityId, Entity> referred = new LinkedHashMap<>();
        Map<EntityId, Entity> known = new HashMap<>();
        for (Entity entity : entities) {
            if (entity.standing() == Entity.Standing.REFERENCE_ONLY) {
                referred.put(entity.id(), entity);
            } else if (entity.standing() == Entity.Standing.DESCRIBED) {
                known.put(entity.id(), entity);
            }
        }
        if (referred.isEmpty()) {
            return Map.of();
        }
        Map<SourceId, Workbook> workbooks = new LinkedHashMap<>();
        Map<EntityId, Set<SourceId>> referring = new HashMap<>();
        for (Claim claim : claims) {
            SourceId source = claim.provenance().source();
            Workbook workbook = workbooks.computeIfAbsent(source, s -> new Workbook());
            if (claim.type() == ClaimType.CASE && folded(claim.value("key")).equals("reference")) {
                workbook.reference = folded(claim.value("value"));
            }
            for (Participant p : claim.participants()) {
                if (referred.containsKey(p.entity())) {
                    referring.computeIfAbsent(p.entity(), k -> new HashSet<>()).add(source);
                } else if (p.part() == Part.SUBJECT && known.containsKey(p.entity())) {
                    describe(workbook, claim, known.getOrDefault(p.entity(), entities.getFirst()));
                }
            }
        }
        if (workbooks.size() < 2) {
            return Map.of();
        }
        Map<EntityId, EntityId> found = new LinkedHashMap<>();
        referring.forEach((id, from) -> {
            Entity entity = referred.getOrDefault(id, entities.getFirst());
            boolean answered = from.stream()
                    .map(source -> workbooks.getOrDefault(source, new Workbook()))
                    .anyMatch(own -> own.folded.containsKey(folded(entity.label())));
            if (answered) {
                return; // several answer to it where it is written: another file cannot say which of them is meant
            }
            List<Workbook> others = new ArrayList<>();
            for (SourceId source : from) {
                Workbook own = workbooks.getOrDefault(source, new Workbook());
                workbooks.forEach((other, workbook) -> {
                    if (!other.equals(source) && workbook.mayCountWith(own)) {
                        others.add(workbook);
                    }
                });
            }
            Set<EntityId> answering = answering(entity, others, w -> w.asWritten.get(entity.label()));
            if (answering.isEmpty()) {
                answering = answering(entity, others, w -> w.folded.get(folded(entity.label())));
            }
            if (answering.size() == 1) {
                found.put(id, answering.iterator().next());
            }
        });
        return found;
    }

    private static Set<EntityId> answering(
            Entity entity, List<Workbook> others, Function<Workbook, @Nullable Set<Described>> called) {
        Set<EntityId> answering = new HashSet<>();
        for (Workbook workbook : others) {
            Set<Described> described = called.apply(workbook);
            if (described != null) {
                described.stream()
                        .filter(d -> d.kind() == entity.kind()
                                || (d.kind().isActor() && entity.kind().isActor()))
                        .forEach(d -> answering.add(d.entity()));
            }
        }
        return answering;
    }

    private static void describe(Workbook workbook, Claim claim, Entity entity) {
        for (String column : ANSWERS_TO) {
            String word = folded(claim.value(column));
            if (!word.isEmpty()) {
                Described described = new Described(entity.id(), entity.kind());
                workbook.asWritten
                        .computeIfAbsent(claim.value(column).strip(), k -> new HashSet<>())
                        .add(described);
                workbook.folded.computeIfAbsent(word, k -> new HashSet<>()).add(described);
            }
        }
        String id = folded(claim.value("id"));
        String name = folded(claim.value("name"));
        if (!id.isEmpty() && !name.isEmpty()) {
            workbook.namesOfId
                    .computeIfAbsent(entity.kind() + "/" + id, k -> new HashSet<>())
                    .add(name);
        }
    }

    /** A claim that names whom its references mean. */
    static Claim resolved(Claim claim, Map<EntityId, EntityId> references) {
        if (claim.participants().stream().noneMatch(p -> references.containsKey(p.entity()))) {
            return claim;
        }
        List<Participant> participants = new ArrayList<>();
        for (Participant p : claim.participants()) {
            participants.add(new Participant(p.part(), references.getOrDefault(p.entity(), p.entity()), p.certainty()));
        }
        return new Claim(
                claim.id(),
                claim.type(),
                participants,
                claim.values(),
                claim.when(),
                claim.refersTo(),
                claim.provenance(),
                claim.grades());
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.length() > 1 && plain.endsWith("?")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
