package org.manumit.graph.analysis;

/** A criterion that says what is written down of it. */
public interface WrittenCriterion extends Criterion {

    /** What is written down. */
    CriterionText text();

    @Override
    default String key() {
        return text().key();
    }

    @Override
    default String statement() {
        return text().statement();
    }

    @Override
    default String source() {
        return text().source();
    }

    @Override
    default String needs() {
        return text().needs();
    }

    @Override
    default double weight() {
        return text().weight();
    }

    @Override
    default String whyThatWeight() {
        return text().whyThatWeight();
    }
}
