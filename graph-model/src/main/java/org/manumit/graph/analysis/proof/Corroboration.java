package org.manumit.graph.analysis.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.Victims;

/**
 * What speaks for one person's acts against another: every possible point of a victim's account is to be borne out by
 * records, documents, other witnesses and surveillance (Friesendorf 2009, prosecution chapter; 003, l. 14903-14905,
 * 15253-15257). Rows that cite one document count once.
 *
 * @param actor who is said to have done it
 * @param acts which of {@code recruited}, {@code moved}, {@code received}, {@code exploited}
 * @param victim to whom
 * @param documents the documents that say so, by their kind ({@code statement}, {@code surveillance}, ...; empty when not
 *     known)
 * @param evidence the claims that say so
 * @param calls how many call records tie the two
 * @param transfers how many transfers tie the two
 */
public record Corroboration(
        EntityId actor,
        List<String> acts,
        EntityId victim,
        Map<String, List<String>> documents,
        List<ClaimId> evidence,
        int calls,
        int transfers) {

    public Corroboration {
        acts = List.copyOf(acts);
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
        evidence = List.copyOf(evidence);
    }

    /** How many voices there are: documents, and records of calls and of transfers once each. */
    public int voices() {
        return documents.values().stream().mapToInt(List::size).sum() + (calls > 0 ? 1 : 0) + (transfers > 0 ? 1 : 0);
    }

    /** The documents of some kinds. */
    public List<String> documents(List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> documents.getOrDefault(kind, List.of()).stream())
                .sorted()
                .toList();
    }

    private record Pair(EntityId actor, EntityId victim) {}

    private static final class Told {
        private final Set<String> acts = new LinkedHashSet<>();
        private final Set<Claim> claims = new LinkedHashSet<>();
    }

    /** Everybody who is said to have acted against a victim, and whom, in the order of the claims. O(claims). */
    public static List<Corroboration> of(CaseGraph graph, Victims victims, TieGraph ties) {
        Map<Pair, Told> acts = new LinkedHashMap<>();
        for (Claim claim : graph.claims()) {
            switch (claim.type()) {
                case RECRUITMENT -> gather(claim, Part.BY, "recruited", Part.VICTIM, victims, acts);
                case JOURNEY -> {
                    gather(claim, Part.MOVED_BY, "moved", Part.WHO, victims, acts);
                    gather(claim, Part.RECEIVED_BY, "received", Part.WHO, victims, acts);
                }
                case EXPLOITATION -> gather(claim, Part.BY, "exploited", Part.VICTIM, victims, acts);
                default -> {
                    // no act against somebody
                }
            }
        }
        Documents documents = new Documents(graph);
        List<Corroboration> all = new ArrayList<>();
        acts.forEach((pair, told) -> {
            Map<String, List<String>> byKind = new TreeMap<>();
            for (Claim claim : told.claims) {
                List<String> named = byKind.computeIfAbsent(documents.kindOf(claim), k -> new ArrayList<>());
                if (!named.contains(documents.of(claim))) {
                    named.add(documents.of(claim));
                }
            }
            OptionalInt tie = tie(graph, ties, pair);
            all.add(new Corroboration(
                    pair.actor(),
                    List.copyOf(told.acts),
                    pair.victim(),
                    byKind,
                    told.claims.stream().map(Claim::id).toList(),
                    tie.isPresent() ? ties.callCount(tie.getAsInt()) : 0,
                    tie.isPresent() ? ties.transferCount(tie.getAsInt()) : 0));
        });
        return all;
    }

    private static void gather(Claim claim, Part by, String act, Part to, Victims victims, Map<Pair, Told> acts) {
        claim.holders(by).forEach(actor -> claim.holders(to)
                .filter(victim -> !victim.equals(actor) && victims.isVictim(victim))
                .forEach(victim -> {
                    Told told = acts.computeIfAbsent(new Pair(actor, victim), k -> new Told());
                    told.acts.add(act);
                    told.claims.add(claim);
                }));
    }

    private static OptionalInt tie(CaseGraph graph, TieGraph ties, Pair pair) {
        OptionalInt one = ties.nodeBehind(graph.indexOf(pair.actor()).orElseThrow());
        OptionalInt other = ties.nodeBehind(graph.indexOf(pair.victim()).orElseThrow());
        return one.isPresent() && other.isPresent() && one.getAsInt() != other.getAsInt()
                ? ties.tie(one.getAsInt(), other.getAsInt())
                : OptionalInt.empty();
    }
}
