package org.manumit.graph.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A judgement between a closed set of answers, with everything that spoke for and against it.
 *
 * @param <E> the answers; one of them says that the evidence does not suffice
 * @param answer the answer given
 * @param support how much each answer is supported, from 0 to 1, adding up to 1 when there is any; empty when none
 * @param reasonsFor what speaks for the answer; when the evidence does not suffice, why it does not
 * @param reasonsAgainst what speaks against it; when the evidence does not suffice, what speaks for the best supported
 * @param missing what would settle it, most telling first
 */
public record Verdict<E extends Enum<E>>(
        E answer,
        Map<E, Double> support,
        List<Reason> reasonsFor,
        List<Reason> reasonsAgainst,
        List<MissingEvidence> missing) {
    public Verdict {
        Objects.requireNonNull(answer, "answer");
        support = support.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(support));
        reasonsFor = List.copyOf(reasonsFor);
        reasonsAgainst = List.copyOf(reasonsAgainst);
        missing = List.copyOf(missing);
    }
}
