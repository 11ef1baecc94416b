package org.manumit.graph.analysis;

import java.util.Objects;

/**
 * What a criterion says of itself, written down.
 *
 * @param key short stable name
 * @param statement what it says, in one sentence
 * @param source publication and chapter, then the line pointer in brackets
 * @param needs which data it needs
 * @param weight how much it counts when fully met, in log-odds
 * @param whyThatWeight why it counts so much
 */
public record CriterionText(
        String key, String statement, String source, String needs, double weight, String whyThatWeight) {
    public CriterionText {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(whyThatWeight, "whyThatWeight");
    }
}
