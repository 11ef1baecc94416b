package org.manumit.graph.analysis;

/**
 * One rule by which a verdict is reached: small, named, with where it comes from and how much it counts. The catalogue
 * of all of them is what the window and the documentation show.
 */
public interface Criterion {

    /** Short stable name, for example {@code tasking-from-a-centre}. */
    String key();

    /** What it says, in one sentence. */
    String statement();

    /** Publication and chapter, then the line pointer in brackets. */
    String source();

    /** Which data it needs. */
    String needs();

    /** How much it counts when fully met, in log-odds. */
    double weight();

    /** Why it counts so much. */
    String whyThatWeight();
}
