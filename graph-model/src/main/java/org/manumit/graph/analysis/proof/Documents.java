package org.manumit.graph.analysis.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;

/**
 * Which documents claims come from: the one a row cites, else the file it stands in. Two rows that cite one statement are
 * one voice, not two. Immutable.
 */
final class Documents {

    private final CaseGraph graph;
    private final Map<String, String> kinds = new HashMap<>();

    Documents(CaseGraph graph) {
        this.graph = graph;
        for (Claim document : graph.claims(ClaimType.DOCUMENT)) {
            kinds.putIfAbsent(
                    document.value("id").strip(), document.value("kind").strip().toLowerCase(Locale.ROOT));
        }
    }

    /** The document that a claim comes from. */
    String of(Claim claim) {
        String cites = claim.provenance().cites().strip();
        return cites.isEmpty() ? "file " + claim.provenance().source().abbreviated() : cites;
    }

    /** How many documents say what these claims say. */
    int count(List<ClaimId> claims) {
        return (int) claims.stream()
                .flatMap(id -> graph.claim(id).stream())
                .map(this::of)
                .distinct()
                .count();
    }

    /** What kind of document a claim comes from, for example {@code surveillance}; empty when nobody says. */
    String kindOf(Claim claim) {
        return kinds.getOrDefault(claim.provenance().cites().strip(), "");
    }
}
