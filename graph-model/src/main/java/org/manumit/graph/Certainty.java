package org.manumit.graph;

/** How firmly a source says something. */
public enum Certainty {
    /** Said outright. */
    STATED,
    /** Said as "about": {@code ~2024}. */
    APPROXIMATE,
    /** Said as a presumption: a {@code ?} after the value. */
    PRESUMED
}
