package org.manumit.graph.analysis.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.query.Actors;

/**
 * Something that happened on a known date.
 *
 * @param claim where it stands
 * @param kind what happened, in the words of the source, lower case
 * @param date when
 * @param people the persons and organisations it names, whether they took part or it befell them
 * @param place where, as written; empty when not said
 */
public record CaseEvent(ClaimId claim, String kind, PartialDate date, List<EntityId> people, String place) {

    private static final Set<String> BLOWS =
            Set.of("arrest", "raid", "search", "seizure", "rescue", "killing", "conviction", "deportation");

    public CaseEvent {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
        people = List.copyOf(people);
        Objects.requireNonNull(place, "place");
    }

    /** Whether it is something that may force a network to change: an arrest, a raid, and the like. */
    public boolean isBlow() {
        return BLOWS.stream().anyMatch(kind::contains);
    }

    /** The dated events of a case, the earliest first. */
    public static List<CaseEvent> of(CaseGraph graph, Actors actors) {
        List<CaseEvent> events = new ArrayList<>();
        for (Claim claim : graph.claims(ClaimType.EVENT)) {
            Optional<PartialDate> date = claim.when().from().or(claim.when()::to);
            if (date.isPresent()) {
                Set<EntityId> people = new LinkedHashSet<>();
                claim.participants().stream()
                        .filter(p -> p.part() == Part.WHO || p.part() == Part.ABOUT)
                        .flatMapToInt(p -> graph.indexOf(p.entity()).stream())
                        .mapToObj(index -> graph.entity(actors.actorOf(index)))
                        .filter(entity -> entity.kind().isActor())
                        .forEach(entity -> people.add(entity.id()));
                events.add(new CaseEvent(
                        claim.id(),
                        claim.value("kind").strip().toLowerCase(Locale.ROOT),
                        date.get(),
                        List.copyOf(people),
                        claim.value("place").strip()));
            }
        }
        events.sort(Comparator.comparing(CaseEvent::date).thenComparing(CaseEvent::claim));
        return List.copyOf(events);
    }
}
