package org.manumit.app.feature.calls;

import java.util.List;

/** What the page about calls tells. */
public enum CallTopic {
    TOLLS(List.of("who", "with", "made", "received", "another", "length", "first", "last")),
    COMMON(List.of("with", "user", "sharedBy", "records")),
    CHAINS(List.of("first", "middle", "last", "times", "expected")),
    HOURS(List.of()),
    PLACES(List.of("one", "other", "how", "days", "places", "times", "expected")),
    HABITS(List.of("number", "user", "what", "from", "to", "records", "expected")),
    SUCCESSORS(List.of("old", "new", "sure", "why")),
    LEADS(List.of("number", "known", "victims", "others", "records", "sure")),
    COVERAGE(List.of("holder", "group", "held", "called", "known", "sure")),
    COUNTRIES(List.of("code", "country", "numbers", "records"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> columns;

    CallTopic(List<String> columns) {
        this.columns = columns;
    }

    /** Its columns, by key. */
    List<String> columns() {
        return columns;
    }
}
