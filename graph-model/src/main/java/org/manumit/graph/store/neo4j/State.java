package org.manumit.graph.store.neo4j;

/** The states of a source in the store. */
final class State {

    static final String IMPORTING = "importing";
    static final String COMPLETE = "complete";
    static final String LEAVING = "leaving";

    private State() {}
}
