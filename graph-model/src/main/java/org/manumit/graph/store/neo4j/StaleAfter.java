package org.manumit.graph.store.neo4j;

import org.manumit.graph.store.CaseStore.Sharing;

/**
 * How long a source may be half-written in silence before it counts as the remains of a program that died.
 *
 * @param millis milliseconds
 */
record StaleAfter(long millis) {

    /** A running import says something with every transaction, which takes seconds at most. */
    private static final long SHARED_MILLIS = 10 * 60_000L;

    static StaleAfter in(Sharing sharing) {
        return switch (sharing) {
            case LOCAL -> new StaleAfter(Long.MIN_VALUE);
            case SHARED -> new StaleAfter(SHARED_MILLIS);
        };
    }
}
