package org.manumit.app.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.SourceId;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseFacts;

/**
 * What of a case an audience may receive. What is left out takes part in nothing: verdicts, charts and counts are made
 * from the rest alone, so that nothing shows through.
 *
 * @param graph what may be released
 * @param leftOut how many claims and records may not
 */
public record Release(CaseGraph graph, int leftOut) {

    /**
     * What an audience may receive of a case.
     *
     * @param audience a handling code of the case's grading scheme; empty when it stays with the originator
     * @throws ReleaseException when the audience is none of the scheme's
     */
    public static Release of(CaseGraph graph, Optional<String> audience) {
        if (audience.isEmpty()) {
            return new Release(graph, 0);
        }
        CaseFacts facts = new CaseFacts(graph);
        HandlingScheme scheme = HandlingScheme.of(facts);
        scheme.requireAudience(audience.get());
        Map<SourceId, Boolean> sources = new HashMap<>();
        graph.sources()
                .forEach(s -> sources.put(
                        s.id(), scheme.releases(facts.gradesOf(s.id()).handling(), audience.get())));
        CaseExtract extract = CaseExtract.of(
                graph,
                claim -> scheme.releases(facts.gradesOf(claim).handling(), audience.get()),
                i -> sources.getOrDefault(graph.callStatements().source(i), false),
                i -> sources.getOrDefault(graph.transferStatements().source(i), false));
        return new Release(extract.graph(), extract.leftOut());
    }
}
