package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;

/**
 * What the sources say of one person or organisation, as far as the analysis may use it. Origin, nationality, ethnicity
 * and gender are left out on purpose: they are never an input (001, l. 2224-2226; 003, l. 6671-6703).
 *
 * @param id who
 * @param label what the source calls them
 * @param person whether it is a person
 * @param statuses the words of {@code status}
 * @param kind kind of an organisation ({@code crime group}), or empty
 * @param legal {@code yes}, {@code front}, {@code no}, or empty
 * @param countries where they live, are seated or were said to act
 * @param count for at least how many they stand
 * @param bounded whether the source also says for how many at most
 * @param victim whether any source presents them as a victim; in doubt a victim (001, l. 1945-1946)
 * @param unaware whether a source says that they did not know what they took part in (003, l. 1284-1290)
 * @param claims the claims that describe them
 */
public record Profile(
        EntityId id,
        String label,
        boolean person,
        Set<String> statuses,
        String kind,
        String legal,
        Set<String> countries,
        double count,
        boolean bounded,
        boolean victim,
        boolean unaware,
        List<ClaimId> claims) {
    public Profile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        statuses = Set.copyOf(statuses);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(legal, "legal");
        countries = Set.copyOf(countries);
        claims = List.copyOf(claims);
    }

    /** Whether the police or a court hold something against them. */
    public boolean isAccused() {
        return statuses.contains("suspect") || statuses.contains("charged") || statuses.contains("convicted");
    }

    /** Whether charges were brought. */
    public boolean isCharged() {
        return statuses.contains("charged") || statuses.contains("convicted");
    }

    /** Whether they are known as migrants who paid for their passage. */
    public boolean isMigrant() {
        return statuses.contains("smuggled migrant");
    }

    /** Whether they hold a public office. */
    public boolean isOfficial() {
        return statuses.contains("official") || kind.equals("authority");
    }

    /** Whether it is an organisation that exists for crime. */
    public boolean isCriminalGroup() {
        return kind.equals("crime group") || kind.equals("small group") || (legal.equals("no") && !person);
    }

    /** Whether it is a formal crime group, as against a small one. */
    public boolean isCrimeGroup() {
        return kind.equals("crime group");
    }

    /** Whether it belongs to the legal world: a lawful firm, agency or authority. */
    public boolean isLegalWorld() {
        return isOfficial()
                || (!person && (legal.equals("yes") || (legal.isEmpty() && !kind.isEmpty() && !isInformal())));
    }

    private boolean isInformal() {
        return isCriminalGroup() || kind.equals("family") || kind.equals("household") || kind.equals("other");
    }
}
