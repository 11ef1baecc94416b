package org.manumit.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that one place in one source says: the unit of knowledge. Claims that contradict each other stand side by
 * side; none is ever overwritten.
 *
 * @param id where it stands, as a name
 * @param type what it states
 * @param participants who and what it is about, in the source's order
 * @param values the rest of what it states, as written, by the workbook's column names in lower case; columns nobody
 *     knows are kept here too
 * @param when when it holds
 * @param refersTo claims it is about ({@code Sheet!row} references)
 * @param provenance where it stands
 * @param grades how it is graded, fall-backs already applied
 */
public record Claim(
        ClaimId id,
        ClaimType type,
        List<Participant> participants,
        Map<String, String> values,
        Period when,
        List<ClaimId> refersTo,
        Provenance provenance,
        Grades grades) {

    /**
     * An entity's part in a claim.
     *
     * @param part the part it plays
     * @param entity who or what plays it
     * @param certainty {@link Certainty#PRESUMED} where the source put a {@code ?}
     */
    public record Participant(Part part, EntityId entity, Certainty certainty) {
        public Participant {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(entity, "entity");
            Objects.requireNonNull(certainty, "certainty");
        }

        /** A part stated outright. */
        public static Participant stated(Part part, EntityId entity) {
            return new Participant(part, entity, Certainty.STATED);
        }
    }

    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        participants = List.copyOf(participants);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(when, "when");
        refersTo = List.copyOf(refersTo);
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(grades, "grades");
    }

    /** Those who play a part. */
    public Stream<EntityId> holders(Part part) {
        return participants.stream().filter(p -> p.part() == part).map(Participant::entity);
    }

    /** The first who plays a part. */
    public Optional<EntityId> first(Part part) {
        return holders(part).findFirst();
    }

    /** A value as written; empty text when the source says nothing. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The elements of a list value ({@code ;} separates), trimmed, a trailing {@code ?} kept. */
    public List<String> list(String name) {
        return Stream.of(value(name).split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
