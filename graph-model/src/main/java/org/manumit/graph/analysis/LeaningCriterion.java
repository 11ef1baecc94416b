package org.manumit.graph.analysis;

/**
 * A criterion that tells answers apart which exclude each other, such as the classes of networks.
 *
 * @param <A> the answers
 */
public interface LeaningCriterion<A> extends Criterion {

    /** Log-odds towards an answer when fully met; negative leans away. */
    double lean(A answer);
}
