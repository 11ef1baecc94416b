package org.manumit.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.query.Actors;

/** The events of a case, chosen by what a user writes. */
final class EventChoice {

    private static final int LISTED = 12;

    private final CaseGraph graph;
    private final List<CaseEvent> events;

    private EventChoice(CaseGraph graph, List<CaseEvent> events) {
        this.graph = graph;
        this.events = events;
    }

    static EventChoice of(CaseGraph graph) {
        return new EventChoice(graph, CaseEvent.of(graph, Actors.of(graph)));
    }

    /** Those that a row, a date, a kind or a name in them points at. */
    List<CaseEvent> matching(String wanted) {
        String sought = wanted.strip();
        List<CaseEvent> found = events.stream()
                .filter(event -> row(event).equalsIgnoreCase(sought)
                        || event.claim().value().equals(sought)
                        || event.date().toString().startsWith(sought)
                        || event.kind().contains(sought.toLowerCase(Locale.ROOT))
                        || people(event).stream().anyMatch(sought::equalsIgnoreCase))
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailure(
                    events.isEmpty()
                            ? "the case holds no event with a date (sheet Events of the case workbook)"
                            : "no event is " + wanted + "; the dated events are "
                                    + events.stream()
                                            .limit(LISTED)
                                            .map(this::words)
                                            .collect(Collectors.joining(", "))
                                    + (events.size() > LISTED ? " and " + (events.size() - LISTED) + " more" : ""));
        }
        return found;
    }

    private String row(CaseEvent event) {
        return graph.claim(event.claim())
                .map(claim ->
                        claim.provenance().sheet() + "!" + claim.provenance().row())
                .orElse("");
    }

    private List<String> people(CaseEvent event) {
        return event.people().stream()
                .flatMap(id -> graph.entity(id).stream())
                .map(Entity::label)
                .toList();
    }

    private String words(CaseEvent event) {
        return row(event) + " (" + event.kind() + ", " + event.date() + ")";
    }
}
