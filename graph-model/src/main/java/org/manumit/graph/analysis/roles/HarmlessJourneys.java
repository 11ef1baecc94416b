package org.manumit.graph.analysis.roles;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.manumit.graph.Claim;
import org.manumit.graph.EntityId;

/**
 * Journeys that accuse nobody: parents drive a child, a coach takes a team abroad, a driver carries passengers (003,
 * l. 1284-1290, 6671-6703). Nobody says anything of those who travel or of who moves them, and either they entered lawfully
 * or nothing in the file speaks of a crime. Immutable.
 */
final class HarmlessJourneys {

    private final Set<EntityId> suspected;
    private final Set<EntityId> harmed;
    private final boolean crime;

    /**
     * Reads what bears on it.
     *
     * @param claims the file
     * @param suspected who is accused, is a criminal group or belongs to one
     * @param harmed who is a victim, or a migrant who was smuggled
     */
    HarmlessJourneys(Collection<Claim> claims, Set<EntityId> suspected, Set<EntityId> harmed) {
        this.suspected = Set.copyOf(suspected);
        this.harmed = Set.copyOf(harmed);
        crime = !suspected.isEmpty() || !harmed.isEmpty() || claims.stream().anyMatch(HarmlessJourneys::speaksOfCrime);
    }

    /** Whether a journey is one of them. */
    boolean contains(Claim journey, Collection<EntityId> travellers, EntityId mover) {
        return !travellers.isEmpty()
                && travellers.stream().noneMatch(harmed::contains)
                && !suspected.contains(mover)
                && (!crime || Word.of(journey.value("entry")).text().equals("legal"));
    }

    private static boolean speaksOfCrime(Claim claim) {
        return switch (claim.type()) {
            case EXPLOITATION, ROLE -> true;
            case JOURNEY -> says(claim, "entry", "forged papers", "visa by fraud", "clandestine", "overstay");
            case PAPER -> says(claim, "quality", "forged", "altered", "genuine but fraudulently obtained");
            case PAYMENT ->
                says(
                        claim,
                        "purpose",
                        "purchase of person",
                        "bribe",
                        "protection",
                        "enforcement",
                        "laundering",
                        "profit share");
            case TIE -> says(claim, "kind", "controls", "threatens", "sells to", "buys from", "tasks", "hands over to");
            default -> false;
        };
    }

    private static boolean says(Claim claim, String value, String... words) {
        return Word.in(claim, value).stream().anyMatch(w -> List.of(words).contains(w.text()));
    }
}
