package org.manumit.graph.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;

/**
 * What the sheets <i>Case</i> and <i>Sources</i> say about the case and its documents. Immutable.
 */
public final class CaseFacts {

    private final CaseGraph graph;
    private final Map<String, Claim> documentsByFile = new HashMap<>();
    private final Map<SourceId, Grades> gradesOfSources = new HashMap<>();
    private final Grades grades;

    /** Reads them out of a snapshot. */
    public CaseFacts(CaseGraph graph) {
        this.graph = graph;
        grades = new Grades(value("source grade"), value("information grade"), value("handling"));
        for (Claim claim : graph.claims(ClaimType.DOCUMENT)) {
            if (!claim.value("file").isBlank()) {
                documentsByFile.putIfAbsent(claim.value("file").strip().toLowerCase(Locale.ROOT), claim);
            }
        }
        for (Source source : graph.sources()) {
            Grades own = source.grades();
            gradesOfSources.put(
                    source.id(),
                    document(source)
                            .map(d -> own.orElse(d.grades()))
                            .orElse(own)
                            .orElse(grades));
        }
    }

    /** A value of the sheet <i>Case</i>; empty text when it is not there. */
    public String value(String key) {
        return graph.fact(key).orElse("");
    }

    /** What the sheet <i>Sources</i> says of an imported file. */
    public Optional<Claim> document(Source source) {
        return Optional.ofNullable(documentsByFile.get(source.fileName().toLowerCase(Locale.ROOT)));
    }

    /** The grades of everything in a source that has none of its own. */
    public Grades gradesOf(SourceId source) {
        return gradesOfSources.getOrDefault(source, grades);
    }

    /** The grades of a claim, fall-backs applied. */
    public Grades gradesOf(Claim claim) {
        return claim.grades().orElse(gradesOf(claim.provenance().source()));
    }
}
